"""The right panel: outcome, due date, promise, notice, paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate

from desk_app.domain.calendar import Calendar, DayMark, MarkKind
from desk_app.domain.cases import MaterialState
from desk_app.domain.catalogue import TimeLimit
from desk_app.domain.worktime import Limit, Unit, due_date
from desk_app.ui.screens.intake import fields
from desk_app.ui.screens.intake.outcome.view import counting_words, limit_words
from desk_app.ui.screens.intake.screen import IntakeScreen
from desk_app.ui.widgets.button import ButtonKind
from tests.ui.screens.intake.world import World


@pytest.mark.parametrize(
    ("item", "words", "kind"),
    [
        ("1-19", "受理并打印", ButtonKind.SUCCESS),
        ("1-5", "办结并打印", ButtonKind.SUCCESS),
        ("1-7", "收件并打印", ButtonKind.PRIMARY),
        ("1-8", "登记帮办", ButtonKind.PRIMARY),
        ("1-9", "不在本站办", ButtonKind.PRIMARY),
    ],
)
def test_the_button_changes_words_with_the_outcome(
    screen: IntakeScreen, item: str, words: str, kind: ButtonKind
) -> None:
    screen.presenter.moves.start(item)
    screen.presenter.take_all()
    button = screen.view.acts.primary
    assert button.text() == words
    assert button.kind is kind
    assert button.isEnabled() == (item != "1-9")


def test_only_receiving_says_so_everywhere(world: World, screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-7")
    assert screen.view.acts.primary.text() == "收件并打印"
    assert screen.view.head.mode.text == "委托收件"
    screen.presenter.take_all()
    banner = screen.view.outcome.banner
    assert banner.title.text() == "可以收件"
    assert "凭证不代表受理" in banner.reason.text()
    assert screen.view.outcome.due.day.text() == "受理后才起算"
    assert screen.view.head.limit.text == "时限以窗口告知为准"


def test_an_unknown_limit_is_never_no_limit(world: World, screen: IntakeScreen) -> None:
    world.items["1-19"] = replace(world.items["1-19"], promised=TimeLimit())
    screen.presenter.moves.start("1-19")
    assert screen.view.outcome.due.day.text() == "以窗口告知为准"
    assert screen.view.outcome.due.strip.isHidden()


def test_the_statutory_day_stands_beside_the_promised_one(world: World, screen: IntakeScreen) -> None:
    plain = world.items["1-19"]
    world.items["1-19"] = replace(plain, item=replace(plain.item, statutory=TimeLimit(20)))
    screen.presenter.moves.start("1-19")
    due = screen.view.outcome.due
    assert due.day.text() == "2026-12-08"
    assert due.weekday.text() == "周二"
    assert due.counting.text() == "从明天起算，跳过 2 个周末"
    assert due._statutory.text() == "法定最晚 2026-12-22"
    assert due.strip.accessibleName() == due.counting.text()


def test_why_a_day_is_that_day_is_said_in_words() -> None:
    calendar = Calendar(
        frozenset({2026}),
        {
            date(2026, 10, 1): DayMark(MarkKind.HOLIDAY, "国庆节"),
            date(2026, 10, 2): DayMark(MarkKind.HOLIDAY, "国庆节"),
            date(2026, 10, 10): DayMark(MarkKind.MAKEUP, "国庆节"),
            date(2026, 10, 12): DayMark(MarkKind.CLOSURE, "停电"),
        },
    )
    said = counting_words(due_date(date(2026, 9, 30), Limit(8), calendar))
    assert said == "从明天起算，跳过 2 个周末、国庆节 2 天、本站休息 1 天，调休上班 1 天照算"
    assert counting_words(due_date(date(2026, 9, 30), Limit(0), calendar)) == "当天办结，不用等"
    assert counting_words(due_date(date(2026, 10, 13), Limit(2), calendar)) == "从明天起算"
    assert "还没公布" in counting_words(due_date(date(2027, 1, 4), Limit(2), calendar))
    assert limit_words(TimeLimit(0)) == "当场办结"
    assert limit_words(TimeLimit(20, Unit.NATURAL)) == "承诺 20 天"


def test_a_promise_can_be_given_another_day(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    screen.presenter.take_all()
    screen.presenter.mark(2, MaterialState.DEFERRED)
    promise = screen.view.outcome.promise
    assert promise.isVisible()
    assert promise.names.text() == "户口簿（首页、本人页）"
    promise.editor.setDate(QDate(2026, 11, 30))
    assert screen.view.outcome.banner.reason.text() == "缺 1 份可容缺材料，11 月 30 日前补齐"
    screen.view.focus(fields.PROMISE, 0)
    assert promise.editor.hasFocus()
    screen.presenter.mark(2, MaterialState.COPY)
    assert promise.isHidden()


def test_the_notice_lists_what_is_missing_and_why(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    screen.presenter.take_all()
    screen.presenter.mark(2, MaterialState.MISSING)
    screen.presenter.mark(3, MaterialState.MISSING)
    screen.presenter.reason(3, "卡已过期，需换新卡")
    missing = screen.view.outcome.missing
    assert missing._lines == (
        "1. 户口簿（首页、本人页），复印件 1 份",
        "2. 社会保障卡或银行卡，复印件 1 份：卡已过期，需换新卡",
    )
    assert screen.view.outcome.due.isHidden()
    assert screen.view.acts.primary.text() == "打印告知书"


def test_the_paper_is_shown_before_it_is_printed(screen: IntakeScreen) -> None:
    screen.presenter.moves.start("1-19")
    screen.presenter.take_all()
    screen.presenter.previews.now()
    assert screen.view.outcome.paper.preview.page_count == 1
    screen.presenter.mark(1, MaterialState.ORIGINAL)
    screen.presenter.previews.now()
    assert screen.view.outcome.paper.preview.page_count == 0


def test_who_may_not_accept_sees_why_the_button_is_off(world: World, screen: IntakeScreen) -> None:
    world.accepts = False
    screen.presenter.moves.start("1-19")
    screen.presenter.take_all()
    assert not screen.view.acts.primary.isEnabled()
    assert screen.view.acts.hint.isVisible()
