"""The settings by keyboard and mouse: every page, every wish, every word."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import desk_app.domain.item_lint as lint_rules
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import DiskFull
from desk_app.domain.item_lint import Finding, Severity
from desk_app.domain.releases import ReleaseDiff
from desk_app.ui.jobs import InlineJobs
from desk_app.ui.screens.settings.finding_words import finding_words
from desk_app.ui.screens.settings.pages.catalogue import review_points
from desk_app.ui.screens.settings.papers.values import PaperSetting
from desk_app.ui.screens.settings.presenter import SettingsPresenter
from desk_app.ui.screens.settings.said_words import said_words
from desk_app.ui.screens.settings.sections import Section
from desk_app.ui.screens.settings.shown import Said
from desk_app.ui.screens.settings.view import SettingsView, ask_path
from desk_app.ui.screens.settings.words import section_word, size_words
from desk_app.ui.shell.screen import GoesBack, Refreshes, Screen
from desk_app.ui.shortcuts import shortcut
from desk_app.ui.theme.look import Scheme, WidthClass
from desk_app.ui.theme.switch import LookSwitch
from desk_app.ui.widgets.segmented import Segmented
from desk_app.ui.widgets.switch import Switch
from tests.ui.screens.keyboard import ALT, CTRL, focused, in_focus, press, put_up, type_in
from tests.ui.screens.late_jobs import LateJobs
from tests.ui.screens.settings.office import FACTS, Office, review
from tests.ui.screens.settings.page import settings_of, words_in


def test_it_is_a_screen_of_the_frame(qtbot: QtBot) -> None:
    view = settings_of(Office(), qtbot)
    assert isinstance(view, Screen)
    assert isinstance(view, GoesBack)
    assert isinstance(view, Refreshes)
    assert view.title() == "设置 · 打印与扫描"
    view.refresh()
    for section in Section:
        view.presenter.open(section)
        assert section_word(section) in view.title()
        assert 4 <= len(view.hints()) <= 7
        for hint in view.hints():
            assert shortcut(hint).key_text
        view.primary()
    assert not view.back()


def test_it_opens_by_itself_when_the_frame_gives_it_the_keys(qtbot: QtBot) -> None:
    presenter = SettingsPresenter(Office().calls, InlineJobs())
    view = SettingsView(presenter)
    presenter.setParent(view)
    put_up(view, qtbot)
    view.focus_start()
    assert focused() == "打印与扫描"


def test_sections_by_arrows_and_by_number(qtbot: QtBot) -> None:
    view = settings_of(Office(), qtbot)
    press(Qt.Key.Key_Down)
    assert view.section is Section.DISPLAY
    press(Qt.Key.Key_Return)
    assert focused() == "颜色 明亮"
    press(Qt.Key.Key_5, ALT)
    assert view.title() == "设置 · 事项"


def test_on_a_small_window_sections_are_picked_from_a_box(qtbot: QtBot) -> None:
    view = settings_of(Office(), qtbot, size=(836, 440))
    view.set_layout_class(WidthClass.COMPACT)
    assert not view.nav.isVisible()
    view.pick.setCurrentIndex(len(Section) - 1)
    view.pick.activated.emit(len(Section) - 1)
    view.focus_start()
    assert focused() == "复制诊断信息"


def test_every_page_takes_the_keys(qtbot: QtBot) -> None:
    view = settings_of(Office(), qtbot)
    for section in Section:
        view.presenter.open(section)
        view.book.pages[section].focus_start()
        assert view.book.isAncestorOf(in_focus())


# 打印、显示


def test_papers_and_toggles(qtbot: QtBot) -> None:
    office = Office(papers={DocumentKind.RECEIPT: PaperSetting("旧打印机")})
    view = settings_of(office, qtbot)
    line = view.book.printing.table.lines[DocumentKind.RECEIPT]
    assert line.printer.currentText() == "旧打印机（没接上）"
    line.printer.setCurrentIndex(1)
    line.printer.activated.emit(1)
    assert office.papers[DocumentKind.RECEIPT].printer == "柜台热敏机"
    line.test.click()
    assert view.banner.heading.text() == "试打的纸已送出"
    toggle = view.book.printing.rows.editors["explain_due"]
    toggle.setFocus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    assert (office.values.explain_due, office.values.large_print) == (True, True)
    assert view.banner.heading.text() == "存好了，已经生效"


def test_words_about_printers(qtbot: QtBot) -> None:
    office, jobs = Office(), LateJobs()
    view = settings_of(office, qtbot, jobs=jobs)
    assert "正在查找" in view.book.printing.found.text()
    jobs.release()
    assert "找到 1 台" in view.book.printing.found.text()
    office.printers = ()
    view.book.printing.again.click()
    jobs.release()
    assert "没找到打印机" in view.book.printing.found.text()
    jobs.deleteLater()


def test_looks_change_at_once(qtbot: QtBot) -> None:
    office = Office()
    view = settings_of(office, qtbot, Section.DISPLAY)
    theme = view.book.display.rows.editors["theme"]
    assert isinstance(theme, Segmented)
    theme.setFocus()
    press(Qt.Key.Key_Right)
    large = view.book.display.rows.editors["large_type"]
    assert isinstance(large, Switch)
    large.click()
    assert office.looks == [("dark", False), ("dark", True)]


# 站点、事项


def test_a_line_is_saved_when_left_and_says_what_is_wrong(qtbot: QtBot) -> None:
    office = Office()
    view = settings_of(office, qtbot, Section.SITE)
    rows = view.book.site.rows
    rows.editors["phone"].setFocus()
    press(Qt.Key.Key_A, CTRL)
    type_in("abc")
    assert not rows._problems["phone"].isHidden()
    press(Qt.Key.Key_A, CTRL)
    type_in("12345")
    assert rows._problems["phone"].isHidden()
    press(Qt.Key.Key_Return)
    assert office.facts == replace(FACTS, phone="12345")
    press(Qt.Key.Key_Tab)
    assert len(office.told) == 1
    assert words_in(rows.editors["tier"]) == "镇（街道）"


def test_without_the_right_lines_are_only_read(qtbot: QtBot) -> None:
    view = settings_of(Office(rights=frozenset()), qtbot, Section.SITE)
    line = view.book.site.rows.editors["phone"]
    assert isinstance(line, QLineEdit)
    assert line.isReadOnly()


def test_items_and_their_details(qtbot: QtBot) -> None:
    office = Office()
    view = settings_of(office, qtbot, Section.ITEMS)
    page = view.book.items
    page.focus_start()
    assert page._head.title_text.full_text == "高龄津贴"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert not office.overrides["1-5"].offered
    days = page.rows.editors["promised_days"]
    days.setFocus()
    type_in("zehn")
    press(Qt.Key.Key_Return)
    assert "整数" in page.rows._problems["promised_days"].text()
    press(Qt.Key.Key_A, CTRL)
    type_in("10")
    press(Qt.Key.Key_Tab)
    assert office.overrides["1-5"].promised_days == 10
    assert "参考" in page._by.text()
    page.verify.click()
    assert "王某某 2026-11-24" in page._by.text()
    assert page.verify.text() == "重新核定"
    press(Qt.Key.Key_F, CTRL)
    assert focused() == "筛选事项"


def test_grey_rows_stand_until_the_items_are_read(qtbot: QtBot) -> None:
    jobs = LateJobs()
    view = settings_of(Office(), qtbot, Section.ITEMS, jobs=jobs)
    assert not view.book.items.waiting.isHidden()
    jobs.release()
    assert view.book.items.waiting.isHidden()
    jobs.deleteLater()


def test_ctrl_f_and_ctrl_n_belong_to_their_pages(qtbot: QtBot) -> None:
    view = settings_of(Office(), qtbot, Section.DISPLAY)
    press(Qt.Key.Key_F, CTRL)
    press(Qt.Key.Key_N, CTRL)
    assert view.section is Section.DISPLAY
    assert focused() == "显示与锁屏"


# Words


def test_every_rule_of_the_lint_has_words(qapp: QApplication) -> None:
    source = Path(lint_rules.__file__).read_text("utf-8")
    rules = set(re.findall(r'yield "([a-z_]+)"', source)) | set(
        re.findall(r', "([a-z_]+)", Severity', source)
    )
    assert len(rules) > 20
    for rule in rules:
        assert finding_words(Finding("1-1", rule, Severity.NOTE)) != rule
    assert finding_words(Finding("1-1", "no_such_rule", Severity.NOTE, "3")) == "no_such_rule（3）"


def test_a_release_that_changes_nothing_says_so(qapp: QApplication) -> None:
    same = ReleaseDiff("a", "b", (), (), (), (), False, {})
    assert review_points(replace(review(), diff=same))[0].text == "和现在用的一样，没有变化"
    bundles = replace(same, bundles_changed=True, added=tuple(f"9-{n}" for n in range(20)))
    points = review_points(replace(review(), diff=bundles))
    assert points[0].text.endswith("等")
    assert points[1].lead == "一件事"


def test_everything_done_has_words(qtbot: QtBot) -> None:
    view = settings_of(Office(), qtbot)
    shown = view.presenter.picture()
    for said in Said:
        words = said_words(replace(shown, said=said, text="打好了"))
        assert bool(words) is (said is not Said.NOTHING)
    assert (size_words(42_100_000), size_words(900)) == ("42.1 MB", "1 KB")


def test_the_same_trouble_twice_is_said_twice(qtbot: QtBot) -> None:
    office = Office(trouble=DiskFull())
    view = settings_of(office, qtbot, Section.BACKUP)
    view.presenter.stock.back_up()
    view.presenter.stock.back_up()
    assert "磁盘满了" in view.banner.heading.text()
    office.trouble = None
    view.presenter.stock.back_up()
    assert "备份好了" in view.banner.heading.text()


def test_the_system_is_asked_for_files_and_folders(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(tmp_path))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given, **_named: ("a.json", ""))
    assert ask_path(owner, "选", "") == str(tmp_path)
    assert ask_path(owner, "选", "文件 (*.json)") == "a.json"


def test_everything_has_a_name_for_screen_readers(qtbot: QtBot) -> None:
    view = settings_of(Office(), qtbot)
    for section in Section:
        view.presenter.open(section)
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for widget in view.findChildren(kind):
            inner = isinstance(widget, QLineEdit) and isinstance(widget.parent(), QComboBox)
            corner = type(widget) is QAbstractButton
            assert widget.accessibleName() or inner or corner


@pytest.mark.parametrize(("scheme", "large"), [(Scheme.DARK, False), (Scheme.HIGH_CONTRAST, True)])
@pytest.mark.parametrize(("size", "room"), [((836, 440), WidthClass.COMPACT), ((1352, 806), WidthClass.WIDE)])
def test_every_page_fits_every_window(
    qtbot: QtBot,
    qapp: QApplication,
    scheme: Scheme,
    large: bool,
    size: tuple[int, int],
    room: WidthClass,
) -> None:
    switch = LookSwitch(qapp, scheme, large)
    view = settings_of(Office(), qtbot, size=size)
    view.set_layout_class(room)
    for section in Section:
        view.presenter.open(section)
        QApplication.processEvents()
        assert view.width() == size[0]
        assert not view.grab().isNull()
    switch.choose(Scheme.LIGHT, False)
    switch.deleteLater()
