"""The sections of the settings, and the table of settings: what there is, never a row of it in code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.sites import Right


class Section(StrEnum):
    """The pages, in order; Alt+1…9 for the first nine."""

    PRINTING = "printing"
    DISPLAY = "display"
    PEOPLE = "people"
    SITE = "site"
    ITEMS = "items"
    CALENDAR = "calendar"
    BACKUP = "backup"
    CATALOGUE = "catalogue"
    WORDING = "wording"
    OVERPRINT = "overprint"
    DEVICES = "devices"
    ABOUT = "about"


NEEDS: dict[Section, Right] = {
    Section.PEOPLE: Right.MANAGE_USERS,
    Section.SITE: Right.MANAGE_SITE,
    Section.ITEMS: Right.MANAGE_SITE,
    Section.CALENDAR: Right.MANAGE_SITE,
    Section.BACKUP: Right.BACKUP,
    Section.CATALOGUE: Right.MANAGE_CATALOGUE,
    Section.WORDING: Right.MANAGE_SITE,
    Section.OVERPRINT: Right.MANAGE_SITE,
}
"""What it takes to change anything there; everybody may look."""


class Kind(StrEnum):
    """How a setting is shown and changed."""

    TOGGLE = "toggle"
    CHOICE = "choice"
    LINE = "line"
    FACT = "fact"
    """Only read."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One row. ``key`` names the value; its words stand in :mod:`words` under the same key."""

    key: str
    kind: Kind
    choices: tuple[str, ...] = ()


DISPLAY = (
    Setting("theme", Kind.CHOICE, ("light", "dark", "high_contrast")),
    Setting("large_type", Kind.TOGGLE),
    Setting("lock_after_minutes", Kind.CHOICE, ("3", "5", "10", "15")),
)
PAPER = (Setting("explain_due", Kind.TOGGLE), Setting("large_print", Kind.TOGGLE))
SCANNER = (
    Setting("watch_folder", Kind.LINE),
    Setting("after_stored", Kind.CHOICE, ("ask", "move", "keep", "delete")),
    Setting("identity_purpose", Kind.LINE),
)
"""Pictures of papers: where the document camera leaves them, and what identity cards are taken for."""
THERMAL = (
    Setting("thermal_address", Kind.LINE),
    Setting("thermal_width", Kind.CHOICE, ("80", "58")),
)
SITE = (
    Setting("name", Kind.LINE),
    Setting("short_name", Kind.LINE),
    Setting("counter", Kind.LINE),
    Setting("phone", Kind.LINE),
    Setting("complaint_phone", Kind.LINE),
    Setting("address", Kind.LINE),
    Setting("hours", Kind.LINE),
    Setting("review_organ", Kind.LINE),
    Setting("court", Kind.LINE),
    Setting("tier", Kind.FACT),
    Setting("region_code", Kind.FACT),
    Setting("point_code", Kind.FACT),
    Setting("device_number", Kind.FACT),
)
ITEM = (
    Setting("promised_days", Kind.LINE),
    Setting("counter", Kind.LINE),
    Setting("phone", Kind.LINE),
    Setting("complaint_phone", Kind.LINE),
    Setting("address", Kind.LINE),
    Setting("hours", Kind.LINE),
    Setting("reminder", Kind.LINE),
    Setting("remedy", Kind.CHOICE, ("", "review_first", "either")),
)
BACKUP = (Setting("backup_folder", Kind.LINE), Setting("last_backup", Kind.FACT))
READER = (
    Setting("reader_kind", Kind.CHOICE, ("none", "wedge", "socket", "http", "process", "simulator")),
    Setting("reader_address", Kind.LINE),
    Setting("reader_ask", Kind.LINE),
)
SCANNER = (
    Setting("scan_prefix", Kind.LINE),
    Setting("scan_suffix", Kind.LINE),
    Setting("scan_tab", Kind.TOGGLE),
)
CUSTOMER = (Setting("customer_screen", Kind.TOGGLE), Setting("customer_near", Kind.TOGGLE))
