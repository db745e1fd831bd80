"""Papers of committed acts: numbered in their series, archived, counted when printed again."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from desk_app.db.store import Store
from desk_app.domain.cases import Case
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import GlyphMissing, IllegalMove, NotFound
from desk_app.papers.request import DrawnPaper, PaperRequest
from desk_app.services.catalogue import Offer
from desk_app.services.documents import PaperOrder, count_reprint, issue, marked_copy, snapshot
from desk_app.services.intake import Intake, commit_intake, papers_due
from tests.services.desk_samples import CALENDAR, CLERK, NOW, form

RECEIPT = PaperOrder(DocumentKind.RECEIPT, PaperSize.A5)


@pytest.fixture
def case(store: Store, offer: Offer) -> Case:
    offered = offer.get("1-19")
    return commit_intake(store, CLERK, Intake(form("1-19").take_all(offered), offered), NOW)


def drawn(request: PaperRequest) -> DrawnPaper:
    text = f"{request.printing.number} {request.printing.event_id} {request.notice_by}"
    return DrawnPaper(text.encode(), 1, request.kind, request.size)


def refuse(_: PaperRequest) -> DrawnPaper:
    raise GlyphMissing(character="U+30000")


def marked(pdf: bytes, nth: int) -> bytes:
    return pdf + f" 补打第{nth}次".encode()


def test_a_paper_is_numbered_archived_and_names_its_act(store: Store, case: Case) -> None:
    made = issue(store, CLERK, case.id, RECEIPT, drawn, CALENDAR, NOW)
    assert made.document.number == "示例收字〔2026〕第3-001号"
    with store.read() as reader:
        act = reader.cases.last_act(case.id)
    assert str(act) in made.pdf.decode()
    assert snapshot(store, case.id, DocumentKind.RECEIPT).pdf == made.pdf
    assert papers_due(made.case) == (DocumentKind.ACCEPTANCE,)


def test_each_kind_counts_for_itself(store: Store, case: Case) -> None:
    numbers = [
        issue(store, CLERK, case.id, PaperOrder(kind, PaperSize.A5), drawn, CALENDAR, NOW).document.number
        for kind in (DocumentKind.RECEIPT, DocumentKind.ACCEPTANCE, DocumentKind.RECEIPT)
    ]
    assert numbers == ["示例收字〔2026〕第3-001号", "示例受字〔2026〕第3-001号", "示例收字〔2026〕第3-002号"]


def test_a_drawing_that_fails_takes_no_number_and_leaves_the_case(store: Store, case: Case) -> None:
    with pytest.raises(GlyphMissing):
        issue(store, CLERK, case.id, RECEIPT, refuse, CALENDAR, NOW)
    assert issue(store, CLERK, case.id, RECEIPT, drawn, CALENDAR, NOW).document.number.endswith("3-001号")


def test_a_reprint_is_the_snapshot_counted(store: Store, case: Case) -> None:
    made = issue(store, CLERK, case.id, RECEIPT, drawn, CALENDAR, NOW)
    again = marked_copy(store, case.id, made.document.id, marked)
    assert again.pdf == made.pdf + " 补打第2次".encode()
    refused = marked_copy(store, case.id, made.document.id, marked)
    assert refused.document.printed == 2, "a copy that no printer took is not counted"
    counted = count_reprint(store, CLERK, case.id, made.document.id, NOW)
    assert counted.documents[0].printed == 2
    assert marked_copy(store, case.id, made.document.id, marked).document.printed == 3
    assert snapshot(store, case.id, DocumentKind.RECEIPT).pdf == made.pdf


def test_what_was_never_printed_is_not_found(store: Store, case: Case) -> None:
    with pytest.raises(NotFound, match="no_such_document"):
        snapshot(store, case.id, DocumentKind.NOTICE)
    with pytest.raises((IllegalMove, NotFound)):
        marked_copy(store, case.id, UUID(int=77), marked)


def test_no_paper_without_a_committed_case(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        issue(store, CLERK, UUID(int=404), RECEIPT, drawn, CALENDAR, NOW)
