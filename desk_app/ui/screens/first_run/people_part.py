"""Page 2, 谁来用: the first account, and the recovery sheet that goes with it."""

from __future__ import annotations

from desk_app.domain.accounts import account_name
from desk_app.domain.errors import InputError
from desk_app.ui.screens.first_run.session import FirstRunSession
from desk_app.ui.screens.first_run.shown import PeopleShown
from desk_app.ui.screens.settings.new_password.values import NewPassword, judged


class PeoplePart:
    """The password lives here from the first key to the making of the site, and in no picture."""

    def __init__(self, session: FirstRunSession) -> None:
        self._session = session
        self._name = session.progress.admin
        self._password, self._again = "", ""
        self._asked = False
        self._words = ""

    def type_name(self, text: str) -> None:
        """A key in the name."""
        self._name = text
        self._session.changed.emit()

    def type_password(self, password: str, again: str) -> None:
        """A key in one of the two lines."""
        self._password, self._again = password, again
        self._session.changed.emit()

    def leave_name(self) -> None:
        """The keyboard went on."""
        self._asked = self._asked or bool(self._name.strip())
        if not self._session.progress.made:
            self._session.save(admin=self._name.strip())
        self._session.changed.emit()

    @property
    def _new(self) -> NewPassword:
        return judged(self._password, self._again, self._name.strip())

    def _name_holds(self) -> bool:
        try:
            account_name(self._name)
        except InputError:
            return False
        return True

    def make(self) -> None:
        """Make the site, if name and password are good; else lead to what is missing."""
        session = self._session
        self._asked = True
        if not self._name_holds() or not self._new.good:
            session.changed.emit()
            session.focus_wanted.emit("password" if self._name_holds() else "name")
            return
        facts, name, password = session.progress.facts.tidy, account_name(self._name), self._password
        session.begin(lambda: session.calls.make(facts, name, password), self._made)

    def _made(self, words: str) -> None:
        self._words = words
        self._password = self._again = ""
        self._session.save(made=True, admin=account_name(self._name), sheet_kept=False)

    def renew_sheet(self) -> None:
        """The words are gone and nobody kept them: make others, after which the ones before open nothing."""
        session = self._session
        if not session.busy:
            session.begin(session.calls.new_sheet, self._renewed)

    def _renewed(self, words: str) -> None:
        self._words = words
        self._session.save(sheet_kept=False)

    def print_sheet(self) -> None:
        """On paper."""
        words = self._words
        if words and not self._session.busy:
            self._session.begin(
                lambda: self._session.calls.print_sheet(words), self._session.tell, lane="files"
            )

    def save_sheet(self) -> None:
        """As a file, to be printed elsewhere."""
        words = self._words
        if words and not self._session.busy:
            self._session.begin(
                lambda: self._session.calls.save_sheet(words), self._session.tell, lane="files"
            )

    def keep_sheet(self, kept: bool) -> None:
        """我已打印或抄下. Also said later, when the words have left the screen: the paper counts."""
        if self._session.progress.made and not self._session.busy:
            self._session.save(sheet_kept=kept)
            self._session.changed.emit()

    def complete(self) -> bool:
        """Whether the page may be left forwards."""
        progress = self._session.progress
        if progress.made and progress.sheet_kept:
            self._words = ""
            return True
        self._session.focus_wanted.emit("sheet_kept")
        return False

    def shown(self) -> PeopleShown:
        """The page."""
        progress = self._session.progress
        return PeopleShown(
            name=self._name,
            name_missing=self._asked and not self._name_holds(),
            new=self._new,
            made=progress.made,
            words=self._words,
            sheet_kept=progress.sheet_kept,
        )
