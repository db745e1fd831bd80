"""Taking in an application: from a filled form to a committed case.

What is printed afterwards is asked for by :func:`papers_due`; nothing is drawn before the commit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.back_entry import BackEntry, require_back_entry
from desk_app.domain.cases import (
    AssistanceDone,
    Case,
    CaseAccepted,
    CaseEvent,
    CaseFinished,
    CaseRegistered,
    CaseState,
    ItemPin,
    MaterialsReceived,
    NoticeGiven,
)
from desk_app.domain.catalogue import OfferedItem
from desk_app.domain.checked import Checked
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import IllegalMove, InputError, InvalidIdentity, NotAllowed
from desk_app.domain.identity import check_id
from desk_app.domain.intake import (
    IntakeForm,
    Judgement,
    Outcome,
    judge,
    missing_parts,
    settle,
)
from desk_app.domain.names import check_name, check_organisation_name
from desk_app.domain.paper_dues import deferral_papers_due, later_papers_due
from desk_app.domain.paper_forms import FormEntered, require_out
from desk_app.domain.people import Party, PersonNoted, tells_something_new
from desk_app.domain.phones import check_phone
from desk_app.domain.sites import Clerk, Right
from desk_app.domain.worktime import local_day

if TYPE_CHECKING:
    from desk_app.db.store import Store, Transaction

PAPERS: dict[CaseState, tuple[DocumentKind, ...]] = {
    CaseState.NOTICED: (DocumentKind.NOTICE,),
    CaseState.RECEIVED: (DocumentKind.RECEIPT,),
    CaseState.ACCEPTED: (DocumentKind.RECEIPT, DocumentKind.ACCEPTANCE),
    CaseState.FINISHED: (DocumentKind.COMPLETION,),
    CaseState.ASSISTED: (DocumentKind.ASSISTANCE,),
}
"""Which papers a case leaves at the counter. A 即办件 uses no 收件凭证 (domain.md §3, last rule)."""


@dataclass(frozen=True, slots=True)
class Intake:
    """A form ready to be committed, with the item as this site offers it."""

    form: IntakeForm
    offered: OfferedItem
    back: BackEntry | None = None
    """Where it was written, for what happened earlier and is entered now."""
    form_number: str = ""
    """The number of the emergency form it was written on, digits as stored."""


def commit_intake(
    store: Store, clerk: Clerk, intake: Intake, now: datetime, at: datetime | None = None
) -> Case:
    """Commit one application, all or nothing.

    ``at`` is when it happened, where that differs from ``now`` (back-entry). Raises InputError or
    InvalidIdentity for what is typed wrong, IllegalMove for what the rules forbid, NotAllowed for who may
    not.
    """
    if intake.back is not None:
        require_back_entry(clerk, intake.back, intake.offered.item, at or now, now)
    form = checked_form(intake.form, min(at or now, now))
    _require_complete(form, intake.offered)
    verdict = judge(form, intake.offered)
    _require_right(clerk, verdict.outcome)
    ready = replace(intake, form=form)
    with store.write(clerk, now) as tx:
        numbered_on = local_day(min(at or now, now))
        events = _opening(tx, ready, at or now, numbered_on) + acts_of(ready, verdict, at or now)
        for event in events:
            tx.record(event, form.id)
        tx.drafts.drop(form.id)
        return tx.cases.get(form.id)


def papers_due(case: Case) -> tuple[DocumentKind, ...]:
    """The papers this case should leave that have not been made yet: what a restart has to print."""
    first_day = (kind for kind in PAPERS.get(case.state, ()) if case.document(kind) is None)
    return (*first_day, *deferral_papers_due(case), *later_papers_due(case))


def checked_form(form: IntakeForm, now: datetime) -> IntakeForm:
    """The form with every number and name in its stored shape, or InvalidIdentity at the first bad one."""
    proxy = form.proxy if form.as_proxy() is None else _checked_party(form.proxy, "proxy_", now)
    return replace(form, applicant=_checked_party(form.applicant, "", now), proxy=proxy)


def _checked_party(party: Party, prefix: str, now: datetime) -> Party:
    naming = check_organisation_name if party.id_type.value == "uscc" else check_name
    name = _accept(naming(party.name), prefix + "name")
    number = _accept(check_id(party.id_type, party.id_number, local_day(now)), prefix + "id_number")
    phone = _accept(check_phone(party.phone), prefix + "phone") if party.phone.strip() else ""
    return replace(party, name=name, id_number=number, phone=phone, address=party.address.strip())


def _accept(found: Checked, field_name: str) -> str:
    if found.reason is not None:
        raise InvalidIdentity(
            "field_invalid", field=field_name, reason=found.reason.value, detail=found.detail
        )
    return found.normalised


def _require_complete(form: IntakeForm, offered: OfferedItem) -> None:
    problems = missing_parts(form, offered)
    if problems:
        raise InputError("form_incomplete", field=problems[0].value, count=len(problems))


def _require_right(clerk: Clerk, outcome: Outcome) -> None:
    if outcome is Outcome.DECLINE:
        raise IllegalMove("not_done_here")
    needed = Right.ACCEPT if outcome in (Outcome.ACCEPT, Outcome.TOLERANCE, Outcome.FINISH) else Right.RECEIVE
    if not clerk.may(needed):
        raise NotAllowed("right_missing", right=needed.value)


def _opening(tx: Transaction, intake: Intake, at: datetime, numbered_on: date) -> list[CaseEvent]:
    """Register the case, unless it goes on from an earlier notice.

    The number's day is that of the act, but never a day still to come: one slip of the pen would otherwise
    push the desk's counter, which only grows, into a far year.
    """
    if tx.cases.find(intake.form.id) is not None:
        _require_noticed(tx, intake.form.id)
        return []
    person = _noted_person(tx, intake.form.applicant, at)
    if intake.form.as_proxy() is not None:
        _noted_person(tx, intake.form.proxy, at)
    number = intake.form_number or tx.counters.next_receipt(numbered_on).digits
    if intake.form_number:
        _settle_form(tx, intake, at)
    return [_registration(intake, person, number, at)]


def _settle_form(tx: Transaction, intake: Intake, at: datetime) -> None:
    """The form's number goes to this case, once; nobody can have written on it before it was printed."""
    block = tx.form_blocks.holding(intake.form_number)
    require_out(block, intake.form_number)
    if at < block.reserved_at:
        raise IllegalMove("form_before_reserved")
    tx.record(FormEntered(intake.form_number, intake.form.id, at), block.id)


