"""告知承诺书: part A tells, part B promises, in place of certificates (国办发〔2020〕42号; domain.md §3).

Told are what is spared, its basis and content, how the promise is checked and what a false one leads to.
The promises are fixed sentences, made by the applicant in person; a guardian alone may stand in.
"""

from __future__ import annotations

from desk_app.domain.cases import Case
from desk_app.domain.errors import PaperTrouble
from desk_app.domain.people import MandateKind
from desk_app.papers.blocks import facts, signatures, who
from desk_app.papers.flow import column
from desk_app.papers.fonts import Role
from desk_app.papers.forms import PEN_DATE, Column, hands, rows_table
from desk_app.papers.furniture import Layout, finish_pages, open_layout, snug
from desk_app.papers.particulars import InformedPromise
from desk_app.papers.receipt import case_of
from desk_app.papers.request import PaperRequest
from desk_app.papers.sheet import Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.wording import Wording
from desk_app.papers.words import masked_number, masked_phone

_SENTENCES = (
    "已经知晓告知的全部内容，并理解其含义；",
    "自身符合告知的条件和要求；",
    "填写的信息和提交的材料真实、准确、完整；",
    "所作承诺是本人真实的意思表示；",
    "同意通过告知的方式核查承诺的内容，并予以配合；",
    "情况发生变化，不再符合条件的，及时告知窗口；",
    "承诺不实的，按要求整改或者退回已经取得的待遇；",
    "承担不实承诺的法律责任。",
)


def promise_of(request: PaperRequest) -> tuple[Case, InformedPromise]:
    """The case, and what is promised instead of which certificate.

    Raises:
        PaperTrouble: ``paper_lacks`` when there is none.
    """
    promise = request.particulars.promise
    if promise is None or not promise.proofs:
        raise PaperTrouble("paper_lacks", what="promise")
    return case_of(request), promise


def told(promise: InformedPromise) -> tuple[str, ...]:
    """Part A below its table: way of the promise, check, liability, and that nobody has to promise."""
    return (
        "承诺方式：书面承诺。申请人愿意承诺的，签字后本承诺书即代替上列证明，不再索要。"
        "承诺由申请人本人作出，不得由他人代为承诺。",
        f"核查：{promise.check.strip().rstrip('。')}。",
        "不实承诺的责任：责令限期整改；终止办理或者撤销已作出的决定，追回已发放的待遇；"
        "构成违法的，依法处理。",
        "不愿承诺的，按规定提交证明，不影响办理。",
    )


def lay_out(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """Both parts, signed on each."""
    layout = snug(request, lambda scale: _whole(request, ink, wording, scale))
    finish_pages(layout)
    return layout.sheet


def _whole(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    case, promise = promise_of(request)
    layout = open_layout(
        request,
        ink,
        wording.say("informed_promise.title"),
        wording.say("informed_promise.copies"),
        scale=scale,
        clear=True,
    )
    facts(
        layout,
        [
            (("申请人", case.applicant.name), ("联系电话", masked_phone(case.applicant))),
            (("证件号码", masked_number(case.applicant)),),
            (("办理事项", case.item.name),),
        ],
    )
    layout.flow.y += 1.5
    _part(layout, wording.say("informed_promise.part_a"))
    _proofs(layout, promise)
    for sentence in told(promise):
        layout.flow.paragraph(sentence, layout.type.table, 1.55, indent=2.0)
    layout.flow.y += 2.0
    _part(layout, wording.say("informed_promise.part_b"))
    layout.flow.paragraph(wording.say("informed_promise.lead"), layout.type.table, 1.55, indent=2.0)
    for place, sentence in enumerate(_SENTENCES, start=1):
        layout.flow.paragraph(f"{place}. {sentence}", layout.type.table, 1.5, indent=2.0)
    layout.flow.y += 1.0
    guardian = case.proxy is not None and case.proxy.mandate is MandateKind.GUARDIANSHIP
    promisor = "法定代理人（签字、捺印）：" if guardian else "承诺人（签字、捺印）："
    hands(layout, (promisor,), (PEN_DATE,))
    signatures(layout, request.site.name, request.site.seal_name, [(who(layout, "告知人"), False)])
    return layout


def _part(layout: Layout, words: str) -> None:
    layout.flow.paragraph(words, layout.type.body, 1.6, role=Role.STRONG)


def _proofs(layout: Layout, promise: InformedPromise) -> None:
    size, wide = layout.type.table, layout.flow.frame.width
    columns = (
        Column("序", column(size, 1.4), centred=True),
        Column("证明名称", wide * 0.24),
        Column("设定依据", wide * 0.28),
        Column("证明内容"),
    )
    rows = ((proof.name, proof.basis, proof.content) for proof in promise.proofs)
    rows_table(layout, columns, ((str(place), *row) for place, row in enumerate(rows, start=1)))
