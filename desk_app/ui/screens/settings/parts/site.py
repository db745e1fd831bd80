"""站点: facts of the site that may change after it was made."""

from __future__ import annotations

from desk_app.ui.screens.settings.session import SettingsSession
from desk_app.ui.screens.settings.shown import Said, SiteShown
from desk_app.ui.screens.settings.site_facts import SiteField, problems_of


class SitePart:
    """What was typed stays until it is saved; a fact that does not hold is not saved and says so."""

    def __init__(self, session: SettingsSession) -> None:
        self._session = session
        self._facts = session.calls.site()

    def read(self) -> None:
        """The page is opened: what stands now."""
        self._facts = self._session.calls.site()

    def type_text(self, key: str, text: str) -> None:
        """A key in a line."""
        self._facts = self._facts.with_text(SiteField(key), text)
        self._session.changed.emit()

    def change(self, key: str, text: str) -> None:
        """A line was left: save it with everything else that holds."""
        self._facts = self._facts.with_text(SiteField(key), text)
        self._session.when_free(self._save)

    def _save(self) -> None:
        facts = self._facts.tidy
        if problems_of(facts) or facts == self._session.calls.site().tidy:
            self._session.changed.emit()
        else:
            self._session.begin(lambda: self._session.calls.save_site(facts), self._saved)

    def _saved(self, _nothing: None) -> None:
        self._session.tell(Said.SAVED)
        self._session.site_changed.emit()

    def shown(self) -> SiteShown:
        """The page."""
        return SiteShown(self._facts, problems_of(self._facts))
