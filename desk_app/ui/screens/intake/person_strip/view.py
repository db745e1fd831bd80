"""The applicant in one strip: who, how old, which number, how to be reached, who acts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.masking import Kind, kind_of, mask
from desk_app.ui.screens.intake import fields
from desk_app.ui.screens.intake.applicant.view import sex_and_age
from desk_app.ui.screens.intake.shown import Shown
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.widgets.boxes import Card
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.tag import Tag
from desk_app.ui.widgets.text import ElidedText, Text
from desk_app.ui.words import word


def _tr(text: str) -> str:
    return QCoreApplication.translate("IntakePersonStrip", text)


def _number(shown: Shown) -> str:
    """Masked, unless it is being shown on purpose."""
    box, party = shown.boxes[fields.ID_NUMBER], shown.lane.form.applicant
    revealed = fields.ID_NUMBER in shown.lane.veiled and not box.masked
    return box.text if revealed else mask(kind_of(party.id_type), party.id_number)


class _Initial(QWidget):
    """The first character of the name on a round ground."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        side = look_now().size("control")
        self.setFixedSize(side, side)

    def show_name(self, name: str) -> None:
        """Another name."""
        self._text = name[:1]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circle and character."""
        painter, current = QPainter(self), look_now()
        ink, ground = current.tone(Tone.BLUE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(ink)
        painter.setFont(current.font("cardTitle"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class PersonStrip(Card):
    """Shown in the place of the form once the applicant holds; 改 opens the form again."""

    change_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._initial = _Initial()
        self.name = Text("", "subtitle")
        self._who = Text("", "body", "quiet")
        self._checked = Tag()
        self._facts = ElidedText("", "body", "quiet")
        self._acting = Text("", "body", "quiet")
        change = Button(_tr("改"), keys="Alt+I")
        change.setAccessibleName(_tr("改申请人"))
        change.clicked.connect(self.change_requested)
        upper = QHBoxLayout()
        upper.setSpacing(10)
        for widget in (self.name, self._who, self._checked):
            upper.addWidget(widget)
        upper.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(2)
        middle.addLayout(upper)
        middle.addWidget(self._facts)
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(self._initial)
        line.addLayout(middle, 1)
        line.addWidget(self._acting)
        line.addWidget(change)
        self.body.addLayout(line)

    def lay(self, shown: Shown) -> None:
        """Show the applicant."""
        party = shown.lane.form.applicant
        self._initial.show_name(party.name)
        self.name.setText(party.name)
        self._who.setText(sex_and_age(shown).replace(_tr("　"), _tr(" · ")))
        self._checked.set_tag(_tr("校验正确"), Tone.GREEN, "check")
        parts = (_number(shown), mask(Kind.MOBILE, party.phone), party.address)
        self._facts.setText("   ".join(part for part in parts if part))
        self._acting.setText(word(shown.lane.form.acting))
