"""What a site offers, what it changes, and what it knows of that before anybody logs in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desk_app.db.store import Store
from desk_app.domain.catalogue import HandlingMode, SiteItem, Tier, Verification
from desk_app.domain.errors import NotAllowed, NotFound
from desk_app.services.catalogue import (
    Offer,
    cache_overrides,
    cached_overrides,
    change_site_item,
    make_offer,
    note_consultation,
)
from tests.services.desk_samples import CLERK, MANAGER, NOW, SITE, offer, release

CHANGED = SiteItem(
    "1-19",
    mode=HandlingMode.ENTRUSTED_RECEIVE,
    promised_days=10,
    counter="03、04 号窗口",
    verified=Verification("周某某", date(2026, 11, 1)),
)


def test_the_own_list_is_offered_and_the_others_are_advised_on() -> None:
    town, village = offer(Tier.TOWN), offer(Tier.VILLAGE)
    assert town.get("1-19").mode is HandlingMode.DIRECT
    assert town.get("2-18").mode is HandlingMode.ADVICE
    assert village.get("3-2").offered
    with pytest.raises(NotFound, match="no_such_item"):
        town.get("9-9")


def test_a_site_changes_an_item_and_the_change_is_kept(store: Store) -> None:
    with pytest.raises(NotAllowed, match="right_missing"):
        change_site_item(store, CLERK, CHANGED, NOW)
    change_site_item(store, MANAGER, CHANGED, NOW)
    with store.read() as reader:
        overrides = reader.site_items.all(SITE.id)
    changed = make_offer(release(), Tier.TOWN, overrides).get("1-19")
    assert changed.mode is HandlingMode.ENTRUSTED_RECEIVE
    assert changed.promised.days == 10
    assert not changed.reference_only


def test_changes_are_cached_for_the_time_before_log_in(tmp_path: Path) -> None:
    path = tmp_path / "site_items.json"
    assert cached_overrides(path) == ()
    cache_overrides(path, [CHANGED])
    assert cached_overrides(path) == (CHANGED,)
    path.write_text("[{", encoding="utf-8")
    assert cached_overrides(path) == ()


def test_a_consultation_is_noted(store: Store) -> None:
    note_consultation(store, CLERK, " 老年证在哪儿办 ", "1-26", NOW)
    assert store.verify().entries == 1


def test_the_offer_knows_its_release(offer: Offer) -> None:
    assert offer.release.version == offer.get("1-1").release
