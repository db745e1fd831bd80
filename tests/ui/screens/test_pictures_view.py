"""The page of pictures under keys, clipboard and mouse: what it shows and what it wishes for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk_app.domain.arrivals import AfterStored, Arrived
from desk_app.domain.attachments import (
    Attachment,
    Attachments,
    Content,
    Grade,
    Media,
    PictureSource,
    Place,
    Slot,
    SlotKind,
)
from desk_app.domain.cases import Case
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import BadFile
from desk_app.domain.picture_work import WHOLE
from desk_app.ui.screens.pictures.calls import PagePixels, PicturesLoaded
from desk_app.ui.screens.pictures.shown import Asking, Cutting, PicturesShown, SlotShown, slots_of
from desk_app.ui.screens.pictures.view import PicturesView
from desk_app.ui.shell.screen import GoesBack, Refreshes, Screen
from desk_app.ui.theme.look import WidthClass
from tests.ui.screens.cases_world import World

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
PAGE = PagePixels(60, 80, bytes(60 * 80 * 3))


def picture(case: Case, row: int, pages: int = 3) -> Attachment:
    content = Content("0", Media.PDF, pages, 5)
    slot = Slot(SlotKind.MATERIAL, row)
    source, grade = PictureSource.FOLDER, Grade.UNCHECKED
    return Attachment(UUID(int=7), slot, "户口簿", content, source, NOW, "王某某", grade, NOW, "王某某")


@pytest.fixture
def shown() -> PicturesShown:
    world = World()
    case = world.calls().case(world.add("accepted", 3).id).case
    held = Attachments(case.id, (picture(case, case.materials[1].number),))
    slots = slots_of(PicturesLoaded(case, held, (DocumentKind.MANDATE,), ""))
    ledger = SlotShown(UUID(int=8), Place(ledger=True), "", ())
    return PicturesShown(case, (*slots, ledger), UUID(int=7), (PAGE, PAGE))


@pytest.fixture
def view(qtbot: QtBot, shown: PicturesShown) -> PicturesView:
    made = PicturesView()
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.set_layout_class(WidthClass.WIDE)
    made.show()
    made.show_shown(shown)
    made.focus_start()
    return made


def test_it_is_a_screen_of_the_frame(view: PicturesView) -> None:
    assert isinstance(view, Screen)
    assert isinstance(view, GoesBack)
    assert isinstance(view, Refreshes)
    assert (view.title(), view.context().value) == ("材料图像", "pictures")
    assert "pictures.add" in view.hints()
    told: list[str] = []
    view.refresh_requested.connect(lambda: told.append("refresh"))
    view.back_requested.connect(lambda: told.append("back"))
    view.list.entered.connect(lambda: told.append("entered"))
    view.refresh()
    view.primary()
    assert view.back()
    assert told == ["refresh", "entered", "back"]


def test_every_slot_and_picture_is_a_line(view: PicturesView, shown: PicturesShown) -> None:
    lines = view.list.lines.lines
    assert sum(line.key == UUID(int=7) for line in lines) == 1
    mine = next(line for line in lines if line.key == UUID(int=7))
    assert (mine.tag, mine.title) == ("C 待核", "第 1 份")
    assert mine.detail.endswith("3 页")
    titles = [line.title for line in lines]
    assert "签好的委托书" in titles
    assert titles[-1] == "旧台账的那一页"
    assert view.list.current_key() == shown.line
    assert "第 1 / 2 页" in view.foot.text()


def test_keys_are_wishes(view: PicturesView) -> None:
    told: list[object] = []
    keys = view.list
    keys.wished.connect(told.append)
    keys.graded.connect(told.append)
    keys.zoomed.connect(told.append)
    keys.paged.connect(told.append)
    keys.entered.connect(lambda: told.append("enter"))
    keys.panned.connect(lambda across, down: told.append((across, down)))
    for key in (Qt.Key.Key_R, Qt.Key.Key_C, Qt.Key.Key_S, Qt.Key.Key_Delete, Qt.Key.Key_Return):
        QTest.keyClick(keys, key)
    assert told == ["turn", "cut", "straighten", "remove", "enter"]
    told.clear()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        QTest.keyClick(keys, key)
    assert told == [1, -1, 0, -1, 1]
    told.clear()
    shift = Qt.KeyboardModifier.ShiftModifier
    for key in (Qt.Key.Key_B, Qt.Key.Key_Plus, Qt.Key.Key_Left, Qt.Key.Key_X):
        QTest.keyClick(keys, key, shift)
    QTest.keyClick(keys, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(keys, Qt.Key.Key_X)
    assert told == [Grade.CHECKED, 1, (-1, 0)]


def test_while_it_is_cut_keys_belong_to_the_corners(view: PicturesView, shown: PicturesShown) -> None:
    view.show_shown(replace(shown, cutting=Cutting(WHOLE, 1)))
    assert "按 1 到 4 选角" in view.foot.text()
    told: list[object] = []
    view.list.corner_taken.connect(told.append)
    view.list.corner_moved.connect(lambda across, down: told.append((across, down)))
    view.list.cut_wanted.connect(lambda: told.append("cut"))
    view.list.wished.connect(told.append)
    QTest.keyClick(view.list, Qt.Key.Key_3)
    QTest.keyClick(view.list, Qt.Key.Key_Up)
    QTest.keyClick(view.list, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view.list, Qt.Key.Key_R)
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert told == [2, (0, -1), (-5, 0), "cut"]
    assert not view.grab().isNull()


def test_zoom_and_room(view: PicturesView) -> None:
    sheet = view.sheet
    whole = sheet.canvas.size()
    assert whole.height() <= sheet.viewport().height()
    sheet.zoom(1)
    assert sheet.canvas.width() == sheet.viewport().width()
    for _ in range(5):
        sheet.zoom(1)
    assert sheet.canvas.width() == 3 * sheet.viewport().width()
    before = sheet.verticalScrollBar().value()
    sheet.pan(0, 1)
    assert sheet.verticalScrollBar().value() > before
    sheet.zoom(0)
    assert sheet.canvas.size() == whole
    for width in WidthClass:
        view.set_layout_class(width)
    view.resize(900, 600)
    assert not view.grab().isNull()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"loading": True}, "正在取图"),
        ({"line": UUID(int=8)}, "还没有图"),
    ],
)
def test_words_in_place_of_a_picture(
    view: PicturesView, shown: PicturesShown, changes: dict[str, object], words: str
) -> None:
    view.show_shown(replace(shown, pages=(), **changes))  # type: ignore[arg-type]  # names are checked
    assert words in view.sheet.canvas._words
    assert not view.grab().isNull()


def test_a_slot_that_takes_nothing_says_why(view: PicturesView, shown: PicturesShown) -> None:
    mandate = next(slot for slot in shown.slots if slot.place.paper is not None)
    view.show_shown(replace(shown, pages=(), line=mandate.key))
    assert "还没打出来" in view.sheet.canvas._words
    off = replace(shown.slots[0], off=True)
    view.show_shown(replace(shown, pages=(), slots=(off,), line=off.key))
    assert "不留身份证图像" in view.sheet.canvas._words
    assert "看一眼就还" in view.list.lines.lines[0].detail


def test_what_arrived_and_what_went_wrong(view: PicturesView, shown: PicturesShown) -> None:
    waiting = replace(shown, waiting=(Arrived("1", "1.jpg", 1, 1),))
    for _ in range(2):
        view.show_shown(waiting)
        assert "刚扫进来的 1 张，放进" in view.arrived.heading.text()
    troubled = replace(waiting, trouble=BadFile("picture_kind"), waiting=())
    for _ in range(2):
        view.show_shown(troubled)
        assert view.trouble.heading.text().startswith("这不是图片")
    assert view.arrived.isHidden()
    view.show_shown(shown)
    assert view.trouble.isHidden()
    view.show_shown(None)
    assert (view.list.lines.rowCount(), view.number.text()) == (0, "")


def test_questions_take_the_keyboard_and_give_it_back(view: PicturesView, shown: PicturesShown) -> None:
    answers: list[object] = []
    view.ask.reasoned.connect(answers.append)
    view.ask.settled.connect(answers.append)
    view.show_shown(replace(shown, asking=Asking.REASON))
    view.ask.pick(1)
    view.ask.line.setText("拍糊了")
    view.ask.yes.click()
    view.show_shown(replace(shown, asking=Asking.AFTER))
    assert view.ask.line.isHidden()
    for number in (1, 2, 3, 4):
        view.ask.pick(number)
    view.ask.answers[AfterStored.KEEP].click()
    assert answers == [
        "拍糊了",
        AfterStored.MOVE,
        AfterStored.KEEP,
        AfterStored.DELETE,
        AfterStored.KEEP,
    ]
    view.show_shown(shown)
    assert view.ask.isHidden()


def test_buttons_say_and_do_what_keys_do(view: PicturesView, shown: PicturesShown) -> None:
    told: list[object] = []
    view.wished.connect(told.append)
    view.file_wanted.connect(lambda: told.append("file"))
    view.tools.graded.connect(told.append)
    view.show_shown(replace(shown, camera=True))
    for name in ("add", "camera", "turn", "gradeD"):
        view.tools.buttons[name].click()
    assert told == ["file", "camera", "turn", Grade.PROMISED]
    view.show_shown(replace(shown, busy=True))
    assert not any(button.isEnabled() for button in view.tools.buttons.values())
    assert view.tools.buttons["camera"].isHidden()


def test_files_are_dropped_anywhere(view: PicturesView) -> None:
    dropped: list[str] = []
    view.file_dropped.connect(dropped.append)
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile("/a.jpg"), QUrl("https://example.invalid/b.jpg")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, held, left, plain)
    view.dragEnterEvent(enter)
    assert enter.isAccepted()
    view.dropEvent(QDropEvent(QPointF(5, 5), copy, held, left, plain))
    assert dropped == ["/a.jpg"]
    other = QMimeData()
    other.setText("words")
    refused = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, other, left, plain)
    refused.ignore()
    view.dragEnterEvent(refused)
    assert not refused.isAccepted()
