"""What can be done for one account: adding it, its role, its password, closing and opening it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desk_app.domain.sites import Role
from desk_app.ui.screens.settings.calls import NewPerson
from desk_app.ui.screens.settings.new_password.view import NewPasswordFields
from desk_app.ui.screens.settings.shown import PersonTask, Shown
from desk_app.ui.widgets.boxes import Card, CardHead
from desk_app.ui.widgets.button import Button, ButtonKind
from desk_app.ui.widgets.field import LabelledField, PasswordField
from desk_app.ui.widgets.line import PickBox
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import word

_ROLES = tuple(Role)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PersonForm", text)


class PersonForm(Card):
    """One card whose fields come and go with the task."""

    typed = Signal(str, str, str)
    """(name, password, again)."""
    add_requested = Signal(object, str, str)
    """(NewPerson, password, again)."""
    role_chosen = Signal(object)
    password_requested = Signal(str, str, str)
    """(old, new, again)."""
    close_requested = Signal()
    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._head = CardHead("", "user")
        self.set_head(self._head)
        self.name = LabelledField(_tr("姓名"))
        self.counter = LabelledField(_tr("岗位"), placeholder=_tr("例：03 号窗口"))
        self.role = PickBox(_tr("角色"))
        self.role.addItems([word(role) for role in _ROLES])
        self._role_field = LabelledField(_tr("角色"), self.role)
        self.note = Text("", "caption", "faint", wrap=True)
        self.old = PasswordField(_tr("现在的口令"))
        self.new = NewPasswordFields()
        self.save = Button("", ButtonKind.PRIMARY, icon="check")
        self.cancel = Button(_tr("不加了"), keys="Esc")
        self.shut = Button(_tr("停用这个账号"), icon="prohibit")
        self._task, self._whose = PersonTask.NONE, ""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        box = QVBoxLayout()
        box.setSpacing(10)
        for widget in (self.name, self.counter, self._role_field, self.note, self.old, self.new):
            box.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.shut)
        box.addLayout(buttons)
        self.body.addLayout(box)

    def _connect(self) -> None:
        for field in (self.name, self.old):
            field.edited.connect(lambda _text: self._tell())
        self.new.typed.connect(lambda _password, _again: self._tell())
        self.role.activated.connect(self._role_picked)
        self.save.clicked.connect(self.primary)
        self.cancel.clicked.connect(self.cancel_requested)
        self.shut.clicked.connect(self.close_requested)

    def _tell(self) -> None:
        name = self.name.text() if self._task is PersonTask.ADD else self._whose
        self.typed.emit(name, *self.new.given())

    def _role_picked(self, at: int) -> None:
        if self._task is not PersonTask.ADD:
            self.role_chosen.emit(_ROLES[at])

    def lay(self, shown: Shown) -> None:
        """Show what the task needs; another person or task forgets what was typed."""
        people, user = shown.people, shown.people.user
        if (people.task, user.name if user else "") != (self._task, self._whose):
            self._task, self._whose = people.task, user.name if user else ""
            self.forget()
        adding, own = people.task is PersonTask.ADD, people.task is PersonTask.OWN_PASSWORD
        self.setVisible(people.task is not PersonTask.NONE)
        self._head.title_text.setText(_tr("新增人员") if adding else self._whose)
        for field in (self.name, self.counter, self.cancel):
            field.setVisible(adding)
        self._role_field.setVisible(adding or people.task is PersonTask.OTHER)
        if user is not None and not adding:
            self.role.setCurrentIndex(_ROLES.index(user.role))
        self.role.setEnabled(shown.may and not shown.busy)
        self.old.setVisible(own)
        mine = shown.may or own
        self.new.setVisible(mine)
        self.new.show_new(people.new, busy=shown.busy)
        if not people.new.begun and not shown.busy:
            self.new.forget()
        self.note.setText(_note(people.task, may=shown.may))
        self._lay_buttons(shown, may=mine)

    def _lay_buttons(self, shown: Shown, *, may: bool) -> None:
        task = shown.people.task
        words = {
            PersonTask.ADD: _tr("添加"),
            PersonTask.OWN_PASSWORD: _tr("换口令"),
            PersonTask.REOPEN: _tr("恢复账号"),
        }
        self.save.set_words(words.get(task, _tr("重置口令")))
        self.save.setVisible(may)
        named = task is not PersonTask.ADD or bool(self.name.text().strip())
        known = task is not PersonTask.OWN_PASSWORD or bool(self.old.text())
        self.save.setEnabled(shown.people.new.good and named and known and not shown.busy)
        self.shut.setVisible(task is PersonTask.OTHER and shown.may)
        self.shut.setEnabled(not shown.busy)

    def primary(self) -> None:
        """Do it, when everything is there."""
        if not self.save.isEnabled() or self.save.isHidden():
            self.focus_gap()
        elif self._task is PersonTask.ADD:
            role = _ROLES[self.role.currentIndex()]
            person = NewPerson(self.name.text().strip(), role, self.counter.text().strip())
            self.add_requested.emit(person, *self.new.given())
        else:
            self.password_requested.emit(self.old.text(), *self.new.given())

    def focus_gap(self) -> None:
        """What is still missing."""
        if self._task is PersonTask.ADD and not self.name.text().strip():
            self.name.editor.setFocus()
        elif self._task is PersonTask.OWN_PASSWORD and not self.old.text():
            self.old.editor.setFocus()
        elif not self.new.isHidden():
            self.new.focus_gap()

    def forget(self) -> None:
        """Nothing stays in the fields."""
        for field in (self.name, self.counter, self.old):
            field.set_text("")
        self.new.forget()
        self.role.setCurrentIndex(_ROLES.index(Role.CLERK))


def _note(task: PersonTask, *, may: bool) -> str:
    if task is PersonTask.OWN_PASSWORD:
        return _tr("换自己的口令要先输现在的口令。")
    if not may:
        return _tr("管人员要负责人来做。")
    if task is PersonTask.REOPEN:
        return _tr("这个账号停用了，口令已失效。恢复时要设一个新口令。")
    if task is PersonTask.ADD:
        return _tr("先设一个口令告诉他，让他登录后自己换掉。")
    return _tr("改角色下次登录生效。重置口令后，原来的口令就打不开了。")
