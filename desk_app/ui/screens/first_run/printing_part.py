"""Page 4, 打印: a printer for each kind of paper; a change holds at once."""

from __future__ import annotations

from desk_app.domain.documents import DocumentKind
from desk_app.ui.screens.first_run.session import FirstRunSession
from desk_app.ui.screens.first_run.shown import PrintingShown
from desk_app.ui.screens.settings.papers.values import PaperSetting


class PrintingPart:
    """Until somebody says otherwise every paper goes to the PDF folder, which works everywhere."""

    def __init__(self, session: FirstRunSession) -> None:
        self._session = session
        self._settings: dict[DocumentKind, PaperSetting] = dict(session.calls.papers())
        self._printers: tuple[str, ...] | None = None

    def load(self) -> None:
        """Look for printers anew."""
        session = self._session
        session.jobs.run(session, session.calls.printers, self._found, session.fail, "files", "printers")

    def _found(self, printers: tuple[str, ...]) -> None:
        self._printers = printers
        self._session.changed.emit()

    def change(self, kind: DocumentKind, setting: PaperSetting) -> None:
        """Another printer, size or number of copies."""
        session = self._session
        self._settings[kind] = setting
        settings = dict(self._settings)
        session.jobs.run(
            session,
            lambda: session.calls.save_papers(settings),
            lambda _nothing: None,
            session.fail,
            key="papers",
        )
        session.changed.emit()

    def test(self, kind: DocumentKind) -> None:
        """A test with sample people only."""
        session = self._session
        if not session.busy:
            setting = self._settings.get(kind, PaperSetting())
            session.begin(lambda: session.calls.test_print(kind, setting), session.tell, lane="files")

    def shown(self) -> PrintingShown:
        """The page."""
        return PrintingShown(dict(self._settings), self._printers)
