"""The guide pane: what it says of an item, and what its ticks, links, buttons and note line ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.domain.errors import PrinterTrouble
from desk_app.ui.screens.lookup import words
from desk_app.ui.shell.typing import TAKES_LETTERS
from tests.ui.screens.keyboard import CTRL, in_focus, press
from tests.ui.screens.lookup_world import Stage, click, sentences


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(qtbot)


def test_the_guide_answers_the_citizens_questions(stage: Stage) -> None:
    stage.query("zdsh")
    view = stage.guide_view()
    body = view.parts
    assert view.head.title.text() == "最低生活保障审核"
    assert view.head.mode.text == "直接办理"
    assert view.head.standing.text == "参考"
    assert view.head.current_name.text() == "现称：最低生活保障审核确认"
    assert not view.status.isHidden()
    assert view.status.detail.text() == "审核确认权正在下放"
    assert [fact.words for fact in view.facts.facts] == [
        ("承诺时限", "以窗口告知为准", "法定 30 个工作日"),
        ("收费", "不收费", ""),
        ("办理方式", "窗口、爱山东APP等 3 种", "可上门"),
        ("结果", "按月发放", ""),
    ]
    assert [point.text for point in body.who.points.points] == ["年满80周岁"]
    assert body.who.tag.text == body.bring.tag.text == body.steps.tag.text == "待核实"
    assert body.bring.note.text() == "4 项材料，其中 1 项可用电子证照"
    assert body.papers.remark.text() == "能共享的不用交"
    assert [point.lead for point in body.faqs.points.points] == ["怎么算收入？"]
    assert [point.text for point in body.open.points.points] == ["是否下放到镇"]
    assert [point.text for point in body.amount.points.points] == ["每月若干元"]
    assert body.release.text() == "事项目录 2026.11-1，2026-11-24 周二 发布"
    assert body.remind.isHidden()


def test_a_verified_guide_says_who_and_has_no_doubts(stage: Stage) -> None:
    stage.query("lnz")
    view = stage.guide_view()
    assert view.head.standing.text == "王某某 已核定 2026-11-01"
    assert view.parts.open.isHidden()
    assert view.parts.who.tag.text == ""
    assert view.parts.place.title.text() == "示例镇便民服务中心 03 号窗口"
    assert view.parts.reminder.heading.text() == "当年 12 月 25 日截止"
    assert view.facts.facts[0].words[1] == "10 个工作日"
    assert view.facts.facts[2].words[1:] == ("窗口、电话", "")
    assert view.foot.primary.text() == "开始代办收件"
    assert view._status_place.isHidden()


def test_legal_bases_are_folded_and_unverified_numbers_marked(stage: Stage) -> None:
    stage.query("zdsh")
    basis = stage.guide_view().parts.basis
    assert basis.button.text() == "法律依据 2 条"
    assert basis.points.isHidden()
    basis.button.setFocus()
    press(Qt.Key.Key_Return)
    assert not basis.points.isHidden()
    first, second = basis.points.points
    assert (first.text, first.tag) == ("《社会救助暂行办法》（国务院令第649号）第九条", "")
    assert (second.text, second.tag) == ("《某通知》", "文号待核")
    basis.button.click()
    assert basis.points.isHidden()


def test_papers_are_ticked_by_space_digit_and_mouse(stage: Stage) -> None:
    stage.query("zdsh")
    rows = stage.guide_view().parts.papers.list
    assert rows.property(TAKES_LETTERS)
    stage.screen.show_guide()
    assert in_focus() is rows
    assert rows.currentIndex().row() == 0
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_9)
    press(Qt.Key.Key_X)
    brought = stage.presenter.session.brought
    assert brought["1-1"] == {1, 3}
    assert sentences(rows)[0] == "1，申请表，表格，1 份，必要，已带"
    assert sentences(rows)[3] == "4，低保身份，电子件，免提交"
    click(rows, 1)
    assert brought["1-1"] == {1, 2, 3}
    click(rows, 0, twice=True)
    press(Qt.Key.Key_Return)
    assert stage.guide_view().parts.ticks.text() == "已带 2 样，还差 1 样"
    stage.screen.show_guide()
    assert rows.currentIndex().row() == 0


def test_a_guide_without_papers(stage: Stage) -> None:
    stage.query("jiuye")
    body = stage.guide_view().parts
    assert body.bring.isHidden()
    assert body.ticks.isHidden()
    assert stage.guide_view().facts.facts[0].words[1:] == ("当场办结", "以窗口告知为准")
    assert stage.guide_view().facts.facts[2].words[1] == "以窗口告知为准"
    stage.screen.show_guide()
    assert in_focus() is stage.guide_view().foot.checklist


def test_f6_prints_what_is_still_to_bring(stage: Stage) -> None:
    stage.query("zdsh")
    stage.presenter.acts.tick(1)
    QTest.keyClick(stage.screen, Qt.Key.Key_F6)
    stage.guide_view().foot.checklist.click()
    assert stage.done == [("checklist", "1-1", frozenset({1}))] * 2


def test_f7_prints_where_to_go_and_is_primary_for_others(stage: Stage) -> None:
    stage.query("zdsh")
    QTest.keyClick(stage.screen, Qt.Key.Key_F7)
    foot = stage.guide_view().foot
    foot.referral.click()
    stage.presenter.pick(3)
    stage.view.fill_guide()
    assert foot.primary.isHidden()
    assert foot.referral.isHidden()
    assert not foot.referral_first.isHidden()
    assert words.primary_words(stage.presenter.session.picture().guide) == "打指路条"  # type: ignore[arg-type]  # there is a guide
    foot.referral_first.click()
    assert [what[1] for what in stage.done] == ["1-1", "1-1", "2-1"]
    place = stage.guide_view().parts.place
    assert (place.title.text(), place.lines.text()) == ("社区便民服务站", "具体地点以当地公布的为准")


def test_what_is_told_goes_to_the_strip(stage: Stage) -> None:
    said: list[str] = []
    stage.screen.toast_requested.connect(said.append)
    stage.query("lnz")
    QTest.keyClick(stage.screen, Qt.Key.Key_F6)
    for number in (2, 3):
        stage.presenter.acts.tick(number)
    QTest.keyClick(stage.screen, Qt.Key.Key_F6)
    assert said == ["已打印", "材料都带齐了，不用打告知书"]


def test_buttons_wait_while_a_paper_is_made(stage: Stage) -> None:
    stage.query("zdsh")
    stage.view.show_all(replace(stage.presenter.session.picture(), busy=True))
    foot = stage.guide_view().foot
    assert not foot.checklist.isEnabled()
    assert foot.primary.isEnabled()


def test_trouble_is_told_above_the_buttons(stage: Stage) -> None:
    stage.query("zdsh")
    stage.fault = PrinterTrouble("printer_refused", printer="激光机")
    QTest.keyClick(stage.screen, Qt.Key.Key_F6)
    stage.view.fill_guide()
    assert stage.guide_view().trouble.heading.text() == "打印机“激光机”没有接收"
    assert "办件" not in stage.guide_view().trouble.detail.text()
    assert stage.guide_view().trouble.isVisible()
    stage.screen.move_selection(1)
    stage.view.fill_guide()
    assert not stage.guide_view().trouble.isVisible()


def test_a_note_is_written_by_keys_alone(stage: Stage) -> None:
    stage.query("zdsh")
    QTest.keyClick(stage.screen, Qt.Key.Key_N, CTRL)
    line = stage.guide_view().note.line
    assert in_focus() is line
    QTest.keyClicks(line, "wen")
    press(Qt.Key.Key_Escape)
    assert stage.guide_view().note.isHidden()
    assert stage.said("command") == [None]
    stage.guide_view().foot.note.click()
    assert line.text() == "wen"
    QTest.keyClicks(line, "le")
    press(Qt.Key.Key_Return)
    assert stage.done == [("note", "1-1", "wenle")]
    assert stage.guide_view().note.isHidden()


def test_other_keys_in_the_note_go_on(stage: Stage) -> None:
    stage.query("zdsh")
    stage.presenter.acts.open_note()
    note = stage.guide_view().note
    QTest.keyClick(note, Qt.Key.Key_F11)
    assert note.isVisible()
    note.button.click()
    assert stage.said("remarked")


def test_links_lead_to_other_guides_and_back(stage: Stage) -> None:
    stage.query("zdsh")
    view = stage.guide_view()
    (link,) = [link for link in view.parts.links[0].links if not link.isHidden()]
    assert link.text() == "最低生活保障申请（社区）"
    link.click()
    stage.view.fill_guide()
    assert view.head.title.text() == "最低生活保障申请"
    assert not view.head.back.isHidden()
    assert view.head.back.text() == "返回 最低生活保障审核"
    assert [row.text() for row in view.parts.links[1].links] == ["最低生活保障审核"]
    view.head.back.click()
    stage.view.fill_guide()
    assert view.head.title.text() == "最低生活保障审核"


def test_only_ticks_are_filled_anew_for_a_tick(stage: Stage) -> None:
    stage.query("zdsh")
    area = stage.guide_view()._area.verticalScrollBar()
    stage.screen.resize(1340, 500)
    QApplication.processEvents()
    area.setValue(60)
    stage.presenter.acts.tick(1)
    stage.presenter.acts.open_note()
    assert area.value() == 60
    stage.screen.move_selection(1)
    stage.view.fill_guide()
    assert area.value() == 0


def test_a_lost_item_leaves_the_guide_as_it_was(stage: Stage) -> None:
    stage.query("zdsh")
    stage.items.pop("1-1")
    stage.presenter.session.refresh()
    stage.view.fill_guide()
    assert stage.guide_view().head.title.text() == "最低生活保障审核"


def test_a_fact_that_is_cut_is_whole_in_its_tooltip(stage: Stage) -> None:
    stage.query("zdsh")
    fact = stage.guide_view().facts.facts[3]
    fact.resize(140, 90)
    fact.say("结果", "很长很长的办理结果，两行也写不下，所以后面要省略掉一部分", "")
    assert fact.toolTip().startswith("很长很长")
    fact.resize(900, 90)
    assert fact.toolTip() == ""
    fact.say("结果", "短", "")
    assert fact.toolTip() == ""
