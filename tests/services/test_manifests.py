"""The papers of a batch: two copies where it leaves, one where it comes, each numbered and archived."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from desk_app.db.store import Store
from desk_app.domain.cases import Case
from desk_app.domain.documents import Printing
from desk_app.domain.errors import IllegalMove, NotFound, PaperTrouble
from desk_app.domain.handover import Batch
from desk_app.domain.handover_events import PaperPart
from desk_app.papers.request import DrawnPaper, PaperRequest
from desk_app.services.catalogue import Offer
from desk_app.services.handover import Counted, Destination, add_case, open_batch, receive, send
from desk_app.services.intake import Intake, commit_intake
from desk_app.services.manifests import archived_part, issue_part, manifest_request, reprint_part
from tests.services.desk_samples import CLERK, NOW, form
from tests.services.test_handover import THERE, TO_SITE, modes

LATER = NOW + timedelta(days=1)


def drawn(request: PaperRequest) -> DrawnPaper:
    manifest = request.particulars.manifest
    assert manifest is not None
    said = (request.printing.number, request.printing.event_id, manifest.copy, manifest.differences)
    return DrawnPaper(" ".join(map(str, said)).encode(), 1, request.kind, request.size)


def failing(_request: PaperRequest) -> DrawnPaper:
    raise PaperTrouble("paper_lacks", what="manifest")


def marked(pdf: bytes, nth: int) -> bytes:
    return pdf + f" 补打第{nth}次".encode()


@pytest.fixture
def case(store: Store, offer: Offer) -> Case:
    offered = offer.get("1-1")
    return commit_intake(store, CLERK, Intake(form("1-1").take_all(offered), offered), NOW)


def sent(store: Store, case: Case, to: Destination = TO_SITE) -> Batch:
    batch = open_batch(store, CLERK, to, NOW)
    add_case(store, CLERK, batch.id, case.id, NOW)
    return send(store, CLERK, batch.id, NOW)


def test_both_copies_are_numbered_and_lead_back_to_the_batch(store: Store, case: Case) -> None:
    batch = sent(store, case)
    stub = issue_part(store, CLERK, batch.id, PaperPart.STUB, drawn, LATER)
    bag = issue_part(store, CLERK, batch.id, PaperPart.BAG, drawn, LATER, demo=True)
    assert [made.paper.number for made in (stub, bag)] == [
        "示例移字〔2026〕第3-001号",
        "示例移字〔2026〕第3-002号",
    ]
    assert str(batch.id) in stub.pdf.decode()
    assert ("存根联" in stub.pdf.decode(), "随件联" in bag.pdf.decode()) == (True, True)
    assert archived_part(store, batch.id, PaperPart.BAG) == bag
    with pytest.raises(IllegalMove, match="not_owed"):
        issue_part(store, CLERK, batch.id, PaperPart.STUB, drawn, LATER)
    with pytest.raises(IllegalMove, match="not_owed"):
        issue_part(store, THERE, batch.id, PaperPart.RECEIPT, drawn, LATER)
    store.rebuild()
    assert archived_part(store, batch.id, PaperPart.STUB) == stub
    assert store.verify().ok


def test_the_receipt_says_what_was_found(store: Store, case: Case) -> None:
    batch = sent(store, case)
    counted = Counted("钱某某", (), absences={case.id: "明早补送"}, remark="雨天")
    receive(store, THERE, batch.id, counted, LATER, modes)
    made = issue_part(store, THERE, batch.id, PaperPart.RECEIPT, drawn, LATER)
    assert f"少 {case.number} 明早补送；雨天" in made.pdf.decode()


def test_a_drawing_that_fails_leaves_everything_as_it_was(store: Store, case: Case) -> None:
    batch = sent(store, case)
    with pytest.raises(PaperTrouble):
        issue_part(store, CLERK, batch.id, PaperPart.STUB, failing, LATER)
    with store.read() as reader:
        assert reader.handovers.get(batch.id) == batch
    with pytest.raises(NotFound, match="no_such_document"):
        archived_part(store, batch.id, PaperPart.STUB)


def test_a_reprint_is_the_archived_paper_counted(store: Store, case: Case) -> None:
    batch = sent(store, case)
    stub = issue_part(store, CLERK, batch.id, PaperPart.STUB, drawn, LATER)
    again = reprint_part(store, CLERK, batch.id, PaperPart.STUB, marked, LATER)
    assert (again.paper.printed, again.pdf) == (2, marked(stub.pdf, 2))
    assert reprint_part(store, CLERK, batch.id, PaperPart.STUB, marked, LATER).paper.printed == 3
    assert archived_part(store, batch.id, PaperPart.STUB).pdf == stub.pdf


def test_a_preview_names_no_copy_and_knows_who_is_here(store: Store, case: Case) -> None:
    batch = sent(store, case)
    printing = Printing("预览", UUID(int=9), LATER, CLERK.name)
    with store.read() as reader:
        manifest = manifest_request(reader, CLERK, batch, printing).particulars.manifest
    assert manifest is not None
    assert (manifest.copy, manifest.lines[0].applicant) == ("", case.applicant.name)
