"""What is done with pictures: added, graded, taken away, mended; and what arrives by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, SignalInstance

from desk_app.domain.arrivals import AfterStored, Arrived
from desk_app.domain.attachments import Attachment, Grade, PictureSource, Place
from desk_app.domain.errors import InputError
from desk_app.domain.picture_work import PictureWork, moved
from desk_app.ui.screens.pictures.session import PicturesSession
from desk_app.ui.screens.pictures.shown import Asking, Cutting, PicturesShown

LOOK_EVERY_MS = 1_000
"""Two looks see a file complete; a person puts the next sheet down in three seconds."""
STEP = 0.01
"""A corner moves by a hundredth of the picture."""


class Page(Protocol):
    """What the acts need of the presenter."""

    session: PicturesSession
    praised: SignalInstance

    @property
    def shown(self) -> PicturesShown | None:
        """What is on the page."""

    def again(self) -> None:
        """The picture at hand is another."""


class Adding:
    """From a file, the clipboard, the camera, the watched folder: into the slot at hand."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def add_file(self, path: str, source: PictureSource) -> None:
        """A file that was chosen or dropped."""
        calls = self._page.session.calls
        self.add(lambda case, place: calls.attach_file(case, place, path, source))

    def add_bytes(self, data: bytes, source: PictureSource) -> None:
        """What was pasted or photographed."""
        calls = self._page.session.calls
        if not data:
            self._page.session.fail(InputError("nothing_to_paste"))
            return
        self.add(lambda case, place: calls.attach_bytes(case, place, data, source))

    def photograph(self) -> None:
        """The camera, where there is one."""
        camera = self._page.session.calls.camera
        if camera is not None:
            camera(lambda data: self.add_bytes(data, PictureSource.CAMERA), self._page.session.fail)

    def add(self, work: Callable[[UUID, Place], Attachment], after: Callable[[], None] | None = None) -> None:
        """Put a picture into the slot at hand."""
        slot = self._page.shown.slot if self._page.shown else None
        if slot is None:
            return
        self._page.session.act(lambda case: work(case, slot.place), partial(self._added, after))

    def _added(self, after: Callable[[], None] | None, item: Attachment) -> None:
        self._page.praised.emit(item.name, item.content.pages)
        self._page.session.put(line=item.id)
        self._page.again()
        if after is not None:
            after()


class Keeping:
    """How far a picture can be trusted, and whether it stays."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def grade(self, grade: Grade) -> None:
        """How far the picture at hand can be trusted."""
        item, calls = self._item(), self._page.session.calls
        if item is not None and item.grade is not grade:
            self._page.session.act(
                lambda case: calls.grade(case, item.id, grade), lambda _item: self._page.again()
            )

    def ask_reason(self) -> None:
        """Del: ask why."""
        if self._item() is not None:
            self._page.session.put(asking=Asking.REASON, trouble=None)

    def remove(self, reason: str) -> None:
        """Take the picture at hand out of its slot."""
        item, slot, calls = (
            self._item(),
            self._page.shown.slot if self._page.shown else None,
            self._page.session.calls,
        )
        if item is None or slot is None:
            return
        if not reason.strip():
            self._page.session.fail(InputError("reason_needed"))
            return

        def gone(_held: object) -> None:
            self._page.session.put(asking=Asking.NOTHING, line=slot.key)
            self._page.again()

        self._page.session.act(lambda case: calls.remove(case, item.id, reason), gone)

    def _item(self) -> Attachment | None:
        return self._page.shown.item if self._page.shown is not None else None


class Mending:
    """Turning, cutting and straightening the picture at hand."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def turn(self) -> None:
        """R: a quarter to the right."""
        self._work(PictureWork(90))

    def straighten(self) -> None:
        """S."""
        self._work(PictureWork(straighten=True))

    def begin_cut(self) -> None:
        """C: find the sheet, and give its corners to the keys."""
        session, shown = self._page.session, self._page.shown
        item = shown.item if shown else None
        if item is not None:
            session.put(trouble=None)
            session.ask(
                lambda case: session.calls.sheet(case, item.id),
                lambda corners: session.put(cutting=Cutting(corners)),
                "sheet",
            )

    def take_corner(self, at: int) -> None:
        """1 to 4."""
        cutting = self._cutting()
        if cutting is not None:
            self._page.session.put(cutting=replace(cutting, at=at))

    def move_corner(self, across: int, down: int) -> None:
        """An arrow."""
        cutting = self._cutting()
        if cutting is not None:
            corners = moved(cutting.corners, cutting.at, across * STEP, down * STEP)
            self._page.session.put(cutting=replace(cutting, corners=corners))

    def cut(self) -> None:
        """Enter."""
        cutting = self._cutting()
        if cutting is not None:
            self._page.session.put(cutting=None)
            self._work(PictureWork(corners=cutting.corners))

    def _cutting(self) -> Cutting | None:
        return self._page.shown.cutting if self._page.shown is not None else None

    def _work(self, work: PictureWork) -> None:
        session, shown = self._page.session, self._page.shown
        item = shown.item if shown else None
        if item is not None:
            rework = session.calls.rework
            session.act(lambda case: rework(case, item.id, work), lambda _item: self._page.again())


class Arrivals(QObject):
    """The watched folder: looked at while the page is open, one picture offered after the other."""

    def __init__(self, page: Page, adding: Adding, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._adding = page, adding
        self._stored: Arrived | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def watch(self, *, on: bool) -> None:
        """The page came into sight, or left it."""
        if on:
            self._timer.start()
        else:
            self._timer.stop()

    def look(self) -> None:
        """What has arrived."""
        session, shown = self._page.session, self._page.shown
        if shown is not None and shown.watching and not shown.busy:
            session.ask(lambda _case: session.calls.look(), self._found, "look")

    def _found(self, waiting: tuple[Arrived, ...]) -> None:
        shown = self._page.shown
        if shown is not None and waiting != shown.waiting:
            self._page.session.put(waiting=waiting)

    def take(self) -> bool:
        """Enter: into the slot at hand. False when nothing waits."""
        shown, calls = self._page.shown, self._page.session.calls
        if shown is None or not shown.waiting:
            return False
        first = shown.waiting[0]
        self._adding.add(
            lambda case, place: calls.attach_arrived(case, place, first), partial(self._taken, first)
        )
        return True

    def _taken(self, arrived: Arrived) -> None:
        shown = self._page.shown
        if shown is None:
            return
        left = tuple(item for item in shown.waiting if item != arrived)
        ask = self._page.session.calls.after() is AfterStored.ASK
        self._stored = arrived if ask else None
        self._page.session.put(waiting=left, asking=Asking.AFTER if ask else Asking.NOTHING)

    def pass_over(self) -> None:
        """Esc: not this one."""
        shown, session = self._page.shown, self._page.session
        if shown is not None and shown.waiting:
            first, *rest = shown.waiting
            session.put(waiting=tuple(rest))
            session.ask(lambda _case: session.calls.pass_over(first), lambda _none: None, "pass_over")

    def answer(self, after: AfterStored) -> None:
        """What becomes of the file outside, from now on."""
        stored, session = self._stored, self._page.session
        if stored is not None:
            self._stored = None
            session.put(asking=Asking.NOTHING)
            session.act(lambda _case: session.calls.settle(stored, after), lambda _none: None)
