"""Sites, devices and the people who work at them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from desk_app.domain.catalogue import Tier


@dataclass(frozen=True, slots=True)
class Site:
    """A service centre, community hall or village point. It holds no personal data and is stored in plain."""

    id: UUID
    name: str
    tier: Tier
    region_code: str
    """12 digits, GB/T 2260 and its extension; 371073000000 is the root of Weihai Lingang."""
    point_code: str
    """6 digits, the first part of every receipt number (sync.md §2.1)."""
    phone: str = ""
    complaint_phone: str = ""
    address: str = ""
    hours: str = ""
    parent_name: str = ""
    seal_name: str = ""
    """What the site's stamp is called; empty where it has none (most village points)."""
    short_name: str = ""
    """What stands before the series of its papers; the name serves where it is empty."""
    review_organ: str = ""
    """复议机关 for the remedy line (appendix A3), asked for locally once; never typed at the window."""
    court: str = ""
    """The court for the remedy line; the line names none where it is empty."""

    @property
    def short(self) -> str:
        """Short name for document numbers: as given, or the name without what kind of place it is."""
        return self.short_name or short_name_of(self.name)


@dataclass(frozen=True, slots=True)
class Device:
    """One installed copy of the program: it numbers and chains its own entries."""

    id: UUID
    number: int
    """One digit within its point."""
    counter: str = ""
    """The counter it stands at, such as 03 号窗口."""


_KINDS_OF_PLACE = (
    "便民服务中心",
    "社区服务大厅",
    "便民服务代办点",
    "便民服务点",
    "便民服务站",
    "服务大厅",
    "代办点",
)


def short_name_of(name: str) -> str:
    """示例镇便民服务中心 as 示例镇: what stands before the series of a paper."""
    for kind in _KINDS_OF_PLACE:
        if name.endswith(kind) and name != kind:
            return name.removesuffix(kind)
    return name


class Role(StrEnum):
    """What a user may do; a user has exactly one role."""

    CLERK = "clerk"
    AGENT = "agent"
    MANAGER = "manager"
    AUDITOR = "auditor"


class Right(StrEnum):
    """Single rights, so that a rule names what it needs and not who happens to have it."""

    RECEIVE = "receive"
    ACCEPT = "accept"
    REVEAL = "reveal"
    PRINT = "print"
    EXPORT_UNMASKED = "export_unmasked"
    MANAGE_USERS = "manage_users"
    MANAGE_SITE = "manage_site"
    MANAGE_CATALOGUE = "manage_catalogue"
    READ_AUDIT = "read_audit"
    BACKUP = "backup"


_EVERYDAY = frozenset({Right.RECEIVE, Right.REVEAL, Right.PRINT})

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.CLERK: _EVERYDAY | {Right.ACCEPT},
    Role.AGENT: _EVERYDAY,
    Role.MANAGER: _EVERYDAY
    | {
        Right.ACCEPT,
        Right.EXPORT_UNMASKED,
        Right.MANAGE_USERS,
        Right.MANAGE_SITE,
        Right.MANAGE_CATALOGUE,
        Right.BACKUP,
    },
    Role.AUDITOR: frozenset({Right.READ_AUDIT, Right.BACKUP}),
}
"""三员分立 (GB/T 22239, level 2): who audits does not act, and who acts does not audit."""


@dataclass(frozen=True, slots=True)
class Clerk:
    """Who acts at the keyboard, where, on which device."""

    user_id: UUID
    name: str
    role: Role
    site: Site
    device: Device

    def may(self, right: Right) -> bool:
        """Whether this user holds a right."""
        return right in RIGHTS[self.role]
