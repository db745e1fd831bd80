"""目录: releases, a new one reviewed before it holds, the lint."""

from __future__ import annotations

from desk_app.domain.item_lint import Finding
from desk_app.ui.screens.settings.calls import ReleaseInfo, ReleaseReview
from desk_app.ui.screens.settings.session import SettingsSession
from desk_app.ui.screens.settings.shown import CatalogueShown, Said


class CataloguePart:
    """A release is read and shown first; only then can it be put in force."""

    def __init__(self, session: SettingsSession) -> None:
        self._session = session
        self._releases: tuple[ReleaseInfo, ...] = ()
        self._review: ReleaseReview | None = None
        self._path = ""
        self._findings: tuple[Finding, ...] | None = None

    def read(self) -> None:
        """What lies at this desk."""
        self._session.read(self._session.calls.releases, self._found, "releases")

    def _found(self, releases: tuple[ReleaseInfo, ...]) -> None:
        self._releases = releases

    def review(self, path: str) -> None:
        """Read a file and show what it would change; nothing is changed yet."""
        self._path = path
        self._session.begin(lambda: self._session.calls.review_release(path), self._reviewed, "files")

    def _reviewed(self, review: ReleaseReview) -> None:
        self._review = review

    def put_away(self) -> bool:
        """Esc: leave the reviewed release alone. False when there was none."""
        was, self._review = self._review, None
        if was is not None:
            self._session.changed.emit()
        return was is not None

    def adopt(self) -> None:
        """Put the reviewed release in force."""
        if self._review is not None:
            path = self._path
            self._session.begin(lambda: self._session.calls.adopt_release(path), self._adopted)

    def _adopted(self, _nothing: None) -> None:
        self._review, self._findings = None, None
        self._session.tell(Said.RELEASE_ADOPTED)
        self._session.site_changed.emit()
        self.read()

    def lint(self) -> None:
        """What is to be said about the release in force."""
        self._session.begin(self._session.calls.lint, self._linted, "files")

    def _linted(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings

    def shown(self) -> CatalogueShown:
        """The page."""
        return CatalogueShown(self._releases, self._review, self._findings)
