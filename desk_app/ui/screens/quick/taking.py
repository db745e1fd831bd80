"""Typing a line and taking it: ready for the next person before the store has answered."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from desk_app.domain.catalogue import OfferedItem
from desk_app.domain.checked import Checked
from desk_app.domain.errors import DeskError
from desk_app.domain.identity import IdType, check_id
from desk_app.domain.numbers import check_receipt
from desk_app.domain.people import Person
from desk_app.domain.prefill import History
from desk_app.domain.worktime import local_day
from desk_app.ui.screens.quick import lines
from desk_app.ui.screens.quick.calls import Entry, Taken
from desk_app.ui.screens.quick.lines import FIELDS, FIRST, ITEM, Mode
from desk_app.ui.screens.quick.state import Fate, QuickState, Row

_BOXES = {
    "moment_unreadable": lines.WHEN,
    "moment_without_time": lines.WHEN,
    "not_for_a_run": ITEM,
}


class Taking(QObject):
    """A line that is not taken stays in the list with its sentence; the others go on."""

    def __init__(self, state: QuickState) -> None:
        super().__init__(state)
        self._state = state
        self._asking = self._hurried = False
        """Whether the store is asked for a name, and Enter came before its answer."""
        self._twice = ""
        """The number of somebody who was taken already; asked again, they are taken all the same."""

    def typed(self, name: str, text: str) -> None:
        """A key changed a box."""
        state = self._state
        state.draft = state.draft.set(name, text)
        if name == ITEM:
            state.item = None
        state.clear_error()
        self._twice = ""
        found = self._id(text) if name == lines.ID else None
        if found is not None and found.reason is None:
            self._ask_history(found.normalised, text)
        state.refresh()

    def _id(self, text: str) -> Checked:
        return check_id(IdType.RESIDENT_ID, text, local_day(self._state.calls.now()))

    def _ask_history(self, number: str, typed: str) -> None:
        self._asking, self._hurried = True, False
        work = partial(self._state.calls.history, IdType.RESIDENT_ID, number)
        self._state.run(work, partial(self._known, typed), "quick-history")
        self._state.cursor_wanted.emit(lines.NAME)

    def _known(self, typed: str, history: History) -> None:
        """Somebody who was here before: the name is there already."""
        state, person = self._state, history.person
        if state.draft[lines.ID] != typed.strip():
            return
        hurried, self._asking, self._hurried = self._hurried, False, False
        if person is not None and not state.draft[lines.NAME]:
            self._fill(person)
        if hurried:
            self.take()

    def _fill(self, person: Person) -> None:
        state = self._state
        state.draft = state.draft.set(lines.NAME, person.name.value)
        if lines.PHONE in FIELDS[state.mode] and not state.draft[lines.PHONE]:
            state.draft = state.draft.set(lines.PHONE, person.phone)
        state.refresh()

    def scanned(self, text: str) -> bool:
        """A card or a form. False when it is neither."""
        state = self._state
        if self._id(text).reason is None:
            self.typed(lines.ID, text)
            return True
        if state.mode is not Mode.FORM or check_receipt(text).reason is not None:
            return False
        self.typed(lines.NUMBER, text)
        state.focus_start()
        return True

    def advance(self, name: str) -> None:
        """Enter in a box: the next box, and behind the last the next person."""
        state = self._state
        if name == ITEM and state.item is None and not self._found_item():
            state.refuse(DeskError("no_such_item_here"), ITEM)
            return
        names = FIELDS[state.mode]
        at = names.index(name)
        if at + 1 < len(names):
            state.cursor_wanted.emit(names[at + 1])
        else:
            self.take()

    def _found_item(self) -> bool:
        """Letters, or a name as far as it is typed: the best item."""
        self._state.set_item(self._state.calls.search(self._state.draft[ITEM]))
        self._state.refresh()
        return self._state.item is not None

    def take(self) -> None:
        """Take the line."""
        state = self._state
        gap = lines.first_gap(state.mode, state.draft)
        if gap == lines.NAME and self._asking:
            self._hurried = True
        elif gap:
            state.refuse(DeskError("field_empty"), gap)
        elif state.item is None:
            state.refuse(DeskError("no_item_yet"), ITEM)
        elif not self._taken_before():
            try:
                entry = self._entry(state.item)
            except DeskError as error:
                state.refuse(error, str(error.params.get("field", _BOXES.get(error.code, ""))))
            else:
                self._send(entry)

    def _taken_before(self) -> bool:
        """The same card twice in one run is a slip of the hand, until Enter is pressed again."""
        state = self._state
        number = state.draft[lines.ID]
        stands = (row for row in state.rows if row.fate in (Fate.TAKEN, Fate.SAVING))
        there = any(row.draft[lines.ID] == number for row in stands)
        if not there or state.mode is not Mode.RUN or self._twice == number:
            return False
        state.refuse(DeskError("taken_in_this_run"), lines.ID)
        self._twice = number
        return True

    def _entry(self, item: OfferedItem) -> Entry:
        state = self._state
        entry = lines.entry_of(state.work, state.draft, item, state.calls.new_id(), state.calls.now())
        return replace(entry, print_now=not state.calls.print_at_end())

    def _send(self, entry: Entry) -> None:
        state = self._state
        row = Row(entry.form.id, state.draft, Fate.SAVING)
        state.rows = (*state.rows, row)
        state.draft = state.draft.next(state.mode)
        state.clear_error()
        self._twice = ""
        work, failed = partial(state.calls.take, entry), partial(self._failed, row.id)
        key = f"quick:{row.id}"
        state.jobs.run(self, work, partial(self._took, row.id), failed, lane="store", key=key)
        state.refresh()
        state.cursor_wanted.emit(FIRST[state.mode])

    def _took(self, row_id: UUID, taken: Taken) -> None:
        self._state.change(row_id, fate=Fate.TAKEN, case=taken.case, problem=taken.problem)
        if self._state.mode is Mode.FORM:
            self._state.read_out()

    def _failed(self, row_id: UUID, error: Exception) -> None:
        """Back into the boxes when nobody has begun the next line; else it waits in the list."""
        if not isinstance(error, DeskError):
            raise error
        state = self._state
        state.change(row_id, fate=Fate.FAILED, error=error)
        if state.draft == state.row(row_id).draft.next(state.mode):
            self.mend(row_id)

    def mend(self, row_id: UUID) -> None:
        """Enter on a line that was not taken: back into the boxes, with what was wrong."""
        state = self._state
        row = state.row(row_id)
        if row.fate is not Fate.FAILED:
            return
        state.rows = tuple(each for each in state.rows if each.id != row_id)
        state.draft = row.draft
        if ITEM in FIELDS[state.mode]:
            state.set_item(state.calls.search(row.draft[ITEM]))
        state.error, state.error_field = row.error, ""
        state.refresh()
        state.cursor_wanted.emit(FIRST[state.mode])
