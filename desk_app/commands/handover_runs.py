"""What ``desk-app handover`` does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import UUID

from desk_app.commands.profile_runs import case_named
from desk_app.commands.session import Session, open_session
from desk_app.commands.verb import Answer, Arguments, Run, Surroundings, text, whole
from desk_app.domain.case_life import Carrier
from desk_app.domain.custody import Custody, Original
from desk_app.domain.errors import InputError
from desk_app.domain.handover import Batch, BatchLine, BatchState, allowed_acts
from desk_app.domain.handover_events import Difference, Extra, Travels
from desk_app.services import custody, handover
from desk_app.services.handover import Counted, Destination, receiving_modes


def handover_batches(_surroundings: Surroundings) -> Run:
    """``desk-app handover``."""

    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        action = _ACTIONS.get(text(arguments, "action"))
        if action is None:
            raise InputError("argument_not_type", argument="action")
        with open_session(arguments, around) as session:
            yield from action(arguments, session, around)

    return run


Action = Callable[[Arguments, Session, Surroundings], Iterator[Answer]]


def _open(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    to = _destination(arguments)
    yield _batch(handover.open_batch(session.store, session.clerk, to, around.now()), session)


def _address(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    where = (_batch_named(arguments, session), _destination(arguments))
    yield _batch(handover.readdress(session.store, session.clerk, *where, around.now()), session)


def _drop(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    where = (_batch_named(arguments, session), text(arguments, "reason"))
    yield _batch(handover.drop_batch(session.store, session.clerk, *where, around.now()), session)


def _destination(arguments: Arguments) -> Destination:
    return Destination(
        text(arguments, "to"),
        _member(Carrier, text(arguments, "carrier", Carrier.BY_HAND.value), "carrier"),
        _uuid(text(arguments, "to-site"), "to-site") if "to-site" in arguments else None,
        text(arguments, "express", ""),
    )


def _add(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    remark = text(arguments, "remark", "")
    where = (_batch_named(arguments, session), _case(arguments, session))
    yield _batch(handover.add_case(session.store, session.clerk, *where, around.now(), remark), session)


def _remove(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    where = (_batch_named(arguments, session), _case(arguments, session))
    yield _batch(handover.remove_case(session.store, session.clerk, *where, around.now()), session)


def _send(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    batch_id, express = _batch_named(arguments, session), text(arguments, "express", "")
    yield _batch(handover.send(session.store, session.clerk, batch_id, around.now(), express), session)


def _receive(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    batch_id = _batch_named(arguments, session)
    differing = _pairs(arguments, "differing", session)
    counted = Counted(
        signed_by=text(arguments, "signed-by"),
        seen=tuple(case_named(number, session) for number in _listed(arguments, "seen", ",")),
        extra=tuple(Extra(what) for what in _listed(arguments, "extra", ";")),
        differing=tuple(Difference(case_id, note) for case_id, note in differing.items()),
        absences=_pairs(arguments, "absent", session),
        remark=text(arguments, "remark", ""),
        refused=_pairs(arguments, "refused", session),
    )
    modes = receiving_modes(session.offer)
    done = handover.receive(session.store, session.clerk, batch_id, counted, around.now(), modes)
    yield _batch(done, session)


def _accept(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    where = (_batch_named(arguments, session), _case(arguments, session))
    signed, modes = text(arguments, "signed-by", ""), receiving_modes(session.offer)
    done = handover.accept_found(session.store, session.clerk, *where, signed, around.now(), modes)
    yield _batch(done, session)


def _return(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    where = (_batch_named(arguments, session), _case(arguments, session))
    reason = text(arguments, "reason")
    yield _batch(handover.return_case(session.store, session.clerk, *where, reason, around.now()), session)


def _return_all(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    where = (_batch_named(arguments, session), text(arguments, "reason"))
    yield _batch(handover.return_batch(session.store, session.clerk, *where, around.now()), session)


def _list(arguments: Arguments, session: Session, _around: Surroundings) -> Iterator[Answer]:
    wanted = tuple(BatchState)
    if "state" in arguments:
        wanted = (_member(BatchState, text(arguments, "state"), "state"),)
    last: Batch | None = None
    while True:
        with session.store.read() as reader:
            page = reader.handovers.page(session.clerk.site.id, wanted, last)
        yield from (_batch(batch, session) for batch in page)
        if not page:
            return
        last = page[-1]


def _take(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    where = (_case(arguments, session), _row(arguments))
    yield from _originals(custody.take_original(session.store, session.clerk, *where, around.now()))


def _check(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    where = (_case(arguments, session), _row(arguments))
    yield from _originals(custody.check_original(session.store, session.clerk, *where, around.now()))


def _give_back(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    where = (_case(arguments, session), _row(arguments), text(arguments, "to"))
    yield from _originals(custody.give_back_original(session.store, session.clerk, *where, around.now()))


def _unreturned(_arguments: Arguments, session: Session, _around: Surroundings) -> Iterator[Answer]:
    with session.store.read() as reader:
        found = reader.custodies.unreturned(session.clerk.site.id)
    yield from (_original(held.case, held.original) for held in found)


_ACTIONS: Mapping[str, Action] = {
    "open": _open,
    "address": _address,
    "drop": _drop,
    "add": _add,
    "remove": _remove,
    "send": _send,
    "receive": _receive,
    "accept": _accept,
    "return": _return,
    "return-all": _return_all,
    "list": _list,
    "take": _take,
    "check": _check,
    "give-back": _give_back,
    "originals": _unreturned,
}


def _member(kind: type[Any], value: str, argument: str) -> Any:
    try:
        return kind(value)
    except ValueError as fault:
        raise InputError("argument_not_type", argument=argument) from fault


def _uuid(value: str, argument: str) -> UUID:
    try:
        return UUID(value)
    except ValueError as fault:
        raise InputError("argument_not_type", argument=argument) from fault


def _batch_named(arguments: Arguments, session: Session) -> UUID:
    value = text(arguments, "bag")
    with session.store.read() as reader:
        try:
            return reader.handovers.get(UUID(value)).id
        except ValueError:
            return reader.handovers.by_number(value).id


def _case(arguments: Arguments, session: Session) -> UUID:
    return case_named(text(arguments, "case"), session)


def _row(arguments: Arguments) -> int:
    if "material" not in arguments:
        raise InputError("argument_missing", argument="material")
    return whole(arguments, "material", 0)


def _listed(arguments: Arguments, name: str, between: str) -> list[str]:
    """A list, as JSON or as text with something between."""
    value = arguments.get(name, [])
    if isinstance(value, str):
        return [part.strip() for part in value.split(between) if part.strip()]
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise InputError("argument_not_type", argument=name)
    return value


def _pairs(arguments: Arguments, name: str, session: Session) -> dict[UUID, str]:
    """Cases and what is said of each, as a JSON object or as ``NUMBER=words; …``."""
    value = arguments.get(name, {})
    if isinstance(value, str):
        value = dict(part.partition("=")[::2] for part in _listed(arguments, name, ";"))
    if not isinstance(value, Mapping):
        raise InputError("argument_not_type", argument=name)
    return {case_named(number, session): text(value, number) for number in value}


def _batch(batch: Batch, session: Session) -> Answer:
    return {
        "batch": str(batch.id),
        "number": batch.number,
        "state": batch.state.value,
        "from": batch.from_name,
        "to": batch.to,
        "carrier": batch.carrier.value,
        "express": batch.express,
        "cases": len(batch.lines),
        "copies": sum(line.listed.copies for line in batch.lines),
        "digest": batch.digest,
        "digest_holds": batch.digest_holds,
        "signed_by": batch.signed_by,
        "missing": {line.listed.number: line.absence for line in batch.missing},
        "extra": [found.what for found in batch.extra],
        "differing": {
            line.listed.number: line.difference.note for line in batch.lines if line.difference is not None
        },
        "remark": batch.remark,
        "dropped": batch.dropped,
        "lines": [_line(line) for line in batch.lines],
        "acts": [act.value for act in allowed_acts(batch, session.clerk)],
    }


def _line(line: BatchLine) -> Answer:
    listed = line.listed
    return {
        "case": str(listed.case),
        "number": listed.number,
        "applicant": listed.applicant,
        "item": listed.item,
        "copies": listed.copies,
        "originals": [paper.name for paper in listed.papers if paper.travels is Travels.ORIGINAL],
        "due": None if listed.due is None else listed.due.isoformat(),
        "state": line.state.value,
        "reason": line.reason,
    }


def _originals(found: Custody) -> Iterator[Answer]:
    yield from (_original(found.case, original) for original in found.originals)


def _original(case_id: UUID, original: Original) -> Answer:
    return {
        "case": str(case_id),
        "material": original.row,
        "name": original.name,
        "state": original.state.value,
        "holder": original.holder,
        "since": original.since.isoformat(),
    }
