"""Cases: what happens to an application, as events; what anyone sees of it, as their fold.

The door to everything about a case. States and rows stand in ``case_values``, the first day's events in
``case_events``, what may follow in ``case_acts`` and ``case_ends``, the fold in ``case_fold``; which act is
possible when and for whom (domain.md, appendix B) in ``moves`` and ``performing``. Nothing here stores,
prints or reads a clock.
"""

from __future__ import annotations

from desk_app.domain.case_events import (
    AcceptanceWithdrawn,
    AssistanceDone,
    CaseAccepted,
    CaseFinished,
    CaseRegistered,
    DocumentIssued,
    DocumentReprinted,
    MaterialsReceived,
    NoticeGiven,
    NumberRevealed,
)
from desk_app.domain.case_fold import CaseEvent, apply, fold
from desk_app.domain.case_record import Case
from desk_app.domain.case_values import (
    IN_HAND,
    OPEN_STATES,
    WITHDRAW_WINDOW,
    Acting,
    CaseMaterial,
    CaseState,
    Channel,
    ItemPin,
    MaterialState,
)

__all__ = [
    "IN_HAND",
    "OPEN_STATES",
    "WITHDRAW_WINDOW",
    "AcceptanceWithdrawn",
    "Acting",
    "AssistanceDone",
    "Case",
    "CaseAccepted",
    "CaseEvent",
    "CaseFinished",
    "CaseMaterial",
    "CaseRegistered",
    "CaseState",
    "Channel",
    "DocumentIssued",
    "DocumentReprinted",
    "ItemPin",
    "MaterialState",
    "MaterialsReceived",
    "NoticeGiven",
    "NumberRevealed",
    "apply",
    "fold",
]
