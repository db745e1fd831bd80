"""Looking closer at the open case: full numbers, on record; and its papers."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from desk_app.domain.cases import Case
from desk_app.domain.people import Party
from desk_app.ui.screens.cases.case_session import CaseSession
from desk_app.ui.screens.cases.standing import Asking, Preview, paper_of
from desk_app.ui.screens.intake.calls import PageImage


class CaseLooks(QObject):
    """Alt+S held down shows full numbers. What for is asked once a case; every look is put on record."""

    def __init__(self, session: CaseSession) -> None:
        super().__init__(session)
        self._session = session
        self._held = False

    def hold(self) -> None:
        """Alt+S goes down."""
        shown = self._session.shown
        if shown is None or self._held or shown.in_full is not None:
            return
        purpose = self._session.purposes.get(shown.case.id)
        if purpose is None:
            self._session.change(shown.case.id, asking=Asking.PURPOSE, trouble=None)
            return
        self._held = True
        self._reveal(shown.case, purpose)

    def give_purpose(self, purpose: str) -> None:
        """What for. The numbers are shown now, and veiled by Esc or by going on."""
        shown = self._session.shown
        if shown is not None:
            self._held = True
            self._reveal(shown.case, purpose.strip())

    def veil(self) -> None:
        """Alt+S comes up, or Esc."""
        self._held = False
        shown = self._session.shown
        if shown is not None and shown.in_full is not None:
            self._session.change(shown.case.id, in_full=None)

    def forget(self) -> None:
        """Somebody else may sit down: ask again, and show nothing that was on its way."""
        self._held = False
        self._session.purposes.clear()

    def drop_question(self) -> None:
        """Esc in the strip."""
        self._held = False
        shown = self._session.shown
        if shown is not None:
            self._session.change(shown.case.id, asking=Asking.NOTHING, form=None, trouble=None)

    def preview(self, document_id: UUID) -> None:
        """Look at a paper as it was printed."""
        shown = self._session.shown
        paper = paper_of(shown.case, document_id) if shown else None
        if shown is None or paper is None:
            return
        self._session.change(shown.case.id, preview=Preview(paper), trouble=None)
        work = partial(self._session.calls.document_pages, shown.case.id, paper.id)
        done = partial(self._drawn, shown.case, paper.id)
        self._session.ask(shown.case, work, done, key="pages", lane="files")

    def close_preview(self) -> None:
        """Back to the list of papers."""
        shown = self._session.shown
        if shown is not None and shown.preview is not None:
            self._session.change(shown.case.id, preview=None)

    def ask_code(self, case: Case) -> None:
        """The QR code of the slip, for a telephone held to the screen."""
        work = partial(self._session.calls.qr, case)
        done = partial(self._coded, case)
        self._session.ask(case, work, done, key="qr", lane="files")

    def _reveal(self, case: Case, purpose: str) -> None:
        work = partial(self._session.calls.reveal, case.id, purpose)
        done = partial(self._revealed, case, purpose)
        self._session.ask(case, work, done, key="reveal", lane="store")

    def _revealed(self, case: Case, purpose: str, party: Party) -> None:
        self._session.purposes[case.id] = purpose
        shown = party if self._held else None
        self._session.change(case.id, in_full=shown, purpose_given=True, asking=Asking.NOTHING, trouble=None)

    def _drawn(self, case: Case, document_id: UUID, pages: tuple[PageImage, ...]) -> None:
        shown = self._session.shown
        if shown is not None and shown.preview is not None and shown.preview.document.id == document_id:
            self._session.change(case.id, preview=Preview(shown.preview.document, pages))

    def _coded(self, case: Case, picture: PageImage) -> None:
        self._session.change(case.id, qr=picture)
