"""A case that belongs elsewhere: sent by post, told on the slip and the telephone, answered."""

from __future__ import annotations

from desk_app.domain.cases import CaseState
from tests.stories.counter import BENEFIT, WANG, Counter
from tests.stories.test_later_life import choose, on_the_page


def test_a_case_is_sent_across_and_heard_of(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    screen = on_the_page(counter)
    choose(hands, screen, "转外地办（通办）")
    hands.press("Down", "Return")
    hands.compose("示例省示例县医保局")
    hands.press("Return", "Return", "Return", "Return")
    hands.type("+7")
    hands.press("Return")
    assert counter.last_case().lived.crossings == (), "by post it needs a number"
    assert "邮寄单号" in counter.words()
    hands.type("EMS0001")
    hands.press("Ctrl+Return")
    crossing = counter.last_case().lived.crossing
    assert crossing is not None
    assert (crossing.to, crossing.number) == ("示例省示例县医保局", "EMS0001")
    assert crossing.reach.value == "nation"
    slip = counter.paper("cross_town")
    assert all(told in slip for told in ("跨省通办", "示例省示例县医保局", "EMS0001", "邮寄"))
    assert "转到示例省示例县医保局去办了" in counter.words()

    choose(hands, screen, "记外地回音")
    hands.type("HZ-7")
    hands.press("Ctrl+Return")
    (told,) = counter.last_case().lived.crossings
    assert (told.receipt, told.reply_by) == ("HZ-7", crossing.reply_by)
    assert len(counter.papers("cross_town")) == 2
    assert "那边回执号 HZ-7" in counter.words()

    choose(hands, screen, "记外地回音")
    hands.press("Return", "Return")
    hands.compose("已经登记，卡寄到本站")
    hands.press("Return")
    (answered,) = counter.last_case().lived.crossings
    assert (answered.reply, answered.open) == ("已经登记，卡寄到本站", False)
    assert counter.last_case().state is CaseState.ACCEPTED
    assert "去办了" not in counter.words()
