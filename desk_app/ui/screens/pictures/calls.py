"""What the page of pictures asks of the rest of the program, as plain callables.

All but ``after``, ``watching`` and ``camera`` are slow and run through ``jobs.run``. Each may raise
:class:`~desk_app.domain.errors.DeskError`, whose sentence is then shown on the page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from desk_app.domain.arrivals import AfterStored, Arrived
from desk_app.domain.attachments import Attachment, Attachments, Grade, PictureSource, Place
from desk_app.domain.cases import Case
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import DeskError
from desk_app.domain.picture_work import Corners, PictureWork


@dataclass(frozen=True, slots=True)
class PagePixels:
    """A page in colour: three bytes a pixel, rows without padding."""

    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True, slots=True)
class PicturesLoaded:
    """A case with its pictures."""

    case: Case
    held: Attachments
    unprinted: tuple[DocumentKind, ...]
    """Papers that were made or are due, and have not come out of the printer."""
    purpose: str
    """For what identity cards may be photographed here; empty while they may not."""


@dataclass(frozen=True, slots=True)
class PictureCalls:
    """Everything the presenter calls."""

    load: Callable[[UUID], PicturesLoaded]
    attach_file: Callable[[UUID, Place, str, PictureSource], Attachment]
    """(case, place, path, how it came)."""
    attach_bytes: Callable[[UUID, Place, bytes, PictureSource], Attachment]
    attach_arrived: Callable[[UUID, Place, Arrived], Attachment]
    """A file of the watched folder; what becomes of it outside follows the desk's setting."""
    pages: Callable[[UUID, UUID], tuple[PagePixels, ...]]
    """(case, attachment) with what belongs on them burned in; of an identity card that is put on record."""
    grade: Callable[[UUID, UUID, Grade], Attachment]
    remove: Callable[[UUID, UUID, str], Attachments]
    rework: Callable[[UUID, UUID, PictureWork], Attachment]
    sheet: Callable[[UUID, UUID], Corners]
    """Where the sheet seems to lie: cutting begins there."""
    look: Callable[[], tuple[Arrived, ...]]
    """What has newly arrived in the watched folder."""
    pass_over: Callable[[Arrived], None]
    settle: Callable[[Arrived, AfterStored], None]
    """The answer about the file outside; it holds from now on."""
    after: Callable[[], AfterStored]
    watching: Callable[[], bool]
    """Whether a folder is set."""
    camera: Callable[[Callable[[bytes], None], Callable[[DeskError], None]], None] | None = None
    """Begins at once and answers later, both on the window's thread: a picture, or why there is none. None
    where no camera can be used."""
