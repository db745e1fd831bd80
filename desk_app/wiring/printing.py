"""From a committed case to paper: which printer, which size, what to say when it does not come out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.config import FOLDER, THERMAL, PaperChoice
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import DeskError
from desk_app.paths import font_dirs
from desk_app.ui.messages import sentence
from desk_app.wiring.act_papers import particulars_of
from desk_app.wiring.outbox import Outbox
from desk_app.wiring.paper_words import PaperWords

if TYPE_CHECKING:
    from datetime import datetime

    from desk_app.devices.printers import PagePicture, Printer
    from desk_app.devices.thermal import ThermalPrinter
    from desk_app.domain.cases import Case
    from desk_app.domain.documents import IssuedDocument
    from desk_app.papers.fonts import FontChain
    from desk_app.papers.request import DrawnPaper, PaperRequest
    from desk_app.papers.wording import Wording
    from desk_app.wiring.desk import Desk

PREVIEW_DPI = 110
_DRAWING = threading.RLock()


def page_lock() -> threading.RLock:
    """Held while pages are drawn or rendered: neither is made for two at a time."""
    return _DRAWING


def render_pages(pdf: bytes, dpi: int) -> list[PagePicture]:
    """Pages in grey, for printers and previews."""
    from desk_app.devices.printers import PagePicture
    from desk_app.papers.picture import page_pictures

    with _DRAWING:
        return [PagePicture(page.width, page.height, page.data) for page in page_pictures(pdf, dpi)]


@dataclass(frozen=True, slots=True)
class Printed:
    """Which papers came out, and the sentence about the first that did not."""

    papers: tuple[DocumentKind, ...]
    problem: str | None = None


class Printing:
    """Draws, archives and prints. Everything here is slow; nothing here may lose a case."""

    def __init__(self, desk: Desk, printers: Callable[[str], Printer] | None = None) -> None:
        self._desk = desk
        self.outbox = Outbox(desk)
        self._printer_named = printers or self._real_printer
        self._fonts: FontChain | None = None
        self.words = PaperWords(desk)

    @property
    def fonts(self) -> FontChain:
        """The font chain of this machine; opened on first use."""
        if self._fonts is None:
            from desk_app.papers.fonts import find_fonts

            self._fonts = find_fonts(font_dirs())
        return self._fonts

    @property
    def wording(self) -> Wording:
        """What the papers say, as the site has edited it."""
        return self.words.now

    def draw(self, request: PaperRequest, words: Mapping[str, str] | None = None) -> DrawnPaper:
        """Draw one paper with this machine's fonts, one at a time: the page renderer is not made for two.

        ``words`` are sentences that are not in force yet.
        """
        from desk_app.papers.draw import draw
        from desk_app.papers.wording import Wording

        wording = Wording({**self.wording.changed, **words}) if words else self.wording
        with _DRAWING:
            return draw(request, self.fonts, wording)

    def draw_for_printer(self, request: PaperRequest) -> DrawnPaper:
        """A paper as it is printed here: where a form stands ready for it, only its facts (套打)."""
        from desk_app.domain.overprint import Offset
        from desk_app.papers.overprint import draw_overprint
        from desk_app.wiring.overprint import read_forms

        forms = read_forms(self._desk.folder.path)
        form = forms.in_use(request.kind)
        if form is None:
            return self.draw(request)
        offset = forms.offsets.get(self._choice(request.kind).printer, Offset())
        with _DRAWING:
            return draw_overprint(request, form, offset, self.fonts)

    def print_due(self, case: Case) -> Printed:
        """Make and print every paper the case still owes; the first trouble stops, and is told."""
        done: list[DocumentKind] = []
        try:
            for kind in self._waiting(case):
                self.send(*self._made(case, kind))
                self.outbox.sent(case.id, kind)
                done.append(kind)
        except DeskError as trouble:
            return Printed(tuple(done), sentence(trouble))
        return Printed(tuple(done))

    def _waiting(self, case: Case) -> tuple[DocumentKind, ...]:
        with self._desk.open_store.read() as reader:
            waiting = self.outbox.waiting(reader, case)
        self.outbox.add(case.id, waiting)
        return waiting

    def _made(self, case: Case, kind: DocumentKind) -> tuple[IssuedDocument, bytes]:
        """A new paper, or the archived one that no printer has taken yet."""
        from desk_app.services.documents import PaperOrder, issue, snapshot
        from desk_app.services.intake import papers_due

        if kind not in papers_due(case):
            archived = snapshot(self._desk.open_store, case.id, kind)
            return archived.document, archived.pdf
        desk, choice = self._desk, self._choice(kind)
        order = PaperOrder(
            kind,
            choice.size,
            demo=desk.info is not None and desk.info.demo,
            large_type=desk.settings.large_print,
            explain_due=desk.settings.explain_due,
            offered=desk.item(case.item.id),
            particulars=particulars_of(desk, case, kind),
        )
        made = issue(
            desk.open_store,
            desk.present_clerk,
            case.id,
            order,
            self.draw_for_printer,
            desk.calendar,
            desk.now(),
        )
        return made.document, made.pdf

    def reprint(self, case_id: UUID, document_id: UUID) -> Printed:
        """The archived snapshot again, marked; counted only once the printer took it."""
        from desk_app.papers.reprint import mark_reprint
        from desk_app.services.documents import count_reprint, marked_copy

        desk = self._desk
        try:
            store = desk.open_store
            copy = marked_copy(
                store, case_id, document_id, lambda pdf, nth: mark_reprint(pdf, nth, self.fonts)
            )
            self.send(copy.document, copy.pdf)
            count_reprint(store, desk.present_clerk, case_id, document_id, desk.now())
            self.outbox.sent(case_id, copy.document.kind)
        except DeskError as trouble:
            return Printed((), sentence(trouble))
        return Printed((copy.document.kind,))

    def send(self, document: IssuedDocument, pdf: bytes) -> None:
        """Hand a finished paper to the printer of its kind. Raises PrinterTrouble."""
        choice = self._choice(document.kind)
        title = _title(document, self._desk.now())
        self._print(choice, document.id, title, pdf, document.size, choice.copies)

    def print_drawn(self, drawn: DrawnPaper, title: str) -> None:
        """Print a paper that belongs to no case (what to bring, where to go). Raises PrinterTrouble."""
        choice = self._choice(drawn.kind)
        self._print(choice, self._desk.new_id(), title, drawn.pdf, drawn.size)

    def print_pdf(self, pdf: bytes, title: str, size: PaperSize = PaperSize.A5) -> None:
        """Print a finished page where receipts are printed. Raises PrinterTrouble."""
        choice = self._choice(DocumentKind.RECEIPT)
        self._print(choice, self._desk.new_id(), title, pdf, size)

    def _print(
        self, choice: PaperChoice, job: UUID, title: str, pdf: bytes, size: PaperSize, copies: int = 1
    ) -> None:
        from desk_app.devices.printers import PrintJob

        self.printer(choice).print(PrintJob(job, title, pdf, size, copies))

    def printer(self, choice: PaperChoice) -> Printer:
        """The printer of a choice."""
        return self._printer_named(choice.printer)

    def _choice(self, kind: DocumentKind) -> PaperChoice:
        return self._desk.settings.paper(kind)

    def _real_printer(self, name: str) -> Printer:
        from desk_app.devices.printers import FolderPrinter, SystemPrinter

        if name == THERMAL:
            return thermal_printer(self._desk)
        if name == FOLDER:
            return FolderPrinter(self._desk.folder.printed_folder)
        return SystemPrinter(name, render_pages)


def thermal_printer(desk: Desk) -> ThermalPrinter:
    """The receipt printer of this desk. Raises InputError where its address is not one."""
    from desk_app.devices.thermal import DOTS, ThermalPrinter, read_address

    width = desk.settings.thermal_width if desk.settings.thermal_width in DOTS else 80
    return ThermalPrinter(read_address(desk.settings.thermal_address), width, render_pages)


def _title(document: IssuedDocument, now: datetime) -> str:
    """A file name without anything about the person."""
    times = f"-{document.printed}" if document.printed > 1 else ""
    return f"{now:%Y%m%d}-{document.kind.value}-{document.id}{times}"
