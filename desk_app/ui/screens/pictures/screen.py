"""The page of pictures put together: what the view wishes, what the presenter decides."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from desk_app.domain.attachments import PictureSource
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.pictures.calls import PictureCalls
from desk_app.ui.screens.pictures.presenter import PicturesPresenter
from desk_app.ui.screens.pictures.view import PicturesView

ChooseFile = Callable[[QWidget, str, str], str]


def choose_file(parent: QWidget, title: str, names: str) -> str:
    """The system's own window for files; empty when it was closed."""
    return QFileDialog.getOpenFileName(parent, title, filter=names)[0]


class PicturesScreen(PicturesView):
    """``closed`` says that the page is done with; ``presenter.praised`` is for the window."""

    def __init__(self, calls: PictureCalls, jobs: Jobs, choose: ChooseFile = choose_file) -> None:
        super().__init__()
        self.choose = choose
        self.came_from = ""
        """The page that Esc leads back to."""
        self.presenter = PicturesPresenter(calls, jobs, self)
        self._join_list()
        page = self.presenter
        page.session.pictured.connect(self.show_shown)
        self.file_wanted.connect(self._add_file)
        self.file_dropped.connect(lambda path: page.adding.add_file(path, PictureSource.DROP))
        self.bytes_given.connect(page.adding.add_bytes)
        self.watched.connect(self._watch)
        self.refresh_requested.connect(page.refresh)
        self.back_requested.connect(self._back)
        self.ask.reasoned.connect(page.keeping.remove)
        self.ask.settled.connect(page.arrivals.answer)
        self.ask.dropped.connect(page.drop_question)

    def open_case(self, case_id: UUID, line: UUID | None = None) -> None:
        """The pictures of a case, at this line if there is one."""
        self.presenter.open(case_id, line)

    def _watch(self, on: bool) -> None:
        self.presenter.arrivals.watch(on=on)
        if on:
            self.presenter.come_back()

    def _join_list(self) -> None:
        page, keys = self.presenter, self.list
        keys.chosen.connect(page.choose)
        keys.entered.connect(page.arrivals.take)
        keys.graded.connect(page.keeping.grade)
        keys.zoomed.connect(self.sheet.zoom)
        keys.panned.connect(self.sheet.pan)
        keys.paged.connect(page.turn_page)
        keys.corner_taken.connect(page.mending.take_corner)
        keys.corner_moved.connect(page.mending.move_corner)
        keys.cut_wanted.connect(page.mending.cut)
        keys.wished.connect(self._do)
        self.wished.connect(self._do)
        self.tools.graded.connect(page.keeping.grade)

    def _do(self, wish: str) -> None:
        page = self.presenter
        acts = {
            "turn": page.mending.turn,
            "cut": page.mending.begin_cut,
            "straighten": page.mending.straighten,
            "remove": page.keeping.ask_reason,
            "camera": page.adding.photograph,
        }
        acts[wish]()

    def _add_file(self) -> None:
        names = self.tr("图片和 PDF (*.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.pdf)")
        path = self.choose(self, self.tr("选一张图片或一个 PDF"), names)
        if path:
            self.presenter.adding.add_file(path, PictureSource.FILE)

    def _back(self) -> None:
        if not self.presenter.drop_question():
            self.closed.emit()
