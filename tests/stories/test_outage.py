"""No power: forms with numbers of their own, and what was written on them typed in afterwards."""

from __future__ import annotations

from datetime import timedelta

from desk_app.domain.back_entry import BackEntry, BackSource
from desk_app.domain.cases import Case, CaseState
from desk_app.domain.clocks import case_deadlines
from desk_app.domain.numbers import ReceiptNumber
from desk_app.domain.paper_forms import FormState
from desk_app.domain.worktime import SHANGHAI, local_day
from tests.papers.reading import text_of
from tests.services.desk_samples import CALENDAR
from tests.stories.counter import BENEFIT, LI, MANAGER_PASSWORD, PROMISED_DAYS, PROOF, SUN, WANG, Counter

BEFORE = 3
"""Cases of last month."""


def command(counter: Counter, words: str) -> None:
    """A word in the command box."""
    counter.hands.press("Ctrl+K")
    counter.hands.type(f">{words}")
    counter.hands.press("Return")


def waits_for(counter: Counter, words: str) -> None:
    counter.hands.wait_until(lambda: words in counter.words(), words)


def print_forms(counter: Counter, count: int) -> tuple[str, ...]:
    """Print forms while there is power; their numbers."""
    command(counter, "停电应急")
    assert counter.page() == "quick"
    counter.hands.press("Ctrl+N")
    counter.hands.type(str(count))
    counter.hands.press("Return")
    waits_for(counter, f"还有 {count} 张没录")
    with counter.running.desk.open_store.read() as reader:
        (block,) = reader.form_blocks.unsettled(counter.running.desk.present_clerk.site.id)
    return tuple(form.number for form in block.forms)


def enter(counter: Counter, number: str, letters: str, party: object, when: str) -> None:
    """One form: scan its number, type six fields; the item of the form before is there already."""
    hands = counter.hands
    hands.scan(number)
    if letters:
        hands.fill(letters)
    hands.type(party.id_number)  # type: ignore[attr-defined]
    hands.fill(party.name, party.phone, when, "停电时手写")  # type: ignore[attr-defined]


def test_an_outage_is_typed_in_with_its_own_times_and_numbers(counter: Counter) -> None:
    hands = counter.open_signed_in()
    first, spoiled, last = print_forms(counter, 3)
    (paper,) = counter.papers("emergency")
    printed = text_of(paper.read_bytes())
    for number in (first, spoiled, last):
        assert ReceiptNumber.parse(number).formatted in printed
    hands.press("Ctrl+1")
    meanwhile = counter.accept(BENEFIT, LI)
    assert meanwhile.number not in (first, spoiled, last)
    counter.clock.pass_by(hours=5)
    happened = counter.clock.now() - timedelta(hours=2)
    command(counter, "停电应急")
    hands.press("Ctrl+1")
    waits_for(counter, "还有 3 张应急表没录")
    command(counter, "停电应急")
    assert counter.place() == "number"
    when = f"{happened.astimezone(SHANGHAI):%H:%M}"
    enter(counter, first, "gljt", WANG, when)
    waits_for(counter, "还有 2 张没录")
    assert counter.place() == "number"
    enter(counter, last, "", SUN, when)
    waits_for(counter, "还有 1 张没录")
    hands.press("Alt+W", "Delete")
    hands.type("写坏了")
    hands.press("Return")
    waits_for(counter, "应急表都录完了")
    by_number = {case.number: case for case in counter.cases()}
    assert spoiled not in by_number
    for number in (first, last):
        _was_accepted_then(by_number[number], happened.astimezone(SHANGHAI).replace(second=0, microsecond=0))
    with counter.running.desk.open_store.read() as reader:
        block = reader.form_blocks.holding(spoiled)
    assert [form.state for form in block.forms] == [FormState.ENTERED, FormState.VOID, FormState.ENTERED]
    hands.press("Ctrl+1")
    assert counter.accept(PROOF, SUN).number not in (first, spoiled, last)
    numbers = [case.number for case in counter.cases()]
    assert len(set(numbers)) == len(numbers)


