"""``desk-app handover``: a bag is filled, sent, counted and answered from a script."""

from __future__ import annotations

from typing import Any

import pytest

from desk_app import cli
from tests.commands.console import Console
from tests.commands.test_profile_verbs import case as application

Answer = dict[str, Any]


@pytest.fixture
def desk(console: Console) -> Console:
    console.make_profile("--device-number", "3")
    return console


def do(desk: Console, *arguments: str) -> Answer:
    (answer,) = desk.signed_in("handover", *arguments)
    return answer


def refused(desk: Console, *lines: Answer) -> list[str]:
    code, answers = desk.batch(
        "handover", *({"password-file": str(desk.password_file), **line} for line in lines)
    )
    assert code == cli.FAILED
    assert all(answer["message"] for answer in answers)
    return [answer["error"] for answer in answers]


def numbers(desk: Console, count: int) -> list[str]:
    return [str(desk.signed_in("accept", given=application("1-1"))[0]["number"]) for _ in range(count)]


def test_a_bag_with_one_envelope_missing(desk: Console) -> None:
    one, two, three = numbers(desk, 3)
    opened = do(desk, "open", "--to", "区民政部门", "--carrier", "post", "--express", "EMS1")
    batch = str(opened["number"])
    assert (opened["state"], opened["carrier"], opened["acts"]) == (
        *("open", "post"),
        ["add", "remove", "address", "send", "drop"],
    )
    for number in (one, two, three):
        do(desk, "add", "--bag", batch, "--case", number, "--remark", "急件")
    do(desk, "remove", "--bag", batch, "--case", three)
    added = do(desk, "add", "--bag", str(opened["batch"]), "--case", three)
    assert (added["cases"], [line["number"] for line in added["lines"]]) == (3, [one, two, three])
    sent = do(desk, "send", "--bag", batch)
    assert (sent["state"], sent["digest_holds"], len(str(sent["digest"]))) == ("sent", True, 64)
    counted = do(
        *(desk, "receive", "--bag", batch, "--signed-by", "钱某某", "--seen", one),
        *("--differing", f"{two}=申请表少一页", "--extra", "一本户口簿; 一张照片"),
        *("--absent", f"{three}=明早补送", "--remark", "雨天"),
    )
    assert (counted["state"], counted["missing"]) == ("received", {three: "明早补送"})
    assert counted["remark"] == "雨天"
    assert (counted["differing"], counted["extra"]) == ({two: "申请表少一页"}, ["一本户口簿", "一张照片"])
    settled = do(desk, "return", "--bag", batch, "--case", three, "--reason", "一直没到")
    assert (settled["state"], settled["lines"][2]["reason"]) == ("settled", "一直没到")
    assert {listed["number"] for listed in desk.signed_in("handover", "list")} == {batch}
    assert desk.signed_in("handover", "list", "--state", "open") == []
    assert desk.signed_in("verify")[0]["ok"] is True


def test_lists_and_pairs_as_json(desk: Console) -> None:
    one, two = numbers(desk, 2)
    batch = do(desk, "open", "--to", "区民政部门")["number"]
    sign_in = {"password-file": str(desk.password_file), "bag": batch}
    code, answers = desk.batch(
        "handover",
        {"action": "add", "case": one, **sign_in},
        {"action": "add", "case": two, **sign_in},
        {"action": "send", **sign_in},
        {"action": "receive", "signed-by": "钱某某", "seen": [], "refused": {one: "缺公章"}, **sign_in},
        {"action": "accept", "case": two, "signed-by": "孙某某", **sign_in},
    )
    assert code == cli.OK
    assert [answer["state"] for answer in answers] == ["open", "open", "sent", "received", "settled"]
    assert [line["state"] for line in answers[-1]["lines"]] == ["returned", "accepted"]


def test_a_bag_is_readdressed_dropped_and_sent_back_whole(desk: Console) -> None:
    (number,) = numbers(desk, 1)
    empty = do(desk, "open", "--to", "区民政部门")["number"]
    elsewhere = do(desk, "address", "--bag", empty, "--to", "区人社部门", "--carrier", "electronic")
    assert (elsewhere["to"], elsewhere["carrier"]) == ("区人社部门", "electronic")
    dropped = do(desk, "drop", "--bag", empty, "--reason", "开错了")
    assert (dropped["state"], dropped["dropped"], dropped["acts"]) == ("dropped", "开错了", [])
    batch = do(desk, "open", "--to", "区民政部门")["number"]
    do(desk, "add", "--bag", batch, "--case", number)
    do(desk, "send", "--bag", batch)
    back = do(desk, "return-all", "--bag", batch, "--reason", "送错地方了")
    assert (back["state"], back["lines"][0]["reason"]) == ("settled", "送错地方了")


def test_originals(desk: Console) -> None:
    (number,) = numbers(desk, 1)
    codes = refused(desk, {"action": "take", "case": number, "material": 99}, {"action": "take"})
    assert codes == ["no_such_material", "argument_missing"]
    keepable = next(row for row in range(1, 20) if _takes(desk, number, row))
    (held,) = desk.signed_in("handover", "originals")
    assert (held["material"], held["state"]) == (keepable, "held")
    given = do(desk, "give-back", "--case", number, "--material", str(keepable), "--to", "张某某")
    assert (given["state"], given["holder"]) == ("given_back", "张某某")
    assert do(desk, "check", "--case", number, "--material", str(keepable))["state"] == "checked"
    assert refused(desk, {"action": "give-back", "case": number, "to": "张某某"}) == ["argument_missing"]


def _takes(desk: Console, number: str, row: int) -> bool:
    line = {"action": "take", "case": number, "material": row, "password-file": str(desk.password_file)}
    _, (answer,) = desk.batch("handover", line)
    return "error" not in answer


def test_what_is_given_wrong_is_named(desk: Console) -> None:
    batch = do(desk, "open", "--to", "区民政部门")["number"]
    assert refused(
        desk,
        {"action": "dance"},
        {"action": "open"},
        {"action": "open", "to": "民政", "carrier": "balloon"},
        {"action": "open", "to": "民政", "to-site": "there"},
        {"action": "add", "bag": "B9", "case": "371"},
        {"action": "add", "bag": batch, "case": "371"},
        {"action": "receive", "bag": batch, "signed-by": "钱某某", "seen": 5},
        {"action": "receive", "bag": batch, "signed-by": "钱某某", "seen": [5]},
        {"action": "receive", "bag": batch, "signed-by": "钱某某", "refused": ["x"]},
        {"action": "list", "state": "lost"},
    ) == [
        "argument_not_type",
        "argument_missing",
        "argument_not_type",
        "argument_not_type",
        "no_such_batch",
        "receipt_too_short",
        "argument_not_type",
        "argument_not_type",
        "argument_not_type",
        "argument_not_type",
    ]


def test_in_words(desk: Console) -> None:
    code, told, _ = desk.run(
        *("handover", "open", "--to", "区民政部门", "--password-file", str(desk.password_file))
    )
    assert code == cli.OK
    assert "to: 区民政部门" in told
