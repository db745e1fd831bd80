"""A site puts its papers into its own words, by keyboard; what is printed afterwards says them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.ui.screens.settings.sections import Section
from tests.stories.counter import BENEFIT, MANAGER_PASSWORD, WANG, Clock, Counter, copy_of


@pytest.fixture
def counter(made_counter: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Counter]:
    desk = Counter(copy_of(made_counter, tmp_path / "profile"), Clock())
    yield desk
    desk.close()


def test_the_manager_rewords_the_receipt_and_the_next_one_says_it(counter: Counter) -> None:
    hands = counter.open_signed_in(MANAGER_PASSWORD, letter="z")
    hands.press("Ctrl+,")
    for _ in range(list(Section).index(Section.WORDING)):
        hands.press("Down")
    hands.wait_until(lambda: "文书上的话" in counter.words(), "the page of words is open")
    hands.press("Return")
    counter.hands.tab_to("这句怎么说")
    hands.press("Ctrl+A")
    hands.compose("行政许可收条")
    hands.wait_until(lambda: "不能说“行政许可”" in counter.words(), "what must not be said is named")
    hands.press("Ctrl+A")
    hands.compose("材料收条")
    hands.wait_until(lambda: "不能说" not in counter.words(), "it may be said")
    hands.press("Ctrl+Return")
    hands.wait_until(lambda: "存好了" in counter.words(), "the words are kept")
    hands.wait_until(lambda: "第 1 版" in counter.words(), "with their version")
    hands.press("Ctrl+K")
    counter.accept(BENEFIT, WANG)
    hands.wait_until(lambda: bool(counter.papers("receipt")), "the receipt is out")
    assert "材料收条" in counter.paper("receipt")
