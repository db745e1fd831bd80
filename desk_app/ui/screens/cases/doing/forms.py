"""The fields of every act, with what is offered in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desk_app.domain.act_contents import current, may_follow
from desk_app.domain.act_rights import with_a_department
from desk_app.domain.case_life import (
    Correctable,
    DeliveryWay,
    RatingChannel,
    Reach,
    Refusal,
    Satisfaction,
    Special,
    Via,
)
from desk_app.domain.cases import IN_HAND, Case, CaseMaterial, MaterialState
from desk_app.domain.catalogue import MaterialForm
from desk_app.domain.clocks import DEFERRAL_DAYS
from desk_app.domain.late_acts import MAY_BE_TOLD_LATE
from desk_app.domain.masking import Kind, mask
from desk_app.domain.moves import Act
from desk_app.domain.people import Relation
from desk_app.ui.screens.cases.doing.asks import ActForm, Ask, AskKind, Facts, Option, RowAsked
from desk_app.ui.words import word

ROUND_DAYS = 5
"""Working days offered for a supplement; the clerk may say another day."""

SPECIAL_DAYS = 20
"""Working days offered for a special procedure."""

EXTENSION_DAYS = 5

COPIES = "copies."
"""Before the number of a row of the paper list, where a correction means how many copies there are."""

FIELD = "field."
"""Before the name of one of the item's own fields, where a correction may mean any of them."""


def form_for(act: Act, facts: Facts) -> ActForm:
    """What this act asks for, here and now."""
    late = (Ask("happened", AskKind.LATE, needed=False),) if act in MAY_BE_TOLD_LATE else ()
    return ActForm(act, (*_FORMS[act](facts), *late))


def _texts(*names: str) -> Callable[[Facts], tuple[Ask, ...]]:
    return lambda _facts: tuple(Ask(name) for name in names)


def _nothing(_facts: Facts) -> tuple[Ask, ...]:
    return ()


def _options(kinds: Iterable[StrEnum]) -> tuple[Option, ...]:
    return tuple(Option(kind.value, word(kind)) for kind in kinds)


def _pick(name: str, kinds: Iterable[StrEnum]) -> Ask:
    options = _options(kinds)
    return Ask(name, AskKind.PICK, options[0].value, options)


def _day(name: str, facts: Facts, ahead: int) -> Ask:
    return Ask(name, AskKind.DAY, facts.working_day(facts.today, ahead).isoformat())


def _word(facts: Facts) -> tuple[Ask, ...]:
    """What a department decided is recorded with what it said."""
    return (Ask("word"),) if with_a_department(facts.case) else ()


def _problems(facts: Facts) -> Ask:
    rows = (row for row in facts.case.materials if row.state is not None)
    return Ask("lines", AskKind.PROBLEMS, rows=tuple(RowAsked(row.number, row.name) for row in rows))


def _arrived(rows: Iterable[CaseMaterial], following: Case | None = None) -> tuple[Ask, ...]:
    """``following``: the case in which what may follow later need not have come."""
    later = (Option(MaterialState.DEFERRED.value, word(MaterialState.DEFERRED)),)
    asked = tuple(
        RowAsked(
            *(row.number, row.name, _expected(row).value),
            more=later if following is not None and may_follow(following, row) else (),
        )
        for row in rows
    )
    states = sorted(IN_HAND - {MaterialState.SHARED}, key=list(MaterialState).index)
    return (Ask("rows", AskKind.ARRIVED, rows=asked, options=_options(states)),)


def _expected(row: CaseMaterial) -> MaterialState:
    """What the guide asks for is what most people bring."""
    if row.form is MaterialForm.COPY:
        return MaterialState.COPY
    return MaterialState.E_LICENCE if row.form is MaterialForm.ELECTRONIC else MaterialState.ORIGINAL


def _round_rows(facts: Facts) -> tuple[Ask, ...]:
    waiting = facts.case.lived.round
    asked = {line.number for line in waiting.lines} if waiting else set()
    rows = (row for row in facts.case.materials if row.number in asked)
    return _arrived(rows, facts.case if waiting and not waiting.after_acceptance else None)


