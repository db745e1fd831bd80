"""What the count of second visits says (B16)."""

from __future__ import annotations

TITLE = "为什么多跑一趟"
HEADINGS = ("事项", "缺的材料", "多少件", "缺在哪儿（件数）", "最近一次")
FIGURES = (
    ("多跑一趟的办件", "这段时间被告知缺材料或要补正的办件，每件只算一次，不含作废"),
    ("涉及材料", "按事项和材料分开数；同一件的同一份材料只算一次"),
)
