"""The registers screen put together: what the view wishes, what the presenter decides."""

from __future__ import annotations

from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.registers.calls import RegistersCalls
from desk_app.ui.screens.registers.presenter import RegistersPresenter
from desk_app.ui.screens.registers.view import AskPath, RegistersView, ask_path
from desk_app.ui.screens.registers.words import left_words, taken_words, undone_words


class RegistersScreen(RegistersView):
    """A Screen with its presenter. ``told`` is for the window."""

    def __init__(self, calls: RegistersCalls, jobs: Jobs, ask: AskPath = ask_path) -> None:
        super().__init__(ask)
        self.presenter = RegistersPresenter(calls, jobs, self)
        self.answer_back_by(self.presenter.back)
        self._join_list()
        self._join_leaving()
        self._join_taking()
        self.shown_again.connect(self.presenter.begin)
        self.refresh_requested.connect(self.presenter.refresh)

    def _join_list(self) -> None:
        listing = self.presenter.listing
        listing.changed.connect(self.show_list)
        listing.columns_changed.connect(self.card.show_columns)
        listing.replaced.connect(self.card.show_lines)
        listing.appended.connect(self.card.append_lines)
        self.register_requested.connect(listing.pick)
        self.step_requested.connect(listing.step)
        self.period.period_requested.connect(listing.choose)
        self.period.month_requested.connect(listing.type_month)
        self.period.basis_requested.connect(listing.count_by)
        self.card.text_requested.connect(listing.narrow)
        self.card.state_requested.connect(listing.only)
        self.card.sort_requested.connect(listing.sort)
        self.card.more_requested.connect(listing.more)

    def _join_leaving(self) -> None:
        leaving, bar = self.presenter.leaving, self.leaving
        leaving.changed.connect(self.show_leaving)
        leaving.left.connect(lambda left: self.told.emit(left_words(left)))
        self.ask_requested.connect(leaving.ask)
        self.print_requested.connect(leaving.print_out)
        bar.ending_requested.connect(lambda ending: leaving.change(ending=ending))
        bar.folder_requested.connect(lambda folder: leaving.change(folder=folder))
        bar.full_requested.connect(lambda full: leaving.change(full=full))
        bar.purpose_requested.connect(lambda purpose: leaving.change(purpose=purpose))
        bar.export_requested.connect(leaving.export)
        bar.drop_requested.connect(leaving.drop)

    def _join_taking(self) -> None:
        taking, page = self.presenter.taking, self.taking
        taking.changed.connect(self.show_taking)
        taking.taken.connect(lambda name, lines: self.told.emit(taken_words(name, lines)))
        taking.undone.connect(lambda name: self.told.emit(undone_words(name)))
        self.take_requested.connect(taking.open)
        page.path_given.connect(taking.look)
        page.placed.connect(taking.place)
        page.take_requested.connect(taking.take_over)
        page.undo_requested.connect(taking.ask_undo)
        page.reason_given.connect(taking.undo)
        page.close_requested.connect(taking.close)
