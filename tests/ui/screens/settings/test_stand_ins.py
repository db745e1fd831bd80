"""AB岗 in the settings: given by keyboard for some days, ended early."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desk_app.domain.errors import InputError
from desk_app.domain.stand_ins import StandIn
from desk_app.ui.jobs import InlineJobs
from desk_app.ui.screens.settings.presenter import SettingsPresenter
from desk_app.ui.screens.settings.sections import Section
from desk_app.ui.screens.settings.shown import Said
from desk_app.ui.screens.settings.stand_ins.view import StandInCard
from tests.ui.screens.settings.office import WANG, ZHAO, Office

TODAY = date(2026, 11, 24)


class Standing:
    """An office in which queues are given."""

    def __init__(self, owner: QObject) -> None:
        self.told: list[tuple[object, ...]] = []
        self.periods: tuple[StandIn, ...] = ()
        calls = replace(
            Office().calls,
            today=lambda: TODAY,
            stand_ins=lambda: self.periods,
            give_stand_in=self.give,
            end_stand_in=lambda stand_in: self.told.append(("end", stand_in)),
        )
        jobs = InlineJobs()
        jobs.setParent(owner)
        self.presenter = SettingsPresenter(calls, jobs, owner)
        self.presenter.open(Section.PEOPLE)

    def said(self) -> Said:
        return self.presenter.session.said

    def give(self, absent: UUID, present: UUID, first: date, last: date) -> None:
        self.told.append((absent, present, first, last))
        self.periods = (StandIn(UUID(int=70), absent, "王某某", present, "孙某某", first, last),)


def test_days_are_typed_as_they_are_said(owner: QObject) -> None:
    office = Standing(owner)
    part = office.presenter.stand_ins
    for first, last in (("", ""), ("昨儿", "+3"), ("", "哪天")):
        part.give(ZHAO.id, first, last)
        assert isinstance(office.presenter.session.trouble, InputError)
    assert office.told == []
    part.give(ZHAO.id, "", "+3")
    part.give(ZHAO.id, "12-01", "12-04")
    assert office.told == [
        (WANG.id, ZHAO.id, TODAY, date(2026, 11, 27)),
        (WANG.id, ZHAO.id, date(2026, 12, 1), date(2026, 12, 4)),
    ]
    assert office.said() is Said.STAND_IN_GIVEN
    part.end(UUID(int=70))
    assert office.told[-1] == ("end", UUID(int=70))
    assert office.said() is Said.STAND_IN_ENDED


def test_the_card_offers_who_can_do_the_work(qtbot: QtBot, owner: QObject) -> None:
    office = Standing(owner)
    card = StandInCard()
    qtbot.addWidget(card)
    card.lay(office.presenter.picture())
    offered = [card.who.itemText(at) for at in range(card.who.count())]
    assert WANG.name not in offered
    assert ZHAO.name in offered
    assert card.periods.isHidden()
    given: list[tuple[object, ...]] = []
    card.give_requested.connect(lambda *what: given.append(what))
    card.who.setCurrentIndex(offered.index(ZHAO.name))
    card.last.set_text("+3")
    card.give.click()
    assert given == [(ZHAO.id, "", "+3")]
    card.forget()
    assert card.last.text() == ""
    office.give(WANG.id, ZHAO.id, TODAY, TODAY)
    card.lay(office.presenter.picture())
    ended: list[object] = []
    card.end_requested.connect(ended.append)
    card.end.click()
    assert ended == [UUID(int=70)]


def test_nobody_to_stand_in_is_said(qtbot: QtBot, owner: QObject) -> None:
    office = Standing(owner)
    shown = office.presenter.picture()
    card = StandInCard()
    qtbot.addWidget(card)
    card.lay(replace(shown, people=replace(shown.people, users=(WANG,))))
    assert "先加一个能收件的账号" in card.advice.text()
    card.give.click()
    card.lay(replace(shown, people=replace(shown.people, chosen=None)))
    assert card.isHidden()
