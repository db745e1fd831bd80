"""One application being taken in: what the clerk has filled so far, and what will happen with it.

The form is a value: every key press gives a new one. It is what a lane holds, what a draft saves, what the
command line builds from JSON, and what :func:`judge` turns into the outcome shown on the right of the screen
(experience.md §6).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from desk_app.domain.cases import IN_HAND, Acting, CaseMaterial, Channel, MaterialState
from desk_app.domain.catalogue import (
    CaseKind,
    HandlingMode,
    Material,
    MaterialForm,
    Need,
    Occasion,
    OfferedItem,
)
from desk_app.domain.people import MandateKind, Party, Proxy, Relation

MAX_LANES = 5
"""At most this many citizens at one desk; the sixth asks to finish one (experience.md §7)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What was found of one paper."""

    state: MaterialState
    reason: str = ""
    copies: int | None = None
    """Copies handed over where they differ from what the guide asks."""


@dataclass(frozen=True, slots=True)
class IntakeForm:
    """Everything typed for one citizen and one item."""

    id: UUID
    """The id the case will have; the draft has it from the first key."""
    item_id: str = ""
    release: str = ""
    applicant: Party = field(default_factory=Party)
    acting: Acting = Acting.SELF
    proxy: Party = field(default_factory=Party)
    relation: Relation = Relation.CHILD
    mandate: MandateKind = MandateKind.NONE
    marks: Mapping[int, Mark] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    remark: str = ""
    promise_by: date | None = None
    channel: Channel = Channel.COUNTER
    unconfirmed: Mapping[str, date] = field(default_factory=dict)
    """Fields filled from history, each with the day it was last given, until the clerk confirms them."""
    cursor: str = ""
    """Name of the field the clerk was in; a restart returns there (B18)."""

    def mark(self, number: int, state: MaterialState, reason: str = "") -> IntakeForm:
        """Set the state of one row."""
        return replace(self, marks={**self.marks, number: Mark(state, reason)})

    def unmark(self, number: int) -> IntakeForm:
        """Back to not yet looked at."""
        return replace(self, marks={key: mark for key, mark in self.marks.items() if key != number})

    def take_all(self, offered: OfferedItem) -> IntakeForm:
        """F4: every untouched row that this citizen owes is here, in the form the guide asks for.

        Rows that apply only in some situation stay untouched: a receipt must not claim a paper nobody gave.
        """
        owed = [row for row in offered.item.materials if self.owes(row)]
        given = {row.number: Mark(_asked_state(row)) for row in owed if row.number not in self.marks}
        return replace(self, marks={**given, **self.marks})

    def concerns(self, row: Material) -> bool:
        """Whether the row may be asked of this citizen at all: not what we verify, nor a proxy's of none."""
        if row.exempt:
            return False
        if row.occasion is Occasion.BY_PROXY:
            return self.acting is Acting.PROXY and self.mandate is not MandateKind.GUARDIANSHIP
        return True

    def owes(self, row: Material) -> bool:
        """Whether this citizen has to hand this row in, today or later, without anybody saying so."""
        if row.occasion is Occasion.BY_PROXY:
            return self.concerns(row)
        return self.concerns(row) and row.occasion is Occasion.ALWAYS and row.need is not Need.OPTIONAL

    def as_proxy(self) -> Proxy | None:
        """The proxy, when somebody else stands at the counter."""
        return Proxy(self.proxy, self.relation, self.mandate) if self.acting is Acting.PROXY else None


_ASKED = {
    MaterialForm.ORIGINAL: MaterialState.ORIGINAL,
    MaterialForm.SHEET: MaterialState.ORIGINAL,
    MaterialForm.BOTH: MaterialState.ORIGINAL,
    MaterialForm.COPY: MaterialState.COPY,
    MaterialForm.ELECTRONIC: MaterialState.E_LICENCE,
}


def _asked_state(row: Material) -> MaterialState:
    return _ASKED[row.form]


def allowed_states(row: Material, offered: OfferedItem) -> tuple[MaterialState, ...]:
    """What may be said of a row; the other keys are shown but do nothing (mock 02a, grey parts)."""
    if row.exempt:
        return (MaterialState.SHARED,)
    states = [MaterialState.ORIGINAL]
    if row.form is not MaterialForm.SHEET:
        states.append(MaterialState.COPY)
    if row.e_licence or row.form is MaterialForm.ELECTRONIC:
        states.append(MaterialState.E_LICENCE)
    if deferrable(row, offered):
        states.append(MaterialState.DEFERRED)
    return (*states, MaterialState.MISSING)


def deferrable(row: Material, offered: OfferedItem) -> bool:
    """Whether the row may be promised for later (appendix A5): never for a 即办件, never an exempt row."""
    return row.need is Need.DEFERRABLE and not row.exempt and offered.item.kind is not CaseKind.IMMEDIATE


