"""Pictures beside a case: one slot for each paper of its list and each paper it printed (F17, F18).

A stream of its own under the case's id: pictures come and go while the case moves by other rules. What is
stored is a name (SHA-256) of encrypted bytes; *that* it was attached, graded, taken away or looked at is an
entry (house.md §6). Nothing is deleted: taking a picture away ends the link and says why.

Trust grades are those of 国办函〔2016〕108号: A issued by an organ, B compared with the original by a window
clerk, C handed in and still to be compared, D the citizen's own promise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from desk_app.domain.case_values import MaterialState
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import IllegalMove


class Grade(StrEnum):
    """How far a picture can be trusted (国办函〔2016〕108号); a value stands in journals."""

    ISSUED = "A"
    CHECKED = "B"
    UNCHECKED = "C"
    PROMISED = "D"


class SlotKind(StrEnum):
    """What a slot is for."""

    MATERIAL = "material"
    """A row of the case's paper list."""
    SIGNED = "signed"
    """The signed copy of a paper that was printed here."""
    LEDGER = "ledger"
    """A page of the paper ledger a case was entered from later (F25)."""


class Media(StrEnum):
    """What the stored bytes are; every other picture becomes a JPEG before it is stored."""

    JPEG = "jpeg"
    PDF = "pdf"


class PictureSource(StrEnum):
    """How a picture came in."""

    FILE = "file"
    PASTE = "paste"
    DROP = "drop"
    FOLDER = "folder"
    """The folder a document camera or a scanner writes to."""
    CAMERA = "camera"


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a picture belongs. ``row`` is set for a material, ``paper`` for a signed copy."""

    kind: SlotKind
    row: int = 0
    paper: UUID | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a picture is to go, as a person says it: one of the three."""

    row: int = 0
    paper: DocumentKind | None = None
    ledger: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """What is stored: the name of the bytes, their kind and measure."""

    sha256: str
    media: Media
    pages: int
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A picture was put into a slot."""

    kind: ClassVar[str] = "attachment.attached"
    version: ClassVar[int] = 1

    attachment: UUID
    slot: Slot
    name: str
    """What the slot was called that day: the paper's name or number, never a file name."""
    content: Content
    source: PictureSource
    grade: Grade
    by: str
    at: datetime
    purpose: str = ""
    """What an identity card was photographed for; empty for any other paper."""


@dataclass(frozen=True, slots=True)
class AttachmentReworked:
    """Turned, cropped or straightened: other bytes take the place, the earlier ones stay archived."""

    kind: ClassVar[str] = "attachment.reworked"
    version: ClassVar[int] = 1

    attachment: UUID
    content: Content
    at: datetime


@dataclass(frozen=True, slots=True)
class AttachmentGraded:
    """Somebody says how far the picture can be trusted, under their own name."""

    kind: ClassVar[str] = "attachment.graded"
    version: ClassVar[int] = 1

    attachment: UUID
    grade: Grade
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AttachmentRemoved:
    """Taken out of its slot, for a reason; the bytes stay."""

    kind: ClassVar[str] = "attachment.removed"
    version: ClassVar[int] = 1

    attachment: UUID
    reason: str
    by: str
    at: datetime


class Look(StrEnum):
    """What was done with a picture that is only shown for a purpose."""

    SHOWN = "shown"
    EXPORTED = "exported"


@dataclass(frozen=True, slots=True)
class AttachmentShown:
    """An identity card was looked at, or any picture left the store as a file; what for is said."""

    kind: ClassVar[str] = "attachment.shown"
    version: ClassVar[int] = 1

    attachment: UUID
    look: Look
    purpose: str
    by: str
    at: datetime


AttachmentEvent = Attached | AttachmentReworked | AttachmentGraded | AttachmentRemoved | AttachmentShown


@dataclass(frozen=True, slots=True)
class IdentityImagesSwitched:
    """A site allows pictures of identity cards for one stated purpose, or forbids them again (empty)."""

    kind: ClassVar[str] = "attachment.identity_switched"
    version: ClassVar[int] = 1

    purpose: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Attachment:
    """One picture as its events leave it."""

    id: UUID
    slot: Slot
    name: str
    content: Content
    source: PictureSource
    at: datetime
    by: str
    grade: Grade
    graded_at: datetime
    graded_by: str
    purpose: str = ""
    removed_at: datetime | None = None
    removed_by: str = ""
    reason: str = ""
    looks: int = 0

    @property
    def kept(self) -> bool:
        """Whether it still stands in its slot."""
        return self.removed_at is None


@dataclass(frozen=True, slots=True)
class Attachments:
    """All pictures of one case, in the order in which they came."""

    case: UUID
    items: tuple[Attachment, ...] = ()

    @property
    def kept(self) -> tuple[Attachment, ...]:
        """Those that stand in a slot."""
        return tuple(item for item in self.items if item.kept)

    def of(self, slot: Slot) -> tuple[Attachment, ...]:
        """Those that stand in this slot."""
        return tuple(item for item in self.kept if item.slot == slot)

    def get(self, attachment: UUID) -> Attachment:
        """One of them, taken away or not. Raises IllegalMove ``no_such_attachment``."""
        for item in self.items:
            if item.id == attachment:
                return item
        raise IllegalMove("no_such_attachment")


_IDENTITY = ("身份证", "居住证", "临时身份证明")
"""Names of papers whose picture is that of an identity card (居民身份证法 art. 13, PIPL art. 6)."""


def shows_identity(name: str) -> bool:
    """Whether a picture of this paper is taken only where the site allows it, for a stated purpose."""
    return any(word in name for word in _IDENTITY)


def default_grade(slot: Slot, state: MaterialState | None = None) -> Grade:
    """What a picture is before anybody compared it: B is given by a person, never by the program."""
    if slot.kind is SlotKind.SIGNED:
        return Grade.PROMISED
    return Grade.ISSUED if state is MaterialState.E_LICENCE else Grade.UNCHECKED


def apply(held: Attachments, event: AttachmentEvent) -> Attachments:
    """One event laid over the pictures of a case. Raises IllegalMove for what cannot follow."""
    if isinstance(event, Attached):
        if any(item.id == event.attachment for item in held.items):
            raise IllegalMove("attached_already")
        return replace(held, items=(*held.items, _new(event)))
    before = held.get(event.attachment)
    if not before.kept and not isinstance(event, AttachmentShown):
        raise IllegalMove("attachment_gone")
    after = _changed(before, event)
    return replace(held, items=tuple(after if item is before else item for item in held.items))


def _new(event: Attached) -> Attachment:
    return Attachment(
        *(event.attachment, event.slot, event.name, event.content, event.source, event.at, event.by),
        *(event.grade, event.at, event.by),
        purpose=event.purpose,
    )


def _changed(
    before: Attachment, event: AttachmentReworked | AttachmentGraded | AttachmentRemoved | AttachmentShown
) -> Attachment:
    match event:
        case AttachmentReworked():
            return replace(before, content=event.content)
        case AttachmentGraded():
            return replace(before, grade=event.grade, graded_at=event.at, graded_by=event.by)
        case AttachmentRemoved():
            if not event.reason.strip():
                raise IllegalMove("reason_needed")
            return replace(before, removed_at=event.at, removed_by=event.by, reason=event.reason)
        case _:
            return replace(before, looks=before.looks + 1)
