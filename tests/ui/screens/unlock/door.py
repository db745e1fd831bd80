"""People and a door for the tests of the lock page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from desk_app.domain.accounts import User
from desk_app.domain.errors import DeskError
from desk_app.domain.sites import Role
from desk_app.domain.worktime import SHANGHAI
from desk_app.ui.screens.unlock.calls import UnlockCalls

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=SHANGHAI)
WANG = User(UUID(int=1), "王某某", Role.CLERK, "03 号窗口")
ZHAO = User(UUID(int=2), "赵某某", Role.CLERK, "04 号窗口")
ADMIN = User(UUID(int=3), "管理员", Role.MANAGER)
GONE = User(UUID(int=4), "孙某某", Role.CLERK, enabled=False)
INITIALS = {"王": ("w",), "赵": ("z",), "管": ("g",)}


@dataclass
class Door:
    """What the callables work on, and what they were told."""

    users: tuple[User, ...] = (WANG, ZHAO, GONE, ADMIN)
    last: UUID | None = None
    held: int = 0
    now: datetime = NOW
    trouble: Exception | None = None
    users_trouble: DeskError | None = None
    tried: list[tuple[str, ...]] = field(default_factory=list)
    demo_password: str = ""

    def sign_in(self, *given: str) -> None:
        self.tried.append(given)
        if self.trouble is not None:
            raise self.trouble

    def read_users(self) -> tuple[User, ...]:
        if self.users_trouble is not None:
            raise self.users_trouble
        return self.users

    @property
    def calls(self) -> UnlockCalls:
        return UnlockCalls(
            now=lambda: self.now,
            site_name="示例镇便民服务中心",
            version="0.1.0",
            users=self.read_users,
            initials=lambda name: INITIALS.get(name[:1], ()),
            last_user=lambda: self.last,
            held=lambda: self.held,
            sign_in=self.sign_in,
            recover=self.sign_in,
            demo_password=self.demo_password,
        )
