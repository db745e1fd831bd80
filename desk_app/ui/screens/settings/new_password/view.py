"""Two lines for a new password, and its rules with marks that follow every key."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.accounts import PasswordFlaw
from desk_app.ui.screens.settings.new_password.values import NewPassword
from desk_app.ui.widgets.field import PasswordField
from desk_app.ui.widgets.rules import Rules, RuleText
from desk_app.ui.words import word

_TOLD_AHEAD = (PasswordFlaw.TOO_SHORT, PasswordFlaw.ONE_KIND, PasswordFlaw.CONTAINS_NAME)


def _tr(text: str) -> str:
    return QCoreApplication.translate("NewPassword", text)


def password_rules(new: NewPassword) -> tuple[RuleText, ...]:
    """Every rule of a new password with its mark: kept, broken, or not judged yet."""
    rules = [RuleText(word(flaw), flaw not in new.flaws if new.begun else None) for flaw in _TOLD_AHEAD]
    if new.begun:
        rules += [RuleText(word(flaw), False) for flaw in new.flaws if flaw not in _TOLD_AHEAD]
    return (*rules, RuleText(_tr("两次一样"), new.same if new.begun else None))


class NewPasswordFields(QWidget):
    """Typed twice, judged as it is typed."""

    typed = Signal(str, str)
    """(password, again)."""

    def __init__(self, label: str = "", again_label: str = "") -> None:
        super().__init__()
        self.password = PasswordField(label or _tr("新口令"))
        self.again = PasswordField(again_label or _tr("新口令再输一遍"))
        self.rules = Rules(_tr("口令的规矩"))
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(self.password)
        pair.addWidget(self.again)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(pair)
        box.addWidget(self.rules)
        for field in (self.password, self.again):
            field.edited.connect(lambda _text: self.typed.emit(*self.given()))

    def given(self) -> tuple[str, str]:
        """What stands in both lines."""
        return self.password.text(), self.again.text()

    def show_new(self, new: NewPassword, *, busy: bool) -> None:
        """Show how it stands; while a key is derived nothing can be changed."""
        self.rules.show_rules(password_rules(new))
        for field in (self.password, self.again):
            field.line.setReadOnly(busy)

    def focus_gap(self) -> None:
        """The first empty line, else the password."""
        field = self.again if self.password.text() and not self.again.text() else self.password
        field.editor.setFocus()

    def forget(self) -> None:
        """Nothing stays."""
        for field in (self.password, self.again):
            field.line.clear()
