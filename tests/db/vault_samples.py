"""A cheap vault with two people in it, and a hand that edits its file."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desk_app.db.vault import Kdf, Vault
from desk_app.domain.accounts import User
from desk_app.domain.errors import DeskError
from desk_app.domain.sites import Role

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
CHEAP = Kdf(memory_kib=64, passes=1)
ADMIN = User(UUID(int=1), "站长", Role.MANAGER)
CLERK = User(UUID(int=2), "张某某", Role.CLERK, "03 号窗口")
PASSWORD = "correct-horse-1"
OTHER = "battery-staple-2"


def made(folder: Path) -> tuple[Vault, bytes, str]:
    vault, key, words = Vault.create(folder / "vault.json", ADMIN, PASSWORD, CHEAP)
    vault.add_user(key, CLERK, OTHER)
    return vault, key, words


def code(call: Callable[[], object]) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(DeskError) as caught:
        call()
    return caught.value.code, caught.value.params


def edit(folder: Path, change: Callable[[Any], object]) -> Vault:
    file = folder / "vault.json"
    plain = json.loads(file.read_text("utf-8"))
    change(plain)
    file.write_text(json.dumps(plain), "utf-8")
    return Vault.load(file)
