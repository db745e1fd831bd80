"""The one answer every check of typed or scanned input gives, and the cleaning they share.

The domain speaks in codes; ``ui/messages.py`` turns a :class:`Reason` and its ``detail`` into a sentence
such as "one digit is missing".
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

# Longer than any number, name or phone with generous spacing. Cutting off here keeps hostile input O(n):
# Unicode normalisation of a long run of combining marks is quadratic.
MAX_RAW_LENGTH = 400

_SPACES = re.compile(r"[ \t]")
_HYPHENS = re.compile("[-\u2010-\u2015\u2212]")
_EDGES = " \t\r\n\u3000\u00a0"


class Reason(StrEnum):
    """Why a value was refused. The meaning of ``Checked.detail`` is given behind each code.

    ``detail`` is a number or "": it never repeats what was typed, so it may stand in a log.
    """

    EMPTY = "empty"
    TOO_SHORT = "too_short"  # detail: how many characters are missing
    TOO_LONG = "too_long"  # detail: how many characters too many, or "" when the input was not even read
    BAD_CHARACTER = "bad_character"  # detail: position in the cleaned text, from 1
    CONTROL_CHARACTER = "control_character"  # detail: position; also a lone surrogate
    INVISIBLE_CHARACTER = "invisible_character"  # detail: position; zero width or bidirectional control
    CHECK_CHARACTER = "check_character"  # the last character(s) do not fit the others; detail: ""
    BAD_DATE = "bad_date"  # no such day in the calendar; detail: ""
    FUTURE_DATE = "future_date"  # born after today; detail: ""
    TOO_OLD = "too_old"  # born before 1850; detail: ""
    WRONG_FORM = "wrong_form"  # right characters, but not a number of this kind; detail: ""
    ALL_ZERO = "all_zero"  # detail: ""


class Notice(StrEnum):
    """Something a person should look at although the value is accepted."""

    PRIVATE_USE = "private_use"  # a card reader's own code point: no font will show it
    STAND_IN = "stand_in"  # a character described by its parts
    OLD_FORM = "old_form"  # a 15-digit number, shown in its 18-digit form


class Sex(StrEnum):
    """Sex as the number itself encodes it."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found. ``normalised`` is the form to store and compare, "" when refused."""

    normalised: str = ""
    birth: date | None = None
    sex: Sex | None = None
    reason: Reason | None = None
    detail: str = ""
    notices: tuple[Notice, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether the value may be stored."""
        return self.reason is None


def refused(reason: Reason, detail: int | str = "") -> Checked:
    """Build a refusal."""
    return Checked(reason=reason, detail=str(detail))


def cleaned(value: str) -> str | Checked:
    """Bring typed or scanned text to plain form (NFKC, no spaces), or refuse what cannot be any number.

    Full-width forms become ASCII; digits of other scripts stay what they are, so that the shape checks
    refuse them.
    """
    trimmed = value.strip(_EDGES)
    if len(trimmed) > MAX_RAW_LENGTH:
        return refused(Reason.TOO_LONG)
    text = _SPACES.sub("", unicodedata.normalize("NFKC", trimmed))
    return text or refused(Reason.EMPTY)


def without_hyphens(text: str) -> str:
    """Drop hyphens and the dashes that input methods produce in their place."""
    return _HYPHENS.sub("", text)


def plain_hyphens(text: str) -> str:
    """Turn every dash into the ASCII hyphen."""
    return _HYPHENS.sub("-", text)


def first_outside(text: str, allowed: str) -> int | None:
    """Position (from 1) of the first character that is not in ``allowed``."""
    return next((at for at, char in enumerate(text, 1) if char not in allowed), None)


def misfit(text: str, length: int) -> Checked | None:
    """Refuse text that is not exactly ``length`` characters, saying by how many it misses."""
    if len(text) < length:
        return refused(Reason.TOO_SHORT, length - len(text))
    if len(text) > length:
        return refused(Reason.TOO_LONG, len(text) - length)
    return None
