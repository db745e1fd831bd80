"""Every code that anything raises has a sentence; every enumeration has its words."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

import desk_app
import desk_app.domain
from desk_app.db import faults
from desk_app.domain.checked import Checked, Notice, Reason
from desk_app.domain.errors import (
    BadFile,
    DeskError,
    IllegalMove,
    InputError,
    InvalidIdentity,
    NotAllowed,
    PaperTrouble,
    SignInFailed,
)
from desk_app.domain.worktime import DayLine, LineKind
from desk_app.ui.life_words import PART_WORDS
from desk_app.ui.messages import (
    SENTENCES,
    day_words,
    reason_words,
    refusal,
    remarks,
    sentence,
    told,
)
from desk_app.ui.words import WORDS, citizen_date, part_word, screen_date, weekday_letter, word, word_for

ROOT = Path(desk_app.__file__).parent
RAISED = re.compile(
    r"(?:InputError|InvalidIdentity|BadFile|IllegalMove|NotAllowed|SignInFailed|NotFound|StoreTrouble|StoreLocked"
    r"|StoreDamaged|StoreTooNew|DiskFull|StoreMissing|PaperTrouble|GlyphMissing|PrinterTrouble|DeviceTrouble)\(\s*\"(\w+)\""
)


def _codes() -> set[str]:
    texts = (file.read_text("utf-8") for file in sorted(ROOT.rglob("*.py")) if "ui" not in file.parts)
    return {code for text in texts for code in RAISED.findall(text)} | set(faults._CODES.values())


def _obstacles() -> set[str]:
    """What may be in the way of an act is answered, not raised; the table's own door raises it."""
    text = (ROOT / "domain" / "act_readiness.py").read_text("utf-8")
    return {code for line in text.splitlines() if "return" in line for code in re.findall(r'"(\w+)"', line)}


def _parts() -> set[str]:
    """What an act may lack."""
    text = (ROOT / "domain" / "act_contents.py").read_text("utf-8")
    table = text.partition("_NEEDED:")[2].partition("\n}\n")[0]
    named = re.findall(r"_empty\([^)]*\)", text)
    return {part for found in (table, *named) for part in re.findall(r'"(\w+)"', found)} - {"reason"}


def _families() -> list[type[DeskError]]:
    found, waiting = [DeskError], [DeskError]
    while waiting:
        below = waiting.pop().__subclasses__()
        ours = [each for each in below if each.__module__ == "desk_app.domain.errors"]
        found += ours
        waiting += ours
    return found


def _enumerations() -> list[type[StrEnum]]:
    modules = [
        importlib.import_module(f"desk_app.domain.{found.name}")
        for found in pkgutil.iter_modules(desk_app.domain.__path__)
    ]
    kinds = {
        kind
        for module in modules
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, StrEnum) and kind is not StrEnum
    }
    return sorted((kind for kind in kinds if kind.__name__ in WORDS), key=lambda kind: kind.__name__)


def test_every_code_has_a_sentence() -> None:
    assert not _codes() - SENTENCES.keys()
    assert len(_codes()) > 60


def test_everything_in_the_way_of_an_act_has_a_sentence() -> None:
    assert not _obstacles() - SENTENCES.keys()
    assert len(_obstacles()) > 10


def test_every_part_an_act_may_lack_has_a_word() -> None:
    assert not _parts() - PART_WORDS.keys()
    assert {"problem", "recipient", "express", "mode"} <= _parts()
    assert sentence(IllegalMove("part_needed", part="recipient")) == "还差一项没填：领取人。填好再来。"
    assert part_word("unheard_of") == "unheard_of"


@pytest.mark.parametrize("family", _families(), ids=lambda family: family.__name__)
def test_every_family_has_a_sentence_of_its_own(family: type[DeskError]) -> None:
    assert sentence(family("a_code_nobody_knows"))
    assert family.default_code in SENTENCES


@pytest.mark.parametrize("kind", _enumerations(), ids=lambda kind: kind.__name__)
def test_every_member_has_a_word(kind: type[StrEnum]) -> None:
    assert {member.value for member in kind} <= WORDS[kind.__name__].keys()
    assert all(word(member) for member in kind)


def test_the_words_are_of_enumerations_that_exist() -> None:
    assert WORDS.keys() == {kind.__name__ for kind in _enumerations()} | {"Scheme"}


def test_a_sentence_is_what_happened_and_what_to_do() -> None:
    error = SignInFailed("wrong_password", left=3)
    assert told(error) == ("口令不对，还能试 3 次", "大小写也要一致。")
    assert sentence(error) == "口令不对，还能试 3 次。大小写也要一致。"
    assert sentence(InputError("limit_days", most=3650)) == "办理期限要在 0 到 3650 天之间"


def test_codes_in_parameters_are_said_in_words() -> None:
    assert sentence(NotAllowed("right_missing", right="accept")).startswith("受理要有权限的人来做")
    assert "手机号：还差 1 位" in sentence(
        InvalidIdentity("field_invalid", field="phone", reason="too_short", detail="1")
    )
    assert "看不懂" not in sentence(BadFile("catalogue_rule", rule="id_form", item="1-1", count=2))


def test_a_missing_parameter_leaves_a_gap_and_no_crash() -> None:
    assert (
        sentence(PaperTrouble("printer_gone"))
        == "找不到打印机“”。办件已经存好。接好打印机，或在设置里换一台。"
    )


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_words(reason: Reason) -> None:
    assert reason_words(reason, "2")
    assert refusal(Checked(reason=reason, detail=""))


def test_a_value_that_holds_is_not_refused() -> None:
    assert not refusal(Checked("x"))
    assert refusal(Checked(reason=Reason.TOO_SHORT, detail="1")) == "还差 1 位"
    assert refusal(Checked(reason=Reason.TOO_LONG)) == "太长了"
    assert remarks(Checked("x", notices=(Notice.OLD_FORM,))) == ("15 位老号码，已换成 18 位",)


def test_dates_are_said_as_clerks_and_citizens_say_them() -> None:
    assert screen_date(date(2026, 12, 8)) == "2026-12-08 周二"
    assert citizen_date(date(2026, 12, 8)) == "12 月 8 日"
    assert weekday_letter(date(2026, 12, 6)) == "日"


def test_each_day_of_a_deadline_says_its_reason() -> None:
    assert day_words(DayLine(date(2026, 11, 25), LineKind.COUNTED, 1)) == "2026-11-25 周三，第 1 天，工作日"
    assert day_words(DayLine(date(2026, 10, 1), LineKind.HOLIDAY, None, "国庆节")).endswith(
        "节假日（国庆节）"
    )


def test_an_unknown_word_is_itself() -> None:
    assert word_for("CaseState", "unheard_of") == "unheard_of"
    assert word_for("Nothing", "x") == "x"
