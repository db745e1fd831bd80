"""Before anybody is in, at the wrong password, and while the clerk is away."""

from __future__ import annotations

from collections.abc import Iterable

from desk_app.domain.accounts import FAILURES_ALLOWED, LOCKOUT
from desk_app.domain.masking import Kind, Profile, mask
from desk_app.domain.numbers import ReceiptNumber
from desk_app.domain.people import Party
from tests.stories.counter import BENEFIT, PASSWORD, WANG, Counter


def traces_of(party: Party) -> Iterable[str]:
    """Whatever would tell a passer-by who is being served."""
    number = mask(Kind.RESIDENT_ID, party.id_number, Profile.LIST)
    name = mask(Kind.NAME, party.name, Profile.LIST)
    return (party.name, party.id_number, party.phone, party.address, number, name)


def test_looking_up_needs_no_log_in_and_ends_with_a_paper(counter: Counter) -> None:
    hands = counter.open()
    hands.press("Alt+K")
    hands.type("zdsh")
    hands.press("Down")
    assert "最低生活保障申请" in counter.words()
    hands.press("F7")
    paper = counter.paper("referral")
    assert "指路条" in paper
    assert "最低生活保障申请" in paper
    assert "社区" in paper
    hands.press("Ctrl+N", "Ctrl+H", "Ctrl+Tab", "Ctrl+R", "Ctrl+T", "Ctrl+Z", "F5")
    assert counter.running.desk.session is None
    hands.press("Ctrl+L")
    counter.sign_in()
    assert len(counter.cases()) == 3


def test_an_intake_begun_before_log_in_goes_on_after_it(counter: Counter) -> None:
    hands = counter.open()
    hands.press("Alt+K")
    counter.start(BENEFIT)
    assert counter.running.desk.clerk is None
    assert "请选择人员" in counter.words()
    counter.sign_in()
    assert (counter.page(), counter.place(), counter.lanes()) == ("intake", "id_number", 1)


def test_a_page_that_needs_somebody_asks_who_it_is(counter: Counter) -> None:
    hands = counter.open()
    for page, key in (("Ctrl+3", "cases"), ("Ctrl+,", "settings")):
        hands.press("Alt+K", page)
        assert "请选择人员" in counter.words()
        counter.sign_in()
        assert counter.page() == key
        hands.press("Ctrl+1", "Ctrl+L")


def test_a_question_is_noted_once_somebody_is_in(counter: Counter) -> None:
    hands = counter.open_signed_in()
    hands.type("zdsh")
    hands.press("Ctrl+N")
    hands.type("问低保要带什么")
    hands.press("Return")

    def asked() -> int:
        with counter.running.desk.open_store.read() as reader:
            return sum("问低保要带什么" in entry.body for entry in reader.journal.all())

    hands.wait_until(lambda: asked() > 0, "the question is noted")
    assert asked() == 1
    hands.press("Ctrl+N")
    assert "问低保要带什么" not in counter.words()


def test_wrong_passwords_are_counted_in_words_and_lock_for_a_while(counter: Counter) -> None:
    hands = counter.open()
    hands.type("j")
    hands.press("Return")
    for left in range(FAILURES_ALLOWED - 1, 0, -1):
        hands.type("wrong-word-1")
        hands.press("Return")
        assert f"口令不对，还能试 {left} 次" in counter.words()
    hands.type("wrong-word-1")
    hands.press("Return")
    assert "先锁" in counter.words()
    hands.type(PASSWORD)
    hands.press("Return")
    assert counter.running.desk.clerk is None
    counter.clock.pass_by(minutes=LOCKOUT.total_seconds() / 60 + 1)
    counter.sign_in()
    assert counter.page() == "lookup"


def test_a_lock_hides_everything_and_brings_it_back(counter: Counter) -> None:
    hands = counter.open_signed_in()
    case = counter.accept(BENEFIT, WANG)
    hands.press("Ctrl+3", "Down", "Return", "Ctrl+1")
    counter.start("1-1")
    hands.scan(WANG.id_number)
    hands.press("Alt+B")
    hands.type("先等一等")
    assert WANG.name in counter.words()
    hands.press("Ctrl+L")
    words = counter.words()
    for trace in (*traces_of(WANG), "先等一等", ReceiptNumber.parse(case.number).formatted):
        assert trace not in words
    assert "锁屏前的 1 份挂起收件都在" in words
    assert counter.running.desk.clerk is None
    hands.press("Ctrl+Tab", "Ctrl+3", "Ctrl+Z", "Ctrl+K", "F4", "F5", "Ctrl+R", "Ctrl+Return")
    hands.scan(WANG.id_number)
    assert WANG.name not in counter.words()
    counter.clear_line()
    counter.sign_in()
    assert (counter.page(), counter.place()) == ("intake", "remark")
    assert counter.form()["name"] == WANG.name
    assert "先等一等" in counter.words()


def test_the_next_clerk_is_asked_again_why_a_number_is_shown(counter: Counter) -> None:
    """What one person was allowed to see does not stay open for the next."""
    hands = counter.open_signed_in()
    case = counter.accept(BENEFIT, WANG)
    counter.running.program.open_case(case.id)
    hands.calm()
    cases = counter.running.program.cases
    assert cases is not None
    cases.presenter.page.session.purposes[case.id] = "核对身份"
    hands.press("Ctrl+L")
    counter.sign_in()
    assert not cases.presenter.page.session.purposes
    hands.press("Ctrl+3")
    assert "王*某" in counter.words(), "the list is there again"
