"""套打: facts stay on the sheet and move by half a millimetre; offsets by tenths."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.bodies import from_plain, to_plain
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.overprint import FARTHEST, LARGEST, SHEETS, SMALLEST, Fact, Form, Forms, Offset

FORM = Form(DocumentKind.ACCEPTANCE)


def test_a_fact_is_put_on_moved_changed_and_taken_off() -> None:
    form = FORM.with_fact(Fact.APPLICANT).with_fact(Fact.DUE)
    assert [spot.fact for spot in form.spots] == [Fact.APPLICANT, Fact.DUE]
    first, second = form.spots
    assert second.y > first.y
    moved = form.moved(1, 0.5, -5.0)
    assert (moved.spots[1].x, moved.spots[1].y) == (second.x + 0.5, second.y - 5.0)
    assert moved.changed(0, size=99.0).spots[0].size == LARGEST
    assert moved.changed(0, size=1.0).spots[0].size == SMALLEST
    assert form.without(0).spots == (second,)


@pytest.mark.parametrize("at", [-1, 1])
def test_a_spot_that_is_not_there_changes_nothing(at: int) -> None:
    form = FORM.with_fact(Fact.ITEM)
    assert form.moved(at, 1, 1) == form.changed(at, x=1.0) == form


@given(
    size=st.sampled_from(list(SHEETS)),
    steps=st.lists(st.tuples(st.floats(-400, 400), st.floats(-400, 400)), max_size=6),
)
def test_nothing_leaves_the_sheet(size: PaperSize, steps: list[tuple[float, float]]) -> None:
    form = FORM.with_fact(Fact.ITEM)
    for across, down in steps:
        form = form.moved(0, across, down)
    form = form.on(size)
    (spot,) = form.spots
    width, height = form.sheet
    assert 0 <= spot.x <= width + 0.25
    assert 0 <= spot.y <= height + 0.25
    assert (spot.x * 2).is_integer()


def test_an_offset_goes_by_tenths_and_not_for_ever() -> None:
    offset = Offset().stepped(1, -1).stepped(1, 0)
    assert offset == Offset(0.2, -0.1)
    assert Offset(FARTHEST, 0.0).stepped(5, 0) == Offset(FARTHEST, 0.0)


def test_a_form_is_printed_on_only_when_it_is_in_use_and_says_something() -> None:
    form = Form(DocumentKind.RECEIPT, in_use=True)
    forms = Forms().with_form(form)
    assert forms.in_use(DocumentKind.RECEIPT) is None
    full = form.with_fact(Fact.APPLICANT)
    assert forms.with_form(full).in_use(DocumentKind.RECEIPT) == full
    assert forms.form(DocumentKind.NOTICE) == Form(DocumentKind.NOTICE)
    kept = forms.with_form(full).with_offset("LQ-630", Offset(0.3, -0.2))
    assert from_plain(Forms, to_plain(kept)) == kept
