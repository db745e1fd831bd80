"""Pictures of a case: put into a slot, graded, mended, taken away, shown. Each act is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.attachment_words import across, foot
from desk_app.domain.attachments import (
    Attached,
    Attachment,
    AttachmentGraded,
    AttachmentRemoved,
    AttachmentReworked,
    Attachments,
    AttachmentShown,
    Content,
    Grade,
    IdentityImagesSwitched,
    Look,
    Media,
    PictureSource,
    Place,
    Slot,
    SlotKind,
    default_grade,
    shows_identity,
)
from desk_app.domain.cases import Case, MaterialState
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import IllegalMove, InputError, NotAllowed
from desk_app.domain.picture_work import Corners, PictureWork
from desk_app.domain.sites import Clerk, Right

if TYPE_CHECKING:
    from PIL.Image import Image

    from desk_app.db.store import Reader, Store
    from desk_app.exchange.pictures import Picture

IDENTITY_SETTING = "identity_images"
"""Name of the setting with the purpose of identity-card pictures; empty while they are not allowed."""
LEDGER_PAGE = "台账页照片"

Render = Callable[[bytes, int], list["Image"]]
"""Pages of a PDF at so many dots an inch."""


@dataclass(frozen=True, slots=True)
class Means:
    """What looking at pictures needs from outside: the renderer of PDF pages and a font with Chinese."""

    render: Render
    font: Path


def attach(
    store: Store,
    clerk: Clerk,
    case_id: UUID,
    place: Place,
    picture: Picture,
    source: PictureSource,
    now: datetime,
    *,
    grade: Grade | None = None,
    unprinted: Collection[DocumentKind] = (),
) -> Attachment:
    """Put a picture into a slot. ``unprinted`` names papers that were made and have not come out yet.

    Raises IllegalMove ``no_such_material``, ``paper_not_printed``; NotAllowed ``identity_images_off`` where
    the site has not allowed pictures of identity cards, ``right_missing``; NotFound.
    """
    _require(clerk, Right.RECEIVE)
    with store.write(clerk, now) as tx:
        slot, name, state = _slot(tx.cases.get(case_id), place, unprinted)
        purpose = tx.settings.get(IDENTITY_SETTING) if shows_identity(name) else ""
        if shows_identity(name) and not purpose:
            raise NotAllowed("identity_images_off")
        content = Content(tx.documents.put(picture.data), picture.media, picture.pages, len(picture.data))
        given, new = grade or default_grade(slot, state), tx.new_id(now)
        tx.record(Attached(new, slot, name, content, source, given, clerk.name, now, purpose), case_id)
        return tx.attachments.of_case(case_id).get(new)


def _slot(
    case: Case, place: Place, unprinted: Collection[DocumentKind]
) -> tuple[Slot, str, MaterialState | None]:
    if place.ledger:
        return Slot(SlotKind.LEDGER), LEDGER_PAGE, None
    if place.paper is not None:
        paper = case.document(place.paper)
        if paper is None or place.paper in unprinted:
            raise IllegalMove("paper_not_printed")
        return Slot(SlotKind.SIGNED, paper=paper.id), paper.number, None
    for row in case.materials:
        if row.number == place.row:
            return Slot(SlotKind.MATERIAL, row.number), row.name, row.state
    raise IllegalMove("no_such_material", row=place.row)


def grade_attachment(
    store: Store, clerk: Clerk, case_id: UUID, attachment: UUID, grade: Grade, now: datetime
) -> Attachment:
    """Say how far a picture can be trusted. Raises IllegalMove, NotAllowed."""
    _require(clerk, Right.RECEIVE)
    with store.write(clerk, now) as tx:
        tx.record(AttachmentGraded(attachment, grade, clerk.name, now), case_id)
        return tx.attachments.of_case(case_id).get(attachment)


def remove_attachment(
    store: Store, clerk: Clerk, case_id: UUID, attachment: UUID, reason: str, now: datetime
) -> Attachments:
    """Take a picture out of its slot, for a reason. Raises IllegalMove, NotAllowed."""
    _require(clerk, Right.RECEIVE)
    with store.write(clerk, now) as tx:
        tx.record(AttachmentRemoved(attachment, reason.strip(), clerk.name, now), case_id)
        return tx.attachments.of_case(case_id)


def rework_attachment(
    store: Store, clerk: Clerk, case_id: UUID, attachment: UUID, work: PictureWork, now: datetime
) -> Attachment:
    """Turn, cut or straighten a picture. Raises IllegalMove ``rework_pdf``, NotAllowed.

    A grade of B falls back to C: what was compared with the original is not what stands there now.
    """
    from desk_app.exchange.picture_work import reworked

    _require(clerk, Right.RECEIVE)
    with store.read() as reader:
        before = _kept(reader.attachments.of_case(case_id).get(attachment))
        if before.content.media is not Media.JPEG:
            raise IllegalMove("rework_pdf")
        jpeg = reader.documents.get(before.content.sha256)
    data = reworked(jpeg, work)
    with store.write(clerk, now) as tx:
        content = Content(tx.documents.put(data), Media.JPEG, 1, len(data))
        tx.record(AttachmentReworked(attachment, content, now), case_id)
        if before.grade is Grade.CHECKED:
            tx.record(AttachmentGraded(attachment, Grade.UNCHECKED, clerk.name, now), case_id)
        return tx.attachments.of_case(case_id).get(attachment)


def _kept(item: Attachment) -> Attachment:
    if not item.kept:
        raise IllegalMove("attachment_gone")
    return item


def sheet_of(store: Store, case_id: UUID, attachment: UUID) -> Corners:
    """Where the sheet seems to lie in a photograph, to begin cutting from. Raises IllegalMove."""
    from desk_app.exchange.picture_work import sheet_corners

    with store.read() as reader:
        item = reader.attachments.of_case(case_id).get(attachment)
        if item.content.media is not Media.JPEG:
            raise IllegalMove("rework_pdf")
        return sheet_corners(reader.documents.get(item.content.sha256))


def attachments_of(store: Store, case_id: UUID) -> Attachments:
    """All pictures of a case. Raises NotFound for a case that is not here."""
    with store.read() as reader:
        reader.cases.get(case_id)
        return reader.attachments.of_case(case_id)


def show(
    store: Store, clerk: Clerk, case_id: UUID, attachment: UUID, means: Means, now: datetime, dpi: int = 110
) -> tuple[Image, ...]:
    """Pages to look at, with what belongs on them burned in; of an identity card that is put on record."""
    _require(clerk, Right.RECEIVE)
    with store.read() as reader:
        item, pages = _marked(reader, case_id, attachment, means, dpi)
    if item.purpose:
        _note(store, clerk, case_id, item, Look.SHOWN, item.purpose, now)
    return pages


def export(
    store: Store, clerk: Clerk, case_id: UUID, attachment: UUID, purpose: str, means: Means, now: datetime
) -> bytes:
    """A PDF for somebody outside, marked and put on record. Raises InputError, NotAllowed, IllegalMove."""
    from desk_app.exchange.pictures import as_pdf

    _require(clerk, Right.RECEIVE)
    if not purpose.strip():
        raise InputError("purpose_missing")
    with store.read() as reader:
        item, pages = _marked(reader, case_id, attachment, means, 200)
    _note(store, clerk, case_id, item, Look.EXPORTED, purpose.strip(), now)
    return as_pdf(pages)


def _note(
    store: Store, clerk: Clerk, case_id: UUID, item: Attachment, look: Look, purpose: str, now: datetime
) -> None:
    with store.write(clerk, now) as tx:
        tx.record(AttachmentShown(item.id, look, purpose, clerk.name, now), case_id)


def _marked(
    reader: Reader, case_id: UUID, attachment: UUID, means: Means, dpi: int
) -> tuple[Attachment, tuple[Image, ...]]:
    from desk_app.exchange.picture_marks import marked
    from desk_app.exchange.pictures import decode

    item = reader.attachments.of_case(case_id).get(attachment)
    data = reader.documents.get(item.content.sha256)
    pages = means.render(data, dpi) if item.content.media is Media.PDF else [decode(data)]
    return item, tuple(marked(page, across(item), foot(item), means.font) for page in pages)


def allow_identity_images(store: Store, clerk: Clerk, purpose: str, now: datetime) -> str:
    """Allow pictures of identity cards for one purpose, or forbid them (empty); put on record."""
    _require(clerk, Right.MANAGE_SITE)
    said = " ".join(purpose.split())[:LONGEST_PURPOSE]
    with store.write(clerk, now) as tx:
        tx.settings.put(IDENTITY_SETTING, said)
        tx.record(IdentityImagesSwitched(said, now), tx.new_id(now))
    return said


LONGEST_PURPOSE = 30
"""Characters: it is written across a card."""


def identity_purpose(store: Store) -> str:
    """What pictures of identity cards are taken for here; empty while they are not allowed."""
    with store.read() as reader:
        return reader.settings.get(IDENTITY_SETTING)


def _require(clerk: Clerk, right: Right) -> None:
    if not clerk.may(right):
        raise NotAllowed("right_missing", right=right.value)
