"""Reading the pictures of cases."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import Connection

from desk_app.db.projections import attachments as attachment_rows
from desk_app.domain.attachments import Attachments

Connect = Callable[[], Connection]


class CaseAttachments:
    """Pictures, case by case; the bytes are read from ``documents`` by their name."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    def of_case(self, case_id: UUID) -> Attachments:
        """The pictures of a case; none, for most."""
        return attachment_rows.load(self._connect(), case_id) or Attachments(case_id)
