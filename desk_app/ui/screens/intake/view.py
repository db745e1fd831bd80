"""The intake page: applicant, papers, outcome; it shows a picture and passes on what a person does."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QStackedLayout, QVBoxLayout, QWidget

from desk_app.ui.screens.intake import fields, panes
from desk_app.ui.screens.intake.acting.view import ActingCard
from desk_app.ui.screens.intake.applicant.view import ApplicantCard
from desk_app.ui.screens.intake.boxes import Boxes
from desk_app.ui.screens.intake.frame.view import Acts, Head
from desk_app.ui.screens.intake.item_fields.view import ItemFieldsCard
from desk_app.ui.screens.intake.materials.view import MaterialsCard
from desk_app.ui.screens.intake.outcome.view import OutcomePanel
from desk_app.ui.screens.intake.person_strip.view import PersonStrip
from desk_app.ui.screens.intake.reveal_key import RevealKey
from desk_app.ui.screens.intake.session import STRIP
from desk_app.ui.screens.intake.shown import Shown
from desk_app.ui.screens.intake.strips.view import NoteBanner, QuestionStrip, TroubleBanner, WithdrawStrip
from desk_app.ui.shortcuts import bind, bind_numbered
from desk_app.ui.theme.look import WidthClass, look_now
from desk_app.ui.theme.marks import Drawing
from desk_app.ui.widgets.banner import announce
from desk_app.ui.widgets.boxes import ScrollBody
from desk_app.ui.widgets.empty import EmptyState
from desk_app.ui.widgets.segmented import Choice, Segmented
from desk_app.ui.words import word_for


def _tr(text: str) -> str:
    return QCoreApplication.translate("Intake", text)


class IntakeView(QWidget):
    """The page. Typing and moving in boxes is told by :attr:`boxes`, marks by ``papers.list``."""

    chose = Signal(str, str)
    picked = Signal(int)
    """Alt+n, or a click on the n-th answer or suggestion."""
    advance_requested = Signal(str)
    submit_requested = Signal()
    hold_requested = Signal()
    change_item_requested = Signal()
    clear_requested = Signal()
    close_requested = Signal()
    reveal_requested = Signal(str)
    veil_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = Boxes(self)
        self._reveal_key = RevealKey(self)
        self.head, self.acts = Head(), Acts()
        self.note, self.question, self.trouble = NoteBanner(), QuestionStrip(), TroubleBanner()
        self.withdraw = WithdrawStrip()
        self.applicant, self.acting = ApplicantCard(self.boxes), ActingCard(self.boxes)
        self.item_fields = ItemFieldsCard(self.boxes)
        self.papers, self.outcome = MaterialsCard(self.boxes), OutcomePanel()
        self.person = PersonStrip()
        form: list[QWidget] = [self.applicant, self.acting, self.item_fields]
        self.panes = panes.Panes(form, self.person, self.papers, self.outcome.banner, self.outcome, self.acts)
        self.tabs = Segmented(_tr("看哪一栏"), [Choice(key, _tr(text)) for key, text in _PANES], small=True)
        self.idle = EmptyState(Drawing.TRAY)
        self.idle.say(_tr("手上没有在办的"), _tr("输事项、姓名，或者直接扫证件，就能开始收件"))
        self._pages = QStackedLayout()
        self._lay_out()
        self._listen()
        self._bind_keys()

    def _lay_out(self) -> None:
        current = look_now()
        page = ScrollBody()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current.size("card_gap"))
        for widget in (self.head, self.note, self.question, self.trouble, self.tabs):
            column.addWidget(widget)
        column.addWidget(self.panes, 1)
        self.tabs.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 14)
        outer.setSpacing(current.size("card_gap"))
        outer.addWidget(self.withdraw)
        outer.addLayout(self._pages, 1)
        # Only now: in a layout that belongs to no widget yet, the first page would be shown as a window.
        self._pages.addWidget(self.idle)
        self._pages.addWidget(page)

    def _listen(self) -> None:
        self.boxes.advanced.connect(self._advance)
        self.acting.chose.connect(self.chose)
        self.applicant.id_type_picked.connect(lambda value: self.chose.emit(fields.ID_TYPE, value))
        for picks in (self.applicant.person_picked, self.acting.relative_picked, self.question.answered):
            picks.connect(self.picked)
        self.head.change_requested.connect(self.change_item_requested)
        self.acts.primary.clicked.connect(self.submit_requested)
        self.acts.hold.clicked.connect(self.hold_requested)
        self.acts.more.clicked.connect(self._show_more)
        self.person.change_requested.connect(lambda: self.focus(fields.ID_NUMBER, 0))
        self.tabs.chosen.connect(self._show_pane)
        self.panes.pane_shown.connect(self.tabs.set_current)

        self.boxes.add(fields.PROMISE, self.outcome.promise.editor)
        self.boxes.add(fields.OUTCOME, self.acts.primary)

    def _bind_keys(self) -> None:
        self._reveal_key.pressed.connect(self._reveal)
        self._reveal_key.released.connect(self.veil_requested)
        for widget in self.boxes.widgets:
            self._reveal_key.watch(widget)
        places = {
            "intake.id_number": fields.ID_NUMBER,
            "intake.who": fields.ACTING,
            "intake.materials": fields.MATERIALS,
            "intake.remark": fields.REMARK,
        }
        keys = {name: partial(self.focus, place, 0) for name, place in places.items()}
        bind(self, keys)
        wishes = {
            "intake.change_item": self.change_item_requested.emit,
            "intake.take_all": self.papers.take_all_requested.emit,
            "intake.more": self._show_more,
        }
        bind(self, wishes)
        bind_numbered(self, "intake.pick", self.picked.emit)

    def lay(self, shown: Shown | None) -> None:
        """Show a picture, or that nothing is at hand."""
        self._pages.setCurrentIndex(0 if shown is None else 1)
        if shown is None:
            return
        with self.boxes.moving():
            self._lay(shown)

    def _lay(self, shown: Shown) -> None:
        for part in (self.head, self.note, self.applicant, self.acting, self.item_fields, self.papers):
            part.lay(shown)
        self.question.lay(shown.strip)
        self.trouble.lay(shown.trouble)
        self.outcome.lay(shown)
        self.acts.lay(shown)
        self.person.lay(shown)
        self.panes.bring(_pane_of(shown.lane.field), form_open=_form_open(shown))

    def page_title(self) -> str:
        """The item at hand, for the window."""
        idle = self._pages.currentIndex() == 0
        return _tr("收件") if idle else _tr("收件：{item}").format(item=self.head.title.full_text)

    def focus(self, place: str, position: int) -> None:
        """Send the cursor to a place of the form, or to the question.

        While another page or a cover is in sight the keys stay there: an answer that comes late would lead
        them into a box nobody sees. The page finds the place again when it is shown.
        """
        if not self.isVisible():
            return
        if place == STRIP:
            self.question.take_focus()
            return
        self.boxes.entered.emit(place, position)
        with self.boxes.moving():
            self.panes.bring(_pane_of(place), form_open=_pane_of(place) == panes.FORM)
            self.papers.open_remark(place == fields.REMARK or bool(self.papers.remark.text()))
            self.boxes.focus(place, position)
        widget = self.boxes.widget(place)
        if widget is not None:
            self.panes.reveal(widget)

    def read_out(self, place: str) -> None:
        """Say what is missing to a screen reader; on the screen it stands at its place."""
        widget = self.boxes.widget(place)
        field = self.boxes.fields.get(place)
        name = widget.accessibleName() if widget is not None else word_for("Problem", place)
        said = field.problem.text() if field else _tr("还没填好")
        announce(self.acts.hint, _tr("{name}：{said}").format(name=name, said=said))

    def _advance(self, place: str) -> None:
        if place == fields.REMARK:
            self.focus(fields.OUTCOME, 0)
        else:
            self.advance_requested.emit(place)

    def _show_pane(self, pane: str) -> None:
        self.focus(_FIRST_PLACES[pane], 0)

    def _show_more(self) -> None:
        menu = self.more_menu()
        menu.popup(self.acts.more.mapToGlobal(self.acts.more.rect().topLeft()))

    def more_menu(self) -> QMenu:
        """What is needed now and then."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, wish in (
            (_tr("换事项\tF3"), self.change_item_requested),
            (_tr("清空这张单子"), self.clear_requested),
            (_tr("不办了，关掉"), self.close_requested),
        ):
            action = QAction(text, menu)
            action.triggered.connect(wish)
            menu.addAction(action)
        return menu

    def set_layout_class(self, width: WidthClass) -> None:
        """Lay the page out for a width."""
        compact = width is WidthClass.COMPACT
        self.tabs.setVisible(compact)
        self.papers.set_roomy(width in (WidthClass.WIDE, WidthClass.STANDARD))
        self.head.limit.setVisible(bool(self.head.limit.text) and not compact)
        self.acts.set_flat(compact)
        self.panes.place(width)

    def _reveal(self) -> None:
        inside = QApplication.focusWidget()
        of_proxy = inside is not None and inside.objectName().startswith(fields.PROXY)
        self.reveal_requested.emit(fields.PROXY_ID if of_proxy else fields.ID_NUMBER)


_FIRST_PLACES = {
    panes.FORM: fields.ID_NUMBER,
    panes.PAPERS: fields.MATERIALS,
    panes.OUTCOME: fields.OUTCOME,
}
_PANES = ((panes.FORM, "申请人"), (panes.PAPERS, "材料"), (panes.OUTCOME, "结果"))


def _pane_of(place: str) -> str:
    if place in (fields.MATERIALS, fields.REMARK):
        return panes.PAPERS
    return panes.OUTCOME if place in (fields.PROMISE, fields.OUTCOME) else panes.FORM


def _form_open(shown: Shown) -> bool:
    """Whether the boxes are needed: the cursor is in one, or the applicant does not hold yet."""
    number = shown.boxes[fields.ID_NUMBER].found
    holds = number is not None and number.valid and bool(shown.lane.form.applicant.name)
    return not holds or _pane_of(shown.lane.field) == panes.FORM
