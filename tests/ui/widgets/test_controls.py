"""What the widgets do when they are used by key and mouse; how they look is the gallery's business."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_app.ui.table_model import Column, TableModel
from desk_app.ui.theme.look import Tone
from desk_app.ui.theme.marks import LampShape
from desk_app.ui.widgets.banner import Banner, NextAct, OutcomeBanner
from desk_app.ui.widgets.boxes import Card, CardHead, IconMark, clear_layout, row
from desk_app.ui.widgets.button import Button, ButtonKind, IconButton, PrimaryButton
from desk_app.ui.widgets.chips import Chip, ChipRow, ChipText, Flow
from desk_app.ui.widgets.day_strip import DayBox, DayKind, DayStrip
from desk_app.ui.widgets.empty import EmptyState, SkeletonRows
from desk_app.ui.widgets.field import LabelledField, PasswordField
from desk_app.ui.widgets.lamp import Lamp
from desk_app.ui.widgets.line import InputLine, NoteBox, PasswordLine, PickBox, Tick
from desk_app.ui.widgets.marked_text import marked_layout
from desk_app.ui.widgets.pdf_preview import PdfPreview, page_image
from desk_app.ui.widgets.segmented import Choice, Segmented
from desk_app.ui.widgets.table import Table
from desk_app.ui.widgets.tag import ModeTag, Tag
from desk_app.ui.widgets.text import ElidedText, Text

LEFT = Qt.MouseButton.LeftButton


def _shown(qtbot: QtBot, widget: QWidget, width: int = 400, height: int = 0) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height or widget.sizeHint().height())
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def test_a_button_says_its_words_and_key_and_enter_presses_it(qtbot: QtBot) -> None:
    button, pressed = PrimaryButton("受理并打印", ButtonKind.SUCCESS, icon="printer"), list[str]()
    button.clicked.connect(lambda: pressed.append("x"))
    _shown(qtbot, button)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 2
    assert (button.accessibleName(), button.accessibleDescription()) == ("受理并打印", "Ctrl+Enter")
    button.set_words("打印告知书", kind=ButtonKind.DANGER, icon="warning")
    assert (button.accessibleName(), button.kind) == ("打印告知书", ButtonKind.DANGER)


def test_a_narrow_button_drops_its_key_before_its_words(qtbot: QtBot) -> None:
    button = Button("挂起", icon="pause-circle", keys="Ctrl+H")
    assert button.minimumSizeHint().width() < button.sizeHint().width()
    _shown(qtbot, button, button.minimumSizeHint().width())
    button.setDown(True)
    button.grab()


def test_an_icon_button_carries_the_verb(qtbot: QtBot) -> None:
    button = IconButton("star", "收藏")
    button.set_verb("star-fill", "取消收藏")
    _shown(qtbot, button, 40)
    assert button.accessibleName() == "取消收藏"
    assert button.size().width() >= 32


def test_the_arrows_choose_among_what_can_be_chosen(qtbot: QtBot) -> None:
    choices = [Choice("a", "本人到场"), Choice("b", "委托他人"), Choice("c", "上门代办", "user")]
    parts, chosen = Segmented("由谁来办", choices), list[str]()
    parts.chosen.connect(chosen.append)
    _shown(qtbot, parts)
    parts.set_disabled_choices({"b"})
    QTest.keyClick(parts, Qt.Key.Key_Right)
    QTest.keyClick(parts, Qt.Key.Key_Right)
    QTest.keyClick(parts, Qt.Key.Key_Up)
    assert chosen == ["c"]
    assert parts.accessibleName() == "由谁来办 上门代办"
    QTest.mouseClick(parts, LEFT, pos=QPoint(200, 10))  # b is off
    QTest.mouseClick(parts, LEFT, pos=QPoint(10, 10))
    QTest.keyClick(parts, Qt.Key.Key_Left)
    parts.set_current("b")
    assert chosen == ["c", "a"]
    assert parts.current == "b"


def test_a_field_says_what_is_wrong_and_forgets_it(qtbot: QtBot) -> None:
    page = QWidget()
    box = QVBoxLayout(page)
    field, other = LabelledField("手机号", keys=("Alt", "I"), placeholder="11 位"), QLineEdit()
    box.addWidget(field)
    box.addWidget(other)
    heard: list[str] = []
    field.edited.connect(heard.append)
    field.left.connect(lambda: heard.append("left"))
    _shown(qtbot, page)
    field.setFocus()
    QTest.keyClicks(field.editor, "138")
    other.setFocus()
    assert heard == ["1", "13", "138", "left"]
    field.set_text("138")
    field.set_carried("沿用上次 2025-11-20")
    field.set_problem("还差 8 位")
    assert field.problem.isVisible()
    assert field.line.property("problem") is True
    assert field.editor.accessibleDescription() == "还差 8 位"
    field.set_problem("")
    assert not field.problem.isVisible()
    assert field.line.trailing == "沿用上次 2025-11-20"
    field.set_state("校验正确", Tone.GREEN)
    assert field.line.trailing == "校验正确"
    page.grab()
    assert field.editor.accessibleName() == "手机号"


def test_fields_take_other_editors(qtbot: QtBot) -> None:
    heard: list[str] = []
    pick, note = PickBox(), NoteBox("备注", lines=3)
    pick.addItems(["首次", "变更"])
    picked, noted = LabelledField("方式", pick), LabelledField("备注", note)
    bare = LabelledField("别的", Tick("勾"))
    noted.left.connect(lambda: heard.append("left"))
    picked.edited.connect(heard.append)
    page = row(picked, noted, bare)
    _shown(qtbot, page, 600, 200)
    picked.set_text("变更")
    noted.set_text("行动不便")
    bare.set_text("x")
    bare.set_problem("没勾")
    assert (picked.text(), noted.text(), bare.text()) == ("变更", "行动不便", "")
    pick.setFocus()
    QTest.keyClick(pick, Qt.Key.Key_Up)
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert heard == ["首次", "left"]
    assert pick.accessibleName() == "方式"


def test_a_field_without_a_line_says_so(qtbot: QtBot) -> None:
    field = LabelledField("备注", NoteBox())
    qtbot.addWidget(field)
    with pytest.raises(TypeError, match="no line"):
        _ = field.line
    assert NoteBox("x", 3).minimumSizeHint().height() < NoteBox("x", 3).sizeHint().height()


def test_the_wheel_changes_no_choice(qtbot: QtBot) -> None:
    pick = PickBox("方式")
    pick.addItems(["首次", "变更"])
    _shown(qtbot, pick)
    down = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pick, down)
    assert pick.currentText() == "首次"


def test_the_eye_shows_a_password(qtbot: QtBot) -> None:
    field = PasswordField("口令")
    line = field.editor
    assert isinstance(line, PasswordLine)
    _shown(qtbot, field)
    hidden = QLineEdit.EchoMode.Password
    assert line.echoMode() is hidden
    eye = QPoint(line.width() - 20, line.height() // 2)
    QTest.mouseClick(line, LEFT, pos=eye)
    assert line.echoMode() is not hidden
    QTest.mouseClick(line, LEFT, pos=eye)
    QTest.mouseClick(line, LEFT, pos=QPoint(5, 5))
    assert line.echoMode() is hidden
    field.set_problem("口令至少 8 位")
    assert field.problem.text() == "口令至少 8 位"


def test_a_menu_over_a_field_is_not_leaving_it(qtbot: QtBot) -> None:
    line, heard = InputLine("x"), list[str]()
    line.left.connect(lambda: heard.append("left"))
    _shown(qtbot, line)
    for reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.TabFocusReason):
        line.setFocus()
        line.clearFocus() if reason is Qt.FocusReason.TabFocusReason else None
    assert heard == ["left"]


def test_a_tag_without_words_is_hidden_and_comes_back(qtbot: QtBot) -> None:
    page = row(tag := Tag(""), mode := ModeTag())
    _shown(qtbot, page, height=40)
    assert tag.isHidden()
    tag.set_tag("缺", Tone.RED, "x")
    mode.set_mode("entrusted_receive")
    assert tag.isVisible()
    assert (mode.text, mode.tone) == ("委托收件", Tone.AMBER)
    mode.set_mode("")
    assert mode.isHidden()
    alone = Tag("")
    qtbot.addWidget(alone)
    alone.set_tag("字", Tone.GREEN)
    assert not alone.isVisible()  # no window of its own


def test_filters_are_exclusive_and_counted(qtbot: QtBot) -> None:
    chips, chosen = (
        [ChipText("all", "全部", 3), ChipText("late", "逾期", None, LampShape.OVERDUE)],
        list[str](),
    )
    filters = ChipRow("筛选", chips)
    filters.chosen.connect(chosen.append)
    _shown(qtbot, filters, 120)
    filters.focus_current()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "全部 3"
    QTest.keyClick(focus, Qt.Key.Key_Right)
    assert chosen == ["late"]
    filters.set_current("all")
    filters.set_counts({"late": 1})
    assert chosen == ["late"]
    assert filters.current == "all"
    assert filters.heightForWidth(120) > filters.heightForWidth(600)


def test_rare_filters_are_there_while_they_have_something_to_show(qtbot: QtBot) -> None:
    filters = ChipRow("筛选", [ChipText("all", "全部", 3), ChipText("call", "待回访", 0)], {"call"})
    _shown(qtbot, filters, 600)
    (call,) = (chip for chip in filters.findChildren(Chip) if chip.text() == "待回访")
    assert not call.isVisible()
    filters.set_counts({"call": 2})
    assert call.isVisible()
    call.setFocus()
    filters.set_counts({"call": 0})
    assert call.isVisible(), "the keyboard is not taken away"
    filters.focus_current()
    filters.set_counts({"call": 0})
    assert not call.isVisible()
    filters.set_current("call")
    assert call.isVisible(), "what is in force is said"


def test_the_flow_wraps_and_gives_back(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    flow = Flow(page)
    for text in ("一", "二"):
        flow.addWidget(Text(text))
    assert flow.count() == 2
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None
    assert flow.minimumSize().width() < flow.sizeHint().width()
    assert not flow.expandingDirections() & Qt.Orientation.Vertical
    clear_layout(flow)
    assert flow.count() == 0


def test_days_fold_in_the_middle_and_say_why(qtbot: QtBot) -> None:
    strip = DayStrip()
    days = [DayBox("一", str(n), DayKind.COUNTED, f"第 {n} 天") for n in range(60)]
    strip.show_days(days, "从明天起算")
    _shown(qtbot, strip, 300)
    assert strip.heightForWidth(300) < strip.heightForWidth(30) * 10
    assert strip.accessibleName() == "从明天起算"
    strip.grab()
    tip = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), strip.mapToGlobal(QPoint(5, 5)))
    assert QApplication.sendEvent(strip, tip)
    beside = QHelpEvent(QEvent.Type.ToolTip, QPoint(299, 300), strip.mapToGlobal(QPoint(299, 300)))
    assert QApplication.sendEvent(strip, beside)
    strip.show_days([])
    assert strip.heightForWidth(300) == 0


def test_banners_speak_and_act(qtbot: QtBot) -> None:
    banner, pressed = Banner(), list[str]()
    page = row(banner)
    _shown(qtbot, page)
    acts = [NextAct("再打一次", lambda: pressed.append("again"), "Enter", primary=True)]
    banner.say(Tone.RED, "凭证没打出来", "办件已经存好。", acts)
    banner.buttons[0].click()
    assert pressed == ["again"]
    assert banner.accessibleName() == "凭证没打出来 办件已经存好。"
    banner.say(Tone.BLUE, "好了")
    assert banner.buttons == []
    assert banner.detail.isHidden()


def test_the_outcome_is_announced_when_it_changes(qtbot: QtBot) -> None:
    outcome = OutcomeBanner()
    _shown(qtbot, outcome)
    outcome.show_outcome("receive", "可以收件", "")
    assert outcome.accessibleName() == "可以收件"
    outcome.show_outcome("notice", "一次性告知", "缺 2 份")
    assert outcome.accessibleName() == "一次性告知，缺 2 份"
    outcome.setAccessibleName("")
    outcome.show_outcome("notice", "一次性告知", "缺 2 份")
    assert outcome.accessibleName() == ""


def test_empty_places_offer_an_act(qtbot: QtBot) -> None:
    empty, pressed, waiting = EmptyState(), list[str](), SkeletonRows()
    qtbot.addWidget(empty)
    qtbot.addWidget(waiting)
    empty.say("没有逾期的办件")
    assert empty.findChild(Button) is None
    empty.say("没有逾期的办件", "今天到期 2 件", NextAct("看今日到期", lambda: pressed.append("x")))
    button = empty.findChild(Button)
    assert button is not None
    button.click()
    waiting.say("已读 1,240 件")
    assert pressed == ["x"]
    assert waiting.accessibleName() == "已读 1,240 件"


def test_long_text_ends_in_an_ellipsis_and_a_tooltip(qtbot: QtBot) -> None:
    text = ElidedText("居民养老保险参保登记")
    _shown(qtbot, text, 60)
    assert text.text().endswith("…")
    assert text.toolTip() == text.full_text == "居民养老保险参保登记"
    text.resize(400, 30)
    assert text.text() == text.full_text
    assert text.toolTip() == ""
    text.set_tone("red")
    text.set_tone("red")
    assert text.property("tone") == "red"


def test_marks_count_characters_not_units(qtbot: QtBot) -> None:
    layout = marked_layout("𠮷祥养老", [(2, 2)], "body", 300)
    found = layout.formats()[0]
    assert (found.start, found.length) == (3, 2)
    assert marked_layout("养老保险养老保险", [], "body", 40).lineCount() > 1


def test_a_preview_scales_its_pages(qtbot: QtBot) -> None:
    preview = PdfPreview("收件凭证")
    _shown(qtbot, preview, 200, 300)
    preview.say("先选事项")
    preview.grab()
    assert preview.heightForWidth(200) == 120
    page = page_image(100, 50, bytes(5000))
    preview.show_pages([page, page])
    assert preview.page_count == 2
    assert preview.heightForWidth(200) == 208
    picture = preview.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert picture.pixelColor(100, 20).lightness() < 10
    preview.grab()


def test_a_table_opens_by_enter_and_by_double_click_and_never_searches(qtbot: QtBot) -> None:
    model = TableModel[int]([Column("数", str, sort_key="n"), Column("方", str, width=0)], key=int)
    table, opened, moved = Table("办件"), list[int](), list[int]()
    table.opened.connect(opened.append)
    table.row_changed.connect(moved.append)
    model.set_rows(range(5))
    model.setParent(table)
    _shown(qtbot, table, 400, 300)
    table.show_model(model)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_4)
    place = table.visualRect(model.index(3, 1)).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=place)
    QTest.mouseDClick(table.viewport(), LEFT, pos=place)
    assert opened[-2:] == [2, 3]
    assert moved[-1] == 3
    table.grab()
    table.refit()
    assert table.rowHeight(0) >= 40
    bare = Table("空")
    qtbot.addWidget(bare)
    bare.refit()


def test_cards_lamps_and_marks(qtbot: QtBot) -> None:
    card, lamp, mark = Card(), Lamp(LampShape.OK, "正常"), IconMark("user")
    head = CardHead("申请人")
    card.set_head(head)
    card.without_padding().body.addWidget(row(lamp, mark))
    _shown(qtbot, card, 300, 200)
    lamp.set_lamp(LampShape.DUE)
    mark.set_icon("users", "red")
    card.grab()
    assert card.accessibleName() == "申请人"
    assert lamp.accessibleName() == "due"
    assert lamp.sizeHint().expandedTo(QSize(16, 16)) == lamp.sizeHint()
    QApplication.sendEvent(mark, QEvent(QEvent.Type.StyleChange))
    QApplication.sendEvent(head, QEvent(QEvent.Type.StyleChange))
    tick = Tick("已打印")
    qtbot.addWidget(tick)
    tick.setChecked(True)
    tick.grab()
