"""What the hand-over screen asks of the rest of the program, as plain callables.

*Quick* callables answer on the window's thread; the others touch the store, draw or print and are run by
``jobs.run``. Each may raise :class:`~desk_app.domain.errors.DeskError`, whose sentence is then shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from desk_app.domain.case_life import Carrier
from desk_app.domain.case_list import CaseLine
from desk_app.domain.changes import Changes
from desk_app.domain.custody import Original
from desk_app.domain.handover import Batch, BatchAct
from desk_app.domain.handover_events import PaperPart
from desk_app.domain.manifests import Count
from desk_app.ui.screens.handover.tally import Tally
from desk_app.ui.screens.intake.calls import PageImage


@dataclass(frozen=True, slots=True)
class Place:
    """Where a bag can go; ``site`` is None for a department without this program."""

    name: str
    site: UUID | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """Where to, how, and under which post number."""

    to: Place = Place("")
    carrier: Carrier = Carrier.BY_HAND
    express: str = ""


@dataclass(frozen=True, slots=True)
class BatchView:
    """One batch with everything its page tells."""

    batch: Batch
    acts: tuple[BatchAct, ...] = ()
    """What who is at the keyboard may do with it."""
    originals: Mapping[UUID, tuple[Original, ...]] = field(default_factory=dict)
    """By case: the originals some office has, and where each is now (F45)."""
    owed: tuple[PaperPart, ...] = ()
    """Papers a committed act still owes, because the power or the printer failed."""
    tally: Tally = field(default_factory=Tally)
    """What was counted so far, before anybody signed."""


@dataclass(frozen=True, slots=True)
class Done:
    """A batch after an act, and what became of its papers."""

    view: BatchView
    papers: tuple[PaperPart, ...] = ()
    problem: str | None = None
    """The sentence about the first paper that did not come out; the batch is safe all the same."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a scanned or typed text means: a batch, a case, or some cases to choose from."""

    batch: UUID | None = None
    case: UUID | None = None
    number: str = ""
    """The digits of a whole receipt number, whether or not the case is known here."""
    cases: tuple[CaseLine, ...] = ()


@dataclass(frozen=True, slots=True)
class HandoverCalls:
    """Everything the presenters call."""

    now: Callable[[], datetime]
    """Quick."""
    me: Callable[[], str]
    """Quick. The name of who is at the keyboard."""
    site: Callable[[], UUID | None]
    """Quick. The site of this desk; None before anybody was in."""
    batches: Callable[[], tuple[Batch, ...]]
    """The newest batches that this site sends or receives."""
    batch: Callable[[UUID], BatchView]
    """Raises NotFound."""
    places: Callable[[], tuple[Place, ...]]
    """Where bags went to or came from before, then the departments of the items offered here."""
    ready: Callable[[str], tuple[CaseLine, ...]]
    """(text) cases that can leave now and lie in no bag yet, masked; an empty text finds all."""
    target: Callable[[str], Target]
    """(text) what was scanned or typed. Raises NotFound when it is nothing."""
    open: Callable[[Way], BatchView]
    readdress: Callable[[UUID, Way], BatchView]
    add: Callable[[UUID, UUID], BatchView]
    """(batch, case)"""
    remove: Callable[[UUID, UUID], BatchView]
    drop: Callable[[UUID, str], BatchView]
    """(batch, reason)"""
    send: Callable[[UUID], Done]
    """Hand out, and print both copies."""
    receive: Callable[[UUID, Count, Mapping[UUID, str]], Done]
    """(batch, count, refused with reasons) sign for what was counted, and print the receipt."""
    accept: Callable[[UUID, UUID], BatchView]
    """(batch, case) what was missing came after all."""
    give_back: Callable[[UUID, UUID, str], Done]
    """(batch, case, reason)"""
    give_all_back: Callable[[UUID, str], Done]
    """(batch, reason)"""
    keep_tally: Callable[[UUID, Tally], None]
    """Keep what was counted so far; a lock or a power cut loses nothing."""
    print_owed: Callable[[UUID], Done]
    reprint: Callable[[UUID], Done]
    """The archived papers of this site once more, counted."""
    preview: Callable[[UUID], tuple[PageImage, ...]]
    """Lane ``files``. The manifest as it would be printed now."""
    subscribe: Callable[[Callable[[Changes], None]], Callable[[], None]]
    """Quick. Be told after each commit, on the window's thread; calling the answer ends it."""
