"""Page 2, 谁来用."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.screens.first_run.shown import PeopleShown, Shown
from desk_app.ui.screens.settings.new_password.view import NewPasswordFields
from desk_app.ui.screens.settings.sheet_words import SheetWords
from desk_app.ui.theme.look import Tone
from desk_app.ui.widgets.banner import Banner
from desk_app.ui.widgets.boxes import Card, CardHead
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.field import LabelledField
from desk_app.ui.widgets.line import Tick
from desk_app.ui.widgets.text import Text


def _tr(text: str) -> str:
    return QCoreApplication.translate("FirstRunPeople", text)


class PeoplePage(QWidget):
    """The first account; then the recovery sheet, which is shown once."""

    name_typed = Signal(str)
    name_left = Signal()
    password_typed = Signal(str, str)
    sheet_kept = Signal(bool)
    print_requested = Signal()
    save_requested = Signal()
    renew_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = LabelledField(_tr("管理员姓名"), placeholder=_tr("例：王某某；以后由他添加其他人员"))
        self.new = NewPasswordFields(_tr("口令"), _tr("口令再输一遍"))
        self.sheet = SheetWords()
        self.print = Button(_tr("打印恢复单"), icon="printer")
        self.save = Button(_tr("存成 PDF"), icon="floppy-disk")
        self.renew = Button(_tr("重新出一张"), icon="arrow-clockwise")
        self.tick = Tick(_tr("我已打印或抄下，会锁在柜子里"))
        self.done = Banner()
        self.said = Text("", "body", "green", wrap=True)
        self._lay_out()
        self.name.edited.connect(self.name_typed)
        self.name.left.connect(self.name_left)
        self.new.typed.connect(self.password_typed)
        self.tick.clicked.connect(lambda: self.sheet_kept.emit(self.tick.isChecked()))
        self.print.clicked.connect(self.print_requested)
        self.save.clicked.connect(self.save_requested)
        self.renew.clicked.connect(self.renew_requested)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.done)
        self._account = Card()
        self._account.set_head(CardHead(_tr("管理员"), "user"))
        self._account.body.addWidget(self.name)
        self._account.body.addWidget(self.new)
        why = _tr(
            "每个人用自己的口令。口令就是开数据的钥匙：电脑丢了，没有口令谁也看不到群众的信息；"
            "所以口令没法找回，只能重置，请记牢。"
        )
        self._account.body.addWidget(Text(why, "caption", "faint", wrap=True))
        box.addWidget(self._account)
        box.addWidget(self._made_sheet())
        box.addStretch(1)

    def _made_sheet(self) -> Card:
        self._sheet_card = Card()
        self._sheet_card.set_head(CardHead(_tr("恢复单"), "key"))
        body = self._sheet_card.body
        self._sheet_advice = Text("", "body", "quiet", wrap=True)
        body.addWidget(self._sheet_advice)
        body.addWidget(self.sheet)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.print, self.save, self.renew):
            buttons.addWidget(button)
        buttons.addStretch(1)
        body.addLayout(buttons)
        body.addWidget(self.said)
        body.addWidget(self.tick)
        return self._sheet_card

    def lay(self, shown: Shown) -> None:
        """Show everything."""
        people = shown.people
        self._account.setVisible(not people.made)
        self.name.set_text(people.name)
        self.name.line.setReadOnly(shown.busy)
        self.name.set_problem(_tr("先写姓名，最多 30 个字") if people.name_missing else "")
        self.new.show_new(people.new, busy=shown.busy)
        if people.made:
            self.new.forget()
        self._lay_sheet(people, shown)

    def _lay_sheet(self, people: PeopleShown, shown: Shown) -> None:
        self._sheet_card.setVisible(people.made)
        self.done.setVisible(people.made)
        heading = _tr("站点建好了，管理员是 {name}").format(name=people.name.strip())
        if people.made and self.done.heading.text() != heading:
            self.done.say(Tone.GREEN, heading, _tr("还有一件要紧事：把恢复单收好。"))
        self._sheet_advice.setText(_advice(people))
        self.sheet.show_words(people.words)
        self.sheet.setVisible(bool(people.words))
        for button in (self.print, self.save):
            button.setVisible(bool(people.words))
            button.setEnabled(not shown.busy)
        self.renew.setVisible(not people.words)
        self.renew.setEnabled(not shown.busy)
        self.said.setText(shown.said)
        self.said.setVisible(bool(shown.said))
        self.tick.setChecked(people.sheet_kept)
        self.tick.setEnabled(not shown.busy)

    def focus_start(self) -> None:
        """The name; once the site stands, the sheet."""
        if not self._sheet_card.isHidden():
            (self.print if not self.print.isHidden() else self.tick).setFocus()
        elif self.name.text():
            self.new.focus_gap()
        else:
            self.name.editor.setFocus()

    def focus_on(self, name: str) -> None:
        """What wants attention."""
        if name == "name":
            self.name.editor.setFocus()
        elif name == "password":
            self.new.focus_gap()
        elif name == "sheet_kept":
            self.tick.setFocus()


def _advice(people: PeopleShown) -> str:
    if people.words:
        return _tr("所有人都忘了口令时，只有它能打开数据。只显示这一次，程序不留底：打印出来或抄下来，锁好。")
    if people.sheet_kept:
        return _tr("已经收好。要换一张，点“重新出一张”，原来那张就作废。")
    return _tr("上次出的恢复单还没勾。已经打印或抄下的，勾上就行；没有的，重新出一张，原来那张就作废。")
