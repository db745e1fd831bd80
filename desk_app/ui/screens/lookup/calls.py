"""What the look-up screen asks of the rest of the program, as plain callables.

*Quick* callables answer on the window's thread; ``search`` is asked at every key. *Slow* ones touch the
store, draw a paper or print: the screen runs them through ``jobs.run`` and never calls them directly. Slow
ones may raise :class:`~desk_app.domain.errors.DeskError`, whose sentence is then shown on the screen.

Everything works before anybody has logged in, save ``todo`` and ``note``, which are then never called.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.catalogue import OfferedItem
from desk_app.domain.sites import Site
from desk_app.domain.worktime import Lamp
from desk_app.ui.theme.marks import LampShape

if TYPE_CHECKING:  # the search engine is loaded after the first paint
    from desk_app.domain.lookup import Hit


@dataclass(frozen=True, slots=True)
class TodoRow:
    """One case that waits for the clerk at the keyboard."""

    case_id: UUID
    number: str
    """As it is read out: PPPPPP-D-YYJJJ-NNN-CC."""
    name_masked: str
    item: str
    lamp: Lamp
    text: str
    """Why it waits, in a few words: 逾期 1 天, 今日到期, 结果已到，待送达."""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One queue of the home page."""

    key: str
    word: str
    count: int
    lamp: LampShape | None = None
    """Worn while something waits in it."""


@dataclass(frozen=True, slots=True)
class Day:
    """What waits at this counter, and one's own day so far."""

    queues: tuple[QueueRow, ...] = ()
    done: int = 0
    """How many one took in oneself; told to nobody else."""
    seconds: int = 0
    """How long each took on the average; 0 while nothing is known."""
    shift_open: bool | None = None
    """Whether the counter was opened; None while it is not known."""
    forms_out: int = 0
    """Emergency forms that are still to be entered or voided."""
    forms_late: bool = False
    """Whether one of them is longer on paper than it should be."""
    often: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Item id to the papers that people most often had to come again for."""


@dataclass(frozen=True, slots=True)
class LookupCalls:
    """Everything the presenter calls. See the module's text for quick and slow."""

    now: Callable[[], datetime]
    """Quick. The present instant, aware."""
    site: Site
    counter: str
    """What this desk is called, such as 03 号窗口; the site's name is said where it is empty."""
    signed_in: Callable[[], bool]
    """Quick. Whether somebody is logged in now."""
    search: Callable[[str], tuple[Hit, ...]]
    """Quick (a millisecond). (what was typed) -> hits, the likeliest first."""
    offered: Callable[[str], OfferedItem | None]
    """Quick. (item id) -> the item as this site offers it; None when the catalogue does not have it."""
    by_department: Callable[[], Mapping[str, tuple[str, ...]]]
    """Quick. Department -> its item ids, in the order to be shown."""
    by_scene: Callable[[], Mapping[str, tuple[str, ...]]]
    """Quick. Life situation -> its item ids, in the order to be shown."""
    favourites: Callable[[], tuple[tuple[str, int], ...]]
    """Quick. (item id, times done at this counter), most used first; six are shown."""
    todo: Callable[[], tuple[TodoRow, ...]]
    """Slow, lane ``store``. What waits for the clerk today, the most urgent first."""
    print_checklist: Callable[[str, frozenset[int]], str]
    """Slow, lane ``files``. (item id, numbers of the papers that were brought) -> print what is still to
    bring; returns the words for the strip that reports it."""
    print_referral: Callable[[str], str]
    """Slow, lane ``files``. (item id) -> print where to go with what; returns the words for the strip."""
    note: Callable[[str | None, str], None]
    """Slow, lane ``store``. (item id, or None where none was found; what was asked) -> keep a note of it."""
    day: Callable[[], Day] = Day
    """Slow, lane ``store``. How much waits in each queue, and one's own day."""
