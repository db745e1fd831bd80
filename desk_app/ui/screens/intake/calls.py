"""What the intake screen asks of the rest of the program, as plain callables.

*Quick* callables answer on the window's thread. *Slow* ones touch the store, draw a paper or print: the
screen runs them through ``jobs.run`` and never calls them directly. Each may raise
:class:`~desk_app.domain.errors.DeskError`, whose sentence is then shown on the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from desk_app.domain.cases import Case
from desk_app.domain.catalogue import OfferedItem
from desk_app.domain.documents import DocumentKind
from desk_app.domain.identity import IdType
from desk_app.domain.intake import IntakeForm, Outcome
from desk_app.domain.people import Person
from desk_app.domain.prefill import History
from desk_app.domain.sites import Site
from desk_app.domain.worktime import Deadlines


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page of a paper as grey pixels, 8 bits each, rows without padding."""

    width: int
    height: int
    grey: bytes


@dataclass(frozen=True, slots=True)
class ItemField:
    """A question one item asks beyond the person: its answer stands in ``IntakeForm.fields[name]``."""

    name: str
    label: str
    choices: tuple[str, ...] = ()
    """Answers to pick from; free text where there are none."""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A lane as it was last saved."""

    form: IntakeForm
    lane_index: int
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Committed:
    """What became of a form: the case, and what happened to its papers."""

    case: Case
    papers: tuple[str, ...]
    """Names of the papers that came out, as a person says them."""
    print_problem: str | None = None
    """The sentence about a paper that did not come out; the case is safe all the same."""


@dataclass(frozen=True, slots=True)
class IntakeCalls:
    """Everything the presenter calls. See the module's text for quick and slow."""

    now: Callable[[], datetime]
    """Quick. The present instant, aware."""
    new_id: Callable[[], UUID]
    """Quick. An id for a new form, which its case will keep."""
    site: Site
    may_accept: Callable[[], bool]
    """Quick. Whether the user at the keyboard holds the right of acceptance."""
    offered: Callable[[str], OfferedItem | None]
    """Quick. (item id) -> the item as this site offers it today; None when the catalogue lost it."""
    item_fields: Callable[[OfferedItem], tuple[ItemField, ...]]
    """Quick. What the item asks beyond the person; nothing hides the card."""
    deadlines: Callable[[OfferedItem, date], Deadlines]
    """Quick. (item, day of acceptance) -> both deadlines with their counted days."""
    promise_default: Callable[[OfferedItem, date], date]
    """Quick. (item, today) -> until when a deferred paper is promised unless the clerk says otherwise."""
    papers: Callable[[OfferedItem, Outcome], tuple[DocumentKind, ...]]
    """Quick. What an outcome will print."""
    history: Callable[[IdType, str], History]
    """Slow. (kind of paper, number) -> what the store knows of that person."""
    people: Callable[[str], tuple[Person, ...]]
    """Slow. (part of a name or telephone number) -> people it may be, best first, at most nine."""
    preview: Callable[[IntakeForm, OfferedItem], tuple[PageImage, ...]]
    """Slow, lane ``files``. The first paper that will print, drawn from the form as it stands."""
    submit: Callable[[IntakeForm, OfferedItem], Committed]
    """Slow. Commit, then draw, archive and print. Raises before the commit or not at all: a paper that fails
    is told in ``Committed.print_problem``."""
    withdraw: Callable[[UUID, str], Case]
    """Slow. (case, reason) -> the case with its acceptance taken back."""
    save_draft: Callable[[IntakeForm, int], None]
    """Slow. (form, lane index 0-4) keep the form, keyed by its id."""
    drop_draft: Callable[[UUID], None]
    """Slow. Forget a draft."""
    drafts: Callable[[], tuple[Draft, ...]]
    """Slow. All drafts, asked once after unlocking."""
    reveal: Callable[[UUID, str], None]
    """Slow. (form id, field name) put on record that a full number was shown. Raises NotAllowed."""
