"""A scanner is told from a person by rhythm alone; the time is beaten here."""

from __future__ import annotations

import pytest

from desk_app.domain.scans import ScanMarks
from desk_app.ui.shell.burst import Burst


def _typed(text: str, gap: float, *, pause_before_enter: float = 0.0) -> str:
    burst, now = Burst(), 100.0
    for char in text:
        burst.feed(char, now)
        now += gap
    return burst.end(now - gap + pause_before_enter)


@pytest.mark.parametrize(
    ("text", "gap", "scanned"),
    [
        ("11010519491231002X", 0.005, True),
        ("12345678", 0.034, True),
        ("12345678", 0.036, False),  # a very quick person
        ("1234567", 0.005, False),  # too short for a code
        ("", 0.005, False),
        ("https://example.cn/QR", 0.0, True),
    ],
)
def test_rhythm(text: str, gap: float, scanned: bool) -> None:
    assert _typed(text, gap) == (text if scanned else "")


def test_enter_pressed_by_hand_later_ends_no_scan() -> None:
    assert _typed("12345678", 0.005, pause_before_enter=0.5) == ""


def test_what_was_typed_before_a_pause_is_not_part_of_the_scan() -> None:
    burst = Burst()
    assert burst.feed("a", 1.0)
    assert burst.feed("1", 2.0)
    for number in range(2, 9):
        assert not burst.feed(str(number), 2.0 + number / 100)
    assert burst.end(2.09) == "12345678"
    assert burst.end(2.09) == ""


def test_another_key_breaks_the_burst() -> None:
    burst = Burst()
    for number in range(9):
        burst.feed(str(number), number / 100)
    burst.forget()
    assert burst.end(0.1) == ""


def test_a_slow_scanner_is_known_by_its_prefix_and_its_marks_are_taken_off() -> None:
    marks = ScanMarks(prefix="#", suffix="!")
    for text, gap, found in (
        ("#12345678!", 0.08, "12345678"),
        ("12345678!!", 0.08, ""),
        ("#12345678", 0.11, ""),
    ):
        burst = Burst()
        for number, char in enumerate(text):
            burst.feed(char, number * gap)
        assert burst.end((len(text) - 1) * gap, marks) == found
