"""Whether what an act says holds: every list, day, reason and approval of appendix B."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desk_app.domain import case_acts as acts
from desk_app.domain import case_ends as ends
from desk_app.domain.accounts import User
from desk_app.domain.act_rights import with_a_department
from desk_app.domain.calendar import Calendar
from desk_app.domain.case_events import AcceptanceWithdrawn, CaseAccepted
from desk_app.domain.case_life import Carrier, Correctable, DeliveryWay, Refusal, Via
from desk_app.domain.case_record import Case
from desk_app.domain.case_values import IN_HAND, CaseMaterial, MaterialState
from desk_app.domain.catalogue import CaseKind, Need
from desk_app.domain.checked import Checked, Reason
from desk_app.domain.clocks import case_deadlines, deadlines_from
from desk_app.domain.errors import IllegalMove, InvalidIdentity, NotAllowed
from desk_app.domain.names import check_name, check_organisation_name
from desk_app.domain.phones import check_phone
from desk_app.domain.sites import RIGHTS, Clerk, Right

LEGAL_EXTENSION = 10
"""Days a deadline may be extended by (行政许可法 art. 42); public-service items follow the same practice."""

LONGEST_SPECIAL = 180
"""Working days; the law names none, so this only catches a slip of the finger."""

LONGEST_NOTE = 500

MOST_COPIES = 99


@dataclass(frozen=True, slots=True)
class Asked:
    """An act as it is judged: on what case, by whom, on whose approval, over which calendar."""

    case: Case
    clerk: Clerk
    calendar: Calendar
    today: date
    approver: User | None = None


def check_contents(asked: Asked, event: Any) -> None:
    """Raise IllegalMove, NotAllowed or InvalidIdentity for what an act may not say."""
    for part in _NEEDED.get(type(event), ()):
        if not getattr(event, part).strip():
            raise _empty(part)
    check = _CHECKS.get(type(event))
    if check is not None:
        check(asked, event)


_NEEDED: Mapping[type[Any], tuple[str, ...]] = {
    acts.SupplementExtended: ("reason",),
    acts.AmendmentWaived: ("reason",),
    acts.DeferralExtended: ("reminder",),
    acts.HandedOver: ("to",),
    acts.HandoverSigned: ("signed_by",),
    acts.HandoverRefused: ("reason",),
    acts.SentAcross: ("to",),
    acts.SpecialBegun: ("basis", "reason"),
    acts.DeadlineExtended: ("reason",),
    acts.ReportedUp: ("to",),
    ends.CaseRefused: ("reason", "basis"),
    ends.CaseReturned: ("contact",),
    ends.DeferralBroken: ("reminder",),
    ends.AmendmentMissed: ("reason",),
    ends.CaseApproved: ("result",),
    ends.CaseRejected: ("facts", "reasons", "basis", "organ"),
    ends.CaseWithdrawn: ("reason",),
    ends.CaseVoided: ("reason",),
    ends.CaseTerminated: ("reason",),
    ends.ResultDelivered: ("recipient",),
    ends.CaseCorrected: ("reason",),
    ends.NoteWritten: ("text",),
    ends.LineSaid: ("line",),
    ends.SignatureTaken: ("picture", "strokes"),
}


def _empty(part: str) -> IllegalMove:
    return IllegalMove("reason_needed") if part == "reason" else IllegalMove("part_needed", part=part)


def _asking(asked: Asked, event: acts.SupplementAsked | acts.AmendmentAsked) -> None:
    numbers = [line.number for line in event.lines]
    if not numbers:
        raise IllegalMove("list_empty")
    _require_rows(asked.case, numbers)
    if len(set(numbers)) < len(numbers):
        raise IllegalMove("told_twice")
    if not all(line.problem.strip() for line in event.lines):
        raise _empty("problem")
    _require_later(event.due, asked.today)


def _require_rows(case: Case, numbers: Iterable[int]) -> None:
    known = {row.number for row in case.materials}
    for number in numbers:
        if number not in known:
            raise IllegalMove("no_such_material", row=number)


def _require_later(due: date, than: date) -> None:
    if due <= than:
        raise IllegalMove("day_too_early", day=than.isoformat())


def may_follow(case: Case, row: CaseMaterial) -> bool:
    """Whether a paper that did not come may be promised for later (appendix A5): never for a 即办件."""
    return row.need is Need.DEFERRABLE and case.item.kind is not CaseKind.IMMEDIATE


def _taking(asked: Asked, event: acts.SupplementReceived | acts.AmendmentReceived) -> None:
    """Before acceptance, what may be promised for later need not be here yet: 容缺受理 follows."""
    _require_in_hand(asked.case, _not_following(asked, event))
    waiting = asked.case.lived.round
    owed = {line.number for line in waiting.lines} if waiting else set()
    left = owed - set(event.rows)
    if left:
        raise IllegalMove("supplement_incomplete", count=len(left))


def _not_following(
    asked: Asked, event: acts.SupplementReceived | acts.AmendmentReceived
) -> Mapping[int, MaterialState]:
    if isinstance(event, acts.AmendmentReceived):
        return event.rows
    follow = {row.number for row in asked.case.materials if may_follow(asked.case, row)}
    return {
        number: state
        for number, state in event.rows.items()
        if not (state is MaterialState.DEFERRED and number in follow)
    }


def _require_in_hand(case: Case, rows: Mapping[int, MaterialState]) -> None:
    _require_rows(case, rows)
    if not all(state in IN_HAND for state in rows.values()):
        raise IllegalMove("not_in_hand")


def _taking_deferred(asked: Asked, event: acts.DeferredReceived) -> None:
    _require_in_hand(asked.case, event.rows)
    promised = {row.number for row in asked.case.deferred}
    if not event.rows or not promised.issuperset(event.rows):
        raise IllegalMove("not_deferred")


def _longer_round(asked: Asked, event: acts.SupplementExtended) -> None:
    waiting = asked.case.lived.round
    _require_later(event.due, waiting.due if waiting else asked.today)


def _longer_promise(asked: Asked, event: acts.DeferralExtended) -> None:
    _require_later(event.promise_by, asked.today)
    governing = case_deadlines(asked.case, asked.calendar).governing
    end = governing.due if governing else None
    if end is not None and event.promise_by > end:
        raise IllegalMove("beyond_deadline", day=end.isoformat())


def _accepting(asked: Asked, event: CaseAccepted) -> None:
    deferred = tuple(row.number for row in asked.case.deferred)
    if event.deferred != deferred or (event.promise_by is None) == bool(deferred):
        raise IllegalMove("deferred_differs")
    if event.promise_by is not None:
        _require_in_time(asked, event.promise_by)
    _require_word(asked, event.word)


def _require_in_time(asked: Asked, promise_by: date) -> None:
    """A deferred paper never comes later than the end that the acceptance promises."""
    item = asked.case.item
    end = deadlines_from(item.promised, item.statutory, asked.today, asked.calendar).governing
    if end is not None and end.due is not None and promise_by > end.due:
        raise IllegalMove("beyond_deadline", day=end.due.isoformat())


def _require_word(asked: Asked, word: str) -> None:
    """What a department decided is recorded with what it said or sent."""
    if with_a_department(asked.case) and not word.strip():
        raise IllegalMove("word_needed")


def _withdrawing_acceptance(asked: Asked, event: AcceptanceWithdrawn) -> None:
    asked.case.withdraw_acceptance(event.reason, event.at)


def _refusing(asked: Asked, event: ends.CaseRefused) -> None:
    mended = any(found.received_at for found in asked.case.lived.rounds)
    if event.refusal is Refusal.STILL_DEFECTIVE and not mended:
        raise IllegalMove("not_supplemented")
    if event.refusal is Refusal.NOT_COMPETENT and not event.instead.strip():
        raise _empty("instead")
    _require_word(asked, event.word)


def _sending(_asked: Asked, event: acts.HandedOver) -> None:
    if event.carrier is Carrier.POST and not event.express.strip():
        raise _empty("express")


def _sending_across(asked: Asked, event: acts.SentAcross) -> None:
    if event.via is Via.POST and not event.number.strip():
        raise _empty("number")
    _require_ahead(asked, event.reply_by)


def _hearing_across(asked: Asked, event: acts.HeardAcross) -> None:
    if not (event.receipt.strip() or event.reply.strip() or event.reply_by):
        raise _empty("receipt")
    _require_ahead(asked, event.reply_by)


def _require_ahead(asked: Asked, day: date | None) -> None:
    if day is not None and day < asked.today:
        raise IllegalMove("day_too_early", day=asked.today.isoformat())


def _signing(asked: Asked, event: acts.HandoverSigned) -> None:
    _require_batch(asked, event)
    if (event.site is None) != (event.mode is None):
        raise _empty("mode" if event.mode is None else "site")
    if event.site is not None and event.site != asked.clerk.site.id:
        raise IllegalMove("not_the_receiver")


def _require_batch(asked: Asked, event: acts.HandoverSigned | acts.HandoverRefused) -> None:
    leg = asked.case.lived.handover
    if leg is None or leg.batch != event.batch:
        raise IllegalMove("other_batch")


def _pausing(_asked: Asked, event: acts.SpecialBegun) -> None:
    if not 1 <= event.most_days <= LONGEST_SPECIAL:
        raise IllegalMove("special_too_long", most=LONGEST_SPECIAL)


def _extending(asked: Asked, event: acts.DeadlineExtended) -> None:
    if not 1 <= event.days <= LEGAL_EXTENSION:
        raise IllegalMove("extension_too_long", most=LEGAL_EXTENSION)
    if event.approver == asked.clerk.user_id:
        raise NotAllowed("approver_is_handler")
    _approved(asked, event)


def _approved(asked: Asked, event: acts.DeadlineExtended | ends.CaseVoided | ends.CaseTerminated) -> None:
    approver = asked.approver
    if approver is None or approver.id != event.approver:
        raise NotAllowed("approval_needed")
    if not approver.enabled or Right.MANAGE_SITE not in RIGHTS[approver.role]:
        raise NotAllowed("approver_may_not")


def _approving(asked: Asked, event: ends.CaseApproved) -> None:
    _require_word(asked, event.organ and event.paper_number)


def _rejecting(asked: Asked, event: ends.CaseRejected) -> None:
    _require_word(asked, event.paper_number)


def _delivering(asked: Asked, event: ends.ResultDelivered) -> None:
    if event.way is DeliveryWay.POST and not event.express.strip():
        raise _empty("express")
    if event.way in (DeliveryWay.COUNTER, DeliveryWay.AGENT) and not event.id_checked:
        raise IllegalMove("id_not_checked")
    somebody_else = event.recipient.strip() != asked.case.applicant.name
    if event.way is DeliveryWay.COUNTER and somebody_else and event.relation is None:
        raise _empty("relation")


def _correcting(asked: Asked, event: ends.CaseCorrected) -> None:
    if event.old != current(asked.case, event.what, event.name):
        raise IllegalMove("changed_meanwhile")
    if event.new == event.old:
        raise IllegalMove("nothing_changed")
    if event.what in (Correctable.FIELD, Correctable.COPIES) and not event.name:
        raise _empty("name")
    found = judged(asked.case, event.what, event.new)
    if found.reason is not None or found.normalised != event.new:
        reason = found.reason.value if found.reason else "wrong_form"
        raise InvalidIdentity("field_invalid", field=event.what.value, reason=reason, detail=found.detail)


def current(case: Case, what: Correctable, name: str = "") -> str:
    """The value a correction would replace."""
    if what is Correctable.REMARK:
        return case.remark
    if what is Correctable.FIELD:
        return case.fields.get(name, "")
    if what is Correctable.COPIES:
        return next((str(row.copies) for row in case.materials if str(row.number) == name), "")
    return str(getattr(case.applicant, what.value))


def judged(case: Case, what: Correctable, new: str) -> Checked:
    """A new value in its stored shape, or why it does not hold."""
    if what is Correctable.NAME:
        organisation = case.applicant.id_type.value == "uscc"
        return check_organisation_name(new) if organisation else check_name(new)
    if what is Correctable.PHONE and new:
        return check_phone(new)
    if what is Correctable.COPIES:
        return _copies(new)
    return Checked(normalised=new.strip())


def _copies(new: str) -> Checked:
    plain = new.strip()
    good = plain.isascii() and plain.isdigit() and 1 <= int(plain) <= MOST_COPIES
    return Checked(normalised=str(int(plain))) if good else Checked(reason=Reason.WRONG_FORM)


def _noting(_asked: Asked, event: ends.NoteWritten) -> None:
    if len(event.text) > LONGEST_NOTE:
        raise IllegalMove("note_too_long", most=LONGEST_NOTE)


def _tagging(_asked: Asked, event: ends.TagsChanged) -> None:
    named = (*event.added, *event.removed)
    if not named or not all(tag.strip() for tag in named):
        raise _empty("tag")


def _planning(asked: Asked, event: ends.ContactPlanned) -> None:
    _require_ahead(asked, event.on)


_CHECKS: Mapping[type[Any], Callable[[Asked, Any], None]] = {
    acts.SupplementAsked: _asking,
    acts.SupplementReceived: _taking,
    acts.SupplementExtended: _longer_round,
    acts.AmendmentAsked: _asking,
    acts.AmendmentReceived: _taking,
    acts.DeferredReceived: _taking_deferred,
    acts.DeferralExtended: _longer_promise,
    acts.HandedOver: _sending,
    acts.HandoverSigned: _signing,
    acts.HandoverRefused: _require_batch,
    acts.SentAcross: _sending_across,
    acts.HeardAcross: _hearing_across,
    acts.SpecialBegun: _pausing,
    acts.DeadlineExtended: _extending,
    CaseAccepted: _accepting,
    AcceptanceWithdrawn: _withdrawing_acceptance,
    ends.CaseRefused: _refusing,
    ends.CaseApproved: _approving,
    ends.CaseRejected: _rejecting,
    ends.CaseVoided: _approved,
    ends.CaseTerminated: _approved,
    ends.ResultDelivered: _delivering,
    ends.CaseCorrected: _correcting,
    ends.NoteWritten: _noting,
    ends.TagsChanged: _tagging,
    ends.ContactPlanned: _planning,
}
