"""Which part of a text stands behind each syllable."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.lookup_terms import spans


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("低保", ["低", "保"]),
        ("80周岁以上", ["80", "周", "岁", "以", "上"]),
        ("爱山东APP、掌上12333", ["爱", "山", "东", "APP", "掌", "上", "12333"]),
        ("“两癌筛查”申报", ["两", "癌", "筛", "查", "申", "报"]),
        ("a b", ["a", "b"]),
        ("《证》（折）", ["证", "折"]),
        ("𠮷 岁", ["𠮷", "岁"]),
        ("㈠·—", []),
    ],
)
def test_one_span_for_each_character_or_run(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text)] == parts


@given(st.text())
def test_spans_stand_in_order_and_never_overlap(text: str) -> None:
    found = spans(text)
    assert all(start < end <= len(text) for start, end in found)
    assert all(one[1] <= two[0] for one, two in pairwise(found))
