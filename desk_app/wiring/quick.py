"""What stands behind the wishes of the quick page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.cases import Case
from desk_app.domain.documents import PaperSize
from desk_app.domain.errors import DeskError
from desk_app.domain.identity import IdType
from desk_app.domain.paper_forms import OutForm
from desk_app.domain.prefill import History
from desk_app.ui.messages import sentence
from desk_app.ui.screens.quick.calls import Entry, QuickCalls, Taken

if TYPE_CHECKING:
    from desk_app.wiring.desk import Desk
    from desk_app.wiring.printing import Printing


def quick_calls(desk: Desk, printing: Printing) -> QuickCalls:
    """Everything the page may ask for."""
    wiring = QuickWiring(desk, printing)
    return QuickCalls(
        now=desk.now,
        new_id=desk.new_id,
        offered=desk.item,
        search=wiring.search,
        print_at_end=lambda: desk.settings.slips_at_end,
        set_print_at_end=lambda at_end: _none(desk.change_settings(slips_at_end=at_end)),
        history=wiring.history,
        take=wiring.take,
        print_all=wiring.print_all,
        withdraw=wiring.withdraw,
        forms_out=wiring.forms_out,
        make_forms=wiring.make_forms,
        void_forms=wiring.void_forms,
    )


def _none(_changed: object) -> None:
    """A setting was kept; nobody asks for the rest."""


class QuickWiring:
    """The slow and the computed answers."""

    def __init__(self, desk: Desk, printing: Printing) -> None:
        self._desk = desk
        self._printing = printing

    def search(self, typed: str) -> str:
        """The item somebody means by a name or letters."""
        hits = self._desk.shelf.search(typed, 1) if typed.strip() else ()
        return hits[0].item_id if hits else ""

    def history(self, id_type: IdType, id_number: str) -> History:
        """What the store knows of a person."""
        from desk_app.services.history import history_of

        return history_of(self._desk.open_store, id_type, id_number)

    def take(self, entry: Entry) -> Taken:
        """Commit one line, then print what it owes; a paper that fails is told and the case stands."""
        from desk_app.services.intake import Intake, commit_intake

        desk = self._desk
        intake = Intake(entry.form, entry.offered, entry.back, entry.form_number)
        case = commit_intake(desk.open_store, desk.present_clerk, intake, desk.now(), entry.at)
        if not entry.print_now or entry.back is not None:
            return Taken(case)
        return Taken(case, self._printing.print_due(case).problem or "")

    def print_all(self, case_ids: tuple[UUID, ...]) -> str:
        """Print what these cases owe, in their order; the first trouble stops."""
        for case_id in case_ids:
            with self._desk.open_store.read() as reader:
                case = reader.cases.get(case_id)
            problem = self._printing.print_due(case).problem
            if problem:
                return problem
        return ""

    def withdraw(self, case_id: UUID, reason: str) -> Case:
        """Take an acceptance back."""
        from desk_app.services.acts import withdraw_acceptance

        desk = self._desk
        return withdraw_acceptance(desk.open_store, desk.present_clerk, case_id, reason, desk.now())

    def forms_out(self) -> tuple[OutForm, ...]:
        """Forms nobody has accounted for."""
        from desk_app.services.paper_forms import forms_still_out

        desk = self._desk
        return forms_still_out(desk.open_store, desk.present_clerk, desk.now())

    def make_forms(self, count: int) -> str:
        """Set numbers aside, then print; what does not come out can be printed again, or voided."""
        from desk_app.services.paper_forms import reserve_forms

        desk = self._desk
        block = reserve_forms(desk.open_store, desk.present_clerk, count, desk.now())
        try:
            numbers = tuple(form.number for form in block.forms)
            self._printing.print_pdf(
                self.draw_forms(numbers), f"{desk.now():%Y%m%d-%H%M%S}-emergency-forms", size=PaperSize.A4
            )
        except DeskError as trouble:
            return sentence(trouble)
        return ""

    def draw_forms(self, numbers: tuple[str, ...]) -> bytes:
        """The forms of these numbers, ready to be printed."""
        from desk_app.domain.numbers import ReceiptNumber
        from desk_app.papers.emergency_form import Blank, emergency_forms

        desk = self._desk
        clerk, demo = desk.present_clerk, bool(desk.info and desk.info.demo)
        blank = Blank(clerk.site, desk.now(), clerk.name, clerk.device.counter, demo)
        return emergency_forms(tuple(map(ReceiptNumber.parse, numbers)), blank, self._printing.fonts)

    def void_forms(self, numbers: tuple[str, ...], reason: str) -> None:
        """Forms are spoiled or were never used."""
        from desk_app.services.paper_forms import void_forms

        desk = self._desk
        void_forms(desk.open_store, desk.present_clerk, numbers, reason, desk.now())
