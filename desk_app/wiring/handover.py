"""What stands behind the wishes of the hand-over screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.bodies import decode, encode
from desk_app.domain.case_list import CaseLine, CaseQuery
from desk_app.domain.cases import CaseState
from desk_app.domain.documents import Printing as PrintingFacts
from desk_app.domain.errors import InputError, NotFound
from desk_app.domain.handover import Batch, allowed_acts
from desk_app.domain.manifests import Count
from desk_app.domain.moves import Act
from desk_app.domain.numbers import ReceiptNumber
from desk_app.domain.performing import allowed_acts as case_acts
from desk_app.domain.worktime import local_day
from desk_app.services import handover
from desk_app.ui.screens.handover.calls import BatchView, Done, HandoverCalls, Place, Target, Way
from desk_app.ui.screens.handover.tally import Tally
from desk_app.ui.screens.intake.calls import PageImage
from desk_app.wiring.batch_papers import BatchPapers
from desk_app.wiring.bridge import ChangesBridge
from desk_app.wiring.desk import Desk
from desk_app.wiring.printing import PREVIEW_DPI, Printing, render_pages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desk_app.db.store import Reader
    from desk_app.wiring.program import Program

MOST_READY = 60
"""Cases offered at once: who needs another one narrows the list."""
_TALLY = "handover_tally:"
_CAN_LEAVE = frozenset({CaseState.RECEIVED, CaseState.ACCEPTED})


def handover_page(program: Program) -> QWidget:
    """The screen, joined to the window."""
    from desk_app.ui.screens.handover.screen import HandoverScreen

    parts, window = program.parts, program.window
    calls = handover_calls(parts.desk, parts.printing, program.bridge)
    screen = HandoverScreen(calls, parts.jobs)
    screen.told.connect(program.speech.praise)
    screen.unprinted.connect(lambda batch, problem: program.speech.say_batch_unprinted(batch.number, problem))
    screen.told.connect(lambda _text: window.frame.clear_banner())
    screen.hints_changed.connect(window.refresh_hints)
    program.handover = screen
    return screen


def handover_calls(desk: Desk, printing: Printing, bridge: ChangesBridge) -> HandoverCalls:
    """Everything the hand-over screen may ask for."""
    wiring = HandoverWiring(desk, printing)
    acts = HandoverActs(desk, wiring)
    return HandoverCalls(
        now=desk.now,
        me=lambda: desk.clerk.name if desk.clerk else "",
        site=lambda: desk.clerk.site.id if desk.clerk else None,
        batches=wiring.batches,
        batch=wiring.batch,
        places=wiring.places,
        ready=wiring.ready,
        target=wiring.target,
        open=acts.open,
        readdress=acts.readdress,
        add=acts.add,
        remove=acts.remove,
        drop=acts.drop,
        send=acts.send,
        receive=acts.receive,
        accept=acts.accept,
        give_back=acts.give_back,
        give_all_back=acts.give_all_back,
        keep_tally=wiring.keep_tally,
        print_owed=acts.print_owed,
        reprint=acts.reprint,
        preview=wiring.preview,
        subscribe=bridge.follow,
    )


class HandoverWiring:
    """What is only looked at."""

    def __init__(self, desk: Desk, printing: Printing) -> None:
        self._desk = desk
        self._printing = printing
        self.papers = BatchPapers(desk, printing)

    def batches(self) -> tuple[Batch, ...]:
        """The newest batches of this site."""
        with self._desk.open_store.read() as reader:
            return reader.handovers.page(self._desk.present_clerk.site.id)

    def batch(self, batch_id: UUID) -> BatchView:
        """A batch with everything its page tells."""
        with self._desk.open_store.read() as reader:
            return self.view(reader, reader.handovers.get(batch_id))

    def view(self, reader: Reader, batch: Batch) -> BatchView:
        """A batch as it is now."""
        originals = {
            line.listed.case: reader.custodies.of_case(line.listed.case).originals for line in batch.lines
        }
        return BatchView(
            batch,
            allowed_acts(batch, self._desk.present_clerk),
            originals,
            self.papers.owed(reader, batch),
            _read_tally(reader.settings.get(_TALLY + str(batch.id))),
        )

    def places(self) -> tuple[Place, ...]:
        """Where bags went or came from, the last first; then the departments of what is offered here."""
        mine = self._desk.present_clerk.site
        with self._desk.open_store.read() as reader:
            past = reader.handovers.page(mine.id)
        known = (
            Place(batch.to, batch.to_site) if batch.from_site == mine.id
            else Place(batch.from_name, batch.from_site)
            for batch in past
        )  # fmt: skip
        above = (Place(mine.parent_name),) if mine.parent_name else ()
        return tuple(dict.fromkeys([*known, *above, *self._departments()]))

    def _departments(self) -> Iterator[Place]:
        names = (offered.item.department for offered in self._desk.offer.items.values() if offered.offered)
        return (Place(name) for name in sorted(set(filter(None, names))))

    def ready(self, text: str) -> tuple[CaseLine, ...]:
        """Cases that can leave now and lie in no bag yet, masked."""
        clerk, today = self._desk.present_clerk, local_day(self._desk.now())
        query = CaseQuery(states=_CAN_LEAVE, text=text.strip(), limit=MOST_READY)
        with self._desk.open_store.read() as reader:
            return tuple(
                line
                for line in reader.cases.page(query).lines
                if Act.HAND_OVER in case_acts(reader.cases.get(line.id), clerk, today)
                and reader.handovers.open_with(line.id) is None
            )

    def target(self, text: str) -> Target:
        """What was scanned or typed: a code, a whole number, or digits and names to search by."""
        with self._desk.open_store.read() as reader:
            found = _by_code(reader, text) or _by_number(reader, text)
        if found is not None:
            return found
        cases = self.ready(text)
        if not cases:
            raise NotFound("no_such_case")
        return Target(cases=cases)

    def keep_tally(self, batch_id: UUID, tally: Tally) -> None:
        """In the encrypted store, never synced: what nobody has signed for is nobody else's business."""
        with self._desk.open_store.scratch() as scratch:
            scratch.settings.put(_TALLY + str(batch_id), encode(tally))

    def preview(self, batch_id: UUID) -> tuple[PageImage, ...]:
        """The manifest as it would be printed now, without a number of its own."""
        from desk_app.services.manifests import manifest_request

        desk = self._desk
        clerk, demo = desk.present_clerk, desk.info is not None and desk.info.demo
        facts = PrintingFacts("", batch_id, desk.now(), clerk.name, demo=demo)
        with desk.open_store.read() as reader:
            request = manifest_request(reader, clerk, reader.handovers.get(batch_id), facts)
        pages = render_pages(self._printing.draw(request).pdf, PREVIEW_DPI)
        return tuple(PageImage(page.width, page.height, page.grey) for page in pages)


