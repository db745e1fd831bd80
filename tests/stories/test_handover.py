"""Bags between places, by keyboard and scanner: filled, sent, counted, settled, sent back."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from desk_app.domain.case_life import Carrier
from desk_app.domain.cases import Case, CaseState
from desk_app.domain.catalogue import Tier
from desk_app.domain.handover import Batch, BatchState, LineState
from desk_app.domain.numbers import ReceiptNumber
from desk_app.domain.sites import Clerk, Role, Site
from desk_app.services import handover
from desk_app.services.handover import Destination
from desk_app.ui.screens.handover.screen import HandoverScreen
from desk_app.ui.screens.handover.shown import Stage
from tests.papers.reading import text_of
from tests.services.desk_samples import DEVICE, NOW, SITE
from tests.stories.counter import BENEFIT, LI, SUN, WANG, Counter

ROOT = Path(__file__).parents[2]
VILLAGE = Site(UUID(int=71), "示例镇东村便民服务点", Tier.VILLAGE, "371073100200", "371079")
AGENT = Clerk(UUID(int=72), "赵某某", Role.AGENT, VILLAGE, DEVICE)
ELSEWHERE = ReceiptNumber("371079", 1, NOW.date(), 7).digits
"""A receipt of another place: this store has never seen its case."""
TO_US = Destination(SITE.name, site=SITE.id)


def screen_of(counter: Counter) -> HandoverScreen:
    """The hand-over screen, opened by its key."""
    counter.hands.press("Ctrl+5")
    screen = counter.running.program.handover
    assert screen is not None
    return screen


def batches(counter: Counter) -> Sequence[Batch]:
    with counter.running.desk.open_store.read() as reader:
        return reader.handovers.page(SITE.id)


def newest(counter: Counter) -> Batch:
    return batches(counter)[0]


def now_is(counter: Counter, case: Case) -> CaseState:
    with counter.running.desk.open_store.read() as reader:
        return reader.cases.get(case.id).state


def slip(counter: Counter, case: Case) -> str:
    """What the code on a receipt holds."""
    with counter.running.desk.open_store.read() as reader:
        return str(reader.cases.last_act(case.id))


def three_cases(counter: Counter) -> list[Case]:
    return [counter.accept(BENEFIT, party) for party in (WANG, SUN, LI)]


def sent_to_us(counter: Counter, cases: Sequence[Case]) -> Batch:
    """A village fills a bag and sends it: what a synchronised store would bring."""
    store, now = counter.running.desk.open_store, counter.clock.now
    batch = handover.open_batch(store, AGENT, TO_US, now())
    for case in cases:
        handover.add_case(store, AGENT, batch.id, case.id, now())
    return handover.send(store, AGENT, batch.id, now())


def test_a_bag_is_filled_by_scanner_and_list_and_handed_out(counter: Counter) -> None:
    hands = counter.open_signed_in()
    one, two, three = three_cases(counter)
    screen = screen_of(counter)
    hands.press("Ctrl+N")
    assert screen.presenter.session.shown.stage is Stage.NEW
    hands.press("Ctrl+Return")
    assert newest(counter).state is BatchState.OPEN
    hands.scan(slip(counter, one))
    hands.scan(two.number)
    assert [line.listed.case for line in newest(counter).lines] == [one.id, two.id]
    hands.scan(two.number)
    assert "没有重复计数" in counter.words()
    assert len(newest(counter).lines) == 2
    hands.type(three.number[-5:])
    hands.press("Return")
    assert len(newest(counter).lines) == 3
    hands.press("Delete")
    assert [line.listed.case for line in newest(counter).lines] == [one.id, two.id]
    hands.press("Ctrl+J")
    assert "筛选" in counter.words()
    hands.press("Return", "Escape")
    assert [line.listed.case for line in newest(counter).lines] == [one.id, two.id, three.id]
    hands.press("Ctrl+Return")
    assert "点一点：3 件" in counter.words()
    assert newest(counter).state is BatchState.OPEN
    hands.press("Ctrl+Return")
    batch = newest(counter)
    assert (batch.state, batch.handed_by) == (BatchState.SENT, counter.who())
    bag, stub = (text_of(file.read_bytes()) for file in counter.papers("handover_manifest"))
    assert ("随材料走" in bag, "移出单位留存" in stub) == (True, True)
    assert "共3件" in stub
    assert [paper.printed for paper in batch.papers] == [1, 1]
    assert "已交出" in counter.words()
    assert isinstance(hands.focus, type(screen.scan.line))


def test_one_envelope_is_missing_and_comes_the_next_day(counter: Counter) -> None:
    hands = counter.open_signed_in()
    one, two, three = cases = three_cases(counter)
    batch = sent_to_us(counter, cases)
    hands.wait_until(lambda: counter.running.window.frame.rail.waiting("handover") == 1, "the badge")
    hands.scan(str(batch.id))
    assert counter.page() == "handover", "the code of a manifest leads to its batch"
    screen = counter.running.program.handover
    assert screen is not None
    assert screen.presenter.session.shown.stage is Stage.COUNT
    hands.scan(one.number)
    hands.scan(one.number)
    assert "刚才扫过了" in counter.words()
    hands.scan(ELSEWHERE)
    assert "已列为多出" in counter.words()
    hands.press("Up", "Up")
    hands.press("Alt+B")
    hands.type("@")
    hands.press("Backspace")
    hands.compose("少 1 份收入证明")
    hands.press("Return")
    assert isinstance(hands.focus, type(screen.scan.line))
    hands.press("Ctrl+Return")
    assert "未见原件" in counter.words()
    assert newest(counter).state is BatchState.SENT, "nobody has signed yet"
    hands.press("Ctrl+Return")
    received = newest(counter)
    assert received.state is BatchState.RECEIVED
    assert [line.listed.case for line in received.missing] == [three.id]
    assert received.missing[0].absence == "退回交出方查找"
    (differing,) = received.differing
    assert (differing.listed.case, differing.difference and differing.difference.note) == (
        two.id,
        "少 1 份收入证明，先接收，限 2 日补齐",
    )
    assert [(found.what, found.note) for found in received.extra] == [(ELSEWHERE, "退给交出方")]
    assert now_is(counter, one) is CaseState.HANDLING
    assert now_is(counter, three) is CaseState.ACCEPTED
    receipt = counter.paper("handover_manifest")
    assert "接收联" in receipt
    assert f"少{three.number}" in receipt.replace("-", "")
    assert "差异 1 处" in counter.words()
    counter.clock.pass_by(days=1)
    hands.scan(slip(counter, three))
    assert newest(counter).state is BatchState.SETTLED
    assert newest(counter).line(three.id).absence == "退回交出方查找", "what was said stays readable"
    assert now_is(counter, three) is CaseState.HANDLING
    assert "差异清了" in counter.words()


def test_a_count_survives_the_lock_and_the_whole_bag_goes_back_with_its_reason(counter: Counter) -> None:
    hands = counter.open_signed_in()
    one, two = cases = [counter.accept(BENEFIT, party) for party in (WANG, SUN)]
    batch = sent_to_us(counter, cases)
    screen = screen_of(counter)
    hands.scan(one.number)
    hands.press("Ctrl+L")
    assert counter.running.window.frame.rail.waiting("handover") == 0
    counter.sign_in()
    hands.wait_until(lambda: screen.presenter.session.shown.batch is not None, "the batch is back")
    assert screen.presenter.session.shown.tally.seen == (one.id,), "what was counted is still there"
    hands.press("F10")
    texts = [button.text() for button in screen.strip.more.buttons]
    hands.press(f"Alt+{texts.index('整批退回') + 1}")
    hands.press("Return")
    assert "原因" in counter.words()
    assert newest(counter).state is BatchState.SENT
    hands.compose("送错地方了")
    hands.press("Return")
    back = newest(counter)
    assert (back.id, back.state) == (batch.id, BatchState.SETTLED)
    assert {(line.state, line.reason) for line in back.lines} == {(LineState.RETURNED, "送错地方了")}
    assert {now_is(counter, case) for case in (one, two)} == {CaseState.ACCEPTED}
    assert "送错地方了" in counter.paper("handover_manifest")
    hands.wait_until(lambda: counter.running.window.frame.rail.waiting("handover") == 0, "nothing waits")


def test_one_case_goes_back_and_the_rest_is_kept(counter: Counter) -> None:
    hands = counter.open_signed_in()
    one, two = cases = [counter.accept(BENEFIT, party) for party in (WANG, SUN)]
    sent_to_us(counter, cases)
    screen = screen_of(counter)
    hands.scan(one.number)
    hands.type(two.number[-3:])
    hands.press("Return", "Alt+B")
    hands.compose("缺公章")
    hands.press("Tab", "Down")
    assert screen.presenter.session.shown.gaps[0].handling.value == "send_back"
    hands.press("Ctrl+Return")
    settled = newest(counter)
    assert settled.state is BatchState.SETTLED
    assert [(line.state, line.reason) for line in settled.lines] == [
        (LineState.ACCEPTED, ""),
        (LineState.RETURNED, "缺公章"),
    ]
    assert "已接收，退 1" in counter.words()


def test_what_a_department_signed_is_written_down_from_its_paper(counter: Counter) -> None:
    hands = counter.open_signed_in()
    one, two = (counter.accept(BENEFIT, party) for party in (WANG, SUN))
    screen = screen_of(counter)
    hands.press("Ctrl+N", "Return")
    hands.press("Down", "Return")
    hands.type("EMS1234")
    hands.press("Return")
    assert (newest(counter).carrier, newest(counter).express) == (Carrier.POST, "EMS1234")
    for case in (one, two):
        hands.scan(case.number)
    hands.press("Ctrl+Return", "Ctrl+Return")
    assert newest(counter).state is BatchState.SENT
    hands.press("Ctrl+Return")
    assert screen.presenter.session.shown.recording
    hands.press("Down", "Delete", "Ctrl+Return")
    assert "算未见原件" in counter.words()
    hands.press("Ctrl+Return")
    assert newest(counter).state is BatchState.SENT, "somebody must have signed"
    hands.compose("钱某某")
    hands.press("Ctrl+Return")
    received = newest(counter)
    assert (received.state, received.signed_by) == (BatchState.RECEIVED, "钱某某")
    assert [line.listed.case for line in received.missing] == [two.id]
    assert len(counter.papers("handover_manifest")) == 2, "the department's own paper is the receipt"
    hands.press("F10")
    texts = [button.text() for button in screen.strip.more.buttons]
    hands.press(f"Alt+{texts.index('退回这一件') + 1}")
    hands.compose("没送到，取回来了")
    hands.press("Return")
    assert newest(counter).state is BatchState.SETTLED


def test_an_empty_bag_is_given_up_with_a_reason(counter: Counter) -> None:
    hands = counter.open_signed_in()
    screen_of(counter)
    hands.press("Ctrl+N", "Ctrl+Return", "Ctrl+Return")
    assert "还没有放件" in counter.words()
    hands.press("F10", "Alt+1")
    hands.compose("开错了")
    hands.press("Return")
    assert (newest(counter).state, newest(counter).dropped) == (BatchState.DROPPED, "开错了")
    assert "已作废" in counter.words()


def test_the_power_goes_between_commit_and_print(counter: Counter) -> None:
    command = [sys.executable, "-m", "tests.stories.dying_handover", str(counter.folder)]
    gone = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert gone.returncode not in (0, 1), gone.stderr
    hands = counter.open_signed_in()
    assert newest(counter).state is BatchState.SENT, "it left, whatever the printer did"
    first = len(counter.papers("handover_manifest"))
    assert first == 1, "the stub came out before it was dark"
    screen_of(counter)
    hands.wait_until(lambda: "把清单打出来" in counter.words(), "the paper is offered")
    hands.press("Ctrl+Return")
    assert len(counter.papers("handover_manifest")) == 2
    assert [paper.printed for paper in newest(counter).papers] == [1, 1], "a first copy is no reprint"
    assert "把清单打出来" not in counter.words()
    hands.press("Ctrl+P")
    assert [paper.printed for paper in newest(counter).papers] == [2, 2]


def test_a_printer_that_refuses_is_told_and_the_batch_is_safe(counter: Counter) -> None:
    hands = counter.open_signed_in()
    case = counter.accept(BENEFIT, WANG)
    for file in counter.papers():
        file.unlink()
    counter.profile.printed_folder.rmdir()
    counter.profile.printed_folder.write_text("a file where the folder should be")
    screen_of(counter)
    hands.press("Ctrl+N", "Ctrl+Return")
    hands.scan(case.number)
    hands.press("Ctrl+Return", "Ctrl+Return")
    assert newest(counter).state is BatchState.SENT
    assert "不用重新装" in counter.words()
    counter.profile.printed_folder.unlink()
    hands.press("Ctrl+Return")
    assert len(counter.papers("handover_manifest")) == 2
    assert "不用重新装" not in counter.words()


def test_bags_are_stepped_through_and_counted_by_hand(counter: Counter) -> None:
    hands = counter.open_signed_in()
    one, two = cases = [counter.accept(BENEFIT, party) for party in (WANG, SUN)]
    sent_to_us(counter, cases)
    screen = screen_of(counter)
    shown = screen.presenter.session
    hands.press("Ctrl+N", "Escape")
    assert shown.shown.stage is Stage.COUNT, "nothing was opened"
    hands.press("Up", "Ctrl+J", "Down", "Ctrl+J", "Delete", "Ctrl+Return", "Escape")
    assert shown.shown.stage is Stage.COUNT
    assert shown.shown.tally.seen == (one.id,)
    hands.press("Ctrl+Return", "Ctrl+Return")
    assert [line.listed.case for line in newest(counter).missing] == [two.id]
    hands.press("Down")
    assert "这件到了，接收" in counter.words()
    hands.press("Ctrl+Return")
    assert newest(counter).state is BatchState.SETTLED
    hands.press("Ctrl+N", "Ctrl+Return")
    opened = newest(counter)
    hands.press("Alt+Down")
    assert shown.shown.batch is not None
    assert shown.shown.batch.id != opened.id
    hands.press("Alt+Up", "F5")
    assert shown.shown.batch is not None
    assert shown.shown.batch.id == opened.id
    hands.type("99999")
    hands.press("Return")
    assert "没找到这个办件" in counter.words()
    hands.press("Escape")
