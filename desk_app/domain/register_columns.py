"""The columns of each register, by their headings (domain.md §12 and §3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desk_app.domain.register_marks import remark
from desk_app.domain.register_rows import RegisterRow, Source

Cell = str | int | date | datetime | None
Say = Callable[[StrEnum], str]
"""The house's word for a code; handed in, because words belong to the screens."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what stands in it, and how wide it is in characters."""

    key: str
    title: str
    cell: Callable[[RegisterRow, Say], Cell]
    width: int = 12


def _said(part: str) -> Callable[[RegisterRow, Say], Cell]:
    """The word for a code of the row; empty where it has none."""

    def cell(row: RegisterRow, say: Say) -> Cell:
        code = getattr(row, part)
        return "" if code is None else say(code)

    return cell


def _as_it_is(part: str) -> Callable[[RegisterRow, Say], Cell]:
    def cell(row: RegisterRow, _say: Say) -> Cell:
        found: Cell = getattr(row, part)
        return found

    return cell


def _later(part: str) -> Callable[[RegisterRow, Say], Cell]:
    """A fact of the case's later life, as it is."""

    def cell(row: RegisterRow, _say: Say) -> Cell:
        found: Cell = getattr(row.later, part)
        return found

    return cell


def _later_said(part: str) -> Callable[[RegisterRow, Say], Cell]:
    """The word for a code of the case's later life; empty where it has none."""

    def cell(row: RegisterRow, say: Say) -> Cell:
        code = getattr(row.later, part)
        return "" if code is None else say(code)

    return cell


def _way(row: RegisterRow, say: Say) -> Cell:
    """咨询, 帮办, 代办, 上门: as it was written in an old ledger, else by who stood at the counter."""
    return row.way or (say(row.acting) if row.acting else "")


def _rating(row: RegisterRow, say: Say) -> Cell:
    return row.old_rating or (say(row.rating) if row.rating else "")


def _finished(row: RegisterRow, _say: Say) -> Cell:
    return row.finished_at or row.finished_on


def _origin(row: RegisterRow, say: Say) -> Cell:
    """The true channel, always (domain.md §11)."""
    if row.source is Source.OLD_LEDGER:
        return "旧台账"
    return say(row.channel) if row.channel else ""


_COUNTER = Column("counter", "窗口名称", _as_it_is("counter"), 12)
_NUMBER = Column("number", "办件编号", _as_it_is("number"), 24)
_ITEM = Column("item", "事项名称", _as_it_is("item"), 28)
_NAME = Column("name", "申请人", _as_it_is("name"), 10)
_ID = Column("id_number", "证件编号", _as_it_is("id_number"), 20)
_PHONE = Column("phone", "联系方式", _as_it_is("phone"), 14)
_RECEIVED = Column("registered_at", "申请时间", lambda row, _: row.registered_at or row.day, 17)
_CLERK = Column("clerk", "接件人员", lambda row, _: row.acts.received, 10)
_STATE = Column("state", "办件状态", _said("state"), 10)
_SOURCE = Column("source", "办件来源", _origin, 10)

FULL = (
    _COUNTER,
    Column("department", "办件所属部门", _as_it_is("department"), 16),
    _ITEM,
    Column("item_id", "事项编码", _as_it_is("item_id"), 10),
    _NUMBER,
    _NAME,
    _ID,
    _PHONE,
    _RECEIVED,
    Column("received_at", "接件时间", _as_it_is("received_at"), 17),
    _CLERK,
    Column("accepted_at", "受理时间", _as_it_is("accepted_at"), 17),
    Column("acceptor", "受理人员", lambda row, _: row.acts.accepted, 10),
    Column("decider", "审核人员", lambda row, _: row.acts.decided, 10),
    Column("left", "办结剩余时间（工作日）", _as_it_is("left"), 12),
    Column("finished_at", "办结时间", _finished, 17),
    Column("finisher", "办结人员", lambda row, _: row.acts.finished, 10),
    Column("took", "办件时长（工作日）", _as_it_is("took"), 12),
    _STATE,
    _SOURCE,
    Column("rated_at", "评价时间", _as_it_is("rated_at"), 17),
    Column("rating", "评价结果", _rating, 10),
    Column("remark", "备注", remark, 20),
)