def _require_noticed(tx: Transaction, case_id: UUID) -> None:
    if tx.cases.get(case_id).state is not CaseState.NOTICED:
        raise IllegalMove("already_taken_in")


def _noted_person(tx: Transaction, party: Party, at: datetime) -> UUID:
    """The person this id belongs to; what is new about them becomes a note of its own."""
    known = tx.people.by_id(party.id_type, party.id_number)
    if known is None:
        person_id = tx.new_id(at)
        tx.record(PersonNoted(party), person_id)
        return person_id
    if tells_something_new(known, party):
        tx.record(PersonNoted(party), known.id)
    return known.id


def _registration(intake: Intake, person: UUID, number: str, at: datetime) -> CaseRegistered:
    form = intake.form
    return CaseRegistered(
        number=number,
        item=pin(intake.offered),
        person=person,
        applicant=form.applicant,
        acting=form.acting,
        channel=form.channel,
        at=at,
        proxy=form.as_proxy(),
        fields=dict(form.fields),
        remark=form.remark.strip(),
        back=intake.back,
    )


def pin(offered: OfferedItem) -> ItemPin:
    """The item as the case will keep it."""
    item = offered.item
    return ItemPin(
        id=item.id,
        release=offered.release,
        name=item.display_name,
        tier=item.tier,
        mode=offered.mode,
        kind=item.kind,
        legal_nature=item.legal_nature,
        department=item.department,
        promised=offered.promised,
        statutory=item.statutory,
        result=item.result,
        result_delivery=item.result_delivery,
        reference_only=offered.reference_only,
    )


def acts_of(intake: Intake, verdict: Judgement, at: datetime) -> list[CaseEvent]:
    """What the outcome means for the case, beyond registering it."""
    rows = settle(intake.form, intake.offered)
    promise_by = intake.form.promise_by if verdict.deferred else None
    if verdict.outcome is Outcome.NOTICE:
        return [NoticeGiven(rows, at)]
    events: list[CaseEvent] = [MaterialsReceived(rows, at, promise_by)]
    if verdict.outcome is Outcome.ASSIST:
        return [*events, AssistanceDone(at, intake.form.remark.strip())]
    if verdict.outcome is not Outcome.RECEIVE:
        events.append(CaseAccepted(at, tuple(row.number for row in verdict.deferred), promise_by))
    if verdict.outcome is Outcome.FINISH:
        events.append(CaseFinished(at, intake.offered.item.result))
    return events
