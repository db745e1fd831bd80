"""What a mandate carries, what it does not, and what is none (domain.md, appendix A6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from desk_app.domain.errors import IllegalMove, InputError
from desk_app.domain.mandates import (
    SOON,
    Mandate,
    MandateEnd,
    MandateEnded,
    MandateGiven,
    MandateRenewed,
    Matter,
    Power,
    Signature,
    Uncovered,
    apply,
    check_mandate,
)
from desk_app.domain.people import Party

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
TODAY, LAST = date(2026, 11, 24), date(2026, 12, 31)
MINE, AGENT, OTHER = UUID(int=1), UUID(int=2), UUID(int=3)
GIVEN = MandateGiven(
    principal=Party("张某某", id_number="11010519491231002X"),
    agent=AGENT,
    agent_name="李某某",
    matters=(Matter("1-1", "最低生活保障审核"),),
    powers=(
        Power.SUBMIT,
        Power.FETCH,
    ),
    first=TODAY,
    last=LAST,
    signature=Signature.SIGNED,
    witnesses=(),
    at=NOW,
)


def given(**changes: object) -> Mandate:
    return apply(MINE, None, replace(GIVEN, **changes))  # type: ignore[arg-type]  # a test names any field


@pytest.mark.parametrize(
    ("agent", "item", "power", "day", "gap"),
    [
        (AGENT, "1-1", Power.SUBMIT, TODAY, None),
        (AGENT, "1-1", Power.FETCH, LAST, None),
        (AGENT, "1-1", Power.SIGN, TODAY, Uncovered.NO_SUCH_POWER),
        (AGENT, "1-2", Power.SUBMIT, TODAY, Uncovered.OTHER_MATTER),
        (OTHER, "1-1", Power.SUBMIT, TODAY, Uncovered.OTHER_AGENT),
        (AGENT, "1-1", Power.SUBMIT, TODAY - timedelta(days=1), Uncovered.NOT_YET),
        (AGENT, "1-1", Power.SUBMIT, LAST + timedelta(days=1), Uncovered.EXPIRED),
    ],
)
def test_it_carries_what_it_says_and_nothing_else(
    agent: UUID, item: str, power: Power, day: date, gap: Uncovered | None
) -> None:
    assert given().gap(agent, item, power, day) is gap


def test_without_a_last_day_it_runs_until_it_is_ended() -> None:
    mandate = given(last=None)
    assert mandate.gap(AGENT, "1-1", Power.SUBMIT, date(2030, 1, 1)) is None
    assert not mandate.ends_soon(TODAY)
    ended = apply(MINE, mandate, MandateEnded(MandateEnd.REVOKED, NOW))
    assert ended.gap(AGENT, "1-1", Power.SUBMIT, TODAY) is Uncovered.ENDED
    assert (ended.ended, ended.ended_at) == (MandateEnd.REVOKED, NOW)


def test_one_that_ends_soon_is_listed_until_it_is_renewed_or_over() -> None:
    mandate = given()
    assert not mandate.ends_soon(LAST - SOON - timedelta(days=1))
    assert mandate.ends_soon(LAST - SOON)
    assert mandate.ends_soon(LAST)
    assert not mandate.ends_soon(LAST + timedelta(days=1))
    renewed = apply(MINE, mandate, MandateRenewed(LAST + timedelta(days=90), NOW))
    assert not renewed.ends_soon(LAST)
    assert not apply(MINE, mandate, MandateEnded(MandateEnd.FINISHED, NOW)).ends_soon(LAST)


def test_it_is_given_once_and_what_is_over_stays_over() -> None:
    mandate = given()
    with pytest.raises(IllegalMove, match="mandate_known_already"):
        apply(MINE, mandate, GIVEN)
    over = apply(MINE, mandate, MandateEnded(MandateEnd.DEATH, NOW))
    for before in (None, over):
        with pytest.raises(IllegalMove, match="mandate_over"):
            apply(MINE, before, MandateRenewed(LAST, NOW))


PRINT = replace(GIVEN, signature=Signature.THUMB_PRINT, witnesses=("王某某", "赵某某"))


@pytest.mark.parametrize("mandate", [GIVEN, replace(GIVEN, last=None), PRINT])
def test_a_whole_one_is_taken(mandate: MandateGiven) -> None:
    check_mandate(mandate, TODAY)
    assert apply(MINE, None, mandate).given is mandate


@pytest.mark.parametrize(
    ("mandate", "code"),
    [
        (replace(GIVEN, principal=Party("张某某")), "part_needed"),
        (replace(GIVEN, matters=()), "part_needed"),
        (replace(GIVEN, powers=()), "part_needed"),
        (replace(GIVEN, last=TODAY - timedelta(days=1)), "mandate_days"),
        (replace(GIVEN, first=LAST, last=TODAY), "mandate_days"),
        (replace(PRINT, witnesses=("王某某", " ")), "witnesses_needed"),
        (replace(PRINT, witnesses=("王某某", "李某某")), "witness_is_agent"),
        (replace(PRINT, witnesses=("王某某", "王某某 ")), "witnesses_alike"),
    ],
)
def test_what_is_none_is_refused(mandate: MandateGiven, code: str) -> None:
    with pytest.raises(InputError, match=code):
        check_mandate(mandate, TODAY)
