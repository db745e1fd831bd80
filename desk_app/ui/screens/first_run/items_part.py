"""Page 3, 办哪些事: which items the site offers, and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desk_app.domain.catalogue import OfferedItem
from desk_app.ui.screens.first_run.session import FirstRunSession
from desk_app.ui.screens.settings.items.rows import ItemChoice, ItemRow, rows_of


class ItemsPart:
    """Decisions are kept here until the page is left, and then saved at once: only what changed."""

    def __init__(self, session: FirstRunSession) -> None:
        self._session = session
        self._rows: tuple[ItemRow, ...] | None = None
        self._saved: dict[str, ItemChoice] = {}

    @property
    def rows(self) -> tuple[ItemRow, ...] | None:
        """All lines; None until they are read."""
        return self._rows

    def load(self) -> None:
        """Read the list, unless it stands already."""
        if self._rows is None:
            session = self._session
            session.jobs.run(session, session.calls.items, self._loaded, session.fail, key="items")

    def _loaded(self, items: tuple[OfferedItem, ...]) -> None:
        calls = self._session.calls
        self._rows = rows_of(items, self._session.progress.facts.tier, calls.initials)
        self._saved = {row.choice.item_id: row.choice for row in self._rows}
        self._session.changed.emit()

    def decide(self, choice: ItemChoice) -> None:
        """A line was ticked or another mode chosen."""
        if self._rows is not None and not self._session.busy:
            self._rows = tuple(
                replace(row, choice=choice) if row.choice.item_id == choice.item_id else row
                for row in self._rows
            )
            self._session.changed.emit()

    @property
    def pending(self) -> tuple[ItemChoice, ...]:
        """What was decided and is not saved yet."""
        rows = self._rows or ()
        return tuple(row.choice for row in rows if row.choice != self._saved[row.choice.item_id])

    def save(self, then: Callable[[], None]) -> None:
        """Save what changed, then go on."""
        pending, session = self.pending, self._session
        if not pending:
            then()
            return

        def saved(_nothing: None) -> None:
            self._saved |= {choice.item_id: choice for choice in pending}
            then()

        session.begin(lambda: session.calls.save_items(pending), saved)
