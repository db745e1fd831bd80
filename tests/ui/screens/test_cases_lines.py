"""The painted lists of a case's page, and what they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.domain.cases import (
    AcceptanceWithdrawn,
    Acting,
    AssistanceDone,
    CaseAccepted,
    CaseEvent,
    CaseFinished,
    CaseRegistered,
    Channel,
    DocumentReprinted,
    MaterialState,
    NumberRevealed,
)
from desk_app.domain.catalogue import TimeLimit
from desk_app.domain.documents import DocumentKind
from desk_app.domain.people import MandateKind, Party, Proxy, Relation
from desk_app.domain.worktime import Deadlines, Limit, Pause, Unit, due_date
from desk_app.ui.screens.cases import words
from desk_app.ui.screens.cases.calls import CaseView
from desk_app.ui.screens.cases.history.telling import told
from desk_app.ui.screens.cases.history.told import Told
from desk_app.ui.screens.cases.page import days, entries
from desk_app.ui.screens.cases.page.lines import Line, LineList
from desk_app.ui.theme.look import Tone
from tests.ui.screens.cases_world import APPLICANT, CALENDAR, NOW, World, entry, events, issued, pin

TODAY = NOW.date()
PAPER = issued(DocumentKind.RECEIPT, NOW, 1)
KEYS = (UUID(int=1), UUID(int=2))
LINES = (
    Line("标题", heading=True),
    Line("第一张", "说明", tag="原件", icon="file-text", key=KEYS[0]),
    Line("第二张", right="打过 1 次", key=KEYS[1]),
)


def registered(**more: object) -> CaseRegistered:
    (event,) = events("noticed", NOW)[:1]
    assert isinstance(event, CaseRegistered)
    return replace(event, **more)  # type: ignore[arg-type]  # tests name the fields they change


PROXY = Proxy(replace(APPLICANT, name="李某某"), Relation.CHILD, MandateKind.WRITTEN)


@pytest.mark.parametrize(
    ("event", "title", "detail", "tone"),
    [
        (registered(), "登记", "本人到场", Tone.GREY),
        (registered(acting=Acting.PROXY, proxy=PROXY), "登记", "委托他人（子女）", Tone.GREY),
        (registered(acting=Acting.VISIT, channel=Channel.VISIT), "登记", "上门代办", Tone.GREY),
        (registered(channel=Channel.PHONE), "登记", "电话", Tone.GREY),
        (events("noticed", NOW)[1], "一次性告知", "缺 1 份：户口簿（首页、本人页）", Tone.AMBER),
        (events("received", NOW)[1], "收件", "材料 4 份齐全", Tone.BLUE),
        (events("tolerated", NOW)[1], "收件", "材料 3 份，容缺 1 份：户口簿（首页、本人页）", Tone.BLUE),
        (CaseAccepted(NOW), "受理", "", Tone.BLUE),
        (CaseAccepted(NOW, (2,), date(2026, 12, 1)), "容缺受理", "容缺 1 份，12 月 1 日前补交", Tone.AMBER),
        (CaseAccepted(NOW, (2,)), "容缺受理", "容缺 1 份", Tone.AMBER),
        (AcceptanceWithdrawn("电话 13800000000 打错", NOW), "撤回受理", "电话 138****0000 打错", Tone.RED),
        (CaseFinished(NOW, "发放到账"), "办结", "发放到账", Tone.GREEN),
        (AssistanceDone(NOW, "网上代填"), "帮办完成", "网上代填", Tone.GREEN),
        (PAPER, "打印收件凭证", PAPER.number, Tone.GREY),
        (DocumentReprinted(PAPER.document, 2, NOW), "补打收件凭证", "第 2 次", Tone.GREY),
        (DocumentReprinted(UUID(int=4), 3, NOW), "补打文书", "第 3 次", Tone.GREY),
        (NumberRevealed("核对身份", NOW), "看了完整号码", "核对身份", Tone.PLUM),
        (None, "有一条记录读不了", "已单独留存，其他照常", Tone.RED),
    ],
)
def test_what_happened_is_told_in_words(event: CaseEvent | None, title: str, detail: str, tone: Tone) -> None:
    kinds = {PAPER.document: DocumentKind.RECEIPT}
    assert told(entry(1, event), kinds) == Told(title, detail, tone)


def test_another_year_is_named() -> None:
    assert words.moment_text(NOW, TODAY) == "11-24 10:42"
    assert words.moment_text(NOW - timedelta(days=365), TODAY) == "2025-11-24 10:42"


def test_what_is_no_receipt_number_is_shown_as_it_is() -> None:
    assert words.number_text("旧编号 7") == words.short_number("旧编号 7") == "旧编号 7"


def view_of(world: World, state: str, **more: object) -> CaseView:
    return world.calls().case(world.add(state, 3, **more).id)


def test_the_history_stands_newest_first() -> None:
    lines = entries.history(view_of(World(), "finished"), TODAY)
    assert [line.title for line in lines] == ["办结", "受理", "收件", "登记"]
    assert lines[2].detail == "材料 4 份齐全　王某某"


def test_materials_say_what_was_found_and_what_is_still_owed() -> None:
    view = view_of(World(), "tolerated")
    lines = entries.materials(view)
    assert len(lines) == entries.material_count(view.case) == 4
    assert (lines[0].tag, lines[0].detail) == ("原件", "核验原件，不留存")
    assert (lines[1].tag, lines[1].tone) == ("容缺", Tone.AMBER)
    assert lines[1].detail.endswith("前补交")
    without = replace(view, case=replace(view.case, promise_by=None))
    assert entries.materials(without)[1].detail == ""
    missing = view_of(World(), "noticed")
    assert entries.materials(missing)[0].detail == "没带"
    assert missing.case.materials[0].state is MaterialState.MISSING


def test_papers_still_owed_stand_on_top() -> None:
    world = World()
    view = view_of(world, "accepted", papers=(DocumentKind.RECEIPT,), due=(DocumentKind.ACCEPTANCE,))
    owed, made = entries.papers(view, TODAY)
    assert (owed.title, owed.tag, owed.key) == ("受理通知书", "没打", None)
    assert (made.title, made.right, made.key) == ("收件凭证", "打过 1 次", view.case.documents[0].id)


def test_both_limits_list_every_day_with_its_reason() -> None:
    lines = days.deadlines(view_of(World(), "accepted"))
    headings = [line for line in lines if line.heading]
    assert [line.title.split("：")[0] for line in headings] == ["承诺时限", "法定时限"]
    assert "10 个工作日" in headings[0].title
    assert "跳过" in headings[0].detail
    assert (lines[1].right, lines[2].tag) == ("受理当天，不算", "第 1 天")
    assert {line.right for line in lines if not line.heading and not line.tag} == {"受理当天，不算", "周末"}
    last = next(line for line in lines if line.tag == "第 10 天")
    assert (last.tone, last.strong) == (Tone.AMBER, True)


def test_a_case_that_is_only_received_shows_the_notice_timer() -> None:
    lines = days.deadlines(view_of(World(), "received"))
    assert lines[0].title.startswith("受理答复：5 个工作日")
    assert lines[1].right == "收件当天，不算"


def test_unknown_limits_and_no_limit_yet_are_said() -> None:
    unknown = days.deadlines(view_of(World(), "accepted", item=pin(statutory=TimeLimit())))
    assert (unknown[-1].title, unknown[-1].detail) == ("法定时限", "以窗口告知为准")
    (none,) = days.deadlines(view_of(World(), "noticed"))
    assert none.title == "还没受理，时限没有开始"


def test_pauses_closures_and_years_without_a_calendar_are_explained() -> None:
    view = view_of(World(), "accepted")
    pauses = (Pause(date(2026, 11, 25), date(2026, 11, 26)),)
    paused = due_date(TODAY, Limit(5), CALENDAR, pauses)
    found = days.deadlines(replace(view, deadlines=Deadlines(paused, None)))
    assert "暂停 2 天" in found[0].detail
    assert any(line.right == "暂停计时" for line in found)
    standing = due_date(TODAY, Limit(5), CALENDAR, (Pause(date(2026, 11, 25)),))
    assert days.deadlines(replace(view, deadlines=Deadlines(standing, None)))[0].title.endswith("暂停计时")
    far = due_date(date(2027, 12, 27), Limit(30), CALENDAR)
    assert (
        "2028 年放假安排还没公布" in days.deadlines(replace(view, deadlines=Deadlines(far, None)))[0].detail
    )


def test_closures_holidays_and_moved_days_have_their_names() -> None:
    from desk_app.domain.calendar import DayMark, MarkKind

    edits = {
        date(2026, 11, 25): DayMark(MarkKind.CLOSURE, "停电"),
        date(2026, 11, 26): DayMark(MarkKind.HOLIDAY, "庙会"),
        date(2026, 11, 28): DayMark(MarkKind.MAKEUP, "庙会"),
    }
    calendar = CALENDAR.with_edits(edits)
    view = view_of(World(), "accepted")
    working = due_date(TODAY, Limit(3), calendar)
    lines = days.deadlines(replace(view, deadlines=Deadlines(working, None)))
    assert "庙会、本站休息 1 天" in lines[0].detail
    assert [line.right for line in lines if "（" in line.right] == ["本站休息（停电）", "节假日（庙会）"]
    assert any(line.tag == "第 2 天，调休上班（庙会）" for line in lines)
    short = due_date(TODAY, Limit(0, Unit.NATURAL), calendar)
    assert "跳过" not in days.deadlines(replace(view, deadlines=Deadlines(short, None)))[0].detail


# The list.


@pytest.fixture
def shown(qtbot: QtBot) -> LineList:
    lines = LineList("文书", joined=True)
    qtbot.addWidget(lines)
    lines.resize(320, 200)
    lines.show_lines(LINES)
    lines.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is lines)
    lines.setFocus()
    return lines


def test_the_model_is_sound_and_reads_out_sentences(shown: LineList) -> None:
    tester = QAbstractItemModelTester(shown.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    index = shown.lines.index(1, 0)
    assert index.data() == "第一张"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "第一张，原件，说明"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert shown.lines.data(QModelIndex()) is None
    assert shown.lines.flags(QModelIndex()) is Qt.ItemFlag.NoItemFlags
    assert tester.model() is shown.lines


def test_enter_opens_what_has_a_key_and_nothing_else(shown: LineList) -> None:
    opened: list[object] = []
    shown.opened.connect(opened.append)
    for _ in range(3):
        QTest.keyClick(shown, Qt.Key.Key_Return)
        QTest.keyClick(shown, Qt.Key.Key_Down)
    assert opened == list(KEYS)
    QTest.keyClicks(shown, "x")  # typing is for the command box
    assert shown.current_key() == KEYS[1]


def test_the_current_line_stays_where_its_key_is(shown: LineList) -> None:
    shown.setCurrentIndex(shown.lines.index(1, 0))
    shown.show_lines(LINES)
    assert shown.current_key() == KEYS[0]
    shown.show_lines(LINES[::-1])
    assert shown.current_key() == KEYS[0]
    assert shown.currentIndex().row() == 1
    shown.show_lines(LINES[:1])
    assert shown.current_key() is None


def test_long_words_wrap_and_nothing_is_cut(shown: LineList) -> None:
    low = shown.sizeHintForRow(2)
    shown.show_lines((*LINES[:2], replace(LINES[2], title="很长的名称" * 12, detail="很长的说明" * 12)))
    assert shown.sizeHintForRow(2) > 3 * low
    picture = QImage(shown.size(), QImage.Format.Format_RGB32)
    shown.setCurrentIndex(shown.lines.index(1, 0))
    shown.render(picture)
    colours = {picture.pixelColor(x, y).rgb() for x in range(0, 320, 4) for y in range(0, 200, 2)}
    assert len(colours) > 5


def test_parties_without_numbers_are_no_trouble() -> None:
    empty = Party("王某某")
    view = view_of(World(), "accepted", party=empty)
    assert view.case.applicant.empty is False