SHORT = (
    Column("day", "日期", _as_it_is("day"), 11),
    Column("name", "姓名", _as_it_is("name"), 10),
    Column("id_number", "身份证号", _as_it_is("id_number"), 20),
    Column("phone", "电话", _as_it_is("phone"), 14),
    Column("address", "住址", _as_it_is("address"), 20),
    Column("item", "事项", _as_it_is("item"), 24),
    Column("way", "方式", _way, 10),
    Column("materials", "材料", _as_it_is("materials"), 24),
    Column("clerk", "受理人", lambda row, _: row.acts.received, 10),
    Column("sent", "转送时间/去向", _as_it_is("sent"), 20),
    Column("finished_on", "办结时间", _as_it_is("finished_on"), 11),
    Column("result", "结果", _as_it_is("result"), 14),
    Column("fetched_by", "领取人签字", _as_it_is("fetched_by"), 12),
    Column("rating", "满意度", _rating, 10),
    Column("remark", "备注", remark, 16),
    Column("source", "来源", _origin, 8),
    Column("page", "册页", _as_it_is("page"), 10),
)

REFUSED = (
    _ITEM,
    _NUMBER,
    _NAME,
    _ID,
    _PHONE,
    _RECEIVED,
    _CLERK,
    Column("finished_at", "办结时间", _finished, 17),
    Column("ended", "办结类型", _said("state"), 10),
    Column("reason", "不予受理原因", _as_it_is("reason"), 30),
)

LATE = (
    Column("department", "办件所属部门", _as_it_is("department"), 16),
    *(_ITEM, _NUMBER, _NAME, _RECEIVED),
    Column("promised_due", "承诺截止", _as_it_is("promised_due"), 11),
    Column("late_days", "超期（工作日）", lambda row, _: None if row.left is None else -row.left, 10),
    _STATE,
    Column("finished_at", "办结时间", _finished, 17),
    _CLERK,
)

_CASE = (_NUMBER, _ITEM, _NAME, _ID, _PHONE)

TAKEN_IN = (
    _COUNTER,
    *_CASE,
    Column("received_at", "接件时间", _as_it_is("received_at"), 17),
    Column("materials", "收到材料", _as_it_is("materials"), 30),
    _CLERK,
    _STATE,
    _SOURCE,
    Column("remark", "备注", remark, 16),
)

SUPPLEMENTED = (
    *_CASE,
    Column("asked_on", "告知补正", _later("asked_on"), 11),
    Column("asked", "补正内容", _later("asked"), 30),
    Column("supplement_due", "补正期限", _later("supplement_due"), 11),
    Column("supplemented_on", "补齐时间", _later("supplemented_on"), 11),
    _CLERK,
    _STATE,
)

DEFERRED = (
    *_CASE,
    Column("accepted_at", "受理时间", _as_it_is("accepted_at"), 17),
    Column("owed", "还缺的材料", _later("owed"), 26),
    Column("promise_by", "承诺补齐", _later("promise_by"), 11),
    _CLERK,
    _STATE,
)

HANDED_OVER = (
    *_CASE,
    Column("sent_on", "移交时间", _later("sent_on"), 11),
    Column("sent_to", "移交去向", _later("sent_to"), 16),
    Column("carrier", "移交方式", _later_said("carrier"), 10),
    Column("signed_on", "签收时间", _later("signed_on"), 11),
    Column("signed_by", "签收人", _later("signed_by"), 10),
    Column("differences", "差异", _later("differences"), 18),
    Column("sent_back_on", "退回时间", _later("sent_back_on"), 11),
    Column("sent_back_why", "退回原因", _later("sent_back_why"), 18),
    _STATE,
)

ORIGINALS = (
    *_CASE,
    Column("originals", "收存的原件", _later("originals"), 30),
    Column("originals_out", "未退（份）", _later("originals_out"), 8),
    _CLERK,
    _STATE,
)

DELIVERED = (
    *_CASE,
    Column("finished_at", "办结时间", _finished, 17),
    Column("result", "结果", _as_it_is("result"), 16),
    Column("delivered_on", "送达时间", _later("delivered_on"), 11),
    Column("delivery", "送达方式", _later_said("delivery"), 10),
    Column("fetched_by", "领取人", _as_it_is("fetched_by"), 10),
    Column("id_checked", "核验证件", lambda row, _: _yes(row.later.id_checked), 8),
    Column("express", "邮件号", _later("express"), 14),
    Column("rating", "评价结果", _rating, 10),
)

ENDED = (
    *_CASE,
    _RECEIVED,
    Column("ended", "结束类型", _said("state"), 10),
    Column("ended_on", "结束时间", _later("ended_on"), 11),
    Column("reason", "原因", _as_it_is("reason"), 30),
    _CLERK,
)


def _yes(checked: bool | None) -> str:
    return "" if checked is None else "已核验" if checked else "未核验"
