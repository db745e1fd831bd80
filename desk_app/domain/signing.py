"""What a citizen signs on the customer's screen at a given point of a case, and what a signature must be."""

from __future__ import annotations

import json
from collections.abc import Sequence

from desk_app.domain.case_record import Case
from desk_app.domain.case_values import CaseState
from desk_app.domain.errors import InputError
from desk_app.domain.signatures import SignedFor

PNG_MARK = b"\x89PNG\r\n\x1a\n"
MOST_PICTURE = 2_000_000
MOST_STROKES = 2_000_000
"""Bytes. A signature has some ten thousand of either."""
_RESULT_IN_HAND = (CaseState.READY, CaseState.FINISHED, CaseState.DELIVERED)


def signed_now(case: Case) -> SignedFor:
    """What a signature given now stands under."""
    if case.state in _RESULT_IN_HAND:
        return SignedFor.DELIVERY
    return SignedFor.PROMISE if case.deferred else SignedFor.APPLICATION


def as_text(strokes: Sequence[Sequence[Sequence[float]]]) -> bytes:
    """Strokes as they are kept: points of x, y, milliseconds and pressure, stroke by stroke."""
    return json.dumps([list(map(list, stroke)) for stroke in strokes], separators=(",", ":")).encode()


def check_ink(picture: bytes, strokes: bytes) -> None:
    """Raises InputError ``signature_empty`` without ink, ``signature_unusable`` for no PNG, or too much."""
    if not picture or strokes in (b"", b"[]"):
        raise InputError("signature_empty")
    if not picture.startswith(PNG_MARK) or len(picture) > MOST_PICTURE or len(strokes) > MOST_STROKES:
        raise InputError("signature_unusable")
