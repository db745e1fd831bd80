"""What is done with an original over the counter, and what that asks for (F45, B7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class OriginalAct(StrEnum):
    """What is done with an original."""

    TAKE = "take"
    CHECK = "check"
    GIVE_BACK = "give_back"
    HAND_ON = "hand_on"


@dataclass(frozen=True, slots=True)
class OriginalAsk:
    """Which original, and what is to become of it."""

    act: OriginalAct
    case: UUID
    row: int
    name: str


@dataclass(frozen=True, slots=True)
class OriginalAnswer:
    """The same with its answer."""

    ask: OriginalAsk
    to: str = ""
    reason: str = ""
