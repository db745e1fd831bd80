"""What the lock page asks of the rest of the program, as plain callables.

*Quick* callables answer on the window's thread. *Slow* ones derive a key from a password (a second on
purpose): the screen runs them through ``jobs.run``, with its buttons locked, and never calls them directly.
Slow ones may raise :class:`~desk_app.domain.errors.DeskError`, whose sentence is then shown on the page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desk_app.domain.accounts import User


@dataclass(frozen=True, slots=True)
class UnlockCalls:
    """Everything the presenter calls. See the module's text for quick and slow."""

    now: Callable[[], datetime]
    """Quick. The present instant, aware."""
    site_name: str
    version: str
    """The program's, said at the foot."""
    users: Callable[[], tuple[User, ...]]
    """Quick: reads a small file. All accounts; closed ones are not shown. May raise StoreTrouble."""
    initials: Callable[[str], tuple[str, ...]]
    """Quick. (name) -> ways to type it by initials, the usual one first."""
    last_user: Callable[[], UUID | None]
    """Quick. Who was here last at this desk; that person's tile is chosen."""
    held: Callable[[], int]
    """Quick. How many intakes were on hold when the page came up; 0 while the store was never opened.
    A number only: the page shows nothing about any citizen."""
    sign_in: Callable[[str, str], None]
    """Slow, lane ``store``. (name, password) -> the store is open and the user signed in, or the one who was
    here before has come back. Raises SignInFailed (``wrong_password`` with ``left``, ``locked_out`` with
    ``minutes``), StoreTrouble."""
    recover: Callable[[str, str, str], None]
    """Slow, lane ``store``. (words of the recovery sheet, name, new password) -> the same, with a new
    password. Raises SignInFailed, NotAllowed, InputError (``password_…``)."""
    demo_password: str = ""
    """The password of the demo's accounts, said on the page; empty for a real site."""
