"""``desk-app case act``: an administrator's script leads cases through their life."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desk_app import cli
from tests.commands.console import Console
from tests.commands.test_profile_verbs import AT
from tests.commands.test_profile_verbs import case as application

Answer = dict[str, Any]


@pytest.fixture
def desk(console: Console) -> Console:
    console.make_profile("--device-number", "3")
    return console


@pytest.fixture
def number(desk: Console) -> str:
    return str(desk.signed_in("accept", given=application("1-1"))[0]["number"])


def do(desk: Console, number: str, act: str, **parts: Any) -> Answer:
    given = json.dumps({"case": number, "act": act, **parts}, ensure_ascii=False)
    (answer,) = desk.signed_in("case", "act", given=given)
    return answer


def refused(desk: Console, *lines: object) -> list[str]:
    given = [
        {"action": "act", "password-file": str(desk.password_file), **line}
        for line in lines
        if isinstance(line, dict)
    ]
    code, answers = desk.batch("case", *given)
    assert code == cli.FAILED
    assert all(answer["message"] for answer in answers)
    return [answer["error"] for answer in answers]


def test_a_life_from_handling_to_the_shelf(desk: Console, number: str) -> None:
    begun = do(desk, number, "begin")
    assert (begun["state"], begun["stage"], begun["clock"]) == ("accepted", "handling", "running")
    assert begun["line"]["code"] == "decided_by"
    assert "approve" in begun["acts"]
    paused = do(
        *(desk, number, "begin_special"),
        special="appraisal",
        basis="办法第三条",
        reason="等评定",
        most_days=20,
    )
    assert (paused["stage"], paused["clock"]) == ("suspended", "paused")
    assert paused["due"] > begun["due"]
    do(desk, number, "end_special", result="三级")
    ready = do(desk, number, "approve", result="高龄津贴", to_fetch=True)
    assert (ready["state"], ready["stage"], ready["due"]) == ("finished", "ready", None)
    do(desk, number, "deliver", way="counter", recipient="张某", id_checked=True, relation="child")
    do(desk, number, "rate", level="very_satisfied", channel="qr")
    assert do(desk, number, "archive", place="2026-3")["stage"] == "archived"
    assert desk.signed_in("cases")[0]["state"] == "finished"
    assert desk.signed_in("verify")[0]["ok"] is True


def test_supplements_from_a_script(desk: Console, number: str) -> None:
    do(desk, number, "withdraw_acceptance", reason="点错")
    lines = [{"number": 2, "problem": "看不清"}]
    asked = do(desk, number, "ask_supplement", lines=lines, due="2026-12-01")
    assert (asked["state"], asked["stage"], asked["due"]) == ("received", "supplementing", "2026-12-01")
    assert do(desk, number, "take_supplement", rows={"2": "copy"})["stage"] == "received"
    assert do(desk, number, "accept")["stage"] == "accepted"


def test_an_approval_and_a_stand_in_name_accounts(desk: Console, number: str) -> None:
    parts = {"reason": "录错人", "approver": "管理员"}
    covering = {"absent": "管理员", "first": "2026-11-24", "last": "2026-11-30"}
    assert refused(
        desk,
        {"case": number, "act": "void", "reason": "录错人"},
        {"case": number, "act": "void", "reason": "录错人", "approver": "没有这个人"},
        {"case": number, "act": "begin", "covering": covering},
        {"case": number, "act": "begin", "covering": {**covering, "last": "later"}},
        {"case": number, "act": "begin", "covering": "管理员"},
        {"case": number, "act": "extend", "days": 5, **parts},
    ) == [
        "argument_missing",
        "unknown_user",
        "stands_in_for_self",
        "argument_not_moment",
        "argument_not_type",
        "approver_is_handler",
    ]
    assert do(desk, number, "void", **parts)["stage"] == "voided"


def test_a_fact_is_corrected(desk: Console, number: str) -> None:
    do(desk, number, "correct", what="phone", new="139 0000 1111", reason="换号")
    assert desk.signed_in("cases", "--reveal")[0]["applicant"]["phone"] == "13900001111"
    assert refused(desk, {"case": number, "act": "correct", "what": "colour", "new": "a", "reason": "b"}) == [
        "argument_not_type"
    ]


def test_what_is_given_wrong_is_named_and_the_rest_goes_on(desk: Console, number: str) -> None:
    assert refused(
        desk,
        {"case": number, "act": "dance"},
        {"case": number, "act": "receive"},
        {"case": number, "act": "withdraw"},
        {"case": number, "act": "withdraw", "reason": 5},
        {"case": number, "act": "withdraw", "reason": " "},
        {"case": number, "act": "deliver", "way": "counter", "recipient": "张某"},
        {"case": number, "action": "sing", "act": "begin"},
        {"case": number, "act": "begin", "at": "2026-12-24T10:00"},
    ) == [
        "argument_not_type",
        "argument_not_type",
        "argument_missing",
        "argument_not_type",
        "reason_needed",
        "no_such_move",
        "argument_not_type",
        "act_in_future",
    ]


def test_in_words_and_back_dated(desk: Console, number: str) -> None:
    given = json.dumps({"case": number, "act": "withdraw", "reason": "不办了", "at": AT})
    code, told, _ = desk.run("case", "act", "--password-file", str(desk.password_file), given=given)
    assert code == cli.OK
    assert "stage: withdrawn" in told
