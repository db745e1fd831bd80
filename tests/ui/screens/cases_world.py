"""Cases for the tests of the cases screen: real values, real rules, callables over plain lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TypeVar
from uuid import UUID

from desk_app.domain.accounts import User
from desk_app.domain.calendar import Calendar, weekday_rule
from desk_app.domain.case_list import CaseCursor, CaseLine, CasePage, CaseQuery, CaseSort, TimelineEntry
from desk_app.domain.cases import (
    OPEN_STATES,
    Acting,
    Case,
    CaseAccepted,
    CaseEvent,
    CaseFinished,
    CaseMaterial,
    CaseRegistered,
    CaseState,
    Channel,
    DocumentIssued,
    ItemPin,
    MaterialsReceived,
    MaterialState,
    NoticeGiven,
    fold,
)
from desk_app.domain.catalogue import (
    CaseKind,
    HandlingMode,
    LegalNature,
    MaterialForm,
    Need,
    Tier,
    TimeLimit,
)
from desk_app.domain.changes import Changes
from desk_app.domain.clocks import case_deadlines, case_due, case_notice, clock_state, deferral_limit
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import NotFound, SignInFailed
from desk_app.domain.identity import IdType, resident_check_character
from desk_app.domain.journal import Stream
from desk_app.domain.masking import Kind, mask
from desk_app.domain.moves import Act
from desk_app.domain.numbers import ReceiptNumber
from desk_app.domain.people import Party
from desk_app.domain.performing import allowed_acts, perform
from desk_app.domain.phone_lines import phone_line
from desk_app.domain.sites import Clerk
from desk_app.domain.worktime import SHANGHAI, local_day, remaining_working_days, soon_until
from desk_app.ui.screens.cases.calls import Approval, CasesCalls, CaseView, Printed
from desk_app.ui.screens.intake.calls import PageImage
from tests.domain import lives

T = TypeVar("T")
PASSWORD = "wenjian-2026"
NOW = datetime(2026, 11, 24, 10, 42, tzinfo=SHANGHAI)
CALENDAR: Calendar = weekday_rule((2026, 2027))
ME, OTHER = UUID(int=7), UUID(int=8)
NAMES = {ME: "王某某", OTHER: "赵某某"}
WOMAN = "37107319430101002" + resident_check_character("37107319430101002")
APPLICANT = Party("张某某", IdType.RESIDENT_ID, WOMAN, "13800000000", "示例镇东村 00 号")
PAGE_PIXELS = PageImage(40, 56, bytes([240]) * (40 * 56))
CODE_PIXELS = PageImage(21, 21, bytes([0, 255]) * 220 + bytes([0]))


def material(number: int, name: str, state: MaterialState | None, **more: object) -> CaseMaterial:
    row = CaseMaterial(number, name, MaterialForm.COPY, 1, Need.REQUIRED, state)
    return replace(row, **more)  # type: ignore[arg-type]  # tests name the fields they change


MATERIALS = (
    material(1, "居民身份证", MaterialState.ORIGINAL, note="核验原件，不留存"),
    material(2, "户口簿（首页、本人页）", MaterialState.COPY),
    material(3, "社会保障卡或银行卡", MaterialState.E_LICENCE),
    material(4, "高龄津贴申请表", MaterialState.ORIGINAL),
    material(5, "残疾人证", None),
)


def pin(item_id: str = "1-19", name: str = "80周岁以上长寿老年人高龄津贴", **more: object) -> ItemPin:
    plain = ItemPin(
        id=item_id,
        release="2026.1",
        name=name,
        tier=Tier.TOWN,
        mode=HandlingMode.DIRECT,
        kind=CaseKind.PROMISED,
        legal_nature=LegalNature.BENEFIT,
        department="民政部门",
        promised=TimeLimit(10),
        statutory=TimeLimit(20),
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # tests name the fields they change


def events(
    state: str,
    at: datetime,
    nth: int = 1,
    item: ItemPin | None = None,
    party: Party = APPLICANT,
    papers: tuple[DocumentKind, ...] = (),
) -> list[CaseEvent]:
    """A history that ends in a state: noticed, received, tolerated, accepted, finished."""
    number = ReceiptNumber("371073", 1, local_day(at), nth).digits
    story: list[CaseEvent] = [
        CaseRegistered(number, item or pin(), UUID(int=9), party, Acting.SELF, Channel.COUNTER, at)
    ]
    rows = MATERIALS
    if state == "noticed":
        missing = replace(MATERIALS[1], state=MaterialState.MISSING, reason="没带")
        story.append(NoticeGiven((missing,), at))
        return story + issued_all(papers, at, nth)
    if state == "tolerated":
        rows = (MATERIALS[0], replace(MATERIALS[1], state=MaterialState.DEFERRED), *MATERIALS[2:])
    promise = CALENDAR.working_day_after(local_day(at), 5) if state == "tolerated" else None
    story.append(MaterialsReceived(rows, at, promise))
    if state != "received":
        deferred = (2,) if state == "tolerated" else ()
        story.append(CaseAccepted(at + timedelta(minutes=1), deferred, promise))
    if state == "finished":
        story.append(CaseFinished(at + timedelta(days=1), "发放到账"))
    return story + issued_all(papers, at, nth)


def issued_all(papers: tuple[DocumentKind, ...], at: datetime, nth: int) -> list[CaseEvent]:
    return [
        issued(kind, at + timedelta(minutes=2 + place), 1000 * nth + place)
        for place, kind in enumerate(papers)
    ]


def issued(kind: DocumentKind, at: datetime, number: int) -> DocumentIssued:
    text = f"示例{'受' if kind is DocumentKind.ACCEPTANCE else '收'}字〔2026〕第{number:03d}号"
    return DocumentIssued(UUID(int=100_000 + number), kind, PaperSize.A5, text, "0" * 64, 1, at)


@dataclass
class Kept:
    """A case of the world."""

    id: UUID
    story: list[CaseEvent]
    clerk: UUID = ME
    due: tuple[DocumentKind, ...] = ()

    @property
    def case(self) -> Case:
        return fold(self.id, self.story)

    def line(self) -> CaseLine:
        case = self.case
        found = case_deadlines(case, CALENDAR)
        return CaseLine(
            id=case.id,
            number=case.number,
            item_id=case.item.id,
            item_name=case.item.name,
            person=case.person,
            applicant=mask(Kind.NAME, case.applicant.name),
            id_number=mask(Kind.RESIDENT_ID, case.applicant.id_number),
            phone=mask(Kind.MOBILE, case.applicant.phone),
            state=case.state,
            mode=case.item.mode,
            kind=case.item.kind,
            registered_at=case.registered_at,
            received_at=case.received_at,
            accepted_at=case.accepted_at,
            finished_at=case.finished_at,
            due=case_due(case, CALENDAR),
            promised_due=found.promised.due if found.promised else None,
            statutory_due=found.statutory.due if found.statutory else None,
            promise_by=case.promise_by,
            missing=len(case.missing),
            deferred=len(case.deferred),
            clerk=self.clerk,
            clerk_name=NAMES[self.clerk],
            device=UUID(int=1),
            clock=clock_state(case),
            next_contact=case.lived.next_contact,
        )


def met(line: CaseLine, query: CaseQuery) -> bool:
    """Whether a line answers a query: the store's rules in small."""
    due, promise, call = (day or date.max for day in (line.due, line.promise_by, line.next_contact))
    return all(
        (
            not query.states or line.state in query.states,
            query.open is None or query.open is (line.state in OPEN_STATES),
            query.due_from is None or due >= query.due_from,
            query.due_to is None or due <= query.due_to,
            query.clerk is None or line.clerk == query.clerk,
            not query.clerks or line.clerk in query.clerks,
            query.originals_at is None,
            not query.deferred or line.deferred > 0,
            query.promise_to is None or (line.deferred > 0 and promise <= query.promise_to),
            query.contact_to is None or call <= query.contact_to,
            query.registered_from is None or line.registered_at >= query.registered_from,
            query.text in line.number or query.text in line.applicant,
        )
    )


