"""What the screen shows of a lane: one frozen picture, made anew after every change.

The view lays it over its widgets and decides nothing; words are found there, codes stand here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from desk_app.domain.cases import Acting, MaterialState
from desk_app.domain.catalogue import Material, OfferedItem
from desk_app.domain.checked import Checked, Sex
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import DeskError
from desk_app.domain.identity import age_on
from desk_app.domain.intake import (
    Judgement,
    Outcome,
    Problem,
    allowed_states,
    deferrable,
    judge,
    missing_parts,
)
from desk_app.domain.masking import Kind, Profile, mask
from desk_app.domain.people import Person
from desk_app.domain.prefill import Relative
from desk_app.domain.worktime import Deadlines, local_day
from desk_app.ui.screens.intake import fields
from desk_app.ui.screens.intake.calls import IntakeCalls, ItemField, PageImage
from desk_app.ui.screens.intake.conditions import AgeRule, age_rules
from desk_app.ui.screens.intake.editing import rows_for
from desk_app.ui.screens.intake.lanes import Lane, Strip


@dataclass(frozen=True, slots=True)
class FieldShown:
    """One box."""

    text: str
    masked: str = ""
    """What to show instead while the number is not being looked at; "" for the text itself."""
    found: Checked | None = None
    """What the rules say of it now: shown behind the text while it is typed."""
    problem: Checked | None = None
    """What is wrong, once the clerk has left the box."""
    since: date | None = None
    """The day this value was last given, until it is confirmed (沿用上次)."""


@dataclass(frozen=True, slots=True)
class RowShown:
    """One row of the paper list."""

    material: Material
    state: MaterialState | None
    reason: str
    allowed: tuple[MaterialState, ...]
    owed: bool
    deferrable: bool
    promise_by: date | None = None


@dataclass(frozen=True, slots=True)
class OutcomeShown:
    """The right panel."""

    judgement: Judgement
    papers: tuple[DocumentKind, ...]
    deadlines: Deadlines | None
    promise_by: date | None
    first_problem: str
    """Name of the first field to be mended before anything can be committed; "" when all is well."""
    allowed: bool
    """False when this user may not do what the outcome asks for."""
    busy: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the screen shows of one lane."""

    lane: Lane
    item: OfferedItem | None
    boxes: Mapping[str, FieldShown]
    item_fields: tuple[ItemField, ...]
    sex: Sex | None
    age: int | None
    age_rules: tuple[AgeRule, ...]
    last_visit: date | None
    relatives: tuple[Relative, ...]
    found: tuple[Person, ...]
    rows: tuple[RowShown, ...]
    outcome: OutcomeShown | None
    materials_demanded: bool
    pages: tuple[PageImage, ...]
    strip: Strip | None
    trouble: DeskError | None
    """What went wrong with the last act, to be said in a banner."""


@dataclass(frozen=True, slots=True)
class LaneTab:
    """One tab of the command bar."""

    id: UUID
    name_masked: str
    """张*明, or "" while no name was given."""
    item_name: str
    current: bool
    held_minutes: int | None
    """Whole minutes since it was put aside; None for the one on the screen."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a picture needs beside the lane."""

    pages: tuple[PageImage, ...] = ()
    trouble: DeskError | None = None
    busy: bool = False
    revealed: frozenset[str] = frozenset()


def picture(lane: Lane, calls: IntakeCalls, around: Surroundings) -> Shown:
    """The picture of a lane now."""
    today = local_day(calls.now())
    item = calls.offered(lane.form.item_id)
    extra = calls.item_fields(item) if item else ()
    names = _boxes(extra)
    born = fields.check(lane.form, fields.ID_NUMBER, today)
    birth = born.birth if born else None
    return Shown(
        lane=lane,
        item=item,
        boxes={name: _box(lane, name, today, around.revealed) for name in names},
        item_fields=extra,
        sex=born.sex if born else None,
        age=age_on(birth, today) if birth else None,
        age_rules=age_rules(item.conditions, birth, today) if item else (),
        last_visit=lane.history.last_visit,
        relatives=lane.history.household
        if lane.form.acting is Acting.PROXY and lane.form.proxy.empty
        else (),
        found=lane.found,
        rows=_rows(lane, item) if item else (),
        outcome=_outcome(lane, item, calls, today, around.busy) if item else None,
        materials_demanded=fields.MATERIALS in lane.demanded,
        pages=around.pages,
        strip=lane.strip,
        trouble=around.trouble,
    )


