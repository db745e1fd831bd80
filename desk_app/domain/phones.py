"""Telephone numbers as a counter takes them down: mobiles, and fixed lines with their area code."""

import re

from desk_app.domain.checked import (
    Checked,
    Reason,
    cleaned,
    first_outside,
    misfit,
    plain_hyphens,
    refused,
    without_hyphens,
)

_DIGITS = "0123456789"
_COUNTRY = re.compile(r"\A(?:(?:\+|00)86|86(?=1[0-9]{10}\Z))")
_MOBILE_START = re.compile(r"1(?:[3-9]|\Z)")
# Three-digit area codes (010, 02x) have eight-digit numbers; all others seven or eight. Numbers start with
# 2-9.
_LANDLINE = re.compile(
    r"(?:(?P<short>010|02[0-9])-?(?P<eight>[2-9][0-9]{3}-?[0-9]{4})"
    r"|(?P<long>0[3-9][0-9]{2})-?(?P<seven>[2-9][0-9]{2,3}-?[0-9]{4}))"
    r"(?:(?:-|转|#|ext\.?)(?P<extension>[0-9]{1,6}))?"
)
_LANDLINE_CHARACTERS = _DIGITS + "-+()转#ext.EXT"
_SHORTEST_LANDLINE = 11


def check_mobile(value: str) -> Checked:
    """Check a mainland mobile number: ``1[3-9]`` and nine digits.

    Spaces, hyphens and +86 / 0086 are taken off. A number with 86 in front is taken when exactly eleven
    digits follow.
    """
    text = cleaned(value)
    if isinstance(text, Checked):
        return text
    bare = _COUNTRY.sub("", without_hyphens(text))
    return _mobile_refusal(bare) or Checked(normalised=bare)


def check_landline(value: str) -> Checked:
    """Check a fixed-line number with its area code; stored as ``0631-5580000`` or ``0631-5580000-801``."""
    text = cleaned(value)
    if isinstance(text, Checked):
        return text
    text = plain_hyphens(text)
    outside = first_outside(text, _LANDLINE_CHARACTERS)
    if outside is not None:
        return refused(Reason.BAD_CHARACTER, outside)
    return _landline(_with_trunk_zero(text.replace("(", "").replace(")", "-").replace("--", "-").lower()))


def check_phone(value: str) -> Checked:
    """Check a contact number of either kind. A refusal speaks of the kind the first digit announces."""
    mobile = check_mobile(value)
    landline = check_landline(value)
    if mobile.valid or landline.valid:
        return mobile if mobile.valid else landline
    text = cleaned(value)
    return landline if isinstance(text, str) and text.lstrip("(").startswith("0") else mobile


def _mobile_refusal(bare: str) -> Checked | None:
    if not bare:
        return refused(Reason.EMPTY)
    outside = first_outside(bare, _DIGITS)
    if outside is not None:
        return refused(Reason.BAD_CHARACTER, outside)
    if not _MOBILE_START.match(bare):
        return refused(Reason.WRONG_FORM)
    return misfit(bare, 11)


def _with_trunk_zero(text: str) -> str:
    """Abroad the area code is written without its 0: +86 631 ... is 0631 ..."""
    country = _COUNTRY.match(text)
    if not country:
        return text
    national = text[country.end() :].lstrip("-")
    return national if national.startswith("0") else "0" + national


def _landline(text: str) -> Checked:
    match = _LANDLINE.fullmatch(text)
    if not match:
        missing = _SHORTEST_LANDLINE - sum(char in _DIGITS for char in text)
        short = text.startswith("0") and missing > 0
        return refused(Reason.TOO_SHORT, missing) if short else refused(Reason.WRONG_FORM)
    area = match["short"] or match["long"]
    number = without_hyphens(match["eight"] or match["seven"])
    tail = f"-{match['extension']}" if match["extension"] else ""
    return Checked(normalised=f"{area}-{number}{tail}")
