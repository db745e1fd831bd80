"""What the cases screen asks of the rest of the program, as plain callables.

*Quick* callables answer on the window's thread. *Slow* ones touch the store, draw or print: the screen runs
them through ``jobs.run`` and never calls them directly. Each may raise
:class:`~desk_app.domain.errors.DeskError`, whose sentence is then shown on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from desk_app.domain.accounts import User
from desk_app.domain.attachments import Attachments
from desk_app.domain.case_list import CasePage, CaseQuery, TimelineEntry
from desk_app.domain.cases import Case, CaseEvent
from desk_app.domain.changes import Changes
from desk_app.domain.custody import Original
from desk_app.domain.documents import DocumentKind
from desk_app.domain.moves import Act
from desk_app.domain.people import Party
from desk_app.domain.phone_lines import PhoneLine
from desk_app.domain.worktime import Deadline, Deadlines
from desk_app.ui.screens.cases.filters import Cover
from desk_app.ui.screens.cases.own import OwnLists
from desk_app.ui.screens.intake.calls import PageImage
from desk_app.ui.screens.originals.values import OriginalAnswer


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case with everything its page tells."""

    case: Case
    timeline: tuple[TimelineEntry, ...]
    """In the order all agree on, oldest first."""
    deadlines: Deadlines
    """Both unknown until the case is accepted."""
    notice_by: Deadline | None
    """Until when the acceptor must say whether the case is accepted; None unless that timer runs."""
    papers_due: tuple[DocumentKind, ...]
    """Papers a committed act still owes, because the power or the printer failed."""
    acts: tuple[Act, ...] = ()
    """What who is at the keyboard may do with the case today (``performing.allowed_acts``)."""
    line: PhoneLine | None = None
    """What to tell a citizen who calls today."""
    waited_until: Deadline | None = None
    """The day by which the citizen brings what was asked for, day by day; None while nothing is."""
    promised_until: Deadline | None = None
    """The same of papers promised at acceptance."""
    approvers: tuple[User, ...] = ()
    """Open accounts that lead the site: who may agree where the table asks for approval."""
    pictures: Attachments | None = None
    """What was photographed or scanned of its papers."""
    originals: tuple[Original, ...] = ()
    """Where the originals of its papers are."""
    absent: str = ""
    """The colleague for whom who is at the keyboard stands in with this case (AB岗); empty for one's own."""


@dataclass(frozen=True, slots=True)
class Approval:
    """Who agreed to an act, proven by their password."""

    user: UUID
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Printed:
    """What came out of the printer."""

    papers: tuple[DocumentKind, ...]
    problem: str | None = None
    """The sentence about the first paper that did not come out; the case is safe all the same."""


@dataclass(frozen=True, slots=True)
class CasesCalls:
    """Everything the presenters call. See the module's text for quick and slow."""

    now: Callable[[], datetime]
    """Quick. The present instant, aware."""
    me: Callable[[], UUID | None]
    """Quick. Id of the user at the keyboard; None while nobody is signed in."""
    soon_until: Callable[[date], date]
    """Quick. (today) -> the last due date whose lamp is not yet ok (``worktime.soon_until``)."""
    days_left: Callable[[date, date], int]
    """Quick. (due, today) -> working days left, negative when late (``worktime.remaining_working_days``)."""
    page: Callable[[CaseQuery], CasePage]
    """Slow. One page of the list, masked for lists."""
    counts: Callable[[Mapping[str, CaseQuery]], Mapping[str, int]]
    """Slow. How many cases each query finds, by the name it was given."""
    case: Callable[[UUID], CaseView]
    """Slow. Raises NotFound."""
    qr: Callable[[Case], PageImage]
    """Slow, lane ``files``. The code that stands on the slip, one pixel a module, quiet zone included; it
    holds no personal data."""
    document_pages: Callable[[UUID, UUID], tuple[PageImage, ...]]
    """Slow, lane ``files``. (case, document) -> pictures of the archived paper."""
    reveal: Callable[[UUID, str], Party]
    """Slow. (case, purpose) put on record that full numbers are looked at, then the applicant in full.
    Raises NotAllowed, InputError."""
    reprint: Callable[[UUID, UUID], Printed]
    """Slow. (case, document) the archived paper once more, counted. Raises IllegalMove, NotAllowed."""
    print_due: Callable[[UUID], Printed]
    """Slow. Make and print what ``papers_due`` names."""
    working_day: Callable[[date, int], date]
    """Quick. (day, n) -> the n-th working day after it."""
    promise_limit: Callable[[Case, date], date]
    """Quick. (case, day of acceptance) -> the day offered for papers that follow (``deferral_limit``)."""
    act: Callable[[UUID, tuple[CaseEvent, ...], Approval | None], Printed]
    """Slow. (case, events, approval) put the acts on record, all or none, and print what they leave.
    Raises IllegalMove, NotAllowed, SignInFailed (a wrong password of who agrees), InvalidIdentity."""
    withdraw: Callable[[UUID, str], Case]
    """Slow. (case, reason) take the acceptance back. Raises IllegalMove."""
    subscribe: Callable[[Callable[[Changes], None]], Callable[[], None]]
    """Quick. Be told after each commit, on the window's thread; calling the answer ends it."""
    site: Callable[[], UUID | None] = lambda: None
    """Quick. Id of the site, for what it keeps; None before there is one."""
    covers: Callable[[], tuple[Cover, ...]] = tuple
    """Quick. For whom who is at the keyboard stands in today (AB岗)."""
    own: Callable[[], OwnLists] = OwnLists
    """Slow. Own queues and columns of who is at the keyboard."""
    keep_own: Callable[[OwnLists], None] = lambda _own: None
    """Slow. Keep them."""
    original: Callable[[OriginalAnswer], None] = lambda _answer: None
    """Slow. Take an original, give it back, or leave it with somebody. Raises IllegalMove, NotAllowed."""
