"""The quick page: one line of boxes, and below it who has been taken."""

from __future__ import annotations

import itertools
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.domain.masking import Kind, Profile, mask
from desk_app.domain.numbers import ReceiptNumber
from desk_app.domain.paper_forms import OutForm
from desk_app.domain.worktime import SHANGHAI
from desk_app.ui import messages
from desk_app.ui.screens.quick import lines, words
from desk_app.ui.screens.quick.asking import AskStrip
from desk_app.ui.screens.quick.lines import FIELDS, Mode
from desk_app.ui.screens.quick.state import Row, Shown
from desk_app.ui.screens.quick.words import tr
from desk_app.ui.table_model import Column, Role, TableModel
from desk_app.ui.theme.look import Tone, WidthClass, look_now
from desk_app.ui.widgets.boxes import Card, CardHead
from desk_app.ui.widgets.field import LabelledField
from desk_app.ui.widgets.segmented import Choice, Segmented
from desk_app.ui.widgets.table import Table, TagDelegate
from desk_app.ui.widgets.tag import KeyCap
from desk_app.ui.widgets.text import ElidedText, Text

_STRETCH = {lines.ITEM: 5, lines.NUMBER: 5, lines.ID: 5, lines.NAME: 3, lines.PHONE: 3, lines.REMARK: 3}
_STRETCH |= {lines.WHEN: 4}
_NARROW = (lines.BOOK, lines.PAGE, lines.LINE)
_PER_ROW = 4
_FORMS, _FORMS_LARGE = 320, 440
_FATE_COLUMN = 4


def taken_columns() -> tuple[Column[Row], ...]:
    """The list of who was taken; names and numbers masked."""
    return (
        Column[Row](tr("编号"), words.number, width=210),
        Column[Row](tr("姓名"), lambda row: mask(Kind.NAME, row.draft[lines.NAME], Profile.LIST), width=90),
        Column[Row](
            tr("证件"), lambda row: mask(Kind.RESIDENT_ID, row.draft[lines.ID], Profile.LIST), width=190
        ),
        Column[Row](tr("时间"), _moment, width=150),
        Column[Row](tr("结果"), words.fate, width=110, roles={Role.TONE: words.fate_tone}),
        Column[Row]("", words.detail, width=0, roles={Role.TONE: lambda _row: Tone.RED}),
    )


def _moment(row: Row) -> str:
    if row.case is None:
        return ""
    return f"{row.case.registered_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"


def form_columns() -> tuple[Column[OutForm], ...]:
    """Emergency forms nobody has accounted for."""
    return (
        Column[OutForm](tr("没录的应急表"), lambda form: ReceiptNumber.parse(form.number).formatted, width=0),
        Column[OutForm](
            tr("打印时间"), lambda form: f"{form.reserved_at.astimezone(SHANGHAI):%m-%d %H:%M}", width=120
        ),
    )


