"""The words in force at this desk: the drafts, the program's file over them, and the site's own over both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.paths import resource

if TYPE_CHECKING:
    from desk_app.papers.wording import Wording
    from desk_app.services.accounts import Session
    from desk_app.wiring.desk import Desk

WORDING = "papers/wording.toml"


class PaperWords:
    """Read once for each opened store, and again after the site has changed them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._wording: Wording | None = None
        self._read_in: Session | None = None

    @property
    def now(self) -> Wording:
        """What the papers say."""
        if self._wording is None or self._read_in is not self._desk.session:
            from desk_app.papers.wording import Wording, read_wording

            program = read_wording(resource(WORDING).read_text("utf-8"))
            self._wording = Wording({**program.changed, **self.site})
            self._read_in = self._desk.session
        return self._wording

    @property
    def site(self) -> dict[str, str]:
        """Sentences this site says otherwise; none while nobody has opened the store."""
        from desk_app.domain.wording import in_force
        from desk_app.services.wordings import wording_versions

        if self._desk.session is None:
            return {}
        return in_force(wording_versions(self._desk.open_store, self._desk.present_clerk))

    def forget(self) -> None:
        """The site has changed its words: the next paper reads them anew."""
        self._wording = None
