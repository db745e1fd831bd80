"""Unified social credit code (GB 32100-2015): the number of every organisation and sole trader."""

import re

from desk_app.domain.checked import Checked, Reason, cleaned, first_outside, misfit, refused, without_hyphens

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # no I, O, S, V, Z
_DIGITS = "0123456789"
_LENGTH = 18
_REGION = slice(2, 8)
_ALL_ZERO = re.compile(r"0{17}")


def credit_code_check_character(body: str) -> str:
    """Check character for the first 17 characters: weights 3^i mod 31 (GB 32100-2015, annex)."""
    total = sum(_ALPHABET.index(char) * pow(3, at, 31) for at, char in enumerate(body))
    return _ALPHABET[-total % 31]


def check_uscc(value: str) -> Checked:
    """Check a unified social credit code; spaces, hyphens and lower case are mended.

    python-stdnum is not used: it wants digits in the first two places and so refuses registration
    authorities and organisation types written as letters (A1, N2, Y1 ...), and it accepts the code of
    nothing but zeros.
    """
    text = cleaned(value)
    if isinstance(text, Checked):
        return text
    text = without_hyphens(text).upper()
    if not text:
        return refused(Reason.EMPTY)
    return _refusal(text) or Checked(normalised=text)


def _refusal(text: str) -> Checked | None:
    outside = first_outside(text, _ALPHABET)
    if outside is not None:
        return refused(Reason.BAD_CHARACTER, outside)
    return misfit(text, _LENGTH) or _content_refusal(text)


def _content_refusal(text: str) -> Checked | None:
    letter_in_region = first_outside(text[_REGION], _DIGITS)
    if letter_in_region is not None:
        return refused(Reason.BAD_CHARACTER, _REGION.start + letter_in_region)
    if _ALL_ZERO.match(text):
        return refused(Reason.ALL_ZERO)
    if credit_code_check_character(text[:-1]) != text[-1]:
        return refused(Reason.CHECK_CHARACTER)
    return None
