"""What the page says that takes over an old ledger."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desk_app.domain.worktime import local_day
from desk_app.ui.screens.registers.calls import LedgerLook, TakenBefore
from desk_app.ui.words import word


def column_words(headings: Sequence[str]) -> list[str]:
    """What can be picked for a field: no column, or one of the sheet's."""
    columns = (_said("第 {n} 列　{heading}").format(n=at, heading=h) for at, h in enumerate(headings, 1))
    return [_said("没有这一列"), *columns]


def verdict(look: LedgerLook) -> tuple[str, str]:
    """What would come of it, and what to do."""
    if look.taken_already:
        return _said("这份台账已经导入过"), _said("要重新导入，先在下面选中它，按 Del 撤销。")
    if look.absent:
        absent = _said("、").join(word(known) for known in look.absent)
        return _said("还没找到：{what}").format(what=absent), _said("在左边指一下是哪一列。")
    if look.problems:
        heading = _said("有 {n} 处不对，一行也没有导入").format(n=len(look.problems))
        return heading, _said("照着下面改好表格，存一下，回到文件那一栏按回车重看。")
    if not look.lines:
        return _said("表格里没有内容"), _said("请核对是不是选错了文件。")
    heading = _said("可以导入 {n} 行").format(n=look.lines)
    skipped = _said("跳过空行 {n} 行。").format(n=look.skipped) if look.skipped else ""
    return heading, skipped + _said("导入后标“旧台账”，只作历史，不编号、不计时限。")


def before_words(one: TakenBefore) -> tuple[str, ...]:
    """An earlier import as a row."""
    how = _said("已撤销：{why}").format(why=one.reason) if one.undone else _said("在用")
    return (local_day(one.at).isoformat(), one.name, _said("{n} 行").format(n=one.lines), how)


def _said(text: str) -> str:
    return QCoreApplication.translate("Registers", text)
