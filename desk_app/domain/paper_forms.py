"""Emergency forms (A14, B17): receipt numbers set aside on paper, for the hours without power.

A block of numbers is taken from the counter at once and never given out again. Each number ends in one of two
ways, and both are on record: a case has it, or it is void with a reason. So the ledger has no hole that
nobody can explain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from desk_app.domain.back_entry import EMERGENCY_HOURS
from desk_app.domain.errors import IllegalMove

MOST_FORMS = 200
"""Forms of one go: a hundred sheets of paper."""


class FormState(StrEnum):
    """What became of one number."""

    OUT = "out"
    """On paper, somewhere in the house."""
    ENTERED = "entered"
    VOID = "void"
    """作废: spoiled, torn, or never used."""


@dataclass(frozen=True, slots=True)
class FormsReserved:
    """Numbers were set aside and printed."""

    kind: ClassVar[str] = "forms.reserved"
    version: ClassVar[int] = 1

    numbers: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class FormEntered:
    """A form was typed in: the case that has its number."""

    kind: ClassVar[str] = "forms.entered"
    version: ClassVar[int] = 1

    number: str
    case: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class FormVoided:
    """A form is void, and why."""

    kind: ClassVar[str] = "forms.voided"
    version: ClassVar[int] = 1

    number: str
    reason: str
    at: datetime


FormEvent = FormsReserved | FormEntered | FormVoided


@dataclass(frozen=True, slots=True)
class PaperForm:
    """One number, and what became of it."""

    number: str
    state: FormState = FormState.OUT
    case: UUID | None = None
    reason: str = ""
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FormBlock:
    """Numbers set aside in one go."""

    id: UUID
    reserved_at: datetime
    forms: tuple[PaperForm, ...]

    @property
    def out(self) -> tuple[PaperForm, ...]:
        """Forms nobody has accounted for."""
        return tuple(form for form in self.forms if form.state is FormState.OUT)

    def form(self, number: str) -> PaperForm | None:
        """The form with this number, or None."""
        return next((form for form in self.forms if form.number == number), None)


@dataclass(frozen=True, slots=True)
class OutForm:
    """A form that is still to be entered or voided."""

    number: str
    block: UUID
    reserved_at: datetime
    late: bool
    """Longer than a day on paper."""


def forms_out(block: FormBlock, now: datetime) -> Iterator[OutForm]:
    """What of a block is still to be accounted for."""
    late = now - block.reserved_at > timedelta(hours=EMERGENCY_HOURS)
    for form in block.out:
        yield OutForm(form.number, block.id, block.reserved_at, late)


def apply(block_id: UUID, known: FormBlock | None, event: FormEvent) -> FormBlock:
    """One event laid over a block.

    Raises IllegalMove ``forms_reserved_twice``, ``form_not_reserved``, ``form_entered_already``,
    ``form_void_already``.
    """
    if isinstance(event, FormsReserved):
        if known is not None:
            raise IllegalMove("forms_reserved_twice")
        return FormBlock(block_id, event.at, tuple(map(PaperForm, event.numbers)))
    if known is None:
        raise IllegalMove("form_not_reserved")
    require_out(known, event.number)
    settled = _settled(event)
    forms = tuple(settled if form.number == event.number else form for form in known.forms)
    return replace(known, forms=forms)


def require_out(block: FormBlock, number: str) -> None:
    """Raise unless the form with this number still waits."""
    form = block.form(number)
    if form is None:
        raise IllegalMove("form_not_reserved")
    if form.state is FormState.ENTERED:
        raise IllegalMove("form_entered_already")
    if form.state is FormState.VOID:
        raise IllegalMove("form_void_already")


def _settled(event: FormEntered | FormVoided) -> PaperForm:
    if isinstance(event, FormEntered):
        return PaperForm(event.number, FormState.ENTERED, event.case, settled_at=event.at)
    return PaperForm(event.number, FormState.VOID, reason=event.reason, settled_at=event.at)
