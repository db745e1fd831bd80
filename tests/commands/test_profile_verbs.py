"""From init to restore, as an administrator's script would go."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from desk_app import cli
from tests.commands.console import Console

ZHANG = {
    "name": "张𠮷某",
    "id_type": "resident_id",
    "id_number": "11010519491231002X",
    "phone": "13800000000",
    "address": "示例镇东村",
}
AT = "2026-11-24T10:00"


def case(item: str = "1-19", **more: Any) -> str:
    plain = {"item": item, "applicant": ZHANG, "materials": "all", "at": AT, **more}
    return json.dumps(plain, ensure_ascii=False)


def words(file: str) -> str:
    document = pypdfium2.PdfDocument(file)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.fixture
def desk(console: Console) -> Console:
    console.make_profile("--device-number", "3", "--counter", "03 号窗口", "--phone", "0631-5550000")
    return console


def test_a_case_is_taken_in_and_its_slip_says_so(desk: Console) -> None:
    (answer,) = desk.signed_in("accept", given=case("1-1"))
    assert answer["state"] == "accepted"
    assert answer["number"].startswith("371073326328001")
    assert answer["due"] == "2027-01-05", "thirty working days by the statute"
    assert answer["beyond_calendar"] is True, "no notice for 2027 is loaded: its holidays are not known"
    assert [paper["kind"] for paper in answer["papers"]] == ["receipt", "acceptance"]
    told = words(answer["papers"][0]["file"])
    assert "张𠮷某" in told
    assert ZHANG["id_number"] not in told


def test_each_outcome_has_its_state(desk: Console) -> None:
    states = [
        desk.signed_in("accept", given=given)[0]["state"]
        for given in (
            case("1-19", materials={"1": "original", "2": "missing", "3": "copy", "4": "original"}),
            case("1-4"),
            case("1-1", materials={"1": "original"}),
        )
    ]
    assert states == ["noticed", "finished", "noticed"]


def test_a_deferred_paper_is_promised_by_a_day(desk: Console) -> None:
    marks = {"1": "original", "2": "original", "3": "original", "4": "original", "6": "deferred", "7": "copy"}
    (answer,) = desk.signed_in("accept", given=case("1-1", materials=marks))
    assert answer["state"] == "accepted"
    assert "容缺" in words(answer["papers"][1]["file"])


def test_a_proxy_needs_a_mandate(desk: Console) -> None:
    proxy = {"name": "李某某", "id_number": "440524188001010014", "relation": "child", "mandate": "written"}
    (answer,) = desk.signed_in("accept", given=case(proxy=proxy))
    assert answer["state"] == "accepted"
    code, _, err = desk.run(
        "accept", "--password-file", str(desk.password_file), given=case(proxy={**proxy, "mandate": "none"})
    )
    assert code == cli.FAILED
    assert err.strip()


def test_lists_are_masked_unless_revealed(desk: Console) -> None:
    desk.signed_in("accept", given=case())
    (masked,) = desk.signed_in("cases")
    assert masked["applicant"] == {"name": "张*", "id_number": "110105********002X", "phone": "138****0000"}
    (full,) = desk.signed_in("cases", "--reveal")
    assert full["applicant"]["id_number"] == ZHANG["id_number"]
    code, told, _ = desk.run("cases", "--password-file", str(desk.password_file))
    assert code == cli.OK
    assert "80周岁以上长寿老年人高龄津贴" in told


def test_a_slip_is_found_by_id_and_by_number(desk: Console, tmp_path: Path) -> None:
    (made,) = desk.signed_in("accept", given=case())
    for name in (made["case"], made["number"]):
        out = tmp_path / "slip.pdf"
        (answer,) = desk.signed_in("slip", name, "--paper", "receipt", "--out", str(out))
        assert answer["case"] == made["case"]
        assert out.read_bytes() == Path(made["papers"][0]["file"]).read_bytes()


def test_journal_and_projections_prove_themselves(desk: Console) -> None:
    desk.signed_in("accept", given=case())
    (verified,) = desk.signed_in("verify")
    assert verified["ok"] is True
    assert verified["cases"] == 1
    (rebuilt,) = desk.signed_in("rebuild")
    assert (rebuilt["ok"], rebuilt["cases"]) == (True, 1)
    assert rebuilt["entries"] == verified["entries"] + 1, "signing in is on record each time"


def test_a_backup_opens_elsewhere_with_the_same_password(desk: Console, tmp_path: Path) -> None:
    desk.signed_in("accept", given=case())
    backup = tmp_path / "b.deskbackup"
    desk.signed_in("backup", "--out", str(backup))
    elsewhere = tmp_path / "elsewhere"
    desk.answers("restore", str(backup), "--profile", str(elsewhere))
    (verified,) = desk.signed_in("verify", "--profile", str(elsewhere))
    assert (verified["ok"], verified["cases"]) == (True, 1)


def test_a_batch_signs_in_once_and_numbers_run_on(desk: Console) -> None:
    lines = "\n".join([case("1-19"), case("1-1"), '{"item":"9-9","applicant":{}}'])
    code, out, _ = desk.run("accept", "--password-file", str(desk.password_file), "--batch", "-", given=lines)
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == cli.FAILED
    assert [answer.get("number", "")[12:15] for answer in answers] == ["001", "002", ""]
    assert answers[2]["error"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("nonsense", "not_json"),
        ('{"item":"1-19"}', "argument_missing"),
        (case("9-9"), "no_such_item"),
        (case(materials={"77": "original"}), "no_such_material"),
        (case(materials={"1": "lost"}), "argument_not_materials"),
        (case(materials=["1"]), "argument_not_materials"),
        (case(proxy=5), "argument_missing"),
        (case(proxy={"name": "李某某", "id_number": "1", "relation": "ghost"}), "argument_not_type"),
        (case(applicant={**ZHANG, "id_type": "club_card"}), "argument_not_type"),
        (case(applicant={**ZHANG, "id_number": "110105194912310021"}), "field_invalid"),
        (case("2-1"), "not_done_here"),
        (case(at="soon"), "argument_not_moment"),
    ],
)
def test_a_bad_case_is_refused_in_words_and_leaves_nothing(desk: Console, given: str, code: str) -> None:
    line = given if given == "nonsense" else json.dumps(json.loads(given))
    exit_code, out, _ = desk.run(
        "accept", "--password-file", str(desk.password_file), "--batch", "-", given=line
    )
    (answer,) = [json.loads(told) for told in out.splitlines()]
    assert exit_code == cli.FAILED
    assert answer["error"] == code
    assert answer["message"]
    assert desk.signed_in("verify")[0]["cases"] == 0


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("slip", "nothing", "--out", "x.pdf"), "编号"),
        (("slip", "37107312632800193", "--out", "x.pdf"), "没"),
    ],
)
def test_what_is_not_there_is_said(desk: Console, arguments: tuple[str, ...], part: str) -> None:
    code, _, err = desk.run(*arguments, "--password-file", str(desk.password_file))
    assert code == cli.FAILED
    assert part in err


def test_init_refuses_what_cannot_be_a_site(console: Console) -> None:
    for more in (("--region-code", "37"), ("--point-code", "x")):
        code, _, err = console.run(
            *("init", "--site-name", "示例村", "--site-tier", "village", "--admin", "管理员"), *more
        )
        assert code == cli.FAILED
        assert err.strip()
    assert not console.profile.exists()


def test_a_missing_profile_or_password_file_is_said(console: Console, tmp_path: Path) -> None:
    code, _, err = console.run("verify")
    assert code == cli.FAILED
    assert err.strip()
    console.make_profile()
    code, _, err = console.run("verify", "--password-file", str(tmp_path / "none"))
    assert code == cli.FAILED
    assert err.strip()


def test_the_password_is_asked_for_when_no_file_is_given(desk: Console) -> None:
    assert desk.answers("verify") == [{"entries": 1, "cases": 0, "ok": True}]


def test_a_wrong_password_is_a_sentence(desk: Console, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("not-it-2026", encoding="utf-8")
    code, _, err = desk.run("verify", "--password-file", str(wrong))
    assert code == cli.FAILED
    assert "口令" in err
    assert "Traceback" not in err
