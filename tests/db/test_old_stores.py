"""Every store that a published version could have made opens, and shows what it showed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from desk_app.db.opening import STORE_FILE
from desk_app.db.store import Store
from desk_app.db.upgrade import REVISIONS
from tests.desks import register_case, reopen
from tests.old_stores import make_store

SAMPLES = Path(make_store.__file__).parent


@pytest.mark.parametrize("revision", REVISIONS)
def test_an_old_store_opens_and_shows_what_it_showed(tmp_path: Path, revision: str) -> None:
    shutil.copy(SAMPLES / revision / STORE_FILE, tmp_path / STORE_FILE)
    seen = json.loads((SAMPLES / revision / "seen.json").read_text(encoding="utf-8"))
    store = reopen(tmp_path)
    assert _shown(store, seen) == seen
    assert store.verify().ok
    store.rebuild()
    assert _shown(store, seen) == seen
    register_case(store)
    with store.read() as reader:
        assert reader.journal.count() == seen["entries"] + 1
    assert store.verify().ok
    store.close()


def _shown(store: Store, seen: dict[str, Any]) -> dict[str, Any]:
    """What the store shows, as far as its version knew of it."""
    return {name: value for name, value in make_store.what_is_seen(store).items() if name in seen}
