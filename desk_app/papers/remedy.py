"""In whose name a paper speaks, and what a citizen may do against it (domain.md, appendix A3).

The remedy lines stand in here and in no file of a site: rights hang on their words. The organ of review is a
fixed value of the site; a paper that owes a remedy and knows none is not drawn.
"""

from __future__ import annotations

from desk_app.domain.cases import Case
from desk_app.domain.catalogue import CaseKind, HandlingMode, LegalNature
from desk_app.domain.errors import IllegalMove, PaperTrouble
from desk_app.domain.remedies import Remedy
from desk_app.papers.receipt import case_of
from desk_app.papers.request import PaperRequest

ACCEPTANCE_SEAL = "受理专用章"

_LINES = {
    Remedy.REVIEW_FIRST: (
        "不服本决定的，应当先自知道之日起60日内向{organ}申请行政复议；"
        "对复议决定仍不服的，可自收到复议决定书之日起15日内{court}起诉。"
    ),
    Remedy.EITHER: (
        "不服本决定的，可自知道之日起60日内向{organ}申请行政复议，或者自知道之日起6个月内{court}起诉。"
    ),
}


def remedy_line(request: PaperRequest, case: Case) -> str:
    """The line that is owed; empty for queries, printing, advice and other services, which decide nothing.

    Raises:
        PaperTrouble: ``remedy_not_set``, ``review_organ_not_set`` when a line is owed and its wording or its
            organ is not known.
    """
    if case.item.legal_nature is LegalNature.SERVICE:
        return ""
    if request.particulars.remedy is None:
        raise PaperTrouble("remedy_not_set", what="remedy")
    organ = request.site.review_organ.strip()
    if not organ:
        raise PaperTrouble("review_organ_not_set", what="review_organ")
    court = request.site.court.strip()
    return _LINES[request.particulars.remedy].format(organ=organ, court=f"向{court}" if court else "")


def acceptor(request: PaperRequest, case: Case) -> tuple[str, str]:
    """Name and seal of who accepts: the department where the counter acts for it, else the site.

    Raises:
        IllegalMove: ``cannot_accept`` where whoever holds the case has no right of acceptance.
    """
    mode = case.mode
    if mode is None or not mode.may_accept:
        raise IllegalMove("cannot_accept", mode=mode.value if mode else "")
    if mode is HandlingMode.ENTRUSTED_ACCEPT:
        return case.item.department, ACCEPTANCE_SEAL
    return request.site.name, request.site.seal_name


def entrusted(request: PaperRequest, case: Case) -> list[tuple[str, bool]]:
    """受委托受理单位, where the paper speaks in the name of a department."""
    if case.mode is HandlingMode.ENTRUSTED_ACCEPT:
        return [(f"受委托受理单位：{request.site.name}", False)]
    return []


def accepted_case(request: PaperRequest) -> Case:
    """The case, once accepted. Raises IllegalMove ``not_accepted`` otherwise."""
    case = case_of(request)
    if case.accepted_at is None:
        raise IllegalMove("not_accepted")
    return case


def promised_case(request: PaperRequest) -> Case:
    """The case, when it is a 承诺件: a 即办件 uses neither 容缺 nor 延期 papers.

    Raises:
        IllegalMove: ``not_for_immediate``.
    """
    case = case_of(request)
    if case.item.kind is CaseKind.IMMEDIATE:
        raise IllegalMove("not_for_immediate")
    return case
