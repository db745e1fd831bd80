"""Where the program is put together: the only module that makes every part.

The window is shown first and the rest loaded behind it. With ``DESK_APP_TRACE_START=1`` the program writes
``first-paint`` and ``usable`` to standard error and ends, so that anyone can time it from outside.
"""

from __future__ import annotations

import gc
import importlib
import logging
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.paths import default_profile, each_font_dir, log_dir
from desk_app.ui.jobs import Jobs
from desk_app.ui.main_window import MainWindow
from desk_app.ui.theme.fonts import load_fonts
from desk_app.ui.theme.look import Look, Scheme
from desk_app.ui.theme.switch import STYLE, LookSwitch
from desk_app.wiring.places import LOOKUP, rail_entries

if TYPE_CHECKING:
    from desk_app.db.vault import Kdf
    from desk_app.devices.printers import Printer
    from desk_app.wiring.desk import Desk
    from desk_app.wiring.doors import Doors
    from desk_app.wiring.program import Program

TRACE = "DESK_APP_TRACE_START"
SETTINGS_FILE = "desk.json"
NO_DISPLAY = "这里没有显示器，窗口打不开。可以用 desk-app tour 看一遍，或者用命令行办件（desk-app --help）。"
FIRST_SIZE = (1440, 900)
WANTED_NEXT = ("desk_app.wiring.finding", "desk_app.wiring.command_lines")
"""Loaded once the first page stands: the first text in the command box asks for them."""
WANTED_BY_SIGN_IN = (
    "argon2.low_level",
    "cryptography.hazmat.primitives.ciphers.aead",
    "desk_app.db.vault",
    "desk_app.services.accounts",
    "desk_app.db.store",
    "desk_app.wiring.first_run",
    "desk_app.wiring.intake",
    "desk_app.ui.screens.intake.screen",
    "desk_app.services.history",
    "desk_app.exchange.calendar_file",
    "desk_app.ui.screens.cases.words",
)
"""Loaded while somebody types the password."""
ANY_LETTER = "y"
COUNTER_ZONE = timezone(timedelta(hours=8))
"""The clock in the hint bar is the counter's, wherever the computer thinks it is."""


def run_desk(argv: Sequence[str], environ: Mapping[str, str] = os.environ) -> int:
    """Open the window and stay until it is closed. Returns the exit code."""
    if not display_present(environ):
        _write_now(NO_DISPLAY)
        return 1
    application = QApplication([*argv, "-style", STYLE])
    now, profile = partial(datetime.now, UTC), default_profile(environ)
    running = Running(profile, now=now, random=os.urandom, style_is_set=True)
    if environ.get(TRACE):
        running.trace(_write_now)
    else:
        running.watch_faults(log_dir(environ))
    running.show()
    code = application.exec()
    running.close()
    return code


