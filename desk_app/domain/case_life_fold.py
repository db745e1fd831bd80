"""What each later event leaves in a case; :mod:`desk_app.domain.case_fold` decides whether it still may."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from desk_app.domain import case_acts as acts
from desk_app.domain import case_ends as ends
from desk_app.domain.case_life import (
    CaseLife,
    Closing,
    Correctable,
    Correction,
    Crossing,
    Decision,
    Delivery,
    Extension,
    Handover,
    Holder,
    Note,
    Rating,
    Round,
    SpecialProcedure,
    StandIn,
    SupplementLine,
    Verdict,
)
from desk_app.domain.case_record import Case
from desk_app.domain.case_values import CaseMaterial, CaseState, MaterialState
from desk_app.domain.moves import Move
from desk_app.domain.signatures import Signature


def contradicted(case: Case, kind: str) -> Case:
    """The case as it was, with a note that an entry of this kind came too late for it."""
    return _with(case, contradictions=(*case.lived.contradictions, kind))


def overtaken(case: Case, event: object) -> bool:
    """Whether another desk already did what can be done once, or the entry speaks of another leg or round."""
    life = case.lived
    match event:
        case acts.SupplementExtended():
            return life.round is None or life.round.extended
        case acts.HandoverSigned() | acts.HandoverRefused():
            return life.handover is None or life.handover.batch != event.batch
        case _:
            return bool(_DONE_ONCE.get(type(event), _never)(life))


def _never(_life: CaseLife) -> bool:
    return False


_DONE_ONCE: Mapping[type[Any], Callable[[CaseLife], object]] = {
    acts.DeadlineExtended: lambda life: life.extensions,
    acts.DeferralExtended: lambda life: life.deferral_extended,
    acts.HandedOver: lambda life: life.handover,
    acts.SentAcross: lambda life: life.crossing,
    acts.HeardAcross: lambda life: life.crossing is None,
    ends.CaseRated: lambda life: life.rating,
}


def moved(case: Case, event: Any, move: Move) -> Case:
    """The case after an act of the table."""
    told = _TELL[type(event)](case, event)
    if isinstance(event, ends.CaseApproved) and not event.to_fetch:
        return replace(told, state=CaseState.DELIVERED)
    return told if move.to is None else replace(told, state=move.to)


def _with(case: Case, **changes: Any) -> Case:
    return replace(case, life=replace(case.lived, **changes))


def _rows(case: Case, found: Mapping[int, MaterialState]) -> tuple[CaseMaterial, ...]:
    return tuple(
        replace(row, state=found[row.number], reason="") if row.number in found else row
        for row in case.materials
    )


def _asked_rows(case: Case, lines: Iterable[SupplementLine]) -> tuple[CaseMaterial, ...]:
    problems = {line.number: line.problem for line in lines}
    return tuple(
        replace(row, state=MaterialState.MISSING, reason=problems[row.number])
        if row.number in problems
        else row
        for row in case.materials
    )


def _asked(case: Case, event: acts.SupplementAsked) -> Case:
    asked = replace(case, materials=_asked_rows(case, event.lines))
    return _with(asked, rounds=(*case.lived.rounds, Round(event.lines, event.at, event.due)))


def _amendment(case: Case, event: acts.AmendmentAsked) -> Case:
    asked = replace(case, materials=_asked_rows(case, event.lines))
    made = Round(event.lines, event.at, event.due, after_acceptance=True, pauses=event.pauses)
    return _with(asked, rounds=(*case.lived.rounds, made))


def _taken(case: Case, event: acts.SupplementReceived | acts.AmendmentReceived) -> Case:
    return _round(replace(case, materials=_rows(case, event.rows)), received_at=event.at)


def _round(case: Case, **changes: Any) -> Case:
    """Change the round that waits; an older desk may know none, and then nothing changes."""
    rounds = tuple(replace(found, **changes) if found.open else found for found in case.lived.rounds)
    return _with(case, rounds=rounds)


def _longer(case: Case, event: acts.SupplementExtended) -> Case:
    return _round(case, due=event.due, extended=True)


def _waived(case: Case, event: acts.AmendmentWaived) -> Case:
    return _round(case, missed_at=event.at)


def _deferred(case: Case, event: acts.DeferredReceived) -> Case:
    return replace(case, materials=_rows(case, event.rows))


def _promised_again(case: Case, event: acts.DeferralExtended) -> Case:
    return _with(replace(case, promise_by=event.promise_by), deferral_extended=True)


def _sent(case: Case, event: acts.HandedOver) -> Case:
    leg = Handover(event.batch, event.to, event.carrier, event.at, event.express)
    return _with(case, handovers=(*case.lived.handovers, leg))


def _leg(case: Case, **changes: Any) -> CaseLife:
    legs = tuple(replace(leg, **changes) if leg.under_way else leg for leg in case.lived.handovers)
    return replace(case.lived, handovers=legs)


def _signed(case: Case, event: acts.HandoverSigned) -> Case:
    to = case.lived.handovers[-1].to
    life = _leg(case, signed_at=event.at, signed_by=event.signed_by, differences=event.differences)
    return replace(case, life=replace(life, holder=Holder(to, event.site, event.mode)))


def _sent_back(case: Case, event: acts.HandoverRefused) -> Case:
    return replace(case, life=_leg(case, refused_at=event.at, refusal=event.reason))


def _across(case: Case, event: acts.SentAcross) -> Case:
    made = Crossing(
        *(event.reach, event.to, event.via, event.number, event.at, event.receipt, event.reply_by),
    )
    return _with(case, crossings=(*case.lived.crossings, made))


def _heard(case: Case, event: acts.HeardAcross) -> Case:
    """What is said anew replaces what was known; what is not said stays."""
    crossings = tuple(
        replace(
            found,
            receipt=event.receipt or found.receipt,
            reply_by=event.reply_by or found.reply_by,
            reply=event.reply,
            heard=found.heard + 1,
        )
        if found.open
        else found
        for found in case.lived.crossings
    )
    return _with(case, crossings=crossings)


def _begun(case: Case, _event: acts.HandlingBegun) -> Case:
    return case


def _special(case: Case, event: acts.SpecialBegun) -> Case:
    made = SpecialProcedure(event.special, event.basis, event.reason, event.at, event.most_days)
    return _with(case, specials=(*case.lived.specials, made))


def _special_over(case: Case, event: acts.SpecialEnded) -> Case:
    return _close_special(case, event.at, event.result)


def _close_special(case: Case, at: datetime, result: str = "") -> Case:
    specials = tuple(
        replace(found, ended_at=at, result=result) if found.ended_at is None else found
        for found in case.lived.specials
    )
    return _with(case, specials=specials)


def _extended(case: Case, event: acts.DeadlineExtended) -> Case:
    made = Extension(event.days, event.reason, event.approver, event.at)
    return _with(case, extensions=(*case.lived.extensions, made))


def _reported(case: Case, event: acts.ReportedUp) -> Case:
    return _with(case, reported_to=event.to)


def _approved(case: Case, event: ends.CaseApproved) -> Case:
    decision = Decision(Verdict.APPROVED, event.at, event.organ, event.paper_number)
    return _with(replace(case, finished_at=event.at, result=event.result), decision=decision)


def _rejected(case: Case, event: ends.CaseRejected) -> Case:
    decision = Decision(
        *(Verdict.REJECTED, event.at, event.organ, event.paper_number),
        *(event.facts, event.reasons, event.basis),
    )
    return _with(replace(case, finished_at=event.at), decision=decision)


def _closed(case: Case, closing: Closing) -> Case:
    """Ended without a decision: nothing waits any more."""
    settled = _round(_close_special(case, closing.at), missed_at=closing.at)
    return _with(replace(settled, finished_at=closing.at), closing=closing)


def _refused(case: Case, event: ends.CaseRefused) -> Case:
    return _closed(
        case,
        Closing(event.reason, event.at, refusal=event.refusal, basis=event.basis, instead=event.instead),
    )


def _for_a_reason(case: Case, event: ends.AmendmentMissed | ends.CaseWithdrawn) -> Case:
    return _closed(case, Closing(event.reason, event.at))


def _approved_end(case: Case, event: ends.CaseVoided | ends.CaseTerminated) -> Case:
    return _closed(case, Closing(event.reason, event.at, event.approver))


def _returned(case: Case, event: ends.CaseReturned) -> Case:
    return _closed(case, Closing(event.contact, event.at))


def _broken(case: Case, event: ends.DeferralBroken) -> Case:
    return _closed(case, Closing(event.reminder, event.at))


def _delivered(case: Case, event: ends.ResultDelivered) -> Case:
    made = Delivery(*(event.way, event.recipient, event.at, event.id_checked, event.express), event.relation)
    return _with(case, deliveries=(*case.lived.deliveries, made))


def _rated(case: Case, event: ends.CaseRated) -> Case:
    return _with(case, rating=Rating(event.level, event.channel, event.at, event.comment))


def _archived(case: Case, _event: ends.CaseArchived) -> Case:
    return _with(case, ended_as=case.state.value)


def _corrected(case: Case, event: ends.CaseCorrected) -> Case:
    made = Correction(event.what, event.name, event.old, event.new, event.reason, event.at)
    noted = _with(case, corrections=(*case.lived.corrections, made))
    if event.what is Correctable.REMARK:
        return replace(noted, remark=event.new)
    if event.what is Correctable.FIELD:
        return replace(noted, fields={**case.fields, event.name: event.new})
    if event.what is Correctable.COPIES:
        return replace(noted, materials=_counted(case, event.name, event.new))
    changes: dict[str, Any] = {event.what.value: event.new}
    return replace(noted, applicant=replace(case.applicant, **changes))


def _counted(case: Case, number: str, copies: str) -> tuple[CaseMaterial, ...]:
    """Another number of copies; one that cannot be read, from elsewhere, changes nothing."""
    if not (copies.isascii() and copies.isdigit()):
        return case.materials
    return tuple(
        replace(row, copies=int(copies)) if str(row.number) == number else row for row in case.materials
    )


def _noted(case: Case, event: ends.NoteWritten) -> Case:
    return _with(case, notes=(*case.lived.notes, Note(event.text, event.at)))


def _tagged(case: Case, event: ends.TagsChanged) -> Case:
    kept = [tag for tag in case.lived.tags if tag not in event.removed]
    return _with(case, tags=tuple(dict.fromkeys([*kept, *event.added])))


def _planned(case: Case, event: ends.ContactPlanned) -> Case:
    return _with(case, next_contact=event.on)


def _said(case: Case, _event: ends.LineSaid) -> Case:
    return _with(case, said=case.lived.said + 1)


def _signature(case: Case, event: ends.SignatureTaken) -> Case:
    made = Signature(event.purpose, event.picture, event.strokes, event.at)
    return _with(case, signatures=(*case.lived.signatures, made))


def stood_in(case: Case, event: ends.StoodIn) -> Case:
    """The trace of a stand-in; the act itself follows."""
    made = StandIn(event.absent, event.first, event.last, event.at)
    return _with(case, stand_ins=(*case.lived.stand_ins, made))


_TELL: Mapping[type[Any], Callable[[Case, Any], Case]] = {
    acts.SupplementAsked: _asked,
    acts.SupplementReceived: _taken,
    acts.SupplementExtended: _longer,
    acts.AmendmentAsked: _amendment,
    acts.AmendmentReceived: _taken,
    acts.AmendmentWaived: _waived,
    acts.DeferredReceived: _deferred,
    acts.DeferralExtended: _promised_again,
    acts.HandedOver: _sent,
    acts.HandoverSigned: _signed,
    acts.HandoverRefused: _sent_back,
    acts.SentAcross: _across,
    acts.HeardAcross: _heard,
    acts.HandlingBegun: _begun,
    acts.SpecialBegun: _special,
    acts.SpecialEnded: _special_over,
    acts.DeadlineExtended: _extended,
    acts.ReportedUp: _reported,
    ends.CaseRefused: _refused,
    ends.CaseReturned: _returned,
    ends.DeferralBroken: _broken,
    ends.AmendmentMissed: _for_a_reason,
    ends.CaseApproved: _approved,
    ends.CaseRejected: _rejected,
    ends.CaseWithdrawn: _for_a_reason,
    ends.CaseVoided: _approved_end,
    ends.CaseTerminated: _approved_end,
    ends.ResultDelivered: _delivered,
    ends.CaseRated: _rated,
    ends.CaseArchived: _archived,
    ends.CaseCorrected: _corrected,
    ends.NoteWritten: _noted,
    ends.TagsChanged: _tagged,
    ends.ContactPlanned: _planned,
    ends.LineSaid: _said,
    ends.SignatureTaken: _signature,
}
