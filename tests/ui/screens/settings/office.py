"""A site whose settings are looked after, for tests: callables over plain values that remember."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from desk_app.domain.accounts import User
from desk_app.domain.catalogue import HandlingMode, OfferedItem, SiteItem, Tier, offer
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import DeskError
from desk_app.domain.item_lint import Finding, Severity
from desk_app.domain.releases import diff
from desk_app.domain.sites import Right, Role
from desk_app.domain.worktime import SHANGHAI
from desk_app.ui.screens.settings.calls import (
    AboutFact,
    BackupMade,
    DeskValues,
    NewPerson,
    ReleaseInfo,
    ReleaseReview,
    SettingsCalls,
)
from desk_app.ui.screens.settings.papers.values import PaperSetting
from desk_app.ui.screens.settings.site_facts import SiteFacts
from desk_app.ui.screens.settings.wording.values import WordingCalls
from tests.catalogue_samples import item, release
from tests.ui.screens.settings.plain_words import Tell, plain_forms, plain_words

WANG = User(UUID(int=1), "王某某", Role.MANAGER, "03 号窗口")
ZHAO = User(UUID(int=2), "赵某某", Role.CLERK, "04 号窗口")
SUN = User(UUID(int=3), "孙某某", Role.AGENT, enabled=False)
TODAY = date(2026, 11, 24)
WORDS = "K7QM-3XWA-ZP5T-9RDC"
ITEMS = (
    item(seq=1),
    item(id="1-5", seq=5, name="就业登记"),
    item(id="1-9", seq=9, name="再生育申请审查转报", mode=HandlingMode.ENTRUSTED_RECEIVE),
)
NOTED = Finding("1-5", "limit_unknown", Severity.NOTE)
BACKUP = BackupMade(datetime(2026, 11, 24, 9, 30, tzinfo=SHANGHAI), "backups", 42_100_000)
SIZES = {
    DocumentKind.RECEIPT: (PaperSize.A5, PaperSize.A4, PaperSize.ROLL80),
    DocumentKind.ACCEPTANCE: (PaperSize.A5, PaperSize.A4),
}
FACTS = SiteFacts(name="示例镇便民服务中心", phone="0000-0000000", point_code="371073")


def review() -> ReleaseReview:
    """A release that drops one item, brings one, renames one and rewords one."""
    old = release(*ITEMS)
    changed = (
        replace(ITEMS[0], name="高龄老年人津贴"),
        replace(ITEMS[1], fee="收费"),
        item(id="1-59", seq=59, name="灵活就业登记"),
    )
    new = replace(old, version="2027.01-1", items=changed)
    names = {each.id: each.display_name for each in (*ITEMS, *changed)}
    return ReleaseReview(new.version, date(2027, 1, 4), diff(old, new), (NOTED,), names)


@dataclass
class Office:
    """What the callables work on, and what they were told."""

    rights: frozenset[Right] = frozenset(Right)
    me: UUID | None = WANG.id
    users: list[User] = field(default_factory=lambda: [WANG, ZHAO, SUN])
    values: DeskValues = field(default_factory=DeskValues)
    looks: list[tuple[str, bool]] = field(default_factory=list)
    papers: dict[DocumentKind, PaperSetting] = field(default_factory=dict)
    printers: tuple[str, ...] = ("柜台热敏机",)
    facts: SiteFacts = FACTS
    overrides: dict[str, SiteItem] = field(default_factory=dict)
    years: tuple[int, ...] = (2025, 2026)
    backup: BackupMade | None = None
    told: list[tuple[object, ...]] = field(default_factory=list)
    trouble: Exception | None = None
    users_trouble: DeskError | None = None
    found: tuple[Finding, ...] = (NOTED,)
    wording: Callable[[Tell], WordingCalls] = plain_words

    def tell(self, *what: object) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.told.append(what)

    def read_users(self) -> tuple[User, ...]:
        if self.users_trouble is not None:
            raise self.users_trouble
        return tuple(self.users)

    def add_user(self, person: NewPerson, password: str) -> None:
        self.tell("add", person, password)
        self.users.append(User(UUID(int=9), person.name, person.role, person.counter))

    def save_values(self, values: DeskValues) -> None:
        self.tell("values", values)
        self.values = values

    def save_site(self, facts: SiteFacts) -> None:
        self.tell("site", facts)
        self.facts = facts

    def save_item(self, override: SiteItem) -> None:
        self.tell("item", override)
        self.overrides[override.item_id] = override

    def items(self) -> tuple[OfferedItem, ...]:
        whole = release(*ITEMS)
        return tuple(offer(each, whole, Tier.TOWN, self.overrides.get(each.id)) for each in ITEMS)

    def back_up(self) -> BackupMade:
        self.tell("back up")
        self.backup = BACKUP
        return BACKUP

    def import_calendar(self, path: str) -> tuple[int, ...]:
        self.tell("calendar", path)
        self.years = (*self.years, 2027)
        return (2027,)

    def review_release(self, path: str) -> ReleaseReview:
        self.tell("review", path)
        return review()

    def new_sheet(self) -> str:
        self.tell("sheet")
        return WORDS

    def print_sheet(self, words: str) -> str:
        self.tell("print sheet", words)
        return "恢复单已送去打印"

    def try_reader(self, values: DeskValues) -> str:
        self.tell("try", values.reader_kind)
        return "读出来了"

    def test_print(self, kind: DocumentKind, setting: PaperSetting) -> str:
        self.tell("test", kind, setting)
        return "试打的纸已送出"

    @property
    def calls(self) -> SettingsCalls:
        return SettingsCalls(
            may=lambda right: right in self.rights,
            me=lambda: self.me,
            values=lambda: self.values,
            save_values=self.save_values,
            apply_look=lambda theme, large: self.looks.append((theme, large)),
            sizes=SIZES,
            papers=lambda: self.papers,
            save_papers=self.papers.update,
            printers=lambda: self.printers,
            test_print=self.test_print,
            test_thermal=lambda: "试打的纸已送出",
            try_reader=self.try_reader,
            devices_changed=lambda: self.told.append(("devices",)),
            users=self.read_users,
            add_user=self.add_user,
            change_role=lambda user, role: self.tell("role", user, role),
            close_account=lambda user: self.tell("close", user),
            reopen_account=lambda user, password: self.tell("reopen", user, password),
            reset_password=lambda user, password: self.tell("reset", user, password),
            change_own_password=lambda old, new: self.tell("own", old, new),
            new_sheet=self.new_sheet,
            print_sheet=self.print_sheet,
            site=lambda: self.facts,
            save_site=self.save_site,
            items=self.items,
            initials=lambda name: (name[:1],),
            override=self.overrides.get,
            save_item=self.save_item,
            verified_today=lambda: ("王某某", TODAY),
            wording=self.wording(self.tell),
            overprint=plain_forms(self.tell),
            calendar_years=lambda: self.years,
            import_calendar=self.import_calendar,
            last_backup=lambda: self.backup,
            back_up=self.back_up,
            releases=lambda: (
                ReleaseInfo("2026.12-1", date(2026, 12, 1), "示例目录", 3, True),
                ReleaseInfo("2026.05-1", date(2026, 5, 8), "示例目录", 3, False),
            ),
            review_release=self.review_release,
            adopt_release=lambda path: self.tell("adopt", path),
            lint=lambda: self.found,
            about=lambda: (AboutFact("Python", "3.11"), AboutFact("Qt", "6.11")),
            diagnostics=lambda: "desk-app 0.1.0",
        )
