"""The look-up screen as a page of the window: view and presenter joined, keys bound."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.lookup import words
from desk_app.ui.screens.lookup.calls import LookupCalls
from desk_app.ui.screens.lookup.join import bind_keys, obey
from desk_app.ui.screens.lookup.presenter import LookupPresenter
from desk_app.ui.screens.lookup.session import Remark
from desk_app.ui.screens.lookup.view import LookupView
from desk_app.ui.shortcuts import Context
from desk_app.ui.theme.look import WidthClass


class LookupScreen(QWidget):
    """What the window holds: a ``Screen`` that also takes queries, goes back, refreshes and has a guide.

    Before log-in everything works save the waiting cases and the notes; ``intake_requested`` may come then
    too: whoever listens asks to log in first. Call :meth:`refresh` after log-in and after log-out.
    """

    intake_requested = Signal(str)
    """Item id."""
    case_requested = Signal(object)
    """Case id (UUID)."""
    queue_requested = Signal(str)
    """Key of a queue of the home page."""
    query_wanted = Signal(str)
    """Text to be put into the command box."""
    command_wanted = Signal()
    """The keys go back to the command box."""
    toast_requested = Signal(str)
    """Words for the strip."""
    hints_changed = Signal()
    """Another page of the screen is shown: other keys work."""

    def __init__(self, calls: LookupCalls, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = LookupPresenter(calls, jobs, self)
        self.view = LookupView(calls.site)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.view)
        self._listen()
        obey(self.view, self.presenter)
        bind_keys(self, self.presenter)
        self.presenter.session.refresh()

    def _listen(self) -> None:
        session = self.presenter.session
        session.pictured.connect(self.view.show_all)
        session.pictured.connect(lambda _shown: self.hints_changed.emit())
        session.told.connect(self.toast_requested)
        session.remarked.connect(self._remark)
        session.query_wanted.connect(self.query_wanted)
        session.command_wanted.connect(self.command_wanted)
        session.intake_requested.connect(self.intake_requested)
        session.case_requested.connect(self.case_requested)
        session.queue_requested.connect(self.queue_requested)

    def _remark(self, code: Remark) -> None:
        self.toast_requested.emit(words.remark(code))

    def title(self) -> str:
        """For the title bar."""
        return words.said("查询")

    def context(self) -> Context:
        """Whose keys work here."""
        return Context.LOOKUP

    def hints(self) -> Sequence[str]:
        """Keys that work now."""
        return self.view.hints()

    def primary(self) -> None:
        """Ctrl+Enter."""
        self.presenter.take()

    def focus_start(self) -> None:
        """Work begins in the command box."""
        self.command_wanted.emit()

    def set_layout_class(self, width: WidthClass) -> None:
        """Lay out for this much room."""
        self.view.set_layout_class(width)

    def set_query(self, text: str) -> None:
        """The command box changed."""
        self.presenter.set_query(text)

    def move_selection(self, step: int) -> None:
        """↑ or ↓ in the command box."""
        self.presenter.move(step)

    def take_selected(self) -> None:
        """Enter in the command box."""
        self.presenter.take()

    def back(self) -> bool:
        """Esc."""
        return self.presenter.back()

    def refresh(self) -> None:
        """F5, log-in, log-out, another catalogue."""
        self.presenter.refresh()

    def show_guide(self) -> None:
        """F1: the guide gets the keys."""
        self.view.items.open_guide()
