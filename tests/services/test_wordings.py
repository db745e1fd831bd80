"""A site's own words: kept with their versions, refused when they must not be printed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.db.store import Store
from desk_app.domain.errors import InputError, NotAllowed
from desk_app.domain.journal import Stream
from desk_app.domain.wording import in_force
from desk_app.services.wordings import change_wording, wording_versions
from tests.services.desk_samples import CLERK, MANAGER, NOW

KEY = "receipt.advice"


def test_the_last_word_holds_and_every_version_stays(store: Store) -> None:
    assert wording_versions(store, MANAGER) == {}
    change_wording(store, MANAGER, KEY, "  凭此联\n领取。 ", NOW)
    change_wording(store, MANAGER, KEY, "凭此联来领。", NOW + timedelta(days=1))
    change_wording(store, MANAGER, "receipt.title@benefit", "收条", NOW)
    versions = wording_versions(store, MANAGER)
    assert [(each.number, each.text, each.by) for each in versions[KEY]] == [
        (1, "凭此联 领取。", MANAGER.name),
        (2, "凭此联来领。", MANAGER.name),
    ]
    assert in_force(versions) == {KEY: "凭此联来领。", "receipt.title@benefit": "收条"}
    change_wording(store, MANAGER, KEY, "", NOW + timedelta(days=2))
    assert KEY not in in_force(wording_versions(store, MANAGER))


def test_words_are_the_managers_to_change(store: Store) -> None:
    with pytest.raises(NotAllowed):
        change_wording(store, CLERK, KEY, "凭此联来领。", NOW)
    with pytest.raises(InputError, match="wording_flawed"):
        change_wording(store, MANAGER, KEY, "记入失信名单", NOW)
    with store.read() as reader:
        assert list(reader.journal.of_kind(Stream.WORDING)) == []


def test_what_cannot_be_read_yet_is_left_out(store: Store, tmp_path: Path) -> None:
    change_wording(store, MANAGER, KEY, "凭此联来领。", NOW)
    other = MANAGER.site.id
    with store.read() as reader:
        assert len(reader.wordings.of_site(other)) == 1
        entries = list(reader.journal.of_kind(Stream.WORDING))
    assert len(entries) == 1
