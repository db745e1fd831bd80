"""The one builder: from the table of settings to rows with their controls."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desk_app.ui.screens.settings.sections import Kind, Setting
from desk_app.ui.screens.settings.setting_words import SettingWords
from desk_app.ui.screens.settings.words import choice_word, setting_words
from desk_app.ui.widgets.boxes import Line
from desk_app.ui.widgets.line import InputLine
from desk_app.ui.widgets.segmented import Choice, Segmented
from desk_app.ui.widgets.switch import Switch
from desk_app.ui.widgets.text import Text

Editor = Switch | Segmented | InputLine | Text
_EDITOR_WIDTH = 320


class SettingRows(QWidget):
    """Rows of one group. Values are text; a toggle's is "1" or "". ``stacked`` puts labels above editors.

    ``changed`` is what a person did: a toggle and a choice at once, a line when it was left or Enter was
    pressed; ``typed`` is every key in a line.
    """

    changed = Signal(str, str)
    typed = Signal(str, str)

    def __init__(self, group: str, settings: Sequence[Setting], *, stacked: bool = False) -> None:
        super().__init__()
        self._stacked = stacked
        self.editors: dict[str, Editor] = {}
        self._problems: dict[str, Text] = {}
        self._touched: set[str] = set()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4 if stacked else 8)
        grid.setColumnStretch(0, 1)
        for number, setting in enumerate(settings):
            if number and not stacked:
                grid.addWidget(Line(), 3 * number, 0, 1, 2)
            self._add(grid, 3 * number + 1, setting, setting_words(group, setting.key))
        grid.setRowStretch(3 * len(settings) + 1, 1)

    def _add(self, grid: QGridLayout, at: int, setting: Setting, words: SettingWords) -> None:
        editor = self.editors[setting.key] = _MAKERS[setting.kind](setting, words)
        label = QWidget()
        box = QVBoxLayout(label)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(1)
        box.addWidget(Text(words.label, "body", wrap=True))
        if words.note:
            box.addWidget(Text(words.note, "caption", "faint", wrap=True))
        problem = self._problems[setting.key] = Text("", "caption", "red", wrap=True)
        problem.hide()
        box.addWidget(problem)
        if self._stacked:
            grid.addWidget(label, at, 0)
            grid.addWidget(editor, at + 1, 0)
            self._listen(setting.key, editor)
            return
        grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignVCenter)
        if isinstance(editor, InputLine | Text):
            editor.setMinimumWidth(_EDITOR_WIDTH)
        right = Qt.AlignmentFlag.AlignVCenter
        if isinstance(editor, Switch | Segmented):
            right |= Qt.AlignmentFlag.AlignRight
        grid.addWidget(editor, at, 1, right)
        self._listen(setting.key, editor)

    def _listen(self, key: str, editor: Editor) -> None:
        if isinstance(editor, Switch):
            editor.clicked.connect(lambda on=False: self.changed.emit(key, "1" if on else ""))
        elif isinstance(editor, Segmented):
            editor.chosen.connect(lambda choice: self.changed.emit(key, choice))
        elif isinstance(editor, InputLine):
            editor.textEdited.connect(lambda text: self._line_typed(key, text))
            editor.left.connect(lambda: self._line_left(key, editor))
            editor.returnPressed.connect(lambda: self._line_left(key, editor))

    def _line_typed(self, key: str, text: str) -> None:
        self._touched.add(key)
        self.typed.emit(key, text)

    def _line_left(self, key: str, editor: InputLine) -> None:
        if key in self._touched:
            self._touched.discard(key)
            self.changed.emit(key, editor.text())

    def show_values(self, values: Mapping[str, str], *, enabled: bool = True) -> None:
        """Show these; a line that is being typed into is left alone."""
        for key, editor in self.editors.items():
            value = values.get(key, "")
            if isinstance(editor, Switch):
                editor.setChecked(bool(value))
            elif isinstance(editor, Segmented):
                editor.set_current(value)
            elif key not in self._touched and editor.text() != value:
                editor.setText(value)
            if isinstance(editor, InputLine):
                editor.setReadOnly(not enabled)
            else:
                editor.setEnabled(enabled)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """What is wrong, at the row it concerns."""
        for key, text in self._problems.items():
            words = problems.get(key, "")
            text.setText(words)
            text.setVisible(bool(words))
            editor = self.editors[key]
            if isinstance(editor, InputLine):
                editor.set_problem(bool(words))

    def focus_first(self) -> None:
        """The first control that takes keys."""
        for editor in self.editors.values():
            if editor.focusPolicy() != Qt.FocusPolicy.NoFocus and editor.isEnabled():
                editor.setFocus()
                return


def _toggle(_setting: Setting, words: SettingWords) -> Editor:
    return Switch(words.label)


def _choice(setting: Setting, words: SettingWords) -> Editor:
    return Segmented(words.label, [Choice(key, choice_word(setting.key, key)) for key in setting.choices])


def _line(_setting: Setting, words: SettingWords) -> Editor:
    line = InputLine(words.label)
    line.setPlaceholderText(words.placeholder)
    return line


def _fact(_setting: Setting, _words: SettingWords) -> Editor:
    return Text("", "bodyStrong", wrap=True)


_MAKERS: dict[Kind, Callable[[Setting, SettingWords], Editor]] = {
    Kind.TOGGLE: _toggle,
    Kind.CHOICE: _choice,
    Kind.LINE: _line,
    Kind.FACT: _fact,
}
