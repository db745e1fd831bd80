"""How a new password stands while it is typed. The password itself is never kept here."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.domain.accounts import PasswordFlaw, password_flaws


@dataclass(frozen=True, slots=True)
class NewPassword:
    """What is wrong with it, and whether it was typed twice alike."""

    flaws: tuple[PasswordFlaw, ...] = ()
    same: bool = False
    begun: bool = False
    """Whether there is anything to judge yet."""

    @property
    def good(self) -> bool:
        """Whether it may be set."""
        return self.begun and self.same and not self.flaws


def judged(password: str, again: str, name: str) -> NewPassword:
    """How it stands now."""
    return NewPassword(password_flaws(password, name), password == again, bool(password))
