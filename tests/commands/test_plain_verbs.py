"""lookup, due, check and mask: what they answer, and the sentence for what they cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk_app import cli
from tests.commands.console import Console


def test_lookup_puts_the_own_list_first(console: Console) -> None:
    (answer,) = console.answers("lookup", "zdsh", "--site", "town", "--limit", "5")
    assert answer["q"] == "zdsh"
    assert answer["hits"][0] | {"why": ""} == {
        "id": "1-1",
        "name": "最低生活保障审核",
        "site": "town",
        "why": "",
    }
    assert len(answer["hits"]) == 5
    (village,) = console.answers("lookup", "困难残疾人生活补贴", "--site", "village")
    assert village["hits"][0]["site"] == "village"


def test_lookup_in_words(console: Console) -> None:
    code, out, _ = console.run("lookup", "老年证")
    assert code == cli.OK
    assert out.startswith("1-26\t《山东省老年优待证》办理\ttown\t")


def test_due_explains_every_day(console: Console) -> None:
    line = {
        "accepted": "2026-02-12T10:00",
        "days": 5,
        "unit": "working",
        "pauses": [["2026-02-16", "2026-02-20"]],
        "extension": 0,
    }
    code, (answer,) = console.batch("due", line)
    assert code == cli.OK
    assert answer["due"] == "2026-02-26"
    kinds = [day["kind"] for day in answer["explanation"]]
    assert kinds.count("start") == 1
    assert sum(day["index"] is not None for day in answer["explanation"]) == 5
    assert all(day["text"] for day in answer["explanation"])


def test_due_in_words_and_from_arguments(console: Console) -> None:
    code, out, _ = console.run("due", "2026-09-24T09:00", "--days", "5")
    assert code == cli.OK
    assert out.splitlines()[0] == "2026-10-09"


def test_an_open_pause_has_no_due_date(console: Console) -> None:
    line = {"accepted": "2026-11-02T10:00+08:00", "days": 5, "pauses": [["2026-11-03", None]]}
    assert console.batch("due", line)[1][0]["due"] is None


@pytest.mark.parametrize(
    ("kind", "value", "valid", "normalised"),
    [
        ("resident_id", "11010519491231002x", True, "11010519491231002X"),
        ("resident_id", "110105194912310021", False, ""),
        ("uscc", "91350100M000100Y43", True, "91350100M000100Y43"),
        ("uscc", "000000000000000000", False, ""),
        ("mobile", "+86 138-0000-0000", True, "13800000000"),
        ("name", "阿依古丽•买买提", True, "阿依古丽·买买提"),
        ("name", "张\u202e三", False, ""),
    ],
)
def test_check(console: Console, kind: str, value: str, valid: bool, normalised: str) -> None:
    (answer,) = console.answers("check", kind, value)
    assert (answer["valid"], answer["normalised"]) == (valid, normalised)
    assert (answer["reason"] is None) is valid
    _, told, _ = console.run("check", kind, value)
    assert told.strip()


@pytest.mark.parametrize(
    ("kind", "value", "masked"),
    [
        ("resident_id", "371073194912311234", "371073********1234"),
        ("name", "欧阳某某", "欧阳*"),
        ("mobile", "13812345678", "138****5678"),
        ("bank", "6222021234567890123", "***************0123"),
    ],
)
def test_mask(console: Console, kind: str, value: str, masked: str) -> None:
    assert console.answers("mask", kind, value) == [{"masked": masked}]
    assert console.run("mask", kind, value)[1].strip() == masked


def test_a_bad_line_gets_its_sentence_and_the_rest_goes_on(console: Console) -> None:
    good = {"type": "mobile", "value": "13800000000"}
    code, answers = console.batch("check", good, "{", "[]", "", {"type": "mobile"}, good)
    assert code == cli.FAILED
    assert [answer.get("error") for answer in answers] == [
        None,
        "not_json",
        "not_an_object",
        "argument_missing",
        None,
    ]
    assert all(answer["message"] for answer in answers if "error" in answer)


@pytest.mark.parametrize(
    ("verb", "line", "code"),
    [
        ("lookup", {"q": 5}, "argument_not_text"),
        ("lookup", {"q": "a", "limit": "many"}, "argument_not_number"),
        ("lookup", {"q": "a", "limit": True}, "argument_not_number"),
        ("lookup", {"q": "a", "site": "moon"}, "argument_not_tier"),
        ("due", {"days": 5}, "argument_missing"),
        ("due", {"accepted": "yesterday"}, "argument_not_moment"),
        ("due", {"accepted": "2026-01-05T10:00", "unit": "years"}, "argument_not_unit"),
        ("due", {"accepted": "2026-01-05T10:00", "pauses": ["x"]}, "argument_not_pauses"),
        ("due", {"accepted": "2026-01-05T10:00", "days": -1}, "limit_days"),
        ("check", {"type": "colour", "value": "red"}, "argument_not_type"),
        ("mask", {"type": "colour", "value": "red"}, "argument_not_type"),
    ],
)
def test_what_is_given_wrong_is_named(
    console: Console, verb: str, line: dict[str, object], code: str
) -> None:
    exit_code, (answer,) = console.batch(verb, line)
    assert exit_code == cli.FAILED
    assert answer["error"] == code
    assert "（" not in answer["message"] or answer["message"]


def test_a_batch_from_a_file(console: Console, tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"q":"gljt"}\n{"q":"老年证"}\n', encoding="utf-8")
    code, out, _ = console.run("lookup", "--batch", str(lines))
    assert code == cli.OK
    assert len(out.splitlines()) == 2


def test_version_and_unknown_verbs(console: Console, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as told:
        console.run("--version")
    assert told.value.code == 0
    assert "desk-app" in capsys.readouterr().out
    with pytest.raises(SystemExit) as refused:
        console.run("dance")
    assert refused.value.code == cli.USAGE