class FormsTable(Table):
    """Del voids the form of the current row."""

    void_requested = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del, on a row."""
        model, at = self.model(), self.currentIndex()
        if event.key() == Qt.Key.Key_Delete and at.isValid() and isinstance(model, TableModel):
            self.void_requested.emit(model.row_at(at.row()).number)
            return
        super().keyPressEvent(event)


class QuickView(QWidget):
    """Shows what it is told and passes on what a person does."""

    typed = Signal(str, str)
    advance_requested = Signal(str)
    mend_requested = Signal(object)
    slips_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = CardHead(tr(words.TITLES[Mode.RUN]), "note-pencil")
        self.item_name, self.about = ElidedText("", "bodyStrong"), Text("", "caption", "quiet", wrap=True)
        self.count, self.left = Text("", "cardTitle"), Text("", "bodyStrong", "amber")
        self.trouble = Text("", "body", "red", wrap=True)
        self.ask = AskStrip()
        choices = [Choice("each", tr("一人一打")), Choice("end", tr("最后一起打"))]
        self.slips = Segmented(tr("凭证"), choices, small=True)
        self.fields = {name: self._field(name) for name in words.LABELS}
        self.taken, self.forms = Table(tr("这次登记的")), FormsTable(tr("没录的应急表"))
        self._model = TableModel[Row](taken_columns(), lambda row: row.id, self)
        self._out = TableModel[OutForm](form_columns(), lambda form: form.number, self)
        self.taken.show_model(self._model)
        self.taken.setItemDelegateForColumn(_FATE_COLUMN, TagDelegate(self.taken))
        self.forms.show_model(self._out)
        self.taken.opened.connect(lambda at: self.mend_requested.emit(self._model.row_at(at).id))
        self.slips.chosen.connect(lambda key: self.slips_chosen.emit(key == "end"))
        self._mode: Mode | None = None
        self._rows = [QHBoxLayout(), QHBoxLayout()]
        self._lay_out()

    def _field(self, name: str) -> LabelledField:
        field = LabelledField(tr(words.LABELS[name]), placeholder=tr(words.EXAMPLES.get(name, "")))
        field.line.setObjectName(name)
        field.edited.connect(partial(self.typed.emit, name))
        field.line.returnPressed.connect(partial(self.advance_requested.emit, name))
        field.line.installEventFilter(self)
        field.setParent(self)
        field.hide()
        return field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Z in an empty box has nothing to undo there: it is for the last one taken."""
        undoes = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        empty = isinstance(watched, QLineEdit) and not watched.text()
        if undoes and empty and event.type() is QEvent.Type.ShortcutOverride:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.head.add_beside(self.item_name)
        self.head.add_right(self.count)
        self.entry = Card()
        self.entry.set_head(self.head)
        gap = look_now().size("card_gap")
        self.entry.body.addWidget(self.about)
        for each in self._rows:
            each.setSpacing(gap)
            self.entry.body.addLayout(each)
        foot = QHBoxLayout()
        foot.addWidget(self.trouble, 1)
        foot.addWidget(self.left)
        foot.addWidget(self.slips)
        self._slips_key = KeyCap("Alt", "P")
        foot.addWidget(self._slips_key)
        self.entry.body.addLayout(foot)
        lists = QHBoxLayout()
        lists.setSpacing(gap)
        self._forms_card = Card().without_padding()
        self._forms_card.body.addWidget(self.forms)
        self._forms_card.setMaximumWidth(460)
        taken = Card().without_padding()
        taken.body.addWidget(self.taken)
        lists.addWidget(self._forms_card, 1)
        lists.addWidget(taken, 3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 14)
        outer.setSpacing(gap)
        outer.addWidget(self.ask)
        outer.addWidget(self.entry)
        outer.addLayout(lists, 1)

    def lay(self, shown: Shown) -> None:
        """Show everything as it is now."""
        self._lay_mode(shown.work.mode)
        self.item_name.setText(shown.item.item.display_name if shown.item else "")
        self.count.setText(words.counted(shown))
        self.left.setText(words.left(shown))
        self.left.set_tone("red" if any(form.late for form in shown.out) else "quiet")
        self.slips.set_current("end" if shown.print_at_end else "each")
        for name in FIELDS[shown.work.mode]:
            self.fields[name].set_text(shown.draft.values.get(name, ""))
            at_fault = shown.error is not None and name == shown.error_field
            self.fields[name].set_problem(messages.sentence(shown.error) if at_fault and shown.error else "")
        elsewhere = shown.error is not None and shown.error_field not in FIELDS[shown.work.mode]
        self.trouble.setText(messages.sentence(shown.error) if elsewhere and shown.error else "")
        self._lay_rows(tuple(reversed(shown.rows)))
        if self._out.rows != shown.out:
            self._out.set_rows(shown.out)

    def _lay_rows(self, rows: tuple[Row, ...]) -> None:
        if self._model.rows == rows:
            return
        if [row.id for row in self._model.rows] == [row.id for row in rows]:
            for row in rows:
                self._model.replace_row(row)
        else:
            self._model.set_rows(rows)

    def _lay_mode(self, mode: Mode) -> None:
        if mode is self._mode:
            return
        self._mode = mode
        self.head.title_text.setText(tr(words.TITLES[mode]))
        self.about.setText(tr(words.ABOUT[mode]))
        example = words.LEDGER_WHEN if mode is Mode.LEDGER else words.EXAMPLES["when"]
        self.fields[lines.WHEN].line.setPlaceholderText(tr(example))
        for each in self._rows:
            while each.takeAt(0) is not None:
                pass
        for name, field in self.fields.items():
            field.setVisible(name in FIELDS[mode])
        for place, name in enumerate(FIELDS[mode]):
            row = self._rows[place >= _PER_ROW]
            row.addWidget(self.fields[name], 1 if name in _NARROW else _STRETCH[name])
        for widget in (self.slips, self._slips_key):
            widget.setVisible(mode is Mode.RUN)
        self._forms_card.setVisible(mode is Mode.FORM)
        self.left.setVisible(mode is Mode.FORM)
        self._order(mode)

    def _order(self, mode: Mode) -> None:
        names = FIELDS[mode]
        for before, after in itertools.pairwise(names):
            QWidget.setTabOrder(self.fields[before].line, self.fields[after].line)

    def focus(self, name: str) -> None:
        """The keyboard into a box, its text picked so that typing replaces it."""
        line = self.fields[name].line
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        line.selectAll()

    def set_layout_class(self, _width: WidthClass) -> None:
        """Heights and widths of a new look."""
        self._forms_card.setMinimumWidth(_FORMS_LARGE if look_now().large else _FORMS)
        self.taken.refit()
        self.forms.refit()
