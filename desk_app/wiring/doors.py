"""Who is at the keyboard: unlocking, locking, leaving."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desk_app import __version__
from desk_app.ui.words import word
from desk_app.wiring.desk import Desk
from desk_app.wiring.places import LOOKUP
from desk_app.wiring.program import Program

if TYPE_CHECKING:
    from desk_app.domain.sites import Clerk
    from desk_app.ui.screens.first_run.presenter import FirstRunPresenter
    from desk_app.ui.screens.unlock.calls import UnlockCalls

IDLE_CHECK_MS = 5_000
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.ShortcutOverride,  # of a key that is a shortcut Qt tells nothing else
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


def unlock_calls(desk: Desk, doors: Doors) -> UnlockCalls:
    """Everything the lock page may ask for."""
    from desk_app.ui.screens.unlock.calls import UnlockCalls

    info = desk.info
    return UnlockCalls(
        now=desk.now,
        site_name=info.site.name if info else "",
        version=__version__,
        users=lambda: desk.vault().users(),
        initials=name_initials,
        last_user=lambda: doors.last_user,
        held=doors.held,
        sign_in=partial(sign_in, desk),
        recover=partial(recover, desk),
        demo_password=demo_password(desk),
    )


def name_initials(name: str) -> tuple[str, ...]:
    """How a name is typed by first letters."""
    from desk_app.db.initials import initials_of

    return initials_of(name)


def demo_password(desk: Desk) -> str:
    """Said on the lock page of the demo, and of the demo only."""
    if desk.info is None or not desk.info.demo:
        return ""
    from desk_app.services.demo import PASSWORD

    return PASSWORD


def sign_in(desk: Desk, name: str, password: str) -> None:
    """Open the store for a user, or let one come back. Slow."""
    from desk_app.services import accounts

    if desk.session is None:
        desk.enter(accounts.sign_in(desk.vault(), desk.known, desk.open_with, name, password, desk.now()))
    else:
        desk.enter(accounts.switch_user(desk.vault(), desk.session, name, password, desk.now()))


def recover(desk: Desk, words: str, name: str, password: str) -> None:
    """In by the recovery sheet, with a new password. Slow."""
    from desk_app.services import accounts

    if desk.session is not None:
        desk.close()
    session = accounts.use_recovery_sheet(
        desk.vault(), desk.known, desk.open_with, words, name, password, desk.now()
    )
    desk.enter(session)


def demo_path(desk: Desk) -> Path:
    """The demo lies beside the real profile."""
    return desk.folder.path.with_name(desk.folder.path.name + ".demo")


def identity_of(clerk: Clerk | None) -> tuple[str, str, str]:
    """What the bar says of whoever is in: badge, counter, and name with role; nothing of nobody."""
    if clerk is None:
        return "", "", ""
    counter, role = clerk.device.counter, word(clerk.role)
    badge = "".join(char for char in counter if char.isdigit())[:2] or clerk.name[:1]
    return badge, counter or clerk.name, f"{clerk.name} {role}" if counter else role


class Doors(QObject):
    """Lets people in and out. A lock hides everything; unsaved forms are kept first."""

    def __init__(self, program: Program, clock: Callable[[], float]) -> None:
        super().__init__(program)
        self._program = program
        self._desk = program.parts.desk
        self._clock = clock
        self.last_user: UUID | None = None
        self._idle = IdleWatch(self, clock, lambda: self._desk.settings.lock_after_minutes, self.lock)
        self._next: Callable[[], object] | None = None
        self._first_run: FirstRunPresenter | None = None
        program.window.lock_requested.connect(self.lock)
        program.sign_in_wanted.connect(self._sign_in_first)
        pages = program.window.frame.pages
        pages.is_open = lambda key: key == LOOKUP or self._desk.clerk is not None
        pages.refused.connect(lambda key: self._sign_in_first(partial(pages.show_page, key)))

    def _sign_in_first(self, then: Callable[[], object]) -> None:
        """What was asked for needs somebody to be signed in; it is done as soon as somebody is."""
        self._next = then
        self.show_first_page()

    def held(self) -> int:
        """Intakes on hold."""
        intake = self._program.intake
        return len(intake.presenter.session.lanes.all) if intake is not None else 0

    def show_first_page(self) -> None:
        """What stands there when the program starts."""
        if self._desk.info is None:
            self.show_first_run()
        else:
            self.show_lock()

    def show_first_run(self) -> None:
        """Cover the window with the first run, where it was left."""
        from desk_app.ui.screens.first_run.presenter import FirstRunPresenter
        from desk_app.ui.screens.first_run.view import FirstRunView
        from desk_app.wiring.first_run import first_run_calls

        parts = self._program.parts
        calls = first_run_calls(self._desk, parts.printing, demo_path(self._desk))
        presenter = FirstRunPresenter(calls, parts.jobs)
        page = FirstRunView(presenter)
        presenter.setParent(page)
        presenter.session.finished.connect(self._entered)
        presenter.session.demo_ready.connect(self._open_demo)
        self._first_run = presenter
        page.large_type_requested.connect(parts.switch.toggle_large)
        page.contrast_requested.connect(parts.switch.toggle_contrast)
        self._program.window.cover(page)
        presenter.start()

    def _open_demo(self) -> None:
        self._first_run = None
        self._desk.reopen(demo_path(self._desk))
        self._program.site_changed()
        self.show_lock()

    def show_lock(self) -> None:
        """Cover the window with the lock page."""
        from desk_app.ui.screens.unlock.presenter import UnlockPresenter
        from desk_app.ui.screens.unlock.view import UnlockView

        parts = self._program.parts
        presenter = UnlockPresenter(unlock_calls(self._desk, self), parts.jobs)
        page = UnlockView(presenter)
        presenter.setParent(page)
        presenter.entered.connect(self._entered)
        page.lookup_requested.connect(self.look_up_only)
        page.large_type_requested.connect(parts.switch.toggle_large)
        page.contrast_requested.connect(parts.switch.toggle_contrast)
        self._program.window.cover(page)
        presenter.open()

    def lock(self) -> None:
        """Ctrl+L, or nobody there for a while."""
        if self._desk.clerk is None:
            if self._desk.info is not None:
                self.show_lock()
            return
        self._keep_forms()
        self.last_user = self._desk.clerk.user_id
        self._desk.sign_out()
        self._idle.stop()
        self._show_identity()
        self._forget_citizens()
        self.show_lock()

    def _forget_citizens(self) -> None:
        """Look-up stays open to everybody: what it shows of citizens goes, and the tabs of those on hold."""
        program = self._program
        program.window.frame.bar.clear()
        program.window.frame.bar.lanes.setVisible(False)
        if program.lookup is not None:
            program.lookup.refresh()
        if program.cases is not None:
            program.cases.presenter.forget()
        if program.handover is not None:
            program.handover.presenter.list.forget()
        program.waiting_bags.hide()
        program.day.forget()
        if program.pictures is not None:
            program.pictures.presenter.forget()
        program.customer.forget()
        program.cards.stop()
        if program.intake is not None:
            program.intake.presenter.cards.forget()
        if program.registers is not None:
            program.registers.presenter.forget()

    def _keep_forms(self) -> None:
        if self._program.intake is not None:
            self._program.intake.presenter.autosave.now()

    def look_up_only(self) -> None:
        """Look-up works without anybody signed in."""
        self._program.window.cover(None)
        self._program.window.frame.pages.show_page(LOOKUP)

    def _entered(self) -> None:
        """Somebody is in: uncover, tell the screens, bring back what was on hold."""
        from desk_app.wiring.first_run import unfinished

        program, desk = self._program, self._desk
        self._first_run = None
        if unfinished(desk.folder.path):
            self.show_first_run()
            return
        program.site_changed()
        program.follow_store()
        program.waiting_bags.count()
        self._show_identity()
        program.window.cover(None)
        program.window.frame.bar.lanes.setVisible(True)
        program.window.frame.pages.show_page(program.window.frame.pages.key or LOOKUP)
        if program.lookup is not None:
            program.lookup.refresh()
        QTimer.singleShot(0, self, self._bring_back_held)
        self.last_user = desk.present_clerk.user_id
        self._idle.start()
        program.customer.open_at_start()
        program.cards.begin()
        then, self._next = self._next, None
        if then is not None:
            then()

    def _bring_back_held(self) -> None:
        """After the page is painted: the intake screen is the largest there is."""
        if self._desk.clerk is not None:
            self._program.intake_screen().presenter.restoring.restore()

    def _show_identity(self) -> None:
        self._program.window.frame.bar.identity.set_identity(*identity_of(self._desk.clerk))

    def leave(self) -> None:
        """The program ends: keep forms, wait for what is being written, let the files go."""
        self._idle.stop()
        self._program.customer.stage.close()
        self._program.cards.stop()
        self._keep_forms()
        if self._first_run is not None:
            self._first_run.leave()
        self._program.parts.jobs.drain(10)
        self._desk.close()


class IdleWatch(QObject):
    """Calls back when neither key nor mouse was touched for some minutes; 0 minutes: never.

    ``minutes`` is asked at every look, so that a shorter time holds as soon as it is set.
    """

    def __init__(
        self,
        parent: QObject,
        clock: Callable[[], float],
        minutes: Callable[[], int],
        idle: Callable[[], None],
    ) -> None:
        super().__init__(parent)
        self._clock, self._minutes, self._idle = clock, minutes, idle
        self._last = clock()
        self._timer = QTimer(self, interval=IDLE_CHECK_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Somebody is at the keyboard."""
        self._last = self._clock()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Nobody is."""
        self._timer.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice signs of life; nothing is kept from anybody."""
        if event.type() in _SIGNS_OF_LIFE:
            self._last = self._clock()
        return False

    def _look(self) -> None:
        minutes = self._minutes()
        if minutes and self._clock() - self._last >= minutes * 60:
            self._idle()
