"""Breaking text into lines: Chinese breaks anywhere but at some marks (GB/T 15834-2011, 5.1).

A mark that closes (。，》) never begins a line and one that opens (《（) never ends one; the character before
or after moves along. Numbers and Latin words stay whole unless a line cannot hold them. Nothing is cut off.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk_app.papers.fonts import OPEN_BOX, TICKED, FontChain, Role, printable

_NOT_FIRST = frozenset("，。、；：？！）》」』】〕〉”’…—·％%,.;:?!)]}")
_NOT_LAST = frozenset("（《「『【〔〈“‘([{￥$")


_BOXES = frozenset(OPEN_BOX + TICKED)
"""A box stays with the words it stands for, up to the next space."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one role; ``size`` None takes the paragraph's. ``line`` draws a rule under it."""

    text: str
    role: Role = Role.BODY
    size: float | None = None
    underlined: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line that is drawn in one go, at ``x`` points from the line's start."""

    x: float
    text: str
    span: Span
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line, and how wide it came out in points."""

    pieces: tuple[Piece, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Unit:
    """What may not be broken inside: a character, a word, a number."""

    text: str
    span: Span
    width: float


def break_lines(
    spans: Sequence[Span] | str,
    fonts: FontChain,
    width: float,
    size: float,
    role: Role = Role.BODY,
    indent: float = 0.0,
) -> tuple[Line, ...]:
    """Lines of at most ``width`` points; the first of each paragraph starts at ``indent``."""
    given = (Span(spans, role),) if isinstance(spans, str) else tuple(spans)
    lines: list[Line] = []
    for paragraph in _paragraphs(given):
        lines += _fill(list(_units(paragraph, fonts, size, width)), width, indent)
    return tuple(lines)


def _paragraphs(spans: Iterable[Span]) -> list[list[Span]]:
    paragraphs: list[list[Span]] = [[]]
    for span in spans:
        for number, part in enumerate(printable(span.text).split("\n")):
            if number:
                paragraphs.append([])
            paragraphs[-1].append(Span(part, span.role, span.size, span.underlined))
    return paragraphs


def _units(spans: Iterable[Span], fonts: FontChain, size: float, width: float) -> Iterable[_Unit]:
    for span in spans:
        points = (span.size or size) / 1000
        advances = fonts.advances(span.text, span.role)
        start, wide = 0, 0.0
        for at, thousandths in enumerate(advances):
            advance = thousandths * points
            whole = at > start and _joined(span.text, start, at) and wide + advance <= width
            if at > start and not whole:
                yield _Unit(span.text[start:at], span, wide)
                start, wide = at, 0.0
            wide += advance
        if span.text:
            yield _Unit(span.text[start:], span, wide)


def _joined(text: str, start: int, at: int) -> bool:
    """Whether the character at ``at`` belongs to the unit that began at ``start``."""
    if text[start] in _BOXES:
        return not text[at].isspace()
    return _sticks(text[at - 1]) and _sticks(text[at])


def _sticks(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in "-*/.:@_+")


def _fill(units: list[_Unit], width: float, indent: float) -> list[Line]:
    lines: list[Line] = []
    row: list[_Unit] = []
    used = indent
    for unit in units:
        if row and used + unit.width > width + 0.01:
            carried = _carried(row, unit)
            if sum(each.width for each in row[len(row) - carried :]) + unit.width > width + 0.01:
                carried = 0  # in so narrow a column nothing may stick out: a rule of punctuation gives way
            kept = row[: len(row) - carried]
            lines.append(_line(kept, indent if not lines else 0.0))
            row = row[len(row) - carried :]
            used = sum(each.width for each in row)
            if not row and unit.text == " ":
                continue
        row.append(unit)
        used += unit.width
    lines.append(_line(row, indent if not lines else 0.0))
    return lines


def _carried(row: list[_Unit], coming: _Unit) -> int:
    """How many units must move to the next line with the one that did not fit."""
    for back in range(min(4, len(row) - 1)):
        follower = coming if back == 0 else row[len(row) - back]
        last = row[len(row) - back - 1]
        if follower.text[0] not in _NOT_FIRST and last.text[-1] not in _NOT_LAST:
            return back
    return 0


def _line(units: Sequence[_Unit], indent: float) -> Line:
    pieces: list[Piece] = []
    x = indent
    for unit in units:
        if pieces and pieces[-1].span is unit.span:
            last = pieces[-1]
            pieces[-1] = Piece(last.x, last.text + unit.text, last.span, last.width + unit.width)
        else:
            pieces.append(Piece(x, unit.text, unit.span, unit.width))
        x += unit.width
    return Line(tuple(pieces), x)
