"""One case as a person meets it: its head, its papers, what it asks, what comes next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk_app.domain.cases import CaseRegistered
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import DiskFull, NotAllowed
from desk_app.domain.identity import IdType
from desk_app.domain.people import MandateKind, Party, Proxy, Relation
from desk_app.ui.screens.cases.page.view import CasePageView
from desk_app.ui.screens.cases.screen import CasesScreen
from desk_app.ui.screens.cases.standing import Done
from desk_app.ui.screens.cases.view import done_words
from desk_app.ui.theme.dress import BARE, put_on
from desk_app.ui.theme.look import Scheme, WidthClass
from desk_app.ui.theme.switch import LookSwitch
from desk_app.ui.widgets.button import Button
from tests.ui.screens.cases_desk import accepted_now, open_screen, words_of
from tests.ui.screens.cases_world import APPLICANT, World, pin
from tests.ui.screens.keyboard import press

RECEIPT = (DocumentKind.RECEIPT,)
Make = Callable[..., CasesScreen]


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def make(qtbot: QtBot, world: World) -> Make:
    def build(width: int = 1320, height: int = 806, *, late: bool = False) -> CasesScreen:
        return open_screen(qtbot, world, (width, height), late=late)

    return build


# The case.


def test_the_primary_button_says_what_it_does(make: Make, world: World) -> None:
    kept = world.add("accepted", 1, papers=RECEIPT)
    screen = make()
    assert screen.case.next.primary.text() == "补打收件凭证"
    assert "最晚" in screen.case.next.sentence.text()
    said: list[str] = []
    screen.told.connect(said.append)
    screen.primary()
    assert world.printed[0][1] == kept.case.documents[0].id
    assert said == ["打好了：收件凭证"]


@pytest.mark.parametrize(
    ("state", "days_ago", "more", "sentence"),
    [
        ("noticed", 1, {}, "等补齐 1 份材料"),
        ("received", 1, {}, "等民政部门决定是否受理"),
        ("received", 1, {"item": pin(department="")}, "等主管部门决定是否受理"),
        ("tolerated", 1, {}, "补交 1 份容缺材料"),
        ("accepted", 12, {}, "已经逾期"),
        (
            "accepted",
            1,
            {"item": pin(promised=type(pin().promised)(), statutory=type(pin().promised)())},
            "以窗口告知为准",
        ),
        ("finished", 1, {}, "办完了"),
    ],
)
def test_the_next_step_is_said_in_words(
    make: Make, world: World, state: str, days_ago: int, more: dict[str, object], sentence: str
) -> None:
    kept = world.add(state, days_ago, **more)
    screen = make()
    screen.open_case(kept.id)
    assert sentence in screen.case.next.sentence.text()
    assert screen.case.next.primary.isVisible() is (state == "noticed")


def test_what_the_clock_says_stands_in_the_head(make: Make, world: World) -> None:
    unknown = pin(promised=type(pin().promised)(), statutory=type(pin().promised)())
    expected = {
        world.add("accepted", 1).id: "剩 9 个工作日 12-07 到期",
        world.add("received", 1).id: "剩 4 个工作日 11-30 前答复",
        world.add("noticed", 1).id: "等补齐材料，还没计时",
        world.add("accepted", 1, item=unknown).id: "时限以窗口告知为准",
        world.add("finished", 3).id: "已办结 11-20",
    }
    screen = make()
    for case_id, text in expected.items():
        screen.open_case(case_id)
        head = screen.case.head
        due = head.due.full_text if head.due.isVisible() else ""
        assert f"{head.left.text()} {due}".strip() == text


def test_the_number_is_copied_whole(make: Make, world: World) -> None:
    kept = world.add("accepted", 1)
    screen = make()
    said: list[str] = []
    screen.told.connect(said.append)
    screen.case.head.copy.click()
    assert QGuiApplication.clipboard().text().replace("-", "") == kept.case.number
    assert said == [f"编号已复制：{QGuiApplication.clipboard().text()}"]


def test_papers_the_power_cut_kept_back_stand_in_red(make: Make, world: World) -> None:
    kept = world.add("accepted", 0, due=RECEIPT)
    screen = make()
    assert "凭证没打出来：收件凭证" in words_of(screen.case.banner)
    assert screen.case.next.primary.text() == "再打一次"
    assert screen.case.tabs.papers.lines.lines[0].tag == "没打"
    world.problem = "找不到打印机。接好打印机再打。"
    screen.primary()
    assert screen.case.banner.heading.text() == "找不到打印机"
    assert screen.case.banner.detail.text() == "接好打印机再打。"
    world.problem, kept.due = None, ()
    screen.primary()
    assert not screen.case.banner.isVisible()


class WindowsShown(QObject):
    """Notes every widget that was shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def test_a_page_being_built_opens_no_window_that_takes_the_keyboard(qapp: QApplication, qtbot: QtBot) -> None:
    windows = WindowsShown()
    qapp.installEventFilter(windows)
    qtbot.addWidget(CasePageView())
    qapp.removeEventFilter(windows)
    assert windows.shown == []


