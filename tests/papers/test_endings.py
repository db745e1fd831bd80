"""退件单, 说明, and what became of a 容缺: what each says, and what it does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from desk_app.domain.case_life import CaseLife
from desk_app.domain.cases import CaseState
from desk_app.papers.draw import draw
from desk_app.papers.fonts import FontChain
from desk_app.papers.particulars import Particulars
from desk_app.papers.request import PaperRequest
from tests.papers import later_occasions as later
from tests.papers.later_occasions import D, S
from tests.papers.reading import text_of
from tests.papers.samples import request

Said = tuple[str, ...]
APPROVED_BY = Particulars(approver="王某某")

ENDINGS: tuple[tuple[str, Callable[[], PaperRequest], Said, Said], ...] = (
    (
        "退件单 says until when, that papers go back, and that one may come again",
        lambda: request(D.RETURN_SLIP, case=later.closed(CaseState.RETURNED, rounds=(later.asking(),))),
        (
            "退件单",
            "已告知于2026年12月10日前补正",
            "终结本次办理，退还材料",
            "不影响补齐后再次申请",
            "11月30日电话联系本人",
            "退还的材料",
            "材料收回人（签字）",
        ),
        ("不予", "受理通知", "失信"),
    ),
    (
        "撤回说明",
        lambda: request(D.CLOSING_NOTE, S.A4, case=later.closed(CaseState.WITHDRAWN)),
        ("撤回申请说明", "已按您的要求撤回", "可以重新申请"),
        ("作废", "批准人"),
    ),
    (
        "作废说明 names who agreed; where no paper stayed nothing goes back",
        lambda: request(
            D.CLOSING_NOTE, case=later.closed(CaseState.VOIDED, materials=()), particulars=APPROVED_BY
        ),
        ("作废说明", "登记有误", "批准人王某某", "签收人（签字）"),
        ("退还的材料", "材料收回人"),
    ),
    (
        "终止办理说明",
        lambda: request(D.CLOSING_NOTE, case=later.closed(CaseState.TERMINATED)),
        ("终止办理说明", "因下列原因终止办理"),
        ("容缺",),
    ),
    (
        "容缺逾期 ends by the promise",
        lambda: request(D.DEFERRAL_OUTCOME, case=later.broken()),
        ("容缺逾期告知书", "承诺于2026年12月3日前补齐", "终止本次办理，退还材料", "可以重新申请", "提醒记录"),
        ("材料齐全", "失信", "延期"),
    ),
    (
        "容缺延期 says the new day, and that it is the last",
        lambda: request(
            D.DEFERRAL_OUTCOME, S.A4, case=replace(later.deferred(), life=CaseLife(deferral_extended=True))
        ),
        ("容缺延期告知书", "延长到2026年12月3日", "只延长一次", "到期仍未补齐"),
        ("逾期告知", "材料齐全", "退还的材料"),
    ),
)


@pytest.mark.parametrize(
    ("made", "says", "never"), [each[1:] for each in ENDINGS], ids=[e[0] for e in ENDINGS]
)
def test_an_end_is_told(made: Callable[[], PaperRequest], says: Said, never: Said, fonts: FontChain) -> None:
    text = text_of(draw(made(), fonts).pdf)
    assert [words for words in says if words not in text] == []
    assert [words for words in never if words in text] == []
