"""Where slots, sheet and questions lie, and what they say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.attachments import Grade
from desk_app.ui.messages import told
from desk_app.ui.screens.cases.words import number_text
from desk_app.ui.screens.pictures.asking import PictureAsk
from desk_app.ui.screens.pictures.lines import PictureList, slot_name
from desk_app.ui.screens.pictures.sheet import SheetView
from desk_app.ui.screens.pictures.shown import Asking, PicturesShown
from desk_app.ui.theme.look import Tone, WidthClass, look_now
from desk_app.ui.widgets.banner import Banner
from desk_app.ui.widgets.boxes import Card, Line
from desk_app.ui.widgets.button import Button, ButtonSize
from desk_app.ui.widgets.chips import Flow
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import word

_LISTS = {WidthClass.WIDE: 400, WidthClass.STANDARD: 350, WidthClass.NARROW: 320, WidthClass.COMPACT: 280}


class PictureTools(QWidget):
    """What can be done with the slot and the picture at hand; each button says its key."""

    wished = Signal(str)
    graded = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        flow = Flow(self)
        self.buttons: dict[str, Button] = {}
        for name, text, icon, keys in (
            ("add", self.tr("放文件"), "folder-open", "Ctrl+U"),
            ("paste", self.tr("粘贴"), "copy", "Ctrl+V"),
            ("camera", self.tr("拍一张"), "camera", "Ctrl+Shift+U"),
            ("turn", self.tr("转"), "arrow-clockwise", "R"),
            ("cut", self.tr("裁"), "crop", "C"),
            ("straighten", self.tr("校正"), "text-align-left", "S"),
            ("remove", self.tr("拿掉"), "trash", "Del"),
        ):
            button = self.buttons[name] = Button(text, icon=icon, keys=keys, size=ButtonSize.SMALL)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _on=False, wish=name: self.wished.emit(wish))
            flow.addWidget(button)
        for grade in Grade:
            button = Button(word(grade), keys=f"Shift+{grade.value}", size=ButtonSize.SMALL)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _on=False, given=grade: self.graded.emit(given))
            self.buttons[f"grade{grade.value}"] = button
            flow.addWidget(button)

    def show_shown(self, shown: PicturesShown) -> None:
        """What is possible now."""
        free, item = not shown.busy, shown.item
        for name, button in self.buttons.items():
            needs_item = name not in ("add", "paste", "camera")
            button.setEnabled(free and (item is not None or not needs_item))
        self.buttons["camera"].setVisible(shown.camera)


class PicturesPanes(QWidget):
    """The list at the left, the sheet at the right, what has arrived above."""

    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list, self.sheet = PictureList(self.tr("材料和图像")), SheetView(self.tr("图像"))
        self.tools, self.ask = PictureTools(), PictureAsk()
        self.arrived, self.trouble = Banner(Tone.BLUE), Banner(Tone.RED)
        self.head, self.number, self.foot = (
            Text("", "title"),
            Text("", "caption", "quiet"),
            Text("", "caption"),
        )
        self.back_button = Button(self.tr("返回办件"), icon="arrow-left", keys="Esc", size=ButtonSize.SMALL)
        self.back_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.back_button.clicked.connect(self.back_requested)
        for part in (self.arrived, self.trouble):
            part.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for part in (self.back_button, self.head, self.number):
            top.addWidget(part)
        top.addStretch(1)
        self._left = Card()
        self._left.without_padding()
        self._left.body.addWidget(self.list, 1)
        right = Card()
        right.body.addWidget(self.tools)
        right.body.addWidget(Line())
        right.body.addWidget(self.ask)
        right.body.addWidget(self.sheet, 1)
        right.body.addWidget(self.foot)
        panes = QHBoxLayout()
        panes.setSpacing(look_now().size("card_gap"))
        panes.addWidget(self._left)
        panes.addWidget(right, 1)
        box = QVBoxLayout(self)
        across, down = look_now().size("work_padding_h"), look_now().size("work_padding_v")
        box.setContentsMargins(across, down, across, down)
        box.setSpacing(look_now().size("card_gap"))
        box.addLayout(top)
        box.addWidget(self.arrived)
        box.addWidget(self.trouble)
        box.addLayout(panes, 1)

    def show_shown(self, shown: PicturesShown | None) -> None:
        """Everything about the pictures of a case."""
        if shown is None:
            self.list.lines.set_lines(())
            self.sheet.show_page(None, "", None)
            for part in (self.arrived, self.trouble):
                part.hide()
            self.ask.ask(Asking.NOTHING)
            self.head.setText(self.tr("正在打开材料图像"))
            self.number.setText("")
            self.foot.setText("")
            return
        self.head.setText(self.tr("材料图像"))
        self.number.setText(
            self.tr("{item}　{number}").format(
                item=shown.case.item.name, number=number_text(shown.case.number)
            )
        )
        self.list.show_shown(shown)
        self.tools.show_shown(shown)
        self._show_sheet(shown)
        self._show_arrived(shown)
        self._show_trouble(shown)
        if self.ask.ask(shown.asking) and shown.asking is Asking.NOTHING:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sheet(self, shown: PicturesShown) -> None:
        page = shown.pages[shown.page] if shown.page < len(shown.pages) else None
        self.sheet.show_page(page, self._empty(shown), shown.cutting)
        self.foot.setText(self._foot(shown))

    def _empty(self, shown: PicturesShown) -> str:
        if shown.loading:
            return self.tr("正在取图")
        slot = shown.slot
        if slot is not None and slot.off:
            return self.tr("这里不留身份证图像：看一眼原件就还群众。\n确实要留，请负责人在设置里写明用途。")
        if slot is not None and not slot.printed:
            return self.tr("这份文书还没打出来。\n先打印，签好字再扫回来。")
        return self.tr("还没有图。\n高拍仪拍一张，或者 Ctrl+U 选文件，Ctrl+V 粘贴，直接拖进来也行。")

    def _foot(self, shown: PicturesShown) -> str:
        if shown.cutting is not None:
            return self.tr("按 1 到 4 选角，方向键挪，Enter 裁好，Esc 不裁")
        item = shown.item
        if item is None:
            return ""
        page = self.tr("第 {at} / {of} 页").format(at=shown.page + 1, of=max(len(shown.pages), 1))
        graded = self.tr("{grade}，{by}").format(grade=word(item.grade), by=item.graded_by)
        return "　".join((page, graded, self.tr("+ − 放大缩小，0 整页，PgUp PgDn 翻页")))

    def _show_arrived(self, shown: PicturesShown) -> None:
        slot = shown.slot
        offered = bool(shown.waiting) and slot is not None and shown.asking is Asking.NOTHING
        if offered and slot is not None:
            heading = self.tr("刚扫进来的 {n} 张，放进 {slot}？").format(
                n=len(shown.waiting), slot=slot_name(slot)
            )
            detail = self.tr("Enter 放进去，↑↓ 换一个位置，Esc 这张不要")
            if self.arrived.heading.text() != heading or self.arrived.isHidden():
                self.arrived.say(Tone.BLUE, heading, detail)
        elif not self.arrived.isHidden():
            self.arrived.hide()

    def _show_trouble(self, shown: PicturesShown) -> None:
        if shown.trouble is None:
            self.trouble.hide()
            return
        heading, detail = told(shown.trouble)
        if self.trouble.heading.text() != heading or self.trouble.isHidden():
            self.trouble.say(Tone.RED, heading, detail)

    def set_layout_class(self, width: WidthClass) -> None:
        """The list grows narrower."""
        wide = _LISTS[width]
        self._left.setFixedWidth(round(wide * 1.15) if look_now().large else wide)
