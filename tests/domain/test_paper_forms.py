"""Every number set aside ends in one of two ways, and in one only."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from desk_app.domain.errors import IllegalMove
from desk_app.domain.paper_forms import (
    FormBlock,
    FormEntered,
    FormEvent,
    FormsReserved,
    FormState,
    FormVoided,
    apply,
    forms_out,
)
from tests.services.desk_samples import NOW

BLOCK, CASE = UUID(int=1), UUID(int=2)


def after(*events: FormEvent) -> FormBlock:
    block = apply(BLOCK, None, FormsReserved(("1", "2", "3"), NOW))
    for event in events:
        block = apply(BLOCK, block, event)
    return block


def test_a_number_is_entered_or_void_and_the_others_wait() -> None:
    block = after(FormEntered("2", CASE, NOW), FormVoided("1", "写坏了", NOW))
    assert [form.state for form in block.forms] == [FormState.VOID, FormState.ENTERED, FormState.OUT]
    assert [form.number for form in block.out] == ["3"]
    entered = block.form("2")
    assert entered is not None
    assert entered.case == CASE
    assert block.form("4") is None


def test_what_waits_longer_than_a_day_is_late() -> None:
    block = after(FormVoided("1", "写坏了", NOW))
    assert [form.late for form in forms_out(block, NOW + timedelta(hours=24))] == [False, False]
    assert [form.late for form in forms_out(block, NOW + timedelta(hours=25))] == [True, True]


@pytest.mark.parametrize(
    ("events", "last", "code"),
    [
        ((), FormsReserved(("1",), NOW), "forms_reserved_twice"),
        ((), FormEntered("9", CASE, NOW), "form_not_reserved"),
        ((FormEntered("1", CASE, NOW),), FormEntered("1", CASE, NOW), "form_entered_already"),
        ((FormEntered("1", CASE, NOW),), FormVoided("1", "写坏了", NOW), "form_entered_already"),
        ((FormVoided("1", "写坏了", NOW),), FormEntered("1", CASE, NOW), "form_void_already"),
    ],
)
def test_no_number_ends_twice(events: tuple[FormEvent, ...], last: FormEvent, code: str) -> None:
    block = after(*events)
    with pytest.raises(IllegalMove, match=code):
        apply(BLOCK, block, last)


def test_a_number_nobody_set_aside_is_no_form() -> None:
    with pytest.raises(IllegalMove, match="form_not_reserved"):
        apply(BLOCK, None, FormVoided("1", "写坏了", NOW))
