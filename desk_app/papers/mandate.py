"""A6 委托书, and the guardian's declaration, which is no mandate (domain.md, appendix A6; mock P05).

What may be given, what ends it, and what is never done by another stand here and in no file of a site.
"""

from __future__ import annotations

from collections.abc import Iterator

from desk_app.domain.errors import PaperTrouble
from desk_app.domain.mandates import Power
from desk_app.domain.masking import Kind, Profile, mask
from desk_app.domain.people import MandateKind, Party, Relation
from desk_app.papers.blocks import facts, who
from desk_app.papers.flow import column
from desk_app.papers.fonts import Role
from desk_app.papers.forms import PEN_DATE, Column, boxes, hands, prose, rows_table, small_print
from desk_app.papers.furniture import Layout, finish_pages, open_layout, snug
from desk_app.papers.particulars import Mandate
from desk_app.papers.request import PaperRequest
from desk_app.papers.sheet import Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.wording import Wording
from desk_app.papers.words import RELATIONS, long_date, masked_number, masked_phone

_POWERS = {
    Power.SUBMIT: "代为提交材料",
    Power.SUPPLEMENT: "代为补正",
    Power.FETCH: "代领结果",
    Power.ONLINE: "代为网上申报（用代办员本人账号的代办、授权功能）",
}
_SIGN = "代为签收文书（单独勾选；签收之日起计算申请救济的期限）"
_ENDS = "事项办结、委托人书面撤销、代办员离岗或者任一方死亡时，委托终止。"
_DECLARED = (
    "服务无偿，受托人不得收费，不得转委托，对个人信息保密；材料的真实性由委托人负责。",
    "下列事项不得代办：作出承诺；家庭经济状况核查授权（家庭成员各自签字）；本人资格认证；人脸核验。"
    "受托人不得保管委托人的账号、密码、短信验证码、银行卡、社会保障卡和现金。",
)
_WITNESSES = "委托人不会签字的，捺印并由见证人 2 人签字（不得是代办员本人或本站人员）。"


def mandate_of(request: PaperRequest) -> Mandate:
    """The mandate a request brings, else what the case says of its proxy.

    Raises:
        PaperTrouble: ``paper_lacks`` when nobody acts for anybody; ``proof`` for a guardian without one.
    """
    given = request.particulars.mandate
    case = request.case
    if given is None and case is not None and case.proxy is not None:
        proxy = case.proxy
        given = Mandate(case.applicant, proxy.party, proxy.relation, (case.item.name,), proxy.mandate)
    if given is None or not given.matters:
        raise PaperTrouble("paper_lacks", what="mandate")
    if given.kind is MandateKind.GUARDIANSHIP and not given.proof.strip():
        raise PaperTrouble("paper_lacks", what="proof")
    return given


def title_of(request: PaperRequest, wording: Wording) -> str:
    """代办委托书 for a 代办员, 授权委托书 for a relative, and what a guardian signs."""
    mandate = mandate_of(request)
    if mandate.kind is MandateKind.GUARDIANSHIP:
        return wording.say("mandate.title_guardian")
    return wording.say("mandate.title_agent" if mandate.relation is Relation.AGENT else "mandate.title")


def lay_out(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """The paper that is signed."""
    mandate = mandate_of(request)
    build = _guardian if mandate.kind is MandateKind.GUARDIANSHIP else _mandate
    layout = snug(request, lambda scale: build(request, mandate, ink, wording, scale))
    finish_pages(layout)
    return layout.sheet


def powers(given: frozenset[Power]) -> Iterator[str]:
    """权限 with boxes; 签收 on a line of its own, ticked only when it was given on its own."""
    yield boxes((word, power in given) for power, word in _POWERS.items())
    yield boxes([(_SIGN, Power.SIGN in given)])


def term(mandate: Mandate) -> str:
    """From when until when, and what ends it before."""
    first = long_date(mandate.first) if mandate.first else "签字之日"
    last = long_date(mandate.last) if mandate.last else "事项办结之日"
    return f"委托期限：自{first}起至{last}止。" + _ENDS


def _person(who_word: str, party: Party) -> list[tuple[tuple[str, str], ...]]:
    return [
        ((who_word, party.name), ("电话", masked_phone(party))),
        (
            ("证件号码", masked_number(party)),
            ("住址", mask(Kind.ADDRESS, party.address, Profile.SLIP)),
        ),
    ]


def _matters(mandate: Mandate) -> str:
    return "；".join(mandate.matters)


def _open(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    title, copies = title_of(request, wording), wording.say("mandate.copies")
    return open_layout(request, ink, title, copies, scale=scale)


def _mandate(request: PaperRequest, mandate: Mandate, ink: Ink, wording: Wording, scale: float) -> Layout:
    layout = _open(request, ink, wording, scale)
    agent = [(("代办员", mandate.agent_site), ("工号", mandate.staff_number))]
    facts(
        layout,
        [
            *_person("委托人", mandate.principal),
            *_person("受托人", mandate.agent),
            *(agent if mandate.relation is Relation.AGENT else []),
            (("与委托人", RELATIONS[mandate.relation]),),
            (("委托事项", _matters(mandate)),),
        ],
    )
    layout.flow.y += 1.5
    reason = mandate.reason.strip()
    lead = "mandate.lead" if reason else "mandate.lead_plain"
    prose(layout, wording.spans(lead, reason=reason), leading=0.9)
    for line in powers(mandate.powers):
        small_print(layout, line)
    prose(layout, term(mandate), leading=0.9)
    for sentence in _DECLARED:
        prose(layout, sentence, leading=0.9)
    _lent(layout, mandate)
    layout.flow.y += 1.0
    mark = "委托人（捺印）：" if mandate.thumb_print else "委托人（签字、捺印）："
    hands(layout, (mark, PEN_DATE), ("受托人（签字）：", PEN_DATE))
    if mandate.thumb_print:
        small_print(layout, _WITNESSES, Role.KAI)
        hands(layout, ("见证人一（签字）：", "电话："), ("见证人二（签字）：", "电话："))
    small_print(layout, who(layout, "收存人"))
    return layout


def _lent(layout: Layout, mandate: Mandate) -> None:
    if not mandate.papers:
        return
    size = layout.type.table
    columns = (
        Column("序", column(size, 1.4), centred=True),
        Column("交给受托人的材料"),
        Column("归还", column(size, 9.0), centred=True),
    )
    rows = ((paper.name, "原件，办完归还" if paper.original else "不退") for paper in mandate.papers)
    layout.flow.y += 1.0
    rows_table(layout, columns, ((str(place), *row) for place, row in enumerate(rows, start=1)))


def _guardian(request: PaperRequest, mandate: Mandate, ink: Ink, wording: Wording, scale: float) -> Layout:
    layout = _open(request, ink, wording, scale)
    facts(
        layout,
        [
            *_person("申请人", mandate.principal),
            *_person("监护人", mandate.agent),
            (("与申请人", RELATIONS[mandate.relation]), ("关系证明", mandate.proof)),
            (("办理事项", _matters(mandate)),),
        ],
    )
    layout.flow.y += 2.0
    prose(layout, wording.spans("mandate.lead_guardian", name=mandate.principal.name))
    prose(layout, wording.spans("mandate.guardian_true"))
    layout.flow.y += 3.0
    hands(layout, ("法定代理人（签字、捺印）：", PEN_DATE), (who(layout, "经办人"), ""))
    return layout
