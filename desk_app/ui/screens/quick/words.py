"""What the quick page says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.domain.numbers import ReceiptNumber
from desk_app.ui import messages
from desk_app.ui.screens.quick.lines import Mode
from desk_app.ui.screens.quick.settling import Ask
from desk_app.ui.screens.quick.state import Fate, Row, Shown
from desk_app.ui.theme.look import Tone
from desk_app.ui.words import word


def tr(text: str) -> str:
    """Wrapped for translation."""
    return QCoreApplication.translate("Quick", text)


TITLES = {Mode.RUN: "连续登记", Mode.LEDGER: "补录纸质台账", Mode.FORM: "停电应急"}
ABOUT = {
    Mode.RUN: "事项和材料不变，一人一行：号码、姓名、回车，接着下一位。",
    Mode.LEDGER: "照着台账一行一行录，时间填当时的；期限从当时算起，处处标“补录”。",
    Mode.FORM: "扫应急表上的编号，照着录；时间填当时的。恢复后 24 小时内录完。",
}
LABELS = {
    "item": "事项",
    "number": "应急表编号",
    "book": "册",
    "page": "页",
    "line": "号",
    "when": "收件时间",
    "id_number": "证件号码",
    "name": "姓名",
    "phone": "手机号",
    "remark": "备注",
}
EXAMPLES = {
    "item": "首字母或名称",
    "number": "扫码，或照着输",
    "when": "例：14:30；11-24 14:30",
    "id_number": "刷卡，或照着输",
    "remark": "可以不填",
    "phone": "可以不填",
}
LEDGER_WHEN = "例：2026-03-02"
ASKS = {
    Ask.WITHDRAW: ("撤回 {about} 的受理？写明原因，办件会留下记录。", "例：证件看错了", "撤回这次受理"),
    Ask.VOID: ("作废应急表 {about}？写明原因，编号不再用。", "例：写坏了；没用上", "作废"),
    Ask.VOID_ALL: ("作废没录的 {about} 张应急表？写明原因，编号不再用。", "例：没用上", "全部作废"),
    Ask.COUNT: ("留几个号、打几张应急表？", "例：20", "留号并打印"),
}
_FATES = {
    Fate.SAVING: ("正在存", Tone.GREY),
    Fate.FAILED: ("没登记上", Tone.RED),
    Fate.WITHDRAWN: ("已撤回", Tone.GREY),
}


def fate(row: Row) -> str:
    """Where a line stands, in a word."""
    if row.case is not None and row.fate is Fate.TAKEN:
        return word(row.case.state)
    return tr(_FATES[row.fate][0])


def fate_tone(row: Row) -> Tone:
    """Its colour."""
    return Tone.GREEN if row.fate is Fate.TAKEN else _FATES[row.fate][1]


def detail(row: Row) -> str:
    """What else is to be said of a line."""
    if row.error is not None:
        return messages.sentence(row.error) + tr("回车改这一行。")
    return row.problem


def number(row: Row) -> str:
    """The receipt number, once there is one."""
    return "" if row.case is None else ReceiptNumber.parse(row.case.number).formatted


def counted(shown: Shown) -> str:
    """已登记 12 位."""
    unit = tr("位") if shown.work.mode is Mode.RUN else tr("件")
    return tr("已登记 {n} {unit}").format(n=shown.count, unit=unit)


def left(shown: Shown) -> str:
    """How many forms are still out."""
    if not shown.out:
        return tr("应急表都录完了")
    late = sum(form.late for form in shown.out)
    words = tr("还有 {n} 张没录").format(n=len(shown.out))
    return tr("{words}，{late} 张过了 24 小时").format(words=words, late=late) if late else words
