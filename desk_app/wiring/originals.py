"""Originals over the counter, as screens ask for them."""

from __future__ import annotations

from uuid import UUID

from desk_app.services.custody import (
    check_original,
    give_back_original,
    hand_on_original,
    take_original,
)
from desk_app.ui.screens.originals.values import OriginalAct, OriginalAnswer
from desk_app.wiring.desk import Desk


def act_on_original(desk: Desk, answer: OriginalAnswer) -> None:
    """Take, look at, give back or leave an original with somebody."""
    ask = answer.ask
    where = (desk.open_store, desk.present_clerk, ask.case, ask.row)
    match ask.act:
        case OriginalAct.TAKE:
            take_original(*where, desk.now())
        case OriginalAct.CHECK:
            check_original(*where, desk.now())
        case OriginalAct.GIVE_BACK:
            give_back_original(*where, answer.to, desk.now())
        case OriginalAct.HAND_ON:
            keeper = account_of(desk, answer.to)
            hand_on_original(*where, answer.to, answer.reason, desk.now(), keeper)


def account_of(desk: Desk, name: str) -> UUID | None:
    """The account of somebody, where they have one here."""
    from desk_app.domain.accounts import same_name

    users = desk.vault().users()
    return next((user.id for user in users if user.enabled and same_name(user.name, name)), None)
