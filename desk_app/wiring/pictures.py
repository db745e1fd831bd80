"""What stands behind the wishes of the page of pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desk_app.domain.arrivals import AfterStored, Arrived
from desk_app.domain.attachments import Attachment, Attachments, Grade, PictureSource, Place
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import BadFile, DeskError, NotAllowed
from desk_app.domain.picture_work import Corners, PictureWork
from desk_app.ui.screens.pictures.calls import PagePixels, PictureCalls, PicturesLoaded
from desk_app.wiring.desk import Desk
from desk_app.wiring.places import CASES, PICTURES
from desk_app.wiring.printing import PREVIEW_DPI, Printing, page_lock
from desk_app.wiring.speech import said

if TYPE_CHECKING:
    from PIL.Image import Image

    from desk_app.devices.watch_folder import Inbox
    from desk_app.exchange.pictures import Picture
    from desk_app.ui.screens.pictures.screen import PicturesScreen
    from desk_app.wiring.program import Program

OpenInbox = Callable[[str], "Inbox"]
Photograph = Callable[[Callable[[bytes], None], Callable[[DeskError], None]], None]


def pictures_page(program: Program) -> PicturesScreen:
    """The page of pictures in the window."""
    from desk_app.ui.screens.pictures.screen import PicturesScreen

    parts = program.parts
    screen = PicturesScreen(picture_calls(parts.desk, parts.printing), parts.jobs)
    screen.presenter.praised.connect(lambda name, pages: program.speech.praise(stored_words(name, pages)))
    screen.closed.connect(lambda: program.window.frame.pages.show_page(screen.came_from or CASES))
    return screen


def open_pictures(program: Program, line: object = None) -> None:
    """The pictures of the case that is open in 办件."""
    shown = program.cases.presenter.page.session.shown if program.cases is not None else None
    if shown is not None:
        open_pictures_of(program, shown.case.id, line if isinstance(line, UUID) else None)


def open_pictures_of(program: Program, case_id: UUID, line: UUID | None = None) -> None:
    """The pictures of any case; Esc leads back to where one was."""
    pages = program.window.frame.pages
    came_from = pages.key
    pages.show_page(PICTURES)
    if program.pictures is not None:
        program.pictures.came_from = came_from
        program.pictures.open_case(case_id, line)


def stored_words(name: str, pages: int) -> str:
    """What the strip says when a picture is safely in its slot."""
    return said("存好了：{name}，{pages} 页").format(name=name, pages=pages)


def picture_calls(desk: Desk, printing: Printing, inboxes: OpenInbox | None = None) -> PictureCalls:
    """Everything the page may ask for."""
    folder = FolderWiring(desk, inboxes)
    wiring = PicturesWiring(desk, printing, folder)
    return PictureCalls(
        load=wiring.load,
        attach_file=wiring.attach_file,
        attach_bytes=wiring.attach_bytes,
        attach_arrived=wiring.attach_arrived,
        pages=wiring.pages,
        grade=wiring.grade,
        remove=wiring.remove,
        rework=wiring.rework,
        sheet=wiring.sheet,
        look=folder.look,
        pass_over=folder.pass_over,
        settle=folder.settle,
        after=lambda: AfterStored(desk.settings.after_stored),
        watching=lambda: bool(desk.settings.watch_folder),
        camera=camera_of(QApplication.instance()),
    )


def camera_of(owner: QObject | None) -> Photograph | None:
    """How to take a picture, or None where QtMultimedia or a camera is missing."""
    from desk_app.devices.camera import StillCamera, has_camera, multimedia

    media = multimedia()
    return StillCamera(media, owner).take if has_camera(media) else None


class FolderWiring:
    """The folder of the settings, and what becomes of its files."""

    def __init__(self, desk: Desk, inboxes: OpenInbox | None) -> None:
        self._desk = desk
        self._open_inbox = inboxes or self._real_inbox
        self._inbox: tuple[str, Inbox] | None = None

    @property
    def inbox(self) -> Inbox:
        """What watches the folder of the settings."""
        folder = self._desk.settings.watch_folder
        if self._inbox is None or self._inbox[0] != folder:
            self._inbox = (folder, self._open_inbox(folder))
        return self._inbox[1]

    def _real_inbox(self, folder: str) -> Inbox:
        from desk_app.devices.watch_folder import WatchedFolder

        return WatchedFolder(Path(folder), lambda: self._desk.now().timestamp())

    def look(self) -> tuple[Arrived, ...]:
        """What has arrived."""
        return self.inbox.look() if self._desk.settings.watch_folder else ()

    def pass_over(self, arrived: Arrived) -> None:
        """Not this one."""
        self.inbox.pass_over(arrived)

    def leave(self, arrived: Arrived) -> None:
        """The picture is stored; a file that cannot be moved is no reason to say it is not."""
        try:
            self.inbox.settle(arrived, AfterStored(self._desk.settings.after_stored))
        except BadFile:
            self.inbox.pass_over(arrived)

    def settle(self, arrived: Arrived, after: AfterStored) -> None:
        """The answer about the file outside, and for every file after it."""
        self._desk.change_settings(after_stored=after.value)
        self.inbox.settle(arrived, after)


class PicturesWiring:
    """The slow answers."""

    def __init__(self, desk: Desk, printing: Printing, folder: FolderWiring) -> None:
        self._desk, self._printing, self._folder = desk, printing, folder

    def load(self, case_id: UUID) -> PicturesLoaded:
        """A case with its pictures."""
        from desk_app.services.attachments import IDENTITY_SETTING

        if self._desk.clerk is None:
            raise NotAllowed("not_signed_in")
        with self._desk.open_store.read() as reader:
            case = reader.cases.get(case_id)
            unprinted = self._printing.outbox.waiting(reader, case)
            held, purpose = reader.attachments.of_case(case_id), reader.settings.get(IDENTITY_SETTING)
        return PicturesLoaded(case, held, unprinted, purpose)

    def attach_file(self, case_id: UUID, place: Place, path: str, source: PictureSource) -> Attachment:
        """A file as it is outside; it stays there."""
        from desk_app.exchange.pictures import read_picture_file

        return self._attach(case_id, place, read_picture_file(Path(path), _page_count), source)

    def attach_bytes(self, case_id: UUID, place: Place, data: bytes, source: PictureSource) -> Attachment:
        """A picture that was never a file."""
        from desk_app.exchange.pictures import read_picture

        return self._attach(case_id, place, read_picture(data, _page_count), source)

    def attach_arrived(self, case_id: UUID, place: Place, arrived: Arrived) -> Attachment:
        """A file of the watched folder; only when its picture is safely stored is it touched."""
        from desk_app.exchange.pictures import MOST_BYTES, read_picture

        picture = read_picture(self._folder.inbox.read(arrived, MOST_BYTES), _page_count)
        item = self._attach(case_id, place, picture, PictureSource.FOLDER)
        self._folder.leave(arrived)
        return item

    def _attach(self, case_id: UUID, place: Place, picture: Picture, source: PictureSource) -> Attachment:
        from desk_app.services.attachments import attach

        desk = self._desk
        unprinted: tuple[DocumentKind, ...] = ()
        if place.paper is not None:
            with desk.open_store.read() as reader:
                unprinted = self._printing.outbox.waiting(reader, reader.cases.get(case_id))
        return attach(
            desk.open_store,
            desk.present_clerk,
            case_id,
            place,
            picture,
            source,
            desk.now(),
            unprinted=unprinted,
        )

    def pages(self, case_id: UUID, attachment: UUID) -> tuple[PagePixels, ...]:
        """Pages with what belongs on them burned in."""
        from desk_app.services.attachments import Means, show

        desk = self._desk
        means = Means(_rendered, self._printing.fonts.plain_file)
        shown = show(desk.open_store, desk.present_clerk, case_id, attachment, means, desk.now(), PREVIEW_DPI)
        return tuple(PagePixels(page.width, page.height, page.tobytes()) for page in shown)

    def grade(self, case_id: UUID, attachment: UUID, grade: Grade) -> Attachment:
        """How far it can be trusted."""
        from desk_app.services.attachments import grade_attachment

        desk = self._desk
        return grade_attachment(desk.open_store, desk.present_clerk, case_id, attachment, grade, desk.now())

    def remove(self, case_id: UUID, attachment: UUID, reason: str) -> Attachments:
        """Out of its slot."""
        from desk_app.services.attachments import remove_attachment

        desk = self._desk
        return remove_attachment(desk.open_store, desk.present_clerk, case_id, attachment, reason, desk.now())

    def rework(self, case_id: UUID, attachment: UUID, work: PictureWork) -> Attachment:
        """Turned, cut, straightened."""
        from desk_app.services.attachments import rework_attachment

        desk = self._desk
        return rework_attachment(desk.open_store, desk.present_clerk, case_id, attachment, work, desk.now())

    def sheet(self, case_id: UUID, attachment: UUID) -> Corners:
        """Where the sheet lies."""
        from desk_app.services.attachments import sheet_of

        return sheet_of(self._desk.open_store, case_id, attachment)


def _page_count(pdf: bytes) -> int:
    from desk_app.papers.picture import page_count

    with page_lock():
        return page_count(pdf)


def _rendered(pdf: bytes, dpi: int) -> list[Image]:
    """Pages of a PDF in colour; the renderer is not made for two at a time."""
    from desk_app.papers.picture import page_images

    with page_lock():
        return page_images(pdf, dpi)
