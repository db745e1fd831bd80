"""``desk-app register`` and ``import``: registers go out, old ledgers come in, from a script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desk_app import cli
from tests.commands.console import Console
from tests.commands.test_profile_verbs import case as application

Answer = dict[str, Any]
LEDGER = "日期,姓名,事项,身份证号\n2026-11-03,李某某,老年证,11010519491231002X\n2019/5/7,王某某,高龄津贴,\n"


@pytest.fixture
def desk(console: Console) -> Console:
    console.make_profile("--device-number", "3")
    return console


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "旧台账.csv"
    path.write_text(LEDGER, encoding="utf-8")
    return path


def refused(desk: Console, verb: str, *lines: Answer) -> list[str]:
    code, answers = desk.batch(verb, *({"password-file": str(desk.password_file), **line} for line in lines))
    assert code == cli.FAILED
    assert all(answer["message"] for answer in answers)
    return [answer["error"] for answer in answers]


def test_a_month_goes_out_masked_and_in_full(desk: Console, tmp_path: Path) -> None:
    number = desk.signed_in("accept", given=application("1-1"))[0]["number"]
    target = tmp_path / "11.csv"
    (done,) = desk.signed_in("register", "export", "--month", "2026-11", "--out", str(target))
    assert (done["lines"], done["masked"], done["figures"]["办件量"]) == (1, True, "1")
    masked = target.read_text("utf-8-sig")
    assert number in masked
    assert "已受理" in masked
    (full,) = desk.signed_in(
        *("register", "export", "--month", "2026-11", "--out", str(target)),
        *("--reveal", "--purpose", "年底核对"),
    )
    assert full["masked"] is False
    assert masked != target.read_text("utf-8-sig")
    assert refused(
        *(desk, "register"),
        {"action": "export", "month": "2026-11", "out": str(target), "reveal": True},
    ) == ["purpose_missing"]


def test_lines_and_figures(desk: Console, ledger: Path) -> None:
    number = desk.signed_in("accept", given=application("1-1"))[0]["number"]
    desk.signed_in("import", "run", "--file", str(ledger))
    old, case = desk.signed_in("register", "show", "--month", "2026-11")
    assert (old["name"], old["source"], old["registered_at"]) == ("李*", "旧台账", "2026-11-03")
    assert (case["number"], case["registered_at"]) == (number, "2026-11-24T10:00:00+08:00")
    (told,) = desk.signed_in("register", "figures", "--month", "2026-11", "--kind", "village")
    assert (told["figures"]["received"], told["figures"]["on_time_rate"]) == (2, None)
    assert "÷" in told["told"]["按时办结率"]


def test_an_old_ledger_comes_in_and_goes_again(desk: Console, ledger: Path) -> None:
    (look,) = desk.signed_in("import", "preview", "--file", str(ledger))
    assert (look["lines"], look["wrong"], look["absent"], look["heading"]) == (2, 0, [], 1)
    assert look["columns"] == {"day": 1, "name": 2, "item": 3, "id_number": 4}
    assert look["samples"][0] == {"day": "2026-11-03", "name": "李*", "item": "老年证"}
    (taken,) = desk.signed_in("import", "run", "--file", str(ledger), "--columns", "id_number=0")
    assert (taken["lines"], taken["file"], taken["undone_at"]) == (2, "旧台账.csv", None)
    assert refused(desk, "import", {"action": "run", "file": str(ledger)}) == ["ledger_taken_already"]
    (undone,) = desk.signed_in("import", "undo", "--import", taken["import"], "--reason", "导错了")
    assert (undone["undone_at"], undone["reason"]) == ("2026-11-24T10:00:00+08:00", "导错了")
    assert desk.signed_in("import", "list") == [undone]
    assert desk.signed_in("register", "show", "--month", "2026-11") == []
    assert desk.signed_in("verify")[0]["ok"] is True


def test_what_is_wrong_is_shown_before_it_is_tried(desk: Console, ledger: Path) -> None:
    ledger.write_text(LEDGER + "去年,,老年证,\n", encoding="utf-8")
    (look,) = desk.signed_in("import", "preview", "--file", str(ledger))
    assert [(found["row"], found["field"], found["flaw"]) for found in look["problems"]] == [
        (4, "day", "not_a_day"),
        (4, "name", "empty"),
    ]
    assert look["problems"][0]["message"].startswith("日期：")
    assert refused(desk, "import", {"action": "run", "file": str(ledger)}) == ["ledger_rows_wrong"]


def test_what_is_given_wrong_is_named(desk: Console, ledger: Path) -> None:
    assert refused(
        *(desk, "register"),
        {"action": "burn", "month": "2026-11"},
        {"action": "show", "month": "November"},
        {"action": "show", "month": "2026-13"},
        {"action": "show", "month": "2026-11", "kind": "x"},
        {"action": "export", "month": "2026-11", "out": "a.pdf"},
    ) == ["argument_not_type", "month_invalid", "month_invalid", "argument_not_type", "register_kind"]
    file = str(ledger)
    assert refused(
        *(desk, "import"),
        {"action": "burn"},
        {"action": "preview", "file": file + "x"},
        {"action": "preview", "file": file, "columns": "colour=1"},
        {"action": "preview", "file": file, "columns": "name=x"},
        {"action": "preview", "file": file, "columns": ["name"]},
        {"action": "preview", "file": file, "columns": {"name": [1]}},
        {"action": "run", "file": file, "columns": {"name": None}},
        {"action": "undo", "import": "x", "reason": "y"},
    ) == [
        "argument_not_type",
        "ledger_unreadable",
        *["argument_not_type"] * 4,
        "ledger_columns_missing",
        "argument_not_type",
    ]
