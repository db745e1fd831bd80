from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.db.store import Store
from desk_app.services.catalogue import Offer
from tests.services.desk_samples import new_store
from tests.services.desk_samples import offer as sample_offer


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def offer() -> Offer:
    return sample_offer()
