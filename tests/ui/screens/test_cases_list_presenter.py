"""The decisions of the list of cases: questions, pages, orders, changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from desk_app.domain.case_list import PAGE, CaseSort
from desk_app.domain.catalogue import CaseKind, TimeLimit
from desk_app.domain.errors import DiskFull
from desk_app.domain.journal import Stream
from desk_app.domain.worktime import Lamp, soon_until
from desk_app.ui.screens.cases import listing as listing_module
from desk_app.ui.screens.cases.filters import SHOWN, Chip, Moment, chip_query
from desk_app.ui.screens.cases.listing import RowsRead
from desk_app.ui.screens.cases.rows import Cell
from desk_app.ui.theme.look import Tone
from tests.ui.screens.cases_desk import Desk
from tests.ui.screens.cases_world import CALENDAR, ME, NOW, OTHER, World, pin
from tests.ui.screens.late_jobs import LateJobs

TODAY = NOW.date()
MOMENT = Moment(TODAY, soon_until(TODAY, CALENDAR), ME)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


# Chips.


@pytest.mark.parametrize(
    ("chip", "expected"),
    [
        (Chip.OPEN, {"noticed", "late", "due", "soon", "deferred", "mine not", "received", "unknown"}),
        (Chip.MINE, {"noticed", "late", "due", "soon", "deferred", "received", "unknown"}),
        (Chip.OVERDUE, {"late"}),
        (Chip.TODAY, {"due"}),
        (Chip.SOON, {"soon"}),
        (Chip.DEFERRED, {"deferred"}),
        (Chip.NOTICED, {"noticed"}),
        (Chip.RECEIVED_TODAY, {"received"}),
        (Chip.ENDED, {"finished"}),
    ],
)
def test_every_chip_asks_for_its_cases(world: World, owner: QObject, chip: Chip, expected: set[str]) -> None:
    item = pin(promised=TimeLimit(5), statutory=TimeLimit())
    made = {
        "noticed": world.add("noticed", 2),
        "late": world.add("accepted", 6, item=item),
        "due": world.add("accepted", 5, item=item),
        "soon": world.add("accepted", 3, item=item),
        "deferred": world.add("tolerated", 1),
        "mine not": world.add("accepted", 1, clerk=OTHER),
        "received": world.add("received", 0),
        "unknown": world.add("accepted", 1, item=pin(promised=TimeLimit(), statutory=TimeLimit())),
        "finished": world.add("finished", 4),
    }
    names = {kept.id: name for name, kept in made.items()}
    desk = Desk(world, owner)
    desk.presenter.listing.pick(chip)
    assert {names[found] for found in desk.ids} == expected
    assert desk.list.total == len(expected)
    assert desk.list.counts[chip.value] == len(expected)


def test_the_lamp_and_the_chip_never_disagree(world: World, owner: QObject) -> None:
    for days_ago in range(12):
        world.add("accepted", days_ago, item=pin(promised=TimeLimit(6), statutory=TimeLimit()))
    desk = Desk(world, owner)
    for chip, lamp in ((Chip.OVERDUE, Lamp.OVERDUE), (Chip.TODAY, Lamp.DUE), (Chip.SOON, Lamp.SOON)):
        desk.presenter.listing.pick(chip)
        assert desk.rows
        assert {row.lamp for row in desk.rows} == {lamp}


def test_a_chip_begins_in_its_natural_order(world: World, owner: QObject) -> None:
    desk = Desk(world, owner)
    desk.presenter.listing.pick(Chip.ENDED)
    assert (desk.list.question.sort, desk.list.question.descending) == (CaseSort.RECEIVED, True)
    desk.presenter.listing.pick(Chip.OPEN)
    assert (desk.list.question.sort, desk.list.question.descending) == (CaseSort.DUE, False)


def test_received_today_begins_at_midnight_at_the_counter() -> None:
    query = chip_query(Chip.RECEIVED_TODAY, MOMENT)
    assert query.registered_from is not None
    assert query.registered_from.isoformat() == "2026-11-24T00:00:00+08:00"


# Rows.


@pytest.mark.parametrize(
    ("state", "days_ago", "item", "left", "tone"),
    [
        ("accepted", 0, pin(), "剩 10 天", Tone.GREEN),
        ("accepted", 8, pin(), "剩 2 天", Tone.AMBER),
        ("accepted", 10, pin(), "今日到期", Tone.RED),
        ("accepted", 12, pin(), "逾期 2 天", Tone.RED),
        ("accepted", 1, pin(promised=TimeLimit(), statutory=TimeLimit()), "以窗口告知为准", Tone.GREY),
        ("received", 1, pin(), "剩 4 天", Tone.GREEN),
        ("noticed", 1, pin(), "等补齐", Tone.GREY),
        ("finished", 1, pin(), "—", Tone.GREY),
        ("finished", 1, pin(kind=CaseKind.IMMEDIATE), "即办", Tone.GREEN),
    ],
)
def test_what_is_left_is_said_in_words(
    world: World, owner: QObject, state: str, days_ago: int, item: object, left: str, tone: Tone
) -> None:
    world.add(state, days_ago, item=item)
    desk = Desk(world, owner)
    desk.presenter.listing.pick(Chip.ENDED if state == "finished" else Chip.OPEN)
    row = desk.rows[0]
    assert (row.cells[Cell.LEFT], row.left_tone) == (left, tone)


def test_late_since_a_day_off_is_late_without_a_number(world: World, owner: QObject) -> None:
    world.now = NOW + timedelta(days=4)  # a Saturday
    world.add("accepted", 0, item=pin(promised=TimeLimit(0), statutory=TimeLimit()))
    friday = next(iter(world.cases.values()))
    friday.story = [replace(event, at=event.at - timedelta(days=1)) for event in friday.story]
    desk = Desk(world, owner)
    desk.presenter.listing.pick(Chip.OVERDUE)
    assert desk.rows[0].cells[Cell.LEFT] == "逾期"


def test_a_row_shows_no_more_of_a_person_than_a_list_may(world: World, owner: QObject) -> None:
    kept = world.add("accepted", 7)
    desk = Desk(world, owner)
    desk.presenter.begin()
    row = desk.rows[0]
    assert row.cells[Cell.APPLICANT] == "张*某"
    assert row.cells[Cell.NUMBER].replace("-", "") == kept.case.number
    assert row.cells[Cell.NUMBER].endswith(row.cells[Cell.SHORT_NUMBER])
    assert row.spoken == "临近，剩 3 天，80周岁以上长寿老年人高龄津贴，张*某，已受理"


# Paging.


def test_pages_follow_one_another_without_gap_or_double(world: World, owner: QObject) -> None:
    for _ in range(2 * PAGE + 20):
        world.add("accepted", 1)
    desk = Desk(world, owner)
    desk.presenter.begin()
    assert (len(desk.rows), desk.list.loaded, desk.list.total) == (PAGE, PAGE, 2 * PAGE + 20)
    desk.presenter.listing.more()
    desk.presenter.listing.more()
    assert [read.more for read in desk.reads] == [True, True, False]
    desk.presenter.listing.more()  # nothing is left to read
    assert len(set(desk.ids)) == 2 * PAGE + 20
    assert desk.list.loaded == 2 * PAGE + 20


def test_while_a_page_is_on_its_way_no_second_one_is_asked_for(world: World, owner: QObject) -> None:
    for _ in range(PAGE + 1):
        world.add()
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    desk.presenter.begin()
    assert desk.list.loading
    assert desk.list.fresh
    jobs.release()
    desk.presenter.listing.more()
    desk.presenter.listing.more()
    assert len(jobs.waiting) == 1
    jobs.release()
    assert len(desk.rows) == PAGE + 1


def test_the_answer_to_an_older_question_is_dropped(world: World, owner: QObject) -> None:
    late = world.add("accepted", 15)
    world.add("accepted", 1)
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    desk.presenter.listing.pick(Chip.OPEN)
    desk.presenter.listing.pick(Chip.OVERDUE)
    jobs.release()
    assert desk.ids == [late.id]
    assert len(desk.reads) == 1


def test_typing_narrows_and_is_counted(world: World, owner: QObject) -> None:
    found = world.add("accepted", 1)
    world.add("accepted", 2)
    desk = Desk(world, owner)
    desk.presenter.begin()
    asked = len(world.queries)
    desk.presenter.listing.narrow(found.case.number[-6:])
    assert desk.ids == [found.id]
    assert desk.list.counts[SHOWN] == desk.list.total == 1
    desk.presenter.listing.narrow(f" {found.case.number[-6:]} ")
    assert len(world.queries) == asked + 1
    desk.presenter.listing.narrow("没有这个人")
    assert desk.list.empty


def test_another_order_is_asked_of_the_store_and_the_same_one_is_not(world: World, owner: QObject) -> None:
    first, second = world.add("accepted", 3), world.add("accepted", 1)
    desk = Desk(world, owner)
    desk.presenter.begin()
    desk.presenter.listing.sort(CaseSort.RECEIVED, True)
    assert desk.ids == [second.id, first.id]
    asked = len(world.queries)
    desk.presenter.listing.sort(CaseSort.RECEIVED, True)
    assert len(world.queries) == asked


def test_trouble_is_told_and_the_next_page_may_be_asked_for_again(world: World, owner: QObject) -> None:
    for _ in range(PAGE + 1):
        world.add()
    desk = Desk(world, owner)
    desk.presenter.begin()
    world.error = DiskFull()
    desk.presenter.listing.more()
    assert isinstance(desk.list.trouble, DiskFull)
    assert desk.reads[-1] == RowsRead(more=True)
    world.error = None
    desk.presenter.refresh()
    assert desk.list.trouble is None


def test_trouble_on_the_first_page_is_no_good_news(world: World, owner: QObject) -> None:
    world.error = DiskFull()
    desk = Desk(world, owner)
    desk.presenter.begin()
    assert not desk.list.empty
    assert not desk.list.fresh


def test_a_bug_goes_on_to_the_crash_handler(world: World, owner: QObject) -> None:
    world.error = ZeroDivisionError()
    desk = Desk(world, owner)
    with pytest.raises(ZeroDivisionError):
        desk.presenter.begin()


# Changes.


def test_a_change_reads_again_and_keeps_the_rows_that_did_not_change(world: World, owner: QObject) -> None:
    first, second = world.add("accepted", 1), world.add("accepted", 2)
    desk = Desk(world, owner)
    desk.presenter.begin()
    old = {row.id: row for row in desk.rows}
    second.clerk = OTHER
    world.change(second.id)
    new = {row.id: row for row in desk.rows}
    assert new[first.id] is old[first.id]
    assert new[second.id].cells[Cell.CLERK] == "赵某某"
    assert not desk.reads[-1].fresh


def test_the_next_morning_every_row_is_judged_anew(world: World, owner: QObject) -> None:
    world.add("accepted", 9)
    desk = Desk(world, owner)
    desk.presenter.begin()
    assert desk.rows[0].cells[Cell.LEFT] == "剩 1 天"
    world.now += timedelta(days=1)
    desk.presenter.begin()
    assert desk.rows[0].cells[Cell.LEFT] == "今日到期"


def test_changes_elsewhere_or_before_the_first_look_read_nothing(world: World, owner: QObject) -> None:
    desk = Desk(world, owner)
    world.change()
    assert world.queries == []
    desk.presenter.begin()
    world.change(kind=Stream.PERSON)
    assert len(world.queries) == 1


def test_a_list_that_was_read_far_is_left_in_peace(
    world: World, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing_module, "MOST_REREAD", PAGE)
    for _ in range(PAGE + 5):
        world.add()
    desk = Desk(world, owner)
    desk.presenter.begin()
    desk.presenter.listing.more()
    asked = len(world.queries)
    world.change(UUID(int=1))
    assert desk.list.stale
    assert len(world.queries) == asked
    desk.presenter.refresh()
    assert not desk.list.stale


def test_a_change_reads_the_open_case_again_only_when_it_is_meant(world: World, owner: QObject) -> None:
    kept, other = world.add("accepted", 1), world.add("accepted", 2)
    desk = Desk(world, owner)
    desk.presenter.begin()
    desk.presenter.show_case(kept.id)
    before = desk.case()
    world.change(other.id)
    assert desk.case() is before
    world.change(kept.id)
    assert desk.case() is not before
    before = desk.case()
    world.change()
    assert desk.case() is not before


def test_a_screen_that_is_gone_hears_nothing(world: World, qapp: object) -> None:
    owner = QObject()
    Desk(world, owner)
    assert len(world.listeners) == 1
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert world.listeners == []


def test_locking_keeps_nothing_and_a_late_answer_brings_nothing_back(world: World, owner: QObject) -> None:
    kept = world.add()
    jobs = LateJobs()
    desk = Desk(world, owner, jobs)
    desk.presenter.begin()
    desk.presenter.show_case(kept.id)
    jobs.release()
    jobs.release()
    assert desk.case() is not None
    desk.presenter.refresh()
    desk.presenter.forget()
    jobs.release()
    assert desk.rows == []
    assert desk.case() is None
    desk.presenter.begin()
    jobs.release()
    assert desk.ids == [kept.id]


def test_forgetting_before_anything_was_read_is_harmless(world: World, owner: QObject) -> None:
    desk = Desk(world, owner)
    desk.presenter.forget()
    desk.presenter.refresh()
    assert desk.rows == []