class HandoverActs:
    """What is put on record, and printed."""

    def __init__(self, desk: Desk, wiring: HandoverWiring) -> None:
        self._desk = desk
        self._wiring = wiring

    def open(self, way: Way) -> BatchView:
        """Begin a list."""
        desk = self._desk
        return self._seen(
            handover.open_batch(desk.open_store, desk.present_clerk, _destination(way), desk.now())
        )

    def readdress(self, batch_id: UUID, way: Way) -> BatchView:
        """Another place or way."""
        desk = self._desk
        to = _destination(way)
        return self._seen(handover.readdress(desk.open_store, desk.present_clerk, batch_id, to, desk.now()))

    def add(self, batch_id: UUID, case_id: UUID) -> BatchView:
        """Put a case in."""
        desk = self._desk
        return self._seen(
            handover.add_case(desk.open_store, desk.present_clerk, batch_id, case_id, desk.now())
        )

    def remove(self, batch_id: UUID, case_id: UUID) -> BatchView:
        """Take it out."""
        desk = self._desk
        return self._seen(
            handover.remove_case(desk.open_store, desk.present_clerk, batch_id, case_id, desk.now())
        )

    def drop(self, batch_id: UUID, reason: str) -> BatchView:
        """Give up an empty bag."""
        desk = self._desk
        return self._seen(
            handover.drop_batch(desk.open_store, desk.present_clerk, batch_id, reason, desk.now())
        )

    def send(self, batch_id: UUID) -> Done:
        """Hand out; both copies come out once it is on record."""
        desk = self._desk
        return self._done(handover.send(desk.open_store, desk.present_clerk, batch_id, desk.now()))

    def receive(self, batch_id: UUID, count: Count, refused: Mapping[UUID, str]) -> Done:
        """Sign for what was counted; the receipt comes out once it is on record."""
        desk, modes = self._desk, handover.receiving_modes(self._desk.offer)
        counted = handover.Counted(
            *(count.signed_by, count.seen, count.extra, count.differing, count.absences, count.remark),
            refused=refused,
        )
        done = handover.receive(desk.open_store, desk.present_clerk, batch_id, counted, desk.now(), modes)
        self._wiring.keep_tally(batch_id, Tally())
        return self._done(done)

    def accept(self, batch_id: UUID, case_id: UUID) -> BatchView:
        """What was missing came after all; whoever is at the keyboard signs for it."""
        desk, modes = self._desk, handover.receiving_modes(self._desk.offer)
        store, clerk = desk.open_store, desk.present_clerk
        done = handover.accept_found(store, clerk, batch_id, case_id, clerk.name, desk.now(), modes)
        return self._seen(done)

    def give_back(self, batch_id: UUID, case_id: UUID, reason: str) -> Done:
        """One case goes back."""
        desk = self._desk
        return self._done(
            handover.return_case(desk.open_store, desk.present_clerk, batch_id, case_id, reason, desk.now())
        )

    def give_all_back(self, batch_id: UUID, reason: str) -> Done:
        """Everything goes back."""
        desk = self._desk
        return self._done(
            handover.return_batch(desk.open_store, desk.present_clerk, batch_id, reason, desk.now())
        )

    def print_owed(self, batch_id: UUID) -> Done:
        """What a committed act still owes."""
        papers, problem = self._wiring.papers.print_owed(batch_id)
        return Done(self._wiring.batch(batch_id), papers, problem)

    def reprint(self, batch_id: UUID) -> Done:
        """The archived papers once more."""
        papers, problem = self._wiring.papers.reprint(batch_id)
        return Done(self._wiring.batch(batch_id), papers, problem)

    def _seen(self, batch: Batch) -> BatchView:
        return self._wiring.batch(batch.id)

    def _done(self, batch: Batch) -> Done:
        return self.print_owed(batch.id)


