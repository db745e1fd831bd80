"""What the customer's screen shows now, and what was answered on it. It knows no store."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.ui.screens.customer.values import (
    LEVELS,
    Confirm,
    Face,
    Ink,
    Progress,
    Rate,
    Sign,
    Thanks,
    Welcome,
    subject_of,
)

RETURN_MS = 20_000
"""Rating, progress and thanks go back by themselves; a touch begins the time anew (experience.md §9)."""
THANKS_MS = 6_000
IDLE_MS = 60_000
"""Facts that nobody has touched for so long are veiled: the citizen may have stepped aside."""


class CustomerPresenter(QObject):
    """One face at a time.

    ``answered`` carries (subject, bool), ``rated`` (subject, level), ``signed`` (subject, Ink); each at most
    once a face, unless :meth:`again` is called.
    """

    faced = Signal(object)
    answered = Signal(object, bool)
    rated = Signal(object, object)
    signed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.face: Face = Welcome()
        self.seconds = 0
        """How long the face stays, in seconds; 0: until somebody clears it."""
        self._given = False
        self._veiled_by_time = False
        self._leave = QTimer(self, singleShot=True)
        self._leave.timeout.connect(self._time_is_up)

    @property
    def subject(self) -> UUID | None:
        """Whose face is on show."""
        return subject_of(self.face)

    def show(self, face: Face) -> None:
        """Another face."""
        self._given = False
        self._put(face)

    def clear(self) -> None:
        """Nothing of anybody, at once."""
        if self.face != Welcome():
            self.show(Welcome())

    def keep_only(self, subject: UUID | None) -> None:
        """Somebody else is at the counter, or nobody: what belongs to another goes."""
        if self.subject is not None and self.subject != subject:
            self.clear()

    def touch(self) -> None:
        """The citizen is there: time begins anew, and veiled facts are shown again."""
        face = self.face
        if isinstance(face, Confirm) and face.veiled and self._veiled_by_time:
            self._put(replace(face, veiled=False))
        else:
            self._begin_time()

    def answer(self, right: bool) -> None:
        """都对, or something is not."""
        face = self.face
        if isinstance(face, Confirm) and not self._given:
            self._given = True
            self._put(replace(face, answer=right))
            self.answered.emit(face.subject, right)

    def rate(self, place: int) -> None:
        """The n-th level was pressed, from 1."""
        face = self.face
        if isinstance(face, Rate) and not self._given and 1 <= place <= len(LEVELS):
            self._given = True
            self.rated.emit(face.subject, LEVELS[place - 1])

    def sign(self, ink: Ink) -> None:
        """写好了."""
        face = self.face
        if isinstance(face, Sign) and not self._given and ink.strokes:
            self._given = True
            self.signed.emit(face.subject, ink)

    def again(self) -> None:
        """It could not be kept: the citizen may answer once more."""
        self._given = False

    def _put(self, face: Face) -> None:
        self.face = face
        self._veiled_by_time = False
        self._begin_time()
        self.faced.emit(face)

    def _begin_time(self) -> None:
        wait = _wait(self.face)
        self.seconds = wait // 1000 if not isinstance(self.face, Confirm) else 0
        if wait:
            self._leave.start(wait)
        else:
            self._leave.stop()

    def _time_is_up(self) -> None:
        face = self.face
        if isinstance(face, Confirm):
            self.face = replace(face, veiled=True)
            self._veiled_by_time = True
            self.faced.emit(self.face)
        else:
            self.clear()


def _wait(face: Face) -> int:
    match face:
        case Thanks():
            return THANKS_MS
        case Rate() | Progress():
            return RETURN_MS
        case Confirm(veiled=False):
            return IDLE_MS
        case _:
            return 0
