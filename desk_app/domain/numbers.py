"""Numbers the counter gives out: receipt numbers, document numbers, record ids.

A receipt number must be unique although no desk can ask another, must survive being read over the
telephone, and must never come back after the clock was set back (``sync.md`` §2.1).
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from stdnum.iso7064 import mod_97_10

from desk_app.domain.checked import Checked, Reason, cleaned, first_outside, misfit, refused, without_hyphens
from desk_app.domain.errors import InputError

RECEIPT_LENGTH = 17
LAST_OF_DAY = 999
MOST_RESERVED = 5000  # paper forms in one go; more is a slip of the finger

_DIGITS = "0123456789"
_POINT = re.compile(r"[0-9]{6}")
_FIRST_DAY = date(2000, 1, 1)
_LAST_DAY = date(2099, 12, 31)  # the year is stored as two digits


@dataclass(frozen=True, slots=True, order=True)
class ReceiptNumber:
    """``PPPPPP-D-YYJJJ-NNN-CC``: point, device, day of the series, number of that day, check digits.

    ``point`` is the site's six-digit point code, ``device`` the device's one-digit number within it, ``n``
    runs from 1 to 999. ``day`` is the day of the *series*: usually the day it was given out, later when a
    day ran full or the clock had been ahead. Raises ValueError for parts that cannot be a number.
    """

    point: str
    device: int
    day: date
    n: int

    def __post_init__(self) -> None:
        _require_owner(self.point, self.device)
        if not _FIRST_DAY <= self.day <= _LAST_DAY:
            raise ValueError("the year of a receipt number lies between 2000 and 2099")
        if not 1 <= self.n <= LAST_OF_DAY:
            raise ValueError("the number of the day lies between 1 and 999")

    @property
    def check(self) -> str:
        """Two check digits, 02 to 98 (ISO 7064 MOD 97-10: the whole number leaves 1 when divided by 97)."""
        return str(mod_97_10.calc_check_digits(self._body))

    @property
    def digits(self) -> str:
        """The seventeen digits as stored, scanned and searched."""
        return self._body + self.check

    @property
    def formatted(self) -> str:
        """The number in groups, as printed and spoken: ``371073-1-26328-001-93``."""
        body = self._body
        return f"{body[:6]}-{body[6]}-{body[7:12]}-{body[12:]}-{self.check}"

    def __str__(self) -> str:
        return self.formatted

    @property
    def _body(self) -> str:
        return f"{self.point}{self.device}{self.day:%y%j}{self.n:03d}"

    @classmethod
    def parse(cls, text: str) -> "ReceiptNumber":
        """Read a number as stored, printed or typed (spaces, hyphens, full width). Raises InputError."""
        found = _read(text)
        if isinstance(found, Checked):
            reason = found.reason or Reason.WRONG_FORM
            raise InputError(f"receipt_{reason.value}", detail=found.detail)
        return found


def check_receipt(text: str) -> Checked:
    """Check a receipt number without raising; ``normalised`` holds its seventeen digits."""
    found = _read(text)
    return found if isinstance(found, Checked) else Checked(normalised=found.digits)


@dataclass(frozen=True, slots=True)
class DayCounter:
    """How far one device of one point has counted. Kept by the device, never synced, only ever growing.

    ``last_day`` and ``n`` are the last number given out; a new device starts with None and 0. A re-enrolled
    device gets a new device number, because a fresh counter must not start again inside an old series.
    """

    point: str
    device: int
    last_day: date | None = None
    n: int = 0

    def __post_init__(self) -> None:
        _require_owner(self.point, self.device)
        if not 0 <= self.n <= LAST_OF_DAY or (self.last_day is None and self.n):
            raise ValueError("a day counter holds 0 to 999, and 0 before its first day")


def next_number(counter: DayCounter, today: date) -> tuple[DayCounter, ReceiptNumber]:
    """Give out the next receipt number and the counter to store with it, in the same transaction.

    The series is that of ``max(today, last_day)``: a clock set back goes on in the later series and never
    reuses a number; a clock that ran ahead leaves the device in that later series until the calendar has
    caught up. When the 999 numbers of a series are used up, the next day's series is opened ahead of time,
    and the next day goes on in it. Raises InputError ``clock_out_of_range`` when the clock, or the series,
    is not in the years 2000 to 2099.
    """
    day = max(today, counter.last_day or today)
    n = counter.n + 1 if day == counter.last_day else 1
    if n > LAST_OF_DAY and day < _LAST_DAY:
        day, n = day + timedelta(days=1), 1
    if n > LAST_OF_DAY or not _FIRST_DAY <= day <= _LAST_DAY:
        raise InputError("clock_out_of_range", year=day.year)
    number = ReceiptNumber(counter.point, counter.device, day, n)
    return replace(counter, last_day=day, n=n), number


def reserve(counter: DayCounter, n: int, today: date) -> tuple[DayCounter, tuple[ReceiptNumber, ...]]:
    """Take ``n`` numbers at once for paper forms to be filled in by hand; they are never given out again.

    Raises InputError ``reserve_out_of_range`` unless ``n`` lies between 1 and 5000.
    """
    if not 1 <= n <= MOST_RESERVED:
        raise InputError("reserve_out_of_range", most=MOST_RESERVED)
    taken = []
    for _ in range(n):
        counter, number = next_number(counter, today)
        taken.append(number)
    return counter, tuple(taken)


def format_document_number(prefix: str, kind_word: str, year: int, n: int, device: int = 1) -> str:
    """Number of an official paper, ``示例受字〔2026〕第001号``: site's short name, kind's word, year, series.

    Three places are the least; a longer series grows beyond them. Each device counts by itself, so that no
    number is given twice while desks cannot ask each other: those after the first stand before the series,
    ``第2-001号``. Raises ValueError for impossible parts.
    """
    if not (1000 <= year <= 9999 and n >= 1):
        raise ValueError("a document number needs a four-digit year and a series from 1")
    series = f"{n:03d}" if device == 1 else f"{device}-{n:03d}"
    return f"{prefix}{kind_word}字〔{year}〕第{series}号"


def uuid7(now_ms: int, random_bytes: bytes) -> UUID:
    """Record id of version 7 (RFC 9562 §5.7) from milliseconds since 1970 and ten random bytes.

    74 of the random bits are used. The time inside only keeps an index compact; nothing is ever ordered or
    judged by it.
    """
    if not 0 <= now_ms < 1 << 48:
        raise ValueError("milliseconds since 1970 must fit 48 bits")
    if len(random_bytes) != 10:
        raise ValueError("ten random bytes are needed")
    rand_a = int.from_bytes(random_bytes[:2]) & 0xFFF
    rand_b = int.from_bytes(random_bytes[2:]) & ((1 << 62) - 1)
    return UUID(int=now_ms << 80 | 0x7 << 76 | rand_a << 64 | 0b10 << 62 | rand_b)


def _require_owner(point: str, device: int) -> None:
    if not _POINT.fullmatch(point):
        raise ValueError("a point code has six digits")
    if not 0 <= device <= 9:
        raise ValueError("a device number has one digit")


def _read(value: str) -> ReceiptNumber | Checked:
    text = cleaned(value)
    if isinstance(text, Checked):
        return text
    digits = without_hyphens(text)
    if not digits:
        return refused(Reason.EMPTY)
    outside = first_outside(digits, _DIGITS)
    if outside is not None:
        return refused(Reason.BAD_CHARACTER, outside)
    return misfit(digits, RECEIPT_LENGTH) or _from_digits(digits)


def _from_digits(digits: str) -> ReceiptNumber | Checked:
    # Compared, not divided: 00 and 97, 01 and 98, 02 and 99 leave the same remainder.
    if mod_97_10.calc_check_digits(digits[:15]) != digits[15:]:
        return refused(Reason.CHECK_CHARACTER)
    year, day_of_year, n = 2000 + int(digits[7:9]), int(digits[9:12]), int(digits[12:15])
    day = date(year, 1, 1) + timedelta(days=max(day_of_year, 1) - 1)
    if day.year != year or day_of_year < 1:
        return refused(Reason.BAD_DATE)
    return ReceiptNumber(digits[:6], int(digits[6]), day, n) if n else refused(Reason.WRONG_FORM)
