"""The way in with the recovery sheet: its words, whose account, and a new password."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.screens.settings.new_password.view import NewPasswordFields
from desk_app.ui.screens.unlock.shown import Shown
from desk_app.ui.widgets.button import Button, ButtonKind
from desk_app.ui.widgets.field import LabelledField
from desk_app.ui.widgets.line import InputLine, PickBox
from desk_app.ui.widgets.text import Text

_CONTENT = 640


def _tr(text: str) -> str:
    return QCoreApplication.translate("Unlock", text)


class RecoveryPage(QWidget):
    """Only for accounts that look after the others; the rest are reset by them."""

    typed = Signal(str, str, str)
    """(words, new password, again)."""
    use_requested = Signal(str, str, str)
    back_requested = Signal()
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.words = LabelledField(_tr("恢复单上的字"), InputLine(_tr("恢复单上的字")))
        self.words.line.setPlaceholderText(_tr("一组四个，有没有横线、大写小写都行"))
        self.person = PickBox(_tr("谁的账号"))
        self.new = NewPasswordFields()
        self.use = Button(_tr("换口令并进入"), ButtonKind.PRIMARY, icon="key", keys="Enter")
        self.back = Button(_tr("返回"), icon="arrow-left", keys="Esc")
        self._keys: list[str] = []
        self._lay_out()
        self.words.edited.connect(lambda _text: self.typed.emit(*self._given()))
        self.new.typed.connect(lambda _password, _again: self.typed.emit(*self._given()))
        self.person.activated.connect(lambda at: self.chosen.emit(self._keys[at]))
        self.use.clicked.connect(self.primary)
        self.back.clicked.connect(self.back_requested)

    def _lay_out(self) -> None:
        body = QWidget()
        body.setMaximumWidth(_CONTENT)
        form = QVBoxLayout(body)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(12)
        form.addWidget(self.words)
        form.addWidget(LabelledField(_tr("谁的账号（要是负责人）"), self.person))
        form.addWidget(self.new)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.use)
        form.addSpacing(8)
        form.addLayout(buttons)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(Text(_tr("用恢复单换口令"), "date", wrap=True))
        box.addWidget(
            Text(
                _tr("建站点时打印的那张纸。用过还能再用，换过口令最好重新出一张。"),
                "body",
                "quiet",
                wrap=True,
            )
        )
        box.addSpacing(12)
        box.addWidget(body)
        box.addStretch(1)

    def _given(self) -> tuple[str, str, str]:
        return self.words.text(), *self.new.given()

    def lay(self, shown: Shown) -> None:
        """Show everything."""
        keys = [str(person.id) for person in shown.people]
        if keys != self._keys:
            self._keys = keys
            self.person.clear()
            self.person.addItems([person.name for person in shown.people])
        self.person.setCurrentIndex(keys.index(str(shown.chosen)) if str(shown.chosen) in keys else -1)
        self.new.show_new(shown.new_password, busy=shown.busy)
        ready = shown.words_given and shown.new_password.good and shown.person is not None
        self.use.setEnabled(ready and not shown.busy)
        self.use.set_words(_tr("正在核对") if shown.busy else _tr("换口令并进入"))
        self.back.setEnabled(not shown.busy)
        self.words.line.setReadOnly(shown.busy)

    def say_problem(self, words: str) -> None:
        """Why it did not open, at the field."""
        self.words.set_problem(words)

    def focus_start(self) -> None:
        """The words come first."""
        self.words.editor.setFocus()

    def ask_again(self) -> None:
        """Everything stays, to be compared with the sheet."""
        self.words.editor.setFocus()

    def forget(self) -> None:
        """Nothing stays in a field."""
        self.words.line.clear()
        self.new.forget()

    def primary(self) -> None:
        """Use it, or go to what is still empty."""
        if self.use.isEnabled():
            self.use_requested.emit(*self._given())
        elif self.words.text():
            self.new.focus_gap()
        else:
            self.words.editor.setFocus()
