"""Marks that a scanner puts round what it reads."""

from __future__ import annotations

from desk_app.domain.scans import NO_MARKS, ScanMarks


def test_marks_are_taken_off_and_full_width_becomes_plain() -> None:
    marks = ScanMarks(prefix="#", suffix="!")
    assert marks.bare("＃１２３４！") == "1234"
    assert marks.bare("1234") == "1234"
    assert marks.marked("＃１２")
    assert not marks.marked("12")
    assert NO_MARKS.bare("１２") == "12"
    assert not NO_MARKS.marked("12")
