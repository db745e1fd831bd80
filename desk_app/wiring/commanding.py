"""The command box: what a text or a scan means, and the list below the box."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from desk_app.domain.errors import DeskError
from desk_app.ui.theme.look import Tone
from desk_app.ui.words import word
from desk_app.wiring.places import HANDOVER, INTAKE
from desk_app.wiring.rare_names import meet
from desk_app.wiring.speech import said

if TYPE_CHECKING:
    from desk_app.domain.id_card import CardRead
    from desk_app.ui.shell.results import ResultLine
    from desk_app.wiring.command_lines import Lines
    from desk_app.wiring.finding import Found
    from desk_app.wiring.program import Program

SHORTEST_STORE_SEARCH = 2


class Commanding(QObject):
    """Follows the box and the scanner, and goes where they point."""

    def __init__(self, program: Program, lock: Callable[[], None]) -> None:
        super().__init__(program)
        self._program = program
        self._desk = program.parts.desk
        self._bar = program.window.frame.bar
        self._lock = lock
        self._bar.edited.connect(self.typed)
        self._bar.result_taken.connect(self._take)
        program.window.scanned.connect(self.scanned)

    @cached_property
    def _lines(self) -> Lines:
        """Loaded with the first text: they know people and cases, which the first page does without."""
        from desk_app.wiring.command_lines import Lines

        return Lines(self._program, self._lock)

    def _take(self, key: str) -> None:
        self._lines.take(key)

    def typed(self, text: str) -> None:
        """The text changed: items at once, people and cases when the store has answered."""
        self._lines.begin()
        if not text.strip():
            self._bar.hide_results()
            return
        lines = self._lines.at_once(text)
        self._bar.show_results(lines)
        if self._searches_store(text):
            from desk_app.wiring.finding import find

            work = partial(find, self._desk, text)
            self._program.parts.jobs.run(self, work, partial(self._found, lines), self._failed, key="command")

    def _searches_store(self, text: str) -> bool:
        bare = text.lstrip("#@").strip()
        return (
            self._desk.clerk is not None and not text.startswith(">") and len(bare) >= SHORTEST_STORE_SEARCH
        )

    def _failed(self, error: Exception) -> None:
        """Say what a person can act on; a bug goes on to the crash handler."""
        if not isinstance(error, DeskError):
            raise error
        self._program.speech.say_trouble(error)

    def _found(self, items: list[ResultLine], found: Found) -> None:
        """The store answered, for the text that still stands in the box."""
        if found.typed != self._bar.text():
            return
        before, after = self._lines.found(found)
        meet(line.text for line in (*before, *after))
        self._bar.show_results([*before, *items, *after])

    def scanned(self, text: str) -> None:
        """Something was scanned, wherever the cursor was."""
        if self._desk.clerk is None or any(take(text) for take in self._program.scan_takers):
            return
        card = self._typed_card(text)
        if card is not None:
            self.card_read(card)
        elif not self._program.quick.scanned(text):
            self._code_read(text)

    def _typed_card(self, text: str) -> CardRead | None:
        """A reader that types like a keyboard sends more than a number."""
        from desk_app.devices.card_text import card_of_typed
        from desk_app.domain.worktime import local_day

        return card_of_typed(text, local_day(self._desk.now()))

    def card_read(self, card: CardRead) -> None:
        """An identity card was read: it fills the form at hand, or finds its bearer."""
        self._doubt(card)
        meet((card.name, card.address))
        if self._program.quick.scanned(card.id_number):
            return
        cards = self._program.intake_screen().presenter.cards
        if not (self._on_intake() and cards.take(card)):
            cards.remember(card)
            self._code_read(card.id_number)

    def _doubt(self, card: CardRead) -> None:
        """An expired card is told, and stays told until it is read."""
        from desk_app.domain.id_card import CardDoubt, doubts
        from desk_app.domain.worktime import local_day

        found = doubts(card, local_day(self._desk.now()))
        if found:
            until = f"{card.valid_until:%Y-%m-%d}" if card.valid_until else ""
            detail = said("有效期到 {day}。先换领新证或办临时身份证，号码照样能查。").format(day=until)
            other = said("看看卡是不是本人的，再接着办。")
            self._program.speech.warn(word(found[0]), detail if found[0] is CardDoubt.EXPIRED else other)

    def _code_read(self, text: str) -> None:
        if self._on_intake() and self._program.intake_screen().presenter.questions.scan(text):
            return
        from desk_app.wiring.finding import case_of_scan, whole_id

        number = whole_id(self._desk, text)
        if number:
            self._program.window.frame.bar.focus_box()
            self._bar.box.input.setText(number)
            self._bar.edited.emit(number)
            return
        if self._program.window.frame.pages.key == HANDOVER and self._program.handover is not None:
            self._program.handover.presenter.scan(text)
            return
        work = partial(case_of_scan, self._desk, text)
        self._program.parts.jobs.run(self, work, partial(self._scan_found, text), self._failed, key="scan")

    def _on_intake(self) -> bool:
        shown = self._program.window.frame.pages.key == INTAKE
        return shown and self._program.intake_screen().presenter.session.lane is not None

    def _scan_found(self, text: str, case_id: UUID | None) -> None:
        if case_id is not None:
            self._program.open_case(case_id)
            return
        from desk_app.wiring.handover import scanned_batch

        work = partial(scanned_batch, self._desk, text)
        self._program.parts.jobs.run(self, work, self._batch_found, self._failed, key="scan")

    def _batch_found(self, batch_id: UUID | None) -> None:
        from desk_app.wiring.handover import open_batch

        if batch_id is None:
            self._program.speech.say(Tone.AMBER, said("没认出这个码"), said("可以手工输入编号，或再扫一次。"))
        else:
            open_batch(self._program, batch_id)
