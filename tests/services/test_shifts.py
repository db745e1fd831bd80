"""开窗 and 收窗 over the real store: what stands on the page, and what keeps a counter open."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from desk_app.db.store import Reader, Store
from desk_app.domain.case_ends import ContactPlanned
from desk_app.domain.cases import Case
from desk_app.domain.catalogue import MaterialForm
from desk_app.domain.custody import CustodyState
from desk_app.domain.errors import IllegalMove, InputError
from desk_app.domain.intake import IntakeForm
from desk_app.domain.journal import Stream
from desk_app.domain.people import Party
from desk_app.domain.shifts import Loose, ShiftOpened
from desk_app.services.case_acts import act
from desk_app.services.catalogue import Offer
from desk_app.services.custody import give_back_original, hand_on_original, take_original
from desk_app.services.intake import Intake, commit_intake
from desk_app.services.shifts import Known, close_shift, open_shift, shift_page
from tests.services.desk_samples import CLERK, MANAGER, NOW, form

LATE = NOW + timedelta(hours=7)
OTHER = replace(CLERK, user_id=UUID(int=8), name="孙某某")
KNOWN = Known(waiting=lambda _reader, _case: False, item_name=lambda item_id: f"事项 {item_id}")


@pytest.fixture
def case(store: Store, offer: Offer) -> Case:
    offered = offer.get("1-1")
    return commit_intake(store, CLERK, Intake(form("1-1").take_all(offered), offered), NOW)


def row_of(case: Case) -> int:
    """A paper that may be kept."""
    return next(
        row.number
        for row in case.materials
        if row.form is MaterialForm.ORIGINAL and "身份证" not in row.name and "户口" in row.name
    )


def test_a_counter_is_opened_once_and_closed_once(store: Store) -> None:
    opened = open_shift(store, CLERK, NOW)
    assert (opened.name, opened.counter, opened.open) == (CLERK.name, "03 号窗口", True)
    with pytest.raises(IllegalMove, match="shift_open_already"):
        open_shift(store, CLERK, NOW)
    open_shift(store, OTHER, NOW)  # a second person at the same computer
    closed = close_shift(store, CLERK, " 钥匙在抽屉 ", LATE, KNOWN)
    assert (closed.id, closed.note, closed.closed_at) == (opened.id, "钥匙在抽屉", LATE)
    with pytest.raises(IllegalMove, match="shift_not_open"):
        close_shift(store, CLERK, "", LATE, KNOWN)


def test_whoever_opens_next_sees_what_was_left(store: Store) -> None:
    opened = open_shift(store, CLERK, NOW)
    assert shift_page(store, CLERK, NOW, KNOWN).before is None
    close_shift(store, CLERK, "钥匙在抽屉", LATE, KNOWN)
    page = shift_page(store, OTHER, LATE, KNOWN)
    assert page.before is not None
    assert (page.shift, page.before.id, page.before.note) == (None, opened.id, "钥匙在抽屉")
    following = open_shift(store, OTHER, LATE)
    with store.read() as reader:
        entry = reader.journal.of_stream(Stream.SHIFT, following.id)[0]
    assert str(opened.id) in entry.body
    assert ShiftOpened.kind == entry.envelope.kind


def test_a_note_fits_on_the_page(store: Store) -> None:
    open_shift(store, CLERK, NOW)
    with pytest.raises(InputError, match="note_too_long"):
        close_shift(store, CLERK, "长" * 501, LATE, KNOWN)


def test_an_original_keeps_the_counter_open(store: Store, case: Case) -> None:
    open_shift(store, CLERK, NOW)
    open_shift(store, OTHER, NOW)
    row = row_of(case)
    take_original(store, CLERK, case.id, row, NOW)
    held = shift_page(store, CLERK, LATE, KNOWN).blocking
    assert [(one.case, one.number, one.who, one.original.row) for one in held] == [
        (case.id, case.number, "张*某", row)
    ]
    assert shift_page(store, OTHER, LATE, KNOWN).blocking == (), "it is the neighbour's"
    with pytest.raises(IllegalMove, match="originals_held"):
        close_shift(store, CLERK, "", LATE, KNOWN)
    give_back_original(store, CLERK, case.id, row, "张某某", LATE)
    assert close_shift(store, CLERK, "", LATE, KNOWN).ends == ()


def test_handed_on_it_lets_one_close_and_keeps_the_other(store: Store, case: Case) -> None:
    open_shift(store, CLERK, NOW)
    row = row_of(case)
    take_original(store, CLERK, case.id, row, NOW)
    hand_on_original(store, CLERK, case.id, row, "孙某某", "明早来取", LATE, OTHER.user_id)
    closed = close_shift(store, CLERK, "", LATE, KNOWN)
    assert [(end.kind, end.note, end.case) for end in closed.ends] == [
        (Loose.ORIGINAL, "孙某某，明早来取", case.id)
    ]
    assert [one.original.row for one in shift_page(store, OTHER, LATE, KNOWN).blocking] == [row]
    hand_on_original(store, OTHER, case.id, row, "保险柜", "来取的人没到", LATE)
    assert shift_page(store, OTHER, LATE, KNOWN).blocking == ()


def test_what_is_on_its_way_blocks_nobody_and_stands_on_the_page(store: Store) -> None:
    from desk_app.domain.custody import OriginalSent, OriginalTaken

    gone = UUID(int=77)
    with store.write(CLERK, NOW) as tx:
        tx.record(OriginalTaken(1, "户口簿", CLERK.site.name, CLERK.site.id, NOW), gone)
        tx.record(OriginalSent(1, UUID(int=78), "民政部门", NOW), gone)
        tx.record(OriginalTaken(1, "房产证", CLERK.site.name, CLERK.site.id, NOW), UUID(int=79))
    page = shift_page(store, CLERK, LATE, KNOWN)
    assert [end.what for end in page.ends] == ["户口簿", "房产证"]
    assert [(one.original.name, one.who) for one in page.blocking] == [("房产证", "")]
    with store.read() as reader:
        assert reader.custodies.of_case(gone).held[0].state is CustodyState.ON_WAY


def test_the_page_names_lanes_calls_dues_papers_and_odd_cases(store: Store, case: Case) -> None:
    act(store, CLERK, case.id, ContactPlanned(NOW.date(), NOW), NOW)
    with store.scratch() as scratch:
        begun = IntakeForm(UUID(int=201), item_id="1-2", applicant=Party("李某某"))
        scratch.drafts.put(1, begun, CLERK.user_id, NOW)
        scratch.drafts.put(2, IntakeForm(UUID(int=202), item_id="1-3"), CLERK.user_id, NOW)
        scratch.drafts.put(3, IntakeForm(UUID(int=203), item_id="1-4"), OTHER.user_id, NOW)

    def waiting(_reader: Reader, asked: Case) -> bool:
        return asked.id == case.id

    page = shift_page(store, CLERK, LATE, replace(KNOWN, waiting=waiting))
    assert [(end.kind, end.what, end.who) for end in page.ends] == [
        (Loose.LANE, "事项 1-2", "李*某"),
        (Loose.LANE, "事项 1-3", ""),
        (Loose.CALL, case.item.name, "张*某"),
        (Loose.UNPRINTED, case.item.name, "张*某"),
    ]
    much_later = NOW + timedelta(days=200)
    late = shift_page(store, MANAGER, much_later, KNOWN)
    assert [end.kind for end in late.ends] == [Loose.CALL, Loose.DUE]


def test_a_case_with_an_entry_that_could_not_be_applied_is_odd(store: Store, case: Case) -> None:
    with store.write(CLERK, NOW) as tx:
        connection = tx._ready()
        from sqlalchemy import insert

        from desk_app.db.tables import parked

        for number, (stream, about) in enumerate(
            (
                (Stream.CASE, case.id),
                (Stream.CASE, case.id),
                (Stream.CASE, UUID(int=404)),
                (Stream.PERSON, case.id),
            )
        ):
            row = {"entry_id": UUID(int=900 + number), "stream": stream.value, "stream_id": about}
            connection.execute(insert(parked), {**row, "kind": "case.x", "reason": "unknown_kind"})
    odd = [end for end in shift_page(store, CLERK, LATE, KNOWN).ends if end.kind is Loose.PARKED]
    assert [(end.case, end.note) for end in odd] == [(case.id, "unknown_kind")]


def test_a_day_is_told_to_oneself_alone(store: Store, offer: Offer) -> None:
    offered = offer.get("1-1")
    begun = NOW - timedelta(minutes=6)
    for number in range(2):
        form_id = UUID(int=(int(begun.timestamp() * 1000) << 80) + number)
        taken = replace(form("1-1"), id=form_id).take_all(offered)
        commit_intake(store, CLERK, Intake(taken, offered), NOW)
    told = shift_page(store, CLERK, LATE, KNOWN).pace
    assert (told.cases, told.average) == (2, timedelta(minutes=6))
    assert shift_page(store, OTHER, LATE, KNOWN).pace.cases == 0
