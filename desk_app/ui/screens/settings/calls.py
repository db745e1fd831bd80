"""What the settings ask of the rest of the program, as plain callables.

*Quick* callables answer on the window's thread. *Slow* ones touch files, the store or a printer, or derive a
key: the screen runs them through ``jobs.run`` and never calls them directly. Slow ones may raise
:class:`~desk_app.domain.errors.DeskError`, whose sentence is then shown on the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from desk_app.domain.accounts import User
from desk_app.domain.catalogue import OfferedItem, SiteItem
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.item_lint import Finding
from desk_app.domain.releases import ReleaseDiff
from desk_app.domain.sites import Right, Role
from desk_app.domain.stand_ins import StandIn
from desk_app.ui.screens.settings.overprint.values import OverprintCalls
from desk_app.ui.screens.settings.papers.values import PaperSetting
from desk_app.ui.screens.settings.site_facts import SiteFacts
from desk_app.ui.screens.settings.wording.values import WordingCalls


@dataclass(frozen=True, slots=True)
class DeskValues:
    """Settings of this desk that are neither printers nor site: names and meanings as in ``DeskSettings``."""

    theme: str = "light"
    large_type: bool = False
    lock_after_minutes: int = 5
    explain_due: bool = False
    large_print: bool = False
    backup_folder: str = ""
    watch_folder: str = ""
    after_stored: str = "ask"
    identity_purpose: str = ""
    """Of the site, not of this desk: for what identity cards may be photographed; it takes a right."""
    thermal_address: str = ""
    thermal_width: int = 80
    reader_kind: str = "none"
    reader_address: str = ""
    reader_ask: str = ""
    scan_prefix: str = ""
    scan_suffix: str = ""
    scan_tab: bool = False
    customer_screen: bool = False
    customer_near: bool = False


@dataclass(frozen=True, slots=True)
class NewPerson:
    """An account to be added; the password is handed over beside it."""

    name: str
    role: Role
    counter: str = ""


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A backup that was made and read back."""

    at: datetime
    where: str
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class ReleaseInfo:
    """A release that lies at this desk."""

    version: str
    published: date
    title: str
    items: int
    in_force: bool


@dataclass(frozen=True, slots=True)
class ReleaseReview:
    """A release file that was read and holds together, before anybody puts it in force."""

    version: str
    published: date
    diff: ReleaseDiff
    """Against the release in force."""
    findings: tuple[Finding, ...]
    names: Mapping[str, str]
    """Item id -> name, of both releases; the new one's where both have it."""


