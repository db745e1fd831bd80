"""Cards in the words of different makers, and in what a wedge types."""

from __future__ import annotations

import json
from datetime import date

import pytest

from desk_app.devices.card_text import card_of_answer, card_of_typed, day_of, nation_code
from desk_app.domain.checked import Sex
from desk_app.domain.errors import DeviceTrouble

DAY = date(2026, 6, 1)
NUMBER = "11010519491231002X"


@pytest.mark.parametrize("wrap", [None, "data", "result", "cardInfo"])
def test_makers_wrap_and_name_the_same_facts_differently(wrap: str | None) -> None:
    said = {
        "partyName": " 张某某 ",
        "gender": 2,
        "nation": "汉族",
        "bornDay": "19491231",
        "certAddress": "示例镇示例村 1 号",
        "certNumber": NUMBER.lower(),
        "certOrg": "示例市公安局",
        "effDate": "2015-01-01",
        "expDate": "长期",
        "identityPic": "data:image/png;base64,AAEC",
    }
    card = card_of_answer(json.dumps({wrap: said} if wrap else said))
    assert card is not None
    assert (card.id_number, card.name, card.sex, card.nation) == (NUMBER, "张某某", Sex.FEMALE, "01")
    assert (card.birth, card.valid_from) == (date(1949, 12, 31), date(2015, 1, 1))
    assert (card.valid_until, card.long_term, card.photo) == (None, True, b"\0\1\2")
    assert (card.address, card.authority) == ("示例镇示例村 1 号", "示例市公安局")


@pytest.mark.parametrize(
    "answer",
    [
        '{"code": 1, "data": null}',
        "{}",
        '{"idNumber": "123"}',
        '{"idNumber": true}',
        '{"data": {"idNumber": []}}',
    ],
)
def test_no_number_is_no_card(answer: str) -> None:
    assert card_of_answer(answer) is None


@pytest.mark.parametrize("answer", ["", "no json", "[]", "3", "[" * 100_000, " " * 4_000_001])
def test_nonsense_is_refused(answer: str) -> None:
    with pytest.raises(DeviceTrouble) as trouble:
        card_of_answer(answer)
    assert trouble.value.code == "reader_nonsense"


def test_a_broken_picture_does_not_lose_the_card() -> None:
    card = card_of_answer(json.dumps({"idNumber": NUMBER, "photo": "%%%"}))
    assert card is not None
    assert card.photo == b""


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("20200501", date(2020, 5, 1)),
        ("2020-05-01", date(2020, 5, 1)),
        ("2020年5月1日", date(2020, 5, 1)),
        ("2020.13.01", None),
        ("长期", None),
        ("05.01", None),
        ("01.05.2020", None),
    ],
)
def test_days_in_every_spelling(said: str, day: date | None) -> None:
    assert day_of(said) == day


@pytest.mark.parametrize(
    ("said", "code"),
    [("汉", "01"), ("回族", "03"), ("基诺族", "56"), ("1", "01"), ("", ""), ("x", ""), ("0", "")],
)
def test_a_people_by_name_or_number(said: str, code: str) -> None:
    assert nation_code(said) == code


@pytest.mark.parametrize("mark", ["|", ";", ",", "\n", "\r\n"])
def test_a_wedge_types_lines_or_one_line(mark: str) -> None:
    parts = (
        "张某某",
        "女",
        "汉",
        "1949-12-31",
        "示例镇示例村 1 号",
        NUMBER,
        "示例市公安局",
        "2015.01.01-2035.01.01",
    )
    card = card_of_typed(mark.join(parts), DAY)
    assert card is not None
    assert (card.name, card.sex, card.nation) == ("张某某", Sex.FEMALE, "01")
    assert (card.address, card.authority) == ("示例镇示例村 1 号", "示例市公安局")
    assert (card.valid_from, card.valid_until, card.long_term) == (date(2015, 1, 1), date(2035, 1, 1), False)
    assert card.birth == date(1949, 12, 31)


def test_another_order_and_fewer_facts() -> None:
    card = card_of_typed(f"{NUMBER}|李某|2015.01.01-长期", DAY)
    assert card is not None
    assert (card.id_number, card.name, card.sex) == (NUMBER, "李某", Sex.FEMALE)
    assert (card.valid_from, card.valid_until, card.long_term) == (date(2015, 1, 1), None, True)
    assert (card.address, card.birth) == ("", None)


@pytest.mark.parametrize("text", ["", NUMBER, "张某某|女", "11010519491231002|张某某", "x" * 5_000])
def test_what_is_no_card_with_facts(text: str) -> None:
    assert card_of_typed(text, DAY) is None