def _destination(way: Way) -> handover.Destination:
    return handover.Destination(way.to.name, way.carrier, way.to.site, way.express)


def _read_tally(text: str) -> Tally:
    """What was kept; nothing where an older program wrote something else."""
    try:
        return decode(Tally, text) if text else Tally()
    except ValueError:
        return Tally()


def _by_code(reader: Reader, text: str) -> Target | None:
    """The code of a manifest holds the batch's id, that of a slip an entry of its case."""
    try:
        code = UUID(text)
    except ValueError:
        return None
    if reader.handovers.find(code) is not None:
        return Target(batch=code)
    case = reader.cases.by_entry(code)
    return None if case is None else Target(case=case.id, number=case.number)


def _by_number(reader: Reader, text: str) -> Target | None:
    """A whole receipt number, known here or not; or the number of a batch."""
    try:
        digits = ReceiptNumber.parse(text).digits
    except InputError:
        return _by_batch_number(reader, text)
    cases = reader.cases.by_number(digits)
    return Target(case=cases[0].id if cases else None, number=digits)


def _by_batch_number(reader: Reader, text: str) -> Target | None:
    try:
        return Target(batch=reader.handovers.by_number(text).id)
    except NotFound:
        return None


def scanned_batch(desk: Desk, text: str) -> UUID | None:
    """The batch whose manifest was scanned, or None. Slow."""
    with desk.open_store.read() as reader:
        found = _by_code(reader, text) or _by_batch_number(reader, text)
    return found.batch if found is not None else None


def open_batch(program: Program, batch_id: UUID) -> None:
    """Show a batch, from wherever its manifest was scanned."""
    from desk_app.wiring.places import HANDOVER

    program.window.frame.bar.clear()
    program.window.frame.pages.show_page(HANDOVER)
    if program.handover is not None:
        program.handover.presenter.session.open(batch_id)
