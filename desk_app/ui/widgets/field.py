"""A field of a form: label above, input, and below it the problem in words, where it happened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desk_app.ui.theme.look import Tone
from desk_app.ui.widgets.ink import caps_size
from desk_app.ui.widgets.line import InputLine, PasswordLine
from desk_app.ui.widgets.tag import KeyCap
from desk_app.ui.widgets.text import Text

_ROLES = {Tone.GREEN: "green", Tone.AMBER: "amber", Tone.RED: "red", Tone.BLUE: "link", Tone.GREY: "text3"}
_STATE_ICONS = {Tone.GREEN: "check-circle-fill", Tone.RED: "warning-circle-fill"}


class LabelledField(QWidget):
    """A label, an editor (an :class:`InputLine` unless one is given), and room for what is wrong.

    ``edited`` is what a person typed, never what code set; ``left`` says that the keyboard went on.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(
        self,
        label: str,
        editor: QWidget | None = None,
        *,
        keys: tuple[str, ...] = (),
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor: QWidget = editor if editor is not None else InputLine(label)
        self.label = Text(label, "label", "quiet")
        self.problem = Text("", "caption", "red", wrap=True)
        self.problem.hide()
        self._carried = ""
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self.label)
        self.label.setMinimumHeight(caps_size(("I",)).height())  # the same with and without key caps
        if keys:
            self._head.addWidget(KeyCap(*keys))
        self._head.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(self._head)
        box.addWidget(self.editor)
        box.addWidget(self.problem)
        box.addStretch(1)
        self.label.setBuddy(self.editor)
        self.setFocusProxy(self.editor)
        self._listen(label, placeholder)

    def _listen(self, label: str, placeholder: str) -> None:
        if not self.editor.accessibleName():
            self.editor.setAccessibleName(label)
        if isinstance(self.editor, QLineEdit):
            self.editor.setPlaceholderText(placeholder)
            self.editor.textEdited.connect(self.edited)
        elif isinstance(self.editor, QComboBox):
            self.editor.textActivated.connect(self.edited)
        signal = getattr(self.editor, "left", None)
        if signal is not None:
            signal.connect(self.left)

    @property
    def line(self) -> InputLine:
        """The editor as a line; a bug if it is none."""
        if not isinstance(self.editor, InputLine):
            raise TypeError("this field has no line")
        return self.editor

    def add_beside_label(self, widget: QWidget) -> None:
        """Something at the right end above the input."""
        self._head.addWidget(widget)

    def text(self) -> str:
        """What stands in the editor."""
        if isinstance(self.editor, QLineEdit):
            return self.editor.text()
        if isinstance(self.editor, QComboBox):
            return self.editor.currentText()
        return self.editor.toPlainText() if isinstance(self.editor, QPlainTextEdit) else ""

    def set_text(self, text: str) -> None:
        """Put a text in; cursor and selection stay when it is there already."""
        if self.text() == text:
            return
        if isinstance(self.editor, QLineEdit):
            self.editor.setText(text)
        elif isinstance(self.editor, QComboBox):
            self.editor.setCurrentText(text)
        elif isinstance(self.editor, QPlainTextEdit):
            self.editor.setPlainText(text)

    def set_problem(self, text: str) -> None:
        """Say what is wrong, under the field; empty when it was mended."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if isinstance(self.editor, InputLine):
            self.editor.set_problem(bool(text))
            if not isinstance(self.editor, PasswordLine):  # its right end belongs to the eye
                self.editor.set_trailing(*(("", "red", "warning-circle-fill") if text else (self._carried,)))
        self.editor.setAccessibleDescription(text or self._carried)

    def set_state(self, text: str, tone: Tone = Tone.GREY) -> None:
        """A word at the right end of the line: 校验正确 (green), 还差 1 位 (grey)."""
        self.line.set_trailing(text, _ROLES.get(tone, "text3"), _STATE_ICONS.get(tone, "") if text else "")

    def set_carried(self, text: str) -> None:
        """Mark a value taken over from the last visit (沿用上次 2026-03-02) until it is confirmed."""
        self._carried = text
        self.line.set_trailing(text)


class PasswordField(LabelledField):
    """A password with its label; what is typed is hidden."""

    def __init__(self, label: str, *, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, PasswordLine(label), placeholder=placeholder, parent=parent)
