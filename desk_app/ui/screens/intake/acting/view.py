"""由谁来办: the applicant, a proxy with relation and mandate, or a visit at home."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desk_app.domain.cases import Acting
from desk_app.domain.people import MandateKind, Relation
from desk_app.domain.prefill import Relative
from desk_app.ui.screens.intake import fields
from desk_app.ui.screens.intake.applicant.number_line import NumberLine
from desk_app.ui.screens.intake.applicant.view import IdTypePick, PersonPicks, lay_field
from desk_app.ui.screens.intake.boxes import Boxes
from desk_app.ui.screens.intake.shown import Shown
from desk_app.ui.widgets.boxes import Card, CardHead, ScrollBody
from desk_app.ui.widgets.field import LabelledField
from desk_app.ui.widgets.line import PickBox
from desk_app.ui.widgets.segmented import Choice, Segmented
from desk_app.ui.widgets.tag import KeyCap
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import word

PROXY_BOXES = (fields.PROXY_NAME, fields.PROXY_ID, fields.PROXY_PHONE)


def _tr(text: str) -> str:
    return QCoreApplication.translate("IntakeActing", text)


def relative_words(relative: Relative) -> str:
    """Somebody of the household: name, and what they were last time."""
    name = relative.person.name.value
    return f"{name}  {word(relative.proxy.relation)}" if relative.proxy else name


class ActingCard(Card):
    """The card. ``chose`` gives (place, value) of a fixed answer."""

    chose = Signal(str, str)
    relative_picked = Signal(int)

    def __init__(self, boxes: Boxes) -> None:
        super().__init__()
        self._boxes = boxes
        head = CardHead(_tr("由谁来办"), "users")
        head.add_right(KeyCap("Alt", "W"))
        self.set_head(head)
        self.acting = Segmented(_tr("由谁来办"), [Choice(a.value, word(a)) for a in Acting])
        self.acting.chosen.connect(lambda value: self.chose.emit(fields.ACTING, value))
        self.body.addWidget(self.acting)
        self.picks = PersonPicks(_tr("以前来过的家人"))
        self.picks.picked.connect(self.relative_picked)
        self.body.addWidget(self.picks)
        self._proxy = ScrollBody()
        self._proxy.hide()
        self.body.addWidget(self._proxy)
        self.relation = PickBox(_tr("关系"))
        self.mandate = Segmented(_tr("委托手续"), [Choice(kind.value, word(kind)) for kind in MandateKind])
        self.id_type = IdTypePick(_tr("受托人证件类型"))
        self._mandate_problem = Text("", "caption", "red", wrap=True)
        self._fill_proxy()
        self._listen()

    def _fill_proxy(self) -> None:
        for relation in Relation:
            self.relation.addItem(word(relation), relation.value)
        name = LabelledField(_tr("受托人"))
        related = LabelledField(_tr("关系"), self.relation)
        number = LabelledField(_tr("受托人身份证号"), NumberLine(_tr("受托人身份证号")))
        number.add_beside_label(self.id_type)
        phone = LabelledField(_tr("受托人手机号"))
        beside = QHBoxLayout()
        beside.setSpacing(10)
        beside.addWidget(name, 3)
        beside.addWidget(related, 2)
        column = QVBoxLayout(self._proxy)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(beside)
        for widget in (number, phone, Text(_tr("委托手续"), "label", "quiet"), self.mandate):
            column.addWidget(widget)
        column.addWidget(self._mandate_problem)
        for place, field in zip(PROXY_BOXES, (name, number, phone), strict=True):
            self._boxes.add_field(place, field)

    def _listen(self) -> None:
        self.relation.activated.connect(
            lambda at: self.chose.emit(fields.RELATION, str(self.relation.itemData(at)))
        )
        self.mandate.chosen.connect(lambda value: self.chose.emit(fields.MANDATE, value))
        self.id_type.picked.connect(lambda value: self.chose.emit(fields.PROXY_ID_TYPE, value))
        for place, widget in (
            (fields.ACTING, self.acting),
            (fields.RELATION, self.relation),
            (fields.MANDATE, self.mandate),
        ):
            self._boxes.add(place, widget)

    def lay(self, shown: Shown) -> None:
        """Show who acts."""
        form = shown.lane.form
        self.acting.set_current(form.acting.value)
        self._proxy.setVisible(form.acting is Acting.PROXY)
        self.picks.show_people(relative_words(relative) for relative in shown.relatives)
        if form.acting is not Acting.PROXY:
            return
        for name in PROXY_BOXES:
            lay_field(self._boxes, name, shown.boxes[name])
        self.relation.setCurrentIndex(self.relation.findData(form.relation.value))
        self.mandate.set_current(form.mandate.value)
        self.id_type.show_type(form.proxy.id_type)
        demanded = fields.MANDATE in shown.lane.demanded
        words = _tr("别人来代办，要有委托书，或者是法定代理人") if demanded else ""
        self._mandate_problem.setText(words)
        self._mandate_problem.setVisible(demanded)
