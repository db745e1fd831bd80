"""Pictures of cases: one row for each, taken away or not."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, select

from desk_app.db.projections.rules import Rows, Rules
from desk_app.db.rows import micros
from desk_app.db.tables import attachment_row
from desk_app.domain.attachments import Attachment, AttachmentEvent, Attachments, apply
from desk_app.domain.bodies import decode, encode
from desk_app.domain.journal import Entry

TABLES = ("attachment_row",)


def step(state: Attachments | None, entry: Entry, event: AttachmentEvent) -> Attachments:
    """One more entry. Raises IllegalMove."""
    return apply(state or Attachments(entry.envelope.stream_id), event)


def load(connection: Connection, case_id: UUID) -> Attachments | None:
    """The pictures of a case according to their rows, or None where there are none."""
    rows = attachment_row.c
    mine = select(rows.body).where(rows.case_id == case_id).order_by(rows.place)
    bodies = connection.scalars(mine).all()
    return Attachments(case_id, tuple(decode(Attachment, body) for body in bodies)) if bodies else None


def rows(state: Attachments, _rules: Rules) -> Rows:
    """Everything the table holds of one case's pictures."""
    return [
        (
            "attachment_row",
            {
                "id": item.id,
                "case_id": state.case,
                "place": place,
                "sha256": item.content.sha256,
                "kept": int(item.kept),
                "at": micros(item.at),
                "body": encode(item),
            },
        )
        for place, item in enumerate(state.items)
    ]
