"""What stands behind the settings' shelves: calendar, backups, releases, and what the program is made of."""

from __future__ import annotations

import platform
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app import __version__
from desk_app.db.backup import back_up, backup_name, rotate
from desk_app.db.catalogue_file import CatalogueFile
from desk_app.domain.errors import NotAllowed
from desk_app.domain.item_lint import Finding, lint_release
from desk_app.domain.releases import diff
from desk_app.domain.sites import Right
from desk_app.exchange.calendar_file import read_calendar
from desk_app.exchange.catalogue_import import ReleaseFile, read_release_file
from desk_app.paths import log_dir, resource
from desk_app.services.calendar import bring_years
from desk_app.ui.screens.settings.calls import AboutFact, BackupMade, ReleaseInfo, ReleaseReview

if TYPE_CHECKING:
    from desk_app.wiring.desk import Desk

SUFFIX = ".deskbackup"


class StockWiring:
    """The slow answers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def _require(self, right: Right) -> None:
        if not self._desk.present_clerk.may(right):
            raise NotAllowed("right_missing", right=right.value)

    def import_calendar(self, path: str) -> tuple[int, ...]:
        """Bring in the years of a calendar file."""
        desk = self._desk
        years = bring_years(desk.open_store, desk.present_clerk, read_calendar(Path(path)), desk.now())
        desk.enter(desk.present_session)
        return years

    @property
    def _backup_folder(self) -> Path:
        """Where backups go: as chosen, else beside the profile."""
        chosen = self._desk.settings.backup_folder
        profile = self._desk.folder.path
        return Path(chosen) if chosen else profile.with_name(f"{profile.name}.backups")

    def last_backup(self) -> BackupMade | None:
        """The newest backup in the folder."""
        found = sorted(self._backup_folder.glob(f"*{SUFFIX}"), key=lambda file: file.name)
        return self._made(found[-1]) if found else None

    def _made(self, file: Path) -> BackupMade:
        from desk_app.db.backup_file import verify

        return BackupMade(verify(file).made_at, str(file), file.stat().st_size)

    def back_up(self) -> BackupMade:
        """Make a backup now, read it back, and let go of those no longer needed."""
        self._require(Right.BACKUP)
        desk, now = self._desk, self._desk.now()
        folder = self._backup_folder
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / backup_name(now)
        made = back_up(desk.folder, target, desk.present_session.key, now)
        rotate(folder, now)
        return BackupMade(made.made_at, str(target), target.stat().st_size)

    def _catalogue(self) -> CatalogueFile:
        return CatalogueFile.open(self._desk.folder.catalogue_file)

    def releases(self) -> tuple[ReleaseInfo, ...]:
        """Releases at this desk, the newest first."""
        file = self._catalogue()
        current = file.current_version
        found = [file.release(version) for version in file.versions()]
        newest = sorted(found, key=lambda release: (release.published, release.version), reverse=True)
        return tuple(
            ReleaseInfo(each.version, each.published, each.title, len(each.items), each.version == current)
            for each in newest
        )

    def _read(self, path: str) -> ReleaseFile:
        return read_release_file(Path(path), self._catalogue().digests())

    def review_release(self, path: str) -> ReleaseReview:
        """What a release file would change."""
        given, current = self._read(path), self._catalogue().current()
        names = {item.id: item.display_name for item in (*current.items, *given.release.items)}
        release = given.release
        return ReleaseReview(
            release.version, release.published, diff(current, release), given.findings, names
        )

    def adopt_release(self, path: str) -> None:
        """Put a reviewed release in force; cases keep the one they were taken under."""
        self._require(Right.MANAGE_CATALOGUE)
        given = self._read(path)
        self._catalogue().install(given.release, given.terms, self._desk.now())
        self._desk.enter(self._desk.present_session)

    def lint(self) -> tuple[Finding, ...]:
        """What is to be said about the release in force."""
        return tuple(lint_release(self._catalogue().current()))

    def about(self) -> tuple[AboutFact, ...]:
        """Versions, licences of fonts, and where things lie."""
        import PySide6
        from sqlcipher3 import dbapi2

        fonts = tomllib.loads(resource("fonts.toml").read_text("utf-8"))
        licences = [f"{package['name']} ({package['licence']})" for package in fonts["package"]]
        return (
            AboutFact("desk-app", __version__),
            AboutFact("Python", platform.python_version()),
            AboutFact("Qt", PySide6.__version__),
            AboutFact("SQLCipher / SQLite", str(dbapi2.sqlite_version)),
            AboutFact("事项目录", self._catalogue().current_version),
            AboutFact("数据", str(self._desk.folder.path)),
            AboutFact("日志", str(log_dir())),
            AboutFact("字体", "；".join(licences)),
        )

    def diagnostics(self) -> str:
        """Versions, system and the end of the log; no personal data."""
        from desk_app.crash import versions
        from desk_app.logs import last_lines

        return f"{versions(self._desk.now())}\n\n{last_lines(log_dir())}"
