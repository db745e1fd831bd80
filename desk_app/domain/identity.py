"""Numbers that say who somebody is: resident ids, residence and travel permits, passports.

Real practice wins over neatness: a card that a citizen holds is accepted by its own rule, and no number is
ever refused for its first six digits (codes of abolished counties live on in valid cards).

The other checks of a person's data stand beside this module and are offered here too: :func:`check_uscc`,
:func:`check_mobile`, :func:`check_landline`, :func:`check_phone`, :func:`check_name`.
"""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from stdnum.cn import ric

from desk_app.domain.checked import Checked, Notice, Reason, Sex, cleaned, first_outside, misfit, refused
from desk_app.domain.credit_code import check_uscc
from desk_app.domain.names import check_name
from desk_app.domain.phones import check_landline, check_mobile, check_phone

__all__ = [
    "ID_TYPE_CODES",
    "Checked",
    "IdType",
    "Notice",
    "Reason",
    "Sex",
    "age_on",
    "check_foreigner_permit",
    "check_hmt_residence",
    "check_hmt_travel",
    "check_id",
    "check_landline",
    "check_mobile",
    "check_name",
    "check_other",
    "check_passport",
    "check_phone",
    "check_resident_id",
    "check_taiwan_travel",
    "check_uscc",
    "resident_check_character",
]

_DIGITS = "0123456789"
_OLD_LENGTH = 15
_LENGTH = 18
_OLDEST_YEAR = 1850
# Sequence numbers kept free, in the 15-digit form, for people born before 1900.
_CENTENARIAN_SEQUENCES = frozenset({"996", "997", "998", "999"})
_HMT_PREFIXES = ("81", "82", "83")
_OTHER_MAX = 50


class IdType(StrEnum):
    """The kinds of identity paper a counter meets."""

    RESIDENT_ID = "resident_id"
    FOREIGNER_PERMIT = "foreigner_permit"  # 外国人永久居留身份证
    HMT_RESIDENCE = "hmt_residence"  # 港澳台居民居住证
    HMT_TRAVEL = "hmt_travel"  # 港澳居民来往内地通行证
    TAIWAN_TRAVEL = "taiwan_travel"  # 台湾居民来往大陆通行证
    PASSPORT = "passport"
    USCC = "uscc"
    OTHER = "other"


# Certificate type codes of the national exchange tables (up_pro_accept). Those tables have no code of their
# own for the permanent residence card and the residence permit: both go as 999, another paper of a natural
# person.
ID_TYPE_CODES: Mapping[IdType, str] = MappingProxyType(
    {
        IdType.RESIDENT_ID: "111",
        IdType.FOREIGNER_PERMIT: "999",
        IdType.HMT_RESIDENCE: "999",
        IdType.HMT_TRAVEL: "516",
        IdType.TAIWAN_TRAVEL: "511",
        IdType.PASSPORT: "414",
        IdType.USCC: "001",
        IdType.OTHER: "999",
    }
)


def resident_check_character(body: str) -> str:
    """Check character for the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2)."""
    return str(ric.calc_check_digit(body + "0"))


