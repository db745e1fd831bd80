"""After a restore: numbers given out since the backup stand on slips, and must not be given out again.

How many there were nobody knows. Receipt numbers therefore go on in the series of the day after the restore,
which no slip of before can bear; document numbers leave a gap.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection, select, update

from desk_app.db.backup import RESTORED, Restored
from desk_app.db.tables import counter
from desk_app.domain.bodies import decode
from desk_app.domain.worktime import local_day

GAP_A_DAY = 100
"""Document numbers left out for every day between backup and restore; a busy desk gives out fewer."""


def read_restored(folder: Path) -> Restored | None:
    """What a restore left to be settled; None when there was none, or the note is unreadable."""
    try:
        return decode(Restored, (folder / RESTORED).read_text("utf-8"))
    except (OSError, ValueError):
        return None


def leave_gap(connection: Connection, restored: Restored) -> None:
    """Move every counter beyond what may have been given out. Doing it twice only leaves a wider gap."""
    last, first = local_day(restored.restored_at), local_day(restored.made_at)
    gap = GAP_A_DAY * (1 + max(0, (last - first).days))
    beyond = (last + timedelta(days=1)).isoformat()
    for row in connection.execute(select(counter)).all():
        if row.name.startswith("receipt/"):
            values = {"day": max(row.day or "", beyond), "n": 0}
        else:
            values = {"n": row.n + gap}
        connection.execute(update(counter).where(counter.c.name == row.name).values(values))


def forget_restored(folder: Path) -> None:
    """It is settled."""
    (folder / RESTORED).unlink(missing_ok=True)
