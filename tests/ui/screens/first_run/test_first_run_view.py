"""The first run by keyboard: from an empty machine to the first case."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from desk_app.domain.catalogue import Tier
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import DiskFull
from desk_app.ui.jobs import InlineJobs, Jobs
from desk_app.ui.screens.first_run.calls import Step
from desk_app.ui.screens.first_run.presenter import FirstRunPresenter
from desk_app.ui.screens.first_run.trial_page import DEMO
from desk_app.ui.screens.first_run.view import FirstRunView
from desk_app.ui.screens.settings.site_facts import SiteField
from desk_app.ui.theme.look import Scheme
from desk_app.ui.theme.switch import LookSwitch
from tests.ui.screens.first_run.machine import FACTS, WORDS, Machine, advice_only, at
from tests.ui.screens.keyboard import ALT, CTRL, focused, in_focus, press, put_up, type_in
from tests.ui.screens.late_jobs import LateJobs


def page_of(
    machine: Machine, qtbot: QtBot, jobs: Jobs | None = None, width: int = 1366, height: int = 768
) -> FirstRunView:
    presenter = FirstRunPresenter(machine.calls, jobs or InlineJobs())
    view = FirstRunView(presenter)
    presenter.setParent(view)
    put_up(view, qtbot, width, height)
    presenter.start()
    return view


def go_on() -> None:
    press(Qt.Key.Key_Return, CTRL)


def test_the_whole_way_without_a_mouse(qtbot: QtBot) -> None:
    machine = Machine()
    view = page_of(machine, qtbot)
    ended: list[str] = []
    view._presenter.session.finished.connect(lambda: ended.append("finished"))
    assert focused() == "镇便民服务中心，基础目录 58 项"
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Tab)
    assert focused() == "站点名称"
    type_in("Demo 便民服务中心")
    press(Qt.Key.Key_Return)
    assert focused() == "简称（文号用）"
    go_on()
    assert focused() == "管理员姓名"
    type_in("Wang")
    press(Qt.Key.Key_Return)
    type_in("geheim-2026")
    press(Qt.Key.Key_Return)
    assert focused() == "口令再输一遍"
    type_in("geheim-2026")
    go_on()
    assert machine.made[0][0].name == "Demo 便民服务中心"
    assert machine.made[0][1:] == ("Wang", "geheim-2026")
    assert focused() == "打印恢复单"
    press(Qt.Key.Key_Return)
    assert machine.sheets == [WORDS]
    go_on()
    assert focused() == "我已打印或抄下，会锁在柜子里"
    press(Qt.Key.Key_Space)
    go_on()
    assert focused() == "事项清单"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    go_on()
    assert machine.saved_items == [(advice_only("1-5"),)]
    assert focused() == "收件凭证的纸张"
    go_on()
    assert focused().startswith("开始使用")
    press(Qt.Key.Key_Return)
    assert ended == ["finished"]


def test_what_is_missing_is_said_under_the_field_that_gets_the_keys(qtbot: QtBot) -> None:
    view = page_of(Machine(), qtbot)
    go_on()
    assert focused() == "站点名称"
    assert view.site.fields[SiteField.NAME].problem.text() == "还没填"
    type_in("D")
    assert view.site.fields[SiteField.NAME].problem.isHidden()


def test_leaving_a_field_checks_and_keeps_it(qtbot: QtBot) -> None:
    machine = Machine()
    view = page_of(machine, qtbot)
    view.site.fields[SiteField.POINT].editor.setFocus()
    type_in("3710")
    press(Qt.Key.Key_Tab)
    assert view.site.fields[SiteField.POINT].problem.text() == "还差 2 位"
    assert machine.progress.facts.point_code == "3710"


def test_defaults_stand_as_placeholders(qtbot: QtBot) -> None:
    view = page_of(at(Step.SITE, made=False), qtbot)
    assert focused() == "站点名称"
    assert view.site.fields[SiteField.SHORT_NAME].line.placeholderText() == "示例镇"
    assert view.site.fields[SiteField.POINT].line.placeholderText() == "不填就用 371073"


def test_the_kind_of_site_by_click(qtbot: QtBot) -> None:
    machine = Machine()
    view = page_of(machine, qtbot)
    view.site.tiers.tiles[2].click()
    assert focused().startswith("村")
    assert machine.progress.facts.tier is Tier.VILLAGE


def test_after_the_site_is_made_its_facts_are_only_shown(qtbot: QtBot) -> None:
    view = page_of(at(Step.SITE), qtbot)
    assert not view.site.locked.isHidden()
    assert view.site.fields[SiteField.NAME].line.isReadOnly()
    assert not view.site.tiers.isEnabled()
    assert view.demo.isHidden()


def test_the_demo_by_key_and_its_progress(qtbot: QtBot) -> None:
    machine, jobs = Machine(), LateJobs()
    view = page_of(machine, qtbot, jobs)
    press(Qt.Key.Key_Y, ALT)
    assert view.foot.saved.text() == "正在准备演示数据"
    view._presenter._demo_goes_on(120, 300)
    assert view.foot.saved.text() == "正在准备演示数据 120 / 300"
    assert not view.onward.isEnabled()
    jobs.release()
    assert machine.demos == 1
    assert view.onward.isEnabled()
    jobs.deleteLater()


def test_the_demo_is_offered_again_at_the_end(qtbot: QtBot) -> None:
    machine = at(Step.PRINTING)
    view = page_of(machine, qtbot)
    press(Qt.Key.Key_Y, ALT)
    assert machine.demos == 0
    go_on()
    press(Qt.Key.Key_Y, ALT)
    assert machine.demos == 1
    press(Qt.Key.Key_Down)
    assert view.trial.ways.current == DEMO
    go_on()
    assert machine.demos == 2
    assert machine.finished == 0


def test_a_missing_name_and_a_poor_password_get_the_keys(qtbot: QtBot) -> None:
    machine = at(Step.PEOPLE, made=False)
    machine.progress = type(machine.progress)(Step.PEOPLE, FACTS)
    view = page_of(machine, qtbot)
    go_on()
    assert focused() == "管理员姓名"
    assert "先写姓名" in view.people.name.problem.text()
    type_in("Wang")
    go_on()
    assert focused() == "口令"
    type_in("11111111")
    press(Qt.Key.Key_Tab)
    type_in("11111111")
    assert "数字和字母都要有" in view.people.new.rules.accessibleDescription()
    assert "别全用同一个字符" in view.people.new.rules.accessibleDescription()


def test_taken_up_at_the_second_page_the_password_is_next(qtbot: QtBot) -> None:
    view = page_of(at(Step.PEOPLE, made=False), qtbot)
    assert view.people.name.text() == "王某某"
    assert focused() == "口令"


def test_the_sheet_is_large_numbered_and_read_out(qtbot: QtBot) -> None:
    view = page_of(at(Step.PEOPLE, kept=False), qtbot)
    assert view.people.sheet.isHidden()
    assert "原来那张就作废" in view.people._sheet_advice.text()
    view.people.renew.click()
    assert view.people.sheet.groups == tuple(WORDS[::-1].split("-"))
    assert "恢复单上的字" in view.people.sheet.accessibleName()
    view.people.save.click()
    assert view.people.said.text() == "恢复单已送到打印机"
    view.people.tick.click()
    go_on()
    view.back.click()
    assert view.people.sheet.groups == ()
    assert "已经收好" in view.people._sheet_advice.text()


def test_while_the_site_is_made_nothing_can_be_changed_and_the_keys_come_back(qtbot: QtBot) -> None:
    machine, jobs = at(Step.PEOPLE, made=False), LateJobs()
    machine.trouble = DiskFull()
    view = page_of(machine, qtbot, jobs)
    jobs.release()
    for field in (view.people.new.password, view.people.new.again):
        field.editor.setFocus()
        type_in("geheim-2026")
    go_on()
    assert view.onward.text() == "稍等一下"
    assert view.people.name.line.isReadOnly()
    go_on()
    jobs.release()
    assert focused() == "口令再输一遍"
    assert "磁盘满了" in view.banner.heading.text()
    assert view.people.new.again.text() == "geheim-2026"
    jobs.deleteLater()


def test_letters_in_the_list_go_to_the_filter_and_down_comes_back(qtbot: QtBot) -> None:
    view = page_of(at(Step.ITEMS), qtbot)
    type_in("j")
    assert focused() == "筛选事项"
    type_in("ydj")
    assert [row.name for row in view.items.list.view.rows._rows] == ["就业登记"]
    press(Qt.Key.Key_Down)
    assert focused() == "事项清单"


def test_grey_rows_stand_until_the_list_is_read(qtbot: QtBot) -> None:
    jobs = LateJobs()
    view = page_of(at(Step.ITEMS), qtbot, jobs)
    assert not view.items.waiting.isHidden()
    jobs.release()
    assert view.items.waiting.isHidden()
    assert focused() == "事项清单"
    jobs.deleteLater()


def test_printers_are_said_and_a_test_reports(qtbot: QtBot) -> None:
    machine, jobs = at(Step.PRINTING), LateJobs()
    view = page_of(machine, qtbot, jobs)
    assert "正在查找" in view.printing.found.text()
    jobs.release()
    assert "找到 2 台" in view.printing.found.text()
    machine.printers = ()
    view.printing.again.click()
    jobs.release()
    assert "没找到打印机" in view.printing.found.text()
    view.printing.table.lines[DocumentKind.RECEIPT].test.click()
    jobs.release()
    assert view.printing.said.text() == "试打的纸已送出"
    assert len(machine.tested) == 1
    jobs.deleteLater()


def test_a_choice_of_paper_is_kept(qtbot: QtBot) -> None:
    machine = at(Step.PRINTING)
    view = page_of(machine, qtbot)
    line = view.printing.table.lines[DocumentKind.RECEIPT]
    line.size.setCurrentIndex(2)
    line.printer.setCurrentIndex(1)
    line.copies.setCurrentIndex(1)
    line.copies.activated.emit(1)
    kept = machine.saved_papers[-1][DocumentKind.RECEIPT]
    assert (kept.printer, kept.size, kept.copies) == ("柜台热敏机", PaperSize.ROLL80, 2)


def test_steps_lead_back_and_say_where_we_are(qtbot: QtBot) -> None:
    view = page_of(at(Step.TRIAL), qtbot)
    lines = view.steps.lines
    assert lines[Step.TRIAL].accessibleName() == "试办一件，现在在这一步"
    assert lines[Step.SITE].accessibleName() == "这是哪里，已完成"
    lines[Step.PRINTING].click()
    press(Qt.Key.Key_Left, ALT)
    assert view.heading.text() == "本站点办哪些事？"
    assert lines[Step.TRIAL].accessibleName() == "试办一件，还没到"


def test_other_keys_and_wishes(qtbot: QtBot) -> None:
    view = page_of(at(Step.TRIAL), qtbot)
    said: list[str] = []
    view.large_type_requested.connect(lambda: said.append("large"))
    view.contrast_requested.connect(lambda: said.append("contrast"))
    view.bind_look_keys()
    press(Qt.Key.Key_D, ALT)
    press(Qt.Key.Key_G, ALT)
    press(Qt.Key.Key_Escape)
    view.steps.lines[Step.SITE].setFocus()
    press(Qt.Key.Key_Return)
    assert said == ["large", "contrast"]
    view.setFocus()
    assert focused().startswith("开始使用")
    for page in (view.items, view.printing, view.trial, view.people, view.site):
        before = in_focus()
        page.focus_on("nothing of theirs")
        assert in_focus() is before


def test_everything_has_a_name_for_screen_readers(qtbot: QtBot) -> None:
    view = page_of(Machine(), qtbot)
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for widget in view.findChildren(kind):
            inner = isinstance(widget, QLineEdit) and isinstance(widget.parent(), QComboBox)
            assert widget.accessibleName() or inner


@pytest.mark.parametrize("step", list(Step))
@pytest.mark.parametrize(("scheme", "large"), [(Scheme.DARK, False), (Scheme.HIGH_CONTRAST, True)])
@pytest.mark.parametrize("size", [(900, 500), (1440, 900)])
def test_every_page_fits_every_window(
    qtbot: QtBot, qapp: QApplication, step: Step, scheme: Scheme, large: bool, size: tuple[int, int]
) -> None:
    switch = LookSwitch(qapp, scheme, large)
    view = page_of(at(step), qtbot, None, *size)
    view._presenter.people.renew_sheet()
    assert (view.width(), view.height()) == size
    assert view.side.isHidden() is (size[0] == 900)
    assert ("第 " in view.advice.text()) is (size[0] == 900)
    assert not view.grab().isNull()
    switch.choose(Scheme.LIGHT, False)
    switch.deleteLater()
