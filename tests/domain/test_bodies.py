from __future__ import annotations

import json
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any, get_args
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.domain.bodies import decode, encode, from_plain, shape, to_plain
from desk_app.domain.calendar import DayMark, MarkKind
from desk_app.domain.cases import CaseEvent, MaterialState, NoticeGiven
from desk_app.domain.intake import IntakeForm, Mark
from desk_app.domain.site_acts import CalendarEdited
from desk_app.domain.streams import KINDS


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Leaf:
    n: int
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    id: UUID
    text: str
    colour: Colour
    at: datetime
    leaves: tuple[Leaf, ...] = ()
    marks: Mapping[int, Leaf] = field(default_factory=dict)
    days: Mapping[date, Leaf | None] = field(default_factory=dict)
    flag: bool = False
    share: float = 0.5


SAMPLE = Sample(
    UUID(int=5),
    "张𠮷\n“",
    Colour.RED,
    datetime(2026, 11, 24, 2, 0, tzinfo=UTC),
    (Leaf(1), Leaf(2, date(2026, 1, 2))),
    {7: Leaf(7)},
    {date(2026, 1, 1): None, date(2026, 1, 2): Leaf(0)},
    True,
)
TEXT = (
    '{"at":"2026-11-24T02:00:00+00:00","colour":"red","days":{"2026-01-01":null,"2026-01-02":{"n":0,"on":null}},'
    '"flag":true,"id":"00000000-0000-0000-0000-000000000005","leaves":[{"n":1,"on":null},{"n":2,"on":"2026-01-02"}],'
    '"marks":{"7":{"n":7,"on":null}},"share":0.5,"text":"张𠮷\\n“"}'
)


def test_the_text_is_canonical_and_comes_back() -> None:
    assert encode(SAMPLE) == TEXT
    assert decode(Sample, TEXT) == SAMPLE
    assert from_plain(Sample, to_plain(SAMPLE)) == SAMPLE


def test_the_text_never_depends_on_the_order_of_things() -> None:
    marks = {n: Mark(MaterialState.COPY) for n in (3, 1, 2)}
    form = IntakeForm(UUID(int=1), marks=marks)
    other = IntakeForm(UUID(int=1), marks=dict(sorted(marks.items())))
    assert encode(form) == encode(other)


def test_unknown_fields_are_passed_over_and_new_ones_take_their_default() -> None:
    assert decode(Leaf, '{"n":3,"of_tomorrow":[1]}') == Leaf(3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"x"',
        "{}",
        '{"n":"x"}',
        '{"n":true}',
        '{"n":1.5}',
        '{"n":9007199254740993}',
        '{"n":1,"on":"2026-13-01"}',
        '{"n":1,"on":5}',
        "[" * 100_000,
    ],
)
def test_what_is_no_leaf(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        decode(Leaf, text)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", 5),
        ("id", "x"),
        ("text", None),
        ("text", 5),
        ("colour", "blue"),
        ("colour", ["red"]),
        ("at", "yesterday"),
        ("at", "2026-11-24T02:00:00"),
        ("at", "0001-01-01T00:00:00+00:00"),
        ("text", "\ud800"),
        ("marks", {str(2**60): {"n": 1}}),
        ("leaves", "ab"),
        ("leaves", {"0": {}}),
        ("leaves", [[]]),
        ("marks", []),
        ("marks", {"x": {"n": 1}}),
        ("days", {"x": None}),
        ("flag", 1),
    ],
)
def test_what_is_no_sample(name: str, value: Any) -> None:
    plain = json.loads(TEXT) | {name: value}
    with pytest.raises(ValueError, match=r".*"):
        from_plain(Sample, plain)


def test_the_shape_names_every_field_below() -> None:
    told = shape(Sample)
    assert told == shape(Sample)
    for part in ("Sample.id:", "Sample.leaves:", "Leaf.n:", "Leaf.on:"):
        assert part in told
    assert told != shape(Leaf)


words = st.text(alphabet=string.ascii_letters + "张李𠮷·1234 \n\"'", max_size=8)
FIRST = datetime(1900, 1, 1, tzinfo=UTC)
EVENTS = [kind.cls for kind in KINDS.values()]


@settings(max_examples=200)
@given(st.data(), st.sampled_from(EVENTS))
def test_every_event_comes_back_as_it_was(data: st.DataObject, cls: type[Any]) -> None:
    event = data.draw(_any(cls))
    text = encode(event)
    assert decode(cls, text) == event
    assert encode(decode(cls, text)) == text


def _any(cls: type[Any]) -> st.SearchStrategy[Any]:
    st.register_type_strategy(str, words)
    st.register_type_strategy(
        datetime, st.timedeltas(timedelta(0), timedelta(365_000)).map(lambda after: FIRST + after)
    )
    st.register_type_strategy(int, st.integers(-(2**53), 2**53))
    if cls is CalendarEdited:
        marks = st.none() | st.builds(DayMark, st.sampled_from(MarkKind), words)
        return st.builds(CalendarEdited, st.dictionaries(st.dates(), marks, max_size=4), st.tuples())
    return st.from_type(cls)


def test_every_case_event_is_covered() -> None:
    assert set(get_args(CaseEvent)) <= set(EVENTS)
    assert NoticeGiven in EVENTS
