"""What history offers a new form, and how it is marked until the clerk confirms it (F15)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desk_app.domain.cases import Acting, Case
from desk_app.domain.intake import IntakeForm
from desk_app.domain.people import MandateKind, Person, Proxy
from desk_app.domain.worktime import local_day


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody who acted for this person before, or lives at the same address."""

    person: Person
    proxy: Proxy | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What this store knows of the person whose id was just read."""

    person: Person | None = None
    cases: tuple[Case, ...] = ()
    """Newest first."""
    household: tuple[Relative, ...] = ()

    def open_case(self, item_id: str) -> Case | None:
        """A case of the same item that is still open: shown, never hidden (F12)."""
        return next((case for case in self.cases if case.open and case.item.id == item_id), None)

    def last_case(self, item_id: str) -> Case | None:
        """The last case of the same item."""
        return next((case for case in self.cases if case.item.id == item_id), None)

    @property
    def last_visit(self) -> date | None:
        """The day of the last visit."""
        return local_day(self.cases[0].registered_at) if self.cases else None


def prefill(form: IntakeForm, history: History) -> IntakeForm:
    """Fill what is still empty from history; what was typed stays. Mandates are never prefilled."""
    if history.person is None:
        return form
    filled = _party_facts(form, history.person)
    last = history.last_case(form.item_id)
    return filled if last is None else _item_fields(filled, last)


def _party_facts(form: IntakeForm, person: Person) -> IntakeForm:
    known = {"name": person.name} | dict(person.facts)
    typed = form.applicant
    empty = {
        name
        for name, value in (("name", typed.name), ("phone", typed.phone), ("address", typed.address))
        if not value
    }
    fresh = {name: fact for name, fact in known.items() if name in empty and fact.value}
    values = {name: fact.value for name, fact in fresh.items()}
    applicant = replace(
        typed,
        name=values.get("name", typed.name),
        phone=values.get("phone", typed.phone),
        address=values.get("address", typed.address),
    )
    unconfirmed = {**form.unconfirmed, **{name: fact.on for name, fact in fresh.items()}}
    return replace(form, applicant=applicant, unconfirmed=unconfirmed)


def _item_fields(form: IntakeForm, last: Case) -> IntakeForm:
    on = local_day(last.registered_at)
    fresh = {name: value for name, value in last.fields.items() if value and not form.fields.get(name)}
    unconfirmed = {**form.unconfirmed, **{f"fields.{name}": on for name in fresh}}
    return replace(form, fields={**form.fields, **fresh}, unconfirmed=unconfirmed)


def confirm(form: IntakeForm, field_name: str) -> IntakeForm:
    """The clerk left or changed the field: it is today's value now."""
    left = {name: on for name, on in form.unconfirmed.items() if name != field_name}
    return replace(form, unconfirmed=left)


def resume(form: IntakeForm, case: Case) -> IntakeForm:
    """Go on with a case that was told what is missing: 已填信息不用重填."""
    proxy = case.proxy
    return replace(
        form,
        id=case.id,
        item_id=case.item.id,
        release=case.item.release,
        applicant=case.applicant,
        acting=case.acting,
        proxy=proxy.party if proxy else form.proxy,
        relation=proxy.relation if proxy else form.relation,
        mandate=proxy.mandate if proxy and case.acting is Acting.PROXY else MandateKind.NONE,
        fields=dict(case.fields),
        remark=case.remark,
    )
