"""Emergency forms from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.commands.console import Console
from tests.papers.reading import text_of


@pytest.fixture
def desk(console: Console) -> Console:
    console.make_profile("--device-number", "3")
    return console


def do(desk: Console, *arguments: str) -> list[dict[str, Any]]:
    return desk.signed_in("emergency", *arguments)


def test_forms_are_written_listed_and_voided(desk: Console, tmp_path: Path) -> None:
    target = tmp_path / "forms.pdf"
    (made,) = do(desk, "forms", "--count", "3", "--out", str(target))
    assert len(made["numbers"]) == 3
    printed = text_of(target.read_bytes())
    assert all(number in printed for number in made["numbers"])
    out = do(desk, "out")
    assert [form["number"] for form in out] == made["numbers"]
    assert not any(form["late"] for form in out)
    gone = do(desk, "void", "--number", made["numbers"][0], "--reason", "写坏了")
    assert gone == [{"number": made["numbers"][0], "state": "void", "out": 2}]
    assert len(do(desk, "out")) == 2


def test_what_cannot_be_is_refused(desk: Console, tmp_path: Path) -> None:
    password = {"password-file": str(desk.password_file)}
    lines = (
        {"action": "forms", "count": 999, "out": str(tmp_path / "forms.pdf")},
        {"action": "void", "number": "371073-1-26328-001-93", "reason": "丢了"},
        {"action": "burn"},
    )
    _, answers = desk.batch("emergency", *(password | line for line in lines))
    assert [answer["error"] for answer in answers] == [
        "forms_out_of_range",
        "form_not_reserved",
        "argument_not_type",
    ]
