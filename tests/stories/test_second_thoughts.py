"""A paper once more, and an acceptance taken back."""

from __future__ import annotations

from desk_app.domain.cases import CaseState
from desk_app.domain.documents import DocumentKind
from tests.papers.reading import text_of
from tests.stories.counter import BENEFIT, WANG, Counter


def test_a_lost_slip_is_printed_again_counted_and_told(counter: Counter) -> None:
    hands = counter.open_signed_in()
    case = counter.accept(BENEFIT, WANG)
    first = set(counter.papers("receipt"))
    hands.press("Ctrl+3", "Down", "Return", "Ctrl+P")
    (again,) = set(counter.papers("receipt")) - first
    assert "补打第1次" in text_of(again.read_bytes())
    assert "打好了：" in counter.words()
    hands.press("Ctrl+P")
    assert len(counter.papers("receipt")) == 3
    receipt = counter.last_case().document(DocumentKind.RECEIPT)
    assert receipt is not None
    assert receipt.printed == 3
    with counter.running.desk.open_store.read() as reader:
        told = [type(entry.event).__name__ for entry in reader.cases.timeline(case.id)]
    assert told.count("DocumentReprinted") == 2
    assert "补打" in counter.words()


def test_an_acceptance_is_taken_back_within_five_minutes_for_a_reason(counter: Counter) -> None:
    hands = counter.open_signed_in()
    case = counter.accept(BENEFIT, WANG)
    counter.clock.pass_by(minutes=4)
    hands.press("Ctrl+Z", "Return")
    assert counter.last_case().state is CaseState.ACCEPTED, "not without a reason"
    assert "还没写原因" in counter.words()
    hands.type("收错人了")
    hands.press("Return")
    again = counter.last_case()
    assert (again.id, again.state, again.accepted_at) == (case.id, CaseState.RECEIVED, None)
    assert "已撤回受理" in counter.words()
    with counter.running.desk.open_store.read() as reader:
        last = reader.cases.timeline(case.id)[-1].event
    assert getattr(last, "reason", "") == "收错人了"
    hands.press("Ctrl+Z")
    assert counter.last_case().state is CaseState.RECEIVED


def test_too_late_is_refused_in_words(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    counter.clock.pass_by(minutes=6)
    hands.press("Ctrl+Z")
    hands.type("收错人了")
    hands.press("Return")
    assert counter.last_case().state is CaseState.ACCEPTED
    assert "受理不能直接撤回" in counter.words()


def test_esc_leaves_the_acceptance_as_it_is(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    hands.press("Ctrl+Z", "Escape")
    assert counter.last_case().state is CaseState.ACCEPTED
    assert counter.words().count("写明原因") == 0


def test_the_case_page_takes_back_too(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    hands.press("Ctrl+3", "Down", "Return", "Ctrl+Z")
    hands.type("选错事项")
    hands.press("Return")
    assert counter.last_case().state is CaseState.RECEIVED
    assert "受理撤回了" in counter.words()
