"""套打 by keyboard: the manager aims a paper at its form, and the next one comes out on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.ui.screens.settings.sections import Section
from tests.papers.reading import text_of
from tests.stories.counter import BENEFIT, MANAGER_PASSWORD, WANG, Clock, Counter, copy_of


@pytest.fixture
def counter(made_counter: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Counter]:
    desk = Counter(copy_of(made_counter, tmp_path / "profile"), Clock())
    yield desk
    desk.close()


def test_the_receipt_goes_onto_a_printed_form(counter: Counter) -> None:
    hands = counter.open_signed_in(MANAGER_PASSWORD, letter="z")
    hands.press("Ctrl+,")
    for _ in range(list(Section).index(Section.OVERPRINT)):
        hands.press("Down")
    hands.wait_until(lambda: "打偏了就校准" in counter.words(), "the page of forms is open")
    hands.press("Return")
    counter.hands.tab_to("这张文书打在印好的表格上")
    hands.press("Space")
    counter.hands.tab_to("放上去")
    hands.press("Space")
    hands.wait_until(lambda: hands.focus.accessibleName().startswith("表样"), "the sheet has the keys")
    hands.press("Right", "Shift+Down")
    hands.rest()
    hands.press("Ctrl+K")
    counter.accept(BENEFIT, WANG)
    hands.wait_until(lambda: bool(counter.papers("receipt")), "the receipt is out")
    (file,) = counter.papers("receipt")
    assert text_of(file.read_bytes()) == WANG.name