def test_a_refused_act_is_told_at_the_case(make: Make, world: World) -> None:
    world.add("accepted", 1, papers=RECEIPT)
    screen = make()
    world.error = NotAllowed("right_missing", right="print")
    screen.primary()
    assert screen.case.banner.heading.text() == "打印要有权限的人来做"


def test_ctrl_z_asks_why_and_takes_the_acceptance_back(make: Make, world: World) -> None:
    kept = accepted_now(world)
    screen = make()
    assert screen.case.next.withdraw.isVisible()
    said: list[str] = []
    screen.told.connect(said.append)
    screen.withdraw()
    assert screen.case.asking.line.hasFocus()
    press(Qt.Key.Key_Return)
    assert "请写明原因" in words_of(screen.case.banner)
    QTest.keyClicks(screen.case.asking.line, "wrong item")
    press(Qt.Key.Key_Return)
    assert world.withdrawn == [(kept.id, "wrong item")]
    assert not screen.case.asking.isVisible()
    assert not screen.case.next.withdraw.isVisible()
    assert said == ["受理撤回了，这件可以重新办"]


def test_esc_drops_the_question_and_keeps_the_case(make: Make, world: World) -> None:
    accepted_now(world)
    screen = make()
    screen.case.next.withdraw.click()
    assert screen.case.asking.isVisible()
    assert screen.back()
    assert not screen.case.asking.isVisible()
    assert world.withdrawn == []


def test_holding_alt_s_shows_numbers_once_it_was_said_what_for(make: Make, world: World) -> None:
    world.add("accepted", 1)
    screen = make()
    alt, key = Qt.KeyboardModifier.AltModifier, Qt.Key.Key_S
    numbers = screen.case.person.numbers
    assert APPLICANT.id_number not in numbers.text()
    QTest.keyPress(screen.list.table, key, alt)
    assert screen.case.asking.line.hasFocus()
    QTest.keyRelease(screen.case.asking.line, key, alt)
    QTest.keyClicks(screen.case.asking.line, "phone")
    press(Qt.Key.Key_Return)
    assert numbers.text() == f"{APPLICANT.id_number}　{APPLICANT.phone}"
    assert screen.case.person.place.text() == APPLICANT.address
    assert screen.back()
    assert APPLICANT.id_number not in numbers.text()
    QTest.keyPress(screen.case.tabs.history, key, alt)
    assert APPLICANT.id_number in numbers.text()
    QTest.keyRelease(screen.case.tabs.history, key, alt)
    assert APPLICANT.id_number not in numbers.text()
    assert len(world.revealed) == 2


def test_a_ready_answer_is_one_press(make: Make, world: World) -> None:
    kept = world.add("accepted", 1)
    screen = make()
    screen.case.person.reveal.pressed.emit()
    answers = [each for each in screen.case.asking.findChildren(Button) if each.text() == "核对身份"]
    QTest.mouseClick(answers[0], Qt.MouseButton.LeftButton)
    assert world.revealed == [(kept.id, "核对身份")]
    screen.case.person.reveal.released.emit()
    assert APPLICANT.id_number not in screen.case.person.numbers.text()


