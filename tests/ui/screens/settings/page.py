"""The settings on a window, for tests of their pages."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk_app.ui.jobs import InlineJobs, Jobs
from desk_app.ui.screens.settings.presenter import SettingsPresenter
from desk_app.ui.screens.settings.sections import Section
from desk_app.ui.screens.settings.view import SettingsView
from desk_app.ui.theme.look import WidthClass
from desk_app.ui.widgets.text import Text
from tests.ui.screens.keyboard import put_up
from tests.ui.screens.settings.office import Office


class Paths:
    """What the file dialog would answer."""

    def __init__(self) -> None:
        self.answer = ""
        self.asked: list[tuple[str, str]] = []

    def __call__(self, _parent: QWidget, title: str, names: str) -> str:
        self.asked.append((title, names))
        return self.answer


def settings_of(
    office: Office,
    qtbot: QtBot,
    section: Section = Section.PRINTING,
    *,
    jobs: Jobs | None = None,
    paths: Paths | None = None,
    size: tuple[int, int] = (1278, 674),
) -> SettingsView:
    presenter = SettingsPresenter(office.calls, jobs or InlineJobs())
    view = SettingsView(presenter, paths or Paths())
    presenter.setParent(view)
    view.set_layout_class(WidthClass.STANDARD)
    put_up(view, qtbot, *size)
    presenter.open(section)
    view.focus_start()
    return view


def words_in(widget: QWidget) -> str:
    assert isinstance(widget, Text)
    return widget.text()
