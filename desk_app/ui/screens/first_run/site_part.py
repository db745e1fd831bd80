"""Page 1, 这是哪里: facts of the site."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain.catalogue import Tier
from desk_app.ui.screens.first_run.session import FirstRunSession
from desk_app.ui.screens.first_run.shown import SiteShown
from desk_app.ui.screens.settings.site_facts import SiteFacts, SiteField, problem_of, problems_of


class SitePart:
    """Typing, leaving, going on. Once the site is made nothing here changes any more."""

    def __init__(self, session: FirstRunSession) -> None:
        self._session = session
        self._judged: set[SiteField] = set()

    @property
    def _facts(self) -> SiteFacts:
        return self._session.progress.facts

    def set_tier(self, tier: Tier) -> None:
        """Town, community or village."""
        if not self._session.progress.made and tier is not self._facts.tier:
            self._session.save(facts=replace(self._facts, tier=tier))
            self._session.changed.emit()

    def type_text(self, field: SiteField, text: str) -> None:
        """A key in a field. A problem that was said goes as soon as it is mended."""
        session = self._session
        if session.progress.made:
            return
        session.progress = replace(session.progress, facts=self._facts.with_text(field, text))
        if problem_of(field, self._facts) is None:
            self._judged.discard(field)
        session.changed.emit()

    def leave(self, field: SiteField) -> None:
        """The keyboard went on: judge the field and keep everything."""
        if self._session.progress.made:
            return
        if self._facts.text(field).strip():
            self._judged.add(field)
        self._session.save()
        self._session.changed.emit()

    def complete(self) -> bool:
        """Whether the page may be left forwards; if not, everything that is missing is said."""
        problems = problems_of(self._facts)
        if not problems or self._session.progress.made:
            return True
        self._judged |= set(problems)
        self._session.changed.emit()
        self._session.focus_wanted.emit(next(iter(problems)).value)
        return False

    def shown(self) -> SiteShown:
        """The page."""
        problems = problems_of(self._facts)
        return SiteShown(
            facts=self._facts,
            problems={field: problems[field] for field in problems if field in self._judged},
            counts=self._session.calls.counts(),
            locked=self._session.progress.made,
        )
