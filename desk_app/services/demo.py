"""The demo profile: 示例镇便民服务中心 with a few hundred invented cases of the last sixty days.

Everything is invented and reproducible from a seed; names are 某某 and id numbers synthetic. It goes through
the same services as real work, so the demo's journal proves itself like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.calendar import Calendar
from desk_app.domain.cases import Acting, Case, CaseState, MaterialState
from desk_app.domain.catalogue import (
    CaseKind,
    HandlingMode,
    LegalNature,
    OfferedItem,
    SiteItem,
    Tier,
    Verification,
)
from desk_app.domain.clocks import deferral_limit
from desk_app.domain.identity import resident_check_character
from desk_app.domain.intake import IntakeForm, Outcome, deferrable, judge
from desk_app.domain.numbers import uuid7
from desk_app.domain.people import MandateKind, Party, Relation
from desk_app.domain.remedies import Remedy
from desk_app.domain.sites import Clerk, Device, Site
from desk_app.domain.worktime import SHANGHAI, local_day
from desk_app.papers.particulars import Particulars
from desk_app.papers.request import sizes_of
from desk_app.services.acts import finish_case
from desk_app.services.catalogue import Offer, change_site_item, make_offer
from desk_app.services.demo_lives import Lives, dice_of, lead_on, second_look, send_on, show_every_queue
from desk_app.services.documents import Draw, PaperOrder, issue
from desk_app.services.intake import Intake, commit_intake, papers_due

if TYPE_CHECKING:
    from desk_app.db.store import Store

SITE_NAME = "示例镇便民服务中心"
PASSWORD = "yanshi-2026"  # noqa: S105 - printed on the demo's own lock screen
ADMIN = "演示员"
DAYS = 60
PEOPLE = 120
_SURNAMES = "张李王赵周吴郑孙钱冯陈褚卫蒋沈韩杨朱秦许"
_VILLAGES = ("东村", "西村", "南庄", "北河村", "石桥村", "柳林社区")
_AREA = "371073"
_PROMISES = (5, 10, 20, 30)
_VERIFIED = 0.7
_ONLY_RECEIVED = frozenset({"1-3", "1-9", "1-15", "1-22"})
"""再生育、被征地、住房重建、身份认定: decided elsewhere; the invented site only takes the papers in."""
_DAILY_FINISH = 0.1
_RECEIVED_FOR_DAYS = 6
"""Papers taken in for others have gone on before that; the demo shows only the latest."""
_ADULT, _OLDEST = 20, 97


def demo_site(site_id: UUID) -> Site:
    """The invented centre."""
    return Site(
        site_id,
        SITE_NAME,
        Tier.TOWN,
        "371073000000",
        _AREA,
        phone="0000-0000000",
        complaint_phone="0000-0000000",
        address="示例镇示例路 1 号",
        hours="工作日 8:30–12:00，13:30–17:30",
        seal_name="业务专用章",
        short_name="示例",
        review_organ="示例区人民政府",
        court="示例区人民法院",
    )


def demo_device(device_id: UUID) -> Device:
    """The invented counter."""
    return Device(device_id, 3, "03 号窗口")


def synthetic_id(rng: Random, today: date) -> str:
    """A number with a true check character that belongs to nobody."""
    age = rng.randint(_ADULT, _OLDEST)
    born = today.replace(year=today.year - age, day=1) - timedelta(days=rng.randint(0, 360))
    body = f"{_AREA}{born:%Y%m%d}{rng.randint(1, 995):03d}"
    return body + resident_check_character(body)


def synthetic_party(rng: Random, today: date) -> Party:
    """Somebody who does not exist."""
    return Party(
        name=f"{rng.choice(_SURNAMES)}某某",
        id_number=synthetic_id(rng, today),
        phone=f"1380000{rng.randint(0, 9999):04d}",
        address=f"示例镇{rng.choice(_VILLAGES)} {rng.randint(1, 300)} 号",
    )


@dataclass(frozen=True, slots=True)
class Demo:
    """What the generator works with."""

    store: Store
    clerk: Clerk
    offer: Offer
    calendar: Calendar
    rng: Random
    draw: Draw | None = None
    """Draws the papers of the invented cases; without it they look as if the printer had failed."""


def fill_demo(demo: Demo, today: date, progress: Callable[[int], None] = lambda _: None) -> int:
    """Fill the store with cases up to today; returns how many. The same seed gives the same store."""
    items = [
        item for item in _own_offer(demo, today).items.values() if item.offered and item.mode.may_receive
    ]
    accepted_here = [item for item in items if item.item.id not in _ONLY_RECEIVED]
    people = [synthetic_party(demo.rng, today) for _ in range(PEOPLE)]
    lives = Lives(demo.store, demo.clerk, demo.calendar, lambda case, at: _print(demo, case, at))
    made, waiting = 0, list[Case]()
    days = _working_days(demo.calendar, today)
    yesterday = max(day for day in days if day < today)
    for day in days:
        waiting = _finish_some(demo, waiting, day)
        offered_today = items if (today - day).days <= _RECEIVED_FOR_DAYS else accepted_here
        for at in _moments(demo.rng, day):
            case = _one_case(demo, demo.rng.choice(offered_today), demo.rng.choice(people), people, at)
            waiting.append(second_look(lives, case, at))
            made += 1
        if day < today:
            waiting = lead_on(lives, waiting, day)
        if day == yesterday:
            waiting = show_every_queue(lives, waiting, day)
            send_on(lives, waiting, day)
        progress(made)
    return made


def _finish_some(demo: Demo, waiting: list[Case], day: date) -> list[Case]:
    """Finish, first thing on a day, some of the cases that wait; a few are left to run late."""
    opened = datetime(day.year, day.month, day.day, 8, 30, tzinfo=SHANGHAI)
    ready = [
        case
        for case in waiting
        if case.state is CaseState.ACCEPTED and dice_of(case, f"done{day}").random() < _DAILY_FINISH
    ]
    for case in ready:
        finish_case(demo.store, demo.clerk, case.id, case.item.result, opened)
    done = {case.id for case in ready}
    return [case for case in waiting if case.id not in done]


def _own_offer(demo: Demo, today: date) -> Offer:
    """Let the invented site say how it handles its items, as a real one would in its first week.

    It promises days where the reference guide knows none, so that lamps have something to show.
    """
    opened = datetime(today.year, today.month, today.day, 8, tzinfo=SHANGHAI) - timedelta(days=DAYS + 1)
    own = [offered for offered in demo.offer.items.values() if offered.offered]
    overrides = [_override(demo.rng, offered, local_day(opened)) for offered in own]
    for override in overrides:
        change_site_item(demo.store, demo.clerk, override, opened)
    return make_offer(demo.offer.release, demo.offer.tier, overrides)


def _override(rng: Random, offered: OfferedItem, on: date) -> SiteItem:
    item = offered.item
    promised = None if item.kind is CaseKind.IMMEDIATE else rng.choice(_PROMISES)
    return SiteItem(
        item.id,
        mode=HandlingMode.ENTRUSTED_RECEIVE if item.id in _ONLY_RECEIVED else None,
        promised_days=offered.promised.days or promised,
        counter="03、04 号窗口",
        verified=Verification(ADMIN, on) if rng.random() < _VERIFIED else None,
        remedy=None if item.legal_nature is LegalNature.SERVICE else Remedy.EITHER,
    )


def _working_days(calendar: Calendar, today: date) -> list[date]:
    days = (today - timedelta(days=back) for back in range(DAYS, -1, -1))
    return [day for day in days if calendar.is_working(day)]


def _moments(rng: Random, day: date) -> list[datetime]:
    minutes = sorted(rng.sample(range(8 * 60 + 30, 17 * 60), rng.randint(4, 9)))
    return [datetime(day.year, day.month, day.day, m // 60, m % 60, tzinfo=SHANGHAI) for m in minutes]


def _one_case(demo: Demo, offered: OfferedItem, who: Party, people: Sequence[Party], at: datetime) -> Case:
    form = IntakeForm(
        id=uuid7(int(at.timestamp() * 1000), demo.rng.randbytes(10)),
        item_id=offered.item.id,
        release=offered.release,
        applicant=who,
    )
    form = _perhaps_by_proxy(demo.rng, form, people)
    form = _perhaps_gaps(demo.rng, form.take_all(offered), offered)
    if judge(form, offered).outcome is Outcome.TOLERANCE:
        form = replace(form, promise_by=deferral_limit(offered.promised, local_day(at), demo.calendar))
    case = commit_intake(demo.store, demo.clerk, Intake(form, offered), at, at)
    with demo.store.scratch() as scratch:
        scratch.usage.note(offered.item.id)
    _print(demo, case, at)
    return case


def _print(demo: Demo, case: Case, at: datetime) -> None:
    """Every paper the case owes, as the printer would have taken it."""
    if demo.draw is None:
        return
    offered = demo.offer.items.get(case.item.id)
    for kind in papers_due(case):
        needs = Particulars(remedy=Remedy.EITHER)
        order = PaperOrder(kind, sizes_of(kind)[0], demo=True, offered=offered, particulars=needs)
        issue(demo.store, demo.clerk, case.id, order, demo.draw, demo.calendar, at)


def _perhaps_by_proxy(rng: Random, form: IntakeForm, people: Sequence[Party]) -> IntakeForm:
    other = rng.choice(people)
    if rng.random() > 0.15 or other == form.applicant:
        return form
    return replace(
        form, acting=Acting.PROXY, proxy=other, relation=Relation.CHILD, mandate=MandateKind.WRITTEN
    )


def _perhaps_gaps(rng: Random, form: IntakeForm, offered: OfferedItem) -> IntakeForm:
    owed = [row for row in offered.item.materials if form.owes(row)]
    chance = rng.random()
    if owed and chance < 0.08:
        return form.mark(rng.choice(owed).number, MaterialState.MISSING, "未带")
    tolerable = [row for row in owed if deferrable(row, offered)]
    if tolerable and chance < 0.5:
        return form.mark(rng.choice(tolerable).number, MaterialState.DEFERRED)
    return form
