"""What ``desk-app case act`` does: a JSON object becomes an event, and goes through the one door."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from typing import Any

from desk_app.commands.accounts_named import account_named
from desk_app.commands.attachment_runs import attach_picture, list_pictures
from desk_app.commands.case_verbs import BY_INTAKE
from desk_app.commands.profile_runs import case_named, state_word
from desk_app.commands.session import Session, open_session
from desk_app.commands.verb import Answer, Arguments, Run, Surroundings, moment, text
from desk_app.domain.accounts import User
from desk_app.domain.bodies import from_plain
from desk_app.domain.case_ends import StoodIn
from desk_app.domain.case_life import Correctable
from desk_app.domain.cases import Case
from desk_app.domain.clocks import case_due, clock_state_on
from desk_app.domain.errors import InputError
from desk_app.domain.moves import MOVES, Act
from desk_app.domain.performing import allowed_acts, correction_of
from desk_app.domain.phone_lines import phone_line
from desk_app.domain.worktime import local_day
from desk_app.services.case_acts import accept, act

_PICTURES = {"attach": attach_picture, "attachments": list_pictures}
_EVENTS: Mapping[Act, type[Any]] = {move.act: move.event for move in MOVES}


def case(_surroundings: Surroundings) -> Run:
    """``desk-app case act``."""

    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        action = text(arguments, "action")
        if action in _PICTURES:
            yield from _PICTURES[action](arguments, around)
            return
        if action != "act":
            raise InputError("argument_not_type", argument="action")
        with open_session(arguments, around) as session:
            now = around.now()
            done = _done(arguments, session, around, now)
            yield _answer(done, session, now)

    return run


def _done(arguments: Arguments, session: Session, around: Surroundings, now: datetime) -> Case:
    wanted = _act(text(arguments, "act"))
    case_id = case_named(text(arguments, "case"), session)
    at = moment(arguments, "at") or now
    people = _People(session, around)
    covering = _covering(arguments.get("covering"), people, at)
    if wanted is Act.ACCEPT:
        word = text(arguments, "word", "")
        return accept(session.store, session.clerk, case_id, now, at=at, word=word, covering=covering)
    approver = people.named(text(arguments, "approver")) if "approver" in arguments else None
    with session.store.read() as reader:
        standing = reader.cases.get(case_id)
    event = _event(wanted, arguments, standing, at, approver)
    return act(session.store, session.clerk, case_id, event, now, approver=approver, covering=covering)


def _act(value: str) -> Act:
    try:
        found = Act(value)
    except ValueError as fault:
        raise InputError("argument_not_type", argument="act") from fault
    if found in BY_INTAKE:
        raise InputError("argument_not_type", argument="act")
    return found


def _event(wanted: Act, arguments: Arguments, standing: Case, at: datetime, approver: User | None) -> Any:
    """The event that says what the arguments ask for. Raises InputError."""
    if wanted is Act.CORRECT:
        return _correction(arguments, standing, at)
    cls = _EVENTS[wanted]
    plain: dict[str, Any] = {"at": at.isoformat()}
    for part in fields(cls):
        if part.name in ("at", "approver"):
            continue
        if part.name in arguments:
            plain[part.name] = arguments[part.name]
        elif part.default is MISSING:
            raise InputError("argument_missing", argument=part.name)
    if any(part.name == "approver" for part in fields(cls)):
        if approver is None:
            raise InputError("argument_missing", argument="approver")
        plain["approver"] = str(approver.id)
    return _read(cls, plain, wanted)


def _read(cls: type[Any], plain: Mapping[str, Any], wanted: Act) -> Any:
    try:
        return from_plain(cls, plain)
    except ValueError as fault:
        raise InputError("argument_not_type", argument=wanted.value) from fault


def _correction(arguments: Arguments, standing: Case, at: datetime) -> Any:
    try:
        what = Correctable(text(arguments, "what"))
    except ValueError as fault:
        raise InputError("argument_not_type", argument="what") from fault
    new, reason = text(arguments, "new"), text(arguments, "reason")
    return correction_of(standing, what, new, reason, at, text(arguments, "name", ""))


def _covering(plain: Any, people: _People, at: datetime) -> StoodIn | None:
    """AB岗: for whom, and in which period."""
    if plain is None:
        return None
    if not isinstance(plain, Mapping):
        raise InputError("argument_not_type", argument="covering")
    try:
        first, last = (date.fromisoformat(text(plain, part)) for part in ("first", "last"))
    except ValueError as fault:
        raise InputError("argument_not_moment", argument="covering") from fault
    return StoodIn(people.named(text(plain, "absent")).id, first, last, at)


class _People:
    """Accounts of the profile, read when one is asked for."""

    def __init__(self, session: Session, around: Surroundings) -> None:
        self._session = session
        self._around = around

    def named(self, name: str) -> User:
        """The account of a name or an id. Raises NotFound."""
        return account_named(name, self._session.folder, self._around.random)


def _answer(done: Case, session: Session, now: datetime) -> Answer:
    """The case after the act. ``state`` is one of the four promised words, ``stage`` says it precisely."""
    today = local_day(now)
    due = case_due(done, session.calendar)
    said = phone_line(done, today, session.calendar)
    blanks = {name: _plain(value) for name, value in said.blanks.items()}
    return {
        "case": str(done.id),
        "number": done.number,
        "state": state_word(done.state),
        "stage": done.state.value,
        "due": due.isoformat() if due else None,
        "clock": clock_state_on(done, today, session.calendar).value,
        "line": {"code": said.line.value, **blanks},
        "acts": [found.value for found in allowed_acts(done, session.clerk, today)],
    }


def _plain(value: str | int | date) -> str | int:
    return value.isoformat() if isinstance(value, date) else value
