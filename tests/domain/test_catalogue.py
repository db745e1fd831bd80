"""What an item says about itself, and what a site makes of it."""

from __future__ import annotations

from datetime import date

import pytest

from desk_app.domain.catalogue import HandlingMode, SiteItem, Tier, TimeLimit, Verification, offer
from desk_app.domain.worktime import Unit
from tests.catalogue_samples import CARD, CHECK, RELEASE, STAGE_ITEM, TOWN_ITEM, item


@pytest.mark.parametrize(
    ("mode", "accepts", "receives"),
    [
        (HandlingMode.DIRECT, True, True),
        (HandlingMode.ENTRUSTED_ACCEPT, True, True),
        (HandlingMode.ENTRUSTED_RECEIVE, False, True),
        (HandlingMode.ASSIST, False, True),
        (HandlingMode.ADVICE, False, False),
    ],
)
def test_the_mode_says_what_a_site_may_do(mode: HandlingMode, accepts: bool, receives: bool) -> None:
    assert (mode.may_accept, mode.may_receive) == (accepts, receives)


def test_only_papers_the_counter_verifies_are_exempt() -> None:
    assert CHECK.exempt
    assert not CARD.exempt


def test_the_corrected_name_is_shown_and_the_official_one_kept() -> None:
    wrong = item(name="城填补贴", name_corrected="城镇补贴")
    assert (wrong.display_name, wrong.name) == ("城镇补贴", "城填补贴")
    assert TOWN_ITEM.display_name == TOWN_ITEM.name


def test_an_item_is_found_by_its_id_only() -> None:
    assert RELEASE.item("2-1") is STAGE_ITEM
    assert RELEASE.item("高龄津贴") is None


def test_a_site_offers_its_own_list_and_advises_on_the_others() -> None:
    own = offer(TOWN_ITEM, RELEASE, Tier.TOWN)
    other = offer(STAGE_ITEM, RELEASE, Tier.TOWN)
    assert (own.offered, own.mode, own.promised) == (True, HandlingMode.DIRECT, TimeLimit(10))
    assert (other.offered, other.mode) == (False, HandlingMode.ADVICE)
    assert (own.release, own.published) == (RELEASE.version, RELEASE.published)
    assert own.reference_only


def test_a_site_lays_its_values_over_the_catalogue() -> None:
    change = SiteItem(
        "2-1",
        mode=HandlingMode.ENTRUSTED_ACCEPT,
        promised_days=3,
        promised_unit=Unit.NATURAL,
        conditions=("本镇户籍",),
        phone="0631-5550001",
        complaint_phone="0631-5550002",
        address="示例路1号",
        hours="8:30-17:00",
        counter="3号窗",
        reminder="带存折",
        verified=Verification("张某某", date(2026, 12, 1)),
    )
    found = offer(STAGE_ITEM, RELEASE, Tier.TOWN, change)
    assert (found.offered, found.mode) == (True, HandlingMode.ENTRUSTED_ACCEPT)
    assert found.promised == TimeLimit(3, Unit.NATURAL)
    assert found.conditions == ("本镇户籍",)
    assert (found.phone, found.complaint_phone) == ("0631-5550001", "0631-5550002")
    assert (found.address, found.hours, found.counter) == ("示例路1号", "8:30-17:00", "3号窗")
    assert found.reminder == "带存折"
    assert not found.reference_only


def test_empty_values_of_a_site_leave_the_catalogue_in_force() -> None:
    found = offer(TOWN_ITEM, RELEASE, Tier.TOWN, SiteItem("1-1"))
    assert (found.mode, found.promised, found.conditions) == (
        HandlingMode.DIRECT,
        TOWN_ITEM.promised,
        TOWN_ITEM.conditions,
    )


def test_an_item_a_site_does_not_offer_is_only_advised_on() -> None:
    found = offer(TOWN_ITEM, RELEASE, Tier.TOWN, SiteItem("1-1", offered=False, mode=HandlingMode.DIRECT))
    assert (found.offered, found.mode) == (False, HandlingMode.ADVICE)
