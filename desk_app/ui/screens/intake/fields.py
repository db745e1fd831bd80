"""The boxes of the form by name: where their text lives, in what order they come, how they are checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from desk_app.domain.cases import Acting
from desk_app.domain.checked import Checked
from desk_app.domain.identity import IdType, check_id
from desk_app.domain.intake import IntakeForm
from desk_app.domain.masking import kind_of, mask
from desk_app.domain.names import check_name, check_organisation_name
from desk_app.domain.people import MandateKind, Party, Relation
from desk_app.domain.phones import check_phone

ID_NUMBER, NAME, PHONE, ADDRESS = "id_number", "name", "phone", "address"
ACTING, MATERIALS, REMARK, PROMISE = "acting", "materials", "remark", "promise_by"
OUTCOME = "outcome"
"""The buttons under the outcome, as a place."""
PROXY = "proxy_"
PROXY_NAME, PROXY_ID, PROXY_PHONE = PROXY + NAME, PROXY + ID_NUMBER, PROXY + PHONE
RELATION, MANDATE, ID_TYPE = "relation", "mandate", "id_type"
PROXY_ID_TYPE = PROXY + ID_TYPE
ITEM = "fields."

PERSON_FIELDS = (ID_NUMBER, NAME, PHONE, ADDRESS)
PROXY_FIELDS = (PROXY_NAME, PROXY_ID, PROXY_PHONE, RELATION, MANDATE)
NUMBERS = frozenset({ID_NUMBER, PROXY_ID})
_PARTY_PARTS = frozenset(PERSON_FIELDS)
_WHOLE = 18
"""A number of this length that holds is complete: the cursor moves on by itself. An old number of 15 digits
may be a new one that is not typed to its end, so it waits for Enter."""


def text_of(form: IntakeForm, name: str) -> str:
    """What stands in a box. Raises KeyError for a name that is no box."""
    if name.startswith(ITEM):
        return form.fields.get(name.removeprefix(ITEM), "")
    if name == REMARK:
        return form.remark
    party, part = _place(form, name)
    return str(getattr(party, part))


def with_text(form: IntakeForm, name: str, text: str) -> IntakeForm:
    """The form with other text in a box; it counts as today's word, not as history's."""
    unconfirmed = {key: on for key, on in form.unconfirmed.items() if key != name}
    form = replace(form, unconfirmed=unconfirmed)
    if name.startswith(ITEM):
        return replace(form, fields={**form.fields, name.removeprefix(ITEM): text})
    if name == REMARK:
        return replace(form, remark=text)
    party, part = _place(form, name)
    changed = _party_with(party, part, text)
    return replace(form, proxy=changed) if name.startswith(PROXY) else replace(form, applicant=changed)


def _place(form: IntakeForm, name: str) -> tuple[Party, str]:
    part = name.removeprefix(PROXY)
    if part not in _PARTY_PARTS:
        raise KeyError(name)
    return (form.proxy if name.startswith(PROXY) else form.applicant), part


def _party_with(party: Party, part: str, text: str) -> Party:
    match part:
        case "name":
            return replace(party, name=text)
        case "phone":
            return replace(party, phone=text)
        case "address":
            return replace(party, address=text)
        case _:
            return replace(party, id_number=text)


def with_choice(form: IntakeForm, name: str, value: str) -> IntakeForm:
    """The form with another of a few fixed answers. Raises KeyError for a name that has none."""
    match name:
        case "acting":
            return replace(form, acting=Acting(value))
        case "relation":
            return replace(form, relation=Relation(value))
        case "mandate":
            return replace(form, mandate=MandateKind(value))
        case "id_type":
            return replace(form, applicant=replace(form.applicant, id_type=IdType(value)))
        case "proxy_id_type":
            return replace(form, proxy=replace(form.proxy, id_type=IdType(value)))
    raise KeyError(name)


def check(form: IntakeForm, name: str, today: date) -> Checked | None:
    """What the rules say of a box; None where anything goes."""
    text = text_of(form, name)
    if name == REMARK or name.startswith(ITEM):
        return None
    party, part = _place(form, name)
    if part == ID_NUMBER:
        return check_id(party.id_type, text, today)
    if part == NAME:
        return check_organisation_name(text) if party.id_type is IdType.USCC else check_name(text)
    return check_phone(text) if part == PHONE else None


def whole(form: IntakeForm, name: str, today: date) -> bool:
    """Whether a number is certainly typed to its end."""
    found = check(form, name, today)
    typed = "".join(text_of(form, name).split())
    return found is not None and found.valid and len(typed) == _WHOLE


def masked(form: IntakeForm, name: str, today: date) -> str:
    """How a number is shown once it holds; "" while it has to be seen to be mended."""
    if name not in NUMBERS:
        return ""
    found = check(form, name, today)
    party, _ = _place(form, name)
    return mask(kind_of(party.id_type), found.normalised) if found is not None and found.valid else ""


def order(form: IntakeForm, item_fields: Iterable[str]) -> tuple[str, ...]:
    """The places Enter and Tab go through, from the number to the remark (experience.md §6)."""
    proxy = PROXY_FIELDS if form.acting is Acting.PROXY else ()
    extra = tuple(ITEM + name for name in item_fields)
    return (*PERSON_FIELDS, ACTING, *proxy, *extra, MATERIALS, REMARK)


def after(name: str, places: tuple[str, ...]) -> str:
    """The next place, the last one staying where it is."""
    at = places.index(name) if name in places else -1
    return places[min(at + 1, len(places) - 1)]


def first_empty_required(form: IntakeForm) -> str:
    """Where the cursor goes after a valid number: what has to be filled, else the papers."""
    needed = [ID_NUMBER, NAME]
    if form.acting is Acting.PROXY:
        needed += [PROXY_NAME, PROXY_ID]
    return next((name for name in needed if not text_of(form, name).strip()), MATERIALS)
