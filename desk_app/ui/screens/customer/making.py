"""Faces made from a form or a case: only this person's facts, numbers masked whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desk_app.domain.cases import Acting, Case, CaseState, MaterialState
from desk_app.domain.checked import Sex
from desk_app.domain.intake import Outcome
from desk_app.domain.masking import Kind, Profile, kind_of, mask
from desk_app.domain.signatures import SignedFor
from desk_app.domain.worktime import Deadlines, local_day
from desk_app.ui.screens.customer.values import Confirm, Fact, Progress, Rate, Sign, Step, Thanks
from desk_app.ui.screens.customer.words import tr
from desk_app.ui.screens.intake.shown import Shown
from desk_app.ui.words import citizen_date, weekday_name, word

_HERE = frozenset({MaterialState.ORIGINAL, MaterialState.COPY, MaterialState.E_LICENCE, MaterialState.SHARED})
_PROMISING = frozenset({Outcome.ACCEPT, Outcome.TOLERANCE, Outcome.FINISH})
"""Outcomes that start the clock: only they have a day to be told."""
_ROOM = 26
"""Characters of the names of papers: one line on the smallest screen in large type."""
_SHORT = 6
"""Digits and letters an account may have to be shown whole: it is no account number then."""


def confirm_face(shown: Shown, *, near: bool) -> Confirm:
    """The form on the clerk's screen, as far as the citizen has to agree; ``near``: others stand near."""
    return Confirm(shown.lane.id, tuple(fact for fact in _facts(shown) if fact.value), veiled=near)


def _facts(shown: Shown) -> Iterator[Fact]:
    form, item = shown.lane.form, shown.item
    party = form.applicant
    yield Fact(tr("办理事项"), item.item.display_name if item else "", strong=True)
    yield _person(shown)
    yield Fact(tr("证件号码"), mask(kind_of(party.id_type), party.id_number) if party.id_number else "")
    yield Fact(tr("手机号"), mask(Kind.MOBILE, party.phone) if party.phone else "")
    address = mask(Kind.ADDRESS, party.address, Profile.LIST) if party.address else ""
    yield Fact(tr("住址"), address, veiled="****" if address else "")
    if form.acting is Acting.PROXY:
        yield Fact(tr("谁来代办"), form.proxy.name, veiled=mask(Kind.NAME, form.proxy.name))
    for field in shown.item_fields:
        yield Fact(field.label, _account(form.fields.get(field.name, "")))
    yield Fact(tr("交来材料"), _papers(shown))
    yield Fact(tr("什么时候办好"), _until(shown), strong=True)


def _person(shown: Shown) -> Fact:
    name = shown.lane.form.applicant.name
    if not name:
        return Fact(tr("申请人"), "")
    sex = {Sex.MALE: tr("男"), Sex.FEMALE: tr("女"), None: ""}[shown.sex]
    age = tr("{n} 岁").format(n=shown.age) if shown.age is not None else ""
    said = "　".join(part for part in (mask(Kind.NAME, name, Profile.DETAIL), sex, age) if part)
    return Fact(tr("申请人"), said, veiled=mask(Kind.NAME, name))


def _account(value: str) -> str:
    """An account by its last four digits."""
    bare = "".join(value.split())
    if len(bare) <= _SHORT:
        return bare
    return tr("尾号 {digits}").format(digits=bare[-4:])


def _papers(shown: Shown) -> str:
    names = [row.material.name for row in shown.rows if row.state in _HERE]
    if not names:
        return ""
    told = [name for at, name in enumerate(names, 1) if at == 1 or len("".join(names[:at])) <= _ROOM]
    said = tr("、").join(told)
    if len(told) < len(names):
        return tr("{names}等，共 {n} 项").format(names=said, n=len(names))
    return tr("{names}，共 {n} 项").format(names=said, n=len(names))


def _until(shown: Shown) -> str:
    outcome = shown.outcome
    promised = outcome is not None and outcome.judgement.outcome in _PROMISING
    due = _due(outcome.deadlines) if outcome is not None and promised else None
    if due is None:
        return ""
    return tr("{day}（{weekday}）之前").format(day=citizen_date(due), weekday=weekday_name(due))


def _due(deadlines: Deadlines | None) -> date | None:
    found = deadlines.governing if deadlines else None
    return found.due if found else None


def rate_face(case: Case) -> Rate:
    """What is rated: the item and how it stands, with the surname only; a hall full of people looks on."""
    words = tr("{name}，{item}{state}").format(
        name=mask(Kind.NAME, case.applicant.name), item=case.item.name, state=word(case.state)
    )
    return Rate(case.id, words)


def sign_face(case: Case, purpose: SignedFor) -> Sign:
    """What is signed, in plain words."""
    said = {
        SignedFor.APPLICATION: tr("签名表示：{item}的材料是您交的，填的内容都是真的。"),
        SignedFor.PROMISE: tr("签名表示：{item}还缺的材料，您会按说好的日子补来。"),
        SignedFor.DELIVERY: tr("签名表示：{item}的办理结果您已经拿到了。"),
    }
    return Sign(case.id, said[purpose].format(item=case.item.name))


_STAGES = {
    CaseState.NOTICED: 0,
    CaseState.RECEIVED: 1,
    CaseState.FORWARDED: 1,
    CaseState.SUPPLEMENTING: 1,
    CaseState.ACCEPTED: 2,
    CaseState.HANDLING: 2,
    CaseState.SUSPENDED: 2,
    CaseState.AMENDING: 2,
    CaseState.REPORTED: 2,
    CaseState.READY: 3,
    CaseState.FINISHED: 3,
    CaseState.DELIVERED: 4,
    CaseState.ARCHIVED: 4,
}
"""How many of the four stages are done; states that are not here ended on another road."""


def progress_face(case: Case, due: date | None) -> Progress:
    """How far a case is. One that ended on another road says how, without stages."""
    about = tr("{item}：{state}").format(item=case.item.name, state=word(case.state))
    done = _STAGES.get(case.state)
    if done is None:
        return Progress(case.id, about, ())
    days = (case.received_at, case.accepted_at, case.finished_at, None)
    names = (tr("收件"), tr("受理"), tr("办好"), tr("领取"))
    steps = tuple(
        Step(name, at < done, citizen_date(local_day(when)) if when and at < done else "")
        for at, (name, when) in enumerate(zip(names, days, strict=True))
    )
    until = tr("最晚 {day}办好").format(day=citizen_date(due)) if due and done < 3 else ""
    return Progress(case.id, about, steps, until)


def thanks_face(case: Case, *, bad: bool) -> Thanks:
    """It was taken down; who was not satisfied hears what follows."""
    if bad:
        return Thanks(case.id, tr("谢谢您说实话"), tr("我们会核实、改进，再给您回个电话。"))
    return Thanks(case.id, tr("谢谢您"), tr("记下了，您慢走。"))
