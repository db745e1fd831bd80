"""A14 应急手工登记表: blank slips with numbers set aside, for the hours when nothing works but a pen (B17).

Two to a sheet of A4, each with a part that stays at the counter and a stub the citizen takes. What is written
on the first is typed in within 24 hours, under the same number and with the original time; the number and its
bar code are all that is printed, so that a blank slip that is lost tells nothing of anybody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.domain.numbers import ReceiptNumber
from desk_app.domain.sites import Site
from desk_app.papers.codes import code128, code128_modules
from desk_app.papers.flow import draw_line
from desk_app.papers.fonts import OPEN_BOX, FontChain, Role
from desk_app.papers.forms import boxes
from desk_app.papers.furniture import DEMO, cut_across, cut_down
from desk_app.papers.pdf import write_pdf
from desk_app.papers.sheet import FRAME, HAIRLINE, PT, Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.typeset import break_lines
from desk_app.papers.words import clock

A_PAGE = 2
TITLE = "应急手工登记表"
_WIDTH, _HEIGHT = 210.0, 297.0
_TALL = _HEIGHT / A_PAGE
_LEFT, _CUT, _RIGHT = 12.0, 146.0, 198.0
_KEPT_RIGHT, _STUB_LEFT = _CUT - 5.0, _CUT + 5.0
_ROW, _MATERIALS = 7.8, 5
_BAR = 0.25
_FACTS = (
    (("事　　项", 0.0),),
    (("申 请 人", 44.0), ("电　　话", 0.0)),
    (("证件号码", 0.0),),
    (("住　　址", 0.0),),
    (("代 办 人", 44.0), ("与申请人关系", 0.0)),
)
_COLUMNS = (("序", 8.0), ("收到的材料", 0.0), ("原件 / 复印件", 30.0), ("份", 9.0), ("页", 9.0))
_KEPT_NOTE = "恢复后 24 小时内按原编号补录，收件时间填当时的时间。写坏的划掉、留存，注明作废。"
_STUB_NOTE = "本联只证明收到材料，是否受理另行告知。凭编号问进度，请收好。"


@dataclass(frozen=True, slots=True)
class Blank:
    """What is printed on every slip of a set beside its number."""

    site: Site
    at: datetime
    clerk_name: str = ""
    counter: str = ""
    demo: bool = False


def emergency_forms(numbers: Sequence[ReceiptNumber], blank: Blank, fonts: FontChain) -> bytes:
    """One PDF with a slip for each number, in their order.

    Raises:
        ValueError: for no numbers at all.
        GlyphMissing: when the name of the site has a character that no font draws.
    """
    if not numbers:
        raise ValueError("a set of emergency slips needs at least one number")
    ink = Ink(fonts)
    sheet = Sheet(ink, _WIDTH, _HEIGHT)
    for place, number in enumerate(numbers):
        if place and place % A_PAGE == 0:
            sheet.new_page()
        top = place % A_PAGE * _TALL
        if top:
            cut_across(sheet, 0.0, _WIDTH, top, "沿此线剪开", 8.0)
        _kept(sheet, number, blank, top, place + 1, len(numbers))
        cut_down(sheet, _CUT, top + 8.0, top + _TALL - 8.0, "沿此线剪下", 8.0)
        _stub(sheet, number, blank, top)
    if blank.demo:
        for page in sheet.pages:
            sheet.watermark(page, DEMO)
    sheet.check()
    return write_pdf([sheet], ink, TITLE, blank.site.name, blank.at)


def _kept(sheet: Sheet, number: ReceiptNumber, blank: Blank, top: float, nth: int, of: int) -> None:
    """The part that stays at the counter until it is typed in."""
    _lines(sheet, _LEFT, top + 13.0, blank.site.name, 70.0, 9.5, Role.LABEL)
    sheet.text(_LEFT, top + 23.0, TITLE, Role.TITLE, 16, 2.0)
    _number(sheet, number, _KEPT_RIGHT, top + 9.0)
    y = _facts(sheet, top + 29.0)
    y = _materials(sheet, y)
    y += 6.2
    sheet.text(_LEFT, y, "服务方式：" + boxes((word, False) for word in _SERVICES), Role.BODY, 9.5)
    y += 7.4
    sheet.text(_LEFT, y, "收件时间：　　年　　月　　日　　时　　分", Role.BODY, 9.5)
    _rule(sheet, _LEFT + 74.0, y, "办理期限：", _KEPT_RIGHT)
    y += 9.0
    _rule(sheet, _LEFT, y, "收件人（签字）：", _LEFT + 60.0)
    _rule(sheet, _LEFT + 66.0, y, "交件人（签字）：", _KEPT_RIGHT)
    foot = top + _TALL - 8.0
    sheet.text(_LEFT, foot - 4.4, _KEPT_NOTE, Role.LABEL, 7.5)
    by = f"　打印人 {blank.clerk_name}" if blank.clerk_name else ""
    at_counter = f"　{blank.counter}" if blank.counter else ""
    _lines(sheet, _LEFT, foot, f"打印 {clock(blank.at)}{by}{at_counter}", 100.0, 7.5, Role.LABEL)
    sheet.right(_KEPT_RIGHT, foot, f"窗口留存　第 {nth}/{of} 张", Role.LABEL, 7.5)


_SERVICES = ("直接受理", "委托受理", "委托收件", "代办")


def _facts(sheet: Sheet, y: float) -> float:
    """Who and what, as lines to write on; returns where they end."""
    first = y
    for row in _FACTS:
        x = _LEFT
        for word, width in row:
            label = max(21.0, sheet.width_of(word, Role.LABEL, 9.5) + 4.0)
            sheet.text(x + 2.0, y + 5.5, word, Role.LABEL, 9.5)
            sheet.line(x + label, y, x + label, y + _ROW, HAIRLINE)
            x = x + label + width if width else _KEPT_RIGHT
            if width:
                sheet.line(x, y, x, y + _ROW, HAIRLINE)
        y += _ROW
        if y < first + _ROW * len(_FACTS) - 0.1:
            sheet.line(_LEFT, y, _KEPT_RIGHT, y, HAIRLINE)
    sheet.box(_LEFT, first, _KEPT_RIGHT - _LEFT, y - first, FRAME)
    return y + 2.0


def _materials(sheet: Sheet, y: float) -> float:
    """An empty list of what was taken; returns where it ends."""
    first, step = y, 6.4
    bottom = y + step * (_MATERIALS + 1)
    open_width = _KEPT_RIGHT - _LEFT - sum(width for _, width in _COLUMNS)
    x = _LEFT
    for word, width in _COLUMNS:
        if x > _LEFT:
            sheet.line(x, first, x, bottom, HAIRLINE)
        wide = width or open_width
        sheet.centred(x + wide / 2, y + 4.5, word, Role.LABEL, 9)
        if word.startswith("原件"):
            _ticks(sheet, x + wide / 2, y + 4.5, step)
        x += wide
    for row in range(1, _MATERIALS + 1):
        sheet.line(_LEFT, y + step * row, _KEPT_RIGHT, y + step * row, HAIRLINE)
        sheet.centred(_LEFT + 4.0, y + 4.5 + step * row, str(row), Role.LABEL, 9)
    sheet.box(_LEFT, first, _KEPT_RIGHT - _LEFT, bottom - first, FRAME)
    return bottom


def _ticks(sheet: Sheet, middle: float, baseline: float, step: float) -> None:
    for row in range(1, _MATERIALS + 1):
        sheet.centred(middle, baseline + step * row, f"{OPEN_BOX}原　{OPEN_BOX}复", Role.BODY, 9)


def _stub(sheet: Sheet, number: ReceiptNumber, blank: Blank, top: float) -> None:
    """What the citizen takes along."""
    y = top + 13.0
    y = _lines(sheet, _STUB_LEFT, y, blank.site.name, _RIGHT - _STUB_LEFT, 9.5, Role.LABEL)
    sheet.text(_STUB_LEFT, y + 4.5, "群众联", Role.TITLE, 14, 2.0)
    _number(sheet, number, _RIGHT, y + 9.0)
    y += 33.0
    for words in ("事项：", "", "姓名：", "时间：　　月　　日　　时", "材料共　　　份　　　页"):
        if words.endswith("：") or not words:
            _rule(sheet, _STUB_LEFT, y, words, _RIGHT)
        else:
            sheet.text(_STUB_LEFT, y, words, Role.BODY, 10)
        y += 9.4
    _rule(sheet, _STUB_LEFT, y, "收件人：", _RIGHT)
    y = _lines(sheet, _STUB_LEFT, y + 10.0, _STUB_NOTE, _RIGHT - _STUB_LEFT, 9.5, Role.KAI)
    phones = (("咨询", blank.site.phone), ("监督", blank.site.complaint_phone))
    for word, phone in phones:
        if phone.strip():
            y = _lines(sheet, _STUB_LEFT, y + 1.0, f"{word} {phone}", _RIGHT - _STUB_LEFT, 9.5, Role.LABEL)


def _number(sheet: Sheet, number: ReceiptNumber, right: float, y: float) -> None:
    """The bar code, and below it the number as it is read aloud."""
    bars = code128(number.digits)
    wide = code128_modules(bars) * _BAR
    sheet.bars(right - wide, y, bars, _BAR, 9.0)
    sheet.centred(right - wide / 2, y + 13.2, number.formatted, Role.STRONG, 9)


def _rule(sheet: Sheet, x: float, y: float, words: str, right: float) -> None:
    """Words, and a line to write on up to ``right``."""
    at = sheet.text(x, y, words, Role.BODY, 10) if words else x
    sheet.line(at + 0.5, y + 1.0, right, y + 1.0, 0.6)


def _lines(sheet: Sheet, x: float, y: float, words: str, width: float, size: float, role: Role) -> float:
    """Wrapped text; returns the baseline after the last line."""
    step = size * 1.35 / PT
    for line in break_lines(words, sheet.fonts, width * PT, size, role):
        draw_line(sheet, x, y, line, size)
        y += step
    return y
