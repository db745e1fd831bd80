"""What the papers of later acts say besides the case: names that only this desk knows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.documents import DocumentKind

if TYPE_CHECKING:
    from desk_app.domain.cases import Case
    from desk_app.papers.particulars import Particulars
    from desk_app.wiring.desk import Desk


def particulars_of(desk: Desk, case: Case, kind: DocumentKind) -> Particulars:
    """For one paper of a case. Reads the accounts where a name is needed."""
    from desk_app.papers.particulars import PLAIN, Particulars

    if kind is DocumentKind.EXTENSION_NOTICE and case.lived.extensions:
        return Particulars(approver=_name_of(desk, case.lived.extensions[-1].approver))
    closing = case.lived.closing
    if kind is DocumentKind.CLOSING_NOTE and closing is not None and closing.approver is not None:
        return Particulars(approver=_name_of(desk, closing.approver))
    if kind in (DocumentKind.REFUSAL, DocumentKind.NOT_CONFIRMED):
        offered = desk.item(case.item.id)
        return Particulars(remedy=offered.remedy if offered else None)
    return PLAIN


def _name_of(desk: Desk, user_id: UUID) -> str:
    """Empty where this desk never met the person; the paper then says that it lacks the name."""
    return next((user.name for user in desk.vault().users() if user.id == user_id), "")
