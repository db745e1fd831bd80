"""The shift screen put together: what the view wishes, what the presenter decides."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.shift import words
from desk_app.ui.screens.shift.calls import ShiftCalls
from desk_app.ui.screens.shift.presenter import ShiftPresenter
from desk_app.ui.screens.shift.view import ShiftView


class ShiftScreen(ShiftView):
    """A Screen with its presenter; ``presenter.work_wanted`` and ``told`` are for the window."""

    told = Signal(str)
    """A sentence for the strip that stands for six seconds."""

    def __init__(self, calls: ShiftCalls, jobs: Jobs) -> None:
        super().__init__()
        self.presenter = ShiftPresenter(calls, jobs, self)
        presenter = self.presenter
        presenter.pictured.connect(self.show_shift)
        presenter.remarked.connect(lambda code: self.told.emit(words.remark(code)))
        self.entered.connect(presenter.begin)
        self.left.connect(presenter.leave)
        self.refresh_requested.connect(presenter.refresh)
        self.primary_requested.connect(presenter.primary)
        self.print_requested.connect(presenter.print_page)
        self.original_requested.connect(presenter.originals.ask)
        self.question_dropped.connect(presenter.originals.drop_question)
        self.side.strip.answered.connect(presenter.originals.answer)
        self.side.note.textEdited.connect(presenter.type_note)
        self.show_shift(presenter.shown)
