"""Choosing oneself and giving the password."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.accounts import FAILURES_ALLOWED, LOCKOUT, SHORTEST_PASSWORD
from desk_app.ui.screens.unlock.shown import DayTime, Person, Shown
from desk_app.ui.theme.look import Tone
from desk_app.ui.widgets.banner import Banner
from desk_app.ui.widgets.button import Button, ButtonKind
from desk_app.ui.widgets.chips import Flow
from desk_app.ui.widgets.field import PasswordField
from desk_app.ui.widgets.text import Text
from desk_app.ui.widgets.tile import TileGroup, TileText
from desk_app.ui.words import word

_CONTENT = 640


def _tr(text: str) -> str:
    return QCoreApplication.translate("Unlock", text)


def greeting(part: DayTime) -> str:
    """What a colleague would say."""
    return {
        DayTime.MORNING: _tr("上午好"),
        DayTime.NOON: _tr("中午好"),
        DayTime.AFTERNOON: _tr("下午好"),
        DayTime.EVENING: _tr("晚上好"),
    }[part]


def tile_of(person: Person) -> TileText:
    """A person's tile: the first character of the name, the name, where they sit."""
    return TileText(
        key=str(person.id),
        title=person.name,
        note=person.counter or word(person.role),
        letter=person.name[:1],
        typed=person.initials,
    )


class PasswordPage(QWidget):
    """People, then one line for the password: any length, so no boxes."""

    chosen = Signal(str)
    """Key of a tile: the id of an account as text."""
    enter_requested = Signal(str)
    recovery_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = Text("", "date", wrap=True)
        self.advice = Text("", "body", "quiet", wrap=True)
        self.people = TileGroup(_tr("人员"), Flow(spacing=14), upright=True)
        self.password = PasswordField("")
        self.enter = Button(_tr("进入"), ButtonKind.PRIMARY, icon="lock-open", keys="Enter")
        self.lost = Button(_tr("忘了口令，用恢复单"), ButtonKind.LINK, icon="key", keys="Alt+R")
        self.rule = Text("", "caption", "faint", wrap=True)
        self.held = Banner()
        self.held.hide()
        self._lay_out()
        self.people.chosen.connect(self.chosen)
        self.people.opened.connect(lambda _key: self.password.editor.setFocus())
        self.enter.clicked.connect(self.primary)
        self.lost.clicked.connect(self.recovery_requested)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.password, 1)
        beside = QVBoxLayout()  # the button stands beside the line, below the height of its label
        beside.setContentsMargins(0, self.password.label.minimumHeight() + 4, 0, 0)
        beside.addWidget(self.enter)
        beside.addStretch(1)
        line.addLayout(beside)
        self._below = QWidget()
        self._below.setMaximumWidth(_CONTENT)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        below.addLayout(line)
        below.addWidget(self.rule)
        links = QHBoxLayout()
        links.addWidget(self.lost)
        links.addStretch(1)
        below.addLayout(links)
        below.addWidget(self.held)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.title)
        box.addWidget(self.advice)
        box.addSpacing(8)
        box.addWidget(self.people)
        box.addSpacing(8)
        box.addWidget(self._below)
        box.addStretch(1)

    def lay(self, shown: Shown) -> None:
        """Show everything."""
        self.title.setText(_tr("{hello}，请选择人员").format(hello=greeting(shown.greeting)))
        self.advice.setText(_tr("按名字首字母或方向键选人，输入口令，按 Enter 进入"))
        self.people.show_tiles([tile_of(person) for person in shown.people], str(shown.chosen or ""))
        person = shown.person
        name = person.name if person else _tr("先选人")
        self.password.label.setText(_tr("{name} 的口令").format(name=name) if person else name)
        self.password.editor.setAccessibleName(self.password.label.text())
        self._below.setVisible(bool(shown.people))
        self.rule.setText(_rule(shown))
        self.enter.setEnabled(person is not None and not shown.busy)
        self.enter.set_words(_tr("正在核对") if shown.busy else _tr("进入"))
        self.password.line.setReadOnly(shown.busy)
        self.lost.setEnabled(not shown.busy)
        self._say_held(shown.held)

    def _say_held(self, count: int) -> None:
        heading = _tr("锁屏前的 {n} 份挂起收件都在").format(n=count)
        if not count:
            self.held.hide()
        elif self.held.isHidden() or self.held.heading.text() != heading:
            self.held.say(Tone.BLUE, heading, _tr("解锁后接着办，填过的都没丢。"), icon="pause-circle-fill")

    def say_problem(self, words: str) -> None:
        """Why it did not open, at the field."""
        self.password.set_problem(words)

    def focus_start(self) -> None:
        """The password of who is chosen, else the people."""
        if self.people.current:
            self.password.editor.setFocus()
        else:
            self.people.focus_current()

    def ask_again(self) -> None:
        """The wrong password is marked, so that the next key replaces it."""
        self.password.editor.setFocus()
        self.password.line.selectAll()

    def forget(self) -> None:
        """Nothing stays in the field."""
        self.password.line.clear()

    def primary(self) -> None:
        """Go in with what was typed."""
        if not self.people.current:
            self.people.focus_current()
        elif self.password.text():
            self.enter_requested.emit(self.password.text())
        else:
            self.password.editor.setFocus()


def _rule(shown: Shown) -> str:
    if shown.demo_password:
        return _tr("演示数据，口令是 {password}").format(password=shown.demo_password)
    return _tr("口令至少 {least} 位。连续输错 {most} 次锁 {minutes} 分钟，负责人可以重置。").format(
        least=SHORTEST_PASSWORD, most=FAILURES_ALLOWED, minutes=round(LOCKOUT.total_seconds() / 60)
    )
