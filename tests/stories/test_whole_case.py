"""One case from the first letter to the archive, by keyboard alone: states, days and what the papers say."""

from __future__ import annotations

from datetime import date, timedelta

from desk_app.domain.case_life import DeliveryWay, Satisfaction
from desk_app.domain.cases import Case, CaseState
from desk_app.domain.clocks import case_deadlines
from desk_app.domain.moves import Act
from desk_app.domain.people import Relation
from desk_app.domain.worktime import local_day
from tests.services.desk_samples import CALENDAR
from tests.stories.case_steps import as_printed, begin, on_the_page, told
from tests.stories.counter import BENEFIT, PROMISED_DAYS, WANG, Counter


def test_an_application_is_accepted_decided_handed_out_rated_and_archived(counter: Counter) -> None:
    hands = counter.open_signed_in()
    case = counter.accept(BENEFIT, WANG)
    due = case_deadlines(case, CALENDAR).promised
    assert due is not None
    assert due.due == CALENDAR.working_day_after(local_day(counter.clock.now()), PROMISED_DAYS)
    _papers_of_acceptance(counter, case, due.due)

    on_the_page(counter)
    assert "开始办理，最晚" in counter.words()
    hands.press("Ctrl+Return")
    assert counter.last_case().state is CaseState.HANDLING
    counter.clock.pass_by(days=2)
    hands.press("F5", "Ctrl+Return")
    hands.press("Ctrl+Return")
    ready = counter.last_case()
    assert (ready.state, ready.open) == (CaseState.READY, False)
    assert ready.finished_at is not None
    assert ready.finished_at - counter.clock.now() < timedelta(seconds=1)
    assert "打电话请群众来领" in counter.words()
    told_paper = counter.paper("result_notice")
    assert "".join(case.item.name.split()) in told_paper
    assert WANG.id_number not in told_paper

    _fetched_by_a_child(counter)
    hands.press("Ctrl+Return", "Ctrl+Return")
    rating = counter.last_case().lived.rating
    assert rating is not None
    assert rating.level is Satisfaction.VERY_SATISFIED
    begin(counter, Act.ARCHIVE)
    hands.fill("2026-民政-3")
    counter.hands.calm()
    ended = counter.last_case()
    assert (ended.state, ended.lived.ended_as) == (CaseState.ARCHIVED, CaseState.DELIVERED.value)
    assert "这件归档了" in counter.words()
    kinds = told(counter, ended)
    for name in (
        "CaseAccepted",
        "HandlingBegun",
        "CaseApproved",
        "ResultDelivered",
        "CaseRated",
        "CaseArchived",
    ):
        assert kinds.count(name) == 1


def _papers_of_acceptance(counter: Counter, case: Case, due: date | None) -> None:
    assert due is not None
    receipt, notice = counter.paper("receipt"), counter.paper("acceptance")
    for paper in (receipt, notice):
        assert WANG.name in paper
        assert "".join(case.item.name.split()) in paper
        assert WANG.id_number not in paper, "no paper shows a whole number"
        assert case.number[-5:] in paper.replace("-", "")
    assert "材料齐全、符合要求" in notice
    assert f"承诺{PROMISED_DAYS}个工作日" in notice
    assert as_printed(due) in notice
    assert "行政许可" not in notice
    for row in case.materials:
        assert row.state is None or "".join(row.name.split()) in receipt


def _fetched_by_a_child(counter: Counter) -> None:
    hands = counter.hands
    hands.press("Ctrl+Return", "Tab")
    counter.clear_line()
    hands.type("王小某")
    hands.press("Return", "Space", "Ctrl+Return")
    assert "还差一项没填：领取人是本人的什么人" in counter.words()
    assert counter.last_case().state is CaseState.READY
    hands.press("Down", "Down", "Ctrl+Return")
    given = counter.last_case()
    assert given.state is CaseState.DELIVERED
    (delivery,) = given.lived.deliveries
    assert (delivery.way, delivery.recipient, delivery.relation, delivery.id_checked) == (
        *(DeliveryWay.COUNTER, "王小某", Relation.CHILD),
        True,
    )
    receipt = counter.paper("delivery_receipt")
    assert "王小某" in receipt
    assert "关系及理由：子女" in receipt
    assert "已核对证件" in receipt


def test_a_wrong_telephone_number_is_put_right_and_the_old_one_stays_readable(counter: Counter) -> None:
    hands = counter.open_signed_in()
    case = counter.accept(BENEFIT, WANG)
    on_the_page(counter)
    begin(counter, Act.CORRECT)
    hands.press("Down", "Return")
    hands.type("1390000")
    hands.press("Return")
    hands.type("本人换号")
    hands.press("Ctrl+Return")
    assert counter.last_case().applicant.phone == WANG.phone, "a number that does not hold is not taken"
    assert "还差 4 位" in counter.words()
    counter.clear_line()
    hands.type("13900001111")
    hands.press("Ctrl+Return")
    again = counter.last_case()
    assert (again.id, again.applicant.phone) == (case.id, "13900001111")
    (made,) = again.lived.corrections
    assert (made.old, made.new, made.reason) == (WANG.phone, "13900001111", "本人换号")
    words = counter.words()
    assert "更正电话" in words
    assert WANG.phone not in words
    assert "13900001111" not in words, "both stay masked until somebody says what for"