def test_a_paper_opens_over_its_list_and_esc_puts_it_away(make: Make, world: World) -> None:
    kept = world.add("accepted", 1, papers=(DocumentKind.RECEIPT, DocumentKind.ACCEPTANCE))
    screen = make()
    tabs = screen.case.tabs
    tabs.bar.setCurrentIndex(2)
    tabs.focus_current()
    press(Qt.Key.Key_Return)
    assert tabs.paper.page_count == 1
    assert tabs.back.hasFocus()
    tabs.focus_current()
    assert tabs.back.hasFocus()
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert world.printed[-1] == ("again", kept.case.documents[1].id)
    assert screen.back()
    assert tabs.papers.hasFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert world.printed[-1] == ("again", kept.case.documents[0].id)
    press(Qt.Key.Key_Return)
    tabs.bar.setCurrentIndex(0)
    assert tabs.stack.currentWidget() is tabs.history
    assert screen.presenter.page.session.shown is not None
    assert screen.presenter.page.session.shown.preview is None


def test_while_a_paper_is_fetched_that_is_said(make: Make, world: World) -> None:
    kept = world.add("accepted", 1, papers=RECEIPT)
    screen = make(late=True)
    jobs = screen.property("jobs")
    for _ in range(3):
        jobs.release()
    screen.presenter.page.looks.preview(kept.case.documents[0].id)
    assert screen.case.tabs.paper.page_count == 0
    assert screen.case.tabs.paper.accessibleName() == "收件凭证"


def test_while_an_act_runs_the_buttons_rest(make: Make, world: World) -> None:
    world.add("accepted", 1, papers=RECEIPT)
    screen = make(late=True)
    jobs = screen.property("jobs")
    for _ in range(3):
        jobs.release()
    screen.primary()
    assert screen.case.next.primary.text() == "正在办…"
    assert not screen.case.next.primary.isEnabled()
    jobs.release()
    assert screen.case.next.primary.isEnabled()


def test_a_problem_of_a_case_that_left_the_page_names_it() -> None:
    assert done_words(Done("37107312632800193", problem="没有纸")) == "371073-1-26328-001-93：没有纸"
    assert "磁盘满了" in done_words(Done("1", problem=DiskFull()))
    assert done_words(Done("1")) == "1："


def test_in_a_low_window_the_upper_part_scrolls_and_the_buttons_stay(
    make: Make, world: World, qtbot: QtBot
) -> None:
    accepted_now(world, papers=RECEIPT)
    screen = make(936, 500)
    screen.set_layout_class(WidthClass.NARROW)
    screen.withdraw()
    line = screen.case.asking.line
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect().height() == line.height())
    foot = screen.case.next
    assert foot.mapTo(screen, foot.rect().bottomLeft()).y() < screen.height()
    qtbot.waitUntil(lambda: foot.height() >= foot.heightForWidth(foot.width()))


def test_who_came_for_the_applicant_is_said(make: Make, world: World) -> None:
    kept = world.add("accepted", 1)
    registered = kept.story[0]
    assert isinstance(registered, CaseRegistered)
    proxy = Proxy(replace(APPLICANT, name="李某某"), Relation.CHILD, MandateKind.WRITTEN)
    kept.story[0] = replace(registered, proxy=proxy)
    screen = make()
    assert screen.case.person.proxy.text() == "由李某某来办（子女，有委托书）"


def test_a_passport_tells_neither_sex_nor_age(make: Make, world: World) -> None:
    guest = Party("WANG MOUMOU", IdType.PASSPORT, "E12345678", "06310000000")
    world.add("accepted", 1, party=guest)
    screen = make()
    assert screen.case.person.name.text() == "WANG MOUMOU"
    assert guest.id_number not in screen.case.person.numbers.text()
    assert not screen.case.person.place.isVisible()


def colours(widget: QWidget) -> int:
    """How many colours a part of the screen shows."""
    picture = widget.grab().toImage()
    spots = ((x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2))
    return len({picture.pixel(x, y) for x, y in spots})


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("large", [False, True])
def test_every_look_paints_every_tab(
    make: Make, world: World, qapp: QApplication, scheme: Scheme, *, large: bool
) -> None:
    world.add("tolerated", 1, papers=RECEIPT)
    world.add("finished", 2)
    screen = make()
    switch = LookSwitch(qapp)
    try:
        switch.choose(scheme, large)
        screen.set_layout_class(WidthClass.NARROW if large else WidthClass.WIDE)
        for tab in range(4):
            screen.case.tabs.bar.setCurrentIndex(tab)
            assert colours(screen.case.tabs) > 4  # ground, words, lines
        assert screen.case.person.initial.height() == switch.look.size("control_small") + 4
    finally:
        switch.choose(Scheme.LIGHT, False)
        put_on(qapp, BARE)
        switch.deleteLater()
