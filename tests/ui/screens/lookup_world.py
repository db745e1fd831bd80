"""A counter for the tests of the look-up screen: a small catalogue, a search over a dictionary."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.domain.catalogue import (
    CaseKind,
    Confidence,
    ConfidenceLevel,
    Faq,
    HandlingMode,
    LegalBasis,
    OfferedItem,
    Release,
    ServiceItem,
    SiteItem,
    Tier,
    TimeLimit,
    Verification,
    offer,
)
from desk_app.domain.lookup import Hit, MatchRank
from desk_app.domain.lookup_terms import TermKind
from desk_app.domain.sites import Site
from desk_app.domain.worktime import SHANGHAI, Lamp
from desk_app.ui.jobs import InlineJobs, Job, Jobs
from desk_app.ui.screens.lookup.calls import LookupCalls, TodoRow
from desk_app.ui.screens.lookup.guide_view import GuideView
from desk_app.ui.screens.lookup.presenter import LookupPresenter
from desk_app.ui.screens.lookup.row_list import RowList
from desk_app.ui.screens.lookup.screen import LookupScreen
from desk_app.ui.screens.lookup.session import LookupSession
from desk_app.ui.screens.lookup.shown import Guide, Page, Shown
from tests.catalogue_samples import BILL, CARD, TOWN_ITEM
from tests.ui.screens.keyboard import put_up

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=SHANGHAI)
SITE = Site(
    UUID(int=1),
    "示例镇便民服务中心",
    Tier.TOWN,
    "371073000000",
    "371073",
    phone="0000-0000000",
    complaint_phone="0000-1111111",
    address="示例镇文明路 1 号",
    hours="工作日 8:30-12:00，13:30-17:30",
)


def item(item_id: str, name: str, **more: object) -> ServiceItem:
    plain = replace(
        TOWN_ITEM,
        id=item_id,
        name=name,
        current_name="",
        status_note="",
        related=(),
        previous_stage=(),
        next_stage=(),
        statutory=TimeLimit(),
        promised=TimeLimit(),
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # tests name the fields they change


ITEMS = (
    item(
        "1-1",
        "最低生活保障审核",
        current_name="最低生活保障审核确认",
        status_note="审核确认权正在下放",
        previous_stage=("2-1",),
        related=("2-1", "1-2", "9-9"),
        statutory=TimeLimit(30),
        amount_reference="每月若干元",
        confidence=Confidence(
            ConfidenceLevel.MEDIUM,
            ("conditions", "materials", "steps", "amount_reference"),
            ("是否下放到镇",),
        ),
        legal_basis=(
            LegalBasis("社会救助暂行办法", "国务院令第649号", "第九条", 2014),
            LegalBasis("《某通知》", verified=False),
        ),
        faqs=(Faq("怎么算收入？", "按家庭人均算。"),),
        channels=("窗口", "爱山东APP", "电话"),
        home_visit=True,
        materials_note="能共享的不用交",
    ),
    item(
        "1-2", "就业登记", kind=CaseKind.IMMEDIATE, materials=(), department="人力资源社会保障", channels=()
    ),
    item("1-3", "转外就医备案", mode=HandlingMode.ENTRUSTED_RECEIVE, promised=TimeLimit(0), scene="看病"),
    item("1-4", "老年优待证", mode=HandlingMode.ASSIST, materials=(CARD, BILL), channels=("窗口", "电话")),
    item(
        "2-1",
        "最低生活保障申请",
        tier=Tier.COMMUNITY,
        mode=HandlingMode.ENTRUSTED_RECEIVE,
        next_stage=("1-1",),
        scene="",
        fee="",
        result="",
    ),
    item("3-1", "小麦补助", tier=Tier.VILLAGE, department="农业农村", scene="农业", cross_region="全省通办"),
)
RELEASE = Release("2026.11-1", date(2026, 11, 24), "示例目录", ITEMS)
OVERRIDES = {
    "1-4": SiteItem(
        "1-4",
        promised_days=10,
        counter="03 号窗口",
        reminder="当年 12 月 25 日截止",
        verified=Verification("王某某", date(2026, 11, 1)),
    )
}


def offers(tier: Tier = Tier.TOWN) -> dict[str, OfferedItem]:
    return {each.id: offer(each, RELEASE, tier, OVERRIDES.get(each.id)) for each in ITEMS}


def hit(
    item_id: str,
    rank: MatchRank = MatchRank.INITIALS,
    kind: TermKind = TermKind.NAME,
    text: str = "",
    spans: tuple[tuple[int, int], ...] = ((0, 2),),
) -> Hit:
    named = kind is TermKind.NAME
    known = {each.id: each for each in ITEMS}
    name = known[item_id].display_name if item_id in known else "没有了的事项"
    own = item_id.startswith("1-")
    return Hit(item_id, rank, kind, text or name, spans, spans if named else (), own, f"{kind}_{rank}")


HITS: dict[str, tuple[Hit, ...]] = {
    "zdsh": (
        hit("1-1", spans=((0, 4),)),
        hit("1-2"),
        hit("2-1", kind=TermKind.STAGE, text="最低生活保障审核"),
    ),
    "lnz": (hit("1-4", MatchRank.EXACT, TermKind.ALIAS, "老年证", ((0, 3),)), hit("9-9")),
    "xiangjin": (hit("3-1", MatchRank.FUZZY), hit("1-3", MatchRank.FUZZY)),
    "shenfenzheng": (hit("1-4", MatchRank.WORD, TermKind.MATERIAL, "身份证", ((0, 3),)),),
    "jiuye": (hit("1-2", MatchRank.PREFIX),),
    "zhuanwai": (hit("1-3", MatchRank.PREFIX),),
}

WAITING_ROWS = (
    TodoRow(UUID(int=7), "371073-1-26314-012-45", "李某某", "临时救助", Lamp.OVERDUE, "逾期 1 天"),
    TodoRow(UUID(int=8), "371073-1-26321-044-18", "王某某", "生育登记", Lamp.DUE, "今日到期"),
)


class HeldJobs(InlineJobs):
    """Work waits until :meth:`release`: what happens while something is on its way."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[tuple[Job, str]] = []

    def _start(self, job: Job, lane: str) -> None:
        self.waiting.append((job, lane))

    def release(self) -> None:
        waiting, self.waiting = self.waiting, []
        for job, lane in waiting:
            super()._start(job, lane)


