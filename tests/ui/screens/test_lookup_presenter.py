"""What typing, moving, picking, ticking and Esc lead to on the look-up screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk_app.domain.catalogue import HandlingMode
from desk_app.domain.errors import DiskFull, PrinterTrouble
from desk_app.ui.screens.lookup.session import Remark
from desk_app.ui.screens.lookup.shown import Page, Primary
from tests.ui.screens.lookup_world import HITS, WAITING_ROWS, Desk, HeldJobs

pytestmark = pytest.mark.usefixtures("qapp")


def test_home_shows_what_waits_and_what_is_done_most() -> None:
    desk = Desk()
    home = desk.see().home
    assert desk.page() is Page.HOME
    assert [(row.id, count) for row, count in home.favourites] == [("1-4", 40), ("1-1", 12)]
    assert home.todo == WAITING_ROWS
    assert (home.hour, home.counter, home.signed_in) == (10, "03 号窗口", True)


def test_before_log_in_nothing_of_the_store_is_asked() -> None:
    desk = Desk(signed_in=False)
    desk.fault = AssertionError("the store is closed")
    desk.presenter.set_query("zdsh")
    desk.acts.open_note()
    shown = desk.see()
    assert (shown.home.todo, shown.may_note, shown.note) == (None, False, None)


def test_what_waits_comes_when_it_has_been_read() -> None:
    jobs = HeldJobs()
    desk = Desk(jobs)
    assert desk.see().home.todo is None
    jobs.release()
    assert desk.see().home.todo == WAITING_ROWS


def test_what_waits_is_not_shown_to_the_next_user() -> None:
    jobs = HeldJobs()
    desk = Desk(jobs)
    desk.signed_in = False
    jobs.release()
    assert desk.see().home.todo is None
    desk.signed_in = True
    assert desk.see().home.todo is None


def test_trouble_with_what_waits_is_told_in_its_card() -> None:
    desk = Desk()
    desk.fault = DiskFull()
    desk.presenter.refresh()
    assert isinstance(desk.see().home.todo_trouble, DiskFull)
    desk.fault = None
    desk.presenter.refresh()
    assert desk.see().home.todo_trouble is None


def test_a_bug_goes_to_the_crash_handler() -> None:
    desk = Desk()
    desk.fault = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        desk.presenter.refresh()
    desk.fault = None
    desk.presenter.set_query("zdsh")
    desk.fault = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        desk.acts.print_referral()
    assert not desk.see().busy


def test_typing_finds_and_shows_the_first_guide() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    shown = desk.see()
    assert shown.page is Page.ITEMS
    assert desk.names() == ["最低生活保障审核", "就业登记", "最低生活保障申请"]
    assert [row.own for row in shown.rows] == [True, True, False]
    assert (shown.current, desk.item_id()) == (0, "1-1")
    assert shown.rows[0].name_spans == ((0, 4),)
    assert shown.rows[0].matched == ""


def test_a_row_says_what_was_met_when_it_was_not_the_name() -> None:
    desk = Desk()
    desk.presenter.set_query("lnz")
    (row,) = desk.see().rows
    assert (row.matched, row.matched_spans) == ("老年证", ((0, 3),))


def test_guesses_are_called_so() -> None:
    desk = Desk()
    desk.presenter.set_query("xiangjin")
    assert desk.see().only_alike
    desk.presenter.set_query("zdsh")
    assert not desk.see().only_alike


def test_arrows_move_without_wrapping_and_the_guide_follows() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    seen = []
    for step in (1, 1, 1, -1, -1, -1):
        desk.presenter.move(step)
        seen.append(desk.item_id())
    assert seen == ["1-2", "2-1", "2-1", "1-2", "1-1", "1-1"]


def test_arrows_on_an_empty_page_do_nothing() -> None:
    desk = Desk()
    desk.used = ()
    desk.presenter.set_query("")
    desk.presenter.move(1)
    assert desk.see().current == -1


def test_numbers_choose_rows() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    assert desk.presenter.pick(3)
    assert desk.item_id() == "2-1"
    assert not desk.presenter.pick(4)
    assert not desk.presenter.pick(0)


def test_choosing_what_is_chosen_changes_nothing() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    place = desk.session.position
    desk.presenter.select(0)
    desk.presenter.select(-1)
    desk.presenter.select(7)
    assert desk.session.position is place


@pytest.mark.parametrize("query", ["zdsh", "zhuanwai", "lnz"])
def test_enter_starts_the_intake_of_what_may_be_received(query: str) -> None:
    desk = Desk()
    desk.presenter.set_query(query)
    desk.presenter.take()
    assert desk.said("intake_requested") == [HITS[query][0].item_id]
    assert not desk.done


def test_enter_prints_where_to_go_for_what_is_done_elsewhere() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    desk.presenter.pick(3)
    assert desk.guide().primary is Primary.REFERRAL
    desk.presenter.take()
    assert desk.done == [("referral", "2-1")]
    assert desk.said("told") == ["已打印"]
    assert desk.said("command") == [None]
    assert not desk.said("intake_requested")


def test_an_own_item_on_which_the_site_only_advises_is_referred() -> None:
    desk = Desk()
    desk.items["1-2"] = replace(desk.items["1-2"], mode=HandlingMode.ADVICE)
    desk.presenter.set_query("jiuye")
    desk.presenter.start()
    assert desk.done == [("referral", "1-2")]


def test_starting_without_a_guide_does_nothing() -> None:
    desk = Desk()
    for press in (
        desk.presenter.start,
        desk.presenter.take,
        desk.acts.print_checklist,
        desk.acts.print_referral,
    ):
        press()
    desk.acts.tick(1)
    assert not desk.done
    assert not desk.said("intake_requested")


def test_ticks_are_what_the_citizen_has_brought() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    for number in (1, 2, 1):
        desk.acts.tick(number)
    assert desk.guide().brought == {2}
    desk.acts.print_checklist()
    assert desk.done == [("checklist", "1-1", frozenset({2}))]


@pytest.mark.parametrize("number", [4, 77])
def test_what_the_counter_verifies_itself_cannot_be_ticked(number: int) -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    desk.acts.tick(number)
    assert desk.guide().brought == frozenset()


def test_nothing_is_printed_when_everything_is_here() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    for number in (1, 2, 3):
        desk.acts.tick(number)
    desk.acts.print_checklist()
    assert not desk.done
    assert desk.said("remarked") == [Remark.ALL_BROUGHT]


def test_ticks_stay_while_the_list_does_and_end_with_the_visit() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    desk.acts.tick(1)
    desk.presenter.move(1)
    desk.presenter.move(-1)
    assert desk.guide().brought == {1}
    desk.presenter.set_query("jiuye")
    desk.presenter.set_query("zdsh")
    assert desk.guide().brought == frozenset()
    desk.acts.tick(1)
    desk.presenter.start()
    assert desk.guide().brought == frozenset()
    desk.acts.tick(1)
    desk.presenter.set_query(" ")
    desk.presenter.set_query("zdsh")
    assert desk.guide().brought == frozenset()


def test_one_paper_at_a_time() -> None:
    jobs = HeldJobs()
    desk = Desk(jobs)
    jobs.release()
    desk.presenter.set_query("zdsh")
    desk.acts.print_checklist()
    desk.acts.print_checklist()
    desk.acts.print_referral()
    assert [lane for _, lane in jobs.waiting] == ["files"]
    assert desk.see().busy
    jobs.release()
    assert not desk.see().busy
    assert desk.done == [("checklist", "1-1", frozenset())]


def test_a_paper_that_failed_is_told_until_the_next_step() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    desk.fault = PrinterTrouble()
    desk.acts.print_referral()
    assert isinstance(desk.see().trouble, PrinterTrouble)
    desk.fault = None
    desk.acts.print_referral()
    assert desk.see().trouble is None
    desk.fault = PrinterTrouble()
    desk.acts.print_referral()
    desk.presenter.move(1)
    assert desk.see().trouble is None


def test_a_note_about_an_item() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    desk.acts.open_note()
    note = desk.see().note
    assert note is not None
    assert (note.about, note.text) == ("1-1", "")
    desk.acts.write_note("  问了低保边缘  ")
    assert desk.done == [("note", "1-1", "问了低保边缘")]
    assert desk.said("remarked") == [Remark.NOTE_KEPT]
    assert desk.see().note is None


def test_an_empty_note_is_not_kept() -> None:
    desk = Desk()
    desk.acts.write_note("没开着")
    desk.acts.note_typed("没开着")
    desk.presenter.set_query("zdsh")
    desk.acts.open_note()
    desk.acts.write_note("  ")
    assert not desk.done
    assert desk.said("remarked") == [Remark.NOTE_EMPTY]
    assert desk.see().note is not None


def test_a_half_written_note_survives_another_item_and_a_fault() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    desk.acts.open_note()
    desk.acts.note_typed("问了")
    desk.presenter.move(1)
    assert desk.see().note is None
    desk.presenter.move(-1)
    desk.acts.open_note()
    note = desk.see().note
    assert note is not None
    assert note.text == "问了"
    desk.fault = DiskFull()
    desk.acts.write_note("问了低保")
    assert isinstance(desk.see().trouble, DiskFull)
    assert desk.see().note is not None
    assert desk.session.note_drafts == {"1-1": "问了低保"}


def test_a_second_enter_keeps_one_note() -> None:
    jobs = HeldJobs()
    desk = Desk(jobs)
    jobs.release()
    desk.presenter.set_query("zdsh")
    desk.acts.open_note()
    desk.acts.write_note("问了")
    desk.acts.write_note("问了")
    desk.presenter.move(1)
    desk.acts.open_note()
    jobs.release()
    assert desk.done == [("note", "1-1", "问了")]
    note = desk.see().note
    assert note is not None
    assert note.about == "1-2"


def test_notes_end_with_log_out() -> None:
    desk = Desk()
    desk.presenter.set_query("zdsh")
    desk.acts.open_note()
    desk.acts.note_typed("问了")
    desk.signed_in = False
    desk.presenter.refresh()
    desk.signed_in = True
    desk.presenter.refresh()
    assert desk.see().note is None
    assert desk.session.note_drafts == {}
