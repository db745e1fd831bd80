"""The 80 mm slip (mock P01b): one column, black on white, as long as it has to be.

72 mm can be printed on; the date that matters is the largest thing, because that is what people look for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desk_app.domain.cases import CaseMaterial, MaterialState
from desk_app.domain.documents import PaperSize
from desk_app.papers.flow import Flow, Frame, draw_line
from desk_app.papers.fonts import Role
from desk_app.papers.furniture import DEMO, TYPES, case_number, phone_words, printing_words, qr, roll_bar_code
from desk_app.papers.request import PaperRequest
from desk_app.papers.sheet import PT, Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.typeset import Span, break_lines
from desk_app.papers.wording import Wording
from desk_app.papers.words import number_words

_WIDTH, _LEFT, _RIGHT = 80.0, 4.0, 76.0
_ENDLESS = 1e6
_QR = 36.0


class Roll:
    """One slip being drawn from top to bottom."""

    def __init__(self, request: PaperRequest, ink: Ink, wording: Wording, title: str) -> None:
        self.request = request
        self.wording = wording
        self.type = TYPES[PaperSize.ROLL80, request.printing.large_type]
        self.sheet = Sheet(ink, _WIDTH, _ENDLESS)
        self.flow = Flow(self.sheet, Frame(_LEFT, 5.0, _RIGHT, _ENDLESS), lambda flow: flow.frame)
        self._head(title)

    def middle(self, text: str, role: Role, size: float, leading: float = 1.45) -> None:
        """Centred lines."""
        step = size * leading / PT
        for line in break_lines(text, self.sheet.fonts, (_RIGHT - _LEFT) * PT, size, role):
            x = (_LEFT + _RIGHT - line.width / PT) / 2
            draw_line(self.sheet, x, self.flow.y + step * 0.72, line, size)
            self.flow.y += step

    def rule(self) -> None:
        """A dashed line across."""
        self.flow.y += 1.8
        self.sheet.line(_LEFT, self.flow.y, _RIGHT, self.flow.y, 1.0, "3 1.6")
        self.flow.y += 1.8

    def facts(self, rows: Iterable[tuple[str, str]], role: Role = Role.STRONG) -> None:
        """Labels in a column of their own, values beside them, wrapped; empty values are left out."""
        size = self.type.table
        left = _LEFT + size * 4.4 / PT
        step = size * 1.45 / PT
        for word, value in rows:
            if not value:
                continue
            self.sheet.text(_LEFT, self.flow.y + step * 0.72, word, Role.PLAIN, size)
            for line in break_lines(value, self.sheet.fonts, (_RIGHT - left) * PT, size, role):
                draw_line(self.sheet, left, self.flow.y + step * 0.72, line, size)
                self.flow.y += step

    def paragraph(self, content: str | Sequence[Span], role: Role = Role.PLAIN) -> None:
        """Running text."""
        self.flow.paragraph(content, self.type.table, self.type.leading, role=role)

    def boxed(self, small: str, large: str) -> None:
        """The date that matters, in a frame."""
        size = self.type.title * 1.25
        self.flow.y += 2.0
        top = self.flow.y
        self.flow.y += 1.2
        self.middle(small, Role.PLAIN, self.type.table)
        lines = break_lines(large, self.sheet.fonts, (_RIGHT - _LEFT - 4) * PT, size, Role.STRONG)
        step = size * 1.3 / PT
        for line in lines:
            x = (_LEFT + _RIGHT - line.width / PT) / 2
            draw_line(self.sheet, x, self.flow.y + step * 0.74, line, size)
            self.flow.y += step
        self.flow.y += 1.2
        self.sheet.box(_LEFT, top, _RIGHT - _LEFT, self.flow.y - top, 1.8)
        self.flow.y += 2.0

    def pair(self, left: str, right: str) -> None:
        """A name at the left, wrapped, and what is said of it at the right edge of its first line."""
        size, step = self.type.table, self.type.table * 1.45 / PT
        taken = self.sheet.width_of(right, Role.PLAIN, size)
        narrow = max(20.0, _RIGHT - _LEFT - taken - 3.0)
        self.sheet.text(_RIGHT - taken, self.flow.y + step * 0.72, right, Role.PLAIN, size)
        for line in break_lines(left, self.sheet.fonts, narrow * PT, size, Role.PLAIN):
            draw_line(self.sheet, _LEFT, self.flow.y + step * 0.72, line, size)
            self.flow.y += step

    def codes(self, words: str) -> None:
        """QR and bar code."""
        qr(self.sheet, self.request, (_LEFT + _RIGHT - _QR) / 2, self.flow.y + 1.0, _QR)
        self.flow.y += _QR + 2.5
        self.middle(words, Role.STRONG, self.type.table + 1)
        tall = roll_bar_code(self.sheet, self.request, (_LEFT + _RIGHT) / 2, self.flow.y + 1.0)
        self.flow.y += tall + 2.0 if tall else 0.0

    def sign(self, words: str) -> None:
        """A line to sign on."""
        size = self.type.table
        self.flow.y += 9.0
        at = self.sheet.text(_LEFT, self.flow.y, words, Role.PLAIN, size)
        self.sheet.line(at, self.flow.y + 1.0, _RIGHT, self.flow.y + 1.0, 0.6)
        self.flow.y += 3.0

    def finish(self) -> Sheet:
        """The foot, and the length of the paper."""
        self.rule()
        for words in (phone_words(self.request), printing_words(self.request), "第 1/1 页"):
            if words:
                self.flow.paragraph(words, self.type.foot, 1.4, role=Role.PLAIN)
        self.flow.y += 1.0
        self.middle("- - - - 请保管好 - - - -", Role.PLAIN, self.type.foot)
        page = self.sheet.pages[0]
        page.height = self.flow.y + 5.0
        if self.request.printing.demo:
            self.sheet.watermark(page, DEMO)
        self.sheet.check()
        return self.sheet

    def _head(self, title: str) -> None:
        self.middle(self.request.site.name, Role.PLAIN, self.type.table)
        spaced = title if len(title) > 6 else " ".join(title)
        self.middle(spaced, Role.STRONG, self.type.title, 1.5)
        for number in dict.fromkeys((case_number(self.request), number_words(self.request.printing.number))):
            if number:
                self.middle(number, Role.PLAIN, self.type.number)
        self.rule()


def material_words(row: CaseMaterial) -> str:
    """What happened to a paper, as a citizen says it."""
    if row.state is MaterialState.ORIGINAL:
        return f"原件 {row.copies}" if row.copies else "看过，已还"
    said = {
        MaterialState.COPY: f"复印 {row.copies}",
        MaterialState.E_LICENCE: "电子证照",
        MaterialState.SHARED: "不用交",
        MaterialState.DEFERRED: "容缺，后补",
    }
    return said.get(row.state, "") if row.state else ""
