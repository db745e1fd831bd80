"""A desk for the tests of the intake screen: real rules, real jobs, callables over plain dictionaries."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QObject

from desk_app.domain.calendar import Calendar, weekday_rule
from desk_app.domain.cases import Acting, Case, CaseState, Channel, ItemPin
from desk_app.domain.catalogue import (
    CaseKind,
    Code,
    HandlingMode,
    LegalNature,
    Material,
    MaterialForm,
    Need,
    Occasion,
    OfferedItem,
    Origin,
    ServiceItem,
    Tier,
    TimeLimit,
)
from desk_app.domain.clocks import deadlines_from, deferral_limit
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import DeskError
from desk_app.domain.identity import IdType, resident_check_character
from desk_app.domain.intake import MAX_LANES, IntakeForm, Outcome, judge
from desk_app.domain.numbers import ReceiptNumber
from desk_app.domain.people import DatedValue, Party, Person
from desk_app.domain.prefill import History
from desk_app.domain.sites import Site
from desk_app.domain.worktime import SHANGHAI, Deadlines
from desk_app.ui.jobs import InlineJobs
from desk_app.ui.screens.intake.calls import Committed, Draft, IntakeCalls, ItemField, PageImage
from desk_app.ui.screens.intake.presenter import IntakePresenter
from desk_app.ui.screens.intake.shown import LaneTab, OutcomeShown, Shown

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=SHANGHAI)
OLD_WOMAN = "37107319430101002" + resident_check_character("37107319430101002")
SON = "37107319700101001" + resident_check_character("37107319700101001")
STRANGER = "11010519491231002X"
CALENDAR: Calendar = weekday_rule((2026, 2027))

SITE = Site(UUID(int=1), "示例镇便民服务中心", Tier.TOWN, "371073000000", "371073", phone="0000-0000000")


def material(number: int, name: str, form: MaterialForm, **more: object) -> Material:
    row = Material(number, name, form, 1, Need.REQUIRED, Origin.APPLICANT)
    return replace(row, **more)  # type: ignore[arg-type]  # tests name the fields they change


MATERIALS = (
    material(
        1, "居民身份证", MaterialForm.ORIGINAL, e_licence="居民身份证", note="核验原件，不留存", copies=0
    ),
    material(2, "户口簿（首页、本人页）", MaterialForm.COPY, need=Need.DEFERRABLE, e_licence="居民户口簿"),
    material(3, "社会保障卡或银行卡", MaterialForm.COPY, e_licence="社会保障卡", note="发放账户"),
    material(4, "高龄津贴申请表", MaterialForm.SHEET, origin=Origin.COUNTER),
    material(5, "近期一寸免冠照片", MaterialForm.ORIGINAL, need=Need.DEFERRABLE, copies=2),
    material(6, "委托书", MaterialForm.ORIGINAL, occasion=Occasion.BY_PROXY),
    material(7, "养老金领取情况", MaterialForm.ELECTRONIC, origin=Origin.SHARED_CHECK, copies=0),
    material(8, "残疾人证", MaterialForm.COPY, need=Need.OPTIONAL, occasion=Occasion.IF_APPLICABLE),
)


def offered(item_id: str, **more: object) -> OfferedItem:
    """An item like 1-19, and its variants."""
    item = ServiceItem(
        id=item_id,
        tier=Tier.TOWN,
        seq=19,
        name="80周岁以上长寿老年人高龄津贴",
        department="民政",
        mode=HandlingMode.DIRECT,
        kind=CaseKind.PROMISED,
        category=Code("reference", "20", "公共服务"),
        service_object=(Code("reference", "1", "自然人"),),
        legal_nature=LegalNature.BENEFIT,
        conditions=("年满80周岁，年龄以户籍登记的出生日期为准", "本区户籍"),
        materials=MATERIALS,
        promised=TimeLimit(10),
    )
    plain = OfferedItem(
        item=item,
        release="2026.1",
        published=date(2026, 1, 5),
        offered=True,
        mode=HandlingMode.DIRECT,
        promised=TimeLimit(10),
        conditions=item.conditions,
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # tests name the fields they change


def items() -> dict[str, OfferedItem]:
    immediate = offered("1-5")
    immediate = replace(
        immediate,
        item=replace(immediate.item, id="1-5", name="就业登记", kind=CaseKind.IMMEDIATE, conditions=()),
    )
    unknown = offered("1-7", promised=TimeLimit(), mode=HandlingMode.ENTRUSTED_RECEIVE)
    assist = replace(immediate, mode=HandlingMode.ASSIST, item=replace(immediate.item, id="1-8"))
    return {
        "1-19": offered("1-19"),
        "1-5": immediate,
        "1-7": unknown,
        "1-8": assist,
        "1-9": offered("1-9", mode=HandlingMode.ADVICE),
    }


PAPERS = {
    Outcome.ACCEPT: (DocumentKind.RECEIPT, DocumentKind.ACCEPTANCE),
    Outcome.TOLERANCE: (DocumentKind.RECEIPT, DocumentKind.ACCEPTANCE),
    Outcome.NOTICE: (DocumentKind.NOTICE,),
    Outcome.RECEIVE: (DocumentKind.RECEIPT,),
    Outcome.FINISH: (DocumentKind.COMPLETION,),
    Outcome.ASSIST: (DocumentKind.ASSISTANCE,),
}


def person(number: str, name: str, *, phone: str = "", address: str = "") -> Person:
    on = date(2025, 11, 20)
    facts = {"phone": DatedValue(phone, on), "address": DatedValue(address, on)}
    known = {key: fact for key, fact in facts.items() if fact.value}
    return Person(UUID(int=int(number[:17])), DatedValue(name, on), IdType.RESIDENT_ID, number, known)


WOMAN = person(OLD_WOMAN, "张某某", phone="13800000000", address="示例镇东村 00 号")


def case_of(who: Person, item: OfferedItem, *, state: CaseState, at: datetime, nth: int = 1) -> Case:
    pin = ItemPin(
        item.item.id,
        item.release,
        item.item.display_name,
        item.item.tier,
        item.mode,
        item.item.kind,
        item.item.legal_nature,
        item.item.department,
        item.promised,
        item.item.statutory,
    )
    return Case(
        id=UUID(int=nth),
        number=ReceiptNumber("371073", 1, date(2026, 11, 24), nth).digits,
        state=state,
        item=pin,
        person=who.id,
        applicant=who.party(),
        acting=Acting.SELF,
        channel=Channel.COUNTER,
        registered_at=at,
        fields={"account": "社保卡 尾号 0000"},
    )


@dataclass
class World:
    """What the callables work on, and what they were told."""

    now: datetime = NOW
    items: dict[str, OfferedItem] = field(default_factory=items)
    histories: dict[str, History] = field(default_factory=dict)
    people: tuple[Person, ...] = ()
    fields: tuple[ItemField, ...] = (ItemField("account", "发放账户"),)
    submitted: list[IntakeForm] = field(default_factory=list)
    saved: dict[UUID, Draft] = field(default_factory=dict)
    saves: int = 0
    previews: list[IntakeForm] = field(default_factory=list)
    revealed: list[tuple[UUID, str]] = field(default_factory=list)
    withdrawn: list[tuple[UUID, str]] = field(default_factory=list)
    accepts: bool = True
    error: Exception | None = None
    ids: int = 100

    def calls(self) -> IntakeCalls:
        return IntakeCalls(
            now=lambda: self.now,
            new_id=self._new_id,
            site=SITE,
            may_accept=lambda: self.accepts,
            offered=self.items.get,
            item_fields=lambda _: self.fields,
            deadlines=_deadlines,
            promise_default=lambda item, day: deferral_limit(item.promised, day, CALENDAR),
            papers=lambda _, outcome: PAPERS.get(outcome, ()),
            history=self._history,
            people=self._people,
            preview=self._preview,
            submit=self._submit,
            withdraw=self._withdraw,
            save_draft=self._save,
            drop_draft=self._drop,
            drafts=self._drafts,
            reveal=self._reveal,
        )

    def _new_id(self) -> UUID:
        self.ids += 1
        return UUID(int=self.ids)

    def _fail(self) -> None:
        if self.error is not None:
            raise self.error

    def _history(self, id_type: IdType, number: str) -> History:
        self._fail()
        return self.histories.get(number, History())

    def _people(self, text: str) -> tuple[Person, ...]:
        self._fail()
        return tuple(who for who in self.people if text in who.name.value or text in who.phone)

    def _preview(self, form: IntakeForm, item: OfferedItem) -> tuple[PageImage, ...]:
        self._fail()
        self.previews.append(form)
        return (PageImage(40, 28, bytes([240]) * (40 * 28)),)

    def _submit(self, form: IntakeForm, item: OfferedItem) -> Committed:
        self._fail()
        self.submitted.append(form)
        self.saved.pop(form.id, None)
        states = {
            Outcome.NOTICE: CaseState.NOTICED,
            Outcome.RECEIVE: CaseState.RECEIVED,
            Outcome.FINISH: CaseState.FINISHED,
            Outcome.ASSIST: CaseState.ASSISTED,
        }
        state = states.get(judge(form, item).outcome, CaseState.ACCEPTED)
        who = person(form.applicant.id_number, form.applicant.name)
        case = replace(case_of(who, item, state=state, at=self.now), id=form.id)
        return Committed(case, ("收件凭证",))

    def _withdraw(self, case_id: UUID, reason: str) -> Case:
        self._fail()
        self.withdrawn.append((case_id, reason))
        return replace(case_of(WOMAN, self.items["1-19"], state=CaseState.RECEIVED, at=self.now), id=case_id)

    def _save(self, form: IntakeForm, lane_index: int) -> None:
        self._fail()
        self.saves += 1
        self.saved[form.id] = Draft(form, lane_index, self.now)

    def _drop(self, form_id: UUID) -> None:
        self._fail()
        self.saved.pop(form_id, None)

    def _drafts(self) -> tuple[Draft, ...]:
        self._fail()
        return tuple(self.saved.values())

    def _reveal(self, form_id: UUID, name: str) -> None:
        self._fail()
        self.revealed.append((form_id, name))

    def pass_minutes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)


def _deadlines(item: OfferedItem, day: date) -> Deadlines:
    return deadlines_from(item.promised, item.item.statutory, day, CALENDAR)


class Desk:
    """A presenter in a world, with what it showed last."""

    def __init__(self, world: World, parent: QObject, jobs: InlineJobs | None = None) -> None:
        self.world = world
        self.jobs = jobs or InlineJobs()
        self.jobs.setParent(parent)
        self.presenter = IntakePresenter(world.calls(), self.jobs, parent)
        self.shown: Shown | None = None
        self.tabs: tuple[LaneTab, ...] = ()
        self.cursor: tuple[str, int] = ("", 0)
        self.heard: list[tuple[str, object]] = []
        session = self.presenter.session
        session.pictured.connect(self._keep)
        session.tabs_changed.connect(self._see_tabs)
        session.cursor_wanted.connect(self._follow)
        session.failed.connect(lambda error: self.heard.append(("failed", error)))
        moves, submission = self.presenter.moves, self.presenter.submission
        moves.command_box_wanted.connect(lambda: self.heard.append(("box", None)))
        moves.item_wanted.connect(lambda number: self.heard.append(("item", number)))
        moves.full.connect(lambda: self.heard.append(("full", None)))
        moves.opened.connect(lambda: self.heard.append(("opened", None)))
        submission.committed.connect(lambda done: self.heard.append(("committed", done)))
        submission.problem_found.connect(lambda name: self.heard.append(("problem", name)))
        submission.withdraw_asked.connect(lambda case: self.heard.append(("why", case)))
        submission.withdrawn.connect(lambda case: self.heard.append(("withdrawn", case)))
        self.presenter.questions.case_wanted.connect(lambda case: self.heard.append(("case", case)))
        self.presenter.revealing.revealed.connect(lambda name: self.heard.append(("revealed", name)))

    def _keep(self, shown: Shown | None) -> None:
        self.shown = shown

    def _see_tabs(self, tabs: tuple[LaneTab, ...]) -> None:
        self.tabs = tabs

    def _follow(self, name: str, position: int) -> None:
        self.cursor = (name, position)

    def see(self) -> Shown:
        """The lane on the screen. A method, so that a type checker does not think it stays the same."""
        assert self.shown is not None
        return self.shown

    def outcome(self) -> OutcomeShown:
        """The right panel."""
        outcome = self.see().outcome
        assert outcome is not None
        return outcome

    def idle(self) -> bool:
        """Whether no lane is on the screen."""
        return self.shown is None

    def form(self) -> IntakeForm:
        return self.see().lane.form

    def trouble(self) -> DeskError | None:
        return self.see().trouble

    def said(self, what: str) -> list[object]:
        return [thing for name, thing in self.heard if name == what]

    def type(self, name: str, text: str) -> None:
        """Key by key, as a hand does."""
        before = ""
        self.presenter.entered(name, 0)
        for char in text:
            before += char
            self.presenter.typed(name, before, len(before))


def party(name: str, number: str) -> Party:
    return Party(name, IdType.RESIDENT_ID, number)


def known(world: World, state: CaseState = CaseState.FINISHED) -> None:
    """The woman has been here before, for the same item."""
    earlier = case_of(WOMAN, world.items["1-19"], state=state, at=NOW - timedelta(days=369))
    world.histories[OLD_WOMAN] = History(WOMAN, (earlier,))


def complete(desk: Desk, item: str = "1-19") -> None:
    desk.presenter.moves.start(item)
    desk.type("id_number", OLD_WOMAN)
    desk.presenter.take_all()


def five(desk: Desk) -> None:
    for nth in range(MAX_LANES):
        desk.presenter.moves.start("1-19")
        desk.type("name", "张李王赵钱"[nth] + "某某")
