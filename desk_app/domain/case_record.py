"""A case, as its events leave it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from desk_app.domain.back_entry import BackEntry
from desk_app.domain.case_events import AcceptanceWithdrawn, CaseFinished, DocumentReprinted
from desk_app.domain.case_life import NO_LIFE, CaseLife
from desk_app.domain.case_values import (
    OPEN_STATES,
    WITHDRAW_WINDOW,
    Acting,
    CaseMaterial,
    CaseState,
    Channel,
    ItemPin,
    MaterialState,
)
from desk_app.domain.catalogue import HandlingMode
from desk_app.domain.documents import DocumentKind, IssuedDocument
from desk_app.domain.errors import IllegalMove
from desk_app.domain.people import Party, Proxy


@dataclass(frozen=True, slots=True)
class Case:
    """A case as its events leave it."""

    id: UUID
    number: str
    state: CaseState
    item: ItemPin
    person: UUID
    applicant: Party
    acting: Acting
    channel: Channel
    registered_at: datetime
    proxy: Proxy | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    remark: str = ""
    materials: tuple[CaseMaterial, ...] = ()
    received_at: datetime | None = None
    accepted_at: datetime | None = None
    finished_at: datetime | None = None
    result: str = ""
    promise_by: date | None = None
    documents: tuple[IssuedDocument, ...] = ()
    reveals: int = 0
    back: BackEntry | None = None
    """补录: where it was written before it was typed."""
    life: CaseLife | None = None
    """What happened beyond the first day; read it through :attr:`lived`."""

    @property
    def open(self) -> bool:
        """Whether somebody still waits for something."""
        return self.state in OPEN_STATES

    @property
    def lived(self) -> CaseLife:
        """What happened beyond the first day: nothing, for most cases."""
        return self.life or NO_LIFE

    @property
    def mode(self) -> HandlingMode | None:
        """What whoever holds the case may do with it; None for a department, which decides by itself."""
        holder = self.lived.holder
        return self.item.mode if holder is None else holder.mode

    @property
    def missing(self) -> tuple[CaseMaterial, ...]:
        """Rows the citizen must still bring before papers can be taken in."""
        return tuple(row for row in self.materials if row.state is MaterialState.MISSING)

    @property
    def deferred(self) -> tuple[CaseMaterial, ...]:
        """Rows promised for later."""
        return tuple(row for row in self.materials if row.state is MaterialState.DEFERRED)

    def document(self, kind: DocumentKind) -> IssuedDocument | None:
        """The latest paper of a kind, or None."""
        return next((paper for paper in reversed(self.documents) if paper.kind is kind), None)

    def withdraw_acceptance(self, reason: str, now: datetime) -> AcceptanceWithdrawn:
        """Take the acceptance back; only within the window, and never of a finished case."""
        if self.state is not CaseState.ACCEPTED or self.accepted_at is None:
            raise IllegalMove("not_accepted")
        if now - self.accepted_at > WITHDRAW_WINDOW:
            raise IllegalMove("withdraw_too_late", minutes=int(WITHDRAW_WINDOW.total_seconds() // 60))
        if not reason.strip():
            raise IllegalMove("reason_needed")
        return AcceptanceWithdrawn(reason.strip(), now)

    def finish(self, result: str, now: datetime) -> CaseFinished:
        """End the case with its result."""
        if self.state is not CaseState.ACCEPTED:
            raise IllegalMove("not_accepted")
        return CaseFinished(now, result)

    def reprint(self, document: UUID, now: datetime) -> DocumentReprinted:
        """Count one more print of an archived paper."""
        return DocumentReprinted(document, self.next_print(document), now)

    def next_print(self, document: UUID) -> int:
        """Which print of an archived paper comes next. Raises IllegalMove ``no_such_document``."""
        for paper in self.documents:
            if paper.id == document:
                return paper.printed + 1
        raise IllegalMove("no_such_document")
