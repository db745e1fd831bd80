"""``desk-app case attach`` and ``case attachments``: pictures into the slots of a case, and the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.commands.profile_runs import case_named
from desk_app.commands.session import Session, open_session
from desk_app.commands.verb import Answer, Arguments, Surroundings, text, whole
from desk_app.domain.attachments import Attachment, Grade, PictureSource, Place
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import BadFile, InputError
from desk_app.services.attachments import attach, attachments_of, remove_attachment

if TYPE_CHECKING:
    from desk_app.exchange.pictures import Picture

LEDGER = "ledger"


def attach_picture(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
    """``desk-app case attach``."""
    from desk_app.exchange.pictures import read_picture_file
    from desk_app.papers.picture import page_count

    place, grade = _place(arguments), _grade(arguments)
    path = Path(text(arguments, "file"))
    with open_session(arguments, around) as session:
        case_id = case_named(text(arguments, "case"), session)
        picture = read_picture_file(path, page_count)
        yield _answer(_attached(session, case_id, place, picture, grade, around.now()))


def _attached(
    session: Session, case_id: UUID, place: Place, picture: Picture, grade: Grade | None, now: datetime
) -> Attachment:
    return attach(session.store, session.clerk, case_id, place, picture, PictureSource.FILE, now, grade=grade)


def _place(arguments: Arguments) -> Place:
    paper = text(arguments, "paper", "")
    if not paper:
        return Place(row=whole(arguments, "row", 0))
    if paper == LEDGER:
        return Place(ledger=True)
    try:
        return Place(paper=DocumentKind(paper))
    except ValueError as fault:
        raise InputError("argument_not_type", argument="paper") from fault


def _grade(arguments: Arguments) -> Grade | None:
    given = text(arguments, "grade", "")
    try:
        return Grade(given) if given else None
    except ValueError as fault:
        raise InputError("argument_not_type", argument="grade") from fault


def list_pictures(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
    """``desk-app case attachments``; with ``--remove`` one is taken away first, ``--export`` copies out."""
    with open_session(arguments, around) as session:
        case_id = case_named(text(arguments, "case"), session)
        named = text(arguments, "remove", "")
        if named:
            reason = text(arguments, "reason")
            remove_attachment(
                session.store, session.clerk, case_id, _id(named, "remove"), reason, around.now()
            )
        exported = text(arguments, "export", "")
        if exported:
            yield _exported(session, case_id, _id(exported, "export"), arguments, around)
            return
        for item in attachments_of(session.store, case_id).items:
            yield _answer(item)


def _exported(
    session: Session, case_id: UUID, item: UUID, arguments: Arguments, around: Surroundings
) -> Answer:
    """A copy for somebody outside: with what belongs on it burned in, and put on record."""
    from desk_app.papers.fonts import find_fonts
    from desk_app.papers.picture import page_images
    from desk_app.paths import font_dirs
    from desk_app.services.attachments import Means, export

    purpose, target = text(arguments, "purpose"), Path(text(arguments, "to"))
    means = Means(page_images, find_fonts(font_dirs()).plain_file)
    pdf = export(session.store, session.clerk, case_id, item, purpose, means, around.now())
    try:
        target.write_bytes(pdf)
    except OSError as fault:
        raise BadFile("file_not_written") from fault
    return {"attachment": str(item), "file": str(target), "purpose": purpose}


def _id(named: str, argument: str) -> UUID:
    try:
        return UUID(named)
    except ValueError as fault:
        raise InputError("argument_not_type", argument=argument) from fault


def _answer(item: Attachment) -> Answer:
    return {
        "attachment": str(item.id),
        "slot": item.slot.kind.value,
        "row": item.slot.row or None,
        "name": item.name,
        "media": item.content.media.value,
        "pages": item.content.pages,
        "bytes": item.content.size,
        "sha256": item.content.sha256,
        "source": item.source.value,
        "grade": item.grade.value,
        "graded_by": item.graded_by,
        "at": item.at.isoformat(),
        "by": item.by,
        "purpose": item.purpose or None,
        "removed": item.reason or None,
    }
