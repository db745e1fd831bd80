"""本事项要填的: a box for each question of the item; no question, no card."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from desk_app.ui.screens.intake import fields
from desk_app.ui.screens.intake.applicant.view import lay_field
from desk_app.ui.screens.intake.boxes import Boxes
from desk_app.ui.screens.intake.calls import ItemField
from desk_app.ui.screens.intake.shown import Shown
from desk_app.ui.widgets.boxes import Card, CardHead, clear_layout
from desk_app.ui.widgets.field import LabelledField
from desk_app.ui.widgets.text import Text


def _tr(text: str) -> str:
    return QCoreApplication.translate("IntakeItemFields", text)


class ItemFieldsCard(Card):
    """Boxes are made anew when another item asks other things."""

    def __init__(self, boxes: Boxes) -> None:
        super().__init__()
        self._boxes = boxes
        self._asked: tuple[ItemField, ...] = ()
        head = CardHead(_tr("本事项要填的"), "note-pencil")
        head.add_right(Text(_tr("按事项变化"), "caption", "quiet"))
        self.set_head(head)
        self.hide()

    def lay(self, shown: Shown) -> None:
        """Show the questions and their answers."""
        if shown.item_fields != self._asked:
            self._ask(shown.item_fields)
        self.setVisible(bool(self._asked))
        for asked in self._asked:
            lay_field(self._boxes, fields.ITEM + asked.name, shown.boxes[fields.ITEM + asked.name])

    def _ask(self, asked: tuple[ItemField, ...]) -> None:
        for old in self._asked:
            self._boxes.drop(fields.ITEM + old.name)
        clear_layout(self.body)
        self._asked = asked
        before = self._boxes.widget(fields.MANDATE)
        for question in asked:
            field = LabelledField(question.label, placeholder=question.hint)
            if question.choices:
                completer = QCompleter(QStringListModel(list(question.choices), field), field)
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
                field.line.setCompleter(completer)
            self.body.addWidget(field)
            self._boxes.add_field(fields.ITEM + question.name, field)
            if before is not None:
                self.setTabOrder(before, field.editor)
            before = field.editor
