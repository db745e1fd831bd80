"""Telling the clerk of a bug: plain words, what is safe, and 复制诊断信息 for whoever mends it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.errors import DeskError
from desk_app.ui.messages import told
from desk_app.ui.theme.look import Tone
from desk_app.ui.widgets.banner import Banner
from desk_app.ui.widgets.button import Button, ButtonKind


def _said(text: str) -> str:
    return QCoreApplication.translate("FaultDialog", text)


class FaultDialog(QDialog):
    """A window of its own: the main window may be what is broken."""

    def __init__(self, heading: str, advice: str, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(_said("便民服务工作台"))
        self.setMinimumWidth(480)
        self.banner = Banner()
        self.banner.say(Tone.RED, heading, advice)
        self.copy_button = Button(_said("复制诊断信息"), icon="copy")
        self.copy_button.clicked.connect(self._copy)
        self.copy_button.setVisible(bool(report))
        go_on = Button(_said("知道了，继续办"), ButtonKind.PRIMARY, keys="Enter")
        go_on.clicked.connect(self.accept)
        acts = QHBoxLayout()
        acts.addWidget(self.copy_button)
        acts.addStretch(1)
        acts.addWidget(go_on)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(14)
        box.addWidget(self.banner)
        box.addLayout(acts)
        go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy_button.set_words(_said("已复制"), icon="check")


class FaultTeller(QObject):
    """Shows faults one at a time on the window's thread, whichever thread they came up on."""

    _told = Signal(str, str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dialog: FaultDialog | None = None
        self._told.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def tell(self, fault: BaseException, report: str) -> None:
        """A fault nothing caught. A DeskError is shown as its own sentence: only its place was forgotten."""
        if isinstance(fault, DeskError):
            self._told.emit(*told(fault), "")
            return
        heading = _said("程序出了点问题，这一步没做完")
        advice = _said("已经办好的、已经填好的都在。可以接着办；把诊断信息发给管理员，好尽快修好。")
        self._told.emit(heading, advice, report)

    def _show(self, heading: str, advice: str, report: str) -> None:
        if self.dialog is not None:
            return
        self.dialog = FaultDialog(heading, advice, report, QApplication.activeWindow())
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.finished.connect(self._done)
        self.dialog.open()

    def _done(self, _result: int) -> None:
        self.dialog = None
