"""Pages to draw on: millimetres from the top left, text with font fallback, lines, codes.

A page is a list of drawing operators until pdf.py writes it, so that "page 1 of 3" and the length of a roll
are known before anything is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desk_app.domain.errors import GlyphMissing
from desk_app.papers.fonts import TICKED, Role, printable
from desk_app.papers.subset import Ink

PT = 72 / 25.4
"""Points in a millimetre."""
HAIRLINE, FRAME = 0.75, 1.2
"""Inner and outer table lines in points (experience.md §12)."""

_ROUND = 0.5523
"""Control distance of the cubic that stands for a quarter of a circle."""


@dataclass(slots=True)
class Page:
    """One page being drawn."""

    width: float
    height: float
    operators: list[str] = field(default_factory=list)


class Sheet:
    """The pages of one paper. All places and lengths are millimetres, all font sizes points."""

    def __init__(self, ink: Ink, width: float, height: float) -> None:
        self.fonts = ink.fonts
        self._ink = ink
        self.width = width
        self.height = height
        self.pages: list[Page] = []
        self._missing: dict[str, None] = {}
        self.new_page()

    def new_page(self) -> None:
        """Begin another page."""
        self.pages.append(Page(self.width, self.height))

    def text(self, x: float, y: float, text: str, role: Role, size: float, spacing: float = 0.0) -> float:
        """Draw one line, its baseline at ``y``; returns where it ended. ``spacing``: points a character."""
        at = x
        clean = printable(text).replace("\n", " ")
        for char in clean:
            if self.fonts.lacks(char, role):
                self._missing[char] = None
        for face, run in self.fonts.runs(clean, role):
            name = self._ink.subset(face)
            shown = f"<{name.encode(run)}> Tj"
            if spacing:
                shown = f"{spacing:.2f} Tc {shown} 0 Tc"
            self._draw(f"BT /{name.resource} {size:.4g} Tf {at * PT:.2f} {-y * PT:.2f} Td {shown} ET")
            if TICKED in run:
                self._ticks(at, y, run, role, size)
            at += (self.fonts.width(run, role, size) + spacing * len(run)) / PT
        return at

    def width_of(self, text: str, role: Role, size: float, spacing: float = 0.0) -> float:
        """How wide the text would be."""
        clean = printable(text)
        return (self.fonts.width(clean, role, size) + spacing * len(clean)) / PT

    def centred(self, x: float, y: float, text: str, role: Role, size: float, spacing: float = 0.0) -> None:
        """Draw a line with its middle at ``x``; the space after the last character does not count."""
        width = self.width_of(text, role, size, spacing) - spacing / PT
        self.text(x - width / 2, y, text, role, size, spacing)

    def right(self, x: float, y: float, text: str, role: Role, size: float) -> None:
        """Draw a line that ends at ``x``."""
        self.text(x - self.width_of(text, role, size), y, text, role, size)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, weight: float = HAIRLINE, dash: str = ""
    ) -> None:
        """A straight line; ``dash`` is a pattern in points, such as ``3 2``."""
        path = f"{x1 * PT:.2f} {-y1 * PT:.2f} m {x2 * PT:.2f} {-y2 * PT:.2f} l S"
        self._draw(f"q {weight:g} w [{dash}] 0 d {path} Q" if dash else f"{weight:g} w {path}")

    def box(self, x: float, y: float, width: float, height: float, weight: float = FRAME) -> None:
        """An empty rectangle; ``y`` is its upper edge."""
        self._draw(f"{weight:g} w {_rectangle(x, y, width, height)} S")

    def ring(self, x: float, y: float, radius: float) -> None:
        """Where a seal goes: a dashed circle round ``x``, ``y``, grey so that it does not fight the seal."""
        r, k, cx, cy = radius * PT, radius * PT * _ROUND, x * PT, -y * PT
        curve = (
            f"{cx + r:.2f} {cy:.2f} m "
            f"{cx + r:.2f} {cy + k:.2f} {cx + k:.2f} {cy + r:.2f} {cx:.2f} {cy + r:.2f} c "
            f"{cx - k:.2f} {cy + r:.2f} {cx - r:.2f} {cy + k:.2f} {cx - r:.2f} {cy:.2f} c "
            f"{cx - r:.2f} {cy - k:.2f} {cx - k:.2f} {cy - r:.2f} {cx:.2f} {cy - r:.2f} c "
            f"{cx + k:.2f} {cy - r:.2f} {cx + r:.2f} {cy - k:.2f} {cx + r:.2f} {cy:.2f} c S"
        )
        self._draw(f"q 0.55 G 0.8 w [3 2.2] 0 d {curve} Q")

    def bars(self, x: float, y: float, bars: Sequence[tuple[int, int]], module: float, height: float) -> None:
        """Dark bars of a code; one filled path."""
        place = f"{module * PT:.4f} 0 0 {-height * PT:.2f} {x * PT:.2f} {-y * PT:.2f} cm"
        shapes = " ".join([f"{first} 0 {wide} 1 re" for first, wide in bars])
        self._draw(f"q {place} {shapes} f Q")

    def qr(self, x: float, y: float, side: float, rows: Sequence[Sequence[tuple[int, int]]]) -> None:
        """A QR code as one filled path; ``side`` without the quiet zone."""
        module = side / len(rows) * PT
        shapes = " ".join(
            [f"{first} {down} {wide} 1 re" for down, row in enumerate(rows) for first, wide in row]
        )
        self._draw(f"q {module:.4f} 0 0 {-module:.4f} {x * PT:.2f} {-y * PT:.2f} cm {shapes} f Q")

    def watermark(self, page: Page, text: str) -> None:
        """Large pale words under everything else on the page."""
        face, run = self.fonts.runs(text, Role.TITLE)[0]
        subset = self._ink.subset(face)
        size = min(page.width, page.height) * 0.4 * PT / max(len(run), 2)
        wide = self.fonts.width(run, Role.TITLE, size)
        cx, cy = page.width * PT / 2, -page.height * PT / 2
        turn = (
            f"0.866 0.5 -0.5 0.866 {cx - wide * 0.433 + size * 0.17:.2f} {cy - wide * 0.25 - size * 0.3:.2f}"
        )
        glyphs = subset.encode(run)
        page.operators.insert(0, f"q 0.9 g BT /{subset.resource} {size:.1f} Tf {turn} Tm <{glyphs}> Tj ET Q")

    def check(self) -> None:
        """Say which characters could not be drawn, before any of it reaches a printer.

        Raises:
            GlyphMissing: with their code points; a code point alone tells no name.
        """
        if self._missing:
            raise GlyphMissing(codes=" ".join(f"U+{ord(char):04X}" for char in self._missing))

    def _ticks(self, x: float, y: float, run: str, role: Role, size: float) -> None:
        for at, char in enumerate(run):
            if char == TICKED:
                left = x * PT + self.fonts.width(run[:at], role, size)
                points = ((0.22, 0.36), (0.42, 0.14), (0.84, 0.72))
                path = [f"{left + px * size:.2f} {-y * PT + py * size:.2f}" for px, py in points]
                self._draw(f"q {size * 0.09:.2f} w {path[0]} m {path[1]} l {path[2]} l S Q")

    def _draw(self, operator: str) -> None:
        self.pages[-1].operators.append(operator)


def _rectangle(x: float, y: float, width: float, height: float) -> str:
    return f"{x * PT:.2f} {-(y + height) * PT:.2f} {width * PT:.2f} {height * PT:.2f} re"
