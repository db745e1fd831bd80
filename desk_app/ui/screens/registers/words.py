"""What the registers screen says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.domain.ledger import Problem
from desk_app.ui.screens.registers.asking import RETURNS, Period, Shown
from desk_app.ui.screens.registers.calls import Left
from desk_app.ui.words import word, word_for

_PERIODS = {
    Period.THIS_MONTH: "本月",
    Period.LAST_MONTH: "上月",
    Period.QUARTER: "本季度",
    Period.YEAR: "本年",
    Period.CHOSEN: "自选月份",
}
KIND_ICONS = {
    "cases": "list",
    "village": "house-line",
    "refused": "prohibit",
    "overdue": "hourglass-medium",
    "taken_in": "tray",
    "supplemented": "plus-circle",
    "deferred": "clock",
    "handed_over": "truck",
    "originals": "identification-card",
    "delivered": "handshake",
    "ended": "arrow-counter-clockwise",
    RETURNS: "question",
}


def period_word(period: Period) -> str:
    """A stretch of time."""
    return _said(_PERIODS[period])


def kind_word(key: str) -> str:
    """A register by its name."""
    return _said("为什么多跑一趟") if key == RETURNS else word_for("RegisterKind", key)


def count_words(shown: Shown) -> str:
    """How many lines, and whether that is the latest."""
    if shown.reading:
        return _said("正在读，已读 {n} 件").format(n=shown.done)
    total = len(shown.read.lines)
    text = _said("共 {n} 行").format(n=total)
    if shown.matching != total:
        text = _said("{n} 行，共 {total} 行").format(n=shown.matching, total=total)
    return text + (_said("，有新变化，按 F5 刷新") if shown.stale else "")


def left_words(left: Left) -> str:
    """Where a register went."""
    if left.pages:
        return _said("台账打好了：{n} 行，{pages} 页").format(n=left.lines, pages=left.pages)
    how = _said("号码已遮挡") if left.masked else _said("完整号码，已记录")
    return _said("导出好了：{n} 行，{how}，在 {path}").format(n=left.lines, how=how, path=left.path)


def problem_words(problem: Problem) -> tuple[str, str, str]:
    """Where it is and what is wrong, as a row of a table."""
    where = _said("第 {row} 行").format(row=problem.row)
    column = _said("第 {n} 列").format(n=problem.column) if problem.column else ""
    return where, f"{word(problem.field)}{f'（{column}）' if column else ''}", word(problem.flaw)


def taken_words(name: str, lines: int) -> str:
    """An old ledger is in."""
    return _said("导入好了：{name}，{n} 行旧账，导错了可以撤销").format(name=name, n=lines)


def undone_words(name: str) -> str:
    """It is out again."""
    return _said("撤销了：{name} 的旧账不再显示").format(name=name)


def holds_focus(pane: QWidget) -> bool:
    """Whether the keyboard is somewhere inside."""
    focus = QApplication.focusWidget()
    return focus is not None and pane.isAncestorOf(focus)


def _said(text: str) -> str:
    return QCoreApplication.translate("Registers", text)
