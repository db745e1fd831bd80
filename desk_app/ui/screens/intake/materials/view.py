"""The card with the paper list, the reason of a gap, and the remark."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from desk_app.domain.cases import MaterialState
from desk_app.domain.catalogue import Material, MaterialForm, Need, Occasion
from desk_app.domain.intake import Judgement, Outcome
from desk_app.ui.list_model import ROW_ROLE
from desk_app.ui.screens.intake import fields
from desk_app.ui.screens.intake.boxes import Boxes
from desk_app.ui.screens.intake.materials.delegate import MaterialDelegate, RowWords
from desk_app.ui.screens.intake.materials.model import MaterialsModel
from desk_app.ui.screens.intake.shown import RowShown, Shown
from desk_app.ui.theme.look import Tone
from desk_app.ui.widgets.boxes import Card, CardFoot, CardHead, ScrollBody
from desk_app.ui.widgets.button import Button, ButtonSize
from desk_app.ui.widgets.field import LabelledField
from desk_app.ui.widgets.line import NoteBox
from desk_app.ui.widgets.tag import KeyCap, Tag
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import word

TAKES_LETTERS = "takesLetters"
"""The frame leaves letters to widgets with this property (shell/typing.py)."""

STATE_KEYS: dict[int, MaterialState] = {
    int(Qt.Key.Key_Y): MaterialState.ORIGINAL,
    int(Qt.Key.Key_F): MaterialState.COPY,
    int(Qt.Key.Key_D): MaterialState.E_LICENCE,
    int(Qt.Key.Key_R): MaterialState.DEFERRED,
    int(Qt.Key.Key_Q): MaterialState.MISSING,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("IntakeMaterials", text)


def row_words(row: RowShown) -> RowWords:
    """What a row says."""
    remark, tone = _remark(row)
    instead = _tr("窗口核验，免交") if row.material.exempt else ""
    return RowWords(_tags(row), _asked(row), remark, tone, instead)


def _tags(row: RowShown) -> tuple[tuple[str, Tone, bool], ...]:
    tags: list[tuple[str, Tone, bool]] = []
    if row.material.exempt:
        return ()
    if row.material.occasion is Occasion.IF_APPLICABLE or row.material.need is Need.OPTIONAL:
        tags.append((_tr("符合时"), Tone.GREY, False))
    else:
        tags.append((_tr("必要"), Tone.BLUE, False))
    if row.deferrable:
        tags.append((_tr("可容缺"), Tone.GREY, True))
    return tuple(tags)


def form_words(material: Material) -> str:
    """In what form and how many: 复印件 1 份."""
    if not material.copies:
        return word(material.form)
    form = _tr("原件") if material.form is MaterialForm.ORIGINAL else word(material.form)
    return _tr("{form} {count} 份").format(form=form, count=material.copies)


def _asked(row: RowShown) -> str:
    material, form = row.material, form_words(row.material)
    told = form in material.note or (material.note and not material.copies)
    shown = "" if material.exempt or told else form
    return _tr("，").join(part for part in (shown, material.note) if part)


def _remark(row: RowShown) -> tuple[str, str]:
    """The words at the right of a row and the role of their colour."""
    if row.state is MaterialState.MISSING:
        return (row.reason or _tr("未带"), "red")
    if row.state is MaterialState.DEFERRED:
        until = _tr("{day} 前补交").format(day=row.promise_by.strftime("%m-%d")) if row.promise_by else ""
        return (_tr("，").join(part for part in (until, row.reason) if part), "amber")
    if row.state is None and row.owed:
        return (_tr("还没看"), "text3")
    return (row.reason, "text2")


def row_sentence(row: RowShown) -> str:
    """A row for the screen reader and the tooltip."""
    words = row_words(row)
    state = words.instead or (word(row.state) if row.state else _tr("还没看"))
    tags = [text for text, _, _ in words.tags]
    parts = [_tr("第 {n} 项").format(n=row.material.number), row.material.name, *tags, words.asked, state]
    if words.remark and words.remark != state:
        parts.append(words.remark)
    return _tr("，").join(part for part in parts if part)


class MaterialsList(QListView):
    """The rows. Digits choose one, Y F D R Q set it, Del takes the mark back; the mouse does the same."""

    marked = Signal(int, object)
    """(number of the row, MaterialState)."""
    row_picked = Signal(int)
    """Number of the row that has the keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = MaterialsModel(row_sentence, self)
        self._delegate = MaterialDelegate(row_words, word, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("材料清单"))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty(TAKES_LETTERS, True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def show_rows(self, rows: tuple[RowShown, ...], current: int) -> None:
        """Show rows; ``current`` is the number of the one that has the keys, 0 before any."""
        self.rows.set_rows(rows)
        self.go_to(current)

    def go_to(self, number: int) -> bool:
        """Give a row the keys. False when there is no such row."""
        place = self.rows.place_of(number)
        if place is None:
            return False
        if self.currentIndex().row() != place:
            index = self.rows.index(place)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)
        return True

    def current_row(self) -> RowShown | None:
        """The row that has the keys."""
        return self.rows.row_at(self.currentIndex().row())

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell who has the keys."""
        super().currentChanged(current, previous)
        row = current.data(ROW_ROLE)
        if isinstance(row, RowShown):
            self.row_picked.emit(row.material.number)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys need a row to act on."""
        super().focusInEvent(event)
        first = self.rows.row_at(0)
        if self.current_row() is None and first is not None:
            self.go_to(first.material.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the paper list; everything else is the list's own."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if not (plain and self._take(event)):
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        key, row = event.key(), self.current_row()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            return self.go_to(key - Qt.Key.Key_0)
        if row is None:
            return key in STATE_KEYS
        if key in STATE_KEYS:
            if STATE_KEYS[key] is not row.state:
                self.marked.emit(row.material.number, STATE_KEYS[key])
            return True
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if row.state is not None:
                self.marked.emit(row.material.number, row.state)
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The row that has the keys stays in sight when the line for its reason opens below it."""
        super().resizeEvent(event)
        if self.currentIndex().isValid() and event.size().height() < event.oldSize().height():
            self.scrollTo(self.currentIndex())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a part of the switch sets it; on the chosen one, takes it back."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        row = index.data(ROW_ROLE) if index.isValid() else None
        if event.button() is not Qt.MouseButton.LeftButton or not isinstance(row, RowShown):
            return
        state = self._delegate.part_at(row, self.visualRect(index), at.x(), at.y())
        if state is not None and state in row.allowed:
            self.marked.emit(row.material.number, state)


def count_tag(judgement: Judgement) -> tuple[str, Tone]:
    """3 / 5，缺 2."""
    counted = _tr("{here} / {owed}").format(here=judgement.in_hand, owed=judgement.owed)
    if judgement.missing:
        return (_tr("{counted}，缺 {n}").format(counted=counted, n=len(judgement.missing)), Tone.RED)
    if judgement.deferred:
        return (_tr("{counted}，容缺 {n}").format(counted=counted, n=len(judgement.deferred)), Tone.AMBER)
    if judgement.untouched:
        return (counted, Tone.GREY)
    return (_tr("{counted} 已到位").format(counted=counted), Tone.GREEN)


class MaterialsCard(Card):
    """The list, the reason of a gap, the remark, and the keys."""

    reasoned = Signal(int, str)
    take_all_requested = Signal()

    def __init__(self, boxes: Boxes) -> None:
        super().__init__()
        self._boxes = boxes
        self.without_padding()
        self._count = Tag()
        self.take_all = Button(_tr("全部收齐"), icon="checks", keys="F4", size=ButtonSize.SMALL)
        self.take_all.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.take_all.clicked.connect(self.take_all_requested)
        head = CardHead(_tr("材料清单"), "list-bullets")
        head.add_beside(self._count)
        head.add_right(self.take_all)
        self.set_head(head)
        self.list = MaterialsList()
        self.problem = Text("", "caption", "red", wrap=True)
        self.problem.setContentsMargins(16, 6, 16, 0)
        self.problem.hide()
        self.reason = LabelledField(_tr("为什么缺"), placeholder=_tr("例：未带；卡已过期，需换新卡"))
        self.reason.line.textEdited.connect(self._reason_typed)
        self.reason.line.returnPressed.connect(self.list.setFocus)
        self.remark = LabelledField(_tr("备注（只给工作人员看）"), NoteBox(_tr("备注"), 2), keys=("Alt", "B"))
        self._remark_box().setPlaceholderText(_tr("例：行动不便，结果送上门"))
        self._keys = CardFoot()
        self._roomy = True
        self._lay_out()

    def _remark_box(self) -> NoteBox:
        box = self.remark.editor
        if not isinstance(box, NoteBox):
            raise TypeError("the remark is a note")
        return box

    def _lay_out(self) -> None:
        below = ScrollBody()
        column = QVBoxLayout(below)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(10)
        column.addWidget(self.reason)
        column.addWidget(self.remark)
        self.body.addWidget(self.problem)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(below)
        legend = (("1⋯9", _tr("选行")), *((key, word(state)) for key, state in _LEGEND))
        for cap, text in legend:
            self._keys.row.addWidget(KeyCap(cap))
            self._keys.row.addWidget(Text(text, "caption", "quiet"))
        self._keys.row.addStretch(1)
        self.set_foot(self._keys)
        self._boxes.add(fields.MATERIALS, self.list)
        self._boxes.add_field(fields.REMARK, self.remark)

    def lay(self, shown: Shown) -> None:
        """Show the rows and what was said of them."""
        self.list.show_rows(shown.rows, shown.lane.row)
        judgement = shown.outcome.judgement if shown.outcome else Judgement(Outcome.OPEN)
        self._count.set_tag(*count_tag(judgement) if judgement.owed else ("", Tone.GREY))
        self.take_all.setEnabled(bool(shown.rows))
        self.problem.setText(_tr("还有材料没看：逐项选，或者按 F4 全部收齐"))
        self.problem.setVisible(shown.materials_demanded)
        self._boxes.write(fields.REMARK, shown.boxes[fields.REMARK].text)
        self._lay_reason(shown)
        self.open_remark(bool(shown.boxes[fields.REMARK].text) or shown.lane.field == fields.REMARK)

    def _lay_reason(self, shown: Shown) -> None:
        row = next((row for row in shown.rows if row.material.number == shown.lane.row), None)
        gap = row is not None and row.state in (MaterialState.MISSING, MaterialState.DEFERRED)
        self.reason.setVisible(gap)
        if row is not None and gap:
            self.reason.label.setText(_tr("第 {n} 项为什么缺").format(n=row.material.number))
            if not self.reason.line.hasFocus() or row.reason != self.reason.text().strip():
                self.reason.set_text(row.reason)

    def _reason_typed(self, text: str) -> None:
        row = self.list.current_row()
        if row is not None:
            self.reasoned.emit(row.material.number, text)

    def open_remark(self, wanted: bool) -> None:
        """Where room is short the remark stands there only when it is wanted (Alt+B)."""
        crowded = self.height() < _LOW and not self.reason.isHidden()
        self.remark.setVisible(wanted or (self._roomy and not crowded))

    def set_roomy(self, roomy: bool) -> None:
        """Whether there is room for the legend of keys and an empty remark."""
        self._roomy = roomy
        self._keys.setVisible(roomy)
        self.open_remark(bool(self.remark.text()))


_LOW = 640
"""Below this height the reason of a gap and an empty remark would leave no room for the rows."""

_LEGEND = (
    ("Y", MaterialState.ORIGINAL),
    ("F", MaterialState.COPY),
    ("D", MaterialState.E_LICENCE),
    ("R", MaterialState.DEFERRED),
    ("Q", MaterialState.MISSING),
)
