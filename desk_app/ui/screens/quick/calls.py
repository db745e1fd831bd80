"""What the quick page asks of the rest of the program, as plain callables (see ``intake/calls.py``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from desk_app.domain.back_entry import BackEntry
from desk_app.domain.cases import Case
from desk_app.domain.catalogue import OfferedItem
from desk_app.domain.identity import IdType
from desk_app.domain.intake import IntakeForm, Mark
from desk_app.domain.paper_forms import OutForm
from desk_app.domain.prefill import History


@dataclass(frozen=True, slots=True)
class Frozen:
    """What holds for every person of a run: what the papers of the first came to."""

    marks: Mapping[int, Mark] = field(default_factory=dict)
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line, ready to be taken."""

    form: IntakeForm
    offered: OfferedItem
    print_now: bool
    at: datetime | None = None
    """When it happened, where that is not now."""
    back: BackEntry | None = None
    form_number: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a line."""

    case: Case
    problem: str = ""
    """The sentence about a paper that did not come out; the case is safe all the same."""


@dataclass(frozen=True, slots=True)
class QuickCalls:
    """Everything the presenter calls."""

    now: Callable[[], datetime]
    new_id: Callable[[], UUID]
    offered: Callable[[str], OfferedItem | None]
    """Quick. (item id) -> the item as this site offers it."""
    search: Callable[[str], str]
    """Quick. (letters of an item) -> the id of the best one, or ""."""
    print_at_end: Callable[[], bool]
    """Quick. Whether slips of a run are printed together."""
    set_print_at_end: Callable[[bool], None]
    history: Callable[[IdType, str], History]
    """Slow. What the store knows of a person."""
    take: Callable[[Entry], Taken]
    """Slow. Commit one line, then print. Raises before the commit or not at all."""
    print_all: Callable[[tuple[UUID, ...]], str]
    """Slow. Print what these cases still owe; the sentence about what did not come out, or ""."""
    withdraw: Callable[[UUID, str], Case]
    """Slow. (case, reason) take an acceptance back, within five minutes."""
    forms_out: Callable[[], tuple[OutForm, ...]]
    """Slow. Emergency forms nobody has accounted for."""
    make_forms: Callable[[int], str]
    """Slow. Set numbers aside and print the forms; the sentence about what did not come out, or ""."""
    void_forms: Callable[[tuple[str, ...], str], None]
    """Slow. (numbers, reason)."""
