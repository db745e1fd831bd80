"""The card reader of the desk: asked now and then while somebody is signed in, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desk_app.domain.errors import DeskError, DeviceTrouble
from desk_app.ui.messages import told
from desk_app.ui.shortcuts import bind
from desk_app.ui.theme.look import Tone
from desk_app.wiring.speech import said

if TYPE_CHECKING:
    from desk_app.config import DeskSettings
    from desk_app.devices.id_reader import IdReader, ReaderChoice
    from desk_app.domain.id_card import CardRead, LiftedCards
    from desk_app.domain.scans import ScanMarks
    from desk_app.wiring.program import Program

LOOK_MS = 700
"""Between two looks at the reader: shorter than a clerk's glance from the card to the screen."""
REST_MS = 10_000
"""After a failure: a reader that is unplugged is not asked all day long."""
ICON = "identification-card"


def choice_of(settings: DeskSettings) -> ReaderChoice:
    """The reader that the settings name; none where they name one that is not known."""
    from desk_app.devices.id_reader import ReaderChoice, ReaderKind

    known = settings.reader_kind in set(ReaderKind)
    kind = ReaderKind(settings.reader_kind) if known else ReaderKind.NONE
    return ReaderChoice(kind, settings.reader_address, settings.reader_ask)


def marks_of(settings: DeskSettings) -> ScanMarks:
    """How the scanner is set up."""
    from desk_app.domain.scans import ScanMarks

    return ScanMarks(settings.scan_prefix, settings.scan_suffix, settings.scan_tab)


class CardWatch(QObject):
    """A failure is said once, in the bar, and never stands in the way of typing."""

    def __init__(self, program: Program, read: Callable[[CardRead], None]) -> None:
        super().__init__(program)
        self._program, self._tell = program, read
        self._reader: IdReader | None = None
        self._choice: ReaderChoice | None = None
        self._lifted: LiftedCards | None = None
        self._asking = self._sample = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        bind(program.window.frame, {"reader.read": self.read_now})
        self._chip = program.window.frame.bar.reader
        self._chip.clicked.connect(self.read_now)

    def begin(self) -> None:
        """Somebody is in, or the settings changed: the reader and scanner that are chosen now."""
        desk = self._program.parts.desk
        self._program.window.scan_marks = marks_of(desk.settings)
        if desk.clerk is None or desk.settings.reader_kind in ("none", "wedge"):
            self.stop()
            return
        choice = choice_of(desk.settings)
        if choice != self._choice:
            self._leave_reader()
            self._choice = choice
        self._timer.start(LOOK_MS)

    def stop(self) -> None:
        """Nobody is in: no card is asked for."""
        self._timer.stop()
        self._leave_reader()
        self._chip.hide()

    def _leave_reader(self) -> None:
        reader, self._reader, self._choice = self._reader, None, None
        self._lifted = None
        if reader is not None:
            self._program.parts.jobs.run(self, reader.close, lambda _: None, lane="card")

    def read_now(self) -> None:
        """The key: look again, also at a card that was not lifted. The simulated card is laid down by it."""
        if self._program.parts.desk.clerk is None:
            return
        if not self._timer.isActive():
            words = said("在“设置 › 设备”里选好，再按 Ctrl+Shift+D。")
            self._program.speech.say(Tone.AMBER, said("还没选读卡器"), words)
            return
        self._lifted = None
        self._sample = True
        self._look()

    def _look(self) -> None:
        if self._asking or self._choice is None:
            return
        self._asking = True
        self._program.parts.jobs.run(self, self._ask, self._answered, self._failed, lane="card")

    def _ask(self) -> CardRead | None:
        """Slow."""
        from desk_app.devices.id_reader import SAMPLE_CARD, SimulatedReader, make_reader

        choice = self._choice
        if self._reader is None and choice is not None:
            self._reader = make_reader(choice)
        if self._sample and isinstance(self._reader, SimulatedReader):
            self._reader.card = SAMPLE_CARD
        return self._reader.read() if self._reader is not None else None

    def _answered(self, card: CardRead | None) -> None:
        self._asking = False
        self._chip.hide()
        self._timer.setInterval(LOOK_MS)
        from desk_app.domain.id_card import LiftedCards

        if self._lifted is None:
            self._lifted = LiftedCards()
        fresh = self._lifted.fresh(card)
        if fresh is not None and self._program.parts.desk.clerk is not None:
            self._tell(fresh)

    def _failed(self, error: Exception) -> None:
        self._asking = False
        if not isinstance(error, DeskError):
            raise error
        heading, detail = told(error)
        if self._chip.text() != heading or not self._chip.isVisible():
            self._chip.set_state(heading, Tone.AMBER, ICON)
            self._chip.setToolTip(detail)
            self._chip.show()
            self._program.speech.say(Tone.AMBER, heading, detail)
        self._timer.setInterval(REST_MS)


def try_reader(choice: ReaderChoice) -> CardRead | None:
    """Ask a reader once, for the settings. Slow. Raises DeviceTrouble."""
    from desk_app.devices.id_reader import SAMPLE_CARD, ReaderKind, make_reader

    if choice.kind is ReaderKind.SIMULATOR:
        return SAMPLE_CARD
    reader = make_reader(choice)
    if reader is None:
        raise DeviceTrouble("reader_not_chosen")
    try:
        return reader.read()
    finally:
        reader.close()


def trial_words(card: CardRead | None) -> str:
    """What a trial found: enough to see that it works, no more."""
    from desk_app.domain.masking import Kind, mask

    if card is None:
        return said("读卡器应声了，上面没有卡。放上卡再试一次。")
    number = mask(Kind.RESIDENT_ID, card.id_number)
    return said("读出来了：{name}，{number}").format(name=mask(Kind.NAME, card.name), number=number)
