"""What the settings show: a frozen picture, made anew after every change. It never holds a password."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from desk_app.domain.accounts import User
from desk_app.domain.catalogue import OfferedItem
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import DeskError
from desk_app.domain.item_lint import Finding
from desk_app.domain.overprint import Form, Offset
from desk_app.domain.stand_ins import StandIn
from desk_app.domain.wording import Fault
from desk_app.ui.screens.intake.calls import PageImage
from desk_app.ui.screens.settings.calls import (
    AboutFact,
    BackupMade,
    DeskValues,
    ReleaseInfo,
    ReleaseReview,
)
from desk_app.ui.screens.settings.items.rows import ItemRow
from desk_app.ui.screens.settings.new_password.values import NewPassword
from desk_app.ui.screens.settings.papers.values import PaperSetting
from desk_app.ui.screens.settings.sections import Section
from desk_app.ui.screens.settings.site_facts import Problem, SiteFacts, SiteField
from desk_app.ui.screens.settings.wording.values import Sentence


class Said(StrEnum):
    """What was done, to be put into words by the view."""

    NOTHING = ""
    SAVED = "saved"
    TEXT = "text"
    """The words came from outside: what was printed."""
    PERSON_ADDED = "person_added"
    ROLE_CHANGED = "role_changed"
    ACCOUNT_CLOSED = "account_closed"
    ACCOUNT_REOPENED = "account_reopened"
    STAND_IN_GIVEN = "stand_in_given"
    STAND_IN_ENDED = "stand_in_ended"
    PASSWORD_SET = "password_set"  # noqa: S105 - what was done, not a secret
    VERIFIED = "verified"
    CALENDAR_IMPORTED = "calendar_imported"
    BACKED_UP = "backed_up"
    RELEASE_ADOPTED = "release_adopted"
    COPIED = "copied"


class PersonTask(StrEnum):
    """What the form beside the list of people is for."""

    NONE = "none"
    ADD = "add"
    OWN_PASSWORD = "own_password"  # noqa: S105 - the name of a form, not a secret
    OTHER = "other"
    """Somebody else: role, password, closing."""
    REOPEN = "reopen"
    """Somebody whose account is closed."""


@dataclass(frozen=True, slots=True)
class DeskShown:
    """打印 and 显示."""

    values: DeskValues
    papers: Mapping[DocumentKind, PaperSetting]
    printers: tuple[str, ...] | None
    """None while they are being looked for."""


@dataclass(frozen=True, slots=True)
class PeopleShown:
    """人员."""

    users: tuple[User, ...]
    chosen: UUID | None
    task: PersonTask
    new: NewPassword
    sheet: str
    """Words of a recovery sheet that was just made; "" otherwise."""
    periods: tuple[StandIn, ...] = ()
    """Who stands in for whom."""

    @property
    def user(self) -> User | None:
        """Who is chosen."""
        return next((user for user in self.users if user.id == self.chosen), None)


@dataclass(frozen=True, slots=True)
class SiteShown:
    """站点."""

    facts: SiteFacts
    problems: Mapping[SiteField, Problem]


@dataclass(frozen=True, slots=True)
class ItemsShown:
    """事项."""

    rows: tuple[ItemRow, ...] | None
    """None while they are being read."""
    item: OfferedItem | None
    """The one whose details stand beside the list."""
    values: Mapping[str, str]
    """What the site says of it, by the keys of ``sections.ITEM``."""
    days_wrong: bool = False


@dataclass(frozen=True, slots=True)
class StockShown:
    """日历, 备份, 关于."""

    years: tuple[int, ...]
    imported: tuple[int, ...]
    """Years the last calendar file brought."""
    backup: BackupMade | None
    about: tuple[AboutFact, ...]


@dataclass(frozen=True, slots=True)
class CatalogueShown:
    """目录."""

    releases: tuple[ReleaseInfo, ...]
    review: ReleaseReview | None
    findings: tuple[Finding, ...] | None
    """Of the release in force; None until they were asked for."""


@dataclass(frozen=True, slots=True)
class WordingShown:
    """文书用语."""

    paper: DocumentKind
    variant: str
    """A legal nature or a mode; "" for all items."""
    sentences: tuple[Sentence, ...]
    at: int
    text: str
    faults: tuple[Fault, ...]
    pages: tuple[PageImage, ...]
    dirty: bool = False
    """Something was typed and is not saved."""

    @property
    def sentence(self) -> Sentence | None:
        """The one in hand; None while they are being read."""
        return self.sentences[self.at] if self.at < len(self.sentences) else None


@dataclass(frozen=True, slots=True)
class OverprintShown:
    """套打."""

    form: Form
    at: int
    """Which of its spots is in hand."""
    picture: bytes
    printer: str
    offset: Offset
    """Of that printer."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything."""

    section: Section
    may: bool
    """Whether who is at the keyboard may change anything on this page."""
    desk: DeskShown
    people: PeopleShown
    site: SiteShown
    items: ItemsShown
    stock: StockShown
    catalogue: CatalogueShown
    wording: WordingShown
    overprint: OverprintShown
    busy: bool = False
    trouble: DeskError | None = None
    said: Said = Said.NOTHING
    text: str = ""
    """Words for :attr:`Said.TEXT`."""
