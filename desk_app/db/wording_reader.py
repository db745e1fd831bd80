"""The words of the papers as sites changed them, read from the journal: they are few, and need no rows."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import Connection

from desk_app.db.journal import Journal
from desk_app.domain.journal import Stream
from desk_app.domain.streams import Undecodable, decode_event
from desk_app.domain.wording import WordingChanged, wording_stream


class Wordings:
    """Changes of wording, in the order all agree on."""

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self._connect = connect

    def of_site(self, site: UUID) -> tuple[WordingChanged, ...]:
        """Every readable change of one site; what a newer program wrote is left out until it can be read."""
        changes: list[WordingChanged] = []
        for entry in Journal(self._connect()).of_stream(Stream.WORDING, wording_stream(site)):
            envelope = entry.envelope
            try:
                changes.append(decode_event(envelope.kind, envelope.version, entry.body))
            except Undecodable:
                continue
        return tuple(changes)
