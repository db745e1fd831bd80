"""What ``desk-app shift`` and ``desk-app stand-in`` do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID

from desk_app.commands.accounts_named import account_named
from desk_app.commands.profile_runs import case_named
from desk_app.commands.session import Session, open_session
from desk_app.commands.verb import Answer, Arguments, Run, Surroundings, text, whole
from desk_app.domain.errors import InputError, NotFound
from desk_app.domain.shifts import Blocking, LooseEnd, Pace, Shift
from desk_app.domain.stand_ins import StandIn
from desk_app.domain.worktime import local_day
from desk_app.services import shifts
from desk_app.services.custody import hand_on_original
from desk_app.services.intake import papers_due
from desk_app.services.shifts import Known
from desk_app.services.stand_ins import end_stand_in, give_stand_in

Action = Callable[[Arguments, Session, Surroundings], Iterator[Answer]]


def shift(_surroundings: Surroundings) -> Run:
    """``desk-app shift``."""
    return _runner({"open": _open, "close": _close, "page": _page, "hand-on": _hand_on})


def stand_in(_surroundings: Surroundings) -> Run:
    """``desk-app stand-in``."""
    return _runner({"give": _give, "end": _end, "list": _list})


def _runner(actions: dict[str, Action]) -> Run:
    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        action = actions.get(text(arguments, "action"))
        if action is None:
            raise InputError("argument_not_type", argument="action")
        with open_session(arguments, around) as session:
            yield from action(arguments, session, around)

    return run


def _known(session: Session) -> Known:
    """No printer stands here: a paper is owed until it was made."""

    def item_name(item_id: str) -> str:
        offered = session.offer.items.get(item_id)
        return offered.item.name if offered else item_id

    return Known(lambda _reader, case: bool(papers_due(case)), item_name)


def _open(_arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    yield _shift(shifts.open_shift(session.store, session.clerk, around.now()))


def _close(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    note = text(arguments, "note", "")
    yield _shift(shifts.close_shift(session.store, session.clerk, note, around.now(), _known(session)))


def _page(_arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    page = shifts.shift_page(session.store, session.clerk, around.now(), _known(session))
    yield {
        "shift": _shift(page.shift) if page.shift else None,
        "ends": [_loose(end) for end in page.ends],
        "blocking": [_blocking(one) for one in page.blocking],
        "before": _shift(page.before) if page.before else None,
        **_pace(page.pace),
    }


def _hand_on(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    case_id, row = case_named(text(arguments, "case"), session), whole(arguments, "material", 0)
    to, reason = text(arguments, "to"), text(arguments, "reason")
    try:
        keeper: UUID | None = account_named(to, session.folder, around.random).id
    except NotFound:
        keeper = None
    where = (session.store, session.clerk, case_id, row)
    custody = hand_on_original(*where, to, reason, around.now(), keeper)
    for original in custody.held:
        yield {
            "case": str(custody.case),
            "material": original.row,
            "name": original.name,
            "holder": original.holder,
        }


def _give(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    absent, present = (
        account_named(text(arguments, who), session.folder, around.random) for who in ("absent", "present")
    )
    now = around.now()
    today = local_day(now)
    first, last = _day(arguments, "first", today), _day(arguments, "last", None)
    yield _period(give_stand_in(session.store, session.clerk, absent, present, first, last, now), today)


def _end(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    try:
        period = UUID(text(arguments, "stand-in"))
    except ValueError as fault:
        raise InputError("argument_not_type", argument="stand-in") from fault
    now = around.now()
    yield _period(end_stand_in(session.store, session.clerk, period, now), local_day(now))


def _list(_arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    today = local_day(around.now())
    with session.store.read() as reader:
        found = reader.stand_ins.since(today)
    yield from (_period(period, today) for period in found)


def _day(arguments: Arguments, name: str, default: date | None) -> date:
    value = text(arguments, name, default.isoformat() if default else None)
    try:
        return date.fromisoformat(value)
    except ValueError as fault:
        raise InputError("argument_not_moment", argument=name) from fault


def _shift(found: Shift) -> Answer:
    return {
        "id": str(found.id),
        "clerk": found.name,
        "counter": found.counter,
        "opened_at": found.opened_at.isoformat(),
        "closed_at": found.closed_at.isoformat() if found.closed_at else None,
        "note": found.note,
        "left": [_loose(end) for end in found.ends],
    }


def _loose(end: LooseEnd) -> Answer:
    return {
        "kind": end.kind.value,
        "what": end.what,
        "who": end.who,
        "number": end.number,
        "day": end.day.isoformat() if end.day else None,
        "note": end.note,
    }


def _blocking(one: Blocking) -> Answer:
    original = one.original
    return {"case": str(one.case), "number": one.number, "material": original.row, "name": original.name}


def _pace(found: Pace) -> Answer:
    seconds = None if found.average is None else int(found.average.total_seconds())
    return {"today": found.cases, "average_seconds": seconds}


def _period(found: StandIn, today: date) -> Answer:
    return {
        "stand_in": str(found.id),
        "absent": found.absent_name,
        "present": found.present_name,
        "first": found.first.isoformat(),
        "last": found.last.isoformat(),
        "ended_at": found.ended_at.isoformat() if found.ended_at else None,
        "holds": found.holds_on(today),
    }
