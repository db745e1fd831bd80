"""What stands behind the first run, where the stories do not come."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.domain.catalogue import HandlingMode
from desk_app.domain.errors import NotAllowed, SignInFailed
from desk_app.services.accounts import use_recovery_sheet
from desk_app.ui.screens.first_run.calls import Progress, Step
from desk_app.ui.screens.settings.items.rows import ItemChoice
from desk_app.wiring.demo import Stopped
from desk_app.wiring.desk import Desk
from desk_app.wiring.first_run import FirstRunWiring, name_initials, progress_file, unfinished
from desk_app.wiring.printing import Printing
from tests.papers.reading import text_of
from tests.stories.counter import BENEFIT, MANAGER, PENSION, PROMISED_DAYS


def wiring_of(desk: Desk, demo: Path = Path("demo")) -> FirstRunWiring:
    return FirstRunWiring(desk, Printing(desk), demo)


def test_progress_is_kept_beside_the_profile_until_it_is_done(office: Desk) -> None:
    wiring, profile = wiring_of(office), office.folder.path
    assert not unfinished(profile)
    assert wiring.progress() == Progress(made=True)
    wiring.save_progress(Progress(step=Step.ITEMS, admin=MANAGER))
    assert unfinished(profile)
    assert wiring.progress() == Progress(step=Step.ITEMS, admin=MANAGER, made=True)
    progress_file(profile).write_text("{", "utf-8")
    assert wiring.progress() == Progress(made=True), "a broken note costs the way, nothing else"
    wiring.finish()
    wiring.finish()
    assert not unfinished(profile)


def test_decisions_about_items_keep_what_the_site_said_before(office: Desk) -> None:
    wiring = wiring_of(office)
    wiring.save_items(())
    wiring.save_items(
        (ItemChoice(BENEFIT, False, HandlingMode.DIRECT), ItemChoice(PENSION, True, HandlingMode.ASSIST))
    )
    benefit, pension = office.offer.get(BENEFIT), office.offer.get(PENSION)
    assert (benefit.offered, benefit.promised.days) == (False, PROMISED_DAYS)
    assert (pension.offered, pension.mode) == (True, HandlingMode.ASSIST)


def test_a_clerk_decides_nothing_about_items(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        wiring_of(desk).save_items((ItemChoice(BENEFIT, False, HandlingMode.DIRECT),))
    assert desk.offer.get(BENEFIT).offered


def test_a_new_sheet_opens_and_the_one_before_does_not(office: Desk) -> None:
    wiring = wiring_of(office)
    old, new = wiring.new_sheet(), wiring.new_sheet()
    office.close()

    def use(words: str) -> None:
        session = use_recovery_sheet(
            office.vault(), office.known, office.open_with, words, MANAGER, "xinde-2026", office.now()
        )
        session.store.close()

    with pytest.raises(SignInFailed):
        use(old)
    use(new)


def test_the_sheet_is_printed_or_left_as_a_file(office: Desk) -> None:
    wiring = wiring_of(office)
    words = wiring.new_sheet()
    assert "送去打印" in wiring.print_sheet(words)
    assert str(office.folder.printed_folder) in wiring.save_sheet(words)
    files = list(office.folder.printed_folder.glob("recovery-sheet*.pdf"))
    assert files
    for file in files:
        assert words.split("-")[0].split()[0] in text_of(file.read_bytes())


def test_a_demo_that_is_there_is_used_and_one_nobody_waits_for_is_given_up(
    office: Desk, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    wiring = wiring_of(office, tmp_path / "demo")
    with pytest.raises(Stopped):
        wiring.make_demo(lambda done, total: told.append((done, total)), lambda: True)
    assert len(told) == 1
    assert told[0][0] <= told[0][1]
    assert not (tmp_path / "demo").exists(), "whole or not at all"
    there = wiring_of(office, office.folder.path)
    there.make_demo(lambda done, total: told.append((done, total)), lambda: True)
    assert len(told) == 1


def test_before_there_is_a_profile_the_shipped_list_is_offered(tmp_path: Path, office: Desk) -> None:
    office.reopen(tmp_path / "nothing")
    assert office.info is None
    assert office.offer.get(BENEFIT).offered
    assert replace(wiring_of(office).progress()) == Progress()
    assert "gljt" in name_initials("高龄津贴")
