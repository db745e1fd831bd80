"""The papers of a batch on their way to a printer: archived first, offered again until they came out."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import DeskError
from desk_app.domain.handover_events import PaperPart
from desk_app.domain.manifests import parts_due
from desk_app.papers.request import DrawnPaper
from desk_app.ui.messages import sentence

if TYPE_CHECKING:
    from desk_app.db.store import Reader, Scratch
    from desk_app.domain.handover import Batch
    from desk_app.services.manifests import ManifestMade
    from desk_app.wiring.desk import Desk
    from desk_app.wiring.printing import Printing

_NAME = "unsent_manifests"
_OF_SITE = {True: (PaperPart.STUB, PaperPart.BAG), False: (PaperPart.RECEIPT,)}


class BatchPapers:
    """Two copies where a bag leaves, a receipt where it comes. Everything here is slow."""

    def __init__(self, desk: Desk, printing: Printing) -> None:
        self._desk = desk
        self._printing = printing

    def owed(self, reader: Reader, batch: Batch) -> tuple[PaperPart, ...]:
        """Parts that were never made, or made and never printed, in the order of printing."""
        due, unsent = parts_due(batch, self._desk.present_clerk.site.id), _read(reader)
        made = {paper.part for paper in batch.papers}
        return tuple(
            part for part in PaperPart if part in due or (part in made and _token(batch.id, part) in unsent)
        )

    def print_owed(self, batch_id: UUID) -> tuple[tuple[PaperPart, ...], str | None]:
        """Make and print what the batch owes; the first trouble stops, and is told."""
        store, done = self._desk.open_store, list[PaperPart]()
        try:
            with store.read() as reader:
                owed = self.owed(reader, reader.handovers.get(batch_id))
            self._note(batch_id, owed, on=True)
            for part in owed:
                self._send(self._made(batch_id, part))
                self._note(batch_id, (part,), on=False)
                done.append(part)
        except DeskError as trouble:
            return tuple(done), sentence(trouble)
        return tuple(done), None

    def reprint(self, batch_id: UUID) -> tuple[tuple[PaperPart, ...], str | None]:
        """The papers of this site once more, counted and marked."""
        from desk_app.papers.reprint import mark_reprint
        from desk_app.services.manifests import reprint_part

        desk, done = self._desk, list[PaperPart]()
        try:
            for part in self._own_parts(batch_id):
                made = reprint_part(
                    desk.open_store,
                    desk.present_clerk,
                    batch_id,
                    part,
                    lambda pdf, nth: mark_reprint(pdf, nth, self._printing.fonts),
                    desk.now(),
                )
                self._send(made)
                done.append(part)
        except DeskError as trouble:
            return tuple(done), sentence(trouble)
        return tuple(done), None

    def _own_parts(self, batch_id: UUID) -> tuple[PaperPart, ...]:
        with self._desk.open_store.read() as reader:
            batch = reader.handovers.get(batch_id)
        mine = _OF_SITE[batch.from_site == self._desk.present_clerk.site.id]
        made = {paper.part for paper in batch.papers}
        return tuple(part for part in mine if part in made)

    def _made(self, batch_id: UUID, part: PaperPart) -> ManifestMade:
        """A new paper, or the archived one that no printer has taken yet."""
        from desk_app.services.manifests import archived_part, issue_part

        desk = self._desk
        with desk.open_store.read() as reader:
            due = parts_due(reader.handovers.get(batch_id), desk.present_clerk.site.id)
        if part not in due:
            return archived_part(desk.open_store, batch_id, part)
        store, clerk, demo = desk.open_store, desk.present_clerk, desk.info is not None and desk.info.demo
        return issue_part(store, clerk, batch_id, part, self._printing.draw, desk.now(), demo=demo)

    def _send(self, made: ManifestMade) -> None:
        """Hand a part to the printer of its kind; its file name says nothing about anybody."""
        paper, kind = made.paper, DocumentKind.HANDOVER_MANIFEST
        times = f"-{paper.printed}" if paper.printed > 1 else ""
        title = f"{self._desk.now():%Y%m%d}-{kind.value}-{paper.part.value}-{paper.id}{times}"
        self._printing.print_drawn(DrawnPaper(made.pdf, paper.pages, kind, PaperSize.A4), title)

    def _note(self, batch_id: UUID, parts: Collection[PaperPart], *, on: bool) -> None:
        """Which parts are on their way: said before they are made, so that no kill falls between."""
        if not parts:
            return
        tokens = {_token(batch_id, part) for part in parts}
        with self._desk.open_store.scratch() as scratch:
            unsent = _read(scratch)
            kept = unsent | tokens if on else unsent - tokens
            scratch.settings.put(_NAME, " ".join(sorted(kept)))


def _token(batch_id: UUID, part: PaperPart) -> str:
    return f"{batch_id}:{part.value}"


def _read(store: Reader | Scratch) -> frozenset[str]:
    return frozenset(store.settings.get(_NAME).split())
