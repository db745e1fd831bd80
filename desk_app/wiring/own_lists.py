"""Own queues and columns of each clerk, in the encrypted store beside the drafts."""

from __future__ import annotations

from desk_app.domain.bodies import decode, encode
from desk_app.ui.screens.cases.own import OwnLists
from desk_app.wiring.desk import Desk


def read_own(desk: Desk) -> OwnLists:
    """Of who is, or was last, at the keyboard; none where they cannot be read any more."""
    with desk.open_store.read() as reader:
        kept = reader.settings.get(_name(desk))
    try:
        return decode(OwnLists, kept) if kept else OwnLists()
    except ValueError:
        return OwnLists()


def keep_own(desk: Desk, own: OwnLists) -> None:
    """Keep them."""
    with desk.open_store.scratch() as scratch:
        scratch.settings.put(_name(desk), encode(own))


def _name(desk: Desk) -> str:
    return f"own_lists/{desk.present_clerk.user_id}"
