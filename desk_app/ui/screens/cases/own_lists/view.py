"""One's own queues as a row of buttons, the line that names a new one, and the strip that sets up columns."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.domain.errors import DeskError
from desk_app.ui.messages import sentence
from desk_app.ui.screens.cases.listing import ListShown
from desk_app.ui.screens.cases.own import FIXED, OwnLists, columns_of, queue_of
from desk_app.ui.screens.cases.page.lines import Line, LineList
from desk_app.ui.screens.cases.rows import Cell
from desk_app.ui.theme.look import Tone
from desk_app.ui.widgets.boxes import Card, CardHead, clear_layout
from desk_app.ui.widgets.button import Button, ButtonKind, ButtonSize
from desk_app.ui.widgets.chips import Flow
from desk_app.ui.widgets.line import InputLine
from desk_app.ui.widgets.text import Text

_ROWS = 9


class OwnBar(QWidget):
    """Hidden while there is no own queue and none is being named."""

    picked = Signal(int)
    """The n-th, from 1."""
    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own, self._shown = OwnLists(), ListShown()
        self.buttons: list[Button] = []
        self._flow = Flow()
        self.line = InputLine(_said("给这个队列起个名字"))
        self.line.setProperty("small", True)
        self.line.setPlaceholderText(_said("给这个队列起个名字，回车存下"))
        self.line.returnPressed.connect(lambda: self.named.emit(self.line.text()))
        self.problem = Text("", "caption", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(self._flow)
        box.addWidget(self.line)
        box.addWidget(self.problem)
        self.close_line()

    def show_own(self, own: OwnLists) -> None:
        """These queues."""
        if own.queues != self._own.queues:
            clear_layout(self._flow)
            self.buttons = [self._button(nth, queue.name) for nth, queue in enumerate(own.queues, 1)]
            for button in self.buttons:
                self._flow.addWidget(button)
        self._own = own
        self._mark()

    def show_list(self, shown: ListShown) -> None:
        """The one in force is filled."""
        self._shown = shown
        self._mark()

    def open_line(self) -> None:
        """A name is asked for."""
        queue = queue_of(self._own, self._shown.question)
        self.line.setText(queue.name if queue else self._shown.question.text.strip())
        self.line.show()
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def close_line(self) -> bool:
        """False when none was asked for."""
        was = not self.line.isHidden()
        self.line.hide()
        self.problem.hide()
        self.line.set_problem(False)
        self.setVisible(bool(self._own.queues))
        return was

    def show_problem(self, error: DeskError) -> None:
        """Why the name does not do; what was typed stays."""
        self.problem.setText(sentence(error))
        self.problem.show()
        self.line.set_problem(True)

    def _button(self, nth: int, name: str) -> Button:
        button = Button(name, keys=f"Alt+{nth}", size=ButtonSize.SMALL)
        button.clicked.connect(lambda: self.picked.emit(nth))
        return button

    def _mark(self) -> None:
        current = queue_of(self._own, self._shown.question)
        for button, queue in zip(self.buttons, self._own.queues, strict=True):
            kind = ButtonKind.PRIMARY if queue is current else ButtonKind.PLAIN
            button.set_words(queue.name, kind=kind)
        self.setVisible(bool(self._own.queues) or not self.line.isHidden())


class ColumnsStrip(Card):
    """Which columns, in what order, how wide: one row each, all by keys."""

    toggled = Signal(int)
    widened = Signal(int, int)
    moved = Signal(int, int)
    usual = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.without_padding()
        done = Button(_said("好了"), keys="Esc", size=ButtonSize.SMALL)
        done.clicked.connect(self.closed)
        head = CardHead(_said("显示哪些列"))
        head.add_right(done)
        self.set_head(head)
        keys = _said("空格 显示、不显示　← → 宽窄　Shift+↑ ↓ 换位置　Delete 恢复原样")
        self.keys = Text(keys, "caption", "quiet", wrap=True)
        self.keys.setContentsMargins(14, 6, 14, 2)
        self.body.addWidget(self.keys)
        self.list = LineList(_said("显示哪些列"))
        self.list.setMinimumHeight(230)
        self.list.installEventFilter(self)
        self.body.addWidget(self.list)
        self.hide()

    def show_own(self, own: OwnLists) -> None:
        """All columns as they are now."""
        at = max(0, self.list.currentIndex().row())
        self.list.show_lines(
            [_column_line(column.cell, column.hidden, column.wider) for column in columns_of(own)]
        )
        self.list.setCurrentIndex(self.list.lines.index(at, 0))

    def open(self) -> None:
        """Show it, with the keyboard."""
        self.show()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the strip."""
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            act = self._act(event)
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)

    def _act(self, event: QKeyEvent) -> Callable[[], None] | None:
        at, key = self.list.currentIndex().row(), event.key()
        held = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        acts: dict[tuple[Qt.Key, bool], Callable[[], None]] = {
            (Qt.Key.Key_Space, False): lambda: self.toggled.emit(at),
            (Qt.Key.Key_Left, False): lambda: self.widened.emit(at, -1),
            (Qt.Key.Key_Right, False): lambda: self.widened.emit(at, 1),
            (Qt.Key.Key_Up, True): lambda: self._move(at, -1),
            (Qt.Key.Key_Down, True): lambda: self._move(at, 1),
            (Qt.Key.Key_Delete, False): self.usual.emit,
        }
        return acts.get((Qt.Key(key), held))

    def _move(self, at: int, step: int) -> None:
        to = at + step
        if 0 <= to < self.list.lines.rowCount():
            self.list.setCurrentIndex(self.list.lines.index(to, 0))
            self.moved.emit(at, step)


def _column_line(number: int, hidden: bool, wider: int) -> Line:
    cell = Cell(number)
    if cell in FIXED:
        return Line(column_name(cell), right=_said("总在"), tone=Tone.GREY, strong=False)
    width = _said("宽 {n}").format(n=f"{wider:+d}") if wider else ""
    tag = _said("不显示") if hidden else _said("显示")
    return Line(column_name(cell), width, tag=tag, tone=Tone.GREY if hidden else Tone.GREEN, strong=False)


def column_name(cell: Cell) -> str:
    """What a column is called."""
    return _said(
        {
            Cell.LAMP: "灯",
            Cell.NUMBER: "办件编号",
            Cell.SHORT_NUMBER: "办件编号（短）",
            Cell.ITEM: "事项",
            Cell.APPLICANT: "申请人",
            Cell.STATE: "状态",
            Cell.DUE: "到期",
            Cell.LEFT: "剩余",
            Cell.CLERK: "经办",
        }[cell]
    )


def _said(text: str) -> str:
    return QCoreApplication.translate("OwnLists", text)
