"""What the case is, its number, its lamp, its code."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_app.domain.cases import CaseState
from desk_app.domain.worktime import Lamp as LampState
from desk_app.domain.worktime import local_day
from desk_app.ui.screens.cases import words
from desk_app.ui.screens.cases.standing import CaseShown
from desk_app.ui.screens.intake.calls import PageImage
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.theme.marks import LampShape
from desk_app.ui.theme.meanings import CASE_STATE_TONES
from desk_app.ui.widgets.boxes import ScrollBody
from desk_app.ui.widgets.button import IconButton
from desk_app.ui.widgets.chips import Flow
from desk_app.ui.widgets.lamp import Lamp
from desk_app.ui.widgets.pdf_preview import page_image
from desk_app.ui.widgets.tag import ModeTag, Tag
from desk_app.ui.widgets.text import ElidedText, Text
from desk_app.ui.words import word

_CODE = 84


class CodePicture(QWidget):
    """A QR code: whole pixels, dark on white in every look, so that a telephone reads it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(_CODE, _CODE)
        self._image: QImage | None = None

    def show_code(self, picture: PageImage | None) -> None:
        """Show a code; nothing while it is drawn."""
        self._image = page_image(picture.width, picture.height, picture.grey) if picture else None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The modules, each the same number of pixels."""
        if self._image is None:
            return
        scale = max(1, _CODE // self._image.width())
        side = self._image.width() * scale
        box = QRect(0, 0, side, side)
        box.moveCenter(self.rect().center())
        QPainter(self).drawImage(box, self._image)


class CaseHead(ScrollBody):
    """Title, number, mode and state, lamp; the code at the right."""

    copied = Signal(str)
    """The number was put on the clipboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text("", "subtitle", wrap=True)
        self.number = Text("", "caption", "quiet")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = IconButton("copy", self.tr("复制编号"), plain=True)
        self.copy.clicked.connect(self._copy)
        self.mode, self.state, self.back, self.cover = ModeTag(), Tag(), Tag(), Tag()
        self.lamp = Lamp(LampShape.OK, size="detail")
        self.left = Text("", "bodyStrong")
        self.due = ElidedText("", "body", "quiet")
        self.code = CodePicture(self.tr("办件二维码，不含个人信息"))
        self._lay_out()

    def _lay_out(self) -> None:
        number = QHBoxLayout()
        number.setSpacing(4)
        number.addWidget(self.number)
        number.addWidget(self.copy)
        number.addStretch(1)
        tags = Flow(spacing=6)
        tags.addWidget(self.mode)
        tags.addWidget(self.state)
        tags.addWidget(self.back)
        tags.addWidget(self.cover)
        clock = QHBoxLayout()
        clock.setSpacing(8)
        clock.addWidget(self.lamp)
        clock.addWidget(self.left)
        clock.addWidget(self.due, 1)
        words_ = QVBoxLayout()
        words_.setSpacing(3)
        words_.addWidget(self.title)
        words_.addLayout(number)
        words_.addLayout(tags)
        words_.addSpacing(3)
        words_.addLayout(clock)
        padding = look_now().size("card_padding")
        row = QHBoxLayout(self)
        row.setContentsMargins(padding, 12, padding, 12)
        row.setSpacing(10)
        row.addLayout(words_, 1)
        row.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_case(self, shown: CaseShown) -> None:
        """Show what is known."""
        case = shown.case
        self.title.setText(case.item.name)
        self.number.setText(words.number_text(case.number))
        self.mode.set_mode(case.item.mode.value)
        self.state.set_tag(word(case.state), CASE_STATE_TONES[case.state.value])
        self.back.set_tag(words.back_words(case.back), Tone.GREY)
        absent = shown.view.absent
        self.cover.set_tag(self.tr("代 {name} 办").format(name=absent), Tone.AMBER)
        self.cover.setVisible(bool(absent))
        self.code.show_code(shown.qr)
        left, due, tone = self._clock(shown)
        self.lamp.setVisible(shown.lamp is not None)
        if shown.lamp is not None:
            self.lamp.set_lamp(LampShape(shown.lamp.value))
            self.lamp.setAccessibleName(word(shown.lamp))
        self.left.setText(left)
        self.left.set_tone(tone.value)
        self.due.setText(due)
        self.due.setVisible(bool(due))

    def _clock(self, shown: CaseShown) -> tuple[str, str, Tone]:
        """The lamp's sentence, the date beside it, and how it reads."""
        case, lamp = shown.case, shown.lamp
        if lamp is LampState.DONE:
            ended = words.day_text(local_day(case.finished_at)) if case.finished_at else ""
            return word(case.state), ended, CASE_STATE_TONES[case.state.value]
        if case.state is CaseState.SUPPLEMENTING:
            return self._waited(shown)
        if lamp is LampState.PAUSED:
            end = shown.due.due if shown.due else None
            text = self.tr("最晚 {day}").format(day=words.day_text(end)) if end else ""
            return word(lamp), text, Tone.GREY
        if lamp is None or shown.due is None or shown.due.due is None:
            waiting = case.state is CaseState.NOTICED
            text = self.tr("等补齐材料，还没计时") if waiting else self.tr("时限以窗口告知为准")
            return text, "", Tone.GREY
        left, tone = words.lamp_sentence(lamp, shown.days_left)
        day = words.day_text(shown.due.due)
        if shown.due is shown.view.notice_by:
            return left, self.tr("{day} 前答复").format(day=day), tone
        return left, self.tr("{day} 到期").format(day=day), tone

    def _waited(self, shown: CaseShown) -> tuple[str, str, Tone]:
        """Nothing runs but the citizen's own day."""
        waiting = shown.case.lived.round
        due = waiting.due if waiting else None
        text, tone = words.waited_words(due, shown.moment.today)
        return text, self.tr("{day} 前补来").format(day=words.day_text(due)) if due else "", tone

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.number.text())
        self.copied.emit(self.number.text())
