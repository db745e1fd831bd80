"""Which fields a line has, what is kept for the next one, and what a whole line comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from desk_app.domain.back_entry import BackEntry, BackSource, read_moment
from desk_app.domain.catalogue import OfferedItem
from desk_app.domain.checked import Checked
from desk_app.domain.errors import InputError, InvalidIdentity
from desk_app.domain.identity import IdType, check_id
from desk_app.domain.intake import IntakeForm, Outcome, judge
from desk_app.domain.names import check_name
from desk_app.domain.numbers import check_receipt
from desk_app.domain.people import Party
from desk_app.domain.phones import check_phone
from desk_app.domain.worktime import local_day
from desk_app.ui.screens.quick.calls import Entry, Frozen


class Mode(StrEnum):
    """Why somebody is here."""

    RUN = "run"
    """连续登记: one item, one person after the other."""
    LEDGER = "ledger"
    """补录: lines of a paper ledger."""
    FORM = "form"
    """停电应急: forms filled in by hand."""


ITEM, NUMBER, BOOK, PAGE, LINE, WHEN = "item", "number", "book", "page", "line", "when"
ID, NAME, PHONE, REMARK = "id_number", "name", "phone", "remark"

FIELDS: dict[Mode, tuple[str, ...]] = {
    Mode.RUN: (ID, NAME),
    Mode.LEDGER: (ITEM, BOOK, PAGE, LINE, WHEN, ID, NAME, PHONE),
    Mode.FORM: (NUMBER, ITEM, ID, NAME, PHONE, WHEN, REMARK),
}
KEPT: dict[Mode, frozenset[str]] = {
    Mode.RUN: frozenset(),
    Mode.LEDGER: frozenset({ITEM, BOOK, PAGE, WHEN}),
    Mode.FORM: frozenset({ITEM}),
}
"""What the next line begins with."""
FIRST: dict[Mode, str] = {Mode.RUN: ID, Mode.LEDGER: LINE, Mode.FORM: NUMBER}
"""Where the next line begins."""
SHORT = {Mode.LEDGER: (PHONE,), Mode.FORM: (PHONE, REMARK), Mode.RUN: ()}
"""May stay empty."""


@dataclass(frozen=True, slots=True)
class Work:
    """What the lines of one visit to the page have in common."""

    mode: Mode
    item_id: str = ""
    frozen: Frozen = field(default_factory=Frozen)


@dataclass(frozen=True, slots=True)
class Draft:
    """A line as it stands in the boxes."""

    values: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "").strip()

    def set(self, name: str, text: str) -> Draft:
        """With another text in one box."""
        return Draft({**self.values, name: text})

    def next(self, mode: Mode) -> Draft:
        """The line after this one: what stays the same is there, and a ledger's lines count on."""
        kept = {name: text for name, text in self.values.items() if name in KEPT[mode]}
        if mode is Mode.LEDGER and self[LINE].isdecimal():
            kept[LINE] = str(int(self[LINE]) + 1)
        return Draft(kept)


def first_gap(mode: Mode, draft: Draft) -> str:
    """The first box that must not stay empty, or ""."""
    return next((name for name in FIELDS[mode] if name not in SHORT[mode] and not draft[name]), "")


def problem_of(name: str, text: str, now: datetime) -> Checked | None:
    """What is wrong with one box as it stands; None when nothing is."""
    if not text:
        return None
    checks = {
        ID: lambda: check_id(IdType.RESIDENT_ID, text, local_day(now)),
        NAME: lambda: check_name(text),
        PHONE: lambda: check_phone(text),
        NUMBER: lambda: check_receipt(text),
    }
    found = checks[name]() if name in checks else None
    return found if found is not None and found.reason is not None else None


def entry_of(work: Work, draft: Draft, item: OfferedItem, form_id: UUID, now: datetime) -> Entry:
    """What a whole line asks to be taken. Raises InputError, InvalidIdentity; ``field`` names the box."""
    for name in FIELDS[work.mode]:
        wrong = problem_of(name, draft[name], now)
        if wrong is not None and wrong.reason is not None:
            raise InvalidIdentity("field_invalid", field=name, reason=wrong.reason.value, detail=wrong.detail)
    at = None if work.mode is Mode.RUN else _moment(work.mode, draft, now)
    party = Party(draft[NAME], IdType.RESIDENT_ID, draft[ID], draft[PHONE])
    form = IntakeForm(form_id, item.item.id, item.release, party)
    form = replace(form, marks=work.frozen.marks, remark=draft[REMARK] or work.frozen.remark)
    form = form.take_all(item)
    if judge(form, item).outcome in (Outcome.OPEN, Outcome.NOTICE, Outcome.TOLERANCE, Outcome.DECLINE):
        raise InputError("not_for_a_run")
    return Entry(form, item, True, at, _back(work.mode, draft), _digits(work.mode, draft))


def _moment(mode: Mode, draft: Draft, now: datetime) -> datetime:
    at = read_moment(draft[WHEN], now)
    if at is None:
        raise InputError("moment_unreadable")
    hurried = mode is Mode.FORM and not any(mark in draft[WHEN] for mark in ":：") and len(draft[WHEN]) > 5
    if hurried:
        raise InputError("moment_without_time")
    return at


def _back(mode: Mode, draft: Draft) -> BackEntry | None:
    if mode is Mode.LEDGER:
        return BackEntry(BackSource.LEDGER, draft[BOOK], draft[PAGE], draft[LINE])
    return BackEntry(BackSource.EMERGENCY) if mode is Mode.FORM else None


def _digits(mode: Mode, draft: Draft) -> str:
    return check_receipt(draft[NUMBER]).normalised if mode is Mode.FORM else ""
