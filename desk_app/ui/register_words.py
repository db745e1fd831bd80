"""Words for the keys of the registers screen (see ``words``)."""

from __future__ import annotations

REGISTER_KEYS: dict[str, str] = {
    "go.registers": "台账",
    "registers.period": "换时段",
    "registers.next": "下一种台账",
    "registers.previous": "上一种台账",
    "registers.filter": "筛选",
    "registers.export": "导出",
    "registers.print": "打印",
    "registers.new": "导入旧账",
    "registers.undo": "撤销导入",
}
