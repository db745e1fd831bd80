"""What stands behind the look-up screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk_app.domain.catalogue import HandlingMode, Tier
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import NotFound
from desk_app.domain.worktime import Lamp
from desk_app.ui.words import word
from desk_app.wiring.desk import Desk
from desk_app.wiring.lookup import LookupWiring, destination, grouped, lookup_calls
from desk_app.wiring.printing import Printing
from tests.papers.reading import text_of
from tests.stories.counter import BENEFIT, LETTERS, PROOF, Clock
from tests.wiring.test_printing import accepted


def test_before_anything_was_done_the_list_itself_is_offered(desk: Desk, printing: Printing) -> None:
    wiring = LookupWiring(desk, printing)
    desk.shelf.used.clear()
    first = wiring.favourites()
    assert dict(first)[BENEFIT] == 0
    desk.shelf.used.update({PROOF: 2, BENEFIT: 5, "9-9": 7})
    assert wiring.favourites() == ((BENEFIT, 5), (PROOF, 2)), "what the catalogue lost is not offered"


def test_a_checklist_says_only_what_is_still_to_bring(desk: Desk, printing: Printing) -> None:
    said = lookup_calls(desk, printing).print_checklist(BENEFIT, frozenset({1, 2}))
    assert said == word(DocumentKind.NOTICE)
    paper = text_of(next(desk.folder.printed_folder.glob("*.pdf")).read_bytes())
    rows = {row.number: "".join(row.name.split()) for row in desk.offer.get(BENEFIT).item.materials}
    to_bring = paper.partition(rows[3])
    assert to_bring[1]
    assert rows[1] not in to_bring[0], "what is here is not asked for"
    assert "经办甲" in paper


def test_before_log_in_the_counter_signs(locked: Desk) -> None:
    wiring = LookupWiring(locked, Printing(locked))
    wiring.print_referral("2-1")
    paper = text_of(next(locked.folder.printed_folder.glob("*.pdf")).read_bytes())
    assert "03号窗口" in paper
    with pytest.raises(NotFound):
        wiring.print_referral("9-9")


def test_without_a_site_nothing_is_printed(locked: Desk) -> None:
    locked.info = None
    with pytest.raises(NotFound):
        LookupWiring(locked, Printing(locked)).print_referral("1-1")
    assert lookup_calls(locked, Printing(locked)).site.tier is Tier.TOWN


def test_the_way_leads_here_or_to_the_tier_of_the_item(desk: Desk) -> None:
    offered, site = desk.offer.get(BENEFIT), desk.known.site
    here = replace(offered, counter="05 号窗口", phone="0000-1111111")
    assert destination(here, site).name == f"{site.name} 05 号窗口"
    assert destination(here, site).phone == "0000-1111111"
    elsewhere = replace(offered, mode=HandlingMode.ADVICE)
    assert destination(elsewhere, site).name == word(Tier.TOWN)


def test_what_is_due_soon_stands_in_the_list_with_its_lamp(
    desk: Desk, printing: Printing, clock: Clock
) -> None:
    accepted(desk, printing)
    wiring = LookupWiring(desk, printing)
    assert wiring.todo() == ()
    clock.pass_by(days=5)
    assert [row.lamp for row in wiring.todo()] == [Lamp.SOON]
    clock.pass_by(days=2)
    assert [row.lamp for row in wiring.todo()] == [Lamp.DUE]
    clock.pass_by(days=7)
    (row,) = wiring.todo()
    assert (row.lamp, row.name_masked) == (Lamp.OVERDUE, "王*某")


def test_items_stand_under_their_headings(desk: Desk) -> None:
    items = [desk.offer.get(item) for item in LETTERS]
    groups = grouped(items, lambda item: item.department)
    assert sorted(item for group in groups.values() for item in group) == sorted(LETTERS)
