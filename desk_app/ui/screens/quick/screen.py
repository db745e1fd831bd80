"""Entering many as a page of the window: view and presenter, connected line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.quick import words
from desk_app.ui.screens.quick.calls import QuickCalls
from desk_app.ui.screens.quick.lines import Mode
from desk_app.ui.screens.quick.presenter import QuickPresenter
from desk_app.ui.screens.quick.view import QuickView
from desk_app.ui.screens.quick.words import tr
from desk_app.ui.shortcuts import Context, bind
from desk_app.ui.theme.look import WidthClass

HINTS = {
    Mode.RUN: ("quick.next", "withdraw", "quick.slips", "quick.print", "quick.list", "back"),
    Mode.LEDGER: ("quick.next", "quick.list", "back"),
    Mode.FORM: ("quick.next", "quick.new_forms", "quick.forms", "quick.void", "quick.void_all", "back"),
}


class QuickScreen(QWidget):
    """What the frame sees."""

    def __init__(self, calls: QuickCalls, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = QuickPresenter(calls, jobs, self)
        self.view = QuickView(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.view)
        self._connect()
        self._bind_keys()
        self.presenter.state.refresh()

    def _connect(self) -> None:
        view, presenter = self.view, self.presenter
        presenter.state.pictured.connect(view.lay)
        presenter.state.cursor_wanted.connect(view.focus)
        presenter.settling.asked.connect(
            lambda ask, about: view.ask.ask(ask, about, view.forms.model().rowCount())
        )
        view.typed.connect(presenter.taking.typed)
        view.advance_requested.connect(presenter.taking.advance)
        view.mend_requested.connect(presenter.taking.mend)
        view.slips_chosen.connect(presenter.settling.set_print_at_end)
        view.forms.void_requested.connect(presenter.settling.ask_void)
        view.ask.answered.connect(presenter.settling.answered)
        view.ask.dismissed.connect(presenter.state.focus_start)

    def _bind_keys(self) -> None:
        presenter, view = self.presenter, self.view
        bind(
            self,
            {
                "quick.slips": lambda: presenter.settling.set_print_at_end(view.slips.current != "end"),
                "quick.print": presenter.settling.print_all,
                "quick.list": lambda: _enter(view.taken),
                "quick.forms": lambda: _enter(view.forms),
                "quick.new_forms": presenter.settling.ask_count,
                "quick.void_all": presenter.settling.ask_void_all,
            },
        )

    def title(self) -> str:
        """What is done here."""
        return tr(words.TITLES[self.presenter.state.mode])

    def context(self) -> Context:
        """Keys of this page."""
        return Context.QUICK

    def hints(self) -> Sequence[str]:
        """The keys that work now."""
        return HINTS[self.presenter.state.mode]

    def primary(self) -> None:
        """Ctrl+Enter: take the line."""
        self.presenter.taking.take()

    def focus_start(self) -> None:
        """To the box that waits."""
        self.presenter.state.focus_start()

    def set_layout_class(self, width: WidthClass) -> None:
        """Lay out for this much room."""
        self.view.set_layout_class(width)

    def back(self) -> bool:
        """Esc: the question; else the keyboard goes to the line."""
        if self.view.ask.isVisible():
            self.view.ask.leave()
            return True
        return False

    def refresh(self) -> None:
        """Read anew."""
        self.presenter.state.refresh()


def _enter(table: QWidget) -> None:
    from desk_app.ui.widgets.table import Table

    if isinstance(table, Table) and table.isVisible() and table.model().rowCount():
        if not table.currentIndex().isValid():
            table.selectRow(0)
        table.setFocus()
