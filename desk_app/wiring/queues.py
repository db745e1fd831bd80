"""The nine queues every counter asks about, in the order of their keys, and one's own day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desk_app.ui.screens.cases.filters import Chip, Cover, ListQuestion, Moment, chip_query, chosen
from desk_app.ui.screens.lookup.calls import Day, QueueRow
from desk_app.ui.theme.marks import LampShape

if TYPE_CHECKING:
    from desk_app.wiring.desk import Desk

QUEUES: tuple[tuple[Chip, str], ...] = (
    (Chip.TO_ACCEPT, "待接件"),
    (Chip.SUPPLEMENTS, "待补正"),
    (Chip.TO_FINISH, "待办结"),
    (Chip.SOON, "临期"),
    (Chip.OVERDUE, "超期"),
    (Chip.PROMISES_DUE, "容缺到期"),
    (Chip.READY, "待领取"),
    (Chip.TO_CALL, "待回访"),
    (Chip.ORIGINALS, "未退原件"),
)
_LAMPS = {Chip.SOON: LampShape.SOON, Chip.OVERDUE: LampShape.OVERDUE}


def question_of(key: str) -> ListQuestion:
    """What the list is asked when a queue is opened."""
    return chosen(ListQuestion(), Chip(key))


def nth_queue(nth: int) -> ListQuestion:
    """The queue of a key, from 1."""
    return question_of(QUEUES[nth - 1][0].value)


def day_of(desk: Desk) -> Day:
    """How much waits in each queue, and one's own day; one count for all of them. Slow."""
    from desk_app.domain.worktime import local_day, soon_until
    from desk_app.services.paper_forms import still_out
    from desk_app.services.returns_why import lacked_by_item
    from desk_app.services.shifts import pace_of

    clerk, now = desk.present_clerk, desk.now()
    today = local_day(now)
    covers = tuple(Cover(each.absent, each.absent_name) for each in desk.covers.of(clerk, today))
    moment = Moment(today, soon_until(today, desk.calendar), clerk.user_id, clerk.site.id, covers)
    with desk.open_store.read() as reader:
        counts = reader.cases.counts({chip.value: chip_query(chip, moment) for chip, _ in QUEUES})
        pace = pace_of(reader, clerk, now)
        open_now = reader.shifts.running(clerk.device.id, clerk.user_id) is not None
        forms = still_out(reader, clerk, now)
        often = lacked_by_item(reader, clerk, now)
    rows = tuple(
        QueueRow(chip.value, _said(name), counts[chip.value], _LAMPS.get(chip)) for chip, name in QUEUES
    )
    seconds = 0 if pace.average is None else int(pace.average.total_seconds())
    late = any(form.late for form in forms)
    return Day(rows, pace.cases, seconds, open_now, len(forms), late, often)


def _said(text: str) -> str:
    return QCoreApplication.translate("Queues", text)
