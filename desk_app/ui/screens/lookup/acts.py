"""What a clerk does with a guide: tick what was brought, print, and note what was asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desk_app.domain.catalogue import Material
from desk_app.ui.screens.lookup.session import LookupSession, Remark
from desk_app.ui.screens.lookup.shown import Note, Page


class GuideActs:
    """The acts of the guide on the screen. One at a time: a second press while a paper is made is nothing."""

    def __init__(self, session: LookupSession) -> None:
        self._session = session

    def tick(self, number: int) -> None:
        """A paper was brought, or was not after all. What the counter verifies itself is never asked for."""
        item = self._session.item
        row = next((row for row in item.item.materials if row.number == number), None) if item else None
        if item is None or row is None or row.exempt:
            return
        ticks = self._session.brought.get(item.item.id, frozenset())
        self._session.brought[item.item.id] = ticks ^ {number}
        self._session.refresh()

    def print_checklist(self) -> None:
        """F6: what is still to bring, from the ticks."""
        item = self._session.item
        if item is None:
            return
        brought = self._session.brought.get(item.item.id, frozenset())
        if brought and not _left(item.item.materials, brought):
            self._session.remarked.emit(Remark.ALL_BROUGHT)
            return
        self._print(partial(self._session.calls.print_checklist, item.item.id, brought))

    def print_referral(self) -> None:
        """F7: where to go, with what, when, whom to call."""
        item = self._session.item
        if item is not None:
            self._print(partial(self._session.calls.print_referral, item.item.id))

    def _print(self, work: Callable[[], str]) -> None:
        if self._begin():
            self._session.jobs.run(self._session, work, self._printed, self._session.fail, "files")

    def _printed(self, words: str) -> None:
        self._end()
        self._session.told.emit(words)
        self._session.command_wanted.emit()

    def open_note(self) -> None:
        """A line to write down what was asked, about this item or about what was not found."""
        session = self._session
        if not session.calls.signed_in():
            return
        about = session.position.item_id or None
        asked = session.position.query if session.position.page is Page.NOTHING else ""
        session.note = Note(about, session.note_drafts.get(about, asked))
        session.refresh()

    def note_typed(self, text: str) -> None:
        """Kept at every key, so that turning to another item loses nothing."""
        if self._session.note is not None:
            self._session.note_drafts[self._session.note.about] = text

    def write_note(self, text: str) -> None:
        """Enter in the line: keep it."""
        session, note = self._session, self._session.note
        if note is None:
            return
        self.note_typed(text)
        if not text.strip():
            session.remarked.emit(Remark.NOTE_EMPTY)
        elif self._begin():
            work = partial(session.calls.note, note.about, text.strip())
            session.jobs.run(session, work, partial(self._noted, note), session.fail)

    def _noted(self, note: Note, _: None) -> None:
        session = self._session
        session.note_drafts.pop(note.about, None)
        if session.note == note:
            session.note = None
        self._end()
        session.remarked.emit(Remark.NOTE_KEPT)
        session.command_wanted.emit()

    def close_note(self) -> bool:
        """Esc in the line: put it away, its words are kept. False when no line is open."""
        if self._session.note is None:
            return False
        self._session.note = None
        self._session.refresh()
        self._session.command_wanted.emit()
        return True

    def _begin(self) -> bool:
        session = self._session
        if session.busy:
            return False
        session.busy, session.trouble = True, None
        session.refresh()
        return True

    def _end(self) -> None:
        self._session.busy = False
        self._session.refresh()


def _left(materials: tuple[Material, ...], brought: frozenset[int]) -> bool:
    """Whether anything that a citizen brings is not here yet."""
    return any(not row.exempt and row.number not in brought for row in materials)
