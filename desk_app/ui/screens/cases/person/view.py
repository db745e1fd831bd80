"""Who applies: masked, and in full while that is on record."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_app.domain.identity import age_on, check_id
from desk_app.domain.masking import Kind, Profile, kind_of, mask
from desk_app.domain.people import Party
from desk_app.domain.phones import check_mobile
from desk_app.ui.screens.cases.standing import CaseShown
from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.banner import announce
from desk_app.ui.widgets.boxes import ScrollBody
from desk_app.ui.widgets.button import Button, ButtonKind, ButtonSize
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import word


class Initial(QWidget):
    """The first character of a name on a round ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A little larger than a small button."""
        side = look_now().size("control_small") + 4
        return QSize(side, side)

    def set_name(self, name: str) -> None:
        """Another name."""
        self._letter = name[:1]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circle and letter."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = look_now()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current.colour("primarySoft"))
        painter.drawEllipse(self.rect())
        painter.setPen(current.colour("link"))
        painter.setFont(current.font("bodyStrong"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)


class PersonCard(ScrollBody):
    """Name, sex and age, numbers; the button that shows the numbers while it is pressed, as Alt+S does."""

    pressed = Signal()
    released = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.initial = Initial()
        self.name = Text("", "bodyStrong", wrap=True)
        self.numbers = Text("", "caption", "quiet", wrap=True)
        self.place = Text("", "caption", "quiet", wrap=True)
        self.proxy = Text("", "caption", "quiet", wrap=True)
        self.reveal = Button(self.tr("看号码"), ButtonKind.LINK, icon="eye", size=ButtonSize.SMALL)
        self.reveal.setAccessibleName(self.tr("按住看完整号码，会记下来"))
        self.reveal.setToolTip(self.tr("按住看完整号码（Alt+S），会记下来"))
        self.reveal.pressed.connect(self.pressed)
        self.reveal.released.connect(self.released)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.name, 1)
        first.addWidget(self.reveal, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addLayout(first)
        for text in (self.numbers, self.place, self.proxy):
            lines.addWidget(text)
        padding = look_now().size("card_padding")
        box = QHBoxLayout(self)
        box.setContentsMargins(padding, 8, padding, 8)
        box.setSpacing(10)
        box.addWidget(self.initial, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(lines, 1)
        self._full = False

    def show_case(self, shown: CaseShown) -> None:
        """Show the applicant as far as it may be seen."""
        party, full = shown.in_full or shown.case.applicant, shown.in_full is not None
        checked = check_id(party.id_type, party.id_number, shown.moment.today)
        facts = [party.name if full else mask(Kind.NAME, party.name, Profile.DETAIL)]
        if checked.sex is not None:
            facts.append(word(checked.sex))
        if checked.birth is not None:
            facts.append(self.tr("{n} 岁").format(n=age_on(checked.birth, shown.moment.today)))
        self.initial.set_name(party.name)
        self.name.setText(" ".join(facts))
        self.numbers.setText("　".join(self._numbers(party, full=full)))
        place = party.address if full else mask(Kind.ADDRESS, party.address, Profile.DETAIL)
        self.place.setText(place)
        self.place.setVisible(bool(place))
        self._show_proxy(shown)
        if full and not self._full:
            announce(self, self.tr("正在显示完整号码"))
        self._full = full

    def _numbers(self, party: Party, *, full: bool) -> list[str]:
        if full:
            return [number for number in (party.id_number, party.phone) if number]
        phone = Kind.MOBILE if check_mobile(party.phone).valid else Kind.LANDLINE
        masked = (mask(kind_of(party.id_type), party.id_number, Profile.DETAIL), mask(phone, party.phone))
        return [number for number in masked if number]

    def _show_proxy(self, shown: CaseShown) -> None:
        proxy = shown.case.proxy
        self.proxy.setVisible(proxy is not None)
        if proxy is not None:
            name = mask(Kind.NAME, proxy.party.name, Profile.DETAIL)
            text = self.tr("由{name}来办（{relation}，{mandate}）")
            self.proxy.setText(
                text.format(name=name, relation=word(proxy.relation), mandate=word(proxy.mandate))
            )
