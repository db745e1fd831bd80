"""Sentences and words about entering many, entering later, and working without power."""

from __future__ import annotations

SPEED_SENTENCES: dict[str, str] = {
    "back_before_item": "那天还没有这个事项|它从 {since} 起办。请核对日期，或换一个事项。",
    "back_without_page": "还没填册和页|补录要写明在哪一册、哪一页，以后好核对。",
    "forms_out_of_range": "张数不对|一次可以留 1 到 {most} 张应急表。",
    "forms_reserved_twice": "这一批号已经留过了|请刷新后再看。",
    "form_not_reserved": "这不是应急表的编号|请核对编号，或照常收件。",
    "form_entered_already": "这张应急表已经录过了|按编号能查到那件办件。",
    "form_void_already": "这张应急表已经作废|作废的编号不再用，请核对编号。",
    "form_before_reserved": "时间早于这张表打印的时候|请核对收件时间。",
    "no_such_forms": "没有这一批应急表|请刷新后再看。",
}

SPEED_WORDS: dict[str, dict[str, str]] = {
    "BackSource": {"ledger": "补录", "emergency": "应急补录"},
    "FormState": {"out": "没录", "entered": "已录", "void": "作废"},
}