def _was_accepted_then(case: Case, at: object) -> None:
    assert (case.state, case.accepted_at, case.registered_at) == (CaseState.ACCEPTED, at, at)
    assert case.back == BackEntry(BackSource.EMERGENCY)
    promised = case_deadlines(case, CALENDAR).promised
    assert promised is not None
    assert promised.due is not None
    assert CALENDAR.working_days_between(local_day(case.registered_at), promised.due) == PROMISED_DAYS


def test_a_number_that_is_no_form_is_refused_and_nothing_typed_is_lost(counter: Counter) -> None:
    hands = counter.open_signed_in()
    (number,) = print_forms(counter, 1)
    hands.press("Ctrl+1")
    taken = counter.accept(BENEFIT, LI)
    command(counter, "停电应急")
    enter(counter, taken.number, "gljt", WANG, "10:00")
    waits_for(counter, "这不是应急表的编号")
    assert counter.place() == "number"
    assert WANG.name in counter.words()
    hands.scan(number)
    hands.press("Ctrl+Return")
    waits_for(counter, "时间早于这张表打印的时候")
    assert len(counter.cases()) == BEFORE + 1


def test_a_paper_ledger_is_typed_line_by_line_by_who_leads_the_site(counter: Counter) -> None:
    hands = counter.open_signed_in(MANAGER_PASSWORD, "z")
    command(counter, "补录")
    assert counter.place() == "item"
    hands.fill("gljt", "3", "12", "5", "2026-03-02")
    hands.type(WANG.id_number)
    hands.fill(WANG.name, WANG.phone)
    waits_for(counter, "已登记 1 件")
    assert counter.place() == "line"
    hands.fill("", "2026-03-03")
    hands.type(SUN.id_number)
    hands.fill(SUN.name, "")
    waits_for(counter, "已登记 2 件")
    first, second = (case for case in counter.cases() if case.back is not None)
    assert (first.back, second.back) == (
        BackEntry(BackSource.LEDGER, "3", "12", "5"),
        BackEntry(BackSource.LEDGER, "3", "12", "6"),
    )
    assert f"{second.registered_at.astimezone(SHANGHAI):%Y-%m-%d}" == "2026-03-03"
    assert not counter.papers()


def test_who_does_not_lead_the_site_enters_no_ledger(counter: Counter) -> None:
    hands = counter.open_signed_in()
    command(counter, "补录")
    hands.fill("gljt", "3", "12", "5", "2026-03-02")
    hands.type(WANG.id_number)
    hands.fill(WANG.name, WANG.phone)
    waits_for(counter, "要有权限的人")
    assert len(counter.cases()) == BEFORE


def test_what_was_entered_later_says_so_in_the_list_and_on_its_page(counter: Counter) -> None:
    hands = counter.open_signed_in(MANAGER_PASSWORD, "z")
    command(counter, "补录")
    hands.fill("gljt", "3", "12", "5", "2026-03-02")
    hands.type(WANG.id_number)
    hands.fill(WANG.name, WANG.phone)
    waits_for(counter, "已登记 1 件")
    hands.press("Ctrl+3")
    waits_for(counter, "补录 · ")
    hands.press("Down", "Return")
    waits_for(counter, "补录 册 3 页 12 号 5")


def test_what_is_left_of_the_forms_is_voided_for_one_reason(counter: Counter) -> None:
    hands = counter.open_signed_in()
    print_forms(counter, 3)
    hands.press("Ctrl+N")
    hands.type("一")
    hands.press("Return")
    waits_for(counter, "填一个数字")
    hands.press("Escape", "Ctrl+Delete", "Return")
    waits_for(counter, "还没写原因")
    hands.type("没用上")
    hands.press("Return")
    waits_for(counter, "应急表都录完了")
    assert counter.place() == "number"


def test_a_time_nobody_can_read_and_an_item_nobody_has_are_asked_again(counter: Counter) -> None:
    hands = counter.open_signed_in()
    (number,) = print_forms(counter, 1)
    hands.scan(number)
    hands.fill("飞机票")
    waits_for(counter, "没找到这个事项")
    counter.clear_line()
    hands.fill("gljt")
    hands.type(WANG.id_number)
    hands.fill(WANG.name, WANG.phone, "前天下午", "")
    waits_for(counter, "时间没看懂")
    assert counter.place() == "when"
    hands.fill("2026-11-24")
    hands.press("Return")
    waits_for(counter, "还要写几点几分")
    assert len(counter.cases()) == BEFORE
