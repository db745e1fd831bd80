"""Below every page: back, what was saved, and the one primary button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_app.ui.screens.first_run.calls import Step
from desk_app.ui.screens.first_run.shown import Shown
from desk_app.ui.screens.first_run.words import next_words
from desk_app.ui.widgets.brand import AIR
from desk_app.ui.widgets.button import Button, PrimaryButton
from desk_app.ui.widgets.text import Text


def _tr(text: str) -> str:
    return QCoreApplication.translate("FirstRun", text)


class Foot(QWidget):
    """The buttons and what they say now."""

    def __init__(self) -> None:
        super().__init__()
        self.back = Button(_tr("上一步"), icon="arrow-left", keys="Alt+←")
        self.saved = Text("", "caption", "quiet")
        self.onward = PrimaryButton("", icon="arrow-right")
        line = QHBoxLayout(self)
        line.setContentsMargins(AIR, 0, AIR, 0)
        line.setSpacing(12)
        line.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        line.addWidget(self.saved)
        line.addWidget(self.onward)

    def lay(self, shown: Shown) -> None:
        """Show everything."""
        self.back.setVisible(shown.step is not Step.SITE)
        self.back.setEnabled(not shown.busy)
        self.onward.set_words(next_words(shown))
        waits = shown.step is Step.PEOPLE and shown.people.made and not shown.people.sheet_kept
        self.onward.setEnabled(not shown.busy and not waits)
        self.saved.setText(_saved_words(shown))


def _saved_words(shown: Shown) -> str:
    if shown.demo is None:
        return "" if shown.step is Step.SITE else _tr("前面的都存好了")
    done, total = shown.demo
    if not total:
        return _tr("正在准备演示数据")
    return _tr("正在准备演示数据 {done} / {total}").format(done=done, total=total)
