"""The program ends in the middle of an intake, politely or not; the clerk goes on there (B18, F20)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from desk_app.domain.cases import CaseState
from desk_app.driving import let_run
from desk_app.services.intake import papers_due
from desk_app.ui.screens.intake.saving import SAVE_AFTER_MS
from tests.stories.counter import BENEFIT, PROOF, SUN, WANG, Counter
from tests.stories.typing_child import CITIZENS, typed_so_far

ROUNDS = int(os.environ.get("DESK_APP_KILL_ROUNDS", "3"))
"""How often the plug is pulled. A night of ``DESK_APP_KILL_ROUNDS=300`` is worth having before a release."""
ROOT = Path(__file__).parents[2]


def test_closing_in_a_half_typed_field_comes_back_to_it(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.start(BENEFIT)
    hands.scan(WANG.id_number)
    hands.fill(WANG.name)
    hands.type(WANG.phone[:6])
    hands.press("Left", "Left")
    counter.reopen()
    assert counter.page() == "intake"
    assert counter.place() == "phone"
    assert counter.form()["phone"] == WANG.phone[:6]
    assert counter.form()["name"] == WANG.name
    assert counter.running.program.intake_screen().view.boxes.fields["phone"].line.cursorPosition() == 4
    counter.hands.press("End")
    counter.hands.type(WANG.phone[6:])
    counter.hands.press("Return")
    counter.hands.fill(WANG.address)
    counter.hands.press("F4", "Ctrl+Return")
    case = counter.last_case()
    assert (case.applicant, case.state) == (WANG, CaseState.ACCEPTED)
    assert counter.lanes() == 0


def test_every_held_citizen_comes_back_and_no_committed_one(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.take_in(PROOF, SUN)
    hands.press("Ctrl+H")
    counter.accept(BENEFIT, WANG)
    before = [case.number for case in counter.cases()]
    counter.reopen()
    assert [case.number for case in counter.cases()] == before
    assert counter.lanes() == 1
    assert counter.form()["name"] == SUN.name


def test_a_draft_without_an_item_comes_back_too(counter: Counter) -> None:
    hands = counter.open_signed_in()
    hands.scan(WANG.id_number)
    hands.press("Return")
    assert "先选办什么事" in counter.words()
    counter.reopen()
    assert counter.lanes() == 1


def test_typing_without_a_pause_is_kept_too(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.take_in(BENEFIT, WANG)
    hands.press("Alt+B")
    asked, store = 0, counter.running.desk.open_store

    def kept() -> str:
        with store.read() as reader:
            return next(draft.form.remark for draft in reader.drafts.all() if draft.form is not None)

    while not kept():
        hands.type("1")
        let_run(SAVE_AFTER_MS // 3)
        asked += 1
        assert asked < 100, "a clerk who never pauses would lose everything"
    assert set(kept()) == {"1"}


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_pulling_the_plug_while_typing(counter: Counter, seed: int) -> None:
    said = _type_until_killed(counter.folder, seed)
    kept, committed = _last_kept(said), [line.split()[1] for line in said if line.startswith("committed")]
    counter.open_signed_in()
    numbers = [case.number for case in counter.cases()]
    assert len(set(numbers)) == len(numbers)
    for number in committed:
        assert numbers.count(number) == 1
    new = [case for case in counter.cases() if case.applicant.id_number in {p.id_number for p in CITIZENS}]
    assert len(committed) <= len(new) <= len(committed) + 1
    drafts = {lane.id for lane in counter.running.program.intake_screen().presenter.session.lanes.all}
    assert not drafts & {case.id for case in counter.cases()}
    if kept and len(new) == kept[0]:
        _same_place(counter, kept)
    _papers_still_come_out(counter)
    assert counter.running.desk.open_store.verify().ok


def _type_until_killed(folder: Path, seed: int) -> list[str]:
    """A desk in a process of its own, killed after so many words of its report."""
    command = [sys.executable, "-m", "tests.stories.typing_child", str(folder), str(seed)]
    patience = Random(seed).randint(2, 60)
    said: list[str] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        for line in child.stdout:
            said.append(line.strip())
            if len(said) >= patience:
                break
        child.kill()
        said += [line.strip() for line in child.stdout]
    assert said, "the child did not come to work"
    return [line for line in said if line]


def _last_kept(said: list[str]) -> tuple[int, int] | None:
    """(citizens before, characters of this one) that were on the disk before the kill."""
    kept = [line.split() for line in said if line.startswith("kept")]
    return (int(kept[-1][1]), int(kept[-1][2])) if kept else None


def _same_place(counter: Counter, kept: tuple[int, int]) -> None:
    """The citizen is there with at least what was kept, nothing garbled, and the cursor in its place."""
    citizen, characters = kept
    session = counter.running.program.intake_screen().presenter.session
    assert session.lanes.lane is not None
    count, place = typed_so_far(session.lanes.lane.form.applicant, CITIZENS[citizen])
    assert count >= characters
    assert counter.page() == "intake"
    assert counter.place() in place


def _papers_still_come_out(counter: Counter) -> None:
    """A case whose slip the kill took is printed now, under its own number."""
    for case in counter.cases():
        if not papers_due(case) or case.applicant not in CITIZENS:
            continue
        counter.running.program.open_case(case.id)
        counter.hands.calm()
        assert "再打一次" in counter.words()
        counter.hands.press("Ctrl+Return")
        again = next(one for one in counter.cases() if one.id == case.id)
        assert papers_due(again) == ()
        assert again.number == case.number
