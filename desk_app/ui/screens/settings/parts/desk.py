"""打印 and 显示: settings of this desk, which hold as soon as they are chosen."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain.documents import DocumentKind
from desk_app.ui.screens.settings.calls import DeskValues
from desk_app.ui.screens.settings.papers.values import PaperSetting
from desk_app.ui.screens.settings.session import SettingsSession
from desk_app.ui.screens.settings.shown import DeskShown, Said


class DeskPart:
    """Nobody needs a right for these: a clerk may change the colours of the desk."""

    def __init__(self, session: SettingsSession) -> None:
        self._session = session
        self._values = session.calls.values()
        self._papers = dict(session.calls.papers())
        self._printers: tuple[str, ...] | None = None

    def read(self) -> None:
        """The page is opened, or the look was changed by a key: what holds now."""
        self._values = self._session.calls.values()
        self._papers = dict(self._session.calls.papers())

    def look_for_printers(self) -> None:
        """Ask the system anew."""
        self.read()
        self._session.read(self._session.calls.printers, self._found, "printers")

    def _found(self, printers: tuple[str, ...]) -> None:
        self._printers = printers

    def change(self, key: str, value: str) -> None:
        """Another value, as the row says it."""
        calls = self._session.calls
        values = self._values = changed(self._values, key, value)
        if key in ("theme", "large_type"):
            calls.apply_look(values.theme, values.large_type)
        self._session.keep(lambda: calls.save_values(values), "values", calls.devices_changed)
        self._session.changed.emit()

    def try_reader(self) -> None:
        """Read a card once with what is chosen now."""
        calls, values = self._session.calls, self._values
        self._session.begin(lambda: calls.try_reader(values), self._tested, "card")

    def change_paper(self, kind: DocumentKind, setting: PaperSetting) -> None:
        """Another printer, size or number of copies."""
        calls = self._session.calls
        self._papers[kind] = setting
        papers = dict(self._papers)
        self._session.keep(lambda: calls.save_papers(papers), "papers")
        self._session.changed.emit()

    def test(self, kind: DocumentKind) -> None:
        """A test with sample people only."""
        calls = self._session.calls
        setting = self._papers.get(kind, PaperSetting())
        self._session.begin(lambda: calls.test_print(kind, setting), self._tested, "files")

    def test_thermal(self) -> None:
        """Some lines on the receipt printer, a rare character and a code among them."""
        self._session.begin(self._session.calls.test_thermal, self._tested, "files")

    def _tested(self, words: str) -> None:
        self._session.tell(Said.TEXT, words)

    def shown(self) -> DeskShown:
        """Both pages."""
        return DeskShown(self._values, dict(self._papers), self._printers)


def changed(values: DeskValues, key: str, value: str) -> DeskValues:
    """The values with one of them as a row says it."""
    now = getattr(values, key)
    if isinstance(now, bool):
        return replace(values, **{key: bool(value)})  # type: ignore[arg-type]  # the key names a bool
    if isinstance(now, int):
        return replace(values, **{key: int(value)})  # type: ignore[arg-type]  # the key names a number
    return replace(values, **{key: value.strip()})  # type: ignore[arg-type]  # the key names a text
