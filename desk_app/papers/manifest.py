"""A7 材料移交清单, with the receipt the receiver signs (domain.md, appendix A7; mock P07).

Applicants are masked: the list travels with the bags and is read by many. Each case bears its bar code, so
that the receiver ticks it off with a scanner.
"""

from __future__ import annotations

from collections.abc import Sequence

from desk_app.domain.case_life import Carrier
from desk_app.domain.errors import PaperTrouble
from desk_app.domain.masking import Kind, Profile, mask
from desk_app.papers.blocks import facts
from desk_app.papers.codes import code128, code128_modules, digits_of
from desk_app.papers.flow import Cell, Table, column
from desk_app.papers.fonts import OPEN_BOX, Role
from desk_app.papers.forms import BLANK_BELOW, PEN_DATE, Half, boxes, hands, lower_half, small_print
from desk_app.papers.furniture import Layout, finish_pages, open_layout, snug
from desk_app.papers.particulars import Manifest, ManifestLine
from desk_app.papers.request import PaperRequest
from desk_app.papers.sheet import Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.typeset import Span
from desk_app.papers.wording import Wording
from desk_app.papers.words import clock, number_words

_CARRIERS = {Carrier.BY_HAND: "专人", Carrier.POST: "邮寄", Carrier.ELECTRONIC: "电子"}
_NUMBER_WIDTH = 42.0
_BAR, _BAR_HEIGHT = 0.25, 5.0
_NUMBER_TYPE = 9.0
_PEN_TIME = PEN_DATE + "　　时　　分"


def manifest_of(request: PaperRequest) -> Manifest:
    """The batch. Raises PaperTrouble ``paper_lacks`` when there is none, or nothing in it."""
    manifest = request.particulars.manifest
    if manifest is None or not manifest.lines:
        raise PaperTrouble("paper_lacks", what="manifest")
    return manifest


def lay_out(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """The list, as many pages as it takes, and the receipt on the last."""
    layout = snug(request, lambda scale: _whole(request, ink, wording, scale))
    finish_pages(layout)
    return layout.sheet


def totals(manifest: Manifest) -> str:
    """共 n 件 m 份."""
    return f"共 {len(manifest.lines)} 件 {sum(line.copies for line in manifest.lines)} 份"


def _whole(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    manifest = manifest_of(request)
    layout = open_layout(
        request,
        ink,
        wording.say("handover_manifest.title"),
        wording.say("handover_manifest.copies"),
        scale=scale,
    )
    carriers = boxes((word, carrier is manifest.carrier) for carrier, word in _CARRIERS.items())
    express = f"　单号 {manifest.express}" if manifest.express.strip() else ""
    facts(
        layout,
        [
            (("移出单位", manifest.sender), ("移入单位", manifest.receiver)),
            (("批次", manifest.batch), ("移出时间", clock(request.printing.at))),
            (("方式", carriers + express), *((("联次", manifest.copy),) if manifest.copy else ())),
        ],
    )
    layout.flow.y += 1.5
    _lines(layout, manifest)
    layout.flow.y += 1.5
    _found(layout, manifest)
    layout.flow.y += 1.0
    small_print(layout, wording.say("handover_manifest.note"))
    hands(layout, ("移交人（签字）：", _PEN_TIME), ("接收人（签字）：", _PEN_TIME))
    lower_half(layout, _receipt(manifest, wording))
    return layout


def _lines(layout: Layout, manifest: Manifest) -> None:
    size, row = min(layout.type.table, 14.0) * 0.88, layout.type.row
    heads = ("序", "办件编号", "申请人", "事项", "份/页", "承诺截止", "核对", "备注")
    due = column(size, 5.4)
    narrow = column(size, 2.2)
    widths = (column(size, 1.4), _NUMBER_WIDTH, column(size, 3), 0.0, narrow, due, narrow, column(size, 3.4))
    table = Table(layout.flow, size, row)
    table.header(
        [Cell(word, wide, Role.LABEL, centred=True) for word, wide in zip(heads, widths, strict=True)]
    )
    for place, line in enumerate(manifest.lines, start=1):
        cells = _cells(place, line, widths)
        table.row(cells)
        _bar_code(layout, line, layout.flow.frame.left + widths[0])
    table.row([Cell(BLANK_BELOW, 0.0, centred=True)])
    table.row([Cell(f"合计：{totals(manifest)}", 0.0, Role.STRONG, centred=True)])
    table.close()


def _cells(place: int, line: ManifestLine, widths: Sequence[float]) -> list[Cell]:
    pages = f"{line.copies}/{line.pages}" if line.pages is not None else f"{line.copies}/—"
    number = number_words(line.number)
    room = "\n　\n　" if digits_of(line.number) else ""
    values = (
        str(place),
        number + room,
        mask(Kind.NAME, line.applicant, Profile.LIST),
        line.item,
        pages,
        f"{line.due}" if line.due else "—",
        OPEN_BOX,
        line.remark,
    )
    centred = (True, True, False, False, True, True, True, False)
    sizes = (None, _NUMBER_TYPE, None, None, None, None, None, None)
    return [
        Cell(value, wide, Role.LABEL if at == 1 else Role.BODY, centred[at], sizes[at])
        for at, (value, wide) in enumerate(zip(values, widths, strict=True))
    ]


def _bar_code(layout: Layout, line: ManifestLine, x: float) -> None:
    """Into the room the number's cell left below it; a row is never broken, so its end is where it stands."""
    digits = digits_of(line.number)
    if not digits:
        return
    bars = code128(digits)
    module = min(_BAR, (_NUMBER_WIDTH - 4.0) / code128_modules(bars))
    wide = code128_modules(bars) * module
    layout.sheet.bars(
        x + (_NUMBER_WIDTH - wide) / 2, layout.flow.y - _BAR_HEIGHT - 2.0, bars, module, _BAR_HEIGHT
    )


def _found(layout: Layout, manifest: Manifest) -> None:
    """差异记录, 拒收/退回及理由: room for the pen, or what was found."""
    sizes = layout.type
    table = Table(layout.flow, sizes.table, sizes.row * 1.25)
    label = column(sizes.table, 6.0)
    for word, value in (("差异记录", manifest.differences), ("拒收、退回及理由", manifest.refusal)):
        table.row([Cell(word, label, Role.LABEL, centred=True), Cell(value, 0.0)])
    table.close()


def _receipt(manifest: Manifest, wording: Wording) -> Half:
    text = (
        Span(f"{manifest.receiver}收到{manifest.sender}移交的批次 "),
        Span(manifest.batch, Role.STRONG),
        Span("，"),
        Span(totals(manifest), Role.STRONG),
        Span(f"。与清单 {OPEN_BOX}相符　{OPEN_BOX}不符，见差异记录"),
    )
    return Half(
        "裁切线　下联由接收人签字后交回移出单位",
        wording.say("handover_manifest.receipt_title"),
        text,
        "接收人（签字）：",
    )
