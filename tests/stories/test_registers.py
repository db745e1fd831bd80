"""Registers by keyboard: a month is looked at, narrowed, taken out masked and in full, and printed."""

from __future__ import annotations

from pathlib import Path

from desk_app.domain.accounts import RecordsExported
from desk_app.domain.journal import Stream
from desk_app.domain.streams import decode_event
from desk_app.driving import Driver
from desk_app.ui.screens.registers.screen import RegistersScreen
from tests.services.desk_samples import ZHANG
from tests.stories.counter import BENEFIT, MANAGER_PASSWORD, RELIEF, SUN, WANG, Counter

CSV = "2026-11-cases.csv"


def at_the_registers(counter: Counter) -> RegistersScreen:
    counter.hands.press("Ctrl+8")
    screen = counter.running.program.registers
    assert screen is not None
    settled(counter, screen)
    return screen


def settled(counter: Counter, screen: RegistersScreen) -> None:
    counter.hands.wait_until(
        lambda: not screen.presenter.listing.shown.reading and not screen.presenter.leaving.shown.busy,
        "the register is read",
    )
    counter.hands.calm()


def exported(counter: Counter, name: str = CSV) -> str:
    return (counter.profile.path / "exports" / name).read_text("utf-8-sig")


def traces(counter: Counter) -> list[RecordsExported]:
    with counter.running.desk.open_store.read() as reader:
        entries = list(reader.journal.of_kind(Stream.AUDIT))
    events = [decode_event(each.envelope.kind, each.envelope.version, each.body) for each in entries]
    return [event for event in events if isinstance(event, RecordsExported)]


def test_a_month_is_narrowed_and_leaves_masked(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    counter.accept(RELIEF, SUN)
    screen = at_the_registers(counter)
    assert (counter.page(), counter.place is not None) == ("registers", True)
    assert "王*" in counter.words()
    assert WANG.id_number not in counter.words()
    assert screen.presenter.listing.shown.matching == 2
    assert "按收件日期归月" in counter.words()
    hands.press("Ctrl+F")
    hands.type("孙")
    assert screen.presenter.listing.shown.matching == 1
    hands.press("Escape")
    assert screen.presenter.listing.shown.matching == 2
    hands.press("Alt+2")
    settled(counter, screen)
    assert screen.presenter.listing.shown.matching == 3
    hands.press("Alt+1")
    settled(counter, screen)

    hands.press("Ctrl+E", "Right", "Ctrl+Return")
    settled(counter, screen)
    text = exported(counter)
    assert "王*" in text
    assert WANG.name not in text
    assert WANG.id_number not in text
    assert "导出好了" in counter.words()
    assert traces(counter)[-1].masked


def test_full_numbers_need_the_right_and_a_reason(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    screen = at_the_registers(counter)
    before = len(traces(counter))
    ask_in_full(hands)
    hands.type("上级核查")
    hands.press("Ctrl+Return")
    settled(counter, screen)
    assert "权限" in counter.words() or "有权限的人" in counter.words()
    assert list(counter.profile.path.glob("exports/*")) == []
    assert len(traces(counter)) == before
    counter.close()

    hands = counter.open_signed_in(MANAGER_PASSWORD, "z")
    screen = at_the_registers(counter)
    ask_in_full(hands)
    hands.press("Ctrl+Return")
    settled(counter, screen)
    assert "请写明为什么" in counter.words()
    hands.type("上级核查")
    hands.press("Ctrl+Return")
    settled(counter, screen)
    assert WANG.id_number in exported(counter)
    last = traces(counter)[-1]
    assert (last.masked, last.purpose) == (False, "上级核查")


def ask_in_full(hands: Driver) -> None:
    """csv, the folder as it is, full numbers, and on to why."""
    hands.press("Ctrl+E", "Right", "Tab", "Tab", "Tab", "Space")


def test_a_register_is_printed_with_its_formulas(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    screen = at_the_registers(counter)
    hands.press("Ctrl+P")
    settled(counter, screen)
    text = counter.paper("register").replace("\n", "")
    assert "办件台账" in text.replace(" ", "")
    assert "第1页，共1页" in text
    assert "分子分母同口径" in text
    assert WANG.name not in text
    assert "台账打好了" in counter.words()


def test_what_people_came_twice_for(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.take_in(BENEFIT, ZHANG)
    hands.press("F4", "2", "Q", "Ctrl+Return")
    screen = at_the_registers(counter)
    hands.press("Alt+Up")
    settled(counter, screen)
    assert screen.presenter.listing.shown.key == "returns_why"
    assert "多跑一趟" in counter.words()
    assert screen.presenter.listing.shown.matching == 1
    hands.press("Ctrl+E", "Ctrl+Return")
    settled(counter, screen)
    assert (counter.profile.path / "exports" / "2026-11-returns-why.xlsx").exists()


def test_a_lock_shows_nothing_and_a_wrong_month_says_so(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    screen = at_the_registers(counter)
    hands.press("Alt+5")
    counter.clear_line()
    hands.type("2026-13")
    hands.press("Return")
    settled(counter, screen)
    assert "月份要写成 2026-11 这样" in counter.words()
    counter.clear_line()
    hands.type("2026-10")
    hands.press("Return")
    settled(counter, screen)
    assert screen.presenter.listing.shown.trouble is None
    hands.press("Ctrl+L")
    assert screen.card.model.rowCount() == 0
    assert Path(counter.profile.path).is_dir()
