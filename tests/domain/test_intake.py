"""An intake as a value: what is owed, what may be said of a row, what will happen, what the case keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.bodies import decode, encode
from desk_app.domain.cases import IN_HAND, Acting, MaterialState
from desk_app.domain.catalogue import (
    CaseKind,
    Code,
    HandlingMode,
    LegalNature,
    Material,
    MaterialForm,
    Need,
    Occasion,
    OfferedItem,
    Origin,
    ServiceItem,
    Tier,
    TimeLimit,
)
from desk_app.domain.intake import (
    IntakeForm,
    Judgement,
    Mark,
    Outcome,
    Problem,
    allowed_states,
    deferrable,
    judge,
    missing_parts,
    settle,
)
from desk_app.domain.people import MandateKind, Party, Proxy, Relation

S = MaterialState
FORM = IntakeForm(UUID(int=1), "1-19", "2026.1", Party("张某某", id_number="11010519491231002X"))
PROXY = Party("李某某", id_number="110105194912310038")
BY_PROXY = replace(FORM, acting=Acting.PROXY, proxy=PROXY, mandate=MandateKind.WRITTEN)
GUARDIAN = replace(BY_PROXY, mandate=MandateKind.GUARDIANSHIP, relation=Relation.GUARDIAN)


def paper(
    number: int,
    need: Need = Need.REQUIRED,
    form: MaterialForm = MaterialForm.ORIGINAL,
    occasion: Occasion = Occasion.ALWAYS,
    origin: Origin = Origin.APPLICANT,
    e_licence: str = "",
) -> Material:
    return Material(number, f"材料{number}", form, 1, need, origin, e_licence, "备注", occasion)


def offered(
    *papers: Material,
    mode: HandlingMode = HandlingMode.DIRECT,
    kind: CaseKind = CaseKind.PROMISED,
) -> OfferedItem:
    item = ServiceItem(
        "1-19",
        Tier.TOWN,
        19,
        "老年优待证办理",
        "民政办",
        mode,
        kind,
        Code("seed", "20", "公共服务"),
        (),
        LegalNature.SERVICE,
        materials=papers,
    )
    return OfferedItem(item, "2026.1", date(2026, 1, 1), True, mode, TimeLimit(5), ())


CARD = paper(1)
PHOTO = paper(2, Need.DEFERRABLE, MaterialForm.COPY)
EXTRA = paper(3, Need.OPTIONAL)
MANDATE = paper(4, Need.OPTIONAL, MaterialForm.SHEET, Occasion.BY_PROXY)
CHECKED = paper(5, Need.OPTIONAL, origin=Origin.SHARED_CHECK)
DIVORCE = paper(6, Need.DEFERRABLE, occasion=Occasion.IF_APPLICABLE)
ALL = (CARD, PHOTO, EXTRA, MANDATE, CHECKED, DIVORCE)
ITEM = offered(*ALL)


def numbers(rows: tuple[Material, ...]) -> list[int]:
    return [row.number for row in rows]


@pytest.mark.parametrize(
    ("form", "owed"),
    [
        (FORM, [1, 2]),
        (replace(FORM, acting=Acting.VISIT), [1, 2]),
        (BY_PROXY, [1, 2, 4]),
        (replace(BY_PROXY, mandate=MandateKind.NONE), [1, 2, 4]),
        (GUARDIAN, [1, 2]),
    ],
)
def test_what_a_citizen_owes_depends_on_who_stands_there(form: IntakeForm, owed: list[int]) -> None:
    assert [row.number for row in ALL if form.owes(row)] == owed


def test_one_key_takes_all_that_is_owed_in_the_form_the_guide_asks_for() -> None:
    forms = {
        MaterialForm.ORIGINAL: S.ORIGINAL,
        MaterialForm.SHEET: S.ORIGINAL,
        MaterialForm.BOTH: S.ORIGINAL,
        MaterialForm.COPY: S.COPY,
        MaterialForm.ELECTRONIC: S.E_LICENCE,
    }
    item = offered(*(paper(n, form=form) for n, form in enumerate(forms, 1)))
    assert FORM.take_all(item).marks == {n: Mark(state) for n, state in enumerate(forms.values(), 1)}


def test_taking_all_leaves_alone_what_was_said_before() -> None:
    form = FORM.mark(1, S.MISSING, "过期").take_all(ITEM)
    assert form.marks == {1: Mark(S.MISSING, "过期"), 2: Mark(S.COPY)}


def test_a_mark_can_be_taken_back() -> None:
    form = FORM.mark(1, S.ORIGINAL).mark(2, S.COPY)
    assert form.unmark(1).marks == {2: Mark(S.COPY)}
    assert form.unmark(9) == form


def test_a_proxy_goes_into_the_case_only_when_one_stands_there() -> None:
    assert replace(BY_PROXY, acting=Acting.SELF).as_proxy() is None
    assert BY_PROXY.as_proxy() == Proxy(PROXY, Relation.CHILD, MandateKind.WRITTEN)


@pytest.mark.parametrize(
    ("row", "states"),
    [
        (CARD, "original copy missing"),
        (PHOTO, "original copy deferred missing"),
        (MANDATE, "original missing"),
        (CHECKED, "shared"),
        (paper(7, e_licence="身份证"), "original copy e_licence missing"),
        (paper(7, form=MaterialForm.ELECTRONIC), "original copy e_licence missing"),
    ],
)
def test_what_may_be_said_of_a_row(row: Material, states: str) -> None:
    assert " ".join(allowed_states(row, ITEM)) == states


@pytest.mark.parametrize(
    ("row", "kind", "allowed"),
    [
        (PHOTO, CaseKind.PROMISED, True),
        (PHOTO, CaseKind.IMMEDIATE, False),
        (CARD, CaseKind.PROMISED, False),
        (replace(PHOTO, origin=Origin.SHARED_CHECK), CaseKind.PROMISED, False),
    ],
)
def test_only_a_tolerable_row_of_a_promised_case_may_be_deferred(
    row: Material, kind: CaseKind, allowed: bool
) -> None:
    assert deferrable(row, offered(row, kind=kind)) is allowed


DIRECT, ENTRUSTED, RECEIVE, ASSIST, ADVICE = HandlingMode
PROMISED, IMMEDIATE = CaseKind.PROMISED, CaseKind.IMMEDIATE


@pytest.mark.parametrize(
    ("mode", "kind", "card", "photo", "outcome"),
    [
        (DIRECT, PROMISED, S.ORIGINAL, S.COPY, Outcome.ACCEPT),
        (DIRECT, PROMISED, S.ORIGINAL, S.SHARED, Outcome.ACCEPT),
        (DIRECT, PROMISED, S.ORIGINAL, S.DEFERRED, Outcome.TOLERANCE),
        (DIRECT, PROMISED, S.ORIGINAL, S.MISSING, Outcome.NOTICE),
        (DIRECT, PROMISED, S.DEFERRED, S.COPY, Outcome.NOTICE),
        (DIRECT, PROMISED, S.MISSING, S.DEFERRED, Outcome.NOTICE),
        (DIRECT, PROMISED, S.MISSING, None, Outcome.NOTICE),
        (DIRECT, PROMISED, S.ORIGINAL, None, Outcome.OPEN),
        (DIRECT, IMMEDIATE, S.ORIGINAL, S.COPY, Outcome.FINISH),
        (DIRECT, IMMEDIATE, S.ORIGINAL, S.DEFERRED, Outcome.NOTICE),
        (ENTRUSTED, PROMISED, S.ORIGINAL, S.COPY, Outcome.ACCEPT),
        (ENTRUSTED, IMMEDIATE, S.ORIGINAL, S.COPY, Outcome.FINISH),
        (RECEIVE, PROMISED, S.ORIGINAL, S.COPY, Outcome.RECEIVE),
        (RECEIVE, PROMISED, S.ORIGINAL, S.DEFERRED, Outcome.RECEIVE),
        (RECEIVE, IMMEDIATE, S.ORIGINAL, S.COPY, Outcome.RECEIVE),
        (RECEIVE, PROMISED, S.MISSING, S.COPY, Outcome.NOTICE),
        (ASSIST, PROMISED, S.ORIGINAL, S.COPY, Outcome.RECEIVE),
        (ASSIST, IMMEDIATE, S.ORIGINAL, S.COPY, Outcome.ASSIST),
        (ASSIST, IMMEDIATE, S.ORIGINAL, S.MISSING, Outcome.NOTICE),
        (ADVICE, PROMISED, S.ORIGINAL, S.COPY, Outcome.DECLINE),
    ],
)
def test_the_outcome_follows_mode_kind_and_papers(
    mode: HandlingMode, kind: CaseKind, card: S, photo: S | None, outcome: Outcome
) -> None:
    form = FORM.mark(1, card)
    form = form if photo is None else form.mark(2, photo)
    assert judge(form, offered(*ALL, mode=mode, kind=kind)).outcome is outcome


def test_a_judgement_names_the_rows_that_caused_it() -> None:
    form = BY_PROXY.mark(1, S.MISSING).mark(2, S.DEFERRED).mark(6, S.DEFERRED)
    assert judge(form, ITEM) == Judgement(Outcome.NOTICE, (CARD,), (PHOTO, DIVORCE), (MANDATE,), 0, 3)
    assert judge(BY_PROXY.take_all(ITEM), ITEM) == Judgement(Outcome.ACCEPT, in_hand=3, owed=3)


def test_a_paper_nobody_has_to_bring_counts_once_the_clerk_says_it_is_missing() -> None:
    complete = FORM.take_all(ITEM)
    assert judge(complete.mark(3, S.MISSING), ITEM).missing == (EXTRA,)
    assert judge(complete.mark(6, S.MISSING), ITEM).missing == (DIVORCE,)
    assert judge(complete.mark(6, S.DEFERRED), ITEM).outcome is Outcome.TOLERANCE


def test_what_the_counter_verifies_is_never_asked_of_the_citizen() -> None:
    for state in (S.MISSING, S.DEFERRED):
        form = FORM.take_all(ITEM).mark(5, state, "没带")
        assert judge(form, ITEM).outcome is Outcome.ACCEPT
        assert settle(form, ITEM)[4].state is S.SHARED


def test_a_mandate_marked_before_the_proxy_left_is_forgotten() -> None:
    form = replace(BY_PROXY.take_all(ITEM).mark(4, S.MISSING), acting=Acting.SELF)
    assert judge(form, ITEM).outcome is Outcome.ACCEPT
    assert settle(form, ITEM)[3].state is None


def test_an_item_that_asks_for_nothing_is_accepted_at_once() -> None:
    assert judge(FORM, offered()) == Judgement(Outcome.ACCEPT)


def test_rows_go_into_the_case_as_they_were_dealt_with() -> None:
    form = replace(FORM, marks={1: Mark(S.COPY, "已核原件", 2), 2: Mark(S.DEFERRED)})
    rows = settle(form, ITEM)
    assert [row.state for row in rows] == [S.COPY, S.DEFERRED, None, None, S.SHARED, None]
    assert [(row.copies, row.reason) for row in rows[:2]] == [(2, "已核原件"), (1, "")]
    assert (rows[0].number, rows[0].name, rows[0].note) == (1, "材料1", "备注")


def test_a_promise_the_rules_forbid_stands_in_the_notice_as_missing() -> None:
    form = FORM.mark(1, S.DEFERRED, "忘带").mark(2, S.COPY)
    assert (settle(form, ITEM)[0].state, settle(form, ITEM)[0].reason) == (S.MISSING, "忘带")


def test_a_notice_tells_also_of_rows_nobody_looked_at() -> None:
    form = BY_PROXY.mark(1, S.MISSING)
    assert [row.number for row in settle(form, ITEM) if row.state is S.MISSING] == [1, 2, 4]


@pytest.mark.parametrize(
    ("form", "problems"),
    [
        (FORM.take_all(ITEM), ()),
        (IntakeForm(UUID(int=1)), (Problem.ID_NUMBER, Problem.NAME, Problem.MATERIALS)),
        (FORM, (Problem.MATERIALS,)),
        (FORM.mark(1, S.MISSING), ()),
        (FORM.mark(1, S.ORIGINAL).mark(2, S.DEFERRED), (Problem.PROMISE,)),
        (replace(FORM.mark(1, S.ORIGINAL).mark(2, S.DEFERRED), promise_by=date(2026, 12, 1)), ()),
        (BY_PROXY.take_all(ITEM), ()),
        (GUARDIAN.take_all(ITEM), ()),
        (
            replace(FORM, acting=Acting.PROXY).take_all(ITEM),
            (Problem.PROXY_NAME, Problem.PROXY_ID_NUMBER, Problem.MANDATE),
        ),
    ],
)
def test_what_keeps_a_form_from_being_committed(form: IntakeForm, problems: tuple[Problem, ...]) -> None:
    assert missing_parts(form, ITEM) == problems


def test_without_an_item_nothing_else_is_asked() -> None:
    assert missing_parts(FORM, None) == (Problem.ITEM,)


def test_a_form_survives_being_saved_as_a_draft() -> None:
    form = replace(
        BY_PROXY.mark(1, S.MISSING, "过期"),
        fields={"account": "0001"},
        promise_by=date(2026, 12, 1),
        unconfirmed={"phone": date(2026, 3, 2)},
        cursor="phone",
    )
    assert decode(IntakeForm, encode(form)) == form


papers = st.builds(
    paper,
    number=st.just(0),
    need=st.sampled_from(Need),
    form=st.sampled_from(MaterialForm),
    occasion=st.sampled_from(Occasion),
    origin=st.sampled_from([Origin.APPLICANT, Origin.SHARED_CHECK]),
    e_licence=st.sampled_from(["", "身份证"]),
)
items = st.builds(
    lambda rows, mode, kind: offered(
        *(replace(row, number=n) for n, row in enumerate(rows, 1)), mode=mode, kind=kind
    ),
    st.lists(papers, max_size=6),
    st.sampled_from(HandlingMode),
    st.sampled_from(CaseKind),
)
forms = st.builds(
    lambda acting, mandate, marks: replace(
        FORM, acting=acting, mandate=mandate, marks={n: Mark(state) for n, state in marks.items()}
    ),
    st.sampled_from(Acting),
    st.sampled_from(MandateKind),
    st.dictionaries(st.integers(1, 6), st.sampled_from(MaterialState)),
)

# From bad to good for the citizen; outcomes of one rank never meet on one item.
RANK = {
    Outcome.DECLINE: 0,
    Outcome.NOTICE: 1,
    Outcome.OPEN: 2,
    Outcome.TOLERANCE: 3,
    Outcome.RECEIVE: 4,
    Outcome.ASSIST: 4,
    Outcome.FINISH: 4,
    Outcome.ACCEPT: 4,
}


@given(items, forms)
def test_taking_all_marks_only_what_is_owed_and_allowed(item: OfferedItem, form: IntakeForm) -> None:
    taken = form.take_all(item)
    for row in item.item.materials:
        if row.number not in form.marks and row.number in taken.marks:
            assert form.owes(row)
            assert taken.marks[row.number].state in allowed_states(row, item)
    assert form.marks.items() <= taken.marks.items()
    assert judge(taken, item).untouched == ()
    assert taken.take_all(item) == taken


@given(items, forms, st.integers(1, 6), st.sampled_from(sorted(IN_HAND)))
def test_a_paper_that_turns_up_never_makes_the_outcome_worse(
    item: OfferedItem, form: IntakeForm, number: int, state: MaterialState
) -> None:
    before, after = judge(form, item), judge(form.mark(number, state), item)
    assert RANK[before.outcome] <= RANK[after.outcome]
    assert set(numbers(after.missing)) <= set(numbers(before.missing))


@given(items, forms)
def test_the_case_says_what_the_judgement_said(item: OfferedItem, form: IntakeForm) -> None:
    verdict, rows = judge(form, item), settle(form, item)
    if verdict.outcome is Outcome.DECLINE:
        return
    said = {state: [row.number for row in rows if row.state is state] for state in MaterialState}
    assert said[S.MISSING] == sorted(numbers(verdict.missing) + numbers(verdict.untouched))
    assert said[S.DEFERRED] == numbers(verdict.deferred)
    assert all(deferrable(row, item) for row in verdict.deferred)
    if verdict.outcome not in (Outcome.NOTICE, Outcome.OPEN):
        assert not said[S.MISSING], "what is accepted lacks nothing"


@given(items, forms)
def test_nothing_promised_and_nothing_exempt_is_asked_for_today(item: OfferedItem, form: IntakeForm) -> None:
    verdict = judge(form, item)
    assert not any(row.exempt for row in (*verdict.missing, *verdict.deferred, *verdict.untouched))
    assert not {*numbers(verdict.missing)} & {*numbers(verdict.deferred)}
    assert 0 <= verdict.in_hand <= verdict.owed
