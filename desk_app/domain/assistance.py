"""帮办代办 cases: the fold, the stages of the board, and when the citizen is owed a word (F44).

Stages follow the board a town centre works from: 待接单, 代办中, 待反馈, 已办结. A case waits for feedback
while a node was reached that the citizen has not been told of; that, more than the result, is what people
complain about.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from desk_app.domain.assistance_events import (
    AgentAccepted,
    AgentAssigned,
    AssistCaseLinked,
    AssistEvent,
    AssistFinished,
    AssistKind,
    AssistOpened,
    AssistOutcome,
    AssistResumed,
    AssistSuspended,
    AssistTerminated,
    CalledBack,
    ComplaintSettled,
    FeedbackGiven,
    ProgressNoted,
)
from desk_app.domain.calendar import Calendar
from desk_app.domain.errors import IllegalMove, InputError
from desk_app.domain.worktime import local_day

FEEDBACK_DAYS = 3
"""Working days within which the citizen hears of a node; later is an alarm (village rule: 报送 within 3)."""
SETTLE_DAYS = 5
"""Working days within which a bad score is settled and called back."""
BAD_SCORE = 2
"""不满意 and below (good_bad review: 1 very bad, 2 bad)."""


class Stage(StrEnum):
    """Columns of the board."""

    WAITING = "waiting"
    """待接单."""
    UNDER_WAY = "under_way"
    """代办中."""
    FEEDBACK_DUE = "feedback_due"
    """待反馈: a node was reached, the citizen does not know yet."""
    DONE = "done"
    """已办结, or terminated."""


@dataclass(frozen=True, slots=True)
class Assistance:
    """One assistance case as it stands."""

    id: UUID
    opened: AssistOpened
    agent: UUID | None = None
    agent_name: str = ""
    accepted_at: datetime | None = None
    mandate: UUID | None = None
    cases: tuple[UUID, ...] = ()
    owed_since: datetime | None = None
    """When the first node was reached that the citizen has not been told of."""
    suspended: AssistSuspended | None = None
    finished: AssistFinished | None = None
    terminated: AssistTerminated | None = None
    calls: tuple[CalledBack, ...] = ()
    settled: ComplaintSettled | None = None

    @property
    def over(self) -> bool:
        """Whether nothing more is done for the citizen in it."""
        return self.finished is not None or self.terminated is not None

    @property
    def stage(self) -> Stage:
        """Where it stands on the board."""
        if self.owed_since is not None:
            return Stage.FEEDBACK_DUE
        if self.over:
            return Stage.DONE
        return Stage.WAITING if self.accepted_at is None else Stage.UNDER_WAY

    @property
    def needs_mandate(self) -> bool:
        """Only an errand is done in the citizen's name."""
        return AssistKind.ERRAND in self.opened.kinds

    @property
    def score(self) -> int | None:
        """What the citizen thought of it; the last word counts."""
        return next((call.score for call in reversed(self.calls) if call.score is not None), None)

    @property
    def complaint_open(self) -> bool:
        """A bad score nobody has settled."""
        return self.score is not None and self.score <= BAD_SCORE and self.settled is None

    def feedback_by(self, calendar: Calendar) -> date | None:
        """Until when the citizen is to hear of it; None while nothing is owed."""
        since = self.owed_since
        return None if since is None else calendar.working_day_after(local_day(since), FEEDBACK_DAYS)

    def settle_by(self, calendar: Calendar) -> date | None:
        """Until when a bad score is to be settled; None where there is none to settle."""
        if not self.complaint_open:
            return None
        bad = next(call for call in reversed(self.calls) if call.score is not None)
        return calendar.working_day_after(local_day(bad.at), SETTLE_DAYS)


def apply(assistance_id: UUID, before: Assistance | None, event: AssistEvent) -> Assistance:
    """One event laid over an assistance case. Raises IllegalMove for what cannot follow."""
    if isinstance(event, AssistOpened):
        if before is not None:
            raise IllegalMove("assist_known_already")
        return Assistance(assistance_id, event)
    if before is None:
        raise IllegalMove("assist_unknown")
    if isinstance(event, FeedbackGiven):
        return replace(before, owed_since=None)
    if isinstance(event, CalledBack | ComplaintSettled):
        return _after_the_end(before, event)
    if before.over:
        raise IllegalMove("assist_over")
    return _under_way(before, event)


