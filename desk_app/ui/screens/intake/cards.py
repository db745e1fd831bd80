"""What a card says beyond its number: it fills the person whose number it is, and is then forgotten."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desk_app.domain.id_card import CardRead
from desk_app.domain.intake import IntakeForm
from desk_app.ui.screens.intake import editing
from desk_app.ui.screens.intake.questions import Questions
from desk_app.ui.screens.intake.session import Session


class Cards(QObject):
    """Holds the last card until its bearer is on the screen, or somebody else's card comes.

    A second card goes the road of every scan: it asks first (``Questions``), and fills whichever place the
    clerk gives it.
    """

    def __init__(self, session: Session, questions: Questions) -> None:
        super().__init__(session)
        self._session, self._questions = session, questions
        self._card: CardRead | None = None
        session.pictured.connect(lambda _shown: self._fill())

    def take(self, card: CardRead) -> bool:
        """A card was read. True when the screen took it."""
        self._card = card
        taken = self._questions.scan(card.id_number)
        self._fill()
        return taken

    def remember(self, card: CardRead) -> None:
        """A card was read elsewhere in the window; its bearer may be taken in next."""
        self._card = card

    def forget(self) -> None:
        """The screen is locked: keep nothing of a citizen."""
        self._card = None

    def _fill(self) -> None:
        card, lane = self._card, self._session.lane
        if card is None or lane is None or card.id_number not in _numbers(lane.form):
            return
        self._card = None
        self._session.put(editing.with_card(lane, card))


def _numbers(form: IntakeForm) -> tuple[str, str]:
    return form.applicant.id_number.strip().upper(), form.proxy.id_number.strip().upper()