@dataclass(frozen=True, slots=True)
class AboutFact:
    """One line of 关于: what it is called is the caller's word (Python, Qt …), for it is a name."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class SettingsCalls:
    """Everything the presenter calls. See the module's text for quick and slow."""

    may: Callable[[Right], bool]
    """Quick. Whether the user at the keyboard holds a right."""
    me: Callable[[], UUID | None]
    """Quick. Who is at the keyboard; None while nobody is."""

    values: Callable[[], DeskValues]
    """Quick."""
    save_values: Callable[[DeskValues], None]
    """Slow, lane ``store``. Keep them; theme and large type were put on already by ``apply_look``."""
    apply_look: Callable[[str, bool], None]
    """Quick. (theme, large type) -> the whole window changes at once."""
    sizes: Mapping[DocumentKind, Sequence[PaperSize]]
    """Kinds of paper there are, and the sizes each can be drawn in."""
    papers: Callable[[], Mapping[DocumentKind, PaperSetting]]
    """Quick. How each kind is printed now."""
    save_papers: Callable[[Mapping[DocumentKind, PaperSetting]], None]
    """Slow, lane ``store``."""
    printers: Callable[[], tuple[str, ...]]
    """Slow, lane ``files``. Names of the system's printers; the PDF folder is not among them."""
    test_print: Callable[[DocumentKind, PaperSetting], str]
    """Slow, lane ``files``. Print this kind with sample people only; returns what to say about it."""

    test_thermal: Callable[[], str]
    """Slow, lane ``files``. Print some lines on the receipt printer. Raises PrinterTrouble, InputError."""
    try_reader: Callable[[DeskValues], str]
    """Slow, lane ``card``. Read a card once with the reader of these values; returns what to say about it.
    Raises DeviceTrouble."""
    devices_changed: Callable[[], None]
    """Quick. Reader, scanner or customer's screen were chosen anew: they hold at once."""

    users: Callable[[], tuple[User, ...]]
    """Quick: reads a small file. All accounts, closed ones too. May raise StoreTrouble."""
    add_user: Callable[[NewPerson, str], None]
    """Slow, lane ``store``. (who, password). Raises NotAllowed, InputError."""
    change_role: Callable[[UUID, Role], None]
    """Slow, lane ``store``. Raises NotAllowed, IllegalMove (own account, last manager)."""
    close_account: Callable[[UUID], None]
    """Slow, lane ``store``. Raises NotAllowed, IllegalMove (own account, last manager)."""
    reopen_account: Callable[[UUID, str], None]
    """Slow, lane ``store``. (who, new password). Raises NotAllowed, InputError."""
    reset_password: Callable[[UUID, str], None]
    """Slow, lane ``store``. (somebody else, new password). Raises NotAllowed, InputError, IllegalMove."""
    change_own_password: Callable[[str, str], None]
    """Slow, lane ``store``. (old, new). Raises SignInFailed, InputError."""
    new_sheet: Callable[[], str]
    """Slow, lane ``store``. Words of a new recovery sheet; the one before opens nothing any more."""
    print_sheet: Callable[[str], str]
    """Slow, lane ``files``. (words) -> print the sheet; returns what to say about it."""

    site: Callable[[], SiteFacts]
    """Quick."""
    save_site: Callable[[SiteFacts], None]
    """Slow, lane ``store``. (tidy facts): tier, region, point and device number are as they were. Raises
    NotAllowed."""
    items: Callable[[], tuple[OfferedItem, ...]]
    """Slow, lane ``store``. Every item as the site offers it now."""
    initials: Callable[[str], tuple[str, ...]]
    """Quick. (name) -> ways to type it by initials."""
    override: Callable[[str], SiteItem | None]
    """Slow, lane ``store``. (item id) -> what the site has said of it so far."""
    save_item: Callable[[SiteItem], None]
    """Slow, lane ``store``. What the site says of an item from now on. Raises NotAllowed."""
    verified_today: Callable[[], tuple[str, date]]
    """Quick. (name of who is at the keyboard, today): what 核定 writes."""

    overprint: OverprintCalls
    """Forms that are printed already."""
    wording: WordingCalls
    """What the papers say."""

    calendar_years: Callable[[], tuple[int, ...]]
    """Quick. Years whose holidays are loaded, in order."""
    import_calendar: Callable[[str], tuple[int, ...]]
    """Slow, lane ``store``. (path of a calendar file) -> the years it brought. Raises BadFile, NotAllowed."""

    last_backup: Callable[[], BackupMade | None]
    """Slow, lane ``files``. The newest backup in the backup folder."""
    back_up: Callable[[], BackupMade]
    """Slow, lane ``files``. Make one now and read it back. Raises StoreTrouble, NotAllowed."""

    releases: Callable[[], tuple[ReleaseInfo, ...]]
    """Slow, lane ``files``. Releases at this desk, the newest first."""
    review_release: Callable[[str], ReleaseReview]
    """Slow, lane ``files``. (path of a release file) -> what it would change. Raises BadFile."""
    adopt_release: Callable[[str], None]
    """Slow, lane ``store``. (path) put a reviewed release in force. Raises BadFile, NotAllowed."""
    lint: Callable[[], tuple[Finding, ...]]
    """Slow, lane ``files``. What is to be said about the release in force."""

    about: Callable[[], tuple[AboutFact, ...]]
    """Slow, lane ``files``. Versions of program, Python, Qt, SQLCipher, catalogue; licences of fonts; where
    data and logs lie."""
    diagnostics: Callable[[], str]
    """Slow, lane ``files``. Text to hand to whoever helps: versions, system, last lines of the log; no
    personal data."""
    today: Callable[[], date] = lambda: date.min
    """Quick. Today at the counter."""
    stand_ins: Callable[[], tuple[StandIn, ...]] = tuple
    """Quick. Who stands in for whom, as far as it has not gone by."""
    give_stand_in: Callable[[UUID, UUID, date, date], None] = lambda *_given: None
    """Slow, lane ``store``. (absent, present, first, last). Raises NotAllowed, IllegalMove, InputError."""
    end_stand_in: Callable[[UUID], None] = lambda _stand_in: None
    """Slow, lane ``store``. Raises NotAllowed, IllegalMove."""
