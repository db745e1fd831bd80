"""From what was filled in to the event that says it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from uuid import UUID

from desk_app.domain import case_acts as acts
from desk_app.domain import case_ends as ends
from desk_app.domain.case_life import (
    Correctable,
    DeliveryWay,
    RatingChannel,
    Reach,
    Refusal,
    Satisfaction,
    Special,
    SupplementLine,
    Via,
)
from desk_app.domain.cases import AssistanceDone, Case, CaseEvent, CaseFinished, MaterialState
from desk_app.domain.errors import InputError
from desk_app.domain.moves import Act
from desk_app.domain.people import Relation
from desk_app.domain.performing import acceptance_of, correction_of
from desk_app.domain.worktime import local_day
from desk_app.ui.screens.cases.doing.asks import ActForm, Answers, Ask, AskKind
from desk_app.ui.screens.cases.doing.days import day_said
from desk_app.ui.screens.cases.doing.forms import COPIES, FIELD
from desk_app.ui.screens.cases.doing.late import told_late
from desk_app.ui.words import word


def told_events(form: ActForm, answers: Answers, case: Case, now: datetime) -> tuple[CaseEvent, ...]:
    """The event, behind the note that says why it is only told now, where it is.

    Raises as :func:`event_of` and :func:`desk_app.ui.screens.cases.doing.late.told_late`.
    """
    at, note = told_late(form.act, answers, case, now)
    event = event_of(form, answers, case, at)
    return (event,) if note is None else (note, event)


def event_of(form: ActForm, answers: Answers, case: Case, at: datetime) -> CaseEvent:
    """The event. Raises InputError for a field that was left empty or cannot be read, named by ``part``."""
    for ask in form.asks:
        _require(ask, answers, local_day(at))
    return _MAKERS[form.act](_Given(answers, case, at))


def _require(ask: Ask, answers: Answers, today: date) -> None:
    text = answers.text(ask.name)
    match ask.kind:
        case AskKind.PROBLEMS:
            _require_problems(answers)
        case AskKind.ARRIVED:
            if not answers.rows:
                raise InputError("list_empty", part=ask.name)
        case AskKind.APPROVER if not (text and answers.password):
            raise InputError("approval_needed", part=ask.name)
        case AskKind.DAY if (text or ask.needed) and day_said(text, today) is None:
            raise InputError("day_unclear", part=ask.name)
        case AskKind.NUMBER if not (text.isascii() and text.isdigit()):
            raise InputError("number_unclear", part=ask.name)
        case AskKind.TEXT if ask.needed and not text:
            code = "reason_needed" if ask.name == "reason" else "part_needed"
            raise InputError(code, part=ask.name)


def _require_problems(answers: Answers) -> None:
    if not answers.rows:
        raise InputError("list_empty", part="lines")
    if not all(problem.strip() for problem in answers.rows.values()):
        raise InputError("part_needed", part="problem")


class _Given:
    """The answers as the parts of events."""

    def __init__(self, answers: Answers, case: Case, at: datetime) -> None:
        self.case, self.at = case, at
        self.text = answers.text
        self._answers = answers

    def day(self, name: str) -> date:
        """A day that was found readable before."""
        found = day_said(self.text(name), local_day(self.at))
        if found is None:
            raise ValueError(name)
        return found

    def day_if_said(self, name: str) -> date | None:
        """A day that may be left out."""
        return self.day(name) if self.text(name) else None

    def ticked(self, name: str) -> bool:
        """Whether a box is ticked."""
        return bool(self.text(name))

    def lines(self) -> tuple[SupplementLine, ...]:
        """What is asked of each row: the problem as typed, and the form the guide wants."""
        wanted = {row.number: f"{word(row.form)}，{row.copies} 份" for row in self.case.materials}
        return tuple(
            SupplementLine(number, problem.strip(), wanted.get(number, ""))
            for number, problem in sorted(self._answers.rows.items())
        )

    def rows(self) -> dict[int, MaterialState]:
        """What came."""
        return {number: MaterialState(state) for number, state in sorted(self._answers.rows.items())}

    def approver(self) -> UUID:
        """Who agreed."""
        return UUID(self.text("approver"))


def _corrected(given: _Given) -> CaseEvent:
    named, text = given.text("what"), given.text
    if named.startswith(FIELD):
        name = named.removeprefix(FIELD)
        return correction_of(given.case, Correctable.FIELD, text("new"), text("reason"), given.at, name)
    if named.startswith(COPIES):
        row = named.removeprefix(COPIES)
        return correction_of(given.case, Correctable.COPIES, text("new"), text("reason"), given.at, row)
    return correction_of(given.case, Correctable(named), text("new"), text("reason"), given.at)


_MAKERS: Mapping[Act, Callable[[_Given], CaseEvent]] = {
    Act.ASSIST: lambda g: AssistanceDone(g.at, g.text("what")),
    Act.ASK_SUPPLEMENT: lambda g: acts.SupplementAsked(g.lines(), g.day("due"), g.at),
    Act.TAKE_SUPPLEMENT: lambda g: acts.SupplementReceived(g.rows(), g.at),
    Act.EXTEND_SUPPLEMENT: lambda g: acts.SupplementExtended(g.day("due"), g.text("reason"), g.at),
    Act.RETURN: lambda g: ends.CaseReturned(g.text("contact"), g.at),
    Act.ACCEPT: lambda g: acceptance_of(
        *(g.case, g.at, g.text("word")), g.day("promise_by") if g.case.deferred else None
    ),
    Act.REFUSE: lambda g: ends.CaseRefused(
        *(Refusal(g.text("refusal")), g.text("reason"), g.text("basis"), g.at),
        *(g.text("instead"), g.text("word")),
    ),
    Act.BEGIN: lambda g: acts.HandlingBegun(g.at),
    Act.TAKE_DEFERRED: lambda g: acts.DeferredReceived(g.rows(), g.at),
    Act.EXTEND_DEFERRAL: lambda g: acts.DeferralExtended(g.day("promise_by"), g.text("reminder"), g.at),
    Act.BREAK_DEFERRAL: lambda g: ends.DeferralBroken(g.text("reminder"), g.at),
    Act.ASK_AMENDMENT: lambda g: acts.AmendmentAsked(g.lines(), g.day("due"), g.ticked("pauses"), g.at),
    Act.TAKE_AMENDMENT: lambda g: acts.AmendmentReceived(g.rows(), g.at),
    Act.WAIVE_AMENDMENT: lambda g: acts.AmendmentWaived(g.text("reason"), g.at),
    Act.MISS_AMENDMENT: lambda g: ends.AmendmentMissed(g.text("reason"), g.at),
    Act.BEGIN_SPECIAL: lambda g: acts.SpecialBegun(
        *(Special(g.text("special")), g.text("basis"), g.text("reason"), int(g.text("most_days")), g.at),
    ),
    Act.END_SPECIAL: lambda g: acts.SpecialEnded(g.text("result"), g.at),
    Act.SEND_ACROSS: lambda g: acts.SentAcross(
        *(Reach(g.text("reach")), g.text("to"), Via(g.text("via")), g.text("number"), g.at),
        *(g.text("receipt"), g.day_if_said("reply_by")),
    ),
    Act.HEAR_ACROSS: lambda g: acts.HeardAcross(
        *(g.at, g.text("receipt"), g.day_if_said("reply_by"), g.text("reply"))
    ),
    Act.EXTEND: lambda g: acts.DeadlineExtended(int(g.text("days")), g.text("reason"), g.approver(), g.at),
    Act.REPORT_UP: lambda g: acts.ReportedUp(g.text("to"), g.at),
    Act.FINISH: lambda g: CaseFinished(g.at, g.text("result")),
    Act.APPROVE: lambda g: ends.CaseApproved(
        *(g.text("result"), g.ticked("to_fetch"), g.at, g.text("paper_number"), g.text("organ")),
    ),
    Act.REJECT: lambda g: ends.CaseRejected(
        *(g.text("facts"), g.text("reasons"), g.text("basis"), g.text("organ"), g.at),
        paper_number=g.text("paper_number"),
    ),
    Act.WITHDRAW: lambda g: ends.CaseWithdrawn(g.text("reason"), g.at),
    Act.VOID: lambda g: ends.CaseVoided(g.text("reason"), g.approver(), g.at),
    Act.TERMINATE: lambda g: ends.CaseTerminated(g.text("reason"), g.approver(), g.at),
    Act.DELIVER: lambda g: ends.ResultDelivered(
        *(DeliveryWay(g.text("way")), g.text("recipient"), g.at, g.ticked("id_checked"), g.text("express")),
        relation=Relation(g.text("relation")) if g.text("relation") else None,
    ),
    Act.RATE: lambda g: ends.CaseRated(
        *(Satisfaction(g.text("level")), RatingChannel(g.text("channel")), g.at, g.text("comment")),
    ),
    Act.ARCHIVE: lambda g: ends.CaseArchived(g.text("place"), g.at),
    Act.CORRECT: _corrected,
}
