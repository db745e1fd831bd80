"""What the shift screen asks of the rest of the program, as plain callables.

*Quick* callables answer on the window's thread. *Slow* ones touch the store or print: the screen runs them
through ``jobs.run``. Each may raise :class:`~desk_app.domain.errors.DeskError`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desk_app.domain.changes import Changes
from desk_app.domain.shifts import Shift, ShiftPage
from desk_app.ui.screens.originals.values import OriginalAnswer


@dataclass(frozen=True, slots=True)
class ShiftCalls:
    """Everything the presenter calls."""

    now: Callable[[], datetime]
    """Quick. The present instant, aware."""
    page: Callable[[], ShiftPage]
    """Slow. Everything the page shows now."""
    open: Callable[[], Shift]
    """Slow. 开窗. Raises IllegalMove ``shift_open_already``."""
    close: Callable[[str], Shift]
    """Slow. (note) 收窗. Raises IllegalMove ``originals_held``, ``shift_not_open``; InputError."""
    original: Callable[[OriginalAnswer], None]
    """Slow. Give an original back, or leave it with somebody. Raises IllegalMove."""
    print_page: Callable[[Shift], None]
    """Slow, lane ``files``. The page on A4. Raises PaperTrouble."""
    subscribe: Callable[[Callable[[Changes], None]], Callable[[], None]]
    """Quick. Be told after each commit, on the window's thread; calling the answer ends it."""
