"""What stands on the hand-over screen, as values; every text of a row is made once."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from desk_app.domain.case_list import CaseLine
from desk_app.domain.errors import DeskError
from desk_app.domain.handover import Batch, BatchAct, BatchState
from desk_app.ui.screens.handover.calls import BatchView, Place, Way
from desk_app.ui.screens.handover.tally import Gap, Tally, gaps, unseen
from desk_app.ui.screens.intake.calls import PageImage
from desk_app.ui.theme.look import Tone


class Stage(StrEnum):
    """What is being done with the batch on the page."""

    NONE = "none"
    NEW = "new"
    """Where the next bag goes is being asked."""
    FILL = "fill"
    CHECK = "check"
    """The list is complete; the bag is compared with it before it leaves."""
    COUNT = "count"
    CLOSE = "close"
    """Everything was scanned that is there; what differs is explained."""
    ENDS = "ends"
    """Signed for; something is still missing."""
    LOOK = "look"


COUNTING = frozenset({Stage.COUNT, Stage.CLOSE})
FILLING = frozenset({Stage.FILL, Stage.CHECK})


class Asking(StrEnum):
    """What the strip below the list asks."""

    NOTHING = "nothing"
    MORE = "more"
    DROP = "drop"
    RETURN_ALL = "return_all"
    RETURN_ONE = "return_one"


class More(StrEnum):
    """Acts of F10."""

    RECORD = "record"
    """Write down what a department without this program signed."""
    DIFFER = "differ"
    RETURN_ONE = "return_one"
    RETURN_ALL = "return_all"
    REPRINT = "reprint"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Told:
    """What came of the last scan or key; ``nth`` tells two alike apart."""

    tone: Tone = Tone.GREY
    text: str = ""
    nth: int = 0


@dataclass(frozen=True, slots=True)
class HandoverShown:
    """The whole screen."""

    site: UUID | None = None
    batches: tuple[Batch, ...] = ()
    loaded: bool = False
    view: BatchView | None = None
    new: bool = False
    checking: bool = False
    closing: bool = False
    recording: bool = False
    """What a department signed is being written down from its paper."""
    tally: Tally = field(default_factory=Tally)
    current: str = ""
    """Key of the row the arrows stand on."""
    ready: tuple[CaseLine, ...] | None = None
    """Cases to take from by hand; None while nobody asked for them."""
    filter: str = ""
    places: tuple[Place, ...] = ()
    way: Way = Way()  # noqa: RUF009 - a way never changes
    told: Told = Told()
    trouble: DeskError | None = None
    asking: Asking = Asking.NOTHING
    preview: tuple[PageImage, ...] | None = None
    busy: bool = False

    @property
    def batch(self) -> Batch | None:
        """The batch on the page."""
        return self.view.batch if self.view is not None and not self.new else None

    @property
    def stage(self) -> Stage:
        """What is being done with it."""
        if self.new:
            return Stage.NEW
        if self.view is None:
            return Stage.NONE
        return self._of(self.view.batch, self.view.acts)

    def _of(self, batch: Batch, acts: tuple[BatchAct, ...]) -> Stage:
        if BatchAct.SEND in acts:
            return Stage.CHECK if self.checking else Stage.FILL
        if BatchAct.RECEIVE in acts and (self.recording or batch.to_site == self.site):
            return Stage.CLOSE if self.closing else Stage.COUNT
        if BatchAct.ACCEPT in acts and batch.missing:
            return Stage.ENDS
        return Stage.LOOK

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What differs, while it is counted."""
        if self.batch is None or self.stage not in COUNTING:
            return ()
        return gaps(self.batch, self.tally, closing=self.closing)

    @property
    def unseen(self) -> int:
        """How many envelopes nobody has scanned yet."""
        return len(unseen(self.batch, self.tally)) if self.batch is not None else 0

    @property
    def more(self) -> tuple[More, ...]:
        """What else can be done, in the order of its numbers."""
        if self.view is None or self.new:
            return ()
        return tuple(more for more in More if self._may(more, self.view))

    def _may(self, more: More, view: BatchView) -> bool:
        batch, acts, stage = view.batch, view.acts, self.stage
        here = self.line_key is not None
        return {
            More.RECORD: BatchAct.RECEIVE in acts and batch.to_site is None and not self.recording,
            More.DIFFER: stage in COUNTING and here,
            More.RETURN_ONE: BatchAct.RETURN in acts and here and stage is not Stage.COUNT,
            More.RETURN_ALL: BatchAct.RETURN in acts,
            More.REPRINT: bool(batch.papers),
            More.DROP: BatchAct.DROP in acts and not batch.lines,
        }[more]

    @property
    def line_key(self) -> UUID | None:
        """The case of the row the arrows stand on, when it is one of the batch."""
        cases = {str(line.listed.case): line.listed.case for line in self.batch.lines} if self.batch else {}
        return cases.get(self.current)


def waits_for(batch: Batch, site: UUID | None) -> bool:
    """Whether a bag is on its way to this site, or came and is not settled: what the rail counts."""
    return batch.to_site == site and batch.state in (BatchState.SENT, BatchState.RECEIVED)
