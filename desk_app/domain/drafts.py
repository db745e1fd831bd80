"""Forms that were begun and not yet committed: they survive a power cut (F20, F21)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desk_app.domain.intake import IntakeForm


@dataclass(frozen=True, slots=True)
class Draft:
    """One unfinished form in its lane."""

    id: UUID
    """The id the case will have."""
    lane: int
    clerk: UUID
    saved_at: datetime
    form: IntakeForm | None
    """None when the text was written by another version and cannot be read; it is kept all the same."""
    text: str
