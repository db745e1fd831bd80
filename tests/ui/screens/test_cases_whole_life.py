"""Nothing of the cases screen breaks, or falls silent, whatever state a case is in and whatever happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from desk_app.domain import case_ends as ends
from desk_app.domain.case_life import Correctable, DeliveryWay
from desk_app.domain.case_list import TimelineEntry
from desk_app.domain.cases import OPEN_STATES, CaseEvent, CaseState, DocumentReprinted, NumberRevealed
from desk_app.domain.documents import DocumentKind
from desk_app.domain.journal import Stream
from desk_app.domain.moves import Act
from desk_app.domain.streams import KINDS
from desk_app.domain.worktime import ClockState, Lamp
from desk_app.ui.screens.cases.filters import Chip, Moment, chip_query
from desk_app.ui.screens.cases.history.telling import TELLERS, told
from desk_app.ui.screens.cases.next_act.sentences import next_sentence
from desk_app.ui.screens.cases.rows import Cell, lamp_for, row_of
from desk_app.ui.screens.cases.standing import Done, picture
from desk_app.ui.screens.cases.view import done_words
from desk_app.ui.screens.cases.words import waited_words
from desk_app.ui.theme.look import Tone
from tests.domain import lives as of
from tests.ui.screens.cases_desk import open_screen
from tests.ui.screens.cases_world import ME, Kept, World, entry, lived, met

STATES = list(CaseState)
TODAY = date(2026, 11, 24)
MOMENT = Moment(TODAY, TODAY + timedelta(days=3), ME)


def kept_in(state: CaseState, world: World) -> Kept:
    return world.keep(lived(state))


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_a_row_and_a_page(qtbot: QtBot, state: CaseState) -> None:
    world = World(now=of.day(3))
    kept = kept_in(state, world)
    row = row_of(kept.line(), Moment(of.day(3).date(), of.day(6).date(), ME), 2)
    assert row.cells[Cell.STATE] in row.spoken
    assert row.cells[Cell.LEFT]
    assert (row.lamp is Lamp.DONE) is (state not in OPEN_STATES)
    screen = open_screen(qtbot, world, (1320, 806))
    screen.open_case(kept.id)
    assert screen.place.has_case
    assert screen.case.next.sentence.text()
    assert screen.case.head.left.text()
    assert len(screen.case.tabs.history.lines.lines) == len(kept.story)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("later", [1, 40])
def test_what_a_lamp_shows_stands_under_the_chip_of_its_name(state: CaseState, later: int) -> None:
    world = World(now=of.day(later))
    line = kept_in(state, world).line()
    moment = Moment(of.day(later).date(), of.day(later + 3).date(), ME)
    lamp = row_of(line, moment, 0).lamp
    chips = {Chip.OVERDUE: Lamp.OVERDUE, Chip.TODAY: Lamp.DUE, Chip.SOON: Lamp.SOON}
    for chip, shown in chips.items():
        assert met(line, chip_query(chip, moment)) is (lamp is shown)


@pytest.mark.parametrize("state", STATES)
def test_every_case_has_a_place_among_the_chips(state: CaseState) -> None:
    line = kept_in(state, World()).line()
    plain = (Chip.TO_ACCEPT, Chip.SUPPLEMENTS, Chip.TO_FINISH, Chip.READY, Chip.NOTICED, Chip.ENDED)
    assert sum(met(line, chip_query(chip, MOMENT)) for chip in plain) == 1
    assert met(line, chip_query(Chip.OPEN, MOMENT)) is (state in OPEN_STATES)


def test_a_pause_hides_no_day_that_is_near() -> None:
    paused, handling = ClockState.PAUSED, CaseState.SUSPENDED
    far, near, gone = TODAY + timedelta(days=30), TODAY + timedelta(days=2), TODAY - timedelta(days=1)
    assert lamp_for(handling, far, paused, MOMENT) is Lamp.PAUSED
    assert lamp_for(handling, near, paused, MOMENT) is Lamp.SOON
    assert lamp_for(handling, gone, paused, MOMENT) is Lamp.OVERDUE
    assert lamp_for(CaseState.SUPPLEMENTING, gone, paused, MOMENT) is Lamp.PAUSED
    assert lamp_for(CaseState.NOTICED, None, ClockState.RUNNING, MOMENT) is None


def test_promises_and_calls_are_asked_for_on_their_day() -> None:
    world = World(now=of.day(10))
    owing = world.keep([of.registered(), of.OWING_RECEIVED, of.OWING_ACCEPTED, of.PLANNED])
    moment = Moment(date(2026, 11, 12), date(2026, 11, 17), ME)
    early = Moment(date(2026, 11, 5), date(2026, 11, 10), ME)
    for chip in (Chip.PROMISES_DUE, Chip.TO_CALL):
        assert met(owing.line(), chip_query(chip, moment))
        assert not met(owing.line(), chip_query(chip, early))


def test_every_kind_of_event_is_told() -> None:
    kinds = {kind.cls for kind in KINDS.values() if kind.stream is Stream.CASE}
    assert kinds == TELLERS.keys() | {DocumentReprinted}


@pytest.mark.parametrize("event", of.EVERY_EVENT, ids=lambda event: event.kind)
def test_what_happened_is_said_without_a_code_and_without_a_number(event: CaseEvent) -> None:
    found = told(entry(1, event), {})
    assert found.title
    assert not {"{", "}"} & set(found.title + found.detail)
    assert "13800000000" not in found.detail
    assert "None" not in found.detail


TELLING: tuple[tuple[CaseEvent, str, str, Tone], ...] = (
    (of.ASKED, "告知补正", "1 份材料，看不清，11 月 9 日前补来", Tone.AMBER),
    (of.CAME, "收到补正", "到了 1 份", Tone.BLUE),
    (of.LONGER, "补正延期", "11 月 16 日前补来，出差未归", Tone.AMBER),
    (of.SENT, "移交", "示例镇便民服务中心，专人送", Tone.PLUM),
    (of.PAUSED, "鉴定开始", "最多 20 个工作日，等医院评定，残疾人证管理办法", Tone.GREY),
    (of.REFUSED, "不予受理", "不归这里管，不属于本站，可以到区民政部门去办", Tone.RED),
    (of.REJECTED, "办结（不通过）", "民政部门，不满六十周岁", Tone.RED),
    (of.DELIVERED, "送达", "窗口领取，张*某，核对了证件", Tone.GREEN),
    (of.RATED, "评价", "非常满意，扫码", Tone.TEAL),
    (of.CORRECTED, "更正电话", "138****0000 改成 139****1111，换号", Tone.AMBER),
    (of.TAGGED, "标签", "加急、上门", Tone.GREY),
    (of.PLANNED, "下次联系", "11 月 12 日", Tone.TEAL),
    (of.STOOD_IN, "替同事办（AB 岗）", "11 月 2 日到11 月 13 日", Tone.PLUM),
)


@pytest.mark.parametrize(("event", "title", "detail", "tone"), TELLING)
def test_the_later_life_in_words(event: CaseEvent, title: str, detail: str, tone: Tone) -> None:
    found = told(entry(1, event), {})
    assert (found.title, found.detail, found.tone) == (title, detail, tone)


def test_what_is_not_there_is_not_said() -> None:
    def detail(event: CaseEvent) -> str:
        return told(TimelineEntry(of.CASE, event.kind, of.AT, ME, "", ME, event), {}).detail

    assert detail(ends.ContactPlanned(None, of.AT)) == "不用再联系"
    assert detail(ends.TagsChanged(of.AT, (), ("加急",))) == "去掉 加急"
    post = ends.ResultDelivered(DeliveryWay.POST, "张某某", of.AT, express="EX0001")
    assert detail(post) == "邮寄，张*某，单号 EX0001"
    named = ends.CaseCorrected(Correctable.FIELD, "", "0002", "写错", of.AT, "账号")
    assert detail(named) == "（空） 改成 0002，写错"
    assert detail(NumberRevealed("核对", of.AT)) == "核对"


def test_what_comes_next_is_said_late_too_and_where_a_round_is_unknown() -> None:
    def sentence(story: list[CaseEvent], later: int, **life: object) -> str:
        world = World(now=of.day(later))
        view = world.calls().case(world.keep(story).id)
        if life:
            view = replace(view, case=replace(view.case, life=replace(view.case.lived, **life)))  # type: ignore[arg-type]  # named fields
        moment = Moment(of.day(later).date(), of.day(later + 3).date(), ME)
        return next_sentence(picture(view, None, moment, world.now, lambda _due, _today: 0))

    assert "决定是否受理。已经逾期，先打电话说明" in sentence(lived(CaseState.RECEIVED), 30)
    assert "等群众补材料" in sentence(lived(CaseState.SUPPLEMENTING), 1, rounds=())
    assert "等示例镇便民服务中心决定" in sentence([*lived(CaseState.FORWARDED), of.SIGNED], 3)
    assert waited_words(None, TODAY) == ("等补正", Tone.GREY)


def test_the_strip_names_what_was_done_and_what_came_out() -> None:
    done = Done("1", (DocumentKind.ACCEPTANCE,), acts=(Act.ACCEPT,))
    assert done_words(done) == "记下了：受理，打好了：受理通知书"
