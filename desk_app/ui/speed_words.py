"""Sentences and words about entering many, entering later, and working without power."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

SPEED_SENTENCES: dict[str, str] = {
    "back_before_item": "那天还没有这个事项|它从 {since} 起办。请核对日期，或换一个事项。",
    "back_without_page": "还没填册和页|补录要写明在哪一册、哪一页，以后好核对。",
    "forms_out_of_range": "张数不对|一次可以留 1 到 {most} 张应急表。",
    "forms_reserved_twice": "这一批号已经留过了|请刷新后再看。",
    "form_not_reserved": "这不是应急表的编号|请核对编号，或照常收件。",
    "form_entered_already": "这张应急表已经录过了|按编号能查到那件办件。",
    "form_void_already": "这张应急表已经作废|作废的编号不再用，请核对编号。",
    "form_before_reserved": "时间早于这张表打印的时候|请核对收件时间。",
    "moment_unreadable": "时间没看懂|写成 14:30，或 11-24 14:30，或 2026-11-24。",
    "moment_without_time": "还要写几点几分|例：11-24 14:30。",
    "not_for_a_run": "这个事项现在不能一个接一个登记|材料有缺的、要容缺的，或不在本站办的，请在收件页上办。",
    "no_such_item_here": "没找到这个事项|换个说法，或输首字母。",
    "no_item_yet": "还没选事项|先填事项。",
    "field_empty": "还没填|填好再回车。",
    "taken_in_this_run": "这位刚才登记过了|确实再办一件，再按一次 Ctrl+Enter。",
    "run_not_accepted": "最后一件不是“已受理”，不能在这里撤回|请打开那件办件处理。",
    "no_such_forms": "没有这一批应急表|请刷新后再看。",
}

QUICK_SHORTCUTS: dict[str, str] = {
    "quick.run": "连续登记",
    "quick.next": "下一处、下一位",
    "quick.slips": "凭证怎么打",
    "quick.print": "凭证一起打",
    "quick.list": "到名单里",
    "quick.forms": "没录的应急表",
    "quick.new_forms": "留号打应急表",
    "quick.void": "作废这一张",
    "quick.void_all": "剩下的作废",
}

SPEED_WORDS: dict[str, dict[str, str]] = {
    "BackSource": {"ledger": "补录", "emergency": "应急补录"},
    "FormState": {"out": "没录", "entered": "已录", "void": "作废"},
}


def forms_words(count: int, *, late: bool) -> tuple[str, str]:
    """What the home page says of emergency forms that are still out."""
    heading = _said("还有 {n} 张应急表过了 24 小时没录") if late else _said("还有 {n} 张应急表没录")
    return heading.format(n=count), _said("按 Ctrl+K 输 >停电应急：照着录，或者作废。")


def often_words(names: Sequence[str]) -> str:
    """What others most often lacked, for the guide; nothing while nobody did."""
    return _said("别人常漏的：{names}").format(names=_said("、").join(names)) if names else ""


def _said(text: str) -> str:
    return QCoreApplication.translate("Speed", text)
