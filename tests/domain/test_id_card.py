"""Cards: what is doubted about them, and that one lying there counts once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk_app.domain.id_card import CardDoubt, CardRead, LiftedCards, doubts

DAY = date(2026, 6, 1)
CARD = CardRead("11010519491231002X", "张某某", birth=date(1949, 12, 31))
OTHER = CardRead("371073198001010016", "李某某")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, ()),
        ({"valid_until": date(2026, 6, 1)}, ()),
        ({"valid_until": date(2026, 5, 31)}, (CardDoubt.EXPIRED,)),
        ({"valid_until": date(2020, 1, 1), "long_term": True}, ()),
        ({"valid_from": DAY}, ()),
        ({"valid_from": date(2026, 6, 2)}, (CardDoubt.NOT_YET_VALID,)),
        ({"birth": date(1949, 12, 30)}, (CardDoubt.BIRTH_DIFFERS,)),
        ({"birth": None}, ()),
        ({"id_number": "1"}, ()),
    ],
)
def test_a_card_is_doubted_for_a_reason(changes: dict[str, object], found: tuple[CardDoubt, ...]) -> None:
    assert doubts(replace(CARD, **changes), DAY) == found  # type: ignore[arg-type]  # names are checked by replace


def test_a_card_counts_once_until_it_is_lifted_or_changed() -> None:
    lifted = LiftedCards()
    looks = [CARD, CARD, None, CARD, OTHER, OTHER]
    assert [lifted.fresh(card) for card in looks] == [CARD, None, None, CARD, OTHER, None]


def test_a_card_never_says_itself_in_a_log() -> None:
    assert "张" not in repr(CARD)
    assert "1949" not in f"{CARD}"
