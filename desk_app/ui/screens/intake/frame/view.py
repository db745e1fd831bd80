"""Head, buttons and the sentences of the intake page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desk_app.domain.intake import Outcome
from desk_app.domain.numbers import ReceiptNumber
from desk_app.ui.screens.intake.calls import Committed
from desk_app.ui.screens.intake.outcome.days import BUTTON_KINDS
from desk_app.ui.screens.intake.outcome.view import limit_words, primary_words
from desk_app.ui.screens.intake.shown import LaneTab, Shown
from desk_app.ui.shell.lanes_bar import HeldTab
from desk_app.ui.theme.look import Tone
from desk_app.ui.widgets.boxes import ScrollBody
from desk_app.ui.widgets.button import Button, ButtonKind, PrimaryButton
from desk_app.ui.widgets.tag import ModeTag, Tag
from desk_app.ui.widgets.text import ElidedText, Text
from desk_app.ui.words import word

LONG_HELD_MINUTES = 10
"""From then on a tab says how long it waits (experience.md §7)."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("IntakeFrame", text)


def held_tab(tab: LaneTab) -> HeldTab:
    """A lane as its tab in the command bar: 张*明, 高龄津贴, 挂起 12 分."""
    long = tab.held_minutes is not None and tab.held_minutes >= LONG_HELD_MINUTES
    return HeldTab(
        key=str(tab.id),
        name=tab.name_masked or _tr("新办"),
        item=tab.item_name or _tr("还没选事项"),
        waiting=_tr("挂起 {n} 分").format(n=tab.held_minutes) if long else "",
        current=tab.current,
    )


def done_words(done: Committed) -> tuple[str, str]:
    """What the strip says after a commit: heading and line."""
    number = ReceiptNumber.parse(done.case.number).formatted
    heading = _tr("{state}：{number}").format(state=word(done.case.state), number=number)
    if done.print_problem:
        return heading, done.print_problem
    return heading, _tr("已打印：{papers}").format(papers=_tr("、").join(done.papers)) if done.papers else ""


class Head(ScrollBody):
    """Item, how it is handled here, its limit, and whether the guide was verified."""

    change_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = ElidedText("", "title")
        self.mode = ModeTag()
        self.limit = Tag()
        self.reference = Tag()
        self.change = Button(_tr("换事项"), icon="swap", keys="F3")
        self.change.clicked.connect(self.change_requested)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        for widget in (self.title, self.mode, self.limit, self.reference):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.change)

    def lay(self, shown: Shown) -> None:
        """Show the item."""
        item = shown.item
        self.title.setText(item.item.display_name if item else _tr("还没选事项"))
        self.mode.set_mode(item.mode.value if item else "")
        self.limit.set_tag(limit_words(item.promised) if item else "", Tone.GREY)
        self.reference.set_tag(_tr("参考指南，未核定") if item and item.reference_only else "", Tone.AMBER)


class Acts(QWidget):
    """The primary button, whose words change and whose place never does; hold and more."""

    def __init__(self) -> None:
        super().__init__()
        self.primary = PrimaryButton("", ButtonKind.SUCCESS, icon="printer")
        self.hold = Button(_tr("挂起"), icon="pause-circle", keys="Ctrl+H")
        self.more = Button(_tr("更多"), icon="dots-three", keys="F10")
        self.hint = Text("", "caption", "red", wrap=True)
        self.hint.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2, 4, 2, 4)
        self._grid.setSpacing(9)
        self.set_flat(False)

    def set_flat(self, flat: bool) -> None:
        """All in one row, where height is short."""
        for widget in (self.primary, self.hint, self.hold, self.more):
            self._grid.removeWidget(widget)
        span = 1 if flat else 2
        self._grid.addWidget(self.primary, 0, 0, 1, span)
        self._grid.addWidget(self.hint, 1, 0, 1, 3)
        self._grid.addWidget(self.hold, 0 if flat else 2, 1 if flat else 0)
        self._grid.addWidget(self.more, 0 if flat else 2, 2 if flat else 1)
        self._grid.setColumnStretch(0, 2 if flat else 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1 if flat else 0)

    def lay(self, shown: Shown) -> None:
        """Show what Ctrl+Enter will do."""
        outcome = shown.outcome
        verdict = outcome.judgement.outcome if outcome else Outcome.OPEN
        kind = BUTTON_KINDS.get(verdict, ButtonKind.PRIMARY)
        self.primary.set_words(primary_words(outcome, shown.item), kind=kind)
        locked = outcome is not None and (outcome.busy or not outcome.allowed)
        self.primary.setEnabled(not locked and verdict is not Outcome.DECLINE)
        refused = outcome is not None and not outcome.allowed
        self.hint.setText(_tr("您的账号只能收件，受理要请有权限的人来办"))
        self.hint.setVisible(refused)
