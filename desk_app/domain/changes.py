"""What a commit touched: published to whoever shows it, so that screens refresh by kind."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desk_app.domain.journal import Stream


@dataclass(frozen=True, slots=True)
class Changes:
    """Kinds and ids touched by one commit."""

    kinds: frozenset[Stream] = frozenset()
    ids: frozenset[UUID] = frozenset()
