"""The power goes between commit and paper: the case stands, the paper comes later, nothing is doubled."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desk_app.domain.cases import CaseState
from desk_app.domain.documents import DocumentKind
from desk_app.domain.numbers import ReceiptNumber
from tests.stories.counter import BENEFIT, WANG, Counter

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("prints", [0, 1])
def test_a_kill_at_the_printer_loses_only_paper(counter: Counter, prints: int) -> None:
    """Killed at the first paper, or at the second."""
    command = [sys.executable, "-m", "tests.stories.dying_printer", str(counter.folder), str(prints)]
    gone = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert gone.returncode not in (0, 1), gone.stderr
    hands = counter.open_signed_in()
    case = counter.last_case()
    assert (case.applicant, case.state) == (WANG, CaseState.ACCEPTED)
    assert counter.lanes() == 0, "the draft went into the case"
    hands.press("Ctrl+3", "Down", "Return")
    assert ReceiptNumber.parse(case.number).formatted in counter.words()
    assert "再打一次" in counter.words()
    hands.press("Ctrl+Return")
    assert "再打一次" not in counter.words()
    case = counter.last_case()
    assert [paper.kind for paper in case.documents] == [DocumentKind.RECEIPT, DocumentKind.ACCEPTANCE]
    assert len(counter.cases()) == 4, "three of last month, and this one"
    for kind in ("receipt", "acceptance"):
        paper = counter.paper(kind)
        assert ReceiptNumber.parse(case.number).formatted.replace(" ", "") in paper
        assert "补打" not in paper, "nobody has had one before"


def test_a_folder_that_refuses_is_told_and_nothing_is_lost(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.profile.printed_folder.write_text("a file where the folder should be")
    case = counter.accept(BENEFIT, WANG)
    words = counter.words()
    assert "凭证没存进文件夹" in words
    assert "已经存好，不用重新填" in words
    assert ReceiptNumber.parse(case.number).formatted in words
    counter.profile.printed_folder.unlink()
    hands.press("Ctrl+3", "Down", "Return")
    assert "再打一次" in counter.words()
    hands.press("Ctrl+Return")
    again = counter.last_case()
    assert (again.id, again.number) == (case.id, case.number)
    assert len(counter.cases()) == 4
    assert [paper.kind for paper in again.documents] == [DocumentKind.RECEIPT, DocumentKind.ACCEPTANCE]
    assert [paper.printed for paper in again.documents] == [1, 1]
    assert "补打" not in counter.paper("receipt")
    assert "凭证没存进文件夹" not in counter.words(), "it was mended"
