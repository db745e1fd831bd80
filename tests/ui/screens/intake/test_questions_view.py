"""Questions and troubles at their place, people to pick, taking back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.domain.cases import CaseState
from desk_app.domain.checked import Checked, Reason
from desk_app.domain.errors import DiskFull
from desk_app.domain.people import MandateKind, Proxy, Relation
from desk_app.domain.prefill import History, Relative
from desk_app.ui.screens.intake.applicant.view import problem_words
from desk_app.ui.screens.intake.calls import ItemField
from desk_app.ui.screens.intake.screen import IntakeScreen
from tests.ui.screens.intake.page import box, focused, type_into
from tests.ui.screens.intake.world import OLD_WOMAN, SON, WOMAN, World, known, person


def test_an_open_case_is_asked_about_with_its_number(world: World, screen: IntakeScreen) -> None:
    known(world, CaseState.NOTICED)
    screen.presenter.moves.start("1-19")
    type_into(screen, "id_number", OLD_WOMAN)
    question = screen.view.question
    assert question.isVisible()
    assert "371073-1-26328-001-" in question.heading.text()
    first, second = question.buttons
    assert first.hasFocus()
    assert (first.text(), second.text()) == ("接着办那一件", "另办一件")
    second.click()
    assert question.isHidden()
    assert focused() == "materials"


def test_enter_is_the_first_answer(world: World, screen: IntakeScreen) -> None:
    known(world, CaseState.ACCEPTED)
    asked: list[object] = []
    screen.presenter.questions.case_wanted.connect(asked.append)
    screen.presenter.moves.start("1-19")
    type_into(screen, "id_number", OLD_WOMAN)
    assert "打开那一件" in screen.view.question.buttons[0].text()
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, Qt.Key.Key_Return)
    assert len(asked) == 1


def test_clearing_and_a_full_desk_are_asked_about(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    type_into(screen, "name", "张某某")
    actions = {action.text(): action for action in screen.view.more_menu().actions()}
    actions["清空这张单子"].trigger()
    assert screen.view.question.heading.text() == "清空这张单子？"
    assert screen.back()
    assert screen.view.question.isHidden()
    assert box(screen, "name").text() == "张某某"
    for _ in range(5):
        screen.presenter.moves.start("1-5")
        type_into(screen, "name", "李某某")
    assert "5 位" in screen.view.question.heading.text()
    actions["不办了，关掉"].trigger()
    assert screen.view.idle.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_more_opens_at_its_button(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    asked: list[object] = []
    screen.presenter.moves.item_wanted.connect(asked.append)
    QTest.keyClick(screen.view, Qt.Key.Key_F3)
    assert asked == [""]
    QTest.keyClick(screen.view, Qt.Key.Key_F10)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def test_trouble_is_said_on_the_page_and_goes_when_work_goes_on(world: World, screen: IntakeScreen) -> None:
    known(world)
    screen.presenter.moves.start("1-19")
    type_into(screen, "id_number", OLD_WOMAN)
    screen.presenter.take_all()
    world.error = DiskFull()
    screen.primary()
    assert screen.view.trouble.isVisible()
    assert "磁盘满了" in screen.view.trouble.heading.text()
    world.error = None
    type_into(screen, "phone", "1")
    assert screen.view.trouble.isHidden()


def test_a_problem_is_shown_at_its_place_and_read_out(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    screen.view.focus("materials", 0)
    screen.primary()
    assert focused() == "id_number"
    assert screen.view.boxes.fields["id_number"].problem.text() == "这里还没填"
    assert screen.view.acts.hint.accessibleName() == "身份证号：这里还没填"
    screen.presenter.submission.problem_found.emit("materials")
    assert screen.view.acts.hint.accessibleName() == "材料清单：还没填好"
    screen.presenter.submission.problem_found.emit("item")
    assert screen.view.acts.hint.accessibleName() == "事项：还没填好"


def test_other_refusals_keep_their_own_words() -> None:
    assert problem_words("phone", Checked(reason=Reason.TOO_SHORT, detail="3")) == "还差 3 位"
    assert problem_words("phone", None) == ""


def test_a_missing_mandate_and_unseen_papers_are_said_where_they_are(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    screen.presenter.chose("acting", "proxy")
    for name, text in (
        ("id_number", OLD_WOMAN),
        ("name", "张某某"),
        ("proxy_name", "李某某"),
        ("proxy_id_number", SON),
    ):
        type_into(screen, name, text)
    screen.primary()
    assert focused() == "mandate"
    assert screen.view.acting._mandate_problem.isVisible()
    screen.view.acting.mandate.chosen.emit("written")
    screen.primary()
    assert focused() == "materials"
    assert screen.view.papers.problem.isVisible()


def test_what_to_know_of_the_item_stands_on_top(world: World, screen: IntakeScreen) -> None:
    plain = world.items["1-19"]
    world.items["1-19"] = replace(plain, item=replace(plain.item, status_note="已改为免申即享"))
    screen.presenter.moves.start("1-19")
    assert screen.view.note.heading.text() == "已改为免申即享"
    world.items["1-19"] = plain
    screen.refresh()
    assert screen.view.note.isHidden()


def test_a_lane_without_an_item_asks_for_one(screen: IntakeScreen) -> None:
    screen.presenter.moves.open_person(SON)
    assert screen.view.head.title.full_text == "还没选事项"
    assert screen.view.outcome.banner.title.text() == "还没选事项"
    assert screen.view.acts.primary.text() == "受理并打印"
    screen.presenter.moves.start("1-7")
    assert screen.view.acts.primary.text() == "收件并打印"
    assert "*" in box(screen, "id_number").text()


def test_people_are_offered_below_the_name_and_taken_by_mouse_or_key(
    world: World, screen: IntakeScreen
) -> None:
    world.people = (WOMAN,)
    screen.presenter.moves.start("1-19")
    type_into(screen, "name", "张某")
    picks = screen.view.applicant.picks
    assert picks.isVisible()
    button = picks.findChildren(QWidget)[-1]
    assert OLD_WOMAN not in button.accessibleName()
    assert "张某某" in button.accessibleName()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert picks.isHidden()
    assert "*" in box(screen, "id_number").text()


def test_the_household_is_offered_as_proxy(world: World, screen: IntakeScreen) -> None:
    son = person(SON, "李某某")
    before = Proxy(son.party(), Relation.CHILD, MandateKind.NONE)
    world.histories[OLD_WOMAN] = History(WOMAN, (), (Relative(son, before), Relative(son)))
    screen.presenter.moves.start("1-19")
    type_into(screen, "id_number", OLD_WOMAN)
    screen.view.acting.acting.chosen.emit("proxy")
    assert screen.view.acting.picks.isVisible()
    QTest.keyClick(screen.view, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert box(screen, "proxy_name").text() == "李某某"
    assert screen.view.acting.relation.currentText() == "子女"
    screen.view.acting.relation.activated.emit(0)
    assert screen.view.acting.relation.currentText() == "配偶"
    screen.view.acting.id_type.activated.emit(5)
    assert screen.view.acting.id_type.currentText() == "护照"


def test_the_kind_of_paper_can_be_chosen(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    screen.view.applicant.id_type.activated.emit(5)
    assert screen.view.applicant.id_type.currentText() == "护照"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_item_asks_its_own_questions(world: World, screen: IntakeScreen) -> None:
    world.fields = (ItemField("account", "发放账户"), ItemField("way", "申领方式", ("首次申领", "续领")))
    screen.presenter.moves.start("1-19")
    assert screen.view.item_fields.isVisible()
    type_into(screen, "fields.way", "首次")
    assert box(screen, "fields.way").completer() is not None
    world.fields = ()
    screen.refresh()
    assert screen.view.item_fields.isHidden()
    assert screen.view.boxes.widget("fields.way") is None
    assert not screen.view.boxes.focus("fields.way", 0)
    screen.view.boxes.drop("fields.way")