def _boxes(extra: tuple[ItemField, ...]) -> tuple[str, ...]:
    proxy = (fields.PROXY_NAME, fields.PROXY_ID, fields.PROXY_PHONE)
    return (*fields.PERSON_FIELDS, *proxy, *(fields.ITEM + field.name for field in extra), fields.REMARK)


def _box(lane: Lane, name: str, today: date, revealed: frozenset[str]) -> FieldShown:
    text = fields.text_of(lane.form, name)
    found = fields.check(lane.form, name, today)
    veiled = name in lane.veiled and name not in revealed
    wrong = found if found is not None and not found.valid else None
    told = (name in lane.left and text.strip()) or name in lane.demanded
    return FieldShown(
        text=text,
        masked=fields.masked(lane.form, name, today) if veiled else "",
        found=found if text.strip() else None,
        problem=wrong if told else None,
        since=lane.form.unconfirmed.get(name),
    )


def _rows(lane: Lane, item: OfferedItem) -> tuple[RowShown, ...]:
    return tuple(_row(lane, item, row) for row in rows_for(lane.form, item))


def _row(lane: Lane, item: OfferedItem, row: Material) -> RowShown:
    mark = lane.form.marks.get(row.number)
    state = MaterialState.SHARED if row.exempt else (mark.state if mark else None)
    return RowShown(
        material=row,
        state=state,
        reason=mark.reason if mark else "",
        allowed=allowed_states(row, item),
        owed=lane.form.owes(row),
        deferrable=deferrable(row, item),
        promise_by=lane.form.promise_by if state is MaterialState.DEFERRED else None,
    )


_ACCEPTING = frozenset({Outcome.ACCEPT, Outcome.TOLERANCE, Outcome.FINISH})


def _outcome(lane: Lane, item: OfferedItem, calls: IntakeCalls, today: date, busy: bool) -> OutcomeShown:
    judgement = judge(lane.form, item)
    accepting = judgement.outcome in _ACCEPTING
    return OutcomeShown(
        judgement=judgement,
        papers=calls.papers(item, judgement.outcome),
        deadlines=calls.deadlines(item, today) if item.mode.may_accept else None,
        promise_by=lane.form.promise_by,
        first_problem=first_problem(lane, item, tuple(f.name for f in calls.item_fields(item)), today),
        allowed=not accepting or calls.may_accept(),
        busy=busy,
    )


def first_problem(lane: Lane, item: OfferedItem | None, extra: tuple[str, ...], today: date) -> str:
    """The first place in the order of the form where something is missing or does not hold."""
    wrong = {*(part.value for part in missing_parts(lane.form, item)), *_invalid(lane, today)}
    places = (*fields.order(lane.form, extra), fields.PROMISE, Problem.ITEM.value)
    return next((name for name in places if name in wrong), "")


def _invalid(lane: Lane, today: date) -> tuple[str, ...]:
    proxy = (fields.PROXY_NAME, fields.PROXY_ID, fields.PROXY_PHONE)
    names = (*fields.PERSON_FIELDS, *(proxy if lane.form.acting is Acting.PROXY else ()))
    return tuple(name for name in names if _is_wrong(lane, name, today))


def _is_wrong(lane: Lane, name: str, today: date) -> bool:
    found = fields.check(lane.form, name, today)
    return found is not None and not found.valid and bool(fields.text_of(lane.form, name).strip())


def tab(lane: Lane, item_name: str, *, current: bool, now: datetime) -> LaneTab:
    """A lane as its tab: the name masked, because the next citizen sees the screen too."""
    name = mask(Kind.NAME, lane.form.applicant.name, Profile.LIST)
    minutes = None if lane.held_at is None else int((now - lane.held_at).total_seconds() // 60)
    return LaneTab(lane.id, name, item_name, current, minutes)
