"""What happened on another day is told with its day, its hour and the reason, from the page of the case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QObject

from desk_app.domain.case_ends import NoteWritten
from desk_app.domain.case_life import Correctable
from desk_app.domain.cases import MaterialState
from desk_app.domain.catalogue import Need
from desk_app.domain.moves import Act
from desk_app.domain.people import Relation
from desk_app.domain.worktime import SHANGHAI
from desk_app.ui.screens.cases.doing.asks import Answers, AskKind
from desk_app.ui.screens.cases.doing.late import moment_said
from tests.domain import lives as of
from tests.ui.screens.test_cases_doing import STORIES, desk_with, doing, filled, owner

__all__ = ["owner"]
NOW = datetime(2026, 11, 24, 15, 0, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("昨天", (11, 23, 12, 0)),
        ("前天 9:05", (11, 22, 9, 5)),
        ("11-20", (11, 20, 12, 0)),
        ("11-20 15：30", (11, 20, 15, 30)),
        ("2026-11-02", (11, 2, 12, 0)),
        ("今天 8:40", (11, 24, 8, 40)),
        ("周三", (11, 18, 12, 0)),
    ],
)
def test_a_day_gone_by_is_read_as_it_is_said(said: str, meant: tuple[int, int, int, int]) -> None:
    month, day, hour, minute = meant
    assert moment_said(said, NOW) == datetime(2026, month, day, hour, minute, tzinfo=SHANGHAI)


@pytest.mark.parametrize("said", ["改天", "11-20 25:00", "13-40", ""])
def test_what_cannot_be_read_is_no_day(said: str) -> None:
    assert moment_said(said, NOW) is None


def test_a_day_of_a_year_that_had_none_is_no_day() -> None:
    assert moment_said("12-25", NOW) == datetime(2025, 12, 25, 12, tzinfo=SHANGHAI)
    assert moment_said("2-29", datetime(2028, 1, 3, 12, tzinfo=SHANGHAI)) is None


def test_a_letter_that_lay_is_told_with_its_day_and_why(owner: QObject) -> None:
    desk = desk_with(owner, STORIES["supplementing"], 4)
    doing(desk).begin(Act.TAKE_SUPPLEMENT)
    form = desk.see().form
    assert form is not None
    assert form.asks[-1].kind is AskKind.LATE
    for happened, reason, code in (
        ("改天", "", "moment_unclear"),
        ("11-04", "", "late_reason_needed"),
        ("11-01", "邮寄来的", "before_last_act"),
        ("2026-12-01", "邮寄来的", "act_in_future"),
    ):
        doing(desk).answer(filled(form, happened=happened, late_reason=reason))
        assert getattr(desk.see().trouble, "code", "") == code
    doing(desk).answer(filled(form, happened="11-04 9:30", late_reason="邮寄来的，今天才拆"))
    *_, note, came = (entry.event for entry in desk.see().view.timeline)
    assert isinstance(note, NoteWritten)
    assert note.text == "补记：11 月 4 日 09:30 的事，邮寄来的，今天才拆"
    assert getattr(came, "at", None) == datetime(2026, 11, 4, 9, 30, tzinfo=SHANGHAI)
    assert desk.done[-1].acts == (Act.TAKE_SUPPLEMENT,)


def test_earlier_on_the_same_day_needs_no_reason(owner: QObject) -> None:
    desk = desk_with(owner, STORIES["ready"], 5)
    doing(desk).begin(Act.DELIVER)
    form = desk.see().form
    assert form is not None
    doing(desk).answer(filled(form, happened="今天 9:00", recipient="李某某", relation=Relation.CHILD.value))
    (given,) = desk.see().case.lived.deliveries
    assert (given.relation, given.at.hour) == (Relation.CHILD, 9)


def test_a_paper_that_did_not_come_may_follow_after_acceptance(owner: QObject) -> None:
    received = replace(of.RECEIVED, materials=(of.WHOLE[0], replace(of.WHOLE[1], need=Need.DEFERRABLE)))
    desk = desk_with(owner, [of.registered(), received, of.ASKED], 3)
    doing(desk).begin(Act.TAKE_SUPPLEMENT)
    form = desk.see().form
    assert form is not None
    assert [option.value for option in form.asks[0].rows[0].more] == ["deferred"]
    doing(desk).answer(Answers({}, {2: MaterialState.DEFERRED.value}))
    doing(desk).begin(Act.ACCEPT)
    form = desk.see().form
    assert form is not None
    assert form.asks[0].value == "2026-11-10", "two working days before the promised end"
    doing(desk).answer(filled(form))
    assert desk.see().case.promise_by == date(2026, 11, 10)
    assert [row.number for row in desk.see().case.deferred] == [2]


def test_a_day_that_was_promised_before_stays_while_it_is_good(owner: QObject) -> None:
    desk = desk_with(owner, [of.registered(), of.OWING_RECEIVED], 1)
    doing(desk).begin(Act.ACCEPT)
    form = desk.see().form
    assert form is not None
    assert form.asks[0].value == str(of.PROMISE)


def test_how_many_copies_there_are_can_be_put_right(owner: QObject) -> None:
    desk = desk_with(owner, STORIES["handling"], 2)
    doing(desk).begin(Act.CORRECT)
    form = desk.see().form
    assert form is not None
    options = {option.value: option.text for option in form.asks[0].options}
    assert options["copies.2"] == "材料2的份数（现在：1）"
    assert options[Correctable.PHONE.value] == "电话（现在：138****0000）"
    assert "copies.3" not in options, "what does not apply has no copies"
    doing(desk).answer(Answers({"what": "copies.2", "new": "2", "reason": "多给一份"}))
    assert [row.copies for row in desk.see().case.materials][:2] == [1, 2]
