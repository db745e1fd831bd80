"""The strip under 下一步: the numbered list of the other acts, and what one act needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.domain.moves import Act
from desk_app.ui.screens.cases.doing.asks import ActForm, Answers
from desk_app.ui.screens.cases.doing.fields import Field, field_for
from desk_app.ui.widgets.boxes import clear_layout
from desk_app.ui.widgets.button import Button, ButtonSize
from desk_app.ui.widgets.chips import Flow
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import word

_NUMBERED = 9


class MoreStrip(QWidget):
    """The other acts, numbered: Alt and the number, or a press."""

    picked = Signal(object)
    """Act."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts: tuple[Act, ...] = ()
        self.buttons: list[Button] = []
        self._flow = Flow()
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.setSpacing(8)
        box.addWidget(Text(self.tr("还可以办"), "bodyStrong"))
        box.addLayout(self._flow)
        self.hide()

    def show_acts(self, acts: Sequence[Act]) -> None:
        """These, or none: then it goes away."""
        if tuple(acts) == self._acts:
            return
        self._acts = tuple(acts)
        clear_layout(self._flow)
        self.buttons = [self._button(at, act) for at, act in enumerate(acts, 1)]
        for button in self.buttons:
            self._flow.addWidget(button)
        self.setVisible(bool(acts))
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, at: int, act: Act) -> Button:
        keys = f"Alt+{at}" if at <= _NUMBERED else ""
        button = Button(word(act), keys=keys, size=ButtonSize.SMALL)
        button.clicked.connect(lambda: self.picked.emit(act))
        return button


class ActStrip(QWidget):
    """Hidden while no act is in hand. Enter goes on to the next field, and from the last one it answers."""

    answered = Signal(object)
    """Answers."""
    dropped = Signal()
    reached = Signal(object)
    """The field that has the keyboard now: keep it in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form: ActForm | None = None
        self.heading = Text("", "bodyStrong", wrap=True)
        self.fields: list[Field] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        drop = Button(self.tr("不办这步"), keys="Esc", size=ButtonSize.SMALL)
        drop.clicked.connect(self.dropped)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.setSpacing(8)
        box.addWidget(self.heading)
        box.addLayout(self._lines)
        box.addWidget(drop, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def ask(self, form: ActForm | None, today: date) -> None:
        """Another act, or none; what was typed stays while it is the same."""
        if form is not None and self._form is not None and form.act is self._form.act:
            return
        self._form = form
        clear_layout(self._lines)
        self.fields = []
        self.setVisible(form is not None)
        if form is None:
            return
        self.heading.setText(word(form.act))
        self.fields = [field_for(ask, today) for ask in form.asks]
        for field in self.fields:
            self._lines.addWidget(field)
            for stop in field.stops:
                stop.installEventFilter(self)
        self.stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def stops(self) -> list[QWidget]:
        """Where the keyboard stops now, in order; a line that is put away is no stop."""
        return [stop for field in self.fields for stop in field.stops if not stop.isHidden()]

    def submit(self) -> None:
        """Ctrl+Enter, or Enter in the last field."""
        texts = {name: text for field in self.fields for name, text in field.texts().items()}
        rows = {number: text for field in self.fields for number, text in field.rows().items()}
        password = "".join(field.password() for field in self.fields)
        self.answered.emit(Answers(texts, rows, password))

    def show_problem(self, part: str) -> None:
        """Which field does not do; none for an empty name."""
        aliases = {"problem": "lines", "late_reason": "happened"}
        wrong = aliases.get(part, part)
        for field in self.fields:
            field.set_problem(bool(wrong) and field.ask.name == wrong)
            if wrong and field.ask.name == wrong:
                field.to_mend(part).setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a field."""
        if event.type() is QEvent.Type.FocusIn:
            self.reached.emit(watched)
        if not _is_enter(event):
            return super().eventFilter(watched, event)
        stops = self.stops
        at = next((n for n, stop in enumerate(stops) if stop is watched), -1)
        if 0 <= at < len(stops) - 1:
            stops[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.submit()
        return True


def _is_enter(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
        return False
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
