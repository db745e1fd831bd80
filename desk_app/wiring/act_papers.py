"""What the papers of later acts say besides the case: names that only this desk knows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from desk_app.domain.cases import Case
    from desk_app.domain.documents import DocumentKind
    from desk_app.papers.particulars import Particulars
    from desk_app.wiring.desk import Desk


def particulars_of(desk: Desk, case: Case, kind: DocumentKind) -> Particulars:
    """For one paper of a case. Reads the accounts where a name is needed."""
    from desk_app.services.paper_facts import particulars_for

    return particulars_for(case, kind, desk.item(case.item.id), lambda user_id: _name_of(desk, user_id))


def _name_of(desk: Desk, user_id: UUID) -> str:
    """Empty where this desk never met the person; the paper then says that it lacks the name."""
    return next((user.name for user in desk.vault().users() if user.id == user_id), "")
