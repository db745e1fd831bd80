"""Pictures of papers against a real store: slots, rights, purposes, and what is put on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.db.store import Store
from desk_app.domain.attachments import (
    Attachment,
    AttachmentShown,
    Grade,
    IdentityImagesSwitched,
    Look,
    Media,
    PictureSource,
    Place,
    SlotKind,
)
from desk_app.domain.cases import Case, DocumentIssued
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import DeskError, IllegalMove, InputError, NotAllowed, NotFound
from desk_app.domain.journal import Stream
from desk_app.domain.picture_work import WHOLE, PictureWork
from desk_app.domain.sites import Clerk
from desk_app.exchange.pictures import Picture, decode, encode
from desk_app.papers.fonts import Role, find_fonts
from desk_app.papers.picture import page_count
from desk_app.paths import font_dirs
from desk_app.services.attachments import (
    Means,
    allow_identity_images,
    attach,
    attachments_of,
    export,
    grade_attachment,
    identity_purpose,
    remove_attachment,
    rework_attachment,
    sheet_of,
    show,
)
from desk_app.services.intake import Intake, commit_intake
from tests.exchange.picture_samples import on_a_table, sheet
from tests.services.desk_samples import AUDITOR, CALENDAR, CLERK, KEY, MANAGER, NOW, form, new_store, offer

ITEM = "1-1"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = new_store(tmp_path / "store")
    yield made
    made.close()


@pytest.fixture
def case(store: Store) -> Case:
    offered = offer().get(ITEM)
    return commit_intake(store, CLERK, Intake(form(ITEM).take_all(offered), offered), NOW)


@pytest.fixture(scope="module")
def means() -> Means:
    font = find_fonts(font_dirs()).runs("仅", Role.PLAIN)[0][0].path
    return Means(lambda _pdf, _dpi: [sheet(), sheet()], font)


def photo() -> Picture:
    return Picture(encode(on_a_table()), Media.JPEG, 1)


def scan() -> Picture:
    return Picture(b"%PDF-1.4 two pages", Media.PDF, 2)


def rows(case: Case) -> tuple[int, int]:
    """A row that is an identity card, and one that is none."""
    card = next(row.number for row in case.materials if "身份证" in row.name)
    return card, next(row.number for row in case.materials if "身份证" not in row.name)


def put(store: Store, case: Case, picture: Picture, now: datetime = NOW) -> Attachment:
    place = Place(row=rows(case)[1])
    return attach(store, CLERK, case.id, place, picture, PictureSource.FOLDER, now)


def entries(store: Store, stream: Stream) -> list[str]:
    with store.read() as reader:
        return [entry.envelope.kind for entry in reader.journal.of_kind(stream)]


def issue(store: Store, case: Case, kind: DocumentKind = DocumentKind.MANDATE) -> UUID:
    with store.write(CLERK, NOW) as tx:
        paper = tx.new_id(NOW)
        sha256 = tx.documents.put(b"a paper")
        tx.record(
            DocumentIssued(paper, kind, PaperSize.A4, "示例委字〔2026〕第001号", sha256, 1, NOW), case.id
        )
    return paper


def test_a_picture_goes_into_a_slot_and_comes_out_as_it_was(store: Store, case: Case, tmp_path: Path) -> None:
    item = put(store, case, photo())
    assert (item.slot.kind, item.slot.row, item.grade) == (SlotKind.MATERIAL, rows(case)[1], Grade.UNCHECKED)
    assert (item.by, item.at, item.source) == (CLERK.name, NOW, PictureSource.FOLDER)
    assert entries(store, Stream.ATTACHMENT) == ["attachment.attached"]
    again = put(store, case, photo())
    assert again.content == item.content
    store.close()
    assert b"JFIF" not in (tmp_path / "store" / "store.db").read_bytes()
    opened = Store.open(tmp_path / "store", KEY, calendar=CALENDAR)
    with opened.read() as reader:
        assert reader.documents.get(item.content.sha256) == photo().data
    assert [kept.id for kept in attachments_of(opened, case.id).kept] == [item.id, again.id]
    opened.rebuild()
    assert opened.verify().ok
    assert len(attachments_of(opened, case.id).items) == 2
    opened.close()


def test_a_lost_picture_is_found_missing(store: Store, case: Case) -> None:
    item = put(store, case, photo())
    with store._writing() as (connection, _):
        connection.exec_driver_sql("DELETE FROM blob WHERE sha256 = ?", (item.content.sha256,))
    assert [fault.kind for fault in store.verify().faults] == ["blob"]


def test_a_signed_copy_needs_the_paper_to_have_come_out(store: Store, case: Case) -> None:
    place = Place(paper=DocumentKind.MANDATE)

    def signed(unprinted: tuple[DocumentKind, ...] = ()) -> Attachment:
        source = PictureSource.FILE
        return attach(store, CLERK, case.id, place, scan(), source, NOW, unprinted=unprinted)

    with pytest.raises(IllegalMove, match="paper_not_printed"):
        signed()
    paper = issue(store, case)
    with pytest.raises(IllegalMove, match="paper_not_printed"):
        signed((DocumentKind.MANDATE,))
    assert entries(store, Stream.ATTACHMENT) == []
    item = signed()
    assert (item.slot.kind, item.slot.paper, item.grade) == (SlotKind.SIGNED, paper, Grade.PROMISED)
    assert item.name == "示例委字〔2026〕第001号"


def test_a_page_of_a_ledger_has_a_slot_of_its_own(store: Store, case: Case) -> None:
    place, source = Place(ledger=True), PictureSource.PASTE
    item = attach(store, CLERK, case.id, place, photo(), source, NOW, grade=Grade.CHECKED)
    assert (item.slot.kind, item.grade) == (SlotKind.LEDGER, Grade.CHECKED)


def test_identity_cards_are_off_until_the_site_says_what_for(store: Store, case: Case, means: Means) -> None:
    place, source = Place(row=rows(case)[0]), PictureSource.CAMERA
    with pytest.raises(NotAllowed, match="identity_images_off"):
        attach(store, CLERK, case.id, place, photo(), source, NOW)
    with pytest.raises(NotAllowed, match="right_missing"):
        allow_identity_images(store, CLERK, "办理低保", NOW)
    assert identity_purpose(store) == ""
    assert allow_identity_images(store, MANAGER, "  办理 低保 ", NOW) == "办理 低保"
    item = attach(store, CLERK, case.id, place, photo(), source, NOW)
    assert item.purpose == identity_purpose(store) == "办理 低保"
    (page,) = show(store, CLERK, case.id, item.id, means, NOW)
    assert page.tobytes() != decode(photo().data).tobytes()
    assert attachments_of(store, case.id).get(item.id).looks == 1
    assert entries(store, Stream.AUDIT) == [IdentityImagesSwitched.kind]
    allow_identity_images(store, MANAGER, "", NOW)
    with pytest.raises(NotAllowed, match="identity_images_off"):
        attach(store, CLERK, case.id, place, photo(), source, NOW)


def test_other_papers_are_looked_at_without_a_trace(store: Store, case: Case, means: Means) -> None:
    item = put(store, case, photo())
    (page,) = show(store, CLERK, case.id, item.id, means, NOW)
    assert page.tobytes() == decode(photo().data).tobytes()
    grade_attachment(store, CLERK, case.id, item.id, Grade.CHECKED, NOW)
    (marked,) = show(store, CLERK, case.id, item.id, means, NOW)
    assert marked.tobytes() != page.tobytes()
    assert attachments_of(store, case.id).get(item.id).looks == 0


def test_what_leaves_the_store_says_what_for(store: Store, case: Case, means: Means) -> None:
    item = put(store, case, scan())
    with pytest.raises(InputError, match="purpose_missing"):
        export(store, CLERK, case.id, item.id, " ", means, NOW)
    pdf = export(store, CLERK, case.id, item.id, "送民政部门", means, NOW)
    assert page_count(pdf) == 2
    with store.read() as reader:
        (*_, last) = reader.journal.of_stream(Stream.ATTACHMENT, case.id)
    assert last.envelope.kind == AttachmentShown.kind
    assert Look.EXPORTED.value in last.body
    assert "送民政部门" in last.body


def test_mending_makes_another_picture_and_an_old_grade_falls_back(store: Store, case: Case) -> None:
    item = put(store, case, photo())
    corners = sheet_of(store, case.id, item.id)
    assert corners != WHOLE
    turned = rework_attachment(store, CLERK, case.id, item.id, PictureWork(90), NOW)
    assert (turned.grade, turned.content.pages) == (Grade.UNCHECKED, 1)
    grade_attachment(store, CLERK, case.id, item.id, Grade.CHECKED, NOW)
    cut = rework_attachment(store, CLERK, case.id, item.id, PictureWork(corners=corners), NOW)
    assert cut.grade is Grade.UNCHECKED
    assert len({item.content.sha256, turned.content.sha256, cut.content.sha256}) == 3
    with store.read() as reader:
        assert reader.documents.get(item.content.sha256) == photo().data
    assert store.verify().ok


def test_a_bound_scan_is_not_mended_here(store: Store, case: Case) -> None:
    item = put(store, case, scan())
    with pytest.raises(IllegalMove, match="rework_pdf"):
        rework_attachment(store, CLERK, case.id, item.id, PictureWork(90), NOW)
    with pytest.raises(IllegalMove, match="rework_pdf"):
        sheet_of(store, case.id, item.id)


def test_taken_away_for_a_reason_and_never_deleted(store: Store, case: Case) -> None:
    item = put(store, case, photo())
    with pytest.raises(IllegalMove, match="reason_needed"):
        remove_attachment(store, CLERK, case.id, item.id, " ", NOW)
    later = NOW + timedelta(minutes=3)
    held = remove_attachment(store, CLERK, case.id, item.id, " 拍糊了 ", later)
    assert (held.kept, held.get(item.id).reason, held.get(item.id).removed_at) == ((), "拍糊了", later)
    with pytest.raises(IllegalMove, match="attachment_gone"):
        rework_attachment(store, CLERK, case.id, item.id, PictureWork(90), later)
    with store.read() as reader:
        assert reader.documents.get(item.content.sha256) == photo().data


def test_who_may_and_what_is_not_there(store: Store, case: Case) -> None:
    def tried(clerk: Clerk, row: int, case_id: UUID = case.id) -> str:
        try:
            attach(store, clerk, case_id, Place(row=row), photo(), PictureSource.FILE, NOW)
        except DeskError as fault:
            return fault.code
        return ""

    assert tried(AUDITOR, 1) == "right_missing"
    assert tried(CLERK, 99) == "no_such_material"
    assert tried(CLERK, 1, UUID(int=9)) == NotFound("no_such_case").code
    with pytest.raises(NotFound):
        attachments_of(store, UUID(int=9))
    assert entries(store, Stream.ATTACHMENT) == []
