"""The decisions of the lock page: who is chosen, what a password or a recovery sheet leads to."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.domain.accounts import User
from desk_app.domain.errors import DeskError
from desk_app.domain.worktime import SHANGHAI
from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.settings.new_password.values import NewPassword, judged
from desk_app.ui.screens.unlock.calls import UnlockCalls
from desk_app.ui.screens.unlock.shown import Page, Person, Shown, day_time


class UnlockPresenter(QObject):
    """Lets people in. It holds no password longer than the call that hands it over."""

    pictured = Signal(object)
    """:class:`Shown`, after every change."""
    entered = Signal()
    """The store is open and somebody is signed in: the page may go, and must forget what was typed."""
    refused = Signal()
    """What was typed did not open anything: the field asks for it again."""

    def __init__(self, calls: UnlockCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls, self._jobs = calls, jobs
        self._page = Page.PASSWORD
        self._people: tuple[Person, ...] = ()
        self._chosen: UUID | None = None
        self._held = 0
        self._busy = False
        self._trouble: DeskError | None = None
        self._new = NewPassword()
        self._words_given = False

    def open(self) -> None:
        """The page comes up: at the start, after the lock, or after somebody left."""
        self._page, self._busy, self._trouble = Page.PASSWORD, False, None
        self._new, self._words_given = NewPassword(), False
        self._held = self._calls.held()
        try:
            self._people = tuple(self._person(user) for user in self._calls.users() if user.enabled)
        except DeskError as trouble:
            self._people, self._trouble = (), trouble
        known = [person.id for person in self._people]
        last = self._calls.last_user()
        self._chosen = last if last in known else known[0] if len(known) == 1 else None
        self._refresh()

    def _person(self, user: User) -> Person:
        return Person(user.id, user.name, user.role, user.counter, self._calls.initials(user.name))

    def choose(self, user_id: UUID) -> None:
        """Another person; what the last one was told does not concern them."""
        if self._busy or user_id == self._chosen:
            return
        self._chosen, self._trouble = user_id, None
        self._refresh()

    def enter(self, password: str) -> None:
        """Try to open the store. Nothing happens while a try is under way or nobody is chosen."""
        person = self.picture().person
        if self._busy or person is None or not password:
            return
        name = person.name
        self._begin(lambda: self._calls.sign_in(name, password))

    def open_recovery(self) -> None:
        """Alt+R: the way in with the recovery sheet."""
        if not self._busy:
            self._page, self._trouble = Page.RECOVERY, None
            self._refresh()

    def back(self) -> bool:
        """Esc: from the sheet back to the password. False when there is nothing to go back from."""
        if self._busy or self._page is Page.PASSWORD:
            return False
        self._page, self._trouble = Page.PASSWORD, None
        self._new, self._words_given = NewPassword(), False
        self._refresh()
        return True

    def judge(self, words: str, password: str, again: str) -> None:
        """The sheet's words or the new password changed: say how it stands."""
        person = self.picture().person
        self._new = judged(password, again, person.name if person else "")
        self._words_given = bool(words.strip())
        self._refresh()

    def recover(self, words: str, password: str, again: str) -> None:
        """Use the recovery sheet. Nothing happens until everything is there and the new password is good."""
        self.judge(words, password, again)
        person = self.picture().person
        if self._busy or person is None or not self._words_given or not self._new.good:
            return
        name = person.name
        self._begin(lambda: self._calls.recover(words, name, password))

    def _begin(self, work: Callable[[], None]) -> None:
        self._busy, self._trouble = True, None
        self._refresh()
        self._jobs.run(self, work, self._entered, self._failed)

    def _entered(self, _nothing: None) -> None:
        self._busy = False
        self._new, self._words_given = NewPassword(), False
        self._refresh()
        self.entered.emit()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if not isinstance(error, DeskError):
            self._refresh()
            raise error
        self._trouble = error
        self._refresh()
        self.refused.emit()

    def _refresh(self) -> None:
        self.pictured.emit(self.picture())

    def picture(self) -> Shown:
        """Everything as it is now."""
        return Shown(
            page=self._page,
            greeting=day_time(self._calls.now().astimezone(SHANGHAI).hour),
            site_name=self._calls.site_name,
            version=self._calls.version,
            people=self._people,
            chosen=self._chosen,
            held=self._held,
            demo_password=self._calls.demo_password,
            busy=self._busy,
            trouble=self._trouble,
            new_password=self._new,
            words_given=self._words_given,
        )
