"""补录: who may enter what later, and what speaks against it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk_app.domain.back_entry import (
    IN_FORCE_SINCE,
    BackEntry,
    BackSource,
    entered_late,
    in_force_since,
    read_moment,
    require_back_entry,
)
from desk_app.domain.errors import IllegalMove, NotAllowed
from tests.services.desk_samples import AGENT, AUDITOR, CLERK, MANAGER, NOW, release

LEDGER = BackEntry(BackSource.LEDGER, "3", "12", "5")
FORM = BackEntry(BackSource.EMERGENCY)
ITEM = release().items[0]
EARLIER = NOW - timedelta(days=200)


def test_a_ledger_is_entered_by_who_leads_the_site() -> None:
    require_back_entry(MANAGER, LEDGER, ITEM, EARLIER, NOW)
    for clerk in (CLERK, AGENT, AUDITOR):
        with pytest.raises(NotAllowed, match="right_missing"):
            require_back_entry(clerk, LEDGER, ITEM, EARLIER, NOW)


def test_an_emergency_form_is_entered_by_whoever_receives() -> None:
    for clerk in (CLERK, AGENT, MANAGER):
        require_back_entry(clerk, FORM, ITEM, EARLIER, NOW)
    with pytest.raises(NotAllowed, match="right_missing"):
        require_back_entry(AUDITOR, FORM, ITEM, EARLIER, NOW)


def test_nothing_is_entered_for_a_moment_still_to_come() -> None:
    require_back_entry(MANAGER, LEDGER, ITEM, NOW, NOW)
    with pytest.raises(IllegalMove, match="act_in_future"):
        require_back_entry(MANAGER, LEDGER, ITEM, NOW + timedelta(seconds=1), NOW)


def test_nothing_is_entered_for_a_day_before_the_item() -> None:
    item = replace(ITEM, elements={IN_FORCE_SINCE: "2026-06-01"})
    assert in_force_since(item) == date(2026, 6, 1)
    assert in_force_since(ITEM) == date(2000, 1, 1)
    require_back_entry(MANAGER, LEDGER, item, NOW, NOW)
    with pytest.raises(IllegalMove, match="back_before_item"):
        require_back_entry(MANAGER, LEDGER, item, EARLIER, NOW)


@pytest.mark.parametrize("back", [replace(LEDGER, book=" "), replace(LEDGER, page="")])
def test_a_ledger_line_says_where_it_stands(back: BackEntry) -> None:
    with pytest.raises(IllegalMove, match="back_without_page"):
        require_back_entry(MANAGER, back, ITEM, EARLIER, NOW)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("09:30", "2026-11-24 09:30"),
        ("0930", "2026-11-24 09:30"),
        ("10：01", "2026-11-23 10:01"),
        ("11-20 14:30", "2026-11-20 14:30"),
        ("12.1", "2025-12-01 00:00"),
        ("2026-03-02", "2026-03-02 00:00"),
        ("2026年3月2日 8:05", "2026-03-02 08:05"),
        ("2027-01-01", "2027-01-01 00:00"),
    ],
)
def test_a_moment_is_read_as_people_write_it(typed: str, read: str) -> None:
    found = read_moment(typed, NOW)
    assert found is not None
    assert f"{found:%Y-%m-%d %H:%M}" == read


@pytest.mark.parametrize("typed", ["", "  ", "25:00", "2-30", "昨天", "13-13"])
def test_what_is_no_moment_is_none(typed: str) -> None:
    assert read_moment(typed, NOW) is None


def test_a_form_is_late_after_a_day() -> None:
    assert not entered_late(NOW - timedelta(hours=24), NOW)
    assert entered_late(NOW - timedelta(hours=24, seconds=1), NOW)
