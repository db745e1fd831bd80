"""A machine before its first run, for tests: real catalogue rules, callables over plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desk_app.domain.catalogue import HandlingMode, OfferedItem, Tier, offer
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.ui.screens.first_run.calls import FirstRunCalls, Progress, Step
from desk_app.ui.screens.settings.items.rows import ItemChoice
from desk_app.ui.screens.settings.papers.values import PaperSetting
from desk_app.ui.screens.settings.site_facts import SiteFacts
from tests.catalogue_samples import item, release

FACTS = SiteFacts(name="示例镇便民服务中心", counter="03 号窗口", phone="0000-0000000")
WORDS = "K7QM-3XWA-ZP5T-9RDC"
SIZES = {
    DocumentKind.RECEIPT: (PaperSize.A5, PaperSize.A4, PaperSize.ROLL80),
    DocumentKind.ACCEPTANCE: (PaperSize.A5, PaperSize.A4),
}
INITIALS = {"高": ("gljt",), "就": ("jydj",)}
ITEMS = (
    item(seq=1),
    item(id="1-5", seq=5, name="就业登记"),
    item(id="1-9", seq=9, name="再生育申请审查转报", mode=HandlingMode.ENTRUSTED_RECEIVE),
    item(id="2-1", seq=1, name="高龄津贴申请", tier=Tier.COMMUNITY),
)


@dataclass
class Machine:
    """What the callables work on, and what they were told."""

    progress: Progress = field(default_factory=Progress)
    trouble: Exception | None = None
    made: list[tuple[SiteFacts, str, str]] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    saved_items: list[tuple[ItemChoice, ...]] = field(default_factory=list)
    saved_papers: list[Mapping[DocumentKind, PaperSetting]] = field(default_factory=list)
    tested: list[tuple[DocumentKind, PaperSetting]] = field(default_factory=list)
    printers: tuple[str, ...] = ("柜台热敏机", "激光 A4/A5")
    demos: int = 0
    finished: int = 0

    def save_progress(self, progress: Progress) -> None:
        self.progress = progress

    def make(self, facts: SiteFacts, name: str, password: str) -> str:
        self._may_fail()
        self.made.append((facts, name, password))
        return WORDS

    def sheet(self, words: str) -> str:
        self._may_fail()
        self.sheets.append(words)
        return "恢复单已送到打印机"

    def save_items(self, choices: tuple[ItemChoice, ...]) -> None:
        self._may_fail()
        self.saved_items.append(choices)

    def test_print(self, kind: DocumentKind, setting: PaperSetting) -> str:
        self._may_fail()
        self.tested.append((kind, setting))
        return "试打的纸已送出"

    def make_demo(self, report: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
        report(120, 300)
        self._may_fail()
        assert not cancelled()
        self.demos += 1

    def finish(self) -> None:
        self.finished += 1

    def offered(self) -> tuple[OfferedItem, ...]:
        whole = release(*ITEMS)
        return tuple(offer(each, whole, Tier.TOWN) for each in reversed(ITEMS))

    def _may_fail(self) -> None:
        if self.trouble is not None:
            raise self.trouble

    @property
    def calls(self) -> FirstRunCalls:
        return FirstRunCalls(
            progress=lambda: self.progress,
            save_progress=self.save_progress,
            counts=lambda: {Tier.TOWN: 58, Tier.COMMUNITY: 28, Tier.VILLAGE: 7},
            make=self.make,
            new_sheet=lambda: WORDS[::-1],
            print_sheet=self.sheet,
            save_sheet=self.sheet,
            items=self.offered,
            initials=lambda name: INITIALS.get(name[:1], ()),
            save_items=self.save_items,
            sizes=SIZES,
            papers=lambda: {DocumentKind.ACCEPTANCE: PaperSetting(copies=2)},
            save_papers=self.saved_papers.append,
            printers=lambda: self.printers,
            test_print=self.test_print,
            make_demo=self.make_demo,
            finish=self.finish,
        )


def at(step: Step, *, made: bool = True, kept: bool = True) -> Machine:
    """A machine whose first run was left at a step."""
    return Machine(Progress(step, FACTS, "王某某", made, made and kept))


def advice_only(item_id: str) -> ItemChoice:
    """An item that is not done here."""
    return ItemChoice(item_id, False, HandlingMode.DIRECT)
