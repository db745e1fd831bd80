"""The intake as a page of the window: view and presenter, connected line by line."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.intake.calls import IntakeCalls
from desk_app.ui.screens.intake.frame.view import held_tab
from desk_app.ui.screens.intake.presenter import IntakePresenter
from desk_app.ui.screens.intake.shown import LaneTab
from desk_app.ui.screens.intake.view import IntakeView
from desk_app.ui.shortcuts import Context
from desk_app.ui.theme.look import WidthClass

MINUTE_MS = 60_000
"""A tab says for how many minutes somebody waits."""
HINTS = ("tab", "intake.take_all", "lane.hold", "lane.next", "lane.same_item", "primary")


class IntakeScreen(QWidget):
    """What the frame sees. What the frame does with lanes it asks of ``presenter.moves``."""

    tabs_changed = Signal(object)
    """tuple[HeldTab, ...] for the command bar."""

    def __init__(self, calls: IntakeCalls, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = IntakePresenter(calls, jobs, self)
        self.view = IntakeView(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.view)
        connect(self.view, self.presenter)
        self.presenter.session.tabs_changed.connect(self._show_tabs)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self.presenter.session.tell_tabs)
        self._minute.start()

    def _show_tabs(self, tabs: tuple[LaneTab, ...]) -> None:
        self.tabs_changed.emit(tuple(held_tab(tab) for tab in tabs))

    def show_tab(self, key: str) -> None:
        """A tab was chosen in the command bar."""
        at = self.presenter.session.lanes.find(UUID(key))
        if at is not None:
            self.presenter.moves.show(at)

    def title(self) -> str:
        """The item at hand, or the page's own name."""
        return self.view.page_title()

    def context(self) -> Context:
        """Keys of the intake."""
        return Context.INTAKE

    def hints(self) -> Sequence[str]:
        """The keys that work now."""
        return HINTS

    def primary(self) -> None:
        """Ctrl+Enter."""
        self.presenter.submission.submit()

    def focus_start(self) -> None:
        """To the place the clerk was in."""
        lane = self.presenter.session.lane
        if lane is not None:
            self.view.focus(lane.field or "id_number", lane.position)

    def set_layout_class(self, width: WidthClass) -> None:
        """Lay out for this much room."""
        self.view.set_layout_class(width)

    def back(self) -> bool:
        """Esc: the question, the reason asked for, then the lane, which is held and never lost."""
        if self.view.withdraw.isVisible():
            self.view.withdraw.hide()
            return True
        if self.presenter.questions.dismiss():
            return True
        held = self.presenter.session.lane is not None
        self.presenter.moves.hold()
        return held

    def refresh(self) -> None:
        """Minutes passed, or the catalogue changed: show it."""
        self.presenter.session.refresh()


def connect(view: IntakeView, presenter: IntakePresenter) -> None:
    """Who hears whom."""
    session, moves = presenter.session, presenter.moves
    questions, submission = presenter.questions, presenter.submission
    session.pictured.connect(view.lay)
    session.cursor_wanted.connect(view.focus)
    view.boxes.typed.connect(presenter.typed)
    view.boxes.entered.connect(presenter.entered)
    view.boxes.left.connect(presenter.left)
    view.advance_requested.connect(presenter.advance)
    view.chose.connect(presenter.chose)
    view.picked.connect(presenter.choose)
    view.papers.list.marked.connect(presenter.mark)
    view.papers.list.row_picked.connect(presenter.pick_row)
    view.papers.reasoned.connect(presenter.reason)
    view.papers.take_all_requested.connect(presenter.take_all)
    view.outcome.promised.connect(presenter.promise)
    view.submit_requested.connect(submission.submit)
    submission.problem_found.connect(view.read_out)
    view.hold_requested.connect(moves.hold)
    view.close_requested.connect(moves.close)
    view.change_item_requested.connect(moves.ask_item)
    view.clear_requested.connect(questions.ask_clear)
    view.reveal_requested.connect(presenter.revealing.show)
    view.veil_requested.connect(presenter.revealing.hide)
    submission.withdraw_asked.connect(view.withdraw.ask)
    view.withdraw.confirmed.connect(submission.withdraw)
