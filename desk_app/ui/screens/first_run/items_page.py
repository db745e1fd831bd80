"""Page 3, 办哪些事."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.screens.first_run.shown import Shown
from desk_app.ui.screens.settings.items.view import ItemList
from desk_app.ui.widgets.empty import SkeletonRows
from desk_app.ui.widgets.tag import KeyCap
from desk_app.ui.widgets.text import Text


def _tr(text: str) -> str:
    return QCoreApplication.translate("FirstRunItems", text)


class ItemsPage(QWidget):
    """The official list of the tier, all ticked; only what differs has to be changed."""

    decided = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.list = ItemList()
        self.waiting = SkeletonRows(4)
        self.waiting.say(_tr("正在打开事项目录"))
        keys = QHBoxLayout()
        keys.setSpacing(8)
        for caps, text in ((("↑↓",), _tr("选事项")), (("空格",), _tr("办、不办")), (("←→",), _tr("怎么办"))):
            keys.addWidget(KeyCap(*caps))
            keys.addWidget(Text(text, "caption", "quiet"))
            keys.addSpacing(8)
        keys.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.list, 1)
        box.addWidget(self.waiting, 1)
        box.addLayout(keys)
        self.list.hide()
        self.list.decided.connect(self.decided)

    def lay(self, shown: Shown) -> None:
        """Show the list once it is read."""
        waited = self.list.isHidden()
        self.waiting.setVisible(shown.items is None)
        self.list.setVisible(shown.items is not None)
        if shown.items is not None:
            self.list.show_rows(shown.items)
            if waited and self.isVisible():
                self.list.focus_start()

    def focus_start(self) -> None:
        """The lines; letters typed there go to the filter."""
        self.list.focus_start()

    def focus_on(self, _name: str) -> None:
        """Nothing here asks for attention."""
