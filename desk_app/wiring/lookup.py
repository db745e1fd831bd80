"""What stands behind the wishes of the look-up screen; all of it works before log-in, save todo and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.catalogue import OfferedItem, ServiceItem, Tier
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import NotFound
from desk_app.domain.sites import Site
from desk_app.ui.screens.lookup.calls import Day, LookupCalls, TodoRow
from desk_app.ui.words import word

if TYPE_CHECKING:
    from datetime import date

    from desk_app.domain.case_list import CaseLine
    from desk_app.papers.request import Destination
    from desk_app.wiring.desk import Desk
    from desk_app.wiring.printing import Printing

MOST_TODO = 6
NO_SITE = Site(UUID(int=0), "", Tier.TOWN, region_code="", point_code="")
"""Before the first run: look-up works on the town list, under no name."""


def lookup_calls(desk: Desk, printing: Printing) -> LookupCalls:
    """Everything the look-up screen may ask for."""
    wiring = LookupWiring(desk, printing)
    info = desk.info
    return LookupCalls(
        now=desk.now,
        site=info.site if info else NO_SITE,
        counter=info.device.counter if info else "",
        signed_in=lambda: desk.clerk is not None,
        search=desk.shelf.search,
        offered=desk.item,
        by_department=lambda: grouped(desk.offer.items.values(), lambda item: item.department),
        by_scene=lambda: grouped(desk.offer.items.values(), lambda item: item.scene),
        favourites=wiring.favourites,
        todo=wiring.todo,
        print_checklist=wiring.print_checklist,
        print_referral=wiring.print_referral,
        note=wiring.note,
        day=wiring.day,
    )


def grouped(
    items: Iterable[OfferedItem], heading: Callable[[ServiceItem], str]
) -> Mapping[str, tuple[str, ...]]:
    """Item ids under headings, in the order of the catalogue."""
    found: dict[str, tuple[str, ...]] = {}
    for offered in items:
        name = heading(offered.item)
        found[name] = (*found.get(name, ()), offered.item.id)
    return found


class LookupWiring:
    """The slow answers."""

    def __init__(self, desk: Desk, printing: Printing) -> None:
        self._desk = desk
        self._printing = printing

    def favourites(self) -> tuple[tuple[str, int], ...]:
        """What is done most at this counter; before anything was done, the list's own first items."""
        used = sorted(self._desk.shelf.used.items(), key=lambda pair: -pair[1])
        known = tuple((item_id, times) for item_id, times in used if item_id in self._desk.offer.items)
        own = ((item_id, 0) for item_id, offered in self._desk.offer.items.items() if offered.offered)
        return known or tuple(own)

    def todo(self) -> tuple[TodoRow, ...]:
        """Open cases that are late or due within three working days."""
        from desk_app.domain.case_list import CaseQuery
        from desk_app.domain.worktime import local_day, soon_until

        desk, today = self._desk, local_day(self._desk.now())
        query = CaseQuery(open=True, due_to=soon_until(today, desk.calendar), limit=MOST_TODO)
        with desk.open_store.read() as reader:
            lines = reader.cases.page(query).lines
        return tuple(self._todo_row(line, today) for line in lines)

    def day(self) -> Day:
        """How much waits in each queue, and one's own day."""
        from desk_app.wiring.queues import day_of

        return day_of(self._desk)

    def _todo_row(self, line: CaseLine, today: date) -> TodoRow:
        from desk_app.domain.numbers import ReceiptNumber
        from desk_app.domain.worktime import Lamp, remaining_working_days
        from desk_app.ui.screens.cases.words import running_words

        due = line.due or today
        left = remaining_working_days(due, today, self._desk.calendar)
        lamp = Lamp.DUE if due == today else Lamp.OVERDUE if due < today else Lamp.SOON
        number = ReceiptNumber.parse(line.number).formatted
        return TodoRow(line.id, number, line.applicant, line.item_name, lamp, running_words(lamp, left)[0])

    def print_checklist(self, item_id: str, brought: frozenset[int]) -> str:
        """Print what is still to bring."""
        return self._print(DocumentKind.NOTICE, item_id, in_hand=brought)

    def print_referral(self, item_id: str) -> str:
        """Print where to go."""
        return self._print(DocumentKind.REFERRAL, item_id, in_hand=None)

    def _print(self, kind: DocumentKind, item_id: str, in_hand: frozenset[int] | None) -> str:
        from desk_app.domain.documents import Printing as PrintingFacts
        from desk_app.papers.request import PaperRequest

        desk = self._desk
        offered = desk.item(item_id)
        if offered is None or desk.info is None:
            raise NotFound("no_such_item")
        facts = PrintingFacts("", desk.new_id(), desk.now(), self._signature(), demo=desk.info.demo)
        request = PaperRequest(
            kind=kind,
            size=desk.settings.paper(kind).size,
            site=desk.info.site,
            printing=facts,
            counter=desk.info.device.counter,
            offered=offered,
            in_hand=in_hand,
            often=self._often(item_id) if kind is DocumentKind.NOTICE else (),
            destination=destination(offered, desk.info.site),
        )
        drawn = self._printing.draw(request)
        self._printing.print_drawn(drawn, f"{desk.now():%Y%m%d-%H%M%S}-{kind.value}-{item_id}")
        return word(kind)

    def _often(self, item_id: str) -> tuple[str, ...]:
        """What others most often lacked; unknown before anybody has signed in."""
        from desk_app.services.returns_why import often_lacking

        desk = self._desk
        if desk.session is None:
            return ()
        with desk.open_store.read() as reader:
            found = often_lacking(reader, desk.present_clerk, item_id, desk.now())
        return tuple(why.material for why in found)

    def _signature(self) -> str:
        """Who printed it: the clerk, or before log-in the counter."""
        if self._desk.clerk is not None:
            return self._desk.clerk.name
        return self._desk.info.device.counter if self._desk.info else ""

    def note(self, item_id: str | None, asked: str) -> None:
        """Keep a note of what somebody asked."""
        from desk_app.services.catalogue import note_consultation

        desk = self._desk
        note_consultation(desk.open_store, desk.present_clerk, asked, item_id or "", desk.now())


def destination(offered: OfferedItem, site: Site) -> Destination:
    """Where the item is done: here, at the counter the site names, or at the tier whose list it stands in."""
    from desk_app.papers.request import Destination

    if offered.mode.may_receive:
        return Destination(
            f"{site.name} {offered.counter}".strip(),
            offered.address or site.address,
            offered.phone or site.phone,
            offered.hours or site.hours,
        )
    return Destination(word(offered.item.tier), offered.address, offered.phone, offered.hours)
