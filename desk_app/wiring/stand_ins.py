"""AB岗 as the settings ask for it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from desk_app.domain.accounts import User
from desk_app.domain.errors import NotFound
from desk_app.domain.worktime import local_day
from desk_app.services.stand_ins import end_stand_in, give_stand_in
from desk_app.wiring.desk import Desk


def stand_in_calls(desk: Desk) -> dict[str, Any]:
    """What the settings ask of it, by the names of ``SettingsCalls``."""
    return {
        "today": lambda: local_day(desk.now()),
        "stand_ins": lambda: desk.covers.periods,
        "give_stand_in": partial(give, desk),
        "end_stand_in": partial(end, desk),
    }


def give(desk: Desk, absent: UUID, present: UUID, first: date, last: date) -> None:
    """For these days somebody works off the queue of a colleague. Slow."""
    people = _account(desk, absent), _account(desk, present)
    give_stand_in(desk.open_store, desk.present_clerk, *people, first, last, desk.now())
    _read(desk)


def end(desk: Desk, stand_in: UUID) -> None:
    """It ends before its last day. Slow."""
    end_stand_in(desk.open_store, desk.present_clerk, stand_in, desk.now())
    _read(desk)


def _account(desk: Desk, user_id: UUID) -> User:
    found = next((user for user in desk.vault().users() if user.id == user_id), None)
    if found is None:
        raise NotFound("no_such_user")
    return found


def _read(desk: Desk) -> None:
    with desk.open_store.read() as reader:
        desk.covers.read(reader, local_day(desk.now()))
