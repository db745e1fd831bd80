"""The question before a register leaves, and how far it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_app.ui.messages import told
from desk_app.ui.screens.registers.leaving import ENDINGS, LeavingShown
from desk_app.ui.screens.registers.words import holds_focus
from desk_app.ui.shortcuts import shortcut
from desk_app.ui.theme.look import Tone
from desk_app.ui.widgets.banner import Banner
from desk_app.ui.widgets.boxes import Card
from desk_app.ui.widgets.button import Button, ButtonKind, ButtonSize
from desk_app.ui.widgets.line import InputLine, Tick
from desk_app.ui.widgets.segmented import Choice, Segmented
from desk_app.ui.widgets.text import Text


class LeavingBar(Card):
    """Ending, folder, masked or why not; Ctrl+Enter writes it, Esc drops it."""

    ending_requested = Signal(str)
    folder_requested = Signal(str)
    full_requested = Signal(bool)
    purpose_requested = Signal(str)
    export_requested = Signal()
    drop_requested = Signal()

    def __init__(self, ask_folder: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask_folder = ask_folder
        self.ending = Segmented(
            self.tr("存成哪种表"), [Choice(ending, f".{ending}") for ending in ENDINGS], small=True
        )
        self.folder = InputLine(self.tr("存到哪个文件夹"))
        self.folder.setProperty("small", True)
        self.browse = Button(self.tr("选文件夹"), icon="folder-open", size=ButtonSize.SMALL)
        self.full = Tick(self.tr("完整号码"))
        self.purpose = InputLine(self.tr("为什么要完整号码"))
        self.purpose.setPlaceholderText(self.tr("为什么要完整号码，会记下来"))
        self.purpose.setProperty("small", True)
        self.go = Button(
            self.tr("导出"), ButtonKind.PRIMARY, keys=shortcut("primary").key_text, size=ButtonSize.SMALL
        )
        self.drop = Button(self.tr("不导了"), keys="Esc", size=ButtonSize.SMALL)
        self.far = Text("", "caption", "quiet")
        self.banner = Banner(Tone.RED)
        self.banner.hide()
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        self._asked = (self.ending, self.folder, self.browse, self.full, self.purpose, self.go)
        for part, stretch in zip(self._asked, (0, 3, 0, 0, 3, 0), strict=True):
            row.addWidget(part, stretch)
        row.addWidget(self.far, 1)
        row.addWidget(self.drop)
        self.body.addLayout(row)
        self.body.addWidget(self.banner)

    def _connect(self) -> None:
        self.ending.chosen.connect(self.ending_requested)
        self.folder.textEdited.connect(self.folder_requested)
        self.purpose.textEdited.connect(self.purpose_requested)
        self.full.toggled.connect(self._ticked)
        self.browse.clicked.connect(self._browse)
        self.go.clicked.connect(self.export_requested)
        self.drop.clicked.connect(self.drop_requested)
        for line in (self.folder, self.purpose):
            line.returnPressed.connect(self.export_requested)

    def show_leaving(self, shown: LeavingShown) -> None:
        """What is asked, or how far it is."""
        opened = shown.open and self.isHidden()
        held = holds_focus(self)
        self.setVisible(shown.open or shown.busy or shown.trouble is not None)
        for part in self._asked:
            part.setVisible(shown.open and not shown.busy)
        self.purpose.setVisible(shown.open and not shown.busy and shown.full)
        self.far.setVisible(shown.busy)
        verb = self.tr("正在排版打印，{n} 行") if shown.printing else self.tr("正在导出，{n} 行")
        self.far.setText(verb.format(n=shown.done))
        self.drop.set_words(self.tr("停下") if shown.busy else self.tr("不导了"))
        self.ending.set_current(shown.ending)
        self.full.blockSignals(True)
        self.full.setChecked(shown.full)
        self.full.blockSignals(False)
        for line, text in ((self.folder, shown.folder), (self.purpose, shown.purpose)):
            if line.text() != text:
                line.setText(text)
        if shown.trouble is None:
            self.banner.hide()
        else:
            self.banner.say(Tone.RED, *told(shown.trouble))
        self._keep_focus(shown, opened=opened, held=held)

    def _keep_focus(self, shown: LeavingShown, *, opened: bool, held: bool) -> None:
        """The keyboard is in the question as soon as it is asked, and on 停下 while it runs."""
        if opened:
            self.ending.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif held and shown.busy:
            self.drop.setFocus(Qt.FocusReason.OtherFocusReason)
        elif held and shown.open and self.drop.hasFocus():
            (self.purpose if shown.full else self.ending).setFocus(Qt.FocusReason.OtherFocusReason)

    def _ticked(self, on: bool) -> None:
        self.full_requested.emit(on)
        if on:
            self.purpose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _browse(self) -> None:
        folder = self._ask_folder()
        if folder:
            self.folder_requested.emit(folder)
