"""Lines break where Chinese may break, hold what they can, and lose nothing."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desk_app.papers.fonts import FontChain, Role, printable
from desk_app.papers.typeset import Line, Span, break_lines

SIZE = 10.0


def texts(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


@pytest.mark.parametrize(
    ("text", "characters", "broken"),
    [
        ("甲乙丙丁戊", 3, ["甲乙丙", "丁戊"]),
        ("甲乙丙，丁", 3, ["甲乙", "丙，丁"]),
        ("甲乙《丙》", 3, ["甲乙", "《丙》"]),
        ("甲乙（丙）丁", 3, ["甲乙", "（丙）", "丁"]),
        ("甲2026-12-08乙", 8, ["甲2026-12-08乙"]),
        ("甲乙丙丁2026-12-08乙", 7, ["甲乙丙丁", "2026-12-08乙"]),
        ("甲乙 丙", 2, ["甲乙", "丙"]),
        ("甲\n\n乙", 5, ["甲", "", "乙"]),
        ("", 5, [""]),
    ],
)
def test_where_lines_break(text: str, characters: int, broken: list[str], fonts: FontChain) -> None:
    assert texts(break_lines(text, fonts, characters * SIZE, SIZE)) == broken


def test_a_word_longer_than_the_line_is_broken_after_all(fonts: FontChain) -> None:
    assert len(break_lines("1" * 100, fonts, 10 * SIZE, SIZE)) > 4


def test_the_first_line_is_set_in(fonts: FontChain) -> None:
    first, second = break_lines("甲乙丙丁", fonts, 4 * SIZE, SIZE, indent=2 * SIZE)
    assert first.pieces[0].x == 2 * SIZE
    assert second.pieces[0].x == 0


def test_spans_keep_their_role_and_place(fonts: FontChain) -> None:
    (line,) = break_lines((Span("甲乙"), Span("丙", Role.STRONG, 20)), fonts, 100, SIZE)
    assert [(piece.text, piece.x, piece.span.role) for piece in line.pieces] == [
        ("甲乙", 0, Role.BODY),
        ("丙", 20, Role.STRONG),
    ]
    assert line.width == 40


@example(text="1—《11111", characters=3)
@given(
    text=st.text(st.sampled_from("甲乙丙丁，。《》（）—A1-. □"), max_size=60),
    characters=st.integers(2, 12),
)
def test_nothing_is_lost_and_nothing_sticks_out(text: str, characters: int, fonts: FontChain) -> None:
    lines = break_lines(text, fonts, characters * SIZE, SIZE)
    assert "".join(texts(lines)).replace(" ", "") == printable(text).replace(" ", "")
    assert all(line.width <= characters * SIZE + 0.02 for line in lines)
