"""The vault's file and its recovery sheet: what is read however it is typed, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.db.key_slots import LARGEST_FILE, read_contents, spell, unspell
from desk_app.db.vault import Vault
from desk_app.domain.errors import (
    StoreDamaged,
    StoreLocked,
    StoreMissing,
    StoreTooNew,
)
from tests.db.vault_samples import code, edit, made


@pytest.mark.parametrize(
    "retype",
    [
        str,
        str.lower,
        lambda words: words.replace("-", " "),
        lambda words: words.replace("-", ""),
        lambda words: f"  {words.replace('-', '—')}\n",
        lambda words: "".join(chr(ord(c) + 0xFEE0) for c in words),
        lambda words: words.replace("O", "0").replace("I", "1").replace("B", "8"),
    ],
)
def test_the_recovery_sheet_is_read_however_it_is_typed(tmp_path: Path, retype: Callable[[str], str]) -> None:
    vault, key, words = made(tmp_path)
    assert vault.unlock_with_sheet(retype(words)) == key


@pytest.mark.parametrize(
    "spoil",
    [
        lambda words: words[:0],
        lambda words: words[:-1],
        lambda words: words + "A",
        lambda words: words + "AAAA-AAAA",
        lambda words: ("B" if words[0] == "A" else "A") + words[1:],
        lambda words: "恢复" + words[2:],
        lambda words: "=" * len(words),
        lambda words: "\ud800" * len(words),
    ],
)
def test_a_mistyped_recovery_sheet_is_refused(tmp_path: Path, spoil: Callable[[str], str]) -> None:
    vault, _, words = made(tmp_path)
    assert code(lambda: vault.unlock_with_sheet(spoil(words))) == ("wrong_recovery_code", {})


@given(st.binary(min_size=20, max_size=20))
def test_every_sheet_can_be_read_back(secret: bytes) -> None:
    words = spell(secret)
    assert unspell(words) == secret
    assert [len(group) for group in words.split("-")] == [4] * 8


def hostile(**changes: object) -> Callable[[Any], object]:
    return lambda plain: plain.update(changes)


def in_slot(number: int, **changes: object) -> Callable[[Any], object]:
    return lambda plain: plain["slots"][number].update(changes)


@pytest.mark.parametrize(
    "change",
    [
        hostile(kdf={"memory_kib": 1 << 40, "passes": 1, "lanes": 1}),
        hostile(kdf={"memory_kib": 64, "passes": 10**9, "lanes": 1}),
        hostile(kdf={"memory_kib": 4, "passes": 1, "lanes": 1}),
        hostile(kdf={"memory_kib": 64, "passes": 1, "lanes": 0}),
        hostile(kdf=None),
        hostile(format=0),
        hostile(format="1x"),
        hostile(slots=[]),
        hostile(slots={}),
        hostile(slots=[1]),
        lambda plain: plain["slots"].pop(1),
        lambda plain: plain["slots"].append(plain["slots"][1]),
        lambda plain: plain["slots"].append(plain["slots"][0]),
        lambda plain: plain.pop("slots"),
        in_slot(0, salt=""),
        in_slot(0, salt="not base64!"),
        in_slot(0, nonce="AAAA"),
        in_slot(0, wrapped="é"),
        in_slot(0, seal="é"),
        in_slot(0, user={"id": "x", "name": "a", "role": "manager"}),
        in_slot(0, attempts={"failures": 99}),
        in_slot(0, attempts={"failures": 1, "locked_until": "2026-11-25T09:00:00"}),
    ],
)
def test_a_hostile_vault_is_damaged_and_nothing_worse(
    tmp_path: Path, change: Callable[[Any], object]
) -> None:
    made(tmp_path)
    assert code(lambda: edit(tmp_path, change))[0] == "vault_damaged"


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 100_000, b" " * (LARGEST_FILE + 1), b"1" * 5000],
)
def test_what_is_no_vault_is_damaged(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "vault.json").write_bytes(data)
    with pytest.raises(StoreDamaged):
        Vault.load(tmp_path / "vault.json")


@given(st.binary(max_size=400))
def test_no_bytes_make_it_fall_over(data: bytes) -> None:
    with pytest.raises(StoreDamaged):
        read_contents(data)


def test_missing_newer_and_unreadable_vaults_have_words_of_their_own(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        Vault.load(tmp_path / "vault.json")
    with pytest.raises(StoreDamaged):
        Vault.load(tmp_path)
    made(tmp_path)
    with pytest.raises(StoreTooNew):
        edit(tmp_path, hostile(format=2))


def test_a_file_that_may_not_be_read_is_locked_and_not_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "refused")

    made(tmp_path)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(StoreLocked):
        Vault.load(tmp_path / "vault.json")
