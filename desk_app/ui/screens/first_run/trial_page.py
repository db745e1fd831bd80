"""Page 5, 试办一件."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.ui.screens.first_run.shown import Shown
from desk_app.ui.widgets.points import Point, Points
from desk_app.ui.widgets.text import Text
from desk_app.ui.widgets.tile import TileGroup, TileText

START, DEMO = "start", "demo"


def _tr(text: str) -> str:
    return QCoreApplication.translate("FirstRunTrial", text)


class TrialPage(QWidget):
    """Two ways on: real work, or a made-up town to practise in."""

    start_requested = Signal()
    demo_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout()
        column.setSpacing(12)
        self.ways = TileGroup(_tr("怎么开始"), column)
        self.ways.show_tiles(
            [
                TileText(START, _tr("开始使用"), _tr("直接办真的。办错了 5 分钟内可以撤回。"), "note-pencil"),
                TileText(
                    DEMO,
                    _tr("先用演示数据看看"),
                    _tr("示例镇，几百件编出来的办件，凭证上印着“演示”，和正式数据分开放。"),
                    "eye",
                ),
            ],
            START,
        )
        self.points = Points(numbered=True)
        self.points.show_points(
            [
                Point(_tr("打几个字找事项，比如 gljt 就是高龄津贴")),
                Point(_tr("刷身份证或输号码，材料按 F4 全部收齐")),
                Point(_tr("按 Ctrl+Enter，受理、存好、打凭证一次完成")),
            ]
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(14)
        box.addWidget(self.ways)
        box.addSpacing(6)
        box.addWidget(Text(_tr("第一件这样办"), "subtitle"))
        box.addWidget(self.points)
        box.addStretch(1)
        self.ways.opened.connect(lambda _key: self.go_on())

    def go_on(self) -> None:
        """Follow the way that is chosen."""
        (self.demo_requested if self.ways.current == DEMO else self.start_requested).emit()

    def lay(self, shown: Shown) -> None:
        """While the demo is being made nothing else can be begun."""
        self.ways.setEnabled(not shown.busy)

    def focus_start(self) -> None:
        """The ways on."""
        self.ways.focus_current()

    def focus_on(self, _name: str) -> None:
        """Nothing here asks for attention."""
