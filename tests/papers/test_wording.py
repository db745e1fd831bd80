"""A site may change the words, but not what must and must not be said."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk_app.domain.catalogue import HandlingMode, LegalNature
from desk_app.domain.errors import BadFile
from desk_app.papers.fonts import Role
from desk_app.papers.typeset import Span
from desk_app.papers.wording import DEFAULTS, Wording, read_wording

FILE = Path(__file__).parents[2] / "resources" / "papers" / "wording.toml"


def test_the_file_that_sites_edit_says_what_the_program_says() -> None:
    assert read_wording(FILE.read_text(encoding="utf-8")).changed == DEFAULTS


def test_the_closest_words_win() -> None:
    wording = read_wording(
        '[acceptance]\ntitle = "甲"\n[acceptance.benefit]\ntitle = "乙"\n[acceptance.direct]\ntitle = "丙"'
    )
    benefit, service = LegalNature.BENEFIT, LegalNature.SERVICE
    assert wording.say("acceptance.title", service, HandlingMode.ASSIST) == "甲"
    assert wording.say("acceptance.title", benefit, HandlingMode.ASSIST) == "乙"
    assert wording.say("acceptance.title", benefit, HandlingMode.DIRECT) == "丙"
    assert wording.say("acceptance.title") == "甲"


def test_blanks_are_filled_and_what_is_filled_in_stays_text() -> None:
    spans = Wording().spans("checklist.lead", item="**{item}**")
    assert spans == (
        Span("办理“", Role.BODY),
        Span("**{item}**", Role.STRONG),
        Span("”，请带齐：", Role.BODY),
    )
    assert Wording().say("checklist.lead") == "办理“”，请带齐："


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[receipt", "wording_syntax"),
        ('[receipt]\nnothing = "x"', "wording_unknown"),
        ('[receipt.nobody]\ntitle = "x"', "wording_unknown"),
        ("[receipt]\ntitle = 5", "wording_unknown"),
        ('receipt = "x"', "wording_unknown"),
        ('[receipt]\ntitle = "{person}"', "wording_blank"),
        ('[acceptance]\ntitle = "行政许可受理通知书"', "wording_forbidden"),
        ('[acceptance]\nsupply = "逾期记入失信名单"', "wording_forbidden"),
        ('[acceptance]\ntolerance = "材料齐全，缺{missing}"', "wording_forbidden"),
    ],
)
def test_what_must_not_be_said_is_refused(text: str, code: str) -> None:
    with pytest.raises(BadFile) as told:
        read_wording(text)
    assert told.value.code == code
