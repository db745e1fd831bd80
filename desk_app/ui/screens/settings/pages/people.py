"""人员: the list of accounts, and beside it what can be done for the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.accounts import User
from desk_app.ui.screens.settings.pages.person_form import PersonForm
from desk_app.ui.screens.settings.sheet_words import SheetWords
from desk_app.ui.screens.settings.shown import PeopleShown, Shown
from desk_app.ui.screens.settings.stand_ins.view import StandInCard
from desk_app.ui.table_model import Column, Role, TableModel
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.widgets.boxes import Card, CardHead
from desk_app.ui.widgets.button import Button, ButtonSize
from desk_app.ui.widgets.table import Table, TagDelegate
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import word

_SIDE_BY_SIDE = 820
"""Logical pixels that list and form need beside each other."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsPeople", text)


def _state(user: User) -> str:
    return _tr("在用") if user.enabled else _tr("已停用")


COLUMNS = (
    Column[User]("姓名", lambda user: user.name, width=0, roles={Role.STRONG: lambda user: user.enabled}),
    Column[User]("岗位", lambda user: user.counter or "—", width=130),
    Column[User]("角色", lambda user: word(user.role), width=104, roles={Role.TONE: lambda _user: Tone.BLUE}),
    Column[User](
        "状态",
        _state,
        width=92,
        roles={Role.TONE: lambda user: Tone.GREEN if user.enabled else Tone.GREY},
    ),
)


class PeoplePage(QWidget):
    """The list, the form, the recovery sheet."""

    chosen = Signal(object)
    """Id of an account."""
    new_requested = Signal()
    sheet_requested = Signal()
    print_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = Table(_tr("人员"))
        self.model = TableModel[User](COLUMNS, lambda user: user.id, self)
        self.table.show_model(self.model)
        for column in (2, 3):
            self.table.setItemDelegateForColumn(column, TagDelegate(self.table))
        self.new = Button(_tr("新增人员"), icon="user-plus", keys="Ctrl+N", size=ButtonSize.SMALL)
        self.form = PersonForm()
        self.stand_in = StandInCard()
        self.sheet = SheetWords()
        self.renew = Button(_tr("重新出一张恢复单"), icon="key", size=ButtonSize.SMALL)
        self.print = Button(_tr("打印恢复单"), icon="printer", size=ButtonSize.SMALL)
        self._lay_out()
        self.table.row_changed.connect(self._row_changed)
        self.new.clicked.connect(self.new_requested)
        self.renew.clicked.connect(self.sheet_requested)
        self.print.clicked.connect(self.print_requested)

    def _lay_out(self) -> None:
        people = Card().without_padding()
        head = CardHead(_tr("人员"), "users")
        head.add_right(self.new)
        people.set_head(head)
        people.body.addWidget(self.table)
        self._sheet_card = Card()
        self._sheet_card.set_head(CardHead(_tr("恢复单"), "key"))
        self._advice = Text("", "caption", "quiet", wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.renew)
        buttons.addWidget(self.print)
        buttons.addStretch(1)
        self._sheet_card.body.addWidget(self._advice)
        self._sheet_card.body.addWidget(self.sheet)
        self._sheet_card.body.addLayout(buttons)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(people, 1)
        left.addWidget(self._sheet_card)
        across = self._across = QHBoxLayout(self)
        across.setSpacing(12)
        across.addLayout(left, 5)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.form)
        right.addWidget(self.stand_in)
        right.addStretch(1)
        across.addLayout(right, 4)

    def lay(self, shown: Shown) -> None:
        """Show everything."""
        people = shown.people
        self._lay_table(people)
        self.new.setEnabled(shown.may and not shown.busy)
        self.form.lay(shown)
        self.stand_in.lay(shown)
        self._sheet_card.setVisible(shown.may)
        self.sheet.show_words(people.sheet)
        self.sheet.setVisible(bool(people.sheet))
        self.print.setVisible(bool(people.sheet))
        self.renew.setVisible(not people.sheet)
        for button in (self.print, self.renew):
            button.setEnabled(not shown.busy)
        self._advice.setText(
            _tr("新的已经生效，原来那张作废了。打印或抄下来，锁好；换到别的页就不再显示。")
            if people.sheet
            else _tr("所有负责人都忘了口令时，只有恢复单能打开数据。丢了或被人看过，就重新出一张。")
        )

    def _lay_table(self, people: PeopleShown) -> None:
        if self.model.rows != people.users:
            self.model.set_rows(people.users)
            rows = max(3, min(len(people.users), 8))
            self.table.setMinimumHeight(look_now().size("row") * rows + look_now().size("table_header"))
        row = self.model.find(people.chosen)
        if row >= 0 and self.table.currentIndex().row() != row:
            self.table.selectRow(row)

    def _row_changed(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(self.model.row_at(row).id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where both have room, else one below the other."""
        super().resizeEvent(event)
        wide = event.size().width() >= _SIDE_BY_SIDE * (1.35 if look_now().large else 1)
        self._across.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )

    def refit(self) -> None:
        """Another look has other heights."""
        self.table.refit()

    def focus_start(self) -> None:
        """The form while somebody is being added, else the list."""
        self.table.setFocus()
