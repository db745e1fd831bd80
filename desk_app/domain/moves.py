"""The move table (domain.md, appendix B) as data: which act is possible where, by whom, and what follows.

Screens ask it what to offer, the fold asks it whether an entry from another desk still fits, and a snapshot
test holds every row against the table. Codes for city and province follow from the state reached: see
:mod:`desk_app.domain.code_maps`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from desk_app.domain import case_acts as acts
from desk_app.domain import case_ends as ends
from desk_app.domain import case_events as first
from desk_app.domain.case_values import OPEN_STATES, CaseState


class Act(StrEnum):
    """Everything that can be done to a case."""

    GIVE_NOTICE = "give_notice"
    RECEIVE = "receive"
    ASSIST = "assist"
    ASK_SUPPLEMENT = "ask_supplement"
    TAKE_SUPPLEMENT = "take_supplement"
    EXTEND_SUPPLEMENT = "extend_supplement"
    RETURN = "return"
    ACCEPT = "accept"
    WITHDRAW_ACCEPTANCE = "withdraw_acceptance"
    REFUSE = "refuse"
    HAND_OVER = "hand_over"
    SIGN_HANDOVER = "sign_handover"
    REFUSE_HANDOVER = "refuse_handover"
    SEND_ACROSS = "send_across"
    HEAR_ACROSS = "hear_across"
    BEGIN = "begin"
    TAKE_DEFERRED = "take_deferred"
    EXTEND_DEFERRAL = "extend_deferral"
    BREAK_DEFERRAL = "break_deferral"
    ASK_AMENDMENT = "ask_amendment"
    TAKE_AMENDMENT = "take_amendment"
    WAIVE_AMENDMENT = "waive_amendment"
    MISS_AMENDMENT = "miss_amendment"
    BEGIN_SPECIAL = "begin_special"
    END_SPECIAL = "end_special"
    EXTEND = "extend"
    REPORT_UP = "report_up"
    FINISH = "finish"
    APPROVE = "approve"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    VOID = "void"
    TERMINATE = "terminate"
    DELIVER = "deliver"
    RATE = "rate"
    ARCHIVE = "archive"
    CORRECT = "correct"
    NOTE = "note"
    TAG = "tag"
    PLAN_CONTACT = "plan_contact"
    SAY_LINE = "say_line"
    SIGN = "sign"


class Who(StrEnum):
    """Who may do it: a right of the user, and what the holder of the case may do with the item."""

    ANY = "any"
    """收件 is everybody's; so is what only keeps the record true."""
    ACCEPTOR = "acceptor"
    """直接 or 委托受理, or the receiver of a hand-over that has one of them."""
    HANDLER = "handler"
    """Who accepted, or holds the case since: the same right, after acceptance."""
    DECIDER = "decider"
    """办结 is the department's or the town's, never a village's or community's."""
    RECEIVER = "receiver"
    """The site the batch was sent to, or who records that a department signed."""
    LEAD = "lead"
    """Anybody at the counter, with the approval of who leads the site."""


class Clock(StrEnum):
    """What the act does to the clocks."""

    NONE = "none"
    NOTICE_STARTS = "notice_starts"
    NOTICE_STOPS = "notice_stops"
    NOTICE_RESTARTS = "notice_restarts"
    STARTS = "starts"
    PAUSES = "pauses"
    PAUSES_BY_RULE = "pauses_by_rule"
    RESUMES = "resumes"
    LENGTHENS = "lengthens"
    STOPS = "stops"
    ENDS = "ends"


