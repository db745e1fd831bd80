"""The base message of a card, byte by byte."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.devices.card_message import LAYOUT, MESSAGE_BYTES, decode, encode
from desk_app.devices.id_reader import SAMPLE_CARD
from desk_app.domain.checked import Sex
from desk_app.domain.errors import DeviceTrouble


def test_the_fields_fill_the_message() -> None:
    assert 2 * sum(length for _name, length in LAYOUT) == MESSAGE_BYTES


def test_a_card_comes_back_as_it_was_written() -> None:
    until = replace(SAMPLE_CARD, valid_until=date(2035, 1, 1), long_term=False, sex=Sex.MALE)
    for card in (SAMPLE_CARD, until):
        assert decode(encode(card), b"pic") == replace(card, photo=b"pic")


def test_the_message_as_a_card_holds_it() -> None:
    text = (
        "张某某"
        + " " * 12
        + "2"
        + "01"
        + "19491231"
        + "示例镇示例村 1 号".ljust(35)
        + "11010519491231002X"
        + "示例市公安局".ljust(15)
        + "20150101"
        + "长期".ljust(8)
        + " " * 18
    )
    card = decode(text.encode("utf-16-le"))
    assert card == SAMPLE_CARD


def test_a_name_of_rare_characters_does_not_shift_the_rest() -> None:
    rare = replace(SAMPLE_CARD, name="\U00020bb7\U00020bb7某")
    assert decode(encode(rare)) == rare


def test_what_is_left_empty_stays_empty() -> None:
    bare = replace(
        SAMPLE_CARD, sex=None, birth=None, nation="", valid_from=None, long_term=False, authority=""
    )
    assert decode(encode(bare)) == bare


@given(st.binary(max_size=300))
def test_no_bytes_break_it(message: bytes) -> None:
    with pytest.raises(DeviceTrouble):
        decode(message)