def _accept(facts: Facts) -> tuple[Ask, ...]:
    """What a department said; and for papers that follow, until when (appendix A5)."""
    case = facts.case
    if not case.deferred:
        return _word(facts)
    said, usual = case.promise_by, facts.promise_limit(case, facts.today)
    by = said if said is not None and facts.today < said <= usual else usual
    return (*_word(facts), Ask("promise_by", AskKind.DAY, by.isoformat()))


def _approver(facts: Facts, *, another: bool = False) -> Ask:
    users = (user for user in facts.approvers if not another or user.id != facts.me)
    return Ask("approver", AskKind.APPROVER, options=tuple(Option(str(user.id), user.name) for user in users))


def _refuse(facts: Facts) -> tuple[Ask, ...]:
    mended = any(found.received_at for found in facts.case.lived.rounds)
    reasons = (found for found in Refusal if mended or found is not Refusal.STILL_DEFECTIVE)
    asks = (_pick("refusal", reasons), Ask("reason"), Ask("basis"), Ask("instead", needed=False))
    return (*asks, *_word(facts))


def _special(_facts: Facts) -> tuple[Ask, ...]:
    days = Ask("most_days", AskKind.NUMBER, str(SPECIAL_DAYS))
    return (_pick("special", Special), Ask("reason"), Ask("basis"), days)


def _extend(facts: Facts) -> tuple[Ask, ...]:
    days = Ask("days", AskKind.NUMBER, str(EXTENSION_DAYS))
    return (days, Ask("reason"), _approver(facts, another=True))


def _approve(facts: Facts) -> tuple[Ask, ...]:
    case, there = facts.case, with_a_department(facts.case)
    return (
        Ask("result", value=case.item.result or case.item.name),
        Ask("to_fetch", AskKind.TICK, "1"),
        Ask("organ", value=case.item.department, needed=there),
        Ask("paper_number", needed=there),
    )


def _reject(facts: Facts) -> tuple[Ask, ...]:
    organ = Ask("organ", value=facts.case.item.department)
    number = Ask("paper_number", needed=with_a_department(facts.case))
    return (Ask("facts"), Ask("reasons"), Ask("basis"), organ, number)


def _himself() -> Option:
    return Option("", QCoreApplication.translate("Acts", "本人"))


def _deliver(facts: Facts) -> tuple[Ask, ...]:
    return (
        _pick("way", DeliveryWay),
        Ask("recipient", value=facts.case.applicant.name),
        Ask("id_checked", AskKind.TICK),
        Ask("relation", AskKind.PICK, "", (_himself(), *_options(Relation))),
        Ask("express", needed=False),
    )


def _send_across(_facts: Facts) -> tuple[Ask, ...]:
    later = (Ask("receipt", needed=False), Ask("reply_by", AskKind.DAY, needed=False))
    return (_pick("reach", Reach), Ask("to"), _pick("via", Via), Ask("number", needed=False), *later)


def _hear_across(facts: Facts) -> tuple[Ask, ...]:
    crossing = facts.case.lived.crossing
    by = crossing.reply_by if crossing is not None else None
    return (
        Ask("receipt", value=crossing.receipt if crossing else "", needed=False),
        Ask("reply_by", AskKind.DAY, by.isoformat() if by else "", needed=False),
        Ask("reply", needed=False),
    )


def _correct(facts: Facts) -> tuple[Ask, ...]:
    case = facts.case
    plain = tuple(_fact(case, what) for what in Correctable if what not in _BY_NAME)
    own = tuple(Option(FIELD + name, _field_word(name)) for name in case.fields)
    counted = tuple(_copies(row) for row in case.materials if row.state in IN_HAND)
    what = Ask("what", AskKind.PICK, plain[0].value, (*plain, *counted, *own))
    return (what, Ask("new", needed=False), Ask("reason"))


_BY_NAME = (Correctable.FIELD, Correctable.COPIES)