class World:
    """One counter: what the callables answer, what was asked of them, what the presenter said."""

    def __init__(self, jobs: Jobs | None = None, *, signed_in: bool = True, tier: Tier = Tier.TOWN) -> None:
        self.signed_in = signed_in
        self.items = offers(tier)
        self.used: tuple[tuple[str, int], ...] = (("1-4", 40), ("1-1", 12), ("9-9", 3))
        self.todo: tuple[TodoRow, ...] = WAITING_ROWS
        self.fault: Exception | None = None
        self.done: list[tuple[object, ...]] = []
        self.heard: list[tuple[str, object]] = []
        self.searches: list[str] = []
        self.site = replace(SITE, tier=tier)
        self.jobs = jobs or InlineJobs()
        self.calls = LookupCalls(
            now=lambda: NOW,
            site=self.site,
            counter="03 号窗口",
            signed_in=lambda: self.signed_in,
            search=self._search,
            offered=self.items.get,
            by_department=lambda: {"民政": ("2-1", "1-1"), "农业农村": ("3-1",), "撤销的": ("9-9",)},
            by_scene=lambda: {"老年人": ("1-4",)},
            favourites=lambda: self.used,
            todo=self._todo,
            print_checklist=lambda item_id, brought: self._print("checklist", item_id, brought),
            print_referral=lambda item_id: self._print("referral", item_id),
            note=self._note,
        )

    def _search(self, query: str) -> tuple[Hit, ...]:
        self.searches.append(query)
        return HITS.get(query, ())

    def _todo(self) -> tuple[TodoRow, ...]:
        self._stumble()
        return self.todo

    def _print(self, *what: object) -> str:
        self._stumble()
        self.done.append(what)
        return "已打印"

    def _note(self, item_id: str | None, text: str) -> None:
        self._stumble()
        self.done.append(("note", item_id, text))

    def _stumble(self) -> None:
        if self.fault is not None:
            raise self.fault

    def listen(self, session: LookupSession) -> None:
        """Keep what the session says."""
        for name in ("told", "remarked", "query_wanted", "intake_requested", "case_requested"):
            getattr(session, name).connect(lambda what, name=name: self.heard.append((name, what)))
        session.command_wanted.connect(lambda: self.heard.append(("command", None)))

    def said(self, what: str) -> list[object]:
        return [thing for name, thing in self.heard if name == what]


class Desk(World):
    """The presenter alone, with the last picture it gave."""

    def __init__(self, jobs: Jobs | None = None, *, signed_in: bool = True, tier: Tier = Tier.TOWN) -> None:
        super().__init__(jobs, signed_in=signed_in, tier=tier)
        self.presenter = LookupPresenter(self.calls, self.jobs)
        self.session = self.presenter.session
        self.acts = self.presenter.acts
        self.listen(self.session)

    def see(self) -> Shown:
        """The picture now."""
        return self.session.picture()

    def page(self) -> Page:
        return self.see().page

    def names(self) -> list[str]:
        return [row.offered.item.display_name for row in self.see().rows]

    def guide(self) -> Guide:
        guide = self.see().guide
        assert guide is not None
        return guide

    def item_id(self) -> str:
        return self.guide().offered.item.id


class Stage(World):
    """The whole screen in a window."""

    def __init__(
        self,
        qtbot: QtBot,
        *,
        signed_in: bool = True,
        tier: Tier = Tier.TOWN,
        width: int = 1340,
        height: int = 790,
    ) -> None:
        super().__init__(signed_in=signed_in, tier=tier)
        self.screen = LookupScreen(self.calls, self.jobs)
        self.presenter, self.view = self.screen.presenter, self.screen.view
        self.listen(self.presenter.session)
        put_up(self.screen, qtbot, width, height)

    def query(self, text: str) -> None:
        """Type, and wait until the guide has come."""
        self.screen.set_query(text)
        self.view.fill_guide()
        QApplication.processEvents()

    def guide_view(self) -> GuideView:
        return self.view.items.guide


def click(rows: RowList, at: int, *, twice: bool = False) -> None:
    """The mouse on a row."""
    point = rows.visualRect(rows.model().index(at, 0)).center()
    button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(rows.viewport(), button, plain, point)
    if twice:  # the second press of a pair comes as an event of its own
        QTest.mouseDClick(rows.viewport(), button, plain, point)
        QTest.mouseRelease(rows.viewport(), button, plain, point)


def sentences(rows: RowList) -> list[str]:
    """What a screen reader hears of a list."""
    model = rows.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(at, 0).data(role) for at in range(model.rowCount())]
