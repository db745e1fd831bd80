"""Taking over an old ledger: look at it, put the columns right, take it over whole, undo it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.domain.errors import DeskError
from desk_app.domain.ledger_events import LedgerField
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.registers.calls import LedgerLook, RegistersCalls, TakenBefore


@dataclass(frozen=True, slots=True)
class TakingShown:
    """What the page shows."""

    open: bool = False
    path: str = ""
    said: Mapping[LedgerField, int | None] = field(default_factory=dict)
    look: LedgerLook | None = None
    before: tuple[TakenBefore, ...] = ()
    undoing: UUID | None = None
    """Asked for a reason."""
    busy: bool = False
    trouble: DeskError | None = None

    @property
    def ready(self) -> bool:
        """Whether the file can be taken over as it is."""
        look = self.look
        sound = look is not None and not (look.absent or look.problems or look.taken_already)
        return sound and look is not None and look.lines > 0


class Taking(QObject):
    """All or nothing, and nothing before it was looked at."""

    changed = Signal(object)
    """TakingShown."""
    taken = Signal(str, int)
    """File, and how many lines."""
    undone = Signal(str)
    """File."""

    def __init__(self, calls: RegistersCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._jobs = jobs
        self.shown = TakingShown()

    def open(self) -> None:
        """Ctrl+N."""
        self._tell(open=True, trouble=None)
        self._read_before()

    def close(self) -> bool:
        """Esc: the question first, then the page. False when neither was open."""
        if self.shown.undoing is not None:
            self._tell(undoing=None, trouble=None)
            return True
        was_open = self.shown.open
        self.shown = TakingShown()
        self.changed.emit(self.shown)
        return was_open

    def look(self, path: str) -> None:
        """Read a file and say what is in it."""
        self._tell(path=path.strip(), said={}, look=None)
        self._look()

    def place(self, known: LedgerField, column: int | None) -> None:
        """A person says which column holds what; None for "there is none"."""
        self._tell(said={**self.shown.said, known: column})
        self._look()

    def take_over(self) -> None:
        """Ctrl+Enter."""
        shown = self.shown
        if shown.busy or not shown.ready or shown.look is None:
            return
        self._tell(busy=True, trouble=None)
        work = partial(self._calls.take_over, shown.path, shown.said)
        self._jobs.run(self, work, partial(self._taken, shown.look.name), self._failed)

    def ask_undo(self, import_id: UUID) -> None:
        """Del on a line of what was taken before."""
        self._tell(undoing=import_id, trouble=None)

    def undo(self, reason: str) -> None:
        """The reason was given."""
        shown = self.shown
        if shown.undoing is None or shown.busy:
            return
        self._tell(busy=True, trouble=None)
        name = next(one.name for one in shown.before if one.id == shown.undoing)
        work = partial(self._calls.undo, shown.undoing, reason)
        self._jobs.run(self, work, lambda _none: self._undone(name), self._failed)

    def _look(self) -> None:
        shown = self.shown
        if not shown.path:
            return
        self._tell(busy=True, trouble=None)
        work = partial(self._calls.preview, shown.path, shown.said)
        self._jobs.run(self, work, self._looked, self._failed, lane="files", key="look")

    def _looked(self, look: LedgerLook) -> None:
        self._tell(look=look, busy=False)

    def _taken(self, name: str, lines: int) -> None:
        self._tell(busy=False, path="", said={}, look=None)
        self._read_before()
        self.taken.emit(name, lines)

    def _undone(self, name: str) -> None:
        self._tell(busy=False, undoing=None)
        self._read_before()
        if self.shown.path:
            self._look()
        self.undone.emit(name)

    def _read_before(self) -> None:
        self._jobs.run(
            self, self._calls.imports, lambda found: self._tell(before=found), self._failed, key="b"
        )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self._tell(busy=False, trouble=error)

    def _tell(self, **changes: object) -> None:
        self.shown = replace(self.shown, **changes)  # type: ignore[arg-type]  # names are checked by replace
        self.changed.emit(self.shown)
