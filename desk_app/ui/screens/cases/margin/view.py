"""The sentence for the telephone with its key, the tags and the next call, and one line to note with."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.moves import Act
from desk_app.ui.phone_sentences import phone_sentence
from desk_app.ui.screens.cases.standing import CaseShown
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.widgets.boxes import IconMark, ScrollBody
from desk_app.ui.widgets.button import IconButton
from desk_app.ui.widgets.chips import Flow
from desk_app.ui.widgets.line import InputLine
from desk_app.ui.widgets.tag import Tag
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import screen_date


class PhoneLineStrip(ScrollBody):
    """What to say to a citizen who calls; one key copies it."""

    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Text("", "body", wrap=True)
        self.copy = IconButton("copy", self.tr("复制这句话（Ctrl+Shift+C）"), plain=True)
        self.copy.clicked.connect(self.copy_line)
        padding = look_now().size("card_padding")
        row = QHBoxLayout(self)
        row.setContentsMargins(padding, 6, padding, 6)
        row.setSpacing(8)
        row.addWidget(IconMark("phone"))
        row.addWidget(self.text, 1)
        row.addWidget(self.copy)

    def show_case(self, shown: CaseShown) -> None:
        """The sentence of today."""
        line = shown.view.line
        self.text.setText(phone_sentence(line) if line else "")
        self.setVisible(line is not None)
        self.copy.setEnabled(not shown.busy)

    def copy_line(self) -> None:
        """Ctrl+Shift+C."""
        if self.text.text():
            QGuiApplication.clipboard().setText(self.text.text())
            self.copied.emit()


class NoteLine(ScrollBody):
    """Tags and the next call, and the line that changes them."""

    note_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: tuple[str, ...] = ()
        self._number = ""
        self.call = Tag()
        self.tags: list[Tag] = []
        self._flow = Flow(spacing=6)
        self.line = InputLine(self.tr("记一笔"))
        self.line.setProperty("small", True)
        self.line.setPlaceholderText(self.tr("记一笔；@周三 定回访；#加急 贴标签"))
        self.line.set_trailing("Alt+B")
        self.line.returnPressed.connect(lambda: self.note_given.emit(self.line.text()))
        padding = look_now().size("card_padding")
        box = QVBoxLayout(self)
        box.setContentsMargins(padding, 2, padding, 8)
        box.setSpacing(4)
        self._flow.addWidget(self.call)
        box.addLayout(self._flow)
        box.addWidget(self.line)

    def show_case(self, shown: CaseShown) -> None:
        """Tags and call; a line half typed belongs to its case."""
        if shown.case.number != self._number:
            self._number = shown.case.number
            self.line.clear()
        life = shown.case.lived
        self._show_call(life.next_contact, shown.moment.today)
        self._show_tags(life.tags)
        self.setVisible(Act.NOTE in shown.view.acts or bool(life.tags) or life.next_contact is not None)
        self.line.setVisible(Act.NOTE in shown.view.acts)

    def _show_call(self, on: date | None, today: date) -> None:
        text = self.tr("{day} 联系").format(day=screen_date(on)) if on else ""
        self.call.set_tag(text, Tone.RED if on and on <= today else Tone.TEAL, "phone" if on else "")

    def _show_tags(self, tags: tuple[str, ...]) -> None:
        if tags == self._tags:
            return
        self._tags = tags
        for old in self.tags:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.tags = [Tag(tag, Tone.PLUM) for tag in tags]
        for tag in self.tags:
            self._flow.addWidget(tag)

    def written(self, number: str) -> None:
        """The note of this case is on record."""
        if number == self._number:
            self.line.clear()
