"""What the first run asks of the rest of the program, as plain callables.

*Quick* callables answer on the window's thread. *Slow* ones touch files, the store or a printer, or derive a
key: the screen runs them through ``jobs.run`` and never calls them directly. Slow ones may raise
:class:`~desk_app.domain.errors.DeskError`, whose sentence is then shown on the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desk_app.domain.catalogue import OfferedItem, Tier
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.ui.screens.settings.items.rows import ItemChoice
from desk_app.ui.screens.settings.papers.values import PaperSetting
from desk_app.ui.screens.settings.site_facts import SiteFacts


class Step(StrEnum):
    """The pages, in order."""

    SITE = "site"
    PEOPLE = "people"
    ITEMS = "items"
    PRINTING = "printing"
    TRIAL = "trial"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the first run has come. It holds no secret and may lie in a plain file."""

    step: Step = Step.SITE
    facts: SiteFacts = field(default_factory=SiteFacts)
    admin: str = ""
    made: bool = False
    """The site stands: its facts and its first account are fixed, its store exists."""
    sheet_kept: bool = False
    """Somebody said that the recovery sheet was printed or copied down."""


@dataclass(frozen=True, slots=True)
class FirstRunCalls:
    """Everything the presenter calls. See the module's text for quick and slow.

    When the first run is taken up again after the site was made (``Progress.made``), the program signs its
    administrator in before this screen is shown: all that follows needs the open store.
    """

    progress: Callable[[], Progress]
    """Quick. Where it was left; a fresh Progress at the very first start."""
    save_progress: Callable[[Progress], None]
    """Slow, lane ``store``. Keep it; asked on leaving a field and with every step."""
    counts: Callable[[], Mapping[Tier, int]]
    """Quick. How many items the official list of each tier has."""
    make: Callable[[SiteFacts, str, str], str]
    """Slow, lane ``store``. (tidy facts, administrator's name, password) -> make the site, sign that person
    in, and return the words of the recovery sheet, which are kept nowhere."""
    new_sheet: Callable[[], str]
    """Slow, lane ``store``. Words of a new recovery sheet; the one before opens nothing any more."""
    print_sheet: Callable[[str], str]
    """Slow, lane ``files``. (words) -> print the sheet; returns what to say about it."""
    save_sheet: Callable[[str], str]
    """Slow, lane ``files``. (words) -> leave the sheet as a PDF in the folder of printed papers; returns what
    to say: where it lies, and that the file should go once it is on paper."""
    items: Callable[[], tuple[OfferedItem, ...]]
    """Slow, lane ``store``. Every item as the site offers it now."""
    initials: Callable[[str], tuple[str, ...]]
    """Quick. (name) -> ways to type it by initials."""
    save_items: Callable[[tuple[ItemChoice, ...]], None]
    """Slow, lane ``store``. Lay these choices over what the site has said of the items; only what changed
    is handed over."""
    sizes: Mapping[DocumentKind, Sequence[PaperSize]]
    """Kinds of paper there are, and the sizes each can be drawn in."""
    papers: Callable[[], Mapping[DocumentKind, PaperSetting]]
    """Quick. How each kind is printed now."""
    save_papers: Callable[[Mapping[DocumentKind, PaperSetting]], None]
    """Slow, lane ``store``."""
    printers: Callable[[], tuple[str, ...]]
    """Slow, lane ``files``. Names of the system's printers; the PDF folder is not among them."""
    test_print: Callable[[DocumentKind, PaperSetting], str]
    """Slow, lane ``files``. Print this kind with sample people only; returns what to say about it."""
    make_demo: Callable[[Callable[[int, int], None], Callable[[], bool]], None]
    """Slow, through ``jobs.run_long``. Make the demo profile 示例镇便民服务中心 beside the real one; reports
    (done, total)."""
    finish: Callable[[], None]
    """Slow, lane ``store``. It is done: the progress is forgotten. Replaces a save that was not begun yet."""
