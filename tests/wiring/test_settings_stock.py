"""The shelves behind the settings: calendar, backups, releases, what the program is made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desk_app.db.catalogue_file import CatalogueFile
from desk_app.domain.catalogue import ServiceItem
from desk_app.domain.errors import BadFile
from desk_app.exchange.catalogue_import import dump_release_file
from desk_app.paths import resource
from desk_app.wiring.desk import Desk
from desk_app.wiring.settings_stock import StockWiring
from desk_app.wiring.shelf import CATALOGUE
from tests.stories.counter import BENEFIT, Clock

GONE, NEW_RESULT = "1-58", "津贴资格，按月发放"


@pytest.fixture
def stock(office: Desk) -> StockWiring:
    return StockWiring(office)


def next_release(office: Desk, folder: Path) -> Path:
    """The list of next month: one item ends in another result, one is gone."""
    items = tuple(_next(item) for item in office.offer.release.items if item.id != GONE)
    release = replace(
        office.offer.release, version="2026.12-1", published=date(2026, 12, 1), items=items, bundles=()
    )
    shelf = CatalogueFile.open(office.folder.catalogue_file)
    terms = tuple(term for term in shelf.terms() if term.item_id != GONE)
    file = folder / "release.json"
    file.write_bytes(dump_release_file(release, terms))
    return file


def _next(item: ServiceItem) -> ServiceItem:
    def kept(links: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(link for link in links if link != GONE)

    item = replace(
        item,
        related=kept(item.related),
        next_stage=kept(item.next_stage),
        previous_stage=kept(item.previous_stage),
    )
    return replace(item, result=NEW_RESULT) if item.id == BENEFIT else item


def test_the_years_of_a_calendar_come_in(office: Desk, stock: StockWiring) -> None:
    years = stock.import_calendar(str(resource("calendars/state-council.json")))
    assert 2026 in years
    assert set(years) <= set(office.calendar.years)
    with pytest.raises(BadFile):
        stock.import_calendar(str(resource(CATALOGUE)))


def test_backups_are_made_read_back_and_found(
    office: Desk, stock: StockWiring, clock: Clock, tmp_path: Path
) -> None:
    assert stock.last_backup() is None
    first = stock.back_up()
    assert Path(first.where).parent == office.folder.path.with_name(f"{office.folder.path.name}.backups")
    clock.pass_by(hours=1)
    second = stock.back_up()
    assert stock.last_backup() == second
    assert second.at - first.at >= timedelta(hours=1)
    office.change_settings(backup_folder=str(tmp_path / "stick"))
    assert stock.last_backup() is None
    assert Path(stock.back_up().where).parent == tmp_path / "stick"


def test_a_release_is_reviewed_before_it_is_in_force(
    office: Desk, stock: StockWiring, tmp_path: Path
) -> None:
    file = str(next_release(office, tmp_path))
    review = stock.review_release(file)
    assert review.version == "2026.12-1"
    assert review.names[GONE]
    assert BENEFIT in {change.new_id for change in review.diff.changed}
    assert review.diff.removed == (GONE,)
    assert [release.version for release in stock.releases() if release.in_force] != ["2026.12-1"]
    stock.adopt_release(file)
    newest, before = stock.releases()[:2]
    assert (newest.version, newest.in_force, before.in_force) == ("2026.12-1", True, False)
    assert office.offer.get(BENEFIT).item.result == NEW_RESULT
    assert GONE not in office.offer.items
    assert office.offer.get(BENEFIT).promised.days == 5, "what the site said stays laid over it"


def test_what_the_program_is_made_of_and_how_it_fares(office: Desk, stock: StockWiring) -> None:
    facts = {fact.name: fact.value for fact in stock.about()}
    assert facts["Qt"]
    assert str(office.folder.path) in facts.values()
    assert "desk-app" in stock.diagnostics()
    assert isinstance(stock.lint(), tuple)
