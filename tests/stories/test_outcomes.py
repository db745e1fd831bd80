"""What an application can come to: only received, done at once, promised for later, told what is missing."""

from __future__ import annotations

import pytest

from desk_app.domain.cases import CaseState
from desk_app.domain.documents import DocumentKind
from desk_app.domain.numbers import ReceiptNumber
from tests.stories.counter import BIRTH, PENSION, PROOF, RELIEF, WANG, Counter


def kinds(counter: Counter) -> list[DocumentKind]:
    return [paper.kind for paper in counter.last_case().documents]


def test_an_item_that_is_only_received_here_is_never_accepted(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.take_in(PENSION, WANG)
    hands.press("F4")
    assert "受理" not in counter.running.program.intake_screen().view.acts.primary.text()
    hands.press("Ctrl+Return")
    case = counter.last_case()
    assert (case.state, case.accepted_at) == (CaseState.RECEIVED, None)
    assert kinds(counter) == [DocumentKind.RECEIPT]
    assert not counter.papers("acceptance")
    assert "仅证明收到材料" in counter.paper("receipt")
    hands.press("Ctrl+Z")
    assert counter.last_case().state is CaseState.RECEIVED
    assert "撤回" not in counter.words()


def test_what_is_done_at_once_leaves_one_slip(counter: Counter) -> None:
    counter.open_signed_in()
    case = counter.accept(PROOF, WANG)
    assert (case.state, case.finished_at) == (CaseState.FINISHED, case.accepted_at)
    assert kinds(counter) == [DocumentKind.COMPLETION]
    assert len(counter.papers()) == 1
    assert "办结凭单" in counter.paper("completion")


def test_what_is_done_at_once_is_still_told_what_is_missing(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.take_in(PROOF, WANG)
    hands.press("F4")
    hands.type("1q")
    hands.press("Ctrl+Return")
    case = counter.last_case()
    assert (case.state, kinds(counter)) == (CaseState.NOTICED, [DocumentKind.NOTICE])
    assert "".join(case.missing[0].name.split()) in counter.paper("notice")
    assert not counter.papers("receipt")


def test_a_paper_that_may_come_later_is_promised_by_a_day(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.take_in(BIRTH, WANG)
    hands.press("F4")
    hands.type("2r3r")
    hands.press("Ctrl+Return")
    case = counter.last_case()
    assert case.state is CaseState.ACCEPTED
    assert {row.number for row in case.deferred} == {2, 3}
    assert case.promise_by is not None
    notice = counter.paper("acceptance")
    assert "容缺受理" in notice
    assert f"{case.promise_by.month}月{case.promise_by.day}日" in notice or f"{case.promise_by}" in notice
    assert "材料齐全、符合要求" not in notice
    hands.press("Ctrl+3", "Down", "Return")
    assert "补交 2 份容缺材料" in counter.words()


@pytest.mark.parametrize("by", ["code", "bars"])
def test_who_was_told_what_is_missing_comes_back_with_it(counter: Counter, by: str) -> None:
    hands = counter.open_signed_in()
    counter.take_in(RELIEF, WANG)
    hands.press("F4")
    hands.type("3q")
    hands.press("Ctrl+Return")
    case = counter.last_case()
    assert (case.state, kinds(counter)) == (CaseState.NOTICED, [DocumentKind.NOTICE])
    told = counter.paper("notice")
    missing, brought = told.split("来时一并带上")
    assert "".join(case.missing[0].name.split()) in missing
    for row in case.materials:
        assert row in case.missing or "".join(row.name.split()) not in missing
    assert "".join(case.materials[0].name.split()) in brought
    counter.clock.pass_by(days=1)
    with counter.running.desk.open_store.read() as reader:
        code = str(reader.cases.last_act(case.id)) if by == "code" else case.number
    hands.scan(code)
    assert counter.page() == "cases"
    assert ReceiptNumber.parse(case.number).formatted in counter.words()
    hands.press("Ctrl+Return")
    assert counter.page() == "intake"
    assert counter.form()["name"] == WANG.name
    hands.press("F4", "Ctrl+Return")
    again = counter.last_case()
    assert (again.id, again.number, again.state) == (case.id, case.number, CaseState.ACCEPTED)
    assert len(counter.cases()) == 4
    assert not again.missing
    assert ReceiptNumber.parse(case.number).formatted.replace(" ", "") in counter.paper("receipt")


def test_the_same_person_and_item_again_is_shown_not_hidden(counter: Counter) -> None:
    hands = counter.open_signed_in()
    case = counter.accept(RELIEF, WANG)
    counter.start(RELIEF)
    hands.scan(WANG.id_number)
    assert f"这位有一件同样的还没办完：{ReceiptNumber.parse(case.number).formatted}" in counter.words()
    hands.press("Return")
    assert (counter.page(), counter.lanes()) == ("cases", 1)
    assert len(counter.cases()) == 4


def test_a_press_with_a_gap_leads_to_it_and_never_opens_a_box(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.start(RELIEF)
    hands.press("Ctrl+Return")
    assert counter.place() == "id_number"
    hands.scan(WANG.id_number)
    hands.press("Ctrl+Return")
    assert counter.place() == "name"
    hands.fill(WANG.name)
    hands.press("Ctrl+Return")
    assert counter.place() == "materials"
    assert len(counter.cases()) == 3
