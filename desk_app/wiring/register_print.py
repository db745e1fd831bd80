"""A register on its way to the printer: on record first, then drawn, then sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.registers import REGISTERS, SUBTITLE
from desk_app.ui.screens.registers.asking import RETURNS
from desk_app.ui.screens.registers.calls import Asked, Left, RegisterRead
from desk_app.ui.screens.registers.words import kind_word

if TYPE_CHECKING:
    from desk_app.papers.register_sheet import RegisterPaper
    from desk_app.wiring.desk import Desk
    from desk_app.wiring.printing import Printing


def print_register(desk: Desk, printing: Printing, asked: Asked, read: RegisterRead) -> Left:
    """Print what was read, where manifests are printed: on A4. Raises PrinterTrouble, GlyphMissing."""
    from desk_app.papers.register_sheet import draw_register
    from desk_app.papers.request import DrawnPaper
    from desk_app.services.registers import note_leaving

    store, clerk, now = desk.open_store, desk.present_clerk, desk.now()
    way = "returns_why_print" if asked.returns else "register_print"
    note_leaving(store, clerk, asked.wanted, None, now, way)
    drawn = draw_register(register_paper(desk, asked, read), printing.fonts)
    paper = DrawnPaper(drawn.pdf, drawn.pages, DocumentKind.HANDOVER_MANIFEST, PaperSize.A4)
    title = f"{now:%Y%m%d}-register-{asked.wanted.tag}-{desk.new_id()}"
    printing.print_drawn(paper, title)
    return Left("", len(read.lines), pages=drawn.pages)


def register_paper(desk: Desk, asked: Asked, read: RegisterRead) -> RegisterPaper:
    """What stands on it."""
    from desk_app.papers.register_sheet import RegisterPaper

    clerk = desk.present_clerk
    title = kind_word(RETURNS) if asked.returns else REGISTERS[asked.wanted.kind].title
    return RegisterPaper(
        title=title,
        subtitle=SUBTITLE.format(site=clerk.site.name, period=asked.wanted.spoken),
        columns=tuple((column.title, column.width) for column in read.columns),
        lines=[line.cells for line in read.lines],
        figures=read.figures,
        site=clerk.site.name,
        printed_at=desk.now(),
        printed_by=clerk.name,
        demo=desk.info is not None and desk.info.demo,
    )
