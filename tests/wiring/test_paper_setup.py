"""Which printer prints what, and test prints that name nobody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.config import PaperChoice, read_settings
from desk_app.domain.catalogue import CaseKind, HandlingMode
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import NotFound
from desk_app.papers.request import ALL_SIZES
from desk_app.services.catalogue import Offer
from desk_app.ui.screens.settings.papers.values import PaperSetting
from desk_app.wiring import paper_setup
from desk_app.wiring.desk import SETTINGS_FILE, Desk
from desk_app.wiring.printing import Printing
from tests.papers.reading import text_of
from tests.stories.counter import LI, WANG

FOLDER = "folder"


def test_choices_are_kept_on_the_disk(desk: Desk) -> None:
    paper_setup.save_papers(desk, {DocumentKind.RECEIPT: PaperSetting("laser", PaperSize.A4, 2)})
    assert paper_setup.papers_of(desk)[DocumentKind.RECEIPT] == PaperSetting("laser", PaperSize.A4, 2)
    kept = read_settings(desk.folder.path / SETTINGS_FILE)
    assert kept.paper(DocumentKind.RECEIPT) == PaperChoice("laser", PaperSize.A4, 2)
    assert set(paper_setup.papers_of(desk)) == set(DocumentKind)


@pytest.mark.parametrize("kind", sorted(ALL_SIZES))
def test_every_paper_can_be_tried_with_sample_people(
    desk: Desk, printing: Printing, kind: DocumentKind
) -> None:
    for size in ALL_SIZES[kind]:
        said = paper_setup.test_print(desk, printing, kind, PaperSetting(FOLDER, size, 1))
        assert said
        (file,) = desk.folder.printed_folder.glob(f"test-{kind.value}.pdf")
        text = text_of(file.read_bytes())
        assert "演示" in text
        assert not any(party.name in text or party.id_number in text for party in (WANG, LI))
    with desk.open_store.read() as reader:
        assert reader.cases.count() == 3, "nothing was stored"


def test_a_site_without_a_fitting_item_says_so(desk: Desk, printing: Printing) -> None:
    only = {
        item_id: replace(offered, mode=HandlingMode.ADVICE)
        for item_id, offered in desk.offer.items.items()
        if offered.item.kind is CaseKind.IMMEDIATE
    }
    desk.shelf._offer = Offer(desk.offer.release, desk.known.site.tier, only)
    with pytest.raises(NotFound):
        paper_setup.test_print(desk, printing, DocumentKind.ACCEPTANCE, PaperSetting(FOLDER, PaperSize.A5, 1))


def test_no_print_system_means_no_printers(qt: object, desk: Desk) -> None:
    assert "thermal" not in paper_setup.printers(desk)
    desk.change_settings(thermal_address="192.168.1.50")
    assert paper_setup.printers(desk)[0] == "thermal"


def test_a_receipt_printer_is_tried_and_then_prints_slips(
    desk: Desk, printing: Printing, tmp_path: Path
) -> None:
    paper = tmp_path / "roll"
    paper.touch()
    desk.change_settings(thermal_address=f"file:{paper}", thermal_width=58)
    assert paper_setup.test_thermal(desk, printing)
    tried = paper.read_bytes()
    assert "小票机试打".encode("gb18030") in tried
    assert "生僻字".encode("gb18030") not in tried, "a line with a rare character is a picture"
    setting = PaperSetting("thermal", PaperSize.ROLL80, 1)
    assert paper_setup.test_print(desk, printing, DocumentKind.RECEIPT, setting)
    assert b"\x1dv0\x00\x30\x00" in paper.read_bytes(), "48 bytes across: 58 mm"
