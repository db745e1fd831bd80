"""Pause and extension over 中秋 and 国庆: every day is counted, skipped or stands still, and says why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.domain.cases import CaseState
from desk_app.domain.clocks import case_deadlines
from desk_app.domain.moves import Act
from desk_app.domain.worktime import SHANGHAI
from tests.services.desk_samples import CALENDAR
from tests.stories.case_steps import as_printed, begin, newest, on_the_page
from tests.stories.counter import BENEFIT, MANAGER_PASSWORD, WANG, Clock, Counter, copy_of, make_counter

TUESDAY = datetime(2026, 9, 22, 10, 0, tzinfo=SHANGHAI)
"""Before a long week: 中秋 25.-27. September, 国庆 1.-7. October, 10. October is worked."""


@pytest.fixture(scope="module")
def made_before_the_holidays(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_counter(tmp_path_factory.mktemp("made") / "profile", TUESDAY).path


@pytest.fixture
def autumn(made_before_the_holidays: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Counter]:
    desk = Counter(copy_of(made_before_the_holidays, tmp_path / "profile"), Clock(TUESDAY))
    yield desk
    desk.close()


def due_of(counter: Counter) -> date | None:
    """The last day of the limit that governs."""
    governing = case_deadlines(counter.last_case(), CALENDAR).governing
    return governing.due if governing else None


def move_to(counter: Counter, day: date) -> None:
    """Ten o'clock on another day."""
    counter.clock.pass_by(days=(day - counter.clock.now().astimezone(SHANGHAI).date()).days)
    counter.hands.press("F5")


def days_told(counter: Counter) -> list[str]:
    """The lines of 时限, by keyboard: from the tabs to the last one."""
    screen = counter.running.program.cases
    assert screen is not None
    tabs = screen.case.tabs
    tabs.bar.setFocus()
    counter.hands.press("Right", "Right", "Right")
    return [line.spoken for line in tabs.deadlines.lines.lines]


def test_a_pause_and_an_extension_move_the_end_by_real_working_days(autumn: Counter) -> None:
    counter, hands = autumn, autumn.open_signed_in()
    counter.accept(BENEFIT, WANG)
    assert due_of(counter) == date(2026, 9, 30), "23, 24, 28, 29, 30; 中秋 is skipped"
    assert as_printed(date(2026, 9, 30)) in counter.paper("acceptance")
    on_the_page(counter)
    hands.press("Ctrl+Return")

    move_to(counter, date(2026, 9, 28))
    begin(counter, Act.BEGIN_SPECIAL)
    hands.press("Return")
    hands.fill("等区里评估", "老年人能力评估办法第三条")
    hands.press("Ctrl+Return")
    assert counter.last_case().state is CaseState.SUSPENDED
    notice = counter.paper("special_procedure_notice")
    assert "等区里评估" in notice
    assert "老年人能力评估办法第三条" in notice

    move_to(counter, date(2026, 10, 9))
    hands.press("Ctrl+Return", "Ctrl+Return")
    assert counter.last_case().state is CaseState.HANDLING
    assert due_of(counter) == date(2026, 10, 12), "two days were used; 9, 10 (调休) and 12 October are left"
    lines = days_told(counter)
    assert any(line.startswith("2026-09-29 周二") and "暂停" in line for line in lines)
    assert any(line.startswith("2026-10-01 周四") and "国庆" in line for line in lines)
    assert any(line.startswith("2026-10-10 周六") and "第 4 天" in line and "调休" in line for line in lines)
    assert any("听证" in line and "等区里评估" in line for line in lines), "why the clock stood still"

    begin(counter, Act.EXTEND)
    hands.press("Return")
    hands.fill("邻里访问没做完")
    hands.press("Return")
    hands.type(MANAGER_PASSWORD)
    hands.press("Return")
    assert due_of(counter) == date(2026, 10, 19)
    extension = newest(counter, "extension_notice")
    assert as_printed(date(2026, 10, 19)) in extension
    assert "邻里访问没做完" in extension
    lines = days_told(counter)
    assert any("延长 5 天" in line and "邻里访问没做完" in line for line in lines)
    screen = counter.running.program.cases
    assert screen is not None
    hands.press("F10")
    assert "延长期限" not in [button.text() for button in screen.case.more.buttons], "once"
    hands.press("Escape")
    move_to(counter, date(2026, 10, 20))
    assert "已经逾期，先打电话说明" in counter.words()
    assert "逾期 1 天" in counter.words()


def test_a_supplement_s_own_day_is_counted_over_the_holidays(autumn: Counter) -> None:
    counter, hands = autumn, autumn.open_signed_in()
    counter.clock.pass_by(days=6)
    counter.accept(BENEFIT, WANG)
    on_the_page(counter)
    hands.press("Ctrl+Return")
    begin(counter, Act.ASK_AMENDMENT)
    hands.press("Space", "Tab")
    hands.type("证件过期")
    hands.press("Ctrl+Return")
    case = counter.last_case()
    (waiting,) = case.lived.rounds
    assert waiting.due == date(2026, 10, 10), "29, 30, 8, 9, 10 October: 国庆 is no working day"
    assert as_printed(waiting.due) in counter.paper("supplement_notice")
    lines = days_told(counter)
    assert any("补办" in line and "2026-10-10 周六" in line for line in lines)
    assert waiting.due - case.registered_at.date() > timedelta(days=11)
