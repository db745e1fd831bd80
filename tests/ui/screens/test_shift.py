"""The shift screen: what it shows and asks, what it does once and not twice, what it says when it cannot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.domain.changes import Changes
from desk_app.domain.custody import CustodyState, Original
from desk_app.domain.errors import DeskError, IllegalMove, PrinterTrouble
from desk_app.domain.journal import Stream
from desk_app.domain.shifts import Blocking, Loose, LooseEnd, Pace, Shift, ShiftPage
from desk_app.domain.worktime import SHANGHAI
from desk_app.ui.jobs import InlineJobs
from desk_app.ui.screens.originals.values import OriginalAct, OriginalAnswer
from desk_app.ui.screens.shift import words
from desk_app.ui.screens.shift.calls import ShiftCalls
from desk_app.ui.screens.shift.screen import ShiftScreen
from desk_app.ui.screens.shift.shown import Face
from desk_app.ui.theme.look import WidthClass

NOW = datetime(2026, 11, 24, 17, 0, tzinfo=SHANGHAI)
BOOK = Original(4, "户口簿", CustodyState.HELD, NOW, "示例镇")
HELD = Blocking(UUID(int=1), "37107332632800192", "王*某", BOOK)
ENDS = (
    LooseEnd(Loose.ORIGINAL, "户口簿", "王*某", "37107332632800192", UUID(int=1), NOW.date()),
    LooseEnd(
        Loose.ORIGINAL, "房产证", "赵*某", "37107332632800275", UUID(int=2), NOW.date(), "周某某，没来取"
    ),
    LooseEnd(Loose.LANE, "", "李*某", day=NOW.date()),
    LooseEnd(Loose.CALL, "高龄津贴", "张*某", "37107332632800358", UUID(int=3), NOW.date()),
    LooseEnd(Loose.DUE, "临时救助", "孙*某", "37107332632800431", UUID(int=4), NOW.date()),
    LooseEnd(
        Loose.DUE, "医疗救助", "钱*某", "37107332632800514", UUID(int=5), NOW.date() - timedelta(days=1)
    ),
    LooseEnd(Loose.UNPRINTED, "再生育", "冯*某", "37107332632800697", UUID(int=6)),
    LooseEnd(Loose.PARKED, "低保", "陈*某", "37107332632800770", UUID(int=7), note="unknown_kind"),
)
OPEN = Shift(UUID(int=9), UUID(int=8), "经办甲", "03 号窗口", NOW - timedelta(hours=8))
BEFORE = replace(OPEN, closed_at=NOW, note="钥匙在抽屉", ends=ENDS[1:2])
BUSY = ShiftPage(OPEN, ENDS, (HELD,), Pace(23, timedelta(minutes=6)), BEFORE)


@dataclass
class World:
    """A store in small."""

    page: ShiftPage = BUSY
    error: DeskError | None = None
    said: list[object] = field(default_factory=list)
    listeners: list[Callable[[Changes], None]] = field(default_factory=list)

    def calls(self) -> ShiftCalls:
        return ShiftCalls(
            now=lambda: NOW,
            page=lambda: self.page,
            open=lambda: self._did("open"),
            close=lambda note: self._did(("close", note)),
            original=self._note,
            print_page=self._note,
            subscribe=self._subscribe,
        )

    def _did(self, what: object) -> Shift:
        self._note(what)
        return OPEN

    def _note(self, what: object) -> None:
        if self.error is not None:
            raise self.error
        self.said.append(what)

    def _subscribe(self, told: Callable[[Changes], None]) -> Callable[[], None]:
        self.listeners.append(told)
        return lambda: self.listeners.remove(told)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def screen(qtbot: QtBot, world: World) -> ShiftScreen:
    jobs = InlineJobs()
    made = ShiftScreen(world.calls(), jobs)
    jobs.setParent(made)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.set_layout_class(WidthClass.WIDE)
    made.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    made.focus_start()
    return made


def lines(screen: ShiftScreen) -> list[str]:
    return [line.spoken for line in screen.unfinished.list.lines.lines]


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


ALT = Qt.KeyboardModifier.AltModifier


def test_the_page_names_everything_once(screen: ShiftScreen) -> None:
    told = "\n".join(lines(screen))
    for part in (
        *("先退这些原件，才能收窗 1", "户口簿", "未退原件 1", "在 周某某，没来取", "还没选事项"),
        *("该回访", "今天到期和逾期 2", "今日到期", "11-23 到期", "文书没打出来 1", "请管理员看看"),
    ):
        assert part in told, part
    assert told.count("户口簿") == 1
    assert screen.side.pace.text() == "今日 23 件，平均 6 分"
    assert "03 号窗口" in screen.side.standing.text()


def test_an_original_is_given_back_or_left_with_somebody(screen: ShiftScreen, world: World) -> None:
    press(Qt.Key.Key_R, ALT)
    assert screen.side.strip.asks
    press(Qt.Key.Key_Return)
    (given,) = world.said
    assert isinstance(given, OriginalAnswer)
    assert (given.ask.act, given.ask.row, given.to) == (OriginalAct.GIVE_BACK, 4, "本人")
    assert QApplication.focusWidget() is screen.unfinished.list
    press(Qt.Key.Key_K, ALT)
    assert not screen.back() or not screen.side.strip.asks
    press(Qt.Key.Key_K, ALT)
    world.error = IllegalMove("part_needed", part="reason")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is screen.side.strip.reason
    world.error = None
    screen.side.strip.to.setText("周某某")
    screen.side.strip.reason.setText("没来取")
    screen.primary()
    kept = world.said[-1]
    assert isinstance(kept, OriginalAnswer)
    assert (kept.to, kept.reason) == ("周某某", "没来取")


def test_what_keeps_the_counter_open_is_said_and_the_note_stays(screen: ShiftScreen, world: World) -> None:
    world.error = IllegalMove("originals_held", n=1)
    screen.focus_note()
    screen.side.note.setText("明早来")
    screen.side.note.textEdited.emit("明早来")
    screen.primary()
    assert "还有 1 份原件没退" in screen.side.banner.accessibleName() + screen.side.banner.heading.text()
    assert screen.side.note.text() == "明早来"
    world.error = None
    work: list[None] = []
    screen.presenter.work_wanted.connect(lambda: work.append(None))
    screen.primary()
    assert world.said == [("close", "明早来")]
    assert (len(work), screen.side.note.text()) == (1, "")


def test_the_page_is_printed_as_it_stands(screen: ShiftScreen, world: World) -> None:
    screen.presenter.print_page()
    (printed,) = world.said
    assert isinstance(printed, Shift)
    assert printed.ends == ENDS
    world.error = PrinterTrouble()
    screen.presenter.print_page()
    assert not screen.side.banner.isHidden()


def test_who_opens_sees_what_was_left_and_goes_to_work(screen: ShiftScreen, world: World) -> None:
    world.page = replace(BUSY, shift=None)
    screen.refresh()
    assert words.heading(screen.presenter.shown) == "还没开窗"
    world.page = BUSY
    screen.primary()
    assert world.said == ["open"]
    assert screen.presenter.shown.face is Face.LEFT
    assert "留言：钥匙在抽屉" in screen.side.left_note.text()
    assert screen.presenter.shown.on_paper == BEFORE
    press(Qt.Key.Key_R, ALT)
    assert not screen.side.strip.asks, "what was left is only read"
    work: list[None] = []
    screen.presenter.work_wanted.connect(lambda: work.append(None))
    screen.primary()
    assert len(work) == 1


def test_a_counter_that_is_open_stays_open_without_a_word(screen: ShiftScreen, world: World) -> None:
    world.error = IllegalMove("shift_open_already")
    screen.presenter.open()
    assert screen.side.banner.isHidden()
    assert screen.presenter.shown.face is Face.LEFT


def test_enter_leads_to_the_case(screen: ShiftScreen) -> None:
    asked: list[object] = []
    screen.case_requested.connect(asked.append)
    press(Qt.Key.Key_Return)
    for _ in range(len(lines(screen))):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert asked == [UUID(int=1), UUID(int=7)]


def test_good_news_and_nothing_left(screen: ShiftScreen, world: World) -> None:
    world.page = ShiftPage(OPEN)
    screen.refresh()
    assert screen.unfinished.none.heading.text() == "都办完了，可以收窗"
    assert screen.side.pace.isHidden()
    screen.presenter.open()
    assert screen.unfinished.none.heading.text() == "上一班没留下没办完的事"
    assert screen.presenter.shown.on_paper is None


def test_a_commit_is_heard_while_the_page_is_in_sight(screen: ShiftScreen, world: World) -> None:
    world.page = ShiftPage(OPEN)
    told = Changes(frozenset({Stream.CUSTODY}), frozenset())
    world.listeners[0](Changes(frozenset({Stream.PERSON}), frozenset()))
    assert lines(screen)
    world.listeners[0](told)
    assert lines(screen) == []
    world.page = BUSY
    screen.hide()
    world.listeners[0](told)
    assert lines(screen) == []
    screen.presenter.forget()
    assert screen.presenter.shown.page is None
    screen.primary()
    screen.presenter.print_page()
    assert world.said == []


def test_a_bug_is_no_sentence(screen: ShiftScreen) -> None:
    with pytest.raises(ZeroDivisionError):
        screen.presenter._failed(ZeroDivisionError())


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (Pace(), ""),
        (Pace(2), "今日 2 件"),
        (Pace(2, timedelta(seconds=40)), "今日 2 件，平均 40 秒"),
        (Pace(23, timedelta(minutes=6, seconds=4)), "今日 23 件，平均 6 分"),
    ],
)
def test_the_pace_in_words(told: Pace, text: str) -> None:
    assert words.pace_words(told) == text
