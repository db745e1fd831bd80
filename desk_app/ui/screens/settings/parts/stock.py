"""日历, 备份, 关于: files that come and go, and what the program knows of itself."""

from __future__ import annotations

from desk_app.ui.screens.settings.calls import AboutFact, BackupMade
from desk_app.ui.screens.settings.session import SettingsSession
from desk_app.ui.screens.settings.shown import Said, StockShown


class StockPart:
    """Three small pages."""

    def __init__(self, session: SettingsSession) -> None:
        self._session = session
        self._imported: tuple[int, ...] = ()
        self._backup: BackupMade | None = None
        self._about: tuple[AboutFact, ...] = ()

    def read_backup(self) -> None:
        """The newest backup."""
        self._session.read(self._session.calls.last_backup, self._backup_found, "backup")

    def _backup_found(self, made: BackupMade | None) -> None:
        self._backup = made

    def back_up(self) -> None:
        """Now."""
        self._session.begin(self._session.calls.back_up, self._backed_up, "files")

    def _backed_up(self, made: BackupMade) -> None:
        self._backup = made
        self._session.tell(Said.BACKED_UP)

    def import_calendar(self, path: str) -> None:
        """A file with the holidays of one year or more."""
        self._session.begin(lambda: self._session.calls.import_calendar(path), self._calendar_came)

    def _calendar_came(self, years: tuple[int, ...]) -> None:
        self._imported = years
        self._session.tell(Said.CALENDAR_IMPORTED)
        self._session.site_changed.emit()

    def read_about(self) -> None:
        """Versions and places."""
        self._session.read(self._session.calls.about, self._about_read, "about")

    def _about_read(self, facts: tuple[AboutFact, ...]) -> None:
        self._about = facts

    def copy_diagnostics(self) -> None:
        """复制诊断信息, without anything about a person."""
        self._session.begin(self._session.calls.diagnostics, self._diagnosed, "files")

    def _diagnosed(self, text: str) -> None:
        self._session.copy_wanted.emit(text)
        self._session.tell(Said.COPIED)

    def shown(self) -> StockShown:
        """All three."""
        return StockShown(
            years=self._session.calls.calendar_years(),
            imported=self._imported,
            backup=self._backup,
            about=self._about,
        )
