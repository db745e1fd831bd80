"""What waits, one key away; one's own queues and columns; originals; a colleague's queue for some days."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QTableView, QWidget

from desk_app.domain.cases import CaseState
from desk_app.domain.custody import CustodyState
from desk_app.ui.screens.cases.filters import Chip
from desk_app.ui.screens.cases.rows import Cell
from desk_app.ui.screens.cases.screen import CasesScreen
from tests.stories.counter import (
    BENEFIT,
    CLERK,
    MANAGER,
    MANAGER_PASSWORD,
    PASSWORD,
    SUN,
    WANG,
    Counter,
)


def cases_screen(counter: Counter) -> CasesScreen:
    screen = counter.running.program.cases
    assert screen is not None
    return screen


def tab_to(counter: Counter, name: str, kind: type[QWidget] = QLineEdit) -> None:
    """Tab until this field has the keyboard."""
    for _ in range(40):
        focus = counter.hands.focus
        if isinstance(focus, kind) and focus.accessibleName() == name:
            return
        counter.hands.press("Tab")
    raise AssertionError(f"no way to {name}")


def test_the_home_page_counts_and_each_queue_is_one_key_away(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    hands.press("Ctrl+1")
    home = counter.running.program.lookup
    assert home is not None
    hands.wait_until(
        lambda: home.view.home.queues.tiles[2].accessibleName().startswith("待办结，1 件"), "counted"
    )
    hands.press("Ctrl+Shift+3")
    screen = cases_screen(counter)
    hands.wait_until(
        lambda: screen.presenter.listing.shown.question.chip is Chip.TO_FINISH, "the queue is open"
    )
    hands.wait_until(lambda: screen.list.model.rowCount() == 1, "with its case")
    assert hands.focus is screen.list.table
    hands.press("Ctrl+Shift+9")
    hands.wait_until(lambda: "原件都退还了" in counter.words(), "good news of an empty queue")


def test_an_own_queue_is_kept_and_is_mine_alone(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    counter.accept(BENEFIT, SUN)
    hands.press("Ctrl+3", "Ctrl+F")
    screen = cases_screen(counter)
    hands.type("王")
    hands.wait_until(lambda: screen.list.model.rowCount() == 1, "narrowed")
    hands.press("Ctrl+S", "Return")
    hands.wait_until(lambda: "队列“王”存好了" in counter.words(), "kept")
    hands.press("Escape")
    hands.press("Ctrl+F", "Escape")
    hands.wait_until(lambda: screen.list.model.rowCount() == 2, "everything again")
    hands.press("Alt+1")
    hands.wait_until(lambda: screen.list.model.rowCount() == 1, "the own queue")
    assert screen.presenter.listing.shown.question.text == "王"

    counter.reopen()
    hands = counter.hands
    hands.press("Ctrl+3")
    screen = cases_screen(counter)
    hands.wait_until(lambda: [each.text() for each in screen.own.buttons] == ["王"], "it is there again")
    hands.press("Alt+1")
    hands.wait_until(lambda: screen.list.model.rowCount() == 1, "the own queue")
    hands.press("Ctrl+Shift+S")
    hands.wait_until(lambda: screen.own.buttons == [], "and not needed any more")

    counter.close()
    hands = counter.open_signed_in(MANAGER_PASSWORD, "z")
    hands.press("Ctrl+3")
    assert cases_screen(counter).own.buttons == []


def test_columns_are_chosen_by_keys_and_remembered(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    hands.press("Ctrl+3")
    screen = cases_screen(counter)
    table = screen.list.table
    assert not table.isColumnHidden(Cell.APPLICANT)
    hands.press("Ctrl+Shift+L", *["Down"] * Cell.APPLICANT, "Space")
    assert table.isColumnHidden(Cell.APPLICANT)
    hands.press("Down", "Right", "Shift+Up")
    header = table.horizontalHeader()
    assert header.visualIndex(Cell.STATE) == Cell.APPLICANT
    wide = table.columnWidth(Cell.STATE)
    hands.press("Escape")
    assert screen.columns.isHidden()
    assert hands.focus is table

    counter.reopen()
    counter.hands.press("Ctrl+3")
    table = cases_screen(counter).list.table
    counter.hands.wait_until(lambda: table.isColumnHidden(Cell.APPLICANT), "as it was left")
    assert table.columnWidth(Cell.STATE) == wide
    counter.hands.press("Ctrl+Shift+L", "Delete", "Escape")
    assert not table.isColumnHidden(Cell.APPLICANT)


def test_an_original_is_taken_and_given_back_at_the_materials(counter: Counter) -> None:
    hands = counter.open_signed_in()
    case = counter.accept(BENEFIT, WANG)
    hands.press("Ctrl+3", "Down", "Return")
    screen = cases_screen(counter)
    tabs = screen.case.tabs
    tabs.bar.setFocus()
    hands.press("Right", "Tab")
    assert hands.focus is tabs.materials
    names = [row.name for row in case.materials if row.state is not None]
    identity = next(at for at, name in enumerate(names) if "身份证" in name)
    book = next(at for at, name in enumerate(names) if "户口" in name)
    hands.press("Home", *["Down"] * identity, "Alt+Y")
    hands.wait_until(lambda: "证件不能留存" in counter.words(), "an identity card is never kept")
    hands.press("Home", *["Down"] * book, "Alt+Y")
    hands.wait_until(lambda: "原件收下了" in counter.words(), "taken")
    hands.press("Alt+R")
    hands.press("Return")
    hands.wait_until(lambda: "原件退还了" in counter.words(), "given back")
    with counter.running.desk.open_store.read() as reader:
        custody = reader.custodies.of_case(case.id)
    assert [one.state for one in custody.originals] == [CustodyState.GIVEN_BACK]
    hands.press("Alt+R")
    hands.wait_until(lambda: "这份原件不在我们手里" in counter.words(), "nothing to give back")


def test_a_colleagues_queue_is_worked_off_under_ones_own_name(counter: Counter) -> None:
    counter.open_signed_in(PASSWORD)
    case = counter.accept(BENEFIT, WANG)
    counter.close()
    hands = counter.open_signed_in(MANAGER_PASSWORD, "z")
    hands.press("Ctrl+,", "Alt+3")
    hands.wait_until(lambda: CLERK in counter.words(), "the accounts are read")
    tab_to(counter, "人员", QTableView)
    hands.press("Down")
    hands.wait_until(lambda: f"{CLERK}不在的时候" in counter.words(), "the clerk is chosen")
    tab_to(counter, "到哪天")
    hands.type("+3")
    hands.press("Return")
    hands.wait_until(lambda: "顶岗安排好了" in counter.words(), "given")

    hands.press("Ctrl+3")
    hands.wait_until(lambda: f"代 {CLERK} 办" in counter.words(), "the queue is offered")
    screen = cases_screen(counter)
    screen.filters.chips.focus_current()
    hands.press("Right", "Right")
    assert screen.presenter.listing.shown.question.chip is Chip.STAND_IN
    hands.wait_until(lambda: screen.list.model.rowCount() == 1, "the colleague's case")
    screen.focus_start()
    hands.press("Return", "Ctrl+Return")
    done = counter.last_case()
    assert (done.id, done.state) == (case.id, CaseState.HANDLING)
    (stood_in,) = done.lived.stand_ins
    with counter.running.desk.open_store.read() as reader:
        last = reader.cases.timeline(case.id)[-1]
        given = reader.stand_ins.since(stood_in.first)
    assert last.actor_name == MANAGER
    assert [(one.absent_name, one.present_name) for one in given] == [(CLERK, MANAGER)]
    assert stood_in.absent == given[0].absent
