"""The card under an account: who works off its queue while its owner is away (F74)."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_app.domain.accounts import User
from desk_app.domain.sites import RIGHTS, Right
from desk_app.domain.stand_ins import StandIn
from desk_app.ui.screens.cases.page.lines import Line, LineList
from desk_app.ui.screens.settings.shown import PeopleShown, Shown
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.widgets.boxes import Card, CardHead
from desk_app.ui.widgets.button import Button, ButtonKind, ButtonSize
from desk_app.ui.widgets.field import LabelledField
from desk_app.ui.widgets.line import PickBox
from desk_app.ui.widgets.text import Text


def _tr(text: str) -> str:
    return QCoreApplication.translate("StandIns", text)


class StandInCard(Card):
    """Hidden for who may not give it."""

    give_requested = Signal(object, str, str)
    """(id of who stands in, first day, last day, as typed)."""
    end_requested = Signal(object)
    """Id of a period."""

    def __init__(self) -> None:
        super().__init__()
        self.set_head(CardHead(_tr("顶岗（AB 岗）"), "handshake"))
        self._present: tuple[User, ...] = ()
        self.advice = Text("", "caption", "quiet", wrap=True)
        self.who = PickBox(_tr("由谁顶岗"))
        self._who_field = LabelledField(_tr("由谁顶岗"), self.who)
        self.first = LabelledField(_tr("从哪天"), placeholder=_tr("今天"))
        self.last = LabelledField(_tr("到哪天"), placeholder=_tr("如 12-04、周五、+3"))
        self.give = Button(_tr("安排顶岗"), ButtonKind.PRIMARY, icon="check")
        self.periods = LineList(_tr("顶岗安排"))
        self.end = Button(_tr("提前结束选中的"), size=ButtonSize.SMALL)
        days = QHBoxLayout()
        days.setSpacing(10)
        days.addWidget(self.first)
        days.addWidget(self.last)
        above: tuple[QWidget, ...] = (self.advice, self._who_field)
        below: tuple[QWidget, ...] = (self.give, self.periods, self.end)
        for part in above:
            self.body.addWidget(part)
        self.body.addLayout(days)
        for part in below:
            self.body.addWidget(part)
        self.give.clicked.connect(self._give)
        self.last.line.returnPressed.connect(self._give)
        self.end.clicked.connect(self._end)
        self.periods.opened.connect(self.end_requested)

    def lay(self, shown: Shown) -> None:
        """Of the account that is chosen."""
        people = shown.people
        user = people.user
        mine = tuple(period for period in people.periods if user and period.absent == user.id)
        self.setVisible(shown.may and user is not None)
        if user is None:
            return
        self.advice.setText(
            _tr("{name}不在的时候，由谁办他名下的件。用自己的账号办，到期自己停。").format(name=user.name)
        )
        self._lay_choice(people, user)
        if not self._present:
            self.advice.setText(_tr("先加一个能收件的账号，才能安排顶岗。"))
        fields: tuple[QWidget, ...] = (self._who_field, self.first, self.last, self.give)
        for part in fields:
            part.setVisible(bool(self._present))
        self.give.setEnabled(bool(self._present) and not shown.busy)
        self.periods.show_lines([_period_line(period) for period in mine])
        self.periods.setFixedHeight((look_now().size("row") + 14) * min(len(mine), 3))
        self.periods.setVisible(bool(mine))
        self.end.setVisible(bool(mine))
        self.end.setEnabled(not shown.busy)

    def _lay_choice(self, people: PeopleShown, user: User) -> None:
        fit = tuple(
            other
            for other in people.users
            if other.enabled and other.id != user.id and Right.RECEIVE in RIGHTS[other.role]
        )
        if fit == self._present:
            return
        self._present = fit
        self.who.clear()
        self.who.addItems([other.name for other in fit])

    def forget(self) -> None:
        """It was given: the next one begins afresh."""
        self.first.set_text("")
        self.last.set_text("")

    def _give(self) -> None:
        at = self.who.currentIndex()
        if 0 <= at < len(self._present):
            self.give_requested.emit(self._present[at].id, self.first.text(), self.last.text())

    def _end(self) -> None:
        key: UUID | None = self.periods.current_key()
        if key is None and self.periods.lines.lines:
            key = self.periods.lines.lines[0].key
        if key is not None:
            self.end_requested.emit(key)


def _period_line(period: StandIn) -> Line:
    over = period.ended_at is not None
    days = f"{period.first:%m-%d} {_tr('到')} {period.last:%m-%d}"
    tag = _tr("已结束") if over else _tr("有效")
    tone = Tone.GREY if over else Tone.GREEN
    return Line(period.present_name, days, tag=tag, tone=tone, icon="user", key=period.id, strong=not over)
