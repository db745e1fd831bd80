"""事项: the list, and what the site says of the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.screens.settings.items.view import ItemList
from desk_app.ui.screens.settings.row_builder import SettingRows
from desk_app.ui.screens.settings.sections import ITEM
from desk_app.ui.screens.settings.shown import ItemsShown, Shown
from desk_app.ui.screens.settings.words import days_problem
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.widgets.boxes import Card, CardHead, scrolled
from desk_app.ui.widgets.button import Button, ButtonKind, ButtonSize
from desk_app.ui.widgets.empty import SkeletonRows
from desk_app.ui.widgets.tag import Tag
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import screen_date

_SIDE_BY_SIDE = 700
"""Logical pixels that list and details need beside each other."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsItems", text)


class ItemsPage(QWidget):
    """Every change is saved at once."""

    verify_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = ItemList()
        self.list.hide()
        self.waiting = SkeletonRows(4)
        self.waiting.say(_tr("正在打开事项目录"))
        self.rows = SettingRows("item", ITEM, stacked=True)
        self.verify = Button(
            _tr("核定这份指南"), ButtonKind.PRIMARY, icon="shield-check", size=ButtonSize.SMALL
        )
        self.verify.clicked.connect(self.verify_requested)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self.waiting)
        self._box = QHBoxLayout(self)
        self._box.setSpacing(12)
        self._box.addLayout(left, 7)
        self._box.addWidget(scrolled(self._made_details()), 4)

    def _made_details(self) -> QWidget:
        self._card = Card()
        self._head = CardHead("", "file-text")
        self._card.set_head(self._head)
        self._tag = Tag()
        self._by = Text("", "caption", "quiet", wrap=True)
        state = QHBoxLayout()
        state.setSpacing(10)
        state.addWidget(self._tag)
        state.addWidget(self._by, 1)
        self._card.body.addLayout(state)
        self._card.body.addWidget(self.verify)
        self._card.body.addWidget(self.rows)
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._card)
        box.addStretch(1)
        return holder

    def lay(self, shown: Shown) -> None:
        """Show everything."""
        items = shown.items
        self.waiting.setVisible(items.rows is None)
        self.list.setVisible(items.rows is not None)
        self.list.setEnabled(shown.may)
        self.list.show_rows(items.rows or ())
        self._card.setVisible(items.item is not None)
        if items.item is not None:
            self._lay_item(items, shown)

    def _lay_item(self, items: ItemsShown, shown: Shown) -> None:
        item = items.item
        if item is None:
            return
        self._head.title_text.setText(item.item.display_name)
        verified = item.verified
        self._tag.set_tag(_tr("已核定") if verified else _tr("参考"), Tone.GREEN if verified else Tone.AMBER)
        self._by.setText(
            _tr("{name} {day}").format(name=verified.by, day=screen_date(verified.on))
            if verified
            else _tr("和部门的清单核对过再点核定；没核定的，屏幕和凭证上写着“参考”。")
        )
        self.verify.set_words(_tr("重新核定") if verified else _tr("核定这份指南"))
        self.verify.setEnabled(shown.may and not shown.busy)
        self.rows.show_values(items.values, enabled=shown.may)
        self.rows.show_problems({"promised_days": days_problem()} if items.days_wrong else {})

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where both have room, else one below the other."""
        super().resizeEvent(event)
        least = _SIDE_BY_SIDE * (1.35 if look_now().large else 1)
        wide = event.size().width() >= least
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def focus_start(self) -> None:
        """The lines; letters typed there go to the filter."""
        self.list.focus_start()
