"""What is signed when, and what counts as a signature."""

from __future__ import annotations

import pytest

from desk_app.domain.cases import CaseState
from desk_app.domain.errors import InputError
from desk_app.domain.signatures import SignedFor
from desk_app.domain.signing import MOST_PICTURE, MOST_STROKES, PNG_MARK, as_text, check_ink, signed_now
from tests.domain import lives as of

STROKES = as_text((((1.0, 2.0, 0, 0.5), (3.0, 4.0, 9, 0.5)),))


def test_what_a_signature_stands_under() -> None:
    assert signed_now(of.life(CaseState.READY)) is SignedFor.DELIVERY
    assert signed_now(of.life(CaseState.ACCEPTED)) is (
        SignedFor.PROMISE if of.life(CaseState.ACCEPTED).deferred else SignedFor.APPLICATION
    )
    assert signed_now(of.after(of.ASKED)) is SignedFor.APPLICATION


def test_strokes_as_they_are_kept() -> None:
    assert STROKES == b"[[[1.0,2.0,0,0.5],[3.0,4.0,9,0.5]]]"
    check_ink(PNG_MARK + b"...", STROKES)


@pytest.mark.parametrize(
    ("picture", "strokes", "code"),
    [
        (b"", STROKES, "signature_empty"),
        (PNG_MARK, as_text(()), "signature_empty"),
        (PNG_MARK, b"", "signature_empty"),
        (b"GIF89a", STROKES, "signature_unusable"),
        (PNG_MARK + bytes(MOST_PICTURE), STROKES, "signature_unusable"),
        (PNG_MARK, bytes(MOST_STROKES + 1), "signature_unusable"),
    ],
)
def test_what_is_no_signature(picture: bytes, strokes: bytes, code: str) -> None:
    with pytest.raises(InputError) as refused:
        check_ink(picture, strokes)
    assert refused.value.code == code
