"""What a site may and may not make its papers say."""

from __future__ import annotations

import pytest

from desk_app.domain.wording import Fault, WordingFlaw
from desk_app.papers.wording import DEFAULTS
from desk_app.papers.wording_lint import blanks_of, faults_of


@pytest.mark.parametrize("key", sorted(DEFAULTS))
def test_every_draft_holds_by_its_own_rules(key: str) -> None:
    assert faults_of(key, DEFAULTS[key]) == ()


@pytest.mark.parametrize(
    ("key", "text", "fault"),
    [
        ("receipt.title", " ", Fault(WordingFlaw.EMPTY)),
        ("receipt.title", "凭" * 401, Fault(WordingFlaw.TOO_LONG, "1")),
        ("receipt.title", "凭证{due}", Fault(WordingFlaw.UNKNOWN_BLANK, "due")),
        ("receipt.title", "凭证{due", Fault(WordingFlaw.UNKNOWN_BLANK, "{ }")),
        ("receipt.title", "**凭证", Fault(WordingFlaw.HALF_STRONG)),
        ("receipt.counted", "材料已收，现予受理。", Fault(WordingFlaw.FORBIDDEN, "现予受理")),
        (
            "refusal.lead",
            "{you}的“{item}”申请，{reason}，不予受理。",
            Fault(WordingFlaw.LACKS_BLANK, "basis"),
        ),
        (
            "acceptance.tolerance@benefit",
            "“{item}”材料齐全，缺{missing}，现容缺受理。",
            Fault(WordingFlaw.FORBIDDEN, "材料齐全"),
        ),
        ("deferral_notice.lead", "“{item}”材料齐全，现容缺受理。", Fault(WordingFlaw.FORBIDDEN, "材料齐全")),
        ("deferral_promise.lead", "不补的记入失信名单。", Fault(WordingFlaw.FORBIDDEN, "失信")),
        ("acceptance.title", "行政许可受理通知书", Fault(WordingFlaw.FORBIDDEN, "行政许可")),
        ("notice.call", "逾期不补的，退回", Fault(WordingFlaw.FORBIDDEN, "逾期")),
    ],
)
def test_what_must_not_be_printed_is_named(key: str, text: str, fault: Fault) -> None:
    assert fault in faults_of(key, text)


def test_strong_marks_do_not_hide_what_is_forbidden() -> None:
    assert Fault(WordingFlaw.FORBIDDEN, "材料齐全") in faults_of("deferral_notice.copies", "材料**齐全**")


def test_the_words_of_the_law_may_stand() -> None:
    assert faults_of("acceptance.tolerance", "“{item}”主要材料齐全，缺{missing}，现容缺受理。") == ()
    assert blanks_of("acceptance.promised@direct") == ("limit", "due")


@pytest.mark.parametrize("key", ["receipt.nothing", "receipt.title@nobody"])
def test_a_sentence_nobody_knows_is_a_bug(key: str) -> None:
    with pytest.raises(KeyError):
        faults_of(key, "a")
