"""The line in which a consult note is written."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_app.ui.screens.lookup import words
from desk_app.ui.screens.lookup.shown import Note
from desk_app.ui.widgets.boxes import IconMark
from desk_app.ui.widgets.button import Button, ButtonSize
from desk_app.ui.widgets.line import InputLine

LONGEST_NOTE = 500


class NoteRow(QWidget):
    """Hidden until a note is to be written; Enter keeps it, Esc puts it away with its words."""

    typed = Signal(str)
    write_requested = Signal(str)
    close_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._note: Note | None = None
        self.line = InputLine(words.said("记一笔咨询"))
        self.line.setPlaceholderText(words.said("群众问了什么，答了什么"))
        self.line.setMaxLength(LONGEST_NOTE)
        self.button = Button(words.said("记下"), icon="check", keys="Enter", size=ButtonSize.NORMAL)
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.setSpacing(9)
        box.addWidget(IconMark("note-pencil", "text2"))
        box.addWidget(self.line, 1)
        box.addWidget(self.button)
        self.line.textEdited.connect(self.typed)
        self.line.returnPressed.connect(self._write)
        self.button.clicked.connect(self._write)
        self.hide()

    def show_note(self, note: Note | None, *, busy: bool) -> None:
        """Open the line with what was written before, or put it away."""
        self.button.setEnabled(not busy)
        if note == self._note:
            return
        self._note = note
        self.setVisible(note is not None)
        if note is not None:
            with QSignalBlocker(self.line):
                self.line.setText(note.text)
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.line.end(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, from the line or the button."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
            return
        super().keyPressEvent(event)

    def _write(self) -> None:
        self.write_requested.emit(self.line.text())
