"""F10: which other act, and the reason it needs."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desk_app.domain.errors import IllegalMove
from desk_app.ui.screens.handover.presenter import HandoverPresenter
from desk_app.ui.screens.handover.shown import Asking, More


class OtherActs(QObject):
    """The numbered list of other acts."""

    gap_wanted = Signal(str)
    """The card of a gap wants the keyboard; its key."""

    def __init__(self, presenter: HandoverPresenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._session = presenter.session

    def more(self) -> None:
        """F10: which other act; again puts the list away."""
        shown = self._session.shown
        if shown.more:
            asking = Asking.NOTHING if shown.asking is Asking.MORE else Asking.MORE
            self._session.change(asking=asking, trouble=None)

    def pick(self, nth: int) -> None:
        """Alt+n while the list is open."""
        shown = self._session.shown
        if shown.asking is Asking.MORE and nth <= len(shown.more):
            self.begin(shown.more[nth - 1])

    def begin(self, more: More) -> None:
        """Do it, or ask why."""
        asked = {
            More.DROP: Asking.DROP,
            More.RETURN_ALL: Asking.RETURN_ALL,
            More.RETURN_ONE: Asking.RETURN_ONE,
        }
        self._session.change(asking=asked.get(more, Asking.NOTHING), trouble=None)
        if more is More.RECORD:
            self._presenter.counting.record()
            self._session.field_wanted.emit()
        elif more is More.REPRINT:
            self._presenter.reprint()
        elif more is More.DIFFER:
            self.differ()

    def differ(self) -> None:
        """Alt+B: what differs in the row at hand."""
        if More.DIFFER in self._session.shown.more:
            key = self._session.shown.current
            self._presenter.tallying.differ()
            self.gap_wanted.emit(key)

    def return_all(self) -> None:
        """The button of a receiver: the whole bag goes back, once it is said why."""
        if More.RETURN_ALL in self._session.shown.more:
            self.begin(More.RETURN_ALL)

    def answer(self, reason: str) -> None:
        """The reason was given."""
        asking = self._session.shown.asking
        if not reason.strip():
            self._session.fail(IllegalMove("reason_needed"))
        elif asking is Asking.DROP:
            self._presenter.sending.drop(reason)
        else:
            self._presenter.counting.give_back(reason, everything=asking is Asking.RETURN_ALL)
