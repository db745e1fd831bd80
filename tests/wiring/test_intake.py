"""What stands behind the intake screen, where the stories do not come."""

from __future__ import annotations

from typing import NoReturn

import pytest

from desk_app.db.store import Store
from desk_app.domain.cases import CaseState, NumberRevealed
from desk_app.domain.errors import DiskFull
from desk_app.domain.identity import IdType
from desk_app.domain.intake import Outcome
from desk_app.wiring.cases import CasesWiring, today_of
from desk_app.wiring.desk import Desk
from desk_app.wiring.intake import IntakeWiring, item_fields
from desk_app.wiring.printing import Printing
from tests.services.desk_samples import ZHANG, form
from tests.stories.counter import BENEFIT, PROOF, RELIEF, WANG
from tests.wiring.test_printing import accepted


@pytest.fixture
def intake(desk: Desk, printing: Printing) -> IntakeWiring:
    return IntakeWiring(desk, printing)


def test_an_item_that_pays_asks_for_the_account(desk: Desk) -> None:
    assert [field.name for field in item_fields(desk.offer.get(BENEFIT))] == ["account"]
    assert item_fields(desk.offer.get(PROOF)) == ()


def test_the_paper_is_drawn_ahead_and_nothing_is_stored(desk: Desk, intake: IntakeWiring) -> None:
    offered = desk.offer.get(RELIEF)
    open_form = form(RELIEF, 9, WANG)
    assert intake.preview(open_form, offered) == ()
    (page,) = intake.preview(open_form.take_all(offered), offered)
    assert len(page.grey) == page.width * page.height
    with desk.open_store.read() as reader:
        assert reader.cases.count() == 3
    assert not desk.folder.printed_folder.exists()


def test_every_outcome_names_its_papers(desk: Desk, intake: IntakeWiring) -> None:
    offered = desk.offer.get(RELIEF)
    assert intake.papers(offered, Outcome.OPEN) == ()
    for outcome in set(Outcome) - {Outcome.OPEN, Outcome.DECLINE}:
        assert intake.papers(offered, outcome)


def test_people_are_found_by_name_and_history_by_number(intake: IntakeWiring) -> None:
    (found,) = intake.people("张某")
    assert found.id_number == ZHANG.id_number
    assert len(intake.history(IdType.RESIDENT_ID, ZHANG.id_number).cases) == 2


def test_a_look_at_a_full_number_is_on_record(desk: Desk, intake: IntakeWiring) -> None:
    draft = form(RELIEF, 9, WANG)
    with desk.open_store.read() as reader:
        before = reader.journal.count()
    intake.reveal(draft.id, "id_number")
    with desk.open_store.read() as reader:
        assert reader.journal.count() == before + 1


def test_a_count_of_use_that_fails_costs_nothing(
    desk: Desk, intake: IntakeWiring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full right after the commit: the case stands and is told."""
    offered = desk.offer.get(PROOF)

    def full(_store: Store) -> NoReturn:
        raise DiskFull

    with monkeypatch.context() as trouble:
        trouble.setattr(Store, "scratch", full)
        done = intake.submit(form(PROOF, 9, WANG).take_all(offered), offered)
    assert done.case.state is CaseState.FINISHED
    assert done.print_problem is not None
    assert "磁盘满了" in done.print_problem
    with desk.open_store.read() as reader:
        assert reader.cases.get(done.case.id).state is CaseState.FINISHED


def test_a_case_shows_its_code_its_papers_and_its_full_numbers(desk: Desk, printing: Printing) -> None:
    case = accepted(desk, printing)
    wiring = CasesWiring(desk, printing)
    view = wiring.case(case.id)
    code = wiring.qr(view.case)
    assert code.width == code.height
    (page, *_more) = wiring.document_pages(case.id, view.case.documents[0].id)
    assert len(page.grey) == page.width * page.height
    assert wiring.reveal(case.id, "核对身份") == WANG
    with desk.open_store.read() as reader:
        assert isinstance(reader.cases.timeline(case.id)[-1].event, NumberRevealed)
    assert today_of(desk) == desk.now().date()
