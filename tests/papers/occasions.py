"""Requests for every kind of paper, as the tests ask for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desk_app.domain.cases import Case, CaseState, MaterialState
from desk_app.domain.catalogue import CaseKind, HandlingMode
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.papers.request import SIZES, PaperRequest
from tests.papers import samples
from tests.papers.samples import request

D, S, M = DocumentKind, PaperSize, HandlingMode
SLIPS = (S.A4, S.A5, S.ROLL80)
"""What a receipt can be printed on; a label holds no slip."""
NOTICE_BY = date(2026, 12, 1)
PROOF = f"本凭证仅证明收到材料，是否受理由{samples.DEPARTMENT}决定，最迟于2026年12月1日前告知。"
DEFERRED = tuple(
    replace(row, state=MaterialState.DEFERRED) if row.number == 3 else row for row in samples.ROWS
)


def accepted(mode: HandlingMode = M.DIRECT, **changes: object) -> Case:
    return replace(samples.case(item=samples.pin(mode)), **changes)  # type: ignore[arg-type]  # any field


def received(mode: HandlingMode) -> Case:
    return samples.case(CaseState.RECEIVED, samples.pin(mode))


def finished() -> Case:
    return samples.case(CaseState.FINISHED, samples.pin(kind=CaseKind.IMMEDIATE, days=0))


def assisted() -> Case:
    return samples.case(CaseState.ASSISTED, samples.pin(M.ASSIST))


def noticed() -> Case:
    return samples.case(CaseState.NOTICED, materials=samples.GAPS)


def requests_of_every_kind(size: PaperSize) -> list[PaperRequest]:
    offered = samples.offered()
    return [
        made
        for made in (
            request(D.RECEIPT, size, case=accepted()),
            request(D.RECEIPT, size, case=received(M.ENTRUSTED_RECEIVE), notice_by=NOTICE_BY),
            request(D.ACCEPTANCE, size, case=accepted(M.ENTRUSTED_ACCEPT)),
            request(D.NOTICE, size, case=noticed(), offered=offered),
            request(D.NOTICE, size, offered=offered),
            request(D.NOTICE, size, offered=offered, in_hand=frozenset({1, 4})),
            request(D.COMPLETION, size, case=finished()),
            request(D.ASSISTANCE, size, case=assisted(), result="手机上完成资格认证"),
            request(D.REFERRAL, size, offered=offered),
        )
        if made.size in SIZES[made.kind]
    ]
