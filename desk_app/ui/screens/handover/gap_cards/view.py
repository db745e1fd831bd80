"""The right side of a receiver: a card for each thing that differs, what is done about it, the big button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk_app.ui.screens.handover import words
from desk_app.ui.screens.handover.shown import COUNTING, HandoverShown
from desk_app.ui.screens.handover.tally import HANDLINGS, Found, Gap, Handling
from desk_app.ui.screens.handover.words import said
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.widgets.boxes import Card, CardHead, ScrollBody, clear_layout, scrolled
from desk_app.ui.widgets.button import Button, PrimaryButton
from desk_app.ui.widgets.field import LabelledField
from desk_app.ui.widgets.ink import paint_box
from desk_app.ui.widgets.line import InputLine, PickBox
from desk_app.ui.widgets.text import Text

_TONES = {Found.MISSING: Tone.RED, Found.DIFFERING: Tone.AMBER, Found.EXTRA: Tone.PLUM}


class GapCard(QFrame):
    """One discrepancy: which, what, and what is done about it."""

    noted = Signal(str, str)
    """(key, what differs)"""
    handled = Signal(str, object)
    """(key, Handling)"""
    left = Signal()
    """Enter: the keyboard goes back to the field."""

    def __init__(self, gap: Gap) -> None:
        super().__init__()
        self.key, self.found = gap.key, gap.found
        self.number = Text(words.number_text(gap.number), "bodyStrong")
        self.what = Text(words.gap_text(gap), "caption", "quiet", wrap=True)
        self.note = InputLine(said("哪里不符"))
        self.note.setProperty("small", True)
        self.note.setPlaceholderText(said("少哪一份、几份，或哪里破损"))
        if gap.found is not Found.DIFFERING:
            self.note.hide()
        self.note.textEdited.connect(lambda text: self.noted.emit(self.key, text))
        self.note.returnPressed.connect(self.left)
        self.pick = PickBox(said("怎么处理"))
        self.pick.setProperty("small", True)
        for handling in HANDLINGS[gap.found]:
            self.pick.addItem(words.handling_words()[handling], handling.value)
        self.pick.activated.connect(
            lambda _at: self.handled.emit(self.key, Handling(self.pick.currentData()))
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 10, 12, 12)
        box.setSpacing(6)
        for widget in (self.number, self.what, self.note, self.pick):
            box.addWidget(widget)
        self.show_gap(gap)

    def show_gap(self, gap: Gap) -> None:
        """As it is now; what is being typed is left alone."""
        if not self.note.hasFocus():
            self.note.setText(gap.note)
        self.note.set_problem(False)
        self.pick.setCurrentIndex(list(HANDLINGS[gap.found]).index(gap.handling))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline round it, and the bar that says the kind by its place too."""
        painter = QPainter(self)
        current = look_now()
        box, radius = QRectF(self.rect()), current.size("radius_input")
        paint_box(painter, box, radius, current.colour("surface"), current.colour("line"))
        clip = QPainterPath()
        clip.addRoundedRect(box, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(clip)
        painter.fillRect(QRectF(0, 0, 4, self.height()), current.tone(_TONES[self.found])[0])


class GapPane(Card):
    """All of them, the remark on the whole bag, who signed, and the button that signs."""

    noted = Signal(str, str)
    handled = Signal(str, object)
    remark_given = Signal(str)
    signer_given = Signal(str)
    field_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.without_padding()
        head = CardHead(said("差异说明"))
        self.count = Text("", "caption", "quiet")
        head.add_right(self.count)
        self.set_head(head)
        self.cards: list[GapCard] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self.none = Text(said("到现在没有差异"), "body", "quiet")
        self.remark = LabelledField(said("补充说明（可不填）"))
        self.remark.line.textEdited.connect(self.remark_given)
        self.signer = LabelledField(said("签收人"), placeholder=said("清单上谁签的字"))
        self.signer.line.textEdited.connect(self.signer_given)
        for line in (self.remark.line, self.signer.line):
            line.returnPressed.connect(self.field_wanted)
        self.facts = Text("", "body", "quiet", wrap=True)
        self.primary = PrimaryButton(said("接收"), icon="check-circle")
        self.back = Button(said("整批退回"), icon="arrow-counter-clockwise")
        self._lay_out()

    def _lay_out(self) -> None:
        content = ScrollBody()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(12)
        inside.addWidget(self.none)
        inside.addLayout(self._column)
        for widget in (self.facts, self.signer, self.remark):
            inside.addWidget(widget)
        inside.addStretch(1)
        self.area = scrolled(content)
        self.body.addWidget(self.area, 1)
        below = QWidget()
        box = QVBoxLayout(below)
        box.setContentsMargins(14, 12, 14, 14)
        box.setSpacing(10)
        box.addWidget(self.primary)
        box.addWidget(self.back)
        self.body.addWidget(below)

    def show_pane(self, shown: HandoverShown) -> None:
        """What differs now."""
        found, counting = shown.gaps, shown.stage in COUNTING
        self._show_cards(found)
        missing = len(shown.batch.missing) if shown.batch is not None else 0
        total = len(found) if counting else missing
        self.count.setText(said("{n} 处").format(n=total) if total else "")
        self.none.setVisible(counting and not found)
        lines = words.facts(shown.batch) if shown.batch is not None and not counting else ()
        self.facts.setText("\n".join(lines))
        self.facts.setVisible(bool(lines))
        self.remark.setVisible(counting)
        self.signer.setVisible(counting and shown.recording)
        for field, text in ((self.remark, shown.tally.remark), (self.signer, shown.tally.signed_by)):
            if not field.line.hasFocus():
                field.set_text(text)
        text, icon = words.primary_words(shown)
        self.primary.set_words(text, icon=icon)
        self.primary.setEnabled(not shown.busy)

    def _show_cards(self, found: tuple[Gap, ...]) -> None:
        """Cards stay where they are while they stand for the same; the keyboard stays in them."""
        if [(card.key, card.found) for card in self.cards] != [(gap.key, gap.found) for gap in found]:
            clear_layout(self._column)
            self.cards = [GapCard(gap) for gap in found]
            for card in self.cards:
                card.noted.connect(self.noted)
                card.handled.connect(self.handled)
                card.left.connect(self.field_wanted)
                self._column.addWidget(card)
                card.show()  # at once: the keyboard may be on its way to it
        for card, gap in zip(self.cards, found, strict=True):
            card.show_gap(gap)

    def focus_gap(self, key: str) -> None:
        """The keyboard goes to a card."""
        card = next((one for one in self.cards if one.key == key), None)
        if card is not None:
            self.area.ensureWidgetVisible(card)
            (card.pick if card.note.isHidden() else card.note).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, part: str) -> None:
        """Which answer is missing."""
        empty = next((card for card in self.cards if not card.note.isHidden() and not card.note.text()), None)
        if part == "note" and empty is not None:
            empty.note.set_problem(True)
            self.focus_gap(empty.key)
        elif part == "signed_by":
            self.signer.line.set_problem(True)
            self.signer.line.setFocus(Qt.FocusReason.OtherFocusReason)
