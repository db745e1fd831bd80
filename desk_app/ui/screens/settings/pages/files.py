"""日历, 备份 and 关于."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.worktime import SHANGHAI
from desk_app.ui.screens.settings.pages.printing import value_texts
from desk_app.ui.screens.settings.row_builder import SettingRows
from desk_app.ui.screens.settings.sections import BACKUP
from desk_app.ui.screens.settings.shown import Shown
from desk_app.ui.screens.settings.words import size_words
from desk_app.ui.theme.look import Tone
from desk_app.ui.widgets.boxes import Card, CardHead, Line, clear_layout
from desk_app.ui.widgets.button import Button, ButtonKind
from desk_app.ui.widgets.chips import Flow
from desk_app.ui.widgets.tag import Tag
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import screen_date


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsFiles", text)


def _buttons(*buttons: Button) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(10)
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return line


class CalendarPage(QWidget):
    """Years whose holidays are known, and how to bring the next one."""

    import_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.bring = Button(_tr("导入日历文件"), icon="upload-simple")
        self.bring.clicked.connect(self.import_requested)
        self._years = QWidget()
        self._flow = Flow(self._years)
        self._shown: tuple[int, ...] = ()
        card = Card()
        card.set_head(CardHead(_tr("放假和调休"), "calendar"))
        card.body.addWidget(Text(_tr("这些年份的放假安排已经装好："), "body"))
        card.body.addWidget(self._years)
        why = _tr(
            "国务院办公厅一般每年 11 月发布下一年的放假安排。"
            "到期日算进没装好的年份时，会提醒“还没公布放假安排”。"
            "上级给了日历文件，就在这里导入。"
        )
        card.body.addWidget(Text(why, "caption", "faint", wrap=True))
        card.body.addLayout(_buttons(self.bring))
        box = QVBoxLayout(self)
        box.addWidget(card)
        box.addStretch(1)

    def lay(self, shown: Shown) -> None:
        """Show everything."""
        years = shown.stock.years
        self.bring.setEnabled(shown.may and not shown.busy)
        if years == self._shown:
            return
        self._shown = years
        clear_layout(self._flow)
        for year in years:
            tag = Tag(_tr("{year} 年").format(year=year), Tone.GREEN, "check")
            self._flow.addWidget(tag)
        if not years:
            self._flow.addWidget(Tag(_tr("一年也没有"), Tone.AMBER))

    def focus_start(self) -> None:
        """The one act."""
        self.bring.setFocus()


class BackupPage(QWidget):
    """Where to, and now."""

    folder_requested = Signal()
    back_up_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = SettingRows("backup", BACKUP)
        self.folder = Button(_tr("选文件夹"), icon="folder-open")
        self.now = Button(_tr("现在备份"), ButtonKind.PRIMARY, icon="floppy-disk")
        self.folder.clicked.connect(self.folder_requested)
        self.now.clicked.connect(self.back_up_requested)
        card = Card()
        card.set_head(CardHead(_tr("备份"), "floppy-disk"))
        card.body.addWidget(self.rows)
        card.body.addLayout(_buttons(self.now, self.folder))
        safe = _tr("备份是加密的，用备份那天的口令打开；做完会读一遍，核对得上才算数。")
        card.body.addWidget(Text(safe, "caption", "faint", wrap=True))
        box = QVBoxLayout(self)
        box.addWidget(card)
        box.addStretch(1)

    def lay(self, shown: Shown) -> None:
        """Show everything."""
        made = shown.stock.backup
        last = _tr("还没有备份过")
        if made is not None:
            at = made.at.astimezone(SHANGHAI)
            last = _tr("{day} {at:%H:%M}，{size}，已核对").format(
                day=screen_date(at.date()), at=at, size=size_words(made.size)
            )
        self.rows.show_values(value_texts(shown.desk) | {"last_backup": last}, enabled=shown.may)
        self.folder.setEnabled(shown.may and not shown.busy)
        self.now.setEnabled(shown.may and not shown.busy and bool(shown.desk.values.backup_folder))
        self.now.set_words(_tr("正在备份") if shown.busy else _tr("现在备份"))

    def focus_start(self) -> None:
        """The act, or where to."""
        (self.now if self.now.isEnabled() else self.folder).setFocus()


class AboutPage(QWidget):
    """Versions, licences, where data lies; and everything of it for whoever helps."""

    copy_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.copy = Button(_tr("复制诊断信息"), icon="copy")
        self.copy.clicked.connect(self.copy_requested)
        self._facts: tuple[object, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        card = Card()
        card.set_head(CardHead(_tr("便民服务工作台"), "info"))
        card.body.addLayout(self._grid)
        card.body.addLayout(_buttons(self.copy))
        card.body.addWidget(
            Text(_tr("诊断信息只有版本、系统和日志，没有任何群众的信息。"), "caption", "faint", wrap=True)
        )
        box = QVBoxLayout(self)
        box.addWidget(card)
        box.addStretch(1)

    def lay(self, shown: Shown) -> None:
        """Show everything."""
        self.copy.setEnabled(not shown.busy)
        if shown.stock.about == self._facts:
            return
        self._facts = shown.stock.about
        clear_layout(self._grid)
        for at, fact in enumerate(shown.stock.about):
            if at:
                self._grid.addWidget(Line(), 2 * at, 0, 1, 2)
            self._grid.addWidget(Text(fact.name, "body", "quiet"), 2 * at + 1, 0)
            self._grid.addWidget(Text(fact.value, "body", wrap=True), 2 * at + 1, 1)

    def focus_start(self) -> None:
        """The one act."""
        self.copy.setFocus()
