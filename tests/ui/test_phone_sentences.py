"""The sentence for the telephone: one for every state, and none with a hole in it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desk_app.domain.cases import CaseState, fold
from desk_app.domain.phone_lines import Line, PhoneLine, phone_line
from desk_app.ui.phone_sentences import SENTENCES, phone_sentence
from tests.domain import lives as of
from tests.ui.phone_samples import TELLING


def test_every_line_has_a_sentence() -> None:
    assert SENTENCES.keys() == {line.value for line in Line}


@pytest.mark.parametrize("state", list(CaseState))
@pytest.mark.parametrize("later", [2, 30])
def test_every_state_can_be_told_without_a_hole(state: CaseState, later: int) -> None:
    case = fold(of.CASE, (of.registered(), *of.LIVES[state]))
    text = phone_sentence(phone_line(case, of.day(later).date(), of.CALENDAR))
    assert text.startswith("您")
    assert text.endswith("。")
    assert not set("[]{}|") & set(text)
    assert "None" not in text
    assert case.applicant.name not in text
    assert case.applicant.phone not in text


@pytest.mark.parametrize(("said", "text"), TELLING)
def test_what_is_unknown_is_left_out(said: PhoneLine, text: str) -> None:
    assert phone_sentence(said) == text


def test_a_sentence_says_the_day_as_citizens_do() -> None:
    day = date(2026, 12, 3)
    said = phone_sentence(PhoneLine(Line.DECIDED_BY, {"day": day}))
    assert said == "您这件正在办，最晚 12 月 3 日办好。"
    late = phone_sentence(PhoneLine(Line.LATE, {"day": day - timedelta(days=1)}))
    assert "12 月 2 日" in late
