"""When something happened that is only written down today: 昨天, 周三, 11-20, 11-20 15:30."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication

from desk_app.domain.case_ends import NoteWritten
from desk_app.domain.case_record import Case
from desk_app.domain.errors import InputError
from desk_app.domain.late_acts import check_late, is_late, last_moved
from desk_app.domain.moves import Act
from desk_app.domain.worktime import SHANGHAI, local_day
from desk_app.ui.screens.cases.doing.asks import Answers
from desk_app.ui.screens.cases.doing.days import day_said
from desk_app.ui.words import citizen_date

_TIMED = re.compile(r"(.*?)\s*(\d{1,2})[:：](\d{2})", re.ASCII)
_AGO = {"昨天": 1, "前天": 2, "大前天": 3}
_NOON = time(12)


def moment_said(text: str, now: datetime) -> datetime | None:
    """The instant that is meant, as late as today unless its year says more; noon where no time is named."""
    found = _TIMED.fullmatch(text.strip())
    spoken, clock = (found[1], _clock(found[2], found[3])) if found else (text.strip(), _NOON)
    day = _day(spoken, local_day(now))
    if day is None or clock is None:
        return None
    return datetime.combine(day, clock, SHANGHAI)


def _clock(hours: str, minutes: str) -> time | None:
    try:
        return time(int(hours), int(minutes))
    except ValueError:
        return None


def _day(spoken: str, today: date) -> date | None:
    if spoken in _AGO:
        return today - timedelta(days=_AGO[spoken])
    ahead = day_said(spoken, today)
    if ahead is None or ahead <= today or spoken.startswith(str(ahead.year)):
        return ahead
    return _last_year(ahead) if ahead.month and _named_by_month(spoken) else ahead - timedelta(days=7)


def _named_by_month(spoken: str) -> bool:
    return spoken[:1].isdigit()


def _last_year(day: date) -> date | None:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return None


def told_late(act: Act, answers: Answers, case: Case, now: datetime) -> tuple[datetime, NoteWritten | None]:
    """When it happened, and the note that says why it is only told now; ``now`` and none for today.

    Raises InputError ``moment_unclear``, and IllegalMove as :func:`desk_app.domain.late_acts.check_late`.
    """
    text = answers.text("happened")
    if not text:
        return now, None
    happened = moment_said(text, now)
    if happened is None:
        raise InputError("moment_unclear", part="happened")
    reason = answers.text("late_reason")
    check_late(act, case, happened, reason, now)
    if not is_late(happened, now):
        return happened, None
    return max(happened, last_moved(case)), NoteWritten(_note(happened, reason), now)


def _note(happened: datetime, reason: str) -> str:
    text = QCoreApplication.translate("ActStrip", "补记：{day} {time} 的事，{reason}")
    return text.format(day=citizen_date(local_day(happened)), time=f"{happened:%H:%M}", reason=reason)
