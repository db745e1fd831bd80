"""What each key and click does to a lane. Pure: a lane in, a lane out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from desk_app.domain.cases import Acting, MaterialState
from desk_app.domain.catalogue import Material, Occasion, OfferedItem
from desk_app.domain.id_card import CardRead
from desk_app.domain.intake import IntakeForm, Outcome, allowed_states, judge
from desk_app.domain.people import MandateKind, Party, Person, Relation
from desk_app.domain.phones import check_phone
from desk_app.domain.prefill import History, Relative, confirm, prefill
from desk_app.ui.screens.intake import fields
from desk_app.ui.screens.intake.lanes import Lane, OpenCaseStrip

MASK = "*"
"""Stands in masked numbers and in no real one."""


def typed(lane: Lane, name: str, text: str, position: int) -> Lane:
    """Text in a box changed."""
    if name in fields.NUMBERS and MASK in text and lane.before is not None:
        return lane.before.at(name, position)
    before = lane if name in lane.veiled else lane.before if name in fields.NUMBERS else None
    if name == fields.ID_NUMBER:
        lane = without_history(lane)
    form = fields.with_text(lane.form, name, text)
    found = () if name == fields.ID_NUMBER else lane.found
    kept = replace(
        lane,
        form=form,
        veiled=lane.veiled - {name},
        before=before,
        demanded=lane.demanded - {name},
        found=found,
        typed_since=name != fields.ID_NUMBER,
    )
    return kept.at(name, position)


def entered(lane: Lane, name: str, position: int) -> Lane:
    """The cursor came into a box, or moved in it."""
    return lane.at(name, position)


def left(lane: Lane, name: str, today: date) -> Lane:
    """The cursor left a box: tidy it when it holds, and from now on show what is wrong with it."""
    try:
        text = fields.text_of(lane.form, name)
    except KeyError:
        return lane
    form = confirm(lane.form, name)
    found = fields.check(form, name, today)
    if found is not None and found.valid and found.normalised != text:
        form = fields.with_text(form, name, found.normalised)
    veiled = lane.veiled | ({name} & fields.NUMBERS)
    return replace(lane, form=form, left=lane.left | {name}, veiled=veiled, found=())


def without_history(lane: Lane) -> Lane:
    """The number is another one: what history filled in belongs to somebody else, unless it was confirmed."""
    form = lane.form
    for name in form.unconfirmed:
        form = fields.with_text(form, name, "")
    return replace(lane, form=form, history=History(), asked="")


def chose(lane: Lane, name: str, value: str) -> Lane:
    """One of a few fixed answers was picked."""
    form = fields.with_choice(lane.form, name, value)
    if name == fields.RELATION and form.relation is Relation.GUARDIAN and form.mandate is MandateKind.NONE:
        form = replace(form, mandate=MandateKind.GUARDIANSHIP)
    return replace(lane, form=form, demanded=lane.demanded - {name}, typed_since=True)


def rows_for(form: IntakeForm, offered: OfferedItem) -> tuple[Material, ...]:
    """The rows that can concern this citizen: a proxy's papers only where there is a proxy."""
    return tuple(
        row
        for row in offered.item.materials
        if row.occasion is not Occasion.BY_PROXY or form.owes(row) or row.number in form.marks
    )


def marked(lane: Lane, offered: OfferedItem, number: int, state: MaterialState) -> Lane:
    """A row is given a state; the same again takes it back; what the rules do not allow does nothing."""
    row = next((row for row in rows_for(lane.form, offered) if row.number == number), None)
    if row is None or row.exempt or state not in allowed_states(row, offered):
        return lane
    before = lane.form.marks.get(number)
    if before is not None and before.state is state:
        form = lane.form.unmark(number)
    else:
        form = lane.form.mark(number, state, before.reason if before else "")
    return replace(lane, form=form, row=number, demanded=lane.demanded - {fields.MATERIALS})


def reasoned(lane: Lane, number: int, reason: str) -> Lane:
    """Why a row is missing, in the clerk's words."""
    mark = lane.form.marks.get(number)
    if mark is None:
        return lane
    return replace(lane, form=lane.form.mark(number, mark.state, reason))


