"""Facts of a site and its desk as they are typed, and what may be wrong with them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

from desk_app.domain.catalogue import Tier
from desk_app.domain.sites import short_name_of

DEFAULT_REGION = "371073000000"
"""Root of Weihai Lingang in the extension of GB/T 2260: the district this program was made for."""
POINT_DIGITS, REGION_DIGITS = 6, 12
_LONGEST_NAME, _LONGEST_SHORT, _LONGEST_LINE = 40, 12, 80
_PHONE_CHARACTERS = frozenset("0123456789-+()转、, ")


class SiteField(StrEnum):
    """What is asked of a site; values are the names in :class:`SiteFacts`."""

    NAME = "name"
    SHORT_NAME = "short_name"
    REGION = "region_code"
    POINT = "point_code"
    PHONE = "phone"
    COMPLAINT_PHONE = "complaint_phone"
    ADDRESS = "address"
    HOURS = "hours"
    COUNTER = "counter"
    DEVICE = "device_number"
    REVIEW_ORGAN = "review_organ"
    COURT = "court"


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """A site and its desk as text; what is empty and may be has a default (:attr:`point`, :attr:`short`)."""

    tier: Tier = Tier.TOWN
    name: str = ""
    short_name: str = ""
    region_code: str = DEFAULT_REGION
    point_code: str = ""
    phone: str = ""
    complaint_phone: str = ""
    address: str = ""
    hours: str = ""
    counter: str = ""
    device_number: str = "1"
    review_organ: str = ""
    court: str = ""

    def text(self, field: SiteField) -> str:
        """What stands in a field."""
        return str(getattr(self, field.value))

    def with_text(self, field: SiteField, text: str) -> SiteFacts:
        """The facts with another text in a field."""
        return replace(self, **{field.value: text})  # type: ignore[arg-type]  # every field is a text

    @property
    def point(self) -> str:
        """The six digits before every receipt number: as given, or the first six of the region code."""
        return self.point_code or self.region_code[:POINT_DIGITS]

    @property
    def short(self) -> str:
        """What stands before the series of a paper."""
        return self.short_name or short_name_of(self.name)

    @property
    def tidy(self) -> SiteFacts:
        """Ready to be stored: one width, no stray spaces, defaults filled in."""
        plain = self
        for field in SiteField:
            text = " ".join(unicodedata.normalize("NFKC", self.text(field)).split())
            plain = plain.with_text(field, text)
        return replace(plain, point_code=plain.point)


class Flaw(StrEnum):
    """Why a text cannot stay."""

    EMPTY = "empty"
    TOO_SHORT = "too_short"
    """``detail`` digits are missing."""
    TOO_LONG = "too_long"
    """``detail`` characters are too many."""
    NOT_DIGITS = "not_digits"
    NOT_PHONE = "not_phone"
    UNPRINTABLE = "unprintable"


@dataclass(frozen=True, slots=True)
class Problem:
    """One flaw of one field."""

    flaw: Flaw
    detail: int = 0


_DIGITS = {SiteField.REGION: REGION_DIGITS, SiteField.POINT: POINT_DIGITS, SiteField.DEVICE: 1}
_REQUIRED = frozenset({SiteField.NAME, SiteField.REGION, SiteField.DEVICE})
_PHONES = frozenset({SiteField.PHONE, SiteField.COMPLAINT_PHONE})
_LONGEST = {SiteField.NAME: _LONGEST_NAME, SiteField.SHORT_NAME: _LONGEST_SHORT}


def problem_of(field: SiteField, facts: SiteFacts) -> Problem | None:
    """What is wrong with one field, or None.

    Telephone lines of an office are not held to the form of a private number: 12345, two numbers side by
    side and extensions are all real.
    """
    text = facts.tidy.text(field)
    if field is SiteField.POINT and not facts.text(field).strip():
        return None  # the region code gives it
    if not text:
        return Problem(Flaw.EMPTY) if field in _REQUIRED else None
    if not text.isprintable():
        return Problem(Flaw.UNPRINTABLE)
    if field in _DIGITS:
        return _digits_problem(text, _DIGITS[field])
    if field in _PHONES and (not set(text) <= _PHONE_CHARACTERS or not any(c.isdigit() for c in text)):
        return Problem(Flaw.NOT_PHONE)
    over = len(text) - _LONGEST.get(field, _LONGEST_LINE)
    return Problem(Flaw.TOO_LONG, over) if over > 0 else None


def _digits_problem(text: str, count: int) -> Problem | None:
    if not (text.isascii() and text.isdigit()):
        return Problem(Flaw.NOT_DIGITS)
    if len(text) < count:
        return Problem(Flaw.TOO_SHORT, count - len(text))
    return Problem(Flaw.TOO_LONG, len(text) - count) if len(text) > count else None


def problems_of(facts: SiteFacts) -> dict[SiteField, Problem]:
    """Everything that is wrong, in the order of the page."""
    found = ((field, problem_of(field, facts)) for field in SiteField)
    return {field: problem for field, problem in found if problem is not None}
