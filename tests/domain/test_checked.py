import pytest

from desk_app.domain.checked import (
    MAX_RAW_LENGTH,
    Checked,
    Reason,
    cleaned,
    first_outside,
    misfit,
    plain_hyphens,
    refused,
    without_hyphens,
)


def test_an_answer_is_valid_when_nothing_was_refused() -> None:
    assert Checked(normalised="1").valid
    assert not refused(Reason.EMPTY).valid
    assert refused(Reason.TOO_SHORT, 3).detail == "3"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" 1\u30002\t3\n", "123"),
        ("１２３ｘ", "123x"),
        ("\u0661", "\u0661"),
        ("1\n2", "1\n2"),
        ("1" * MAX_RAW_LENGTH, "1" * MAX_RAW_LENGTH),
    ],
)
def test_cleaning_mends_width_and_spaces_only(value: str, text: str) -> None:
    assert cleaned(value) == text


def test_cleaning_refuses_nothing_and_too_much() -> None:
    assert cleaned(" \r\n") == refused(Reason.EMPTY)
    assert cleaned("1" * (MAX_RAW_LENGTH + 1)) == refused(Reason.TOO_LONG)


def test_every_dash_is_a_hyphen() -> None:
    assert plain_hyphens("1-2–3—4−5‐6") == "1-2-3-4-5-6"
    assert without_hyphens("1-2–3—4−5‐6") == "123456"


def test_lengths_and_characters_are_told_by_count_and_place() -> None:
    assert misfit("123", 3) is None
    assert misfit("1", 3) == refused(Reason.TOO_SHORT, 2)
    assert misfit("12345", 3) == refused(Reason.TOO_LONG, 2)
    assert first_outside("12a", "12") == 3
    assert first_outside("12", "12") is None
