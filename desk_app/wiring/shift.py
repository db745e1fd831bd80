"""What stands behind the wishes of the shift screen."""

from __future__ import annotations

from functools import partial

from desk_app.domain.documents import PaperSize
from desk_app.domain.shifts import Shift, ShiftPage
from desk_app.services import shifts
from desk_app.services.shifts import Known
from desk_app.ui.screens.shift.calls import ShiftCalls
from desk_app.wiring.bridge import ChangesBridge
from desk_app.wiring.desk import Desk
from desk_app.wiring.originals import act_on_original
from desk_app.wiring.printing import Printing


def shift_calls(desk: Desk, printing: Printing, bridge: ChangesBridge) -> ShiftCalls:
    """Everything the shift screen may ask for."""
    wiring = ShiftWiring(desk, printing)
    return ShiftCalls(
        now=desk.now,
        page=wiring.page,
        open=wiring.open,
        close=wiring.close,
        original=partial(act_on_original, desk),
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
