"""From a committed case to paper, where the stories do not come: gone printers, a disk that fails."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.config import PaperChoice
from desk_app.devices.printers import PrintJob
from desk_app.domain.cases import Case
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import PrinterTrouble
from desk_app.wiring.desk import Desk
from desk_app.wiring.intake import IntakeWiring
from desk_app.wiring.printing import Printing, render_pages
from tests.services.desk_samples import form
from tests.stories.counter import BENEFIT, WANG


class Refusing:
    """A printer that takes so many papers and no more."""

    name = "refusing"

    def __init__(self, takes: int) -> None:
        self.takes = takes
        self.printed: list[PrintJob] = []

    def print(self, job: PrintJob) -> None:
        if len(self.printed) >= self.takes:
            raise PrinterTrouble("printer_refused", printer=self.name)
        self.printed.append(job)


def accepted(desk: Desk, printing: Printing) -> Case:
    offered = desk.offer.get(BENEFIT)
    filled = form(BENEFIT, 7, WANG).take_all(offered)
    return IntakeWiring(desk, printing).submit(filled, offered).case


def waiting(desk: Desk, printing: Printing, case_id: UUID) -> tuple[DocumentKind, ...]:
    with desk.open_store.read() as reader:
        return printing.outbox.waiting(reader, reader.cases.get(case_id))


def test_what_a_printer_did_not_take_waits_and_comes_out_as_the_first_copy(desk: Desk) -> None:
    printer = Refusing(takes=1)
    printing = Printing(desk, lambda _name: printer)
    case = accepted(desk, printing)
    assert [job.size for job in printer.printed] == [PaperSize.A5]
    assert waiting(desk, printing, case.id) == (DocumentKind.ACCEPTANCE,)
    printer.takes = 9
    with desk.open_store.read() as reader:
        again = printing.print_due(reader.cases.get(case.id))
    assert (again.papers, again.problem) == ((DocumentKind.ACCEPTANCE,), None)
    assert waiting(desk, printing, case.id) == ()
    assert not printer.printed[-1].title.endswith("-2")


def test_a_reprint_that_came_out_leaves_nothing_waiting(desk: Desk) -> None:
    printer = Refusing(takes=0)
    printing = Printing(desk, lambda _name: printer)
    case = accepted(desk, printing)
    with desk.open_store.read() as reader:
        receipt = reader.cases.get(case.id).document(DocumentKind.RECEIPT)
    assert receipt is not None
    refused = printing.reprint(case.id, receipt.id)
    assert refused.papers == ()
    assert refused.problem is not None
    assert "没有接收" in refused.problem
    printer.takes = 9
    assert times(desk, case.id) == 1, "what no printer took is not counted"
    assert printing.reprint(case.id, receipt.id).papers == (DocumentKind.RECEIPT,)
    assert times(desk, case.id) == 2
    assert printer.printed[-1].title.endswith("-2")
    assert waiting(desk, printing, case.id) == (DocumentKind.ACCEPTANCE,)


def times(desk: Desk, case_id: UUID) -> int:
    with desk.open_store.read() as reader:
        receipt = reader.cases.get(case_id).document(DocumentKind.RECEIPT)
    assert receipt is not None
    return receipt.printed


def test_a_list_that_cannot_be_written_costs_no_paper(desk: Desk, printing: Printing) -> None:
    """The store is gone after the paper came out: nothing is raised, at worst the paper is offered again."""
    case = accepted(desk, printing)
    desk.close()
    printing.outbox.sent(case.id, DocumentKind.RECEIPT)


def test_a_printer_that_is_gone_is_named(qt: QApplication, printing: Printing) -> None:
    printer = printing.printer(PaperChoice(printer="gone-printer"))
    job = PrintJob(UUID(int=1), "paper", b"", PaperSize.A5)
    with pytest.raises(PrinterTrouble) as refused:
        printer.print(job)
    assert refused.value.params["printer"] == "gone-printer"


def test_a_page_is_drawn_in_grey(desk: Desk, printing: Printing) -> None:
    accepted(desk, printing)
    pdf = next(desk.folder.printed_folder.glob("*receipt*.pdf")).read_bytes()
    (page,) = render_pages(pdf, 40)
    assert len(page.grey) == page.width * page.height
    assert min(page.grey) < 128 < max(page.grey)
