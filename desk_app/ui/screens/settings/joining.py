"""What the pages wish and what the presenter does about it, to be read like a table of contents."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desk_app.ui.screens.settings.pages.book import PageBook
from desk_app.ui.screens.settings.presenter import SettingsPresenter

AskFor = Callable[[str, str, Callable[[str], None]], None]
"""(title, name filter, what to do with the path)."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)


def join_pages(view: PageBook, presenter: SettingsPresenter, ask_for: AskFor) -> None:
    """Connect every page."""
    _join_desk(view, presenter, ask_for)
    _join_people(view, presenter)
    _join_site(view, presenter)
    _join_stock(view, presenter, ask_for)
    _join_overprint(view, presenter, ask_for)


def _join_overprint(view: PageBook, presenter: SettingsPresenter, ask_for: AskFor) -> None:
    page, part, paper = view.overprint, presenter.overprint, presenter.form_paper
    page.paper_chosen.connect(part.choose_paper)
    page.form_changed.connect(part.turn)
    page.fact_added.connect(part.add)
    page.number_typed.connect(part.change)
    page.printer_chosen.connect(part.choose_printer)
    page.offset_stepped.connect(part.step_offset)
    page.remove.clicked.connect(part.remove)
    page.canvas.picked.connect(part.pick)
    page.canvas.removed.connect(part.remove)
    page.canvas.moved.connect(lambda across, down, far: part.move(across, down, far=far))
    page.calibrate.clicked.connect(paper.calibrate)
    page.test.clicked.connect(paper.test)
    page.picture.clicked.connect(
        lambda: ask_for(_tr("选表样图片"), _tr("图片 (*.png *.jpg *.jpeg *.bmp)"), paper.bring)
    )


def _join_desk(view: PageBook, presenter: SettingsPresenter, ask_for: AskFor) -> None:
    desk = presenter.desk
    view.printing.table.changed.connect(desk.change_paper)
    view.printing.table.test_requested.connect(desk.test)
    view.printing.again.clicked.connect(desk.look_for_printers)
    view.printing.try_thermal.clicked.connect(desk.test_thermal)
    printing = view.printing
    desk_rows = (printing.rows, printing.thermal, printing.scanner, view.display.rows, view.backup.rows)
    for rows in (*desk_rows, *view.devices.rows):
        rows.changed.connect(desk.change)
    view.devices.try_requested.connect(desk.try_reader)
    view.backup.back_up_requested.connect(presenter.stock.back_up)
    view.backup.folder_requested.connect(
        lambda: ask_for(_tr("备份存到哪儿"), "", lambda path: desk.change("backup_folder", path))
    )


def _join_people(view: PageBook, presenter: SettingsPresenter) -> None:
    people, page = presenter.people, view.people
    page.chosen.connect(people.choose)
    page.new_requested.connect(people.open_form)
    page.new_requested.connect(page.form.focus_gap)
    page.sheet_requested.connect(presenter.sheet.make)
    page.print_requested.connect(presenter.sheet.print)
    page.stand_in.give_requested.connect(presenter.stand_ins.give)
    page.stand_in.end_requested.connect(presenter.stand_ins.end)
    presenter.stand_ins.given.connect(page.stand_in.forget)
    page.form.typed.connect(people.judge)
    page.form.add_requested.connect(people.add)
    page.form.role_chosen.connect(people.set_role)
    page.form.password_requested.connect(people.set_password)
    page.form.close_requested.connect(people.close_account)
    page.form.cancel_requested.connect(people.close_form)


def _join_site(view: PageBook, presenter: SettingsPresenter) -> None:
    view.site.rows.typed.connect(presenter.site.type_text)
    view.site.rows.changed.connect(presenter.site.change)
    wording, words = presenter.wording, view.wording
    words.paper_chosen.connect(wording.choose_paper)
    words.variant_chosen.connect(wording.choose_variant)
    words.sentence_chosen.connect(wording.choose)
    words.typed.connect(wording.type_text)
    words.save_requested.connect(wording.save)
    words.draft_requested.connect(wording.back_to_draft)
    words.test_requested.connect(wording.test)
    items = presenter.items
    view.items.list.decided.connect(items.decide)
    view.items.list.picked.connect(items.choose)
    view.items.rows.changed.connect(items.change)
    view.items.verify_requested.connect(items.verify)


def _join_stock(view: PageBook, presenter: SettingsPresenter, ask_for: AskFor) -> None:
    stock = presenter.stock
    view.calendar.import_requested.connect(
        lambda: ask_for(_tr("导入日历文件"), _tr("日历文件 (*.json)"), stock.import_calendar)
    )
    view.catalogue.import_requested.connect(
        lambda: ask_for(_tr("导入目录文件"), _tr("目录文件 (*.json)"), presenter.catalogue.review)
    )
    view.catalogue.adopt_requested.connect(presenter.catalogue.adopt)
    view.catalogue.lint_requested.connect(presenter.catalogue.lint)
    view.catalogue.put_away_requested.connect(presenter.catalogue.put_away)
    view.about.copy_requested.connect(stock.copy_diagnostics)
