"""Which kind a primary button has for an outcome, and how the days of a deadline become boxes."""

from __future__ import annotations

from desk_app.domain.intake import Outcome
from desk_app.domain.worktime import DayLine, Deadline, LineKind
from desk_app.ui import messages
from desk_app.ui.widgets.button import ButtonKind
from desk_app.ui.widgets.day_strip import DayBox, DayKind
from desk_app.ui.words import weekday_letter

BUTTON_KINDS: dict[Outcome, ButtonKind] = {
    Outcome.ACCEPT: ButtonKind.SUCCESS,
    Outcome.FINISH: ButtonKind.SUCCESS,
}
"""Green for what is complete; every other primary button is blue."""


def day_boxes(deadline: Deadline) -> tuple[DayBox, ...]:
    """The counted and skipped days of a deadline as boxes."""
    return tuple(_box(line, deadline) for line in deadline.explanation)


def _box(line: DayLine, deadline: Deadline) -> DayBox:
    kind = DayKind.COUNTED
    if line.day == deadline.due and line.kind is not LineKind.START:
        kind = DayKind.DUE
    elif line.kind is LineKind.START:
        kind = DayKind.START
    elif line.index is None:
        kind = DayKind.SKIPPED
    return DayBox(weekday_letter(line.day), str(line.day.day), kind, messages.day_words(line))
