"""Faces of cases: where they are, what is signed, how people are thanked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk_app.domain.cases import CaseState
from desk_app.domain.signatures import SignedFor
from desk_app.ui.screens.customer.making import _account, progress_face, rate_face, sign_face, thanks_face
from tests.domain import lives as of


@pytest.mark.parametrize("state", CaseState)
def test_every_state_has_a_way_to_be_shown(state: CaseState) -> None:
    face = progress_face(of.life(state), date(2026, 12, 8))
    assert face.about
    done = [step.done for step in face.steps]
    assert done == sorted(done, reverse=True)


def test_a_running_case_says_until_when() -> None:
    face = progress_face(of.life(CaseState.ACCEPTED), date(2026, 12, 8))
    assert face.until == "最晚 12 月 8 日办好"
    assert progress_face(of.life(CaseState.ACCEPTED), None).until == ""
    assert progress_face(of.life(CaseState.DELIVERED), date(2026, 12, 8)).until == ""
    assert progress_face(of.life(CaseState.REFUSED), None).steps == ()


def test_a_hall_full_of_people_reads_no_whole_name() -> None:
    case = of.life(CaseState.DELIVERED)
    case = replace(case, applicant=replace(case.applicant, name="欧阳某某"))
    assert "欧阳某某" not in rate_face(case).about


@pytest.mark.parametrize("purpose", SignedFor)
def test_what_is_signed_is_said_in_plain_words(purpose: SignedFor) -> None:
    case = of.life(CaseState.ACCEPTED)
    assert case.item.name in sign_face(case, purpose).for_what


def test_whoever_was_not_satisfied_hears_what_follows() -> None:
    case = of.life(CaseState.DELIVERED)
    assert "回个电话" in thanks_face(case, bad=True).detail
    assert "回个电话" not in thanks_face(case, bad=False).detail


def test_an_account_is_said_by_its_end() -> None:
    assert _account("6217 0000 0000 0012") == "尾号 0012"
    assert _account("0012") == "0012"