@dataclass
class World:
    """What the callables work on, and what they were told."""

    now: datetime = NOW
    me: UUID | None = ME
    cases: dict[UUID, Kept] = field(default_factory=dict)
    lines: list[CaseLine] = field(default_factory=list)
    """A list too long to fold from histories; in the place of the cases where it is given."""
    queries: list[CaseQuery] = field(default_factory=list)
    printed: list[tuple[str, UUID]] = field(default_factory=list)
    problem: str | None = None
    withdrawn: list[tuple[UUID, str]] = field(default_factory=list)
    revealed: list[tuple[UUID, str]] = field(default_factory=list)
    clerk: Clerk | None = None
    """Who may do what; None in tests that are not about acts."""
    approvers: tuple[User, ...] = (lives.LEADER,)
    approvals: list[Approval | None] = field(default_factory=list)
    papers: tuple[DocumentKind, ...] = ()
    """What an act prints."""
    error: Exception | None = None
    listeners: list[Callable[[Changes], None]] = field(default_factory=list)

    def add(self, state: str = "accepted", days_ago: int = 3, **more: object) -> Kept:
        """One more case, taken in some working days ago."""
        nth = len(self.cases) + 1
        day = working_day_before(local_day(self.now), days_ago)
        at = datetime(day.year, day.month, day.day, 9, nth % 60, tzinfo=SHANGHAI)
        clerk, due = more.pop("clerk", ME), more.pop("due", ())
        story = events(state, at, nth % 999 + 1, **more)  # type: ignore[arg-type]  # passed on by name
        kept = Kept(UUID(int=50_000 + nth), story, clerk, due)  # type: ignore[arg-type]  # passed on by name
        self.cases[kept.id] = kept
        return kept

    def keep(self, story: list[CaseEvent]) -> Kept:
        """One more case, with a whole life of its own."""
        kept = Kept(UUID(int=60_000 + len(self.cases)), story)
        self.cases[kept.id] = kept
        return kept

    def possible(self, story: list[CaseEvent]) -> tuple[Act, ...]:
        """What the user may do with a case of this life."""
        assert self.clerk is not None
        return allowed_acts(fold(UUID(int=1), story), self.clerk, local_day(self.now))

    def calls(self) -> CasesCalls:
        return CasesCalls(
            now=lambda: self.now,
            me=lambda: self.me,
            soon_until=lambda today: soon_until(today, CALENDAR),
            days_left=lambda due, today: remaining_working_days(due, today, CALENDAR),
            page=self._page,
            counts=self._counts,
            case=self._case,
            qr=lambda _case: self._may(CODE_PIXELS),
            document_pages=lambda _case_id, _document_id: self._may((PAGE_PIXELS,)),
            reveal=self._reveal,
            reprint=lambda _case_id, document_id: self._print("again", document_id),
            print_due=lambda case_id: self._print("due", case_id),
            withdraw=self._withdraw,
            working_day=CALENDAR.working_day_after,
            promise_limit=lambda case, day: deferral_limit(case.item.promised, day, CALENDAR),
            act=self._act,
            subscribe=self._subscribe,
        )

    def change(self, *ids: UUID, kind: Stream = Stream.CASE) -> None:
        """Something was committed."""
        for listener in tuple(self.listeners):
            listener(Changes(frozenset({kind}), frozenset(ids)))

    def _may(self, answer: T) -> T:
        if self.error is not None:
            raise self.error
        return answer

    def _found(self, query: CaseQuery) -> list[CaseLine]:
        if self.lines:
            return self.lines
        lines = [kept.line() for kept in self.cases.values()]
        key: Callable[[CaseLine], tuple[object, ...]] = {
            CaseSort.DUE: lambda line: (line.due or date.max, line.number),
            CaseSort.NUMBER: lambda line: (line.number,),
            CaseSort.RECEIVED: lambda line: (line.registered_at, line.number),
        }[query.sort]
        found = [line for line in lines if met(line, query)]
        return sorted(found, key=key, reverse=query.descending or bool(query.text))

    def _page(self, query: CaseQuery) -> CasePage:
        self.queries.append(query)
        found = self._may(self._found(query))
        start = query.after.recent if query.after else 0
        end = start + query.limit
        return CasePage(tuple(found[start:end]), CaseCursor("", end) if end < len(found) else None)

    def _counts(self, queries: Mapping[str, CaseQuery]) -> Mapping[str, int]:
        return self._may({name: len(self._found(query)) for name, query in queries.items()})

    def _case(self, case_id: UUID) -> CaseView:
        if self._may(case_id) not in self.cases:
            raise NotFound("no_such_case")
        kept = self.cases[case_id]
        case = kept.case
        notice = case_notice(case, CALENDAR)
        view = CaseView(case, timeline(kept), case_deadlines(case, CALENDAR), notice, kept.due)
        if self.clerk is None:
            return view
        today = local_day(self.now)
        acts, line = allowed_acts(case, self.clerk, today), phone_line(case, today, CALENDAR)
        return replace(view, acts=acts, line=line, approvers=self.approvers)

    def _reveal(self, case_id: UUID, purpose: str) -> Party:
        self.revealed.append((case_id, self._may(purpose)))
        return self.cases[case_id].case.applicant

    def _print(self, what: str, which: UUID) -> Printed:
        self.printed.append((what, self._may(which)))
        papers = (DocumentKind.RECEIPT,) if self.problem is None else ()
        return Printed(papers, self.problem)

    def _withdraw(self, case_id: UUID, reason: str) -> Case:
        self.withdrawn.append((case_id, self._may(reason)))
        kept = self.cases[case_id]
        kept.story.append(kept.case.withdraw_acceptance(reason, self.now))
        return kept.case

    def _act(self, case_id: UUID, events: tuple[CaseEvent, ...], approval: Approval | None) -> Printed:
        """Judged by the real table, as the store does it."""
        kept = self.cases[self._may(case_id)]
        self.approvals.append(approval)
        assert self.clerk is not None
        approver = next((user for user in self.approvers if approval and user.id == approval.user), None)
        if approval is not None and approval.password != PASSWORD:
            raise SignInFailed("wrong_password", left=4)
        story = list(kept.story)
        for event in events:
            case = fold(kept.id, story)
            story += perform(case, event, self.clerk, CALENDAR, approver=approver)
        kept.story = story
        return Printed(self.papers, self.problem)

    def _subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)


def lived(state: CaseState) -> list[CaseEvent]:
    """A life that leads to a state."""
    return [lives.registered(), *lives.LIVES[state]]


def working_day_before(day: date, count: int) -> date:
    for _ in range(count):
        day -= timedelta(days=1)
        while not CALENDAR.is_working(day):
            day -= timedelta(days=1)
    return day


def timeline(kept: Kept) -> tuple[TimelineEntry, ...]:
    return tuple(entry(at, event, kept.clerk) for at, event in enumerate(kept.story))


def entry(at: int, event: CaseEvent | None, clerk: UUID = ME) -> TimelineEntry:
    when = event.at if event is not None else NOW
    kind = event.kind if event is not None else "case.unheard_of"
    return TimelineEntry(UUID(int=900 + at), kind, when, clerk, NAMES[clerk], UUID(int=1), event)
