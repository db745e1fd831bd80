"""The decisions of the list: which chip, what was typed, in what order, and how far it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.domain.case_list import PAGE, CaseCursor, CaseLine, CasePage, CaseQuery, CaseSort
from desk_app.domain.errors import DeskError
from desk_app.ui.jobs import Job, Jobs
from desk_app.ui.screens.cases.calls import CasesCalls
from desk_app.ui.screens.cases.filters import (
    SHOWN,
    Chip,
    ListQuestion,
    Moment,
    chosen,
    count_queries,
    moment_of,
)
from desk_app.ui.screens.cases.rows import Row, row_of

MOST_REREAD = 2_000
"""Lines read again after a change made elsewhere. A list read further is left alone, so that nothing moves
under the reader's eyes, and says that it is no longer the latest."""


@dataclass(frozen=True, slots=True)
class ListShown:
    """What stands round the rows."""

    question: ListQuestion = field(default_factory=ListQuestion)
    counts: Mapping[str, int] = field(default_factory=dict)
    """By chip, and by SHOWN when something was typed; empty until they were counted."""
    loaded: int = 0
    loading: bool = False
    fresh: bool = True
    """The rows on the screen belong to an earlier question, or there are none yet: show a skeleton."""
    stale: bool = False
    """Something changed since; F5 reads again."""
    trouble: DeskError | None = None
    covers: tuple[str, ...] = ()
    """Names of the colleagues one stands in for today."""

    @property
    def total(self) -> int | None:
        """How many cases the list has; None until they were counted."""
        return self.counts.get(SHOWN if self.question.text.strip() else self.question.chip.value)

    @property
    def empty(self) -> bool:
        """Everything was read and there is nothing."""
        return not (self.loaded or self.loading or self.fresh or self.trouble)


@dataclass(frozen=True, slots=True)
class RowsRead:
    """Rows that were read."""

    rows: tuple[Row, ...] = ()
    more: bool = False
    """Scrolling on would bring more."""
    fresh: bool = False
    """They answer a new question; otherwise the same one once more."""


class RowMaker:
    """Makes rows of lines. A line that did not change, on the same day, keeps its row."""

    def __init__(self, calls: CasesCalls) -> None:
        self._calls = calls
        self._known: dict[UUID, tuple[CaseLine, Row]] = {}
        self._known_at: Moment | None = None

    def moment(self) -> Moment:
        """Today, and who asks."""
        return moment_of(self._calls)

    def rows(self, page: CasePage, *, behind: bool) -> tuple[Row, ...]:
        """The rows of a page; ``behind`` the ones made before, or in their place."""
        moment = self.moment()
        old = self._known if moment == self._known_at else {}
        new = {line.id: self._row(line, moment, old.get(line.id)) for line in page.lines}
        if behind and old:
            old.update(new)
        else:
            self._known = new
        self._known_at = moment
        return tuple(row for _, row in new.values())

    def forget(self) -> None:
        """Keep nothing of a citizen."""
        self._known = {}

    def _row(
        self, line: CaseLine, moment: Moment, known: tuple[CaseLine, Row] | None
    ) -> tuple[CaseLine, Row]:
        if known is not None and known[0] == line:
            return known
        left = self._calls.days_left(line.due, moment.today) if line.due else 0
        return line, row_of(line, moment, left)


class Listing(QObject):
    """The list. It reads page by page, off the window's thread, and drops answers to older questions."""

    replaced = Signal(object)
    """RowsRead: these rows instead of all others."""
    appended = Signal(object)
    """RowsRead: these rows behind the others."""
    changed = Signal(object)
    """ListShown."""

    def __init__(self, calls: CasesCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._jobs = jobs
        self._maker = RowMaker(calls)
        self._shown = ListShown()
        self._after: CaseCursor | None = None
        self._reading: Job | None = None

    @property
    def shown(self) -> ListShown:
        """What the screen was told last."""
        return self._shown

    def pick(self, chip: Chip) -> None:
        """Another chip. The same again reads afresh."""
        self.ask(chosen(self._shown.question, chip))

    def narrow(self, text: str) -> None:
        """What stands in the filter box changed."""
        if text.strip() != self._shown.question.text.strip():
            self.ask(replace(self._shown.question, text=text))

    def sort(self, by: CaseSort, descending: bool) -> None:
        """Another order."""
        question = self._shown.question
        if (by, descending) != (question.sort, question.descending):
            self.ask(replace(question, sort=by, descending=descending))

    def refresh(self) -> None:
        """Read again what is on the screen; rows that did not change stay what they are."""
        self._read(min(max(self._shown.loaded, PAGE), MOST_REREAD))

    def touched(self) -> None:
        """A commit changed cases."""
        if self._shown.loaded > MOST_REREAD:
            self._tell(stale=True)
            self._count()
        else:
            self.refresh()

    def more(self) -> None:
        """Scrolling came near the end."""
        if self._after is None or self._shown.loading:
            return
        query = replace(self._shown.question.query(self._maker.moment()), after=self._after)
        self._tell(loading=True)
        self._read_page(query, behind=True)

    def forget(self) -> None:
        """The screen is locked or somebody else signs in: keep nothing of a citizen."""
        if self._reading is not None:
            self._reading.cancel()
        self._maker.forget()
        self._after = None
        self._shown = ListShown(question=replace(self._shown.question, text=""))
        self.replaced.emit(RowsRead())
        self.changed.emit(self._shown)

    def ask(self, question: ListQuestion) -> None:
        """A whole question at once: a queue of the home page, one's own queue."""
        self._after = None
        self._tell(question=question, fresh=True)
        self._read(PAGE)

    def _read(self, limit: int) -> None:
        moment = self._maker.moment()
        query = self._shown.question.query(moment, limit)
        names = tuple(cover.name for cover in moment.covers)
        self._tell(loading=True, trouble=None, stale=False, covers=names)
        self._read_page(query, behind=False)
        self._count()

    def _count(self) -> None:
        def counted(counts: Mapping[str, int]) -> None:
            self._tell(counts=counts)

        asked = count_queries(self._shown.question, self._maker.moment())
        self._jobs.run(self, partial(self._calls.counts, asked), counted, self._failed, key="counts")

    def _read_page(self, query: CaseQuery, *, behind: bool) -> None:
        work, done = partial(self._calls.page, query), partial(self._arrived, behind)
        self._reading = self._jobs.run(self, work, done, self._failed, key="page")

    def _arrived(self, behind: bool, page: CasePage) -> None:
        """A view that has room left asks for the next page while it takes this one in: be ready before."""
        rows = self._maker.rows(page, behind=behind)
        read = RowsRead(rows, page.next is not None, self._shown.fresh and not behind)
        self._after = page.next
        loaded = len(rows) + (self._shown.loaded if behind else 0)
        self._shown = replace(self._shown, loaded=loaded, loading=False, fresh=False)
        (self.appended if behind else self.replaced).emit(read)
        self.changed.emit(self._shown)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        if self._after is not None:
            self.appended.emit(RowsRead(more=True))  # the next page may be asked for again
        self._tell(trouble=error, loading=False, fresh=False)

    def _tell(self, **changes: object) -> None:
        self._shown = replace(self._shown, **changes)  # type: ignore[arg-type]  # names are checked by replace
        self.changed.emit(self._shown)
