"""``desk-app case attach`` and ``case attachments``."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk_app import cli
from tests.commands.console import Console
from tests.commands.test_profile_verbs import case as application
from tests.exchange.picture_samples import saved, sheet


@pytest.fixture
def desk(console: Console) -> Console:
    console.make_profile("--device-number", "3")
    return console


@pytest.fixture
def number(desk: Console) -> str:
    return str(desk.signed_in("accept", given=application("1-1"))[0]["number"])


@pytest.fixture
def page(tmp_path: Path) -> str:
    file = tmp_path / "page.png"
    file.write_bytes(saved(sheet(), "PNG"))
    return str(file)


def test_pictures_from_a_script(desk: Console, number: str, page: str) -> None:
    (made,) = desk.signed_in("case", "attach", "--case", number, "--row", "2", "--file", page)
    assert (made["slot"], made["row"], made["pages"], made["grade"]) == ("material", 2, 1, "C")
    given = ("--paper", "ledger", "--grade", "B")
    desk.signed_in("case", "attach", "--case", number, "--file", page, *given)
    desk.signed_in(
        "case", "attachments", "--case", number, "--remove", made["attachment"], "--reason", "糊了"
    )
    listed = desk.signed_in("case", "attachments", "--case", number)
    assert [(line["slot"], line["grade"], line["removed"]) for line in listed] == [
        ("material", "C", "糊了"),
        ("ledger", "B", None),
    ]
    assert desk.signed_in("verify")[0]["ok"] is True


def test_a_copy_goes_out_marked_and_on_record(desk: Console, number: str, page: str, tmp_path: Path) -> None:
    given = ("--case", number, "--row", "2", "--file", page, "--grade", "B")
    (made,) = desk.signed_in("case", "attach", *given)
    out = tmp_path / "out.pdf"
    wanted = ("--export", made["attachment"], "--to", str(out), "--purpose", "送民政部门")
    (told,) = desk.signed_in("case", "attachments", "--case", number, *wanted)
    assert (told["file"], out.read_bytes()[:5]) == (str(out), b"%PDF-")
    common = {"action": "attachments", "case": number, "password-file": str(desk.password_file)}
    wrong = {**common, "export": made["attachment"], "purpose": "x", "to": str(tmp_path / "no" / "out.pdf")}
    _, answers = desk.batch("case", wrong, {**wrong, "export": "x"}, {**wrong, "purpose": " "})
    assert [answer["error"] for answer in answers] == [
        "file_not_written",
        "argument_not_type",
        "purpose_missing",
    ]


def test_what_is_given_wrong(desk: Console, number: str, page: str, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no picture")
    common = {"action": "attach", "case": number, "password-file": str(desk.password_file), "file": page}
    code, answers = desk.batch(
        "case",
        {**common, "row": 99},
        {**common, "row": 2, "file": str(bad)},
        {**common, "row": 2, "file": str(tmp_path / "none.jpg")},
        {**common, "row": 2, "grade": "E"},
        {**common, "paper": "dance"},
        {**common, "paper": "mandate"},
        {**common, "action": "attachments", "remove": "x", "reason": "y"},
    )
    assert code == cli.FAILED
    assert [answer["error"] for answer in answers] == [
        "no_such_material",
        "picture_kind",
        "picture_unreadable",
        "argument_not_type",
        "argument_not_type",
        "paper_not_printed",
        "argument_not_type",
    ]
    assert desk.signed_in("case", "attachments", "--case", number) == []