def age_on(birth: date, day: date) -> int:
    """Age in full years (周岁) on ``day``; born on 29 February, one year older on 1 March of common years."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def check_id(id_type: IdType, value: str, today: date) -> Checked:
    """Check a number by the rule of its kind of paper. ``today`` bounds the date of birth."""
    return _CHECKS[id_type](value, today)


def check_resident_id(value: str, today: date) -> Checked:
    """Check a resident identity number (GB 11643): characters, real date of birth, check character.

    Fifteen digits are taken too; the answer then holds the 18-digit form and ``Notice.OLD_FORM``.

    python-stdnum computes the check character. Its ``validate`` is not used: it ties the county code to the
    year of birth and refuses codes it does not know, and so refuses real people (abolished counties,
    development zones, residence permits starting 81 to 83).
    """
    text = cleaned(value)
    if isinstance(text, Checked):
        return text
    text = text.upper()
    wrong_shape = _shape_refusal(text)
    if wrong_shape:
        return wrong_shape
    if len(text) == _OLD_LENGTH:
        return _from_old_form(text, today)
    return _eighteen(text, today)


def check_foreigner_permit(value: str, today: date) -> Checked:
    """Check a foreign permanent resident's card.

    The card of 2023 bears 18 digits starting with 9, built like a resident number; the earlier one three
    letters of nationality and twelve digits. Of that one only the shape is checked: no source gives its
    check rule reliably.
    """
    text = cleaned(value)
    if isinstance(text, Checked):
        return text
    text = text.upper()
    if not text[0].isascii() or not text[0].isalpha():
        return _with_prefix(text, ("9",), today)
    outside = first_outside(text[:3], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") or _first_non_digit(text, 3)
    if outside is not None:
        return refused(Reason.BAD_CHARACTER, outside)
    return misfit(text, _OLD_LENGTH) or Checked(normalised=text)


def check_hmt_residence(value: str, today: date) -> Checked:
    """Check a residence permit of a Hong Kong (81), Macao (82) or Taiwan (83) resident, built by GB 11643."""
    text = cleaned(value)
    if isinstance(text, Checked):
        return text
    return _with_prefix(text.upper(), _HMT_PREFIXES, today)


def check_hmt_travel(value: str) -> Checked:
    """Check a travel permit of Hong Kong and Macao residents: H or M and 8 digits, earlier cards 10."""
    text = cleaned(value)
    if isinstance(text, Checked):
        return text
    text = text.upper()
    outside = first_outside(text[:1], "HM") or _first_non_digit(text, 1)
    if outside is not None:
        return refused(Reason.BAD_CHARACTER, outside)
    return _either_length(text, 9, 11) or Checked(normalised=text)


def check_taiwan_travel(value: str) -> Checked:
    """Check a travel permit of Taiwan residents: 8 digits, earlier ones 10."""
    text = cleaned(value)
    if isinstance(text, Checked):
        return text
    outside = _first_non_digit(text, 0)
    if outside is not None:
        return refused(Reason.BAD_CHARACTER, outside)
    return _either_length(text, 8, 10) or Checked(normalised=text)


def check_passport(value: str) -> Checked:
    """Check a passport number of any country: 5 to 20 Latin letters and digits (no common check rule)."""
    text = cleaned(value)
    if isinstance(text, Checked):
        return text
    text = text.upper()
    outside = first_outside(text, _DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if outside is not None:
        return refused(Reason.BAD_CHARACTER, outside)
    return _between(text, 5, 20) or Checked(normalised=text)


def check_other(value: str) -> Checked:
    """Check the number of any other paper: up to 50 visible characters."""
    text = cleaned(value)
    if isinstance(text, Checked):
        return text
    unseen = next((at for at, char in enumerate(text, 1) if unicodedata.category(char)[0] in "CZ"), None)
    if unseen is not None:
        return refused(Reason.BAD_CHARACTER, unseen)
    return _between(text, 1, _OTHER_MAX) or Checked(normalised=text)


def _first_non_digit(text: str, start: int) -> int | None:
    at = first_outside(text[start:], _DIGITS)
    return None if at is None else start + at


def _shape_refusal(text: str) -> Checked | None:
    """Refuse what is not 18 digits (X last) or 15 digits; a count is only given once every character fits."""
    digits = text[:-1] if text[-1] == "X" else text
    outside = first_outside(digits, _DIGITS)
    if outside is not None:
        return refused(Reason.BAD_CHARACTER, outside)
    if len(text) == _OLD_LENGTH and digits == text:
        return None
    return misfit(text, _LENGTH)


def _from_old_form(text: str, today: date) -> Checked:
    century = "18" if text[-3:] in _CENTENARIAN_SEQUENCES else "19"
    body = text[:6] + century + text[6:]
    born = _born(body + resident_check_character(body), today, (Notice.OLD_FORM,))
    # Far more often than an old number with a wrong date, it is a new one not typed to its end.
    return refused(Reason.TOO_SHORT, _LENGTH - _OLD_LENGTH) if born.reason is Reason.BAD_DATE else born


def _eighteen(text: str, today: date) -> Checked:
    born = _born(text, today)
    if born.valid and resident_check_character(text[:-1]) != text[-1]:
        return refused(Reason.CHECK_CHARACTER)
    return born


def _born(text: str, today: date, notices: tuple[Notice, ...] = ()) -> Checked:
    """Read birth and sex out of 18 characters of the right shape.

    The date is judged before the check character: "no such day" tells the clerk where to look.
    """
    try:
        birth = date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return refused(Reason.BAD_DATE)
    if birth > today:
        return refused(Reason.FUTURE_DATE)
    if birth.year < _OLDEST_YEAR:
        return refused(Reason.TOO_OLD)
    sex = Sex.MALE if int(text[16]) % 2 else Sex.FEMALE
    return Checked(normalised=text, birth=birth, sex=sex, notices=notices)


def _with_prefix(text: str, prefixes: tuple[str, ...], today: date) -> Checked:
    digits = text[:-1] if text[-1] == "X" else text
    outside = first_outside(digits, _DIGITS)
    if outside is not None:
        return refused(Reason.BAD_CHARACTER, outside)
    wrong_length = misfit(text, _LENGTH)
    if wrong_length:
        return wrong_length
    return _eighteen(text, today) if text.startswith(prefixes) else refused(Reason.WRONG_FORM)


def _either_length(text: str, short: int, long: int) -> Checked | None:
    return None if len(text) == short else misfit(text, short if len(text) < short else long)


def _between(text: str, shortest: int, longest: int) -> Checked | None:
    return misfit(text, min(max(len(text), shortest), longest))


_CHECKS: Mapping[IdType, Callable[[str, date], Checked]] = MappingProxyType(
    {
        IdType.RESIDENT_ID: check_resident_id,
        IdType.FOREIGNER_PERMIT: check_foreigner_permit,
        IdType.HMT_RESIDENCE: check_hmt_residence,
        IdType.HMT_TRAVEL: lambda value, _: check_hmt_travel(value),
        IdType.TAIWAN_TRAVEL: lambda value, _: check_taiwan_travel(value),
        IdType.PASSPORT: lambda value, _: check_passport(value),
        IdType.USCC: lambda value, _: check_uscc(value),
        IdType.OTHER: lambda value, _: check_other(value),
    }
)
