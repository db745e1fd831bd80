"""Errands over the real store: a roster, a mandate that covers what it says, and a word to the citizen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from desk_app.db.store import Store
from desk_app.domain.agents import Agent, AgentFacts, Background, Duty
from desk_app.domain.assistance import Assistance, Stage
from desk_app.domain.assistance_events import (
    AssistChannel,
    AssistFinished,
    AssistKind,
    AssistOpened,
    AssistOutcome,
    CalledBack,
    FeedbackGiven,
    Group,
    ProgressNoted,
)
from desk_app.domain.errors import DeskError, IllegalMove, InputError, NotAllowed, NotFound
from desk_app.domain.mandates import Mandate, MandateEnd, MandateGiven, Matter, Power, Signature
from desk_app.domain.people import Party
from desk_app.domain.worktime import local_day
from desk_app.services.assistance import assign, link_case, open_assistance, record_step, take_on
from desk_app.services.catalogue import Offer
from desk_app.services.intake import Intake, commit_intake
from desk_app.services.roster import (
    change_agent,
    end_mandate,
    enrol,
    give_mandate,
    renew_mandate,
    send_away,
    take_off,
)
from tests.services.desk_samples import AUDITOR, CLERK, MANAGER, NOW, SITE, ZHANG, form

TODAY, DAY = local_day(NOW), timedelta(days=1)
FACTS = AgentFacts("李某某", "13800000000", "南村", (Duty.AGENT,), Background.CADRE)
SUPPORT = Matter("1-1", "最低生活保障审核")
OPENED = AssistOpened(
    number="",
    kinds=(AssistKind.ERRAND,),
    citizen=ZHANG,
    matters=(SUPPORT,),
    channel=AssistChannel.PHONE,
    area="南村",
    groups=(Group.ELDERLY,),
    at=NOW,
)


def mandate_for(agent: Agent, *matters: Matter, principal: Party = ZHANG) -> MandateGiven:
    powers, last = (Power.SUBMIT,), TODAY + 30 * DAY
    given = (principal, agent.id, agent.facts.name, matters, powers, TODAY, last)
    return MandateGiven(*given, Signature.SIGNED, (), NOW)


def errand(store: Store) -> tuple[Agent, Mandate, Assistance]:
    agent = enrol(store, MANAGER, FACTS, NOW)
    mandate = give_mandate(store, CLERK, mandate_for(agent, SUPPORT), NOW)
    opened = open_assistance(store, CLERK, OPENED, NOW)
    assign(store, CLERK, opened.id, agent.id, NOW)
    return agent, mandate, take_on(store, CLERK, opened.id, mandate.id, NOW)


def test_an_errand_from_the_call_to_the_call_back(store: Store, offer: Offer) -> None:
    agent, mandate, begun = errand(store)
    assert begun.opened.number.startswith("D3710733")
    offered = offer.get("1-1")
    case = commit_intake(store, CLERK, Intake(form("1-1").take_all(offered), offered), NOW)
    link_case(store, CLERK, begun.id, case.id, NOW)
    record_step(store, CLERK, begun.id, ProgressNoted("已送到镇里", True, NOW), NOW)
    with store.read() as reader:
        assert [one.id for one in reader.assistances.column(SITE.id, Stage.FEEDBACK_DUE)] == [begun.id]
        assert [one.id for one in reader.assistances.of_case(case.id)] == [begun.id]
        assert reader.agents.load(SITE.id) == {agent.id: 1}
    record_step(store, CLERK, begun.id, FeedbackGiven(AssistChannel.PHONE, "送到了", NOW), NOW)
    record_step(store, CLERK, begun.id, AssistFinished(AssistOutcome.DONE, "", NOW), NOW)
    record_step(store, CLERK, begun.id, FeedbackGiven(AssistChannel.VISIT, "证已送到家", NOW), NOW)
    record_step(store, CLERK, begun.id, CalledBack(AssistChannel.PHONE, 1, "等太久", NOW), NOW)
    with store.read() as reader:
        assert [one.score for one in reader.assistances.complaints(SITE.id)] == [1]
        assert reader.assistances.column(SITE.id, Stage.UNDER_WAY, agent.id) == ()
        assert reader.assistances.column(SITE.id, Stage.DONE, agent.id)[0].mandate == mandate.id
        assert reader.assistances.by_number(begun.opened.number).cases == (case.id,)
        assert reader.agents.load(SITE.id) == {}


def test_what_the_mandate_does_not_cover_is_refused_with_the_reason(store: Store) -> None:
    agent = enrol(store, MANAGER, FACTS, NOW)
    other = give_mandate(store, CLERK, mandate_for(agent, Matter("1-2", "特困人员供养审核")), NOW)
    another = give_mandate(
        store,
        CLERK,
        mandate_for(agent, SUPPORT, principal=replace(ZHANG, id_number="110105194912310046")),
        NOW,
    )
    opened = open_assistance(store, CLERK, OPENED, NOW)
    with pytest.raises(IllegalMove, match="assist_unassigned"):
        take_on(store, CLERK, opened.id, other.id, NOW)
    assign(store, CLERK, opened.id, agent.id, NOW)
    with pytest.raises(IllegalMove, match="mandate_gap") as refused:
        take_on(store, CLERK, opened.id, other.id, NOW)
    assert refused.value.params == {"item": SUPPORT.name, "why": "other_matter"}
    with pytest.raises(IllegalMove, match="mandate_of_another"):
        take_on(store, CLERK, opened.id, another.id, NOW)
    with pytest.raises(IllegalMove, match="mandate_needed"):
        take_on(store, CLERK, opened.id, None, NOW)
    with store.read() as reader:
        assert reader.assistances.get(opened.id).stage is Stage.WAITING


def test_only_who_is_there_and_may_do_it_is_given_an_errand(store: Store) -> None:
    helper = enrol(store, MANAGER, replace(FACTS, name="王某某", duties=(Duty.HELP,)), NOW)
    away = enrol(store, MANAGER, FACTS, NOW)
    send_away(store, MANAGER, away.id, (TODAY, TODAY + DAY), helper.id, NOW)
    gone = enrol(store, MANAGER, replace(FACTS, name="赵某某"), NOW)
    take_off(store, MANAGER, gone.id, TODAY, NOW)
    opened = open_assistance(store, CLERK, OPENED, NOW)
    for agent, code in ((helper, "duty_missing"), (away, "agent_away"), (gone, "agent_gone")):
        with pytest.raises(IllegalMove, match=code):
            assign(store, CLERK, opened.id, agent.id, NOW)
    with pytest.raises(IllegalMove, match="agent_gone"):
        give_mandate(store, CLERK, mandate_for(gone, SUPPORT), NOW)
    shown = open_assistance(store, CLERK, replace(OPENED, kinds=(AssistKind.HELP,)), NOW)
    assert assign(store, CLERK, shown.id, helper.id, NOW).agent_name == "王某某"
    assert take_on(store, CLERK, shown.id, None, NOW).stage is Stage.UNDER_WAY


def test_who_leaves_takes_no_mandate_along(store: Store) -> None:
    agent, mandate, _ = errand(store)
    (ended,) = take_off(store, MANAGER, agent.id, TODAY + DAY, NOW)
    assert (ended.id, ended.ended) == (mandate.id, MandateEnd.AGENT_LEFT)
    with store.read() as reader:
        assert reader.mandates.of_agent(agent.id) == ()
        assert reader.agents.of_site(SITE.id) == ()
        assert [one.id for one in reader.agents.of_site(SITE.id, with_gone=True)] == [agent.id]


def test_a_mandate_is_listed_before_it_ends_and_goes_on(store: Store) -> None:
    _, mandate, _ = errand(store)
    last = TODAY + 30 * DAY
    with store.read() as reader:
        assert [one.id for one in reader.mandates.ending(SITE.id, TODAY, last)] == [mandate.id]
    with pytest.raises(InputError, match="mandate_days"):
        renew_mandate(store, CLERK, mandate.id, last, NOW)
    assert renew_mandate(store, CLERK, mandate.id, last + DAY, NOW).last == last + DAY
    assert end_mandate(store, CLERK, mandate.id, MandateEnd.REVOKED, NOW).ended is MandateEnd.REVOKED
    with store.read() as reader:
        assert reader.mandates.ending(SITE.id, TODAY, last + DAY) == ()


def test_one_without_a_last_day_may_be_given_one(store: Store) -> None:
    agent = enrol(store, MANAGER, FACTS, NOW)
    open_end = give_mandate(store, CLERK, replace(mandate_for(agent, SUPPORT), last=None), NOW)
    with store.read() as reader:
        assert reader.mandates.ending(SITE.id, TODAY, TODAY + 99 * DAY) == ()
    with pytest.raises(InputError, match="mandate_days"):
        renew_mandate(store, CLERK, open_end.id, TODAY - DAY, NOW)
    assert renew_mandate(store, CLERK, open_end.id, TODAY, NOW).last == TODAY


def test_the_roster_is_the_leads_business(store: Store) -> None:
    agent = enrol(store, MANAGER, FACTS, NOW)
    assert change_agent(store, MANAGER, agent.id, replace(FACTS, area="北村"), NOW).facts.area == "北村"
    with pytest.raises(InputError, match="agent_days"):
        send_away(store, MANAGER, agent.id, (TODAY, TODAY - DAY), None, NOW)
    with pytest.raises(IllegalMove, match="stand_in_is_self"):
        send_away(store, MANAGER, agent.id, (TODAY, TODAY), agent.id, NOW)
    other = enrol(store, MANAGER, replace(FACTS, name="赵某某"), NOW)
    take_off(store, MANAGER, other.id, TODAY, NOW)
    with pytest.raises(IllegalMove, match="stand_in_gone"):
        send_away(store, MANAGER, agent.id, (TODAY, TODAY), other.id, NOW)
    assert send_away(store, MANAGER, agent.id, (TODAY, TODAY), None, NOW).away_on(TODAY) is not None


def test_rights_are_asked_first(store: Store) -> None:
    nobody = UUID(int=99)
    leads: tuple[Callable[[], object], ...] = (
        lambda: enrol(store, CLERK, FACTS, NOW),
        lambda: change_agent(store, CLERK, nobody, FACTS, NOW),
        lambda: send_away(store, CLERK, nobody, (TODAY, TODAY), None, NOW),
        lambda: take_off(store, CLERK, nobody, TODAY, NOW),
        lambda: end_mandate(store, AUDITOR, nobody, MandateEnd.REVOKED, NOW),
        lambda: open_assistance(store, AUDITOR, OPENED, NOW),
    )
    for refused in leads:
        with pytest.raises(NotAllowed, match="right_missing"):
            refused()


def test_what_is_not_there_is_said_so(store: Store) -> None:
    nobody = UUID(int=99)
    for code, ask in (
        ("no_such_agent", lambda: change_agent(store, MANAGER, nobody, FACTS, NOW)),
        ("no_such_mandate", lambda: end_mandate(store, CLERK, nobody, MandateEnd.REVOKED, NOW)),
        ("no_such_assistance", lambda: assign_nothing(store, nobody)),
    ):
        with pytest.raises(NotFound, match=code):
            ask()
    with pytest.raises(DeskError, match="no_such_assistance"), store.read() as reader:
        reader.assistances.by_number("D0")


def assign_nothing(store: Store, nobody: UUID) -> Assistance:
    return record_step(store, CLERK, nobody, ProgressNoted("问过了", False, NOW), NOW)
