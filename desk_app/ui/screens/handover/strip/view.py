"""The foot of the table: the last scan, the originals of the row at hand, other acts and their reasons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.errors import DeskError
from desk_app.ui.messages import told
from desk_app.ui.screens.handover import words
from desk_app.ui.screens.handover.shown import COUNTING, FILLING, Asking, HandoverShown, More
from desk_app.ui.screens.handover.words import said
from desk_app.ui.theme.look import Tone, WidthClass
from desk_app.ui.widgets.banner import Banner, announce
from desk_app.ui.widgets.boxes import CardFoot, IconMark, clear_layout
from desk_app.ui.widgets.button import Button, ButtonKind, ButtonSize
from desk_app.ui.widgets.chips import Flow
from desk_app.ui.widgets.line import InputLine
from desk_app.ui.widgets.text import ElidedText, Text

_ICONS = {
    Tone.GREEN: "check",
    Tone.AMBER: "warning",
    Tone.BLUE: "info",
    Tone.GREY: "info",
}
_ROLES = {Tone.GREEN: "green", Tone.AMBER: "amber", Tone.BLUE: "link", Tone.GREY: "text2"}


class MorePart(QWidget):
    """Which other act (Alt and its number), or why."""

    picked = Signal(object)
    """More."""
    answered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._asked: tuple[object, ...] = ()
        self.question = Text("", "bodyStrong")
        self.flow = Flow()
        self.buttons: list[Button] = []
        self.line = InputLine(said("原因"))
        self.line.setProperty("small", True)
        self.line.returnPressed.connect(lambda: self.answered.emit(self.line.text()))
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.setSpacing(8)
        box.addWidget(self.question)
        box.addLayout(self.flow)
        box.addWidget(self.line)
        self.hide()

    def ask(self, asking: Asking, more: tuple[More, ...]) -> None:
        """Another question, or none; what was typed stays while it is the same."""
        asked = (asking, more if asking is Asking.MORE else ())
        if asked == self._asked:
            return
        self._asked = asked
        self.setVisible(asking is not Asking.NOTHING)
        clear_layout(self.flow)
        self.buttons = []
        if asking is Asking.NOTHING:
            return
        self.question.setText(words.asked(asking))
        if asking is Asking.MORE:
            self.buttons = [self._act(at, act) for at, act in enumerate(more, 1)]
        else:
            self.buttons = [self._reason(text) for text in words.ready_reasons(asking)]
        for button in self.buttons:
            self.flow.addWidget(button)
        self.line.setVisible(asking is not Asking.MORE)
        self.line.setAccessibleName(words.asked(asking))
        self.line.clear()
        first = self.buttons[0] if asking is Asking.MORE else self.line
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _act(self, at: int, act: More) -> Button:
        button = Button(words.more_word(act), keys=f"Alt+{at}", size=ButtonSize.SMALL)
        button.clicked.connect(lambda: self.picked.emit(act))
        return button

    def _reason(self, text: str) -> Button:
        button = Button(text, size=ButtonSize.SMALL)
        button.clicked.connect(lambda: self.answered.emit(text))
        return button


class Strip(QWidget):
    """Everything below the table."""

    remove_requested = Signal()
    by_hand_requested = Signal()
    more_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.trouble = Banner(Tone.RED)
        self.trouble.hide()
        self.more = MorePart()
        self.originals = Text("", "caption", "quiet", wrap=True)
        self.mark = IconMark("check", "green")
        self.told = ElidedText("", "body", "quiet")
        self._nth = 0
        self._error: DeskError | None = None
        self._compact = False
        self.remove = Button(said("撤下一件"), keys="Del", size=ButtonSize.NORMAL)
        self.by_hand = Button(said("手工加入"), keys="Ctrl+J")
        self.others = Button(said("更多"), ButtonKind.PLAIN, keys="F10")
        for button in (self.remove, self.by_hand, self.others):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.remove.clicked.connect(self.remove_requested)
        self.by_hand.clicked.connect(self.by_hand_requested)
        self.others.clicked.connect(self.more_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        self.foot = CardFoot()
        self.foot.row.addStretch(1)
        for button in (self.remove, self.by_hand, self.others):
            self.foot.row.addWidget(button)
        said_row = QHBoxLayout()
        said_row.setSpacing(9)
        said_row.addWidget(self.mark)
        said_row.addWidget(self.told, 1)
        words_box = QVBoxLayout()
        words_box.setContentsMargins(14, 8, 14, 8)
        words_box.setSpacing(6)
        words_box.addWidget(self.originals)
        words_box.addLayout(said_row)
        words_box.addWidget(self.trouble)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(words_box)
        box.addWidget(self.more)
        box.addWidget(self.foot)

    def set_layout_class(self, width: WidthClass) -> None:
        """In a small window the list needs the room."""
        self._compact = width is WidthClass.COMPACT
        self.originals.setVisible(bool(self.originals.text()) and not self._compact)

    def show_strip(self, shown: HandoverShown) -> None:
        """What is said, asked, and can be done now."""
        self._show_told(shown)
        self._show_trouble(shown.trouble)
        self.more.ask(shown.asking, shown.more)
        originals = _originals(shown)
        self.originals.setText(originals)
        self.originals.setVisible(bool(originals) and not self._compact)
        counting, filling = shown.stage in COUNTING, shown.stage in FILLING
        self.remove.setVisible(filling or counting)
        self.remove.set_words(said("取消核对") if counting else said("撤下一件"))
        self.by_hand.setVisible(filling or counting)
        self.by_hand.set_words(said("手工核对") if counting else said("手工加入"))
        self.others.setVisible(bool(shown.more))
        self.foot.setVisible(filling or counting or bool(shown.more))

    def _show_told(self, shown: HandoverShown) -> None:
        last = shown.told
        for part in (self.mark, self.told):
            part.setVisible(bool(last.text))
        self.mark.set_icon(_ICONS.get(last.tone, "info"), _ROLES.get(last.tone, "text2"))
        self.told.setText(last.text)
        if last.nth != self._nth:
            self._nth = last.nth
            announce(self.told, last.text)

    def _show_trouble(self, error: DeskError | None) -> None:
        if error is self._error:
            return
        self._error = error
        if error is None:
            self.trouble.hide()
            return
        self.trouble.say(Tone.RED, *told(error))
        self.trouble.show()


def _originals(shown: HandoverShown) -> str:
    """The originals that travel with the case of the row at hand (F45)."""
    case_id = shown.line_key
    if shown.view is None or shown.batch is None or case_id is None:
        return ""
    line = shown.batch.line(case_id)
    text = words.travelling(line, shown.view.originals.get(case_id, ()))
    parts = (text, line.listed.remark, line.absence, line.reason)
    return said("　").join(part for part in parts if part)
