"""A resident identity card as a reader hands it over, and what is to be doubted about it.

What a card says is never logged and never kept beyond the form it fills: the picture least of all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk_app.domain.checked import Sex
from desk_app.domain.identity import check_resident_id


@dataclass(frozen=True, slots=True, repr=False)
class CardRead:
    """One reading. What a device does not give stays empty."""

    id_number: str
    name: str = ""
    sex: Sex | None = None
    nation: str = ""
    """Two digits of GB/T 3304: 01 is Han."""
    birth: date | None = None
    address: str = ""
    authority: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    """None for 长期, and where the device does not say."""
    long_term: bool = False
    photo: bytes = b""
    """As the device gives it, often in the format of the card; it is shown nowhere and stored nowhere."""

    def __repr__(self) -> str:
        return "CardRead(…)"


class CardDoubt(StrEnum):
    """What a clerk should look at; none of it stops an application by itself."""

    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    BIRTH_DIFFERS = "birth_differs"
    """The date printed on the card is not that of its number."""


def doubts(card: CardRead, today: date) -> tuple[CardDoubt, ...]:
    """What does not hold about a card on a day, the gravest first."""
    found = []
    if card.valid_until is not None and not card.long_term and card.valid_until < today:
        found.append(CardDoubt.EXPIRED)
    if card.valid_from is not None and card.valid_from > today:
        found.append(CardDoubt.NOT_YET_VALID)
    born = check_resident_id(card.id_number, today).birth
    if card.birth is not None and born is not None and card.birth != born:
        found.append(CardDoubt.BIRTH_DIFFERS)
    return tuple(found)


class LiftedCards:
    """Lets a card through once: it has to be lifted, or changed for another, before it counts again."""

    def __init__(self) -> None:
        self._lying = ""

    def fresh(self, card: CardRead | None) -> CardRead | None:
        """The card, when it was not lying there at the last look; None otherwise."""
        if card is None:
            self._lying = ""
            return None
        if card.id_number == self._lying:
            return None
        self._lying = card.id_number
        return card
