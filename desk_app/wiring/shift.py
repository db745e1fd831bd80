"""What stands behind the wishes of the shift screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.domain.documents import PaperSize
from desk_app.domain.shifts import Shift, ShiftPage
from desk_app.services import shifts
from desk_app.services.custody import (
    check_original,
    give_back_original,
    hand_on_original,
    take_original,
)
from desk_app.services.shifts import Known
from desk_app.ui.screens.originals.values import OriginalAct, OriginalAnswer
from desk_app.ui.screens.shift.calls import ShiftCalls
from desk_app.wiring.bridge import ChangesBridge
from desk_app.wiring.desk import Desk
from desk_app.wiring.printing import Printing

if TYPE_CHECKING:
    from uuid import UUID


def shift_calls(desk: Desk, printing: Printing, bridge: ChangesBridge) -> ShiftCalls:
    """Everything the shift screen may ask for."""
    wiring = ShiftWiring(desk, printing)
    return ShiftCalls(
        now=desk.now,
        page=wiring.page,
        open=wiring.open,
        close=wiring.close,
        original=lambda answer: act_on_original(desk, answer),
        print_page=wiring.print_page,
        subscribe=bridge.follow,
    )


class ShiftWiring:
    """The slow answers."""

    def __init__(self, desk: Desk, printing: Printing) -> None:
        self._desk = desk
        self._printing = printing

    def _known(self) -> Known:
        """What never came out of the printer, and what items are called here."""
        desk, outbox = self._desk, self._printing.outbox

        def item_name(item_id: str) -> str:
            offered = desk.item(item_id)
            return offered.item.display_name if offered else item_id

        return Known(lambda reader, case: bool(outbox.waiting(reader, case)), item_name)

    def page(self) -> ShiftPage:
        """Everything the page shows now."""
        desk = self._desk
        return shifts.shift_page(desk.open_store, desk.present_clerk, desk.now(), self._known())

    def open(self) -> Shift:
        """开窗."""
        desk = self._desk
        return shifts.open_shift(desk.open_store, desk.present_clerk, desk.now())

    def close(self, note: str) -> Shift:
        """收窗."""
        desk = self._desk
        return shifts.close_shift(desk.open_store, desk.present_clerk, note, desk.now(), self._known())

    def print_page(self, shift: Shift) -> None:
        """The page on A4, where receipts are printed."""
        from desk_app.papers.shift_page import ShiftPaper, draw_shift_page

        desk = self._desk
        site = desk.known.site.name
        paper = ShiftPaper(site, shift, desk.now(), desk.present_clerk.name)
        pdf = draw_shift_page(paper, self._printing.fonts)
        self._printing.print_pdf(pdf, f"{desk.now():%Y%m%d-%H%M%S}-shift", PaperSize.A4)


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
