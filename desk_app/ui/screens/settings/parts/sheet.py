"""The recovery sheet: a new one, on the screen and on paper."""

from __future__ import annotations

from desk_app.domain.sites import Right
from desk_app.ui.screens.settings.session import SettingsSession
from desk_app.ui.screens.settings.shown import Said


class SheetPart:
    """The words stand here while the page is open, and nowhere else."""

    def __init__(self, session: SettingsSession) -> None:
        self._session = session
        self.words = ""

    def make(self) -> None:
        """A new sheet; the one before opens nothing any more."""
        if self._session.may(Right.MANAGE_USERS):
            self._session.begin(self._session.calls.new_sheet, self._made)

    def _made(self, words: str) -> None:
        self.words = words

    def put_away(self) -> None:
        """Another page or person: the words leave the screen and memory."""
        self.words = ""

    def print(self) -> None:
        """On paper."""
        words, calls = self.words, self._session.calls
        if words:
            self._session.begin(
                lambda: calls.print_sheet(words), lambda told: self._session.tell(Said.TEXT, told), "files"
            )
