"""What the city and the province call each state, held against a snapshot for every state and mode."""

from __future__ import annotations

import pytest

from desk_app.domain.case_life import Verdict
from desk_app.domain.cases import CaseState, apply
from desk_app.domain.catalogue import HandlingMode
from desk_app.domain.code_maps import CODES, FOUR_WORDS, UNREPORTED, codes_of, outward
from tests.domain import lives as of


def told(state: CaseState, mode: HandlingMode, verdict: Verdict | None) -> str:
    found = codes_of(state, mode, verdict)
    if found is None:
        return "-"
    city = f"{found.city_before}>{found.city}" if found.city_before else found.city
    return f"{city}{' is_pause' if found.paused else ''} / {found.province}"


def test_the_codes_of_every_state_and_mode() -> None:
    found = {
        state.value: {
            mode.value: {
                (verdict.value if verdict else "undecided"): told(state, mode, verdict)
                for verdict in (None, *Verdict)
            }
            for mode in HandlingMode
        }
        for state in CaseState
    }
    assert found == held_codes(found)


def held_codes(found: object) -> object:
    return of.held("codes", found)


def test_every_state_has_codes_or_a_reason_for_none() -> None:
    assert set(CODES) | UNREPORTED == set(CaseState)


@pytest.mark.parametrize("state", CaseState)
def test_thirty_and_above_is_accepted_and_ninety_and_above_closed(state: CaseState) -> None:
    case = of.life(state)
    found = outward(case)
    if found is not None:
        assert (int(found.city) >= 90) is not case.open
        assert (int(found.city) >= 30) is (case.accepted_at is not None or not case.open)


def test_a_rejection_passes_through_forty() -> None:
    rejected = of.after(of.RECEIVED, of.ACCEPTED, of.BEGUN, of.REJECTED)
    found = outward(rejected)
    assert found is not None
    assert (found.city_before, found.city, found.province) == ("40", "90", "10")
    assert outward(apply(rejected, of.DELIVERED)) == found


def test_an_archived_case_keeps_the_codes_of_its_end() -> None:
    assert outward(of.life(CaseState.ARCHIVED)) == outward(of.life(CaseState.REFUSED))
    filed = of.after(*of.LIVES[CaseState.DELIVERED], of.ARCHIVED)
    assert outward(filed) == outward(of.life(CaseState.DELIVERED))


def test_four_words_are_promised_to_automation() -> None:
    assert set(FOUR_WORDS) == set(CaseState)
    words = {CaseState.NOTICED, CaseState.RECEIVED, CaseState.ACCEPTED, CaseState.FINISHED}
    assert set(FOUR_WORDS.values()) == words
    assert all(FOUR_WORDS[word] is word for word in words)
