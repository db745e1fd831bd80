"""Drafts come back after a restart: every lane, and the very field the clerk was in (B18)."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desk_app.domain.intake import MAX_LANES
from desk_app.ui.screens.intake import fields
from desk_app.ui.screens.intake.calls import Draft
from desk_app.ui.screens.intake.lane_moves import LaneMoves
from desk_app.ui.screens.intake.lanes import Lane, Lanes
from desk_app.ui.screens.intake.session import Session


class Restoring(QObject):
    """Asked once after unlocking; asked again, it brings back nothing twice."""

    def __init__(self, session: Session, moves: LaneMoves) -> None:
        super().__init__(session)
        self._session = session
        self._moves = moves

    def restore(self) -> None:
        """Ask for the drafts, and come back to the one that was saved last."""
        session = self._session
        session.jobs.run(self, session.calls.drafts, self._came, session.fail, lane="store", key="drafts")

    def _came(self, drafts: tuple[Draft, ...]) -> None:
        session = self._session
        known = {lane.id for lane in session.lanes.all}
        fresh = sorted((draft for draft in drafts if draft.form.id not in known), key=_saved_at)
        room = MAX_LANES - len(known)
        kept = sorted(fresh[-room:] if room else [], key=_lane_index)
        if not kept:
            return
        session.move(Lanes((*session.lanes.all, *map(self._lane, kept)), session.lanes.current))
        if session.lanes.current is None:
            last = max(kept, key=_saved_at)
            self._moves.show(session.lanes.find(last.form.id) or 0)

    def _lane(self, draft: Draft) -> Lane:
        item = self._session.calls.offered(draft.form.item_id)
        changed = item is not None and bool(draft.form.release) and item.release != draft.form.release
        veiled = fields.NUMBERS if draft.form.applicant.id_number else frozenset()
        return Lane(draft.form, veiled=veiled, held_at=draft.saved_at, release_changed=changed)


def _saved_at(draft: Draft) -> float:
    return draft.saved_at.timestamp()


def _lane_index(draft: Draft) -> int:
    return draft.lane_index
