"""How a case ends without a decision: not accepted, taken back by the citizen, entered by mistake."""

from __future__ import annotations

from desk_app.domain.case_life import Refusal
from desk_app.domain.cases import CaseState
from desk_app.domain.documents import DocumentKind
from desk_app.domain.moves import Act
from tests.stories.case_steps import begin, offered, on_the_page
from tests.stories.counter import BENEFIT, MANAGER_PASSWORD, WANG, Counter
from tests.stories.test_supplement_rounds import received


def test_what_is_not_for_us_is_refused_for_a_reason_of_the_closed_list(counter: Counter) -> None:
    case = received(counter)
    hands = counter.hands
    begin(counter, Act.REFUSE)
    screen = counter.running.program.cases
    assert screen is not None
    form = screen.presenter.page.session.shown
    assert form is not None
    assert form.form is not None
    values = [option.value for option in form.form.asks[0].options]
    assert values == ["not_competent", "not_needed", "not_entitled"], "still defective only after a round"
    hands.press("Return")
    hands.fill("户籍不在本镇", "人口与计划生育条例第二十条")
    hands.press("Ctrl+Return")
    assert "还差一项没填：该去哪儿办" in counter.words()
    assert counter.last_case().state is CaseState.RECEIVED
    hands.type("示例区卫生健康局")
    hands.press("Ctrl+Return")
    ended = counter.last_case()
    assert (ended.id, ended.state, ended.open) == (case.id, CaseState.REFUSED, False)
    closing = ended.lived.closing
    assert closing is not None
    assert (closing.refusal, closing.instead) == (Refusal.NOT_COMPETENT, "示例区卫生健康局")
    assert "不予受理" in counter.words()
    assert ended.accepted_at is None


def test_a_citizen_takes_the_application_back(counter: Counter) -> None:
    hands = counter.open_signed_in()
    case = counter.accept(BENEFIT, WANG)
    on_the_page(counter)
    begin(counter, Act.WITHDRAW)
    hands.press("Ctrl+Return")
    assert counter.last_case().state is CaseState.ACCEPTED
    assert "请写明原因" in counter.words()
    hands.type("改由子女在外地办")
    hands.press("Ctrl+Return")
    ended = counter.last_case()
    assert (ended.id, ended.state) == (case.id, CaseState.WITHDRAWN)
    assert ended.lived.closing is not None
    assert ended.lived.closing.reason == "改由子女在外地办"
    assert "申请人撤回" in counter.words()
    assert "材料要还给群众" in counter.words()
    assert "作废" not in offered(counter), "what has ended is not ended again"


def test_a_mistake_is_voided_with_the_consent_of_who_leads(counter: Counter) -> None:
    hands = counter.open_signed_in()
    case = counter.accept(BENEFIT, WANG)
    on_the_page(counter)
    begin(counter, Act.VOID)
    hands.fill("录错人了")
    hands.press("Return")
    hands.type("not-this-one1")
    hands.press("Return")
    assert "口令不对" in counter.words()
    assert counter.last_case().state is CaseState.ACCEPTED
    counter.clear_line()
    hands.type(MANAGER_PASSWORD)
    hands.press("Return")
    ended = counter.last_case()
    assert (ended.id, ended.state) == (case.id, CaseState.VOIDED)
    assert ended.lived.closing is not None
    assert ended.lived.closing.approver is not None
    assert len(counter.cases()) == 4, "nothing is ever deleted"
    assert "评价" not in offered(counter), "no service, no rating"


def test_a_rejection_tells_facts_reasons_and_basis(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    on_the_page(counter)
    hands.press("Ctrl+Return")
    begin(counter, Act.REJECT)
    hands.fill("年龄未满八十周岁", "不在发放范围")
    hands.press("Ctrl+Return")
    assert counter.last_case().state is CaseState.HANDLING, "not without a basis"
    hands.fill("山东省养老服务条例第五十五条")
    hands.press("Ctrl+Return")
    case = counter.last_case()
    decision = case.lived.decision
    assert case.state is CaseState.READY
    assert decision is not None
    assert (decision.facts, decision.basis) == ("年龄未满八十周岁", "山东省养老服务条例第五十五条")
    assert DocumentKind.RESULT_NOTICE not in [paper.kind for paper in case.documents]
