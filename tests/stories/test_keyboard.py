"""The keyboard reaches everything and always belongs to something; Esc never destroys (experience.md §4)."""

from __future__ import annotations

import pytest

from tests.services.desk_samples import ZHANG
from tests.stories.counter import BENEFIT, WANG, Counter

PAGES = ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+,")


def test_all_keys_are_shown_and_put_away(counter: Counter) -> None:
    hands = counter.open_signed_in()
    hands.press("Ctrl+/")
    words = counter.words()
    for key in ("Ctrl", "F4", "全部收齐"):
        assert key in words
    hands.press("Escape")
    assert "全部收齐" not in counter.words()
    hands.press("Ctrl+/", "Ctrl+/")
    assert "全部收齐" not in counter.words()
    hands.type("gljt")
    hands.press("F1")
    hands.wait_until(lambda: "指南" in counter.words(), "the guide is shown")


def test_esc_never_destroys(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.take_in(BENEFIT, WANG)
    for _ in range(4):
        hands.press("Escape")
    assert counter.lanes() == 1
    assert counter.page() == "lookup"
    hands.press("Ctrl+Tab")
    assert counter.form()["name"] == WANG.name
    for page in PAGES:
        hands.press(page, "Escape", "Escape", "Escape")
    assert counter.lanes() == 1
    hands.press("Ctrl+2", "Ctrl+Tab")
    assert counter.form()["name"] == WANG.name


@pytest.mark.parametrize("page", PAGES)
def test_the_keyboard_is_never_lost(counter: Counter, page: str) -> None:
    """Hands look for the focus before each key: none of these may find nothing."""
    hands = counter.open_signed_in()
    counter.take_in(BENEFIT, WANG)
    hands.press("Ctrl+H")
    hands.press(page)
    for _ in range(25):
        hands.press("Tab")
    for _ in range(25):
        hands.press("Shift+Backtab")
    hands.press("F5", "F1", "Escape", "F10", "Escape", "Alt+D", "Alt+D", "Alt+G", "Alt+G", "F11", "F11")
    hands.press("Ctrl+Tab", "Ctrl+L")
    counter.sign_in()
    assert counter.lanes() == 1


def test_tab_walks_through_the_form_in_the_order_of_work(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.start(BENEFIT)
    hands.scan(ZHANG.id_number)
    hands.press("F4", "Alt+I")
    seen = [counter.place()]
    for _ in range(12):
        hands.press("Tab")
        seen.append(counter.place() or hands.focus.accessibleName())
    order = ["id_number", "name", "phone", "address", "acting", "fields.account", "materials", "outcome"]
    at = [seen.index(place) for place in order if place in seen]
    assert at == sorted(at), seen
    assert [place for place in order if place not in seen] == [], seen
    hands.press("Alt+B")
    assert counter.place() == "remark"
    hands.press("Tab")
    assert counter.place() == "outcome"


def test_enter_walks_the_same_way(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.start(BENEFIT)
    hands.type(WANG.id_number)
    hands.calm()
    seen = [counter.place()]
    for _ in range(6):
        hands.press("Return")
        seen.append(counter.place())
    assert seen[:6] == ["name", "phone", "address", "acting", "fields.account", "materials"], seen


def test_words_typed_anywhere_go_to_the_box(counter: Counter) -> None:
    hands = counter.open_signed_in()
    hands.press("Ctrl+3")
    hands.type("gljt")
    assert counter.running.window.frame.bar.text() == "gljt"
