"""The recovery sheet: the words that open the store when every password is forgotten. Kept on paper only."""

from __future__ import annotations

from datetime import date, datetime

from desk_app.papers.fonts import FontChain, Role
from desk_app.papers.pdf import write_pdf
from desk_app.papers.sheet import PT, Sheet
from desk_app.papers.subset import Ink

_WIDTH, _HEIGHT, _MARGIN = 148.0, 210.0, 14.0
_GROUPS_A_LINE = 4
_ADVICE = (
    "所有人的口令都忘了的时候，凭下面的字可以重新设置口令，数据不会丢。",
    "请锁进柜子，由负责人保管。不要拍照，不要存进电脑，不要和电脑放在一起。",
    "丢了或被别人看见过，请到“设置 › 人员”换一张，旧的立刻作废。",
)


def draw_recovery_sheet(site_name: str, words: str, at: datetime, day: date, fonts: FontChain) -> bytes:
    """A5, one page. ``words`` is the code in groups joined by hyphens."""
    ink = Ink(fonts)
    sheet = Sheet(ink, _WIDTH, _HEIGHT)
    y = 22.0
    sheet.text(_MARGIN, y, site_name, Role.STRONG, 11)
    y += 16
    title = "恢复单"
    sheet.text((_WIDTH - fonts.width(title, Role.TITLE, 22) / PT) / 2, y, title, Role.TITLE, 22)
    y += 14
    for line in _ADVICE:
        y = _wrapped(sheet, fonts, line, y) + 3
    groups = words.split("-")
    y += 8
    for at_group in range(0, len(groups), _GROUPS_A_LINE):
        line = "  ".join(groups[at_group : at_group + _GROUPS_A_LINE])
        sheet.text((_WIDTH - fonts.width(line, Role.STRONG, 20) / PT) / 2, y, line, Role.STRONG, 20)
        y += 13
    foot = f"打印 {day.isoformat()}　保管人（签字）：________________"
    sheet.text(_MARGIN, _HEIGHT - 16, foot, Role.BODY, 11)
    return write_pdf([sheet], ink, title, site_name, at)


def _wrapped(sheet: Sheet, fonts: FontChain, text: str, y: float) -> float:
    """Lines of at most the page's width; returns the place below the last."""
    room, line = (_WIDTH - 2 * _MARGIN) * PT, ""
    for char in text:
        if fonts.width(line + char, Role.BODY, 12) > room and char not in "，。、”":
            sheet.text(_MARGIN, y, line, Role.BODY, 12)
            line, y = "", y + 7
        line += char
    sheet.text(_MARGIN, y, line, Role.BODY, 12)
    return y + 7