def taken_all(lane: Lane, offered: OfferedItem) -> Lane:
    """F4: every untouched row is here."""
    return replace(lane, form=lane.form.take_all(offered), demanded=lane.demanded - {fields.MATERIALS})


def promised(lane: Lane, offered: OfferedItem, default: Callable[[], date]) -> Lane:
    """Give a promise its usual day once there is something to promise; forget it with the last such row."""
    tolerant = judge(lane.form, offered).outcome is Outcome.TOLERANCE
    if tolerant and lane.form.promise_by is None:
        return replace(lane, form=replace(lane.form, promise_by=default()))
    if not tolerant and not _has_deferred(lane.form):
        return replace(lane, form=replace(lane.form, promise_by=None)) if lane.form.promise_by else lane
    return lane


def _has_deferred(form: IntakeForm) -> bool:
    return any(mark.state is MaterialState.DEFERRED for mark in form.marks.values())


def with_history(lane: Lane, history: History, item_id: str) -> Lane:
    """What the store knows arrives: empty boxes are filled, a case already open is shown."""
    known = history.open_case(item_id)
    fresh = known is not None and known.id != lane.id
    strip = OpenCaseStrip(known) if known is not None and fresh else lane.strip
    return replace(lane, form=prefill(lane.form, history), history=history, strip=strip, found=())


def with_person(lane: Lane, person: Person) -> Lane:
    """A person found by name or telephone number becomes the applicant."""
    known, typed_in = person.party(), lane.form.applicant
    phone = typed_in.phone if check_phone(typed_in.phone).valid else known.phone
    party = replace(known, phone=phone, address=typed_in.address or known.address)
    dates = {"name": person.name.on} | {name: fact.on for name, fact in person.facts.items()}
    known_parts = {"name": known.name, "phone": known.phone, "address": known.address}
    unconfirmed = {
        name: on
        for name, on in dates.items()
        if name in known_parts and getattr(party, name) == known_parts[name]
    }
    form = replace(lane.form, applicant=party, unconfirmed={**lane.form.unconfirmed, **unconfirmed})
    return replace(lane, form=form, found=(), veiled=lane.veiled | {fields.ID_NUMBER})


def with_card(lane: Lane, card: CardRead) -> Lane:
    """What a card says of the person whose number it is.

    The name on the card holds; an address that is known may be where the person lives now, so the card's only
    fills an empty one.
    """
    mine = lane.form.applicant.id_number.strip().upper() == card.id_number
    name, address = (fields.NAME, fields.ADDRESS) if mine else (fields.PROXY_NAME, "")
    form = lane.form
    if card.name:
        form = fields.with_text(form, name, card.name)
    if address and card.address and not fields.text_of(form, address).strip():
        form = fields.with_text(form, address, card.address)
    return replace(lane, form=form, demanded=lane.demanded - {name, address})


def with_proxy(lane: Lane, relative: Relative) -> Lane:
    """Somebody of the household acts; the mandate is asked for each time."""
    relation = relative.proxy.relation if relative.proxy else lane.form.relation
    form = replace(
        lane.form,
        acting=Acting.PROXY,
        proxy=relative.person.party(),
        relation=relation,
        mandate=MandateKind.NONE,
    )
    return replace(lane, form=form, veiled=lane.veiled | {fields.PROXY_ID})


def with_proxy_number(lane: Lane, number: str) -> Lane:
    """The second card read is the proxy's."""
    form = replace(lane.form, acting=Acting.PROXY, proxy=Party(id_number=number))
    return replace(lane, form=form, strip=None, veiled=lane.veiled | {fields.PROXY_ID})


def with_other_applicant(lane: Lane, number: str) -> Lane:
    """The second card read is the right applicant: nothing of the first person stays but the item."""
    form = replace(
        lane.form,
        applicant=Party(id_number=number),
        acting=Acting.SELF,
        proxy=Party(),
        mandate=MandateKind.NONE,
        marks={},
        fields={},
        unconfirmed={},
        promise_by=None,
    )
    return Lane(form, row=lane.row, veiled=frozenset({fields.ID_NUMBER})).at(fields.ID_NUMBER)
