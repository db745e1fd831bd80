"""Which printer prints what, and a test print that can only name sample people (F48)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from desk_app.config import PaperChoice
from desk_app.devices.printers import PagePicture, PrintJob, installed_printers
from desk_app.domain.cases import MaterialState
from desk_app.domain.catalogue import CaseKind, HandlingMode, OfferedItem
from desk_app.domain.clocks import case_deadlines, notice_deadline
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.documents import Printing as PrintingFacts
from desk_app.domain.errors import NotFound
from desk_app.domain.intake import IntakeForm
from desk_app.domain.people import Party
from desk_app.domain.worktime import local_day
from desk_app.papers.request import SIZES, PaperRequest
from desk_app.ui.screens.settings.papers.values import THERMAL, PaperSetting
from desk_app.ui.words import word
from desk_app.wiring.desk import Desk
from desk_app.wiring.lookup import destination
from desk_app.wiring.printing import Printing, render_pages, thermal_printer

TEST_LINES = ("小票机试打", "张某某 3 份 2026-11-24", "生僻字：王𬺈 李𡉏")
"""What comes out of a receipt printer at a test; the last line has characters its own fonts lack."""
SAMPLE = Party("张某某", id_number="11010519491231002X", phone="13800000000", address="示例镇东村 00 号")


def papers_of(desk: Desk) -> Mapping[DocumentKind, PaperSetting]:
    """How each kind is printed now."""
    return {kind: _setting(desk.settings.paper(kind)) for kind in DocumentKind}


def _setting(choice: PaperChoice) -> PaperSetting:
    return PaperSetting(choice.printer, choice.size, choice.copies)


def save_papers(desk: Desk, papers: Mapping[DocumentKind, PaperSetting]) -> None:
    """Keep how kinds are printed."""
    choices = {
        kind: PaperChoice(setting.printer, setting.size, setting.copies) for kind, setting in papers.items()
    }
    desk.change_settings(papers={**desk.settings.papers, **choices})


def printers(desk: Desk) -> tuple[str, ...]:
    """The system's printers, and the receipt printer where this desk has one."""
    own = (THERMAL,) if desk.settings.thermal_address else ()
    return (*own, *installed_printers())


def test_thermal(desk: Desk, printing: Printing) -> str:
    """Some lines on the receipt printer: text, a rare character, a code; nothing about anybody."""
    from desk_app.devices.thermal import DPI, SlipLine
    from desk_app.papers.slip_line import line_page

    def drawn(line: SlipLine, dots: int) -> PagePicture:
        pdf = line_page(line.text, dots / DPI * 25.4, printing.fonts, large=line.large)
        return render_pages(pdf, DPI)[0]

    lines = (
        SlipLine(TEST_LINES[0], large=True),
        *(SlipLine(words) for words in TEST_LINES[1:]),
        SlipLine(str(desk.new_id()).upper(), code=True),
    )
    thermal_printer(desk).print_lines(lines, drawn)
    return word(DocumentKind.RECEIPT)


def test_print(desk: Desk, printing: Printing, kind: DocumentKind, setting: PaperSetting) -> str:
    """Print a kind with sample people only; returns the words for the page."""
    drawn = printing.draw(sample_request(desk, kind, setting.size))
    choice = PaperChoice(setting.printer, setting.size, setting.copies)
    job = PrintJob(desk.new_id(), f"test-{kind.value}", drawn.pdf, setting.size, 1)
    printing.printer(choice).print(job)
    return word(kind)


def _fitting_item(desk: Desk, kind: DocumentKind) -> OfferedItem:
    """An item whose sample case leaves this paper."""
    for offered in desk.offer.items.values():
        immediate = offered.item.kind is CaseKind.IMMEDIATE
        wanted = {
            DocumentKind.COMPLETION: immediate and offered.mode.may_accept,
            DocumentKind.ASSISTANCE: immediate and offered.mode is HandlingMode.ASSIST,
            DocumentKind.ACCEPTANCE: not immediate and offered.mode.may_accept,
        }.get(kind, not immediate and offered.mode.may_receive)
        if wanted:
            return offered
    raise NotFound("no_such_item")


def sample_request(desk: Desk, kind: DocumentKind, size: PaperSize) -> PaperRequest:
    """A paper of people who do not exist, marked 演示 and numbered 样张. Raises NotFound."""
    if kind in SIZES:
        return _first_day_sample(desk, kind, size, _fitting_item(desk, kind))
    from desk_app.wiring.later_samples import later_requests
    from desk_app.wiring.samples import Samples

    made = Samples(desk, desk.now())
    found = next(request for _, request in later_requests(made) if request.kind is kind)
    printing = replace(found.printing, number="样张", demo=True)
    return replace(found, size=size, printing=printing)


def _first_day_sample(desk: Desk, kind: DocumentKind, size: PaperSize, offered: OfferedItem) -> PaperRequest:
    from desk_app.services.preview import case_as_it_would_be

    now = desk.now()
    form = IntakeForm(UUID(int=0), offered.item.id, offered.release, SAMPLE).take_all(offered)
    if kind is DocumentKind.NOTICE and offered.item.materials:
        form = form.mark(offered.item.materials[0].number, MaterialState.MISSING)
    case = case_as_it_would_be(form, offered, now)
    clerk = desk.present_clerk
    return PaperRequest(
        kind=kind,
        size=size,
        site=clerk.site,
        printing=PrintingFacts("样张", case.id, now, clerk.name, demo=True),
        clerk_name=clerk.name,
        counter=clerk.device.counter,
        case=None if kind is DocumentKind.REFERRAL else case,
        deadlines=case_deadlines(case, desk.calendar),
        offered=offered,
        notice_by=notice_deadline(local_day(now), desk.calendar).due,
        destination=destination(offered, clerk.site),
    )
