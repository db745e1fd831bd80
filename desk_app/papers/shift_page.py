"""交班一页 on A4: what a counter leaves to the next person (B23). Nobody's pace stands on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desk_app.domain.shifts import Loose, LooseEnd, Shift
from desk_app.domain.worktime import SHANGHAI
from desk_app.papers.fonts import FontChain, Role
from desk_app.papers.pdf import write_pdf
from desk_app.papers.sheet import PT, Sheet
from desk_app.papers.subset import Ink

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _BOTTOM = 210.0, 297.0, 18.0, 192.0, 272.0
_STEP = 6.6
_TITLES: dict[Loose, str] = {
    Loose.ORIGINAL: "未退原件",
    Loose.LANE: "挂着没办完",
    Loose.CALL: "答应回访",
    Loose.DUE: "今天到期和逾期",
    Loose.UNPRINTED: "文书没打出来",
    Loose.PARKED: "记录对不上，请管理员看看",
}


@dataclass(frozen=True, slots=True)
class ShiftPaper:
    """What the page is drawn from."""

    site: str
    shift: Shift
    printed_at: datetime
    printed_by: str


def draw_shift_page(paper: ShiftPaper, fonts: FontChain) -> bytes:
    """As many A4 pages as it takes; mostly one."""
    drawing = _Pages(paper, fonts)
    drawing.begin()
    if paper.shift.note:
        drawing.paragraph(f"留言：{paper.shift.note}", Role.STRONG)
    for kind in Loose:
        ends = [end for end in paper.shift.ends if end.kind is kind]
        if ends:
            drawing.group(kind, ends)
    if not paper.shift.ends:
        drawing.paragraph("没有没办完的事。", Role.BODY)
    drawing.sign()
    return write_pdf(drawing.sheets, drawing.ink, "交班一页", paper.site, paper.printed_at)


class _Pages:
    def __init__(self, paper: ShiftPaper, fonts: FontChain) -> None:
        self._paper, self._fonts = paper, fonts
        self.ink = Ink(fonts)
        self.sheets: list[Sheet] = []
        self._y = 0.0

    @property
    def _sheet(self) -> Sheet:
        return self.sheets[-1]

    def begin(self) -> None:
        """A new page with its head."""
        self.sheets.append(Sheet(self.ink, _WIDTH, _HEIGHT))
        shift, title = self._paper.shift, "交班一页"
        self._sheet.text(_LEFT, 20, self._paper.site, Role.STRONG, 11)
        self._sheet.text((_WIDTH - self._wide(title, Role.TITLE, 20)) / 2, 30, title, Role.TITLE, 20)
        who = " ".join(part for part in (shift.counter, shift.name) if part)
        self._sheet.text(_LEFT, 41, f"{who}　{_hours(shift)}", Role.BODY, 11)
        self._sheet.line(_LEFT, 45, _RIGHT, 45, 1.2)
        foot = f"第 {len(self.sheets)} 页　打印 {_moment(self._paper.printed_at)}　{self._paper.printed_by}"
        self._sheet.text(_LEFT, 284, foot, Role.BODY, 9)
        self._y = 53.0

    def group(self, kind: Loose, ends: list[LooseEnd]) -> None:
        """A heading with its count, and a box to tick before each line."""
        self._room(3 * _STEP)
        self._y += 2
        self._sheet.text(_LEFT, self._y, f"{_TITLES[kind]}　{len(ends)} 件", Role.STRONG, 12)
        self._y += _STEP
        for end in ends:
            self._end(end)

    def _end(self, end: LooseEnd) -> None:
        words = "　".join(part for part in (end.what, end.who, end.number, _day(end), _note(end)) if part)
        lines = list(self._wrapped(words, Role.BODY, 11, _RIGHT - _LEFT - 7))
        self._room(len(lines) * _STEP)
        top = self._y - 3.4
        for left, up, right, down in _box(_LEFT, top, 3.6):
            self._sheet.line(left, up, right, down, 0.75)
        for line in lines:
            self._sheet.text(_LEFT + 7, self._y, line, Role.BODY, 11)
            self._y += _STEP

    def paragraph(self, text: str, role: Role) -> None:
        """Running text across the page."""
        for line in self._wrapped(text, role, 12, _RIGHT - _LEFT):
            self._room(_STEP)
            self._sheet.text(_LEFT, self._y, line, role, 12)
            self._y += _STEP + 0.6
        self._y += 2

    def sign(self) -> None:
        """Both sign."""
        self._room(20)
        self._y += 12
        self._sheet.text(_LEFT, self._y, "交班（签字）：________________", Role.BODY, 11)
        self._sheet.text(112, self._y, "接班（签字）：________________", Role.BODY, 11)

    def _room(self, needed: float) -> None:
        if self._y + needed > _BOTTOM:
            self.begin()

    def _wide(self, text: str, role: Role, size: float) -> float:
        return self._fonts.width(text, role, size) / PT

    def _wrapped(self, text: str, role: Role, size: float, room: float) -> Iterator[str]:
        line = ""
        for char in text:
            if self._wide(line + char, role, size) > room and char not in "，。、”）":
                yield line
                line = ""
            line += char
        yield line


def _box(left: float, top: float, side: float) -> tuple[tuple[float, float, float, float], ...]:
    right, bottom = left + side, top + side
    return (
        (left, top, right, top),
        (left, bottom, right, bottom),
        (left, top, left, bottom),
        (right, top, right, bottom),
    )


def _hours(shift: Shift) -> str:
    opened = _moment(shift.opened_at)
    return f"{opened} 开窗" if shift.closed_at is None else f"{opened} 开窗，{_moment(shift.closed_at)} 收窗"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"


def _day(end: LooseEnd) -> str:
    if end.day is None:
        return ""
    day = f"{end.day.month} 月 {end.day.day} 日"
    return {Loose.CALL: f"{day}该回访", Loose.DUE: f"{day}到期", Loose.ORIGINAL: f"{day}起"}.get(
        end.kind, day
    )


def _note(end: LooseEnd) -> str:
    if end.kind is Loose.ORIGINAL:
        return f"在 {end.note}" if end.note else ""
    return "" if end.kind is Loose.PARKED else end.note