def _fact(case: Case, what: Correctable) -> Option:
    """What it is now stands beside it, masked: nobody corrects blindly."""
    now = mask(_MASKS.get(what, Kind.TEXT), current(case, what))
    text = QCoreApplication.translate("Acts", "{what}（现在：{now}）") if now else "{what}"
    return Option(what.value, text.format(what=word(what), now=now))


_MASKS = {Correctable.NAME: Kind.NAME, Correctable.PHONE: Kind.MOBILE, Correctable.ADDRESS: Kind.ADDRESS}


def _copies(row: CaseMaterial) -> Option:
    text = QCoreApplication.translate("Acts", "{paper}的份数（现在：{n}）")
    return Option(f"{COPIES}{row.number}", text.format(paper=row.name, n=row.copies))


def _field_word(name: str) -> str:
    if not name.isascii():
        return name
    return QCoreApplication.translate("Acts", _FIELD_WORDS.get(name, "事项信息：{name}")).format(name=name)


_FIELD_WORDS = {"account": "发放账户"}


def _longer_promise(facts: Facts) -> tuple[Ask, ...]:
    """The usual days, but never beyond the day on which the case must be done."""
    usual = facts.working_day(facts.today, DEFERRAL_DAYS)
    latest = min(usual, facts.due) if facts.due and facts.due > facts.today else usual
    return (Ask("promise_by", AskKind.DAY, latest.isoformat()), Ask("reminder"))


def _round_of(extra: Callable[[Facts], tuple[Ask, ...]]) -> Callable[[Facts], tuple[Ask, ...]]:
    return lambda facts: (_problems(facts), _day("due", facts, ROUND_DAYS), *extra(facts))


_FORMS: Mapping[Act, Callable[[Facts], tuple[Ask, ...]]] = {
    Act.ASSIST: lambda _facts: (Ask("what", needed=False),),
    Act.ASK_SUPPLEMENT: _round_of(_nothing),
    Act.TAKE_SUPPLEMENT: _round_rows,
    Act.EXTEND_SUPPLEMENT: lambda facts: (_day("due", facts, 2 * ROUND_DAYS), Ask("reason")),
    Act.RETURN: _texts("contact"),
    Act.ACCEPT: _accept,
    Act.REFUSE: _refuse,
    Act.SEND_ACROSS: _send_across,
    Act.HEAR_ACROSS: _hear_across,
    Act.BEGIN: _nothing,
    Act.TAKE_DEFERRED: lambda facts: _arrived(facts.case.deferred),
    Act.EXTEND_DEFERRAL: _longer_promise,
    Act.BREAK_DEFERRAL: _texts("reminder"),
    Act.ASK_AMENDMENT: _round_of(lambda _facts: (Ask("pauses", AskKind.TICK),)),
    Act.TAKE_AMENDMENT: _round_rows,
    Act.WAIVE_AMENDMENT: _texts("reason"),
    Act.MISS_AMENDMENT: _texts("reason"),
    Act.BEGIN_SPECIAL: _special,
    Act.END_SPECIAL: lambda _facts: (Ask("result", needed=False),),
    Act.EXTEND: _extend,
    Act.REPORT_UP: _texts("to"),
    Act.FINISH: lambda facts: (Ask("result", value=facts.case.item.result, needed=False),),
    Act.APPROVE: _approve,
    Act.REJECT: _reject,
    Act.WITHDRAW: _texts("reason"),
    Act.VOID: lambda facts: (Ask("reason"), _approver(facts)),
    Act.TERMINATE: lambda facts: (Ask("reason"), _approver(facts)),
    Act.DELIVER: _deliver,
    Act.RATE: lambda _facts: (
        _pick("level", Satisfaction),
        _pick("channel", (RatingChannel.QR, *(c for c in RatingChannel if c is not RatingChannel.QR))),
        Ask("comment", needed=False),
    ),
    Act.ARCHIVE: lambda _facts: (Ask("place", needed=False),),
    Act.CORRECT: _correct,
}
"""Acts that are not here have a place of their own: a whole form, a batch, a key, the note line."""
