"""A register says what was typed later, and where the paper is."""

from __future__ import annotations

from datetime import date

from desk_app.domain.back_entry import BackEntry, BackSource
from desk_app.domain.register_marks import foot_line, remark
from desk_app.domain.register_rows import RegisterRow, Source

ROW = RegisterRow(Source.CASE, "1", "事项", "张某某", date(2026, 11, 24), remark="老人")


def marked(back: BackEntry | None, words: str = "老人") -> str:
    return remark(
        RegisterRow(ROW.source, ROW.number, ROW.item, ROW.name, ROW.day, remark=words, back=back), None
    )


def test_the_place_of_the_paper_stands_before_the_remark() -> None:
    assert marked(None) == "老人"
    assert marked(BackEntry(BackSource.LEDGER, "3", "12", "5")) == "补录 册 3 页 12 号 5；老人"
    assert marked(BackEntry(BackSource.LEDGER, "3", "12"), "") == "补录 册 3 页 12"
    assert marked(BackEntry(BackSource.EMERGENCY), "") == "补录"


def test_the_foot_counts_them_where_there_are_any() -> None:
    assert foot_line(0, together=False) == ()
    assert foot_line(2, together=False)[0][1] == "2"
    assert foot_line(2, together=True) != foot_line(2, together=False)
