"""What ``desk-app emergency`` does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from desk_app.commands.session import Session, open_session
from desk_app.commands.verb import Answer, Arguments, Run, Surroundings, text, whole
from desk_app.db.durable import disk_faults, write_durably
from desk_app.domain.errors import InputError
from desk_app.domain.numbers import ReceiptNumber
from desk_app.papers.emergency_form import Blank, emergency_forms
from desk_app.papers.fonts import find_fonts
from desk_app.paths import font_dirs
from desk_app.services import paper_forms

Action = Callable[[Arguments, Session, Surroundings], Iterator[Answer]]


def emergency(_surroundings: Surroundings) -> Run:
    """``desk-app emergency``."""

    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        action = _ACTIONS.get(text(arguments, "action"))
        if action is None:
            raise InputError("argument_not_type", argument="action")
        with open_session(arguments, around) as session:
            yield from action(arguments, session, around)

    return run


def _forms(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    target, now = Path(text(arguments, "out")), around.now()
    fonts = find_fonts(font_dirs())
    block = paper_forms.reserve_forms(session.store, session.clerk, whole(arguments, "count", 1), now)
    numbers = tuple(ReceiptNumber.parse(form.number) for form in block.forms)
    clerk = session.clerk
    pdf = emergency_forms(numbers, Blank(clerk.site, now, clerk.name, clerk.device.counter), fonts)
    with disk_faults():
        write_durably(target, pdf)
    yield {"file": str(target), "numbers": [number.formatted for number in numbers]}


def _out(_arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    for form in paper_forms.forms_still_out(session.store, session.clerk, around.now()):
        number = ReceiptNumber.parse(form.number).formatted
        yield {"number": number, "printed_at": form.reserved_at.isoformat(), "late": form.late}


def _void(arguments: Arguments, session: Session, around: Surroundings) -> Iterator[Answer]:
    number, reason = text(arguments, "number"), text(arguments, "reason")
    block = paper_forms.void_form(session.store, session.clerk, number, reason, around.now())
    yield {"number": ReceiptNumber.parse(number).formatted, "state": "void", "out": len(block.out)}


_ACTIONS: dict[str, Action] = {"forms": _forms, "out": _out, "void": _void}
