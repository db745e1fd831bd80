"""Papers on their way to a printer: archived, but not known to have come out.

A paper is numbered and archived before it is printed. Should the printer refuse, or the power go, the case
would look as if the citizen held it. So it stands in this list, in the encrypted store, until the printer
took it; what is left over is printed as the first copy it is, neither marked nor counted as a reprint.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import DeskError

if TYPE_CHECKING:
    from desk_app.db.store import Reader, Scratch
    from desk_app.domain.cases import Case
    from desk_app.wiring.desk import Desk

_NAME = "unsent_papers"


class Outbox:
    """What a case still owes the citizen on paper."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def waiting(self, reader: Reader, case: Case) -> tuple[DocumentKind, ...]:
        """Papers of this case that were never made, or made and never printed, in the order of printing."""
        from desk_app.services.intake import papers_due

        unsent, due = _read(reader), papers_due(case)

        def owed(kind: DocumentKind) -> bool:
            made = case.document(kind) is not None
            return kind in due or (made and _token(case.id, kind) in unsent)

        return tuple(filter(owed, DocumentKind))

    def add(self, case_id: UUID, kinds: Collection[DocumentKind]) -> None:
        """These go to the printer next. Said before they are made, so that no kill falls between."""
        if kinds:
            with self._desk.open_store.scratch() as scratch:
                _write(scratch, _read(scratch) | {_token(case_id, kind) for kind in kinds})

    def sent(self, case_id: UUID, kind: DocumentKind) -> None:
        """The printer took it. Should the disk fail just now, the paper is offered again: no harm in that."""
        try:
            with self._desk.open_store.scratch() as scratch:
                _write(scratch, _read(scratch) - {_token(case_id, kind)})
        except DeskError:
            return


def _token(case_id: UUID, kind: DocumentKind) -> str:
    return f"{case_id}:{kind.value}"


def _read(store: Reader | Scratch) -> frozenset[str]:
    return frozenset(store.settings.get(_NAME).split())


def _write(scratch: Scratch, tokens: frozenset[str]) -> None:
    scratch.settings.put(_NAME, " ".join(sorted(tokens)))
