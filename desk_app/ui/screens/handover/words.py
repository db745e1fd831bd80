"""What the hand-over screen says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from desk_app.domain.custody import CustodyState, Original
from desk_app.domain.errors import InputError
from desk_app.domain.handover import Batch, BatchLine, BatchState
from desk_app.domain.handover_events import Travels
from desk_app.domain.numbers import ReceiptNumber
from desk_app.domain.worktime import SHANGHAI
from desk_app.ui.screens.handover.shown import COUNTING, Asking, HandoverShown, More, Stage
from desk_app.ui.screens.handover.tally import Found, Gap, Handling, waiting_lines
from desk_app.ui.theme.look import Tone
from desk_app.ui.words import word

SHORT_NUMBER = 12
"""Day, number of the day and check digits: enough to find an envelope by."""
STEPS = ("装入", "核对", "交出", "对方接收")

_HANDLINGS: Mapping[Handling, str] = {
    Handling.LOOK_FOR: "退回交出方查找",
    Handling.BRING: "等对方补送",
    Handling.KEEP: "先接收，限 2 日补齐",
    Handling.SEND_BACK: "退回这一件",
    Handling.HAND_BACK: "退给交出方",
    Handling.KEEP_HERE: "先留着，等补清单",
}
_FOUND: Mapping[Found, str] = {
    Found.MISSING: "未见原件",
    Found.DIFFERING: "材料不符",
    Found.EXTRA: "清单外多出",
}
_MORE: Mapping[More, str] = {
    More.RECORD: "记对方签收",
    More.DIFFER: "这件材料不符",
    More.RETURN_ONE: "退回这一件",
    More.RETURN_ALL: "整批退回",
    More.REPRINT: "补打清单",
    More.DROP: "作废这一批",
}
_ASKED: Mapping[Asking, str] = {
    Asking.MORE: "还可以办",
    Asking.DROP: "为什么作废这一批？",
    Asking.RETURN_ALL: "为什么整批退回？",
    Asking.RETURN_ONE: "为什么退回这一件？",
}
_READY_REASONS: Mapping[Asking, tuple[str, ...]] = {
    Asking.DROP: ("开错了", "今天不送了"),
    Asking.RETURN_ALL: ("送错地方了", "材料不齐，请补齐再送"),
    Asking.RETURN_ONE: ("缺公章", "不归这里办", "一直没送到"),
}


def handling_words() -> dict[Handling, str]:
    """How each handling is called; these words go on record."""
    return {handling: said(text) for handling, text in _HANDLINGS.items()}


def found_word(found: Found) -> str:
    """少、不符、多."""
    return said(_FOUND[found])


def more_word(more: More) -> str:
    """An act of F10."""
    return said(_MORE[more])


def asked(asking: Asking) -> str:
    """The question of the strip."""
    return said(_ASKED[asking])


def ready_reasons(asking: Asking) -> tuple[str, ...]:
    """Reasons that need no typing."""
    return tuple(said(text) for text in _READY_REASONS.get(asking, ()))


def number_text(number: str) -> str:
    """A receipt number in groups; anything else as it was scanned."""
    try:
        return ReceiptNumber.parse(number).formatted
    except InputError:
        return number


def numbers(number: str) -> tuple[str, str]:
    """A number whole, and its last groups."""
    whole = number_text(number)
    return whole, whole[-SHORT_NUMBER:]


def route(batch: Batch, site: UUID | None) -> str:
    """Where from or where to, seen from here."""
    if batch.to_site == site:
        return said("{there} → 本站").format(there=batch.from_name)
    return said("交{there}").format(there=batch.to)


def batch_tag(batch: Batch, site: UUID | None) -> tuple[str, Tone]:
    """How far a batch is, with its count."""
    count, coming = len(batch.lines), batch.to_site == site
    missing = len(batch.missing)
    if missing:
        return said("差异 {n} 处").format(n=missing), Tone.RED
    text, tone = {
        BatchState.OPEN: (said("装入中"), Tone.BLUE),
        BatchState.SENT: (said("待接收"), Tone.AMBER) if coming else (said("在路上"), Tone.PLUM),
        BatchState.RECEIVED: (said("已清点"), Tone.AMBER),
        BatchState.SETTLED: _settled(batch),
        BatchState.DROPPED: (said("已作废"), Tone.GREY),
    }[batch.state]
    return (f"{text} · " + said("{n} 件").format(n=count) if count else text), tone


def _settled(batch: Batch) -> tuple[str, Tone]:
    back = sum(1 for line in batch.lines if line.reason)
    if back == len(batch.lines):
        return said("已退回"), Tone.GREY
    return (said("已接收，退 {n}").format(n=back), Tone.AMBER) if back else (said("已接收"), Tone.GREEN)


def title(shown: HandoverShown) -> tuple[str, str]:
    """The heading of the page, and the tag beside it."""
    if shown.new:
        return said("新开一批"), ""
    batch = shown.batch
    if batch is None:
        return said("材料交接"), ""
    coming = batch.to_site == shown.site or shown.recording
    head = said("接收 {number}") if coming else said("批次 {number}")
    to_here = said("{there}送来").format(there=batch.from_name)
    return head.format(number=batch.number), to_here if batch.to_site == shown.site else route(
        batch, shown.site
    )


def scan_hint(shown: HandoverShown) -> str:
    """The line below the field."""
    if shown.ready is not None:
        return said("打几位编号、姓名或首字母筛选，↑↓ 选，回车放进来，Esc 收起。")
    return {
        Stage.NONE: said("扫交接清单上的码打开这一批，或按 Ctrl+N 新开一批。"),
        Stage.NEW: said("先定好交给谁、怎么送，再扫码装入。"),
        Stage.FILL: said("对着凭证二维码连续扫，光标不用动。扫重了会提示，不会重复计数。"),
        Stage.CHECK: said("点一点袋里的件数，对得上就交出；还能接着扫。"),
        Stage.COUNT: said("逐件扫码核对原件，扫到清单外的会单独列出，不影响其他件。"),
        Stage.CLOSE: said("写清差异怎么处理；后来找到的，接着扫就行。"),
        Stage.ENDS: said("没到的件后来到了，扫一下就接收。"),
        Stage.LOOK: said("扫别的交接清单可以打开那一批。"),
    }[shown.stage]


def counted(shown: HandoverShown) -> tuple[str, str]:
    """The big figure beside the field, and what it means."""
    batch = shown.batch
    if batch is None:
        return "", ""
    if shown.stage in COUNTING:
        listed = len(waiting_lines(batch))
        found = said("已核对，差异 {n} 处").format(n=len(shown.gaps))
        return f"{listed - shown.unseen} / {listed}", found if shown.gaps else said("已核对")
    copies = sum(line.listed.copies for line in batch.lines)
    return str(len(batch.lines)), said("件，共 {n} 份材料").format(n=copies)


def primary_words(shown: HandoverShown) -> tuple[str, str]:
    """The big button: its words and its icon."""
    view, stage = shown.view, shown.stage
    if view is not None and view.owed and stage not in COUNTING and stage is not Stage.NEW:
        return said("把清单打出来"), "printer"
    if stage in COUNTING:
        return _sign_words(shown), "check-circle"
    if stage is Stage.LOOK and More.RECORD in shown.more:
        return said("记对方签收"), "check-circle"
    text, icon = _PRIMARY.get(stage, ("新开一批", "plus"))
    return said(text), icon


_PRIMARY: Mapping[Stage, tuple[str, str]] = {
    Stage.NEW: ("开好，去扫码", "plus"),
    Stage.FILL: ("装好了，核对", "checks"),
    Stage.CHECK: ("交出并打印清单", "printer"),
    Stage.ENDS: ("这件到了，接收", "check-circle"),
}


def _sign_words(shown: HandoverShown) -> str:
    if shown.unseen and not shown.closing:
        return said("扫完了，还有 {n} 件没见").format(n=shown.unseen)
    found = len(shown.gaps)
    return said("接收，并记差异 {n} 处").format(n=found) if found else said("全部相符，接收")


def copies_text(line: BatchLine) -> str:
    """5 份."""
    return said("{n} 份").format(n=line.listed.copies)


def travelling(line: BatchLine, originals: tuple[Original, ...]) -> str:
    """The originals that travel with a case, and where each is now (F45)."""
    listed = {paper.row: paper.name for paper in line.listed.papers if paper.travels is Travels.ORIGINAL}
    if not listed:
        return said("没有原件随件走")
    where = {original.row: whereabouts(original) for original in originals}
    parts = (f"{name}（{where[row]}）" if row in where else name for row, name in listed.items())
    return said("原件 {n} 份：{papers}").format(n=len(listed), papers=said("、").join(parts))


def whereabouts(original: Original) -> str:
    """Who has an original, or where it goes."""
    text = {
        CustodyState.HELD: said("在{holder}"),
        CustodyState.ON_WAY: said("在路上，送往{holder}"),
        CustodyState.CHECKED: said("已核退"),
        CustodyState.GIVEN_BACK: said("已还给{holder}"),
    }[original.state]
    return text.format(holder=original.holder)


def gap_text(gap: Gap) -> str:
    """One discrepancy in words."""
    what = found_word(gap.found)
    return said("{item}，{what}").format(item=gap.item, what=what) if gap.item else what


def facts(batch: Batch) -> tuple[str, ...]:
    """What is known of the way of a batch, line by line."""
    lines = [
        said("方式：{way}").format(way=word(batch.carrier) + (f" {batch.express}" * bool(batch.express)))
    ]
    if batch.sent_at is not None:
        lines.append(said("交出：{at}　{who}").format(at=_at(batch.sent_at), who=batch.handed_by))
    if batch.received_at is not None:
        lines.append(said("签收：{at}　{who}").format(at=_at(batch.received_at), who=batch.signed_by))
    lines += [said("多出：{what} {note}").format(what=one.what, note=one.note) for one in batch.extra]
    lines += [said("说明：{text}").format(text=text) for text in (batch.remark, batch.dropped) if text]
    return tuple(lines)


def _at(moment: datetime) -> str:
    return f"{moment.astimezone(SHANGHAI):%m-%d %H:%M}"


def joined(parts: Iterable[str]) -> str:
    """Words one after another."""
    return said("、").join(parts)


def said(text: str) -> str:
    """The words in the language of the desk."""
    return QCoreApplication.translate("Handover", text)
