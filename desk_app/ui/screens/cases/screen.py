"""The cases screen put together: what the view wishes, what the presenter decides."""

from __future__ import annotations

from uuid import UUID

from desk_app.domain.moves import Act
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.cases.calls import CasesCalls
from desk_app.ui.screens.cases.doing.likely import MARGIN
from desk_app.ui.screens.cases.filters import ListQuestion
from desk_app.ui.screens.cases.presenter import CasesPresenter
from desk_app.ui.screens.cases.standing import Done
from desk_app.ui.screens.cases.view import CasesView, done_words
from desk_app.ui.screens.originals.values import OriginalAct
from desk_app.ui.screens.originals.view import original_done


class CasesScreen(CasesView):
    """A Screen with its presenter. ``presenter.page.acts.resume_wanted`` and ``told`` are for the window."""

    def __init__(self, calls: CasesCalls, jobs: Jobs) -> None:
        super().__init__()
        self.presenter = CasesPresenter(calls, jobs, self)
        self._join_list()
        self._join_own()
        self._join_case()
        self.shown_again.connect(self.presenter.begin)
        self.refresh_requested.connect(self.presenter.refresh)

    def open_case(self, case_id: UUID) -> None:
        """Show a case found elsewhere: a scan of its slip, the command bar."""
        self.presenter.show_case(case_id)
        self.enter_case()

    def show_queue(self, question: ListQuestion) -> None:
        """A queue chosen elsewhere, with the keyboard in its list."""
        self.turn_to_case(on=False)
        self.presenter.open_queue(question)
        self.focus_start()

    def _join_list(self) -> None:
        listing, page = self.presenter.listing, self.presenter.page
        listing.replaced.connect(self.list.show_rows)
        listing.appended.connect(self.list.append_rows)
        for part in (self.filters, self.list):
            listing.changed.connect(part.show_list)
            part.chip_requested.connect(listing.pick)
            part.text_requested.connect(listing.narrow)
        self.list.sort_requested.connect(listing.sort)
        self.list.more_requested.connect(listing.more)
        self.list.retry_requested.connect(self.presenter.refresh)
        self.list.case_requested.connect(page.open)
        self.presenter.case_called.connect(self.list.call)

    def _join_own(self) -> None:
        listing, keeping = self.presenter.listing, self.presenter.keeping
        for part in (self.own, self.columns, self.list.fit):
            keeping.changed.connect(part.show_own)
        listing.changed.connect(self.own.show_list)
        keeping.refused.connect(self.own.show_problem)
        keeping.saved.connect(self._say_saved)
        keeping.dropped.connect(lambda name: self.told.emit(self.tr("队列“{n}”删了").format(n=name)))
        self.own.picked.connect(keeping.pick)
        self.own.named.connect(keeping.save)
        self.drop_requested.connect(keeping.drop)
        self.columns.toggled.connect(keeping.toggle)
        self.columns.widened.connect(keeping.widen)
        self.columns.moved.connect(keeping.move)
        self.columns.usual.connect(keeping.usual)
        self.columns.show_own(keeping.own)

    def _pick(self, nth: int) -> None:
        """Alt+n: an act while the others are listed, else an own queue."""
        if self.case.more.isHidden():
            self.turn_to_case(on=False)
            self.presenter.keeping.pick(nth)
            self.focus_start()
        else:
            self.presenter.page.doing.pick(nth)

    def _say_saved(self, name: str) -> None:
        self.own.close_line()
        self.focus_start()
        self.told.emit(self.tr("队列“{n}”存好了").format(n=name))

    def _join_case(self) -> None:
        page, acts, looks = self.presenter.page, self.presenter.page.acts, self.presenter.page.looks
        page.opening.connect(self.place.wait)
        page.not_opened.connect(self.place.show_trouble)
        page.session.pictured.connect(self.show_case)
        page.session.done.connect(self._say_done)
        self.case.primary_requested.connect(acts.primary)
        self.case.reason_given.connect(acts.withdraw)
        self._join_doing()
        self._join_originals()
        self.reprint_requested.connect(acts.reprint)
        self.withdraw_requested.connect(acts.ask_withdraw)
        self.case.purpose_given.connect(looks.give_purpose)
        self.case.question_dropped.connect(looks.drop_question)
        self.case.tabs.preview_requested.connect(looks.preview)
        self.case.tabs.materials.opened.connect(self.pictures_requested)
        self.case.tabs.preview_closed.connect(looks.close_preview)
        self.veil_requested.connect(looks.veil)
        for source in (self.held, self.case.person):
            source.pressed.connect(looks.hold)
            source.released.connect(looks.veil)

    def _join_originals(self) -> None:
        originals, strip = self.presenter.page.originals, self.place.original
        self.original_requested.connect(originals.begin)
        originals.asked.connect(strip.ask)
        originals.refused.connect(strip.set_problem)
        originals.done.connect(self._original_done)
        strip.answered.connect(originals.answer)
        strip.dropped.connect(originals.drop)

    def _original_done(self, act: OriginalAct) -> None:
        self.case.tabs.focus_current()
        self.told.emit(original_done(act))

    def _join_doing(self) -> None:
        doing = self.presenter.page.doing
        self.more_requested.connect(doing.more)
        self.case.next.more_requested.connect(doing.more)
        self.picked.connect(self._pick)
        self.case.more.picked.connect(doing.begin)
        self.case.answers_given.connect(doing.answer)
        self.case.phone.copied.connect(doing.said)
        self.case.note.note_given.connect(doing.note)

    def _say_done(self, done: Done) -> None:
        if MARGIN.intersection(done.acts) - {Act.SAY_LINE}:
            self.case.note.written(done.number)
        self.told.emit(done_words(done))