def display_present(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window can be shown; without a display Qt would end the program without a word."""
    if platform in ("win32", "darwin"):
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _at_counter(now: Callable[[], datetime]) -> datetime:
    return now().astimezone(COUNTER_ZONE)


def _write_now(word: str) -> None:
    sys.stderr.write(f"{word}\n")
    sys.stderr.flush()


def first_look(profile: Path) -> tuple[Scheme, bool]:
    """Colours and size this desk was left in, read without loading anything else."""
    try:
        text = (profile / SETTINGS_FILE).read_text("utf-8")
        import json

        kept = json.loads(text)
        return Scheme(kept["theme"]), bool(kept["large_type"])
    except (OSError, ValueError, KeyError, TypeError):
        return Scheme.LIGHT, False


class Running(QObject):
    """A desk that runs: everything app.py made, to be shown, driven and closed.

    The frame is there at once; :meth:`complete` loads what stands behind it, after the first paint.
    """

    completed = Signal()

    def __init__(
        self,
        profile: Path,
        *,
        now: Callable[[], datetime],
        random: Callable[[int], bytes],
        clock: Callable[[], float] = time.monotonic,
        kdf: Kdf | None = None,
        printers: Callable[[str], Printer] | None = None,
        style_is_set: bool = False,
    ) -> None:
        super().__init__()
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            raise RuntimeError("a desk needs a QApplication")
        self._profile, self._now, self._random, self._clock = profile, now, random, clock
        self._kdf, self._printers = kdf, printers
        self.family = load_fonts(each_font_dir())
        self.switch = LookSwitch(application, *first_look(profile), style_is_set=style_is_set)
        self.jobs = Jobs(self)
        at_counter = partial(_at_counter, now)
        self.window = MainWindow(self.switch, rail_entries(self._make_page), at_counter, clock)
        self._parts: tuple[Desk, Program, Doors] | None = None
        self._after: list[Callable[[], None]] = []
        self._traced: Callable[[str], None] | None = None
        self._open = True

    def _make_page(self, key: str) -> QWidget:
        return self.program.make_page(key)

    @property
    def desk(self) -> Desk:
        """The state behind the window."""
        return self.complete()[0]

    @property
    def program(self) -> Program:
        """The screens, joined."""
        return self.complete()[1]

    @property
    def doors(self) -> Doors:
        """Who is in."""
        return self.complete()[2]

    def show(self) -> None:
        """Show the frame; its first paint calls for the rest."""
        self.window.resize(*FIRST_SIZE)
        self._first_paint = FirstPaint(self.window, lambda: QTimer.singleShot(0, self._come_to_rest))
        self.window.show()

    def _come_to_rest(self) -> None:
        try:
            if self._open:
                self.complete()
                self.completed.emit()
                QTimer.singleShot(0, self, self._load_ahead)
        finally:
            gc.freeze()
            gc.enable()  # __main__ rests it: everything made up to here stays

    def complete(self) -> tuple[Desk, Program, Doors]:
        """Load what stands behind the frame, once, and show the first page."""
        if self._parts is None:
            self._parts = self._assemble()
            self._show_first_page(*self._parts)
        return self._parts

    def _show_first_page(self, desk: Desk, _program: Program, doors: Doors) -> None:
        """The lock page or the first run; a traced start without a profile is one into look-up."""
        if self._traced is not None and desk.info is None:
            doors.look_up_only()
        else:
            doors.show_first_page()

    def _load_ahead(self) -> None:
        """Load what the next keys will ask for, while somebody reads the lock page or types the password."""
        if self._open:
            locked = self.desk.info is not None and self.desk.clerk is None
            wanted = (*WANTED_BY_SIGN_IN, *WANTED_NEXT) if locked else WANTED_NEXT
            self.jobs.run(self, partial(_load, wanted), lambda _: None, lane="files")
            if locked:
                self.window.frame.pages.page(LOOKUP)
                self.desk.shelf.make_ready()

    def _assemble(self) -> tuple[Desk, Program, Doors]:
        from desk_app.db.profile_file import ProfileFolder
        from desk_app.wiring.commanding import Commanding
        from desk_app.wiring.desk import Desk
        from desk_app.wiring.devices import CardWatch
        from desk_app.wiring.doors import Doors
        from desk_app.wiring.printing import Printing
        from desk_app.wiring.program import Parts, Program

        desk = Desk(ProfileFolder(self._profile), self._now, self._random, self._kdf)
        parts = Parts(desk, self.jobs, self.switch, Printing(desk, self._printers), self.window, self._clock)
        program = Program(parts, self)
        doors = Doors(program, self._clock)
        program.cards = CardWatch(program, Commanding(program, doors.lock).card_read)
        self.switch.changed.connect(partial(_keep_look, desk))
        return desk, program, doors

    def watch_faults(self, folder: Path) -> None:
        """Log without personal data; a bug is told in plain words and the program goes on."""
        from desk_app.crash import CrashHandler
        from desk_app.logs import LOGGER, last_lines, start_logging, stop_logging
        from desk_app.ui.shell.fault_dialog import FaultTeller

        handler = start_logging(folder)
        teller = FaultTeller(self)
        crash = CrashHandler(logging.getLogger(LOGGER), lambda: last_lines(folder), teller.tell)
        crash.install()
        self._after.append(crash.remove)
        if handler is not None:
            self._after.append(lambda: stop_logging(handler))

    def trace(self, write: Callable[[str], None]) -> None:
        """Write ``first-paint``, and ``usable`` when rows stand there and a search answers; then end."""
        self._traced = write
        FirstPaint(self.window, partial(write, "first-paint"))
        self.completed.connect(self._end_of_trace)

    def _end_of_trace(self) -> None:
        """Behind the lock page the rows wait unpainted; in look-up they are painted before it is said."""
        page = self.window.frame.pages.page(LOOKUP)
        page.repaint()
        if self.desk.shelf.search(ANY_LETTER) and self._traced is not None:
            self._traced("usable")
        QCoreApplication.quit()

    def close(self) -> None:
        """Keep what is unsaved, let go of everything."""
        if not self._open:
            return
        self._open = False
        if self._parts is not None:
            self._parts[2].leave()
        self.jobs.drain(10)
        self.window.close()
        self.window.deleteLater()
        for undo in self._after:
            undo()


def _keep_look(desk: Desk, look: Look) -> None:
    desk.change_settings(theme=look.scheme.value, large_type=look.large)


def _load(names: Sequence[str]) -> None:
    for name in names:
        importlib.import_module(name)


class FirstPaint(QObject):
    """Calls once, at the first paint event of a window, whatever covers it then."""

    def __init__(self, window: QWidget, painted: Callable[[], None]) -> None:
        super().__init__(window)
        self._painted: Callable[[], None] | None = painted
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint, then look no more."""
        if event.type() is QEvent.Type.Paint and self._painted is not None:
            painted, self._painted = self._painted, None
            watched.removeEventFilter(self)
            painted()
        return False
