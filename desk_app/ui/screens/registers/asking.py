"""What the screen asks for: which register of when; and everything it shows of the answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from desk_app.domain.errors import DeskError, InputError
from desk_app.domain.register_period import Span, Wanted
from desk_app.domain.registers import REGISTERS, Basis, RegisterKind
from desk_app.ui.screens.registers.calls import Asked, RegisterRead, RegistersCalls

RETURNS = "returns_why"
"""Beside the registers' own names: what people came twice for."""
KEYS: tuple[str, ...] = (*(kind.value for kind in REGISTERS), RETURNS)
NO_READ = RegisterRead((), (), ())


class Period(StrEnum):
    """Ready-made stretches of time, in the order of Alt+1…5."""

    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    QUARTER = "quarter"
    YEAR = "year"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the screen shows."""

    key: str = RegisterKind.CASES.value
    period: Period = Period.THIS_MONTH
    month: str = ""
    """As it was typed."""
    basis: Basis = Basis.RECEIVED
    read: RegisterRead = NO_READ
    text: str = ""
    state: str = ""
    matching: int = 0
    """Lines left by what was typed and by the state."""
    reading: bool = False
    done: int = 0
    fresh: bool = True
    """What is on the screen belongs to another question, or there is nothing yet."""
    stale: bool = False
    trouble: DeskError | None = None

    @property
    def states(self) -> tuple[str, ...]:
        """States there are lines of, in the order they first come."""
        return tuple(dict.fromkeys(line.state for line in self.read.lines if line.state))


class Asking(QObject):
    """The question. Every change of it is read anew."""

    changed = Signal(object)
    """Shown."""

    def __init__(self, calls: RegistersCalls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self.shown = Shown()

    def asked(self) -> Asked:
        """What the screen asks for now. Raises InputError ``month_invalid``."""
        shown, today = self.shown, self._calls.today()
        year, month = _month(shown, today)
        span = {Period.QUARTER: Span.QUARTER, Period.YEAR: Span.YEAR}.get(shown.period, Span.MONTH)
        returns = shown.key == RETURNS
        kind = RegisterKind.CASES if returns else RegisterKind(shown.key)
        return Asked(Wanted(kind, year, month, shown.basis, span), returns)

    def pick(self, key: str) -> None:
        """Another register."""
        self._tell(key=key, state="", fresh=True)
        self.refresh()

    def step(self, by: int) -> None:
        """The next or the previous register."""
        self.pick(KEYS[(KEYS.index(self.shown.key) + by) % len(KEYS)])

    def choose(self, period: Period) -> None:
        """Another stretch of time."""
        today = self._calls.today()
        month = self.shown.month or f"{today.year}-{today.month:02d}"
        self._tell(period=period, month=month, fresh=True)
        self.refresh()

    def type_month(self, text: str) -> None:
        """A month was typed."""
        if (text, Period.CHOSEN) != (self.shown.month, self.shown.period):
            self._tell(month=text, period=Period.CHOSEN, fresh=True)
            self.refresh()

    def count_by(self, basis: Basis) -> None:
        """Another day that puts a line into its month."""
        self._tell(basis=basis, fresh=True)
        self.refresh()

    def refresh(self) -> None:
        """Read anew."""
        raise NotImplementedError

    def _tell(self, **changes: object) -> None:
        self.shown = replace(self.shown, **changes)  # type: ignore[arg-type]  # names are checked by replace
        self.changed.emit(self.shown)


def _month(shown: Shown, today: date) -> tuple[int, int]:
    if shown.period is Period.CHOSEN:
        year, _, month = shown.month.strip().replace("/", "-").replace(".", "-").partition("-")
        if not (year.isdigit() and month.isdigit() and len(year) == 4 and len(month) <= 2):
            raise InputError("month_invalid")
        return int(year), int(month)
    day = today.replace(day=1) - timedelta(days=1) if shown.period is Period.LAST_MONTH else today
    return day.year, day.month
