"""A signature given by hand on the customer's screen, as a case keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SignedFor(StrEnum):
    """What a citizen's signature on the customer's screen stands under."""

    APPLICATION = "application"
    """What was handed in and said is theirs and true."""
    PROMISE = "promise"
    """容缺: the missing papers will come."""
    DELIVERY = "delivery"
    """The result was received."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature that was given by hand; its picture and strokes lie in the store under these names."""

    purpose: SignedFor
    picture: str
    strokes: str
    at: datetime