def _after_the_end(before: Assistance, event: CalledBack | ComplaintSettled) -> Assistance:
    if not before.over:
        raise IllegalMove("assist_not_over")
    if isinstance(event, CalledBack):
        return replace(before, calls=(*before.calls, event), settled=None)
    if not before.complaint_open:
        raise IllegalMove("nothing_to_settle")
    return replace(before, settled=event)


_Handing = AgentAssigned | AgentAccepted | AssistCaseLinked
_Doing = ProgressNoted | AssistSuspended | AssistResumed | AssistFinished | AssistTerminated


def _under_way(before: Assistance, event: _Handing | _Doing) -> Assistance:
    match event:
        case AgentAssigned():
            return replace(before, agent=event.agent, agent_name=event.name, accepted_at=None, mandate=None)
        case AgentAccepted():
            return _accepted(before, event)
        case AssistCaseLinked():
            known = event.case in before.cases
            return before if known else replace(before, cases=(*before.cases, event.case))
        case _:
            return _done(before, event)


def _done(before: Assistance, event: _Doing) -> Assistance:
    """Something was done for the citizen, who is owed a word of whatever matters to them."""
    match event:
        case AssistTerminated():
            return _owes(replace(before, terminated=event), event.at)
        case AssistResumed():
            if before.suspended is None:
                raise IllegalMove("assist_not_suspended")
            return replace(before, suspended=None)
        case ProgressNoted():
            running = _require_running(before)
            return _owes(running, event.at) if event.node else running
        case AssistSuspended():
            return _owes(replace(_require_running(before), suspended=event), event.at)
        case _:
            return _owes(replace(_require_running(before), finished=event), event.at)


def _accepted(before: Assistance, event: AgentAccepted) -> Assistance:
    if before.agent is None:
        raise IllegalMove("assist_unassigned")
    if before.needs_mandate and event.mandate is None:
        raise IllegalMove("mandate_needed")
    return replace(before, accepted_at=event.at, mandate=event.mandate)


def _require_running(before: Assistance) -> Assistance:
    if before.accepted_at is None:
        raise IllegalMove("assist_not_accepted")
    if before.suspended is not None:
        raise IllegalMove("assist_suspended")
    return before


def _owes(assistance: Assistance, at: datetime) -> Assistance:
    """The citizen is owed a word from the first node on that they were not told of."""
    return assistance if assistance.owed_since is not None else replace(assistance, owed_since=at)


def check_opened(opened: AssistOpened) -> None:
    """Raise InputError ``part_needed`` with the ``part`` for what cannot be begun without it."""
    needed = (
        ("kinds", opened.kinds),
        ("citizen", opened.citizen.name.strip()),
        ("area", opened.area.strip()),
    )
    for part, said in needed:
        if not said:
            raise InputError("part_needed", part=part)
    if AssistKind.ERRAND in opened.kinds and not opened.matters:
        raise InputError("part_needed", part="matters")


def check_event(event: AssistEvent) -> None:
    """Refuse words that are missing: InputError ``part_needed``; a score outside 1 to 5: ``score_range``."""
    said = {
        ProgressNoted: "what",
        FeedbackGiven: "what",
        ComplaintSettled: "what",
        AssistSuspended: "reason",
        AssistTerminated: "reason",
    }.get(type(event))
    if said is not None and not str(getattr(event, said)).strip():
        raise InputError("part_needed", part=said)
    if (
        isinstance(event, AssistFinished)
        and event.outcome is AssistOutcome.NOT_DONE
        and not event.reason.strip()
    ):
        raise InputError("part_needed", part="reason")
    if isinstance(event, CalledBack) and event.score is not None and not 1 <= event.score <= 5:
        raise InputError("score_range")
