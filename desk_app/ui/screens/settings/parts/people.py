"""人员: who may sign in, with which role, and new passwords."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from desk_app.domain.accounts import User
from desk_app.domain.errors import DeskError
from desk_app.domain.sites import Right, Role
from desk_app.ui.screens.settings.calls import NewPerson
from desk_app.ui.screens.settings.new_password.values import NewPassword, judged
from desk_app.ui.screens.settings.parts.sheet import SheetPart
from desk_app.ui.screens.settings.session import SettingsSession
from desk_app.ui.screens.settings.shown import PeopleShown, PersonTask, Said


class PeoplePart:
    """Passwords pass through; none is kept."""

    def __init__(self, session: SettingsSession, sheet: SheetPart) -> None:
        self._session = session
        self._sheet = sheet
        self._users: tuple[User, ...] = ()
        self._chosen: UUID | None = None
        self._adding = False
        self._new = NewPassword()

    def read(self) -> None:
        """Read the accounts anew."""
        try:
            self._users = self._session.calls.users()
        except DeskError as trouble:
            self._users, self._session.trouble = (), trouble
        if self._user is None:
            self._chosen = self._session.calls.me()

    @property
    def _user(self) -> User | None:
        return next((user for user in self._users if user.id == self._chosen), None)

    @property
    def chosen(self) -> UUID | None:
        """Whose account is looked at."""
        return self._chosen

    def choose(self, user_id: UUID) -> None:
        """A row of the list."""
        if user_id != self._chosen or self._adding:
            self._chosen, self._adding, self._new = user_id, False, NewPassword()
            self._sheet.put_away()
            self._session.clear()
            self._session.changed.emit()

    def open_form(self) -> None:
        """Ctrl+N: somebody new."""
        if self._session.may(Right.MANAGE_USERS):
            self._adding, self._new = True, NewPassword()
            self._sheet.put_away()
            self._session.clear()
            self._session.changed.emit()

    def close_form(self) -> bool:
        """Esc. False when no form was open."""
        was, self._adding = self._adding, False
        if was:
            self._new = NewPassword()
            self._session.changed.emit()
        return was

    def judge(self, name: str, password: str, again: str) -> None:
        """A key in a new password; ``name`` is whose it will be."""
        self._new = judged(password, again, name)
        self._session.changed.emit()

    def add(self, person: NewPerson, password: str, again: str) -> None:
        """Add the one in the form."""
        self.judge(person.name, password, again)
        if person.name.strip() and self._new.good:
            calls = self._session.calls
            self._do(lambda: calls.add_user(person, password), Said.PERSON_ADDED)

    def set_role(self, role: Role) -> None:
        """Another role for the chosen account."""
        user, calls = self._user, self._session.calls
        if user is not None and user.role is not role:
            self._do(lambda: calls.change_role(user.id, role), Said.ROLE_CHANGED)

    def close_account(self) -> None:
        """The chosen account opens nothing any more."""
        user, calls = self._user, self._session.calls
        if user is not None:
            self._do(lambda: calls.close_account(user.id), Said.ACCOUNT_CLOSED)

    def set_password(self, old: str, password: str, again: str) -> None:
        """A new password for the chosen account; one's own needs the old one."""
        user, calls = self._user, self._session.calls
        if user is None:
            return
        self.judge(user.name, password, again)
        if not self._new.good:
            return
        if self.task is PersonTask.OWN_PASSWORD:
            self._do(lambda: calls.change_own_password(old, password), Said.PASSWORD_SET)
        elif self.task is PersonTask.REOPEN:
            self._do(lambda: calls.reopen_account(user.id, password), Said.ACCOUNT_REOPENED)
        else:
            self._do(lambda: calls.reset_password(user.id, password), Said.PASSWORD_SET)

    def _do(self, work: Callable[[], None], said: Said) -> None:
        def done(_nothing: None) -> None:
            self._adding, self._new = False, NewPassword()
            self.read()
            self._session.tell(said)

        self._session.begin(work, done)

    @property
    def task(self) -> PersonTask:
        """What the form is for now."""
        user = self._user
        if self._adding:
            return PersonTask.ADD
        if user is None:
            return PersonTask.NONE
        if user.id == self._session.calls.me():
            return PersonTask.OWN_PASSWORD
        return PersonTask.OTHER if user.enabled else PersonTask.REOPEN

    def shown(self) -> PeopleShown:
        """The page."""
        return PeopleShown(self._users, self._chosen, self.task, self._new, self._sheet.words)