class Outcome(StrEnum):
    """What Ctrl+Enter will do."""

    OPEN = "open"
    """Rows are still untouched: nothing can be decided."""
    ACCEPT = "accept"
    TOLERANCE = "tolerance"
    NOTICE = "notice"
    RECEIVE = "receive"
    FINISH = "finish"
    ASSIST = "assist"
    DECLINE = "decline"
    """Not done at this site: a referral ends the talk."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The outcome, and the rows that caused it."""

    outcome: Outcome
    missing: tuple[Material, ...] = ()
    deferred: tuple[Material, ...] = ()
    untouched: tuple[Material, ...] = ()
    in_hand: int = 0
    owed: int = 0


def judge(form: IntakeForm, offered: OfferedItem) -> Judgement:
    """What will happen and why (experience.md §6, outcome rule)."""
    if not offered.mode.may_receive:
        return Judgement(Outcome.DECLINE)
    concerned = [row for row in offered.item.materials if form.concerns(row)]
    states = {row.number: _found(row, form.marks.get(row.number), offered) for row in concerned}
    owed = [row for row in concerned if form.owes(row)]
    missing = tuple(row for row in concerned if states[row.number] is MaterialState.MISSING)
    deferred = tuple(row for row in concerned if states[row.number] is MaterialState.DEFERRED)
    untouched = tuple(row for row in owed if states[row.number] is None)
    return Judgement(
        _outcome(offered, bool(missing), bool(untouched), bool(deferred)),
        missing,
        deferred,
        untouched,
        sum(states[row.number] in IN_HAND for row in owed),
        len(owed),
    )


def _found(row: Material, mark: Mark | None, offered: OfferedItem) -> MaterialState | None:
    """What the mark comes to: a promise where the rules allow none is a missing paper."""
    if mark is None:
        return None
    forbidden = mark.state is MaterialState.DEFERRED and not deferrable(row, offered)
    return MaterialState.MISSING if forbidden else mark.state


def _outcome(offered: OfferedItem, missing: bool, untouched: bool, deferred: bool) -> Outcome:
    if missing:
        return Outcome.NOTICE
    if untouched:
        return Outcome.OPEN
    immediate = offered.item.kind is CaseKind.IMMEDIATE
    if offered.mode is HandlingMode.ASSIST and immediate:
        return Outcome.ASSIST
    if not offered.mode.may_accept:
        return Outcome.RECEIVE
    if immediate:
        return Outcome.FINISH
    return Outcome.TOLERANCE if deferred else Outcome.ACCEPT


def settle(form: IntakeForm, offered: OfferedItem) -> tuple[CaseMaterial, ...]:
    """The rows as they go into the case: exempt ones verified, those that do not apply without a state.

    An owed row that nobody looked at is missing. Only a notice can be given with such rows, and it must tell
    everything at once (domain.md, A4).
    """
    return tuple(_case_material(row, form, offered) for row in offered.item.materials)


def _case_material(row: Material, form: IntakeForm, offered: OfferedItem) -> CaseMaterial:
    mark = form.marks.get(row.number) if form.concerns(row) else None
    state = MaterialState.SHARED if row.exempt else _found(row, mark, offered)
    if state is None and form.owes(row):
        state = MaterialState.MISSING
    copies = row.copies if mark is None or mark.copies is None else mark.copies
    reason = mark.reason if mark else ""
    return CaseMaterial(
        row.number, row.name, row.form, copies, row.need, state, row.e_licence, row.note, reason
    )


class Problem(StrEnum):
    """What keeps a form from being committed; each names the field the cursor goes to."""

    NAME = "name"
    ID_NUMBER = "id_number"
    PHONE = "phone"
    PROXY_NAME = "proxy_name"
    PROXY_ID_NUMBER = "proxy_id_number"
    MANDATE = "mandate"
    MATERIALS = "materials"
    PROMISE = "promise_by"
    ITEM = "item"


def missing_parts(form: IntakeForm, offered: OfferedItem | None) -> tuple[Problem, ...]:
    """What is still empty, in the order of the form. Whether a number holds is checked by ``identity``."""
    if offered is None:
        return (Problem.ITEM,)
    problems = [Problem.ID_NUMBER] if not form.applicant.id_number else []
    problems += [Problem.NAME] if not form.applicant.name else []
    if form.acting is Acting.PROXY:
        problems += _proxy_problems(form)
    verdict = judge(form, offered)
    if verdict.outcome is Outcome.OPEN:
        problems.append(Problem.MATERIALS)
    if verdict.outcome is Outcome.TOLERANCE and form.promise_by is None:
        problems.append(Problem.PROMISE)
    return tuple(problems)


def _proxy_problems(form: IntakeForm) -> list[Problem]:
    problems = [Problem.PROXY_NAME] if not form.proxy.name else []
    problems += [Problem.PROXY_ID_NUMBER] if not form.proxy.id_number else []
    if form.mandate is MandateKind.NONE:
        problems.append(Problem.MANDATE)
    return problems
