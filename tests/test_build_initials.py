"""The table of initials is what the converter makes of pypinyin's dictionary."""

from __future__ import annotations

from installers import build_initials


def test_the_committed_table_is_up_to_date() -> None:
    assert build_initials.TARGET.read_text(encoding="utf-8") == build_initials.table()


def test_surnames_keep_both_readings() -> None:
    lines = {line[0]: line[1:] for line in build_initials.table().splitlines()}
    assert "曾" in lines["c"]
    assert "曾" in lines["Z"]
    assert "张" in lines["z"]
