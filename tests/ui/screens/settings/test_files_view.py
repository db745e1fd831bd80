"""Calendar, backup, catalogue and about, by keyboard and mouse."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desk_app.ui.screens.settings.sections import Section
from tests.ui.screens.keyboard import focused
from tests.ui.screens.settings.office import Office
from tests.ui.screens.settings.page import Paths, settings_of, words_in


def test_a_calendar_file_is_asked_for_and_brought_in(qtbot: QtBot) -> None:
    office, paths = Office(years=()), Paths()
    view = settings_of(office, qtbot, Section.CALENDAR, paths=paths)
    view.book.calendar.bring.click()
    assert office.told == []
    paths.answer = "2027.json"
    view.book.calendar.bring.click()
    assert paths.asked[0] == ("导入日历文件", "日历文件 (*.json)")
    assert office.told == [("calendar", "2027.json")]
    assert view.banner.heading.text() == "2027 年的放假安排装好了"


def test_a_backup_needs_a_folder(qtbot: QtBot) -> None:
    office, paths = Office(), Paths()
    view = settings_of(office, qtbot, Section.BACKUP, paths=paths)
    page = view.book.backup
    assert not page.now.isEnabled()
    page.focus_start()
    assert focused() == "选文件夹"
    paths.answer = "backups"
    page.folder.click()
    assert paths.asked == [("备份存到哪儿", "")]
    assert office.values.backup_folder == "backups"
    assert words_in(page.rows.editors["last_backup"]) == "还没有备份过"
    view.primary()
    assert words_in(page.rows.editors["last_backup"]) == "2026-11-24 周二 09:30，42.1 MB，已核对"
    page.focus_start()
    assert focused() == "现在备份"


def test_a_release_from_review_to_force(qtbot: QtBot) -> None:
    office, paths = Office(), Paths()
    paths.answer = "new.json"
    view = settings_of(office, qtbot, Section.CATALOGUE, paths=paths)
    page = view.book.catalogue
    page.bring.click()
    leads = [point.lead for point in page.points.points]
    assert leads == ["取消 1 项", "新增 1 项", "改名 1 项", "内容有变化 1 项"]
    assert "1-59 灵活就业登记" in page.points.points[1].text
    page.focus_start()
    assert focused() == "启用这一版"
    page.leave.click()
    assert page._review.isHidden()
    page.bring.click()
    view.primary()
    assert office.told[-1] == ("adopt", "new.json")
    assert view.banner.heading.text() == "新的目录启用了"


def test_what_the_lint_finds_is_listed_in_words(qtbot: QtBot) -> None:
    office = Office()
    view = settings_of(office, qtbot, Section.CATALOGUE)
    page = view.book.catalogue
    assert page._found_card.isHidden()
    page.check.click()
    assert page._found_head.title_text.full_text == "检查结果：1 处"
    assert page.findings.index(0, 2).data() == "不知道几天办好"
    office.found = ()
    page.check.click()
    assert page._found_head.title_text.full_text == "检查过了，没有问题"


def test_about_is_read_and_copied(qtbot: QtBot) -> None:
    view = settings_of(Office(), qtbot, Section.ABOUT)
    view.book.about.copy.click()
    assert QGuiApplication.clipboard().text() == "desk-app 0.1.0"
    assert "诊断信息已复制" in view.banner.heading.text()
    view.refresh()
    assert view.book.about._grid.count() == 5
