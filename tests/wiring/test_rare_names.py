"""A rare character brings its font wherever a name with one is met, and not before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desk_app.paths import each_font_dir
from desk_app.ui.theme.fonts import load_fonts
from tests.stories.counter import PROOF, WANG, Clock, Counter, copy_of

RARE = replace(WANG, name="王𬭼某")


@pytest.fixture
def counter(made_counter: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Counter]:
    desk = Counter(copy_of(made_counter, tmp_path / "profile"), Clock())
    yield desk
    desk.close()
    load_fonts(each_font_dir())


def rare_font_is_open() -> bool:
    return len(QGuiApplication.font().families()) > 1


def test_typed_at_the_counter(counter: Counter) -> None:
    counter.open_signed_in()
    counter.take_in(PROOF, WANG)
    assert not rare_font_is_open()
    counter.hands.press("Ctrl+H")
    counter.take_in(PROOF, replace(RARE, id_number="11010519600215002X"))
    assert rare_font_is_open()


def test_read_from_the_store(counter: Counter) -> None:
    counter.open_signed_in()
    case = counter.accept(PROOF, RARE)
    counter.reopen()
    assert not rare_font_is_open()
    counter.hands.scan(case.number)
    assert rare_font_is_open(), "the page of the case"
    counter.reopen()
    counter.hands.type(RARE.name)
    counter.hands.calm()
    assert rare_font_is_open(), "the command box"