class Slip(StrEnum):
    """The papers of appendix A that belong to an act, by their place there."""

    RECEIPT = "A1"
    ACCEPTANCE = "A2"
    REFUSAL = "A3"
    NOTICE = "A4a"
    SUPPLEMENT = "A4b"
    TOLERANCE = "A5"
    TRANSFER = "A7"
    RESULT = "A8a"
    REJECTION = "A8b"
    DELIVERY = "A9"
    TIME = "A10"
    ACROSS = "across"
    ASSISTANCE = "assistance"
    RETURN = "return"
    NOTE = "note"
    EXPLANATION = "explanation"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table."""

    act: Act
    event: type[Any]
    sources: frozenset[CaseState]
    who: Who
    to: CaseState | None
    """None: the case stays where it is."""
    clock: Clock = Clock.NONE
    papers: tuple[Slip, ...] = ()
    guard: str = ""
    """What must hold besides, in a word; :mod:`desk_app.domain.performing` judges it."""


_S = CaseState
_RUNNING = (_S.ACCEPTED, _S.HANDLING)
_ENDED = (_S.FINISHED, _S.DELIVERED, _S.REFUSED, _S.RETURNED, _S.WITHDRAWN, _S.TERMINATED, _S.ASSISTED)


def _row(
    act: Act,
    event: type[Any],
    sources: tuple[CaseState, ...] | frozenset[CaseState],
    who: Who,
    to: CaseState | None,
    clock: Clock = Clock.NONE,
    papers: tuple[Slip, ...] = (),
    guard: str = "",
) -> Move:
    return Move(act, event, frozenset(sources), who, to, clock, papers, guard)


_BEFORE = (
    _row(Act.GIVE_NOTICE, first.NoticeGiven, (_S.NOTICED,), Who.ANY, None, papers=(Slip.NOTICE,)),
    _row(
        *(Act.RECEIVE, first.MaterialsReceived, (_S.NOTICED,), Who.ANY, _S.RECEIVED),
        *(Clock.NOTICE_STARTS, (Slip.RECEIPT,), "nothing_missing"),
    ),
    _row(
        *(Act.ASSIST, first.AssistanceDone, (_S.RECEIVED,), Who.ANY, _S.ASSISTED),
        *(Clock.ENDS, (Slip.ASSISTANCE,), "assisting_mode"),
    ),
    _row(
        *(Act.ASK_SUPPLEMENT, acts.SupplementAsked, (_S.RECEIVED,), Who.ANY, _S.SUPPLEMENTING),
        *(Clock.NOTICE_STOPS, (Slip.SUPPLEMENT,), "list_not_empty"),
    ),
    _row(
        *(Act.TAKE_SUPPLEMENT, acts.SupplementReceived, (_S.SUPPLEMENTING,), Who.ANY, _S.RECEIVED),
        *(Clock.NOTICE_RESTARTS, (Slip.RECEIPT,), "all_listed_received"),
    ),
    _row(
        *(Act.EXTEND_SUPPLEMENT, acts.SupplementExtended, (_S.SUPPLEMENTING,), Who.ACCEPTOR, None),
        *(Clock.NONE, (Slip.NOTE,), "asked_before_end"),
    ),
    _row(
        *(Act.RETURN, ends.CaseReturned, (_S.SUPPLEMENTING,), Who.ACCEPTOR, _S.RETURNED),
        *(Clock.ENDS, (Slip.RETURN,), "due_passed_and_contacted"),
    ),
    _row(
        *(Act.ACCEPT, first.CaseAccepted, (_S.RECEIVED,), Who.ACCEPTOR, _S.ACCEPTED),
        *(Clock.STARTS, (Slip.ACCEPTANCE, Slip.TOLERANCE), "nothing_missing"),
    ),
    _row(
        *(Act.WITHDRAW_ACCEPTANCE, first.AcceptanceWithdrawn, (_S.ACCEPTED,), Who.ACCEPTOR, _S.RECEIVED),
        *(Clock.NOTICE_STARTS, (), "within_five_minutes"),
    ),
    _row(
        *(Act.REFUSE, ends.CaseRefused, (_S.RECEIVED,), Who.ACCEPTOR, _S.REFUSED),
        *(Clock.ENDS, (Slip.REFUSAL,), "closed_list"),
    ),
)

_ON_THE_WAY = (
    _row(
        *(Act.HAND_OVER, acts.HandedOver, (_S.RECEIVED,), Who.ANY, _S.FORWARDED),
        *(Clock.NONE, (Slip.TRANSFER,), "in_a_batch"),
    ),
    _row(
        *(Act.HAND_OVER, acts.HandedOver, (_S.ACCEPTED,), Who.ANY, None),
        *(Clock.NONE, (Slip.TRANSFER,), "in_a_batch"),
    ),
    _row(
        *(Act.SIGN_HANDOVER, acts.HandoverSigned, (_S.FORWARDED,), Who.RECEIVER, _S.RECEIVED),
        *(Clock.NONE, (Slip.TRANSFER,), "batch_under_way"),
    ),
    _row(
        *(Act.SIGN_HANDOVER, acts.HandoverSigned, (_S.ACCEPTED,), Who.RECEIVER, _S.HANDLING),
        *(Clock.NONE, (Slip.TRANSFER,), "batch_under_way"),
    ),
    _row(
        *(Act.REFUSE_HANDOVER, acts.HandoverRefused, (_S.FORWARDED,), Who.RECEIVER, _S.RECEIVED),
        *(Clock.NONE, (Slip.TRANSFER,), "batch_under_way"),
    ),
    _row(
        *(Act.REFUSE_HANDOVER, acts.HandoverRefused, (_S.ACCEPTED,), Who.RECEIVER, None),
        *(Clock.NONE, (Slip.TRANSFER,), "batch_under_way"),
    ),
)

_ELSEWHERE = (_S.RECEIVED, *_RUNNING)
_ACROSS = (
    _row(
        *(Act.SEND_ACROSS, acts.SentAcross, _ELSEWHERE, Who.ANY, None),
        *(Clock.NONE, (Slip.ACROSS,), "where_how_number"),
    ),
    _row(
        *(Act.HEAR_ACROSS, acts.HeardAcross, _ELSEWHERE, Who.ANY, None),
        *(Clock.NONE, (Slip.ACROSS,), "sent_across"),
    ),
)

_AFTER = (
    _row(Act.BEGIN, acts.HandlingBegun, (_S.ACCEPTED,), Who.HANDLER, _S.HANDLING, guard="not_under_way"),
    _row(
        *(Act.TAKE_DEFERRED, acts.DeferredReceived, _RUNNING, Who.ANY, None),
        *(Clock.NONE, (Slip.NOTE,), "listed_received"),
    ),
    _row(
        *(Act.EXTEND_DEFERRAL, acts.DeferralExtended, _RUNNING, Who.HANDLER, None),
        *(Clock.NONE, (Slip.NOTE,), "promise_passed_once"),
    ),
    _row(
        *(Act.BREAK_DEFERRAL, ends.DeferralBroken, _RUNNING, Who.HANDLER, _S.TERMINATED),
        *(Clock.ENDS, (Slip.NOTE,), "promise_passed"),
    ),
    _row(
        *(Act.ASK_AMENDMENT, acts.AmendmentAsked, _RUNNING, Who.HANDLER, _S.AMENDING),
        *(Clock.PAUSES_BY_RULE, (Slip.SUPPLEMENT,), "list_not_empty"),
    ),
    _row(
        *(Act.TAKE_AMENDMENT, acts.AmendmentReceived, (_S.AMENDING,), Who.ANY, _S.HANDLING),
        *(Clock.RESUMES, (Slip.NOTE,), "all_listed_received"),
    ),
    _row(
        *(Act.WAIVE_AMENDMENT, acts.AmendmentWaived, (_S.AMENDING,), Who.HANDLER, _S.HANDLING),
        *(Clock.RESUMES, (), "due_passed"),
    ),
    _row(
        *(Act.MISS_AMENDMENT, ends.AmendmentMissed, (_S.AMENDING,), Who.HANDLER, _S.TERMINATED),
        *(Clock.ENDS, (Slip.RETURN,), "due_passed"),
    ),
    _row(
        *(Act.BEGIN_SPECIAL, acts.SpecialBegun, _RUNNING, Who.HANDLER, _S.SUSPENDED),
        *(Clock.PAUSES, (Slip.TIME,), "basis_reason_most_days"),
    ),
    _row(
        *(Act.END_SPECIAL, acts.SpecialEnded, (_S.SUSPENDED,), Who.HANDLER, _S.HANDLING),
        *(Clock.RESUMES, (Slip.TIME,)),
    ),
    _row(
        *(Act.EXTEND, acts.DeadlineExtended, _RUNNING, Who.HANDLER, None),
        *(Clock.LENGTHENS, (Slip.TIME,), "once_approved_by_another"),
    ),
    _row(
        *(Act.REPORT_UP, acts.ReportedUp, (_S.HANDLING,), Who.HANDLER, _S.REPORTED),
        *(Clock.NONE, (Slip.TRANSFER,)),
    ),
)

_DECIDED = (_S.HANDLING, _S.REPORTED)
_END = (
    _row(
        *(Act.FINISH, first.CaseFinished, (_S.ACCEPTED,), Who.ACCEPTOR, _S.FINISHED),
        *(Clock.STOPS, (Slip.DELIVERY,), "immediate"),
    ),
    _row(Act.APPROVE, ends.CaseApproved, _DECIDED, Who.DECIDER, _S.READY, Clock.STOPS, (Slip.RESULT,)),
    _row(
        *(Act.REJECT, ends.CaseRejected, _DECIDED, Who.DECIDER, _S.READY),
        *(Clock.STOPS, (Slip.REJECTION,), "facts_reasons_basis"),
    ),
    _row(
        *(Act.WITHDRAW, ends.CaseWithdrawn, OPEN_STATES, Who.ANY, _S.WITHDRAWN),
        *(Clock.ENDS, (Slip.EXPLANATION,), "reason"),
    ),
    _row(
        *(Act.VOID, ends.CaseVoided, OPEN_STATES, Who.LEAD, _S.VOIDED),
        *(Clock.ENDS, (Slip.EXPLANATION,), "reason_approval"),
    ),
    _row(
        *(Act.TERMINATE, ends.CaseTerminated, OPEN_STATES, Who.LEAD, _S.TERMINATED),
        *(Clock.ENDS, (Slip.EXPLANATION,), "reason_approval"),
    ),
    _row(
        *(Act.DELIVER, ends.ResultDelivered, (_S.READY, _S.FINISHED), Who.ANY, _S.DELIVERED),
        *(Clock.NONE, (Slip.DELIVERY,), "id_checked_or_express"),
    ),
    _row(Act.RATE, ends.CaseRated, _ENDED, Who.ANY, None, Clock.NONE, (Slip.RATING,), "once"),
    _row(Act.ARCHIVE, ends.CaseArchived, (*_ENDED, _S.VOIDED), Who.ANY, _S.ARCHIVED),
)

_ALIVE = frozenset(CaseState) - {_S.ARCHIVED}
_MARGIN = (
    _row(Act.CORRECT, ends.CaseCorrected, OPEN_STATES, Who.ANY, None, guard="reason"),
    _row(Act.NOTE, ends.NoteWritten, _ALIVE, Who.ANY, None),
    _row(Act.TAG, ends.TagsChanged, _ALIVE, Who.ANY, None),
    _row(Act.PLAN_CONTACT, ends.ContactPlanned, _ALIVE, Who.ANY, None),
    _row(Act.SAY_LINE, ends.LineSaid, _ALIVE, Who.ANY, None),
    _row(Act.SIGN, ends.SignatureTaken, _ALIVE, Who.ANY, None),
)

MOVES: tuple[Move, ...] = (*_BEFORE, *_ON_THE_WAY, *_AFTER, *_ACROSS, *_END, *_MARGIN)

ON_THE_MARGIN = frozenset(move.act for move in _MARGIN)
"""Acts that write beside the case and never move it; after the end they are what a 回访 leaves."""

_FOUND = {(move.event, source): move for move in MOVES for source in move.sources}


def move_of(event: object, state: CaseState) -> Move | None:
    """The row for this event in this state; None where the table has none."""
    return _FOUND.get((type(event), state))
