"""Every act of the move table from the case page: what it asks for, and that the table takes the answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QObject

from desk_app.domain import case_acts as acts
from desk_app.domain import case_ends as ends
from desk_app.domain.case_life import Correctable, Refusal
from desk_app.domain.cases import CaseAccepted, CaseEvent, CaseState, MaterialsReceived, MaterialState
from desk_app.domain.catalogue import MaterialForm
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import DeskError
from desk_app.domain.moves import Act
from desk_app.domain.phone_lines import Line
from desk_app.domain.sites import Clerk
from desk_app.ui.screens.cases.doing.asks import ActForm, Answers, Ask, AskKind
from desk_app.ui.screens.cases.doing.forms import FIELD
from desk_app.ui.screens.cases.doing.likely import likely_act, other_acts
from desk_app.ui.screens.cases.doing.presenter import CaseDoing
from desk_app.ui.screens.cases.presenter import CasesPresenter
from desk_app.ui.screens.cases.standing import Asking, NextStep
from tests.domain import lives as of
from tests.ui.screens.cases_desk import Desk
from tests.ui.screens.cases_world import PASSWORD, World, lived

SOMEBODY = replace(of.LEADER, id=UUID(int=77), name="吴某某")
STORIES: dict[str, list[CaseEvent]] = {
    **{state.value: lived(state) for state in CaseState},
    "owing": [of.registered(), of.OWING_RECEIVED, of.OWING_ACCEPTED],
    "immediate": [of.registered(of.IMMEDIATE), of.RECEIVED, of.ACCEPTED],
    "helping": [of.registered(of.HELPING), of.RECEIVED],
    "mended": [of.registered(), of.RECEIVED, of.ASKED, of.CAME],
    "at_department": [of.registered(), of.RECEIVED, of.SENT, of.SIGNED_BY_DEPARTMENT],
    "across": [of.registered(), of.RECEIVED, of.ACCEPTED, replace(of.ACROSS, reply_by=None)],
    "decided_there": [of.registered(), of.RECEIVED, of.ACCEPTED, of.SENT, of.SIGNED_BY_DEPARTMENT],
}


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    parent = QObject()
    yield parent
    for presenter in parent.findChildren(CasesPresenter):
        presenter.forget()
    parent.deleteLater()


def desk_with(owner: QObject, story: list[CaseEvent], later: int, clerk: Clerk = of.MANAGER) -> Desk:
    world = World(now=of.day(later), me=clerk.user_id, clerk=clerk, approvers=(of.LEADER, SOMEBODY))
    desk = Desk(world, owner)
    desk.presenter.page.open(world.keep(list(story)).id)
    return desk


def doing(desk: Desk) -> CaseDoing:
    return desk.presenter.page.doing


def filled(form: ActForm, **more: str) -> Answers:
    """Answers a sensible clerk would give."""
    texts = {ask.name: _text(ask) for ask in form.asks} | more
    rows = {row.number: row.value or "看不清" for ask in form.asks for row in ask.rows}
    return Answers(texts, rows, PASSWORD)


def _text(ask: Ask) -> str:
    if ask.kind is AskKind.TICK:
        return "1"
    if ask.kind is AskKind.APPROVER:
        return ask.options[-1].value
    if ask.kind in (AskKind.LATE, AskKind.PICK) or (ask.kind is AskKind.DAY and not ask.needed):
        return ask.value
    return ask.value or "某事"


CHANCES = [
    (name, act, later)
    for name, story in STORIES.items()
    for later in (5, 40)
    for act in World(now=of.day(later), clerk=of.MANAGER).possible(story)
    if act in other_acts(None, (act,)) and (act, later) != (Act.EXTEND_DEFERRAL, 40)
]
"""A promise can still be put off on day 5; on day 40 the case itself is late, and no day would do."""


@pytest.mark.parametrize(("name", "act", "later"), CHANCES)
def test_what_is_offered_can_be_done_with_what_is_asked_for(
    owner: QObject, name: str, act: Act, later: int
) -> None:
    desk = desk_with(owner, STORIES[name], later)
    before = len(desk.see().view.timeline)
    doing(desk).begin(act)
    form = desk.see().form
    if form is not None:
        doing(desk).answer(filled(form))
    assert desk.see().trouble is None
    assert len(desk.see().view.timeline) == before + 1
    assert desk.done[-1].acts == (act,)
    assert (desk.see().asking, desk.see().form) == (Asking.NOTHING, None)


def test_the_chances_reach_every_act_that_has_no_other_place() -> None:
    assert {act for _, act, _ in CHANCES} == set(other_acts(None, tuple(Act)))


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("noticed", None),
        ("received", Act.ACCEPT),
        ("helping", Act.ASSIST),
        ("supplementing", Act.TAKE_SUPPLEMENT),
        ("accepted", Act.BEGIN),
        ("owing", Act.TAKE_DEFERRED),
        ("immediate", Act.FINISH),
        ("handling", Act.APPROVE),
        ("suspended", Act.END_SPECIAL),
        ("amending", Act.TAKE_AMENDMENT),
        ("reported", Act.APPROVE),
        ("ready", Act.DELIVER),
        ("delivered", Act.RATE),
        ("finished", None),
        ("archived", None),
    ],
)
def test_the_primary_act_is_the_most_likely_one(owner: QObject, name: str, first: Act | None) -> None:
    shown = desk_with(owner, STORIES[name], 2).see()
    assert shown.first is first
    assert (shown.step is NextStep.ACT) is (first is not None)
    assert first not in shown.others


def test_papers_that_never_came_out_come_first(owner: QObject) -> None:
    desk = desk_with(owner, STORIES["handling"], 2)
    (kept,) = desk.world.cases.values()
    kept.due = (DocumentKind.ACCEPTANCE,)
    desk.presenter.page.refresh()
    assert desk.see().step is NextStep.PRINT_DUE
    assert Act.APPROVE in desk.see().others


def test_an_agent_at_the_village_is_offered_what_is_everybodys(owner: QObject) -> None:
    shown = desk_with(owner, STORIES["accepted"], 2, of.AGENT).see()
    assert shown.first is None
    assert not {Act.EXTEND, Act.BEGIN, Act.APPROVE} & set(shown.others)
    assert Act.WITHDRAW in shown.others


def test_ctrl_enter_begins_the_likely_act_and_one_without_questions_is_done(owner: QObject) -> None:
    desk = desk_with(owner, STORIES["accepted"], 2)
    desk.presenter.page.acts.primary()
    assert desk.see().case.state is CaseState.HANDLING
    desk.presenter.page.acts.primary()
    form = desk.see().form
    assert (desk.see().asking, form.act if form else None) == (Asking.ACT, Act.APPROVE)


def test_the_others_stand_behind_f10_and_alt_n(owner: QObject) -> None:
    desk = desk_with(owner, STORIES["handling"], 2)
    doing(desk).pick(1)
    assert desk.see().asking is Asking.NOTHING
    doing(desk).more()
    assert desk.see().asking is Asking.MORE
    doing(desk).pick(99)
    assert desk.see().asking is Asking.MORE
    doing(desk).more()
    assert desk.see().asking is Asking.NOTHING
    doing(desk).more()
    nth = desk.see().others.index(Act.EXTEND) + 1
    doing(desk).pick(nth)
    form = desk.see().form
    assert form is not None
    assert form.act is Act.EXTEND
    desk.presenter.page.looks.drop_question()
    assert (desk.see().asking, desk.see().form) == (Asking.NOTHING, None)


def test_what_is_not_allowed_is_not_begun(owner: QObject) -> None:
    desk = desk_with(owner, STORIES["archived"], 2)
    doing(desk).begin(Act.EXTEND)
    doing(desk).more()
    doing(desk).answer(Answers())
    assert (desk.see().asking, desk.see().form) == (Asking.NOTHING, None)


def test_without_a_case_nothing_happens(owner: QObject) -> None:
    desk = Desk(World(clerk=of.CLERK), owner)
    doing(desk).more()
    doing(desk).pick(1)
    doing(desk).begin(Act.ACCEPT)
    doing(desk).answer(Answers())
    doing(desk).note("x")
    doing(desk).said()
    assert desk.done == []


WRONG: tuple[tuple[str, Act, dict[str, str], str], ...] = (
    ("handling", Act.EXTEND, {"days": "五"}, "number_unclear"),
    ("handling", Act.EXTEND, {"days": "11"}, "extension_too_long"),
    ("handling", Act.EXTEND, {"reason": " "}, "reason_needed"),
    ("handling", Act.EXTEND, {"approver": ""}, "approval_needed"),
    ("handling", Act.APPROVE, {"result": ""}, "part_needed"),
    ("received", Act.ASK_SUPPLEMENT, {"due": "改天"}, "day_unclear"),
    ("received", Act.ASK_SUPPLEMENT, {"due": "今天"}, "day_too_early"),
    ("received", Act.REFUSE, {"instead": ""}, "part_needed"),
    ("ready", Act.DELIVER, {"id_checked": ""}, "id_not_checked"),
    ("ready", Act.DELIVER, {"way": "post", "express": ""}, "part_needed"),
    ("at_department", Act.ACCEPT, {"word": ""}, "part_needed"),
    ("handling", Act.CORRECT, {"new": "1"}, "field_invalid"),
)


@pytest.mark.parametrize(("name", "act", "more", "code"), WRONG)
def test_what_does_not_hold_is_said_and_what_was_typed_stays(
    owner: QObject, name: str, act: Act, more: dict[str, str], code: str
) -> None:
    desk = desk_with(owner, STORIES[name], 2)
    doing(desk).begin(act)
    form = desk.see().form
    assert form is not None
    extra = {"what": Correctable.PHONE.value} if act is Act.CORRECT else {}
    doing(desk).answer(filled(form, **(more | extra)))
    trouble = desk.see().trouble
    assert isinstance(trouble, DeskError)
    assert trouble.code == code
    assert desk.see().form is form


@pytest.mark.parametrize(
    ("act", "name", "rows", "code"),
    [
        (Act.ASK_SUPPLEMENT, "received", {}, "list_empty"),
        (Act.ASK_SUPPLEMENT, "received", {1: " "}, "part_needed"),
        (Act.TAKE_DEFERRED, "owing", {}, "list_empty"),
    ],
)
def test_a_list_is_never_empty(owner: QObject, act: Act, name: str, rows: dict[int, str], code: str) -> None:
    desk = desk_with(owner, STORIES[name], 2)
    doing(desk).begin(act)
    form = desk.see().form
    assert form is not None
    doing(desk).answer(replace(filled(form), rows=rows))
    assert getattr(desk.see().trouble, "code", "") == code


def test_a_wrong_password_of_who_agrees_stops_the_act(owner: QObject) -> None:
    desk = desk_with(owner, STORIES["handling"], 2)
    doing(desk).begin(Act.VOID)
    form = desk.see().form
    assert form is not None
    doing(desk).answer(replace(filled(form), password="guess"))
    assert getattr(desk.see().trouble, "code", "") == "wrong_password"
    assert desk.see().case.state is CaseState.HANDLING
    doing(desk).answer(filled(form, approver=str(of.LEADER.id)))
    assert desk.see().case.state is CaseState.VOIDED
    approval = desk.world.approvals[-1]
    assert approval is not None
    assert PASSWORD not in repr(approval)
    assert PASSWORD not in repr(filled(form))


def test_nobody_agrees_to_their_own_extension(owner: QObject) -> None:
    desk = desk_with(owner, STORIES["handling"], 2)
    doing(desk).begin(Act.EXTEND)
    form = desk.see().form
    assert form is not None
    assert [option.text for option in form.asks[-1].options] == [SOMEBODY.name]


def test_the_reasons_are_those_that_can_be_given_now(owner: QObject) -> None:
    def reasons(name: str) -> set[str]:
        desk = desk_with(owner, STORIES[name], 2)
        doing(desk).begin(Act.REFUSE)
        form = desk.see().form
        assert form is not None
        return {option.value for option in form.asks[0].options}

    assert Refusal.STILL_DEFECTIVE.value not in reasons("received")
    assert reasons("mended") == {found.value for found in Refusal}


def test_the_item_s_own_fields_can_be_put_right_one_by_one(owner: QObject) -> None:
    story = [replace(of.registered(), fields={"account": "0001", "低保证号": "7"}), *STORIES["handling"][1:]]
    desk = desk_with(owner, story, 2)
    doing(desk).begin(Act.CORRECT)
    form = desk.see().form
    assert form is not None
    assert [option.text for option in form.asks[0].options][-2:] == ["发放账户", "低保证号"]
    doing(desk).answer(Answers({"what": f"{FIELD}account", "new": "0002", "reason": "写错"}))
    assert desk.see().case.fields["account"] == "0002"


def test_a_supplement_says_the_problem_and_the_form_that_is_wanted(owner: QObject) -> None:
    desk = desk_with(owner, STORIES["received"], 2)
    doing(desk).begin(Act.ASK_SUPPLEMENT)
    doing(desk).answer(Answers({"due": "+9"}, {2: " 看不清 "}))
    (line,) = desk.see().case.lived.rounds[0].lines
    assert (line.problem, line.requirement) == ("看不清", "原件核验，1 份")
    assert desk.see().case.lived.rounds[0].due == of.day(11).date()


def test_a_promise_is_never_offered_beyond_the_end(owner: QObject) -> None:
    story = [of.registered(replace(of.PIN, promised=type(of.PIN.promised)(6))), *STORIES["owing"][1:]]
    desk = desk_with(owner, story, 6)
    doing(desk).begin(Act.EXTEND_DEFERRAL)
    form, due = desk.see().form, desk.see().due
    assert form is not None
    assert due is not None
    assert form.asks[0].value == str(due.due)


def test_the_toast_names_what_was_done_and_what_was_printed(owner: QObject) -> None:
    desk = desk_with(owner, STORIES["received"], 2)
    desk.world.papers = (DocumentKind.ACCEPTANCE,)
    doing(desk).begin(Act.ACCEPT)
    assert (desk.done[-1].acts, desk.done[-1].papers) == ((Act.ACCEPT,), (DocumentKind.ACCEPTANCE,))
    desk.world.papers, desk.world.problem = (), "没有纸。装好纸再打。"
    doing(desk).begin(Act.BEGIN)
    assert desk.done[-1].acts == (Act.BEGIN,)
    assert desk.see().trouble == "没有纸。装好纸再打。"


def test_an_act_that_somebody_else_did_meanwhile_is_no_longer_asked_for(owner: QObject) -> None:
    desk = desk_with(owner, STORIES["handling"], 2)
    doing(desk).begin(Act.BEGIN_SPECIAL)
    (kept,) = desk.world.cases.values()
    kept.story.append(replace(of.PAUSED, at=of.day(2)))
    desk.presenter.page.refresh()
    assert (desk.see().asking, desk.see().form) == (Asking.NOTHING, None)


def test_a_note_a_call_and_a_tag_are_one_line(owner: QObject) -> None:
    desk = desk_with(owner, STORIES["handling"], 2)
    doing(desk).begin(Act.EXTEND)
    doing(desk).note("@+3 问户口簿 #上门")
    life = desk.see().case.lived
    assert (life.tags, [note.text for note in life.notes]) == (("上门",), ["问户口簿"])
    assert life.next_contact == (of.day(2) + timedelta(days=3)).date()
    assert desk.done[-1].acts == (Act.TAG, Act.PLAN_CONTACT, Act.NOTE)
    assert desk.see().asking is Asking.ACT
    doing(desk).note("  ")
    assert len(desk.done) == 1
    doing(desk).note("@改天")
    assert getattr(desk.see().trouble, "code", "") == "day_unclear"


def test_that_the_sentence_was_said_is_on_record(owner: QObject) -> None:
    desk = desk_with(owner, STORIES["handling"], 2)
    doing(desk).said()
    (kept,) = desk.world.cases.values()
    assert kept.story[-1] == ends.LineSaid(Line.DECIDED_BY.value, of.day(2))
    archived = desk_with(owner, STORIES["archived"], 2)
    doing(archived).said()
    assert archived.done == []


def test_what_is_likely_is_only_what_is_allowed() -> None:
    assert likely_act(CaseState.HANDLING, (Act.REPORT_UP, Act.VOID)) is Act.REPORT_UP
    assert likely_act(CaseState.VOIDED, (Act.ARCHIVE,)) is None


def test_hand_overs_and_whole_forms_have_a_place_of_their_own(owner: QObject) -> None:
    shown = desk_with(owner, STORIES["received"], 2).see()
    assert Act.HAND_OVER in shown.view.acts
    assert Act.HAND_OVER not in shown.others
    assert acts.HandedOver not in {type(entry.event) for entry in shown.view.timeline}


def test_what_most_people_bring_is_offered(owner: QObject) -> None:
    rows = tuple(
        replace(of.row(number, MaterialState.DEFERRED), form=form)
        for number, form in enumerate((MaterialForm.COPY, MaterialForm.ELECTRONIC, MaterialForm.SHEET), 1)
    )
    story: list[CaseEvent] = [of.registered(), MaterialsReceived(rows, of.AT, of.PROMISE)]
    story.append(CaseAccepted(of.AT, (1, 2, 3), of.PROMISE))
    desk = desk_with(owner, story, 2)
    doing(desk).begin(Act.TAKE_DEFERRED)
    form = desk.see().form
    assert form is not None
    assert [row.value for row in form.asks[0].rows] == ["copy", "e_licence", "original"]
