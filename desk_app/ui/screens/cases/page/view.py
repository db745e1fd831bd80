"""The page of one case: head, applicant, four tabs, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import Shiboken

from desk_app.domain.errors import DeskError
from desk_app.ui.messages import told
from desk_app.ui.screens.cases.asking.view import AskStrip
from desk_app.ui.screens.cases.doing.view import ActStrip, MoreStrip
from desk_app.ui.screens.cases.head.view import CaseHead
from desk_app.ui.screens.cases.margin.view import NoteLine, PhoneLineStrip
from desk_app.ui.screens.cases.next_act.view import NextAct
from desk_app.ui.screens.cases.page import days, entries
from desk_app.ui.screens.cases.page.lines import LineList
from desk_app.ui.screens.cases.page.originals import with_originals
from desk_app.ui.screens.cases.person.view import PersonCard
from desk_app.ui.screens.cases.standing import Asking, CaseShown, NextStep, Preview
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.widgets.banner import Banner
from desk_app.ui.widgets.banner import NextAct as BannerAct
from desk_app.ui.widgets.boxes import Line, ScrollBody, UprightLine, scrolled
from desk_app.ui.widgets.button import Button, ButtonSize
from desk_app.ui.widgets.pdf_preview import PdfPreview, page_image
from desk_app.ui.words import word

_ONE_LINE = (Asking.PURPOSE, Asking.WITHDRAW_REASON)


class CaseTabs(QWidget):
    """经过, 材料, 文书, 时限; a paper opened from 文书 lies over them."""

    preview_requested = Signal(object)
    """UUID of a paper."""
    preview_closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QTabBar()
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setUsesScrollButtons(False)
        self.bar.setAccessibleName(self.tr("这件的经过、材料、文书、时限"))
        names = (self.tr("经过"), self.tr("材料"), self.tr("文书"), self.tr("时限"))
        self._names = names
        self.lists = tuple(LineList(name, joined=at == 0) for at, name in enumerate(names))
        self.history, self.materials, self.papers, self.deadlines = self.lists
        self.papers.opened.connect(self.preview_requested)
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(1)
        self._gives_way = False
        for name, lines in zip(names, self.lists, strict=True):
            self.bar.addTab(name)
            self.stack.addWidget(lines)
        self.paper, self.back = (
            PdfPreview(),
            Button(self.tr("返回文书"), icon="arrow-left", keys="Esc", size=ButtonSize.SMALL),
        )
        self.back.clicked.connect(self.preview_closed)
        self._paper_page = self._make_paper_page()
        self.stack.addWidget(self._paper_page)
        self.bar.currentChanged.connect(self._turn)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(Line())
        box.addWidget(self.stack, 1)

    def _make_paper_page(self) -> QWidget:
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(14, 10, 14, 10)
        box.setSpacing(10)
        box.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(scrolled(self.paper), 1)
        return page

    def show_case(self, shown: CaseShown) -> None:
        """Fill the lists."""
        view, today = shown.view, shown.moment.today
        self.history.show_lines(entries.history(view, today))
        self.materials.show_lines(with_originals(entries.materials(view), view))
        self.papers.show_lines(entries.papers(view, today))
        self.deadlines.show_lines(days.deadlines(view))
        counts = {1: entries.material_count(view.case), 2: len(view.case.documents) + len(view.papers_due)}
        for at, count in counts.items():
            self.bar.setTabText(at, f"{self._names[at]} {count}")
        self._show_preview(shown.preview)

    def chosen_paper(self) -> UUID | None:
        """The paper that 补打 means: the one in sight, or the one chosen in 文书."""
        return self.papers.current_key() if self.bar.currentIndex() == 2 else None

    def minimumSizeHint(self) -> QSize:
        """The tabs and some lines below; a paper lying over them asks for no more."""
        rows = 1 if self._gives_way else 2 if look_now().large else 3
        return QSize(200, self.bar.sizeHint().height() + look_now().size("row") * rows)

    def give_way(self, wanted: bool) -> None:
        """Something is asked for above: one line is enough meanwhile."""
        if wanted is not self._gives_way:
            self._gives_way = wanted
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """It takes the room the rest leaves."""
        return self.minimumSizeHint()

    def focus_current(self) -> None:
        """Give the keyboard to what is in sight."""
        target = (
            self.back
            if self.stack.currentWidget() is self._paper_page
            else self.lists[self.bar.currentIndex()]
        )
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_preview(self, preview: Preview | None) -> None:
        showing = self.stack.currentWidget() is self._paper_page
        if preview is None:
            if showing:
                self._turn(self.bar.currentIndex())
                self.papers.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.paper.setAccessibleName(word(preview.document.kind))
        if preview.pages:
            self.paper.show_pages([page_image(page.width, page.height, page.grey) for page in preview.pages])
        else:
            self.paper.say(self.tr("正在取{paper}").format(paper=word(preview.document.kind)))
        if not showing:
            self.stack.setCurrentWidget(self._paper_page)
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, at: int) -> None:
        if self.stack.currentWidget() is self._paper_page and at != 2:
            self.preview_closed.emit()
        self.stack.setCurrentIndex(at)


class UpperPart(QScrollArea):
    """As high as what it holds; in a low window it gives way and scrolls."""

    def __init__(self, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._in_sight: QWidget | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._scroll)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in parts:
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._content = ScrollBody()
        self._content.setLayout(self._column)
        self.setWidget(self._content)
        self.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)

    def fit(self) -> None:
        """Words have changed."""
        self._column.invalidate()
        self.updateGeometry()

    def keep_in_sight(self, part: QWidget | None) -> None:
        """Scroll to a part, now and whenever the room changes; None lets go of it."""
        self._in_sight = part
        self._scroll_to_it()

    def _scroll_to_it(self) -> None:
        """Now, and again when what it holds has been laid out."""
        self._scroll()
        self._later.start()

    def _scroll(self) -> None:
        """The whole part with its label, as far as there is room; Qt would show its caret and no more."""
        part = self._in_sight
        if part is None or not Shiboken.isValid(part):
            return
        bar, room, air = self.verticalScrollBar(), self.viewport().height(), look_now().size("control") // 2
        top = part.mapTo(self._content, QPoint()).y() - air
        bottom = top + part.height() + 2 * air
        if bar.value() > top or bottom - top > room:
            bar.setValue(top)
        elif bar.value() + room < bottom:
            bar.setValue(bottom - room)

    def sizeHint(self) -> QSize:
        """All of it at this width."""
        return QSize(240, self._column.totalHeightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        """The title at least."""
        return QSize(240, look_now().size("row") * 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self._scroll_to_it()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What it holds grew: a strip has opened."""
        taken = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.Resize:
            self._scroll_to_it()
        return taken


class CasePageView(QWidget):
    """One column; two beside each other where the window is low and wide."""

    purpose_given = Signal(str)
    reason_given = Signal(str)
    question_dropped = Signal()
    primary_requested = Signal()
    answers_given = Signal(object)
    """Answers: what the act in hand asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.person, self.tabs = CaseHead(), PersonCard(), CaseTabs()
        self.asking, self.banner, self.next = AskStrip(), Banner(Tone.RED), NextAct()
        self.more, self.acting = MoreStrip(), ActStrip()
        self.phone, self.note = PhoneLineStrip(), NoteLine()
        self.banner.hide()
        self.next.primary_requested.connect(self._primary)
        self.asking.answered.connect(self._answered)
        self.acting.answered.connect(self.answers_given)
        for strip in (self.asking, self.acting):
            strip.dropped.connect(self.question_dropped)
        self._asking = Asking.NOTHING
        self._said: tuple[str, str] | None = None
        self._marked: DeskError | str | None = None
        self._two = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        strips = (self.banner, self.asking, self.more, self.acting)
        self._upper = UpperPart((self.head, Line(), *strips, self.person, self.phone, self.note))
        self.acting.reached.connect(self._upper.keep_in_sight)
        self._between = UprightLine()
        self.set_two_columns(False)

    def set_two_columns(self, two: bool) -> None:
        """The tabs below the applicant, or beside."""
        self._two = two
        for widget in (self._upper, self.tabs, self.next):
            self._grid.removeWidget(widget)
        for row in range(3):
            self._grid.setRowStretch(row, int(row == 1))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(2, int(two))
        self._grid.addWidget(self._upper, 0, 0)
        self._grid.addWidget(self.next, 2, 0)
        self._grid.addWidget(self._between, 0, 1, 3, 1)
        self._between.setVisible(two)
        if two:
            self._grid.addWidget(self.tabs, 0, 2, 3, 1)
        else:
            self._grid.addWidget(self.tabs, 1, 0)
        self.tabs.setVisible(two or self._asking not in (Asking.MORE, Asking.ACT))
        # Not before it lies in the page: shown earlier, it is a window of its own and takes the keyboard.

    def show_case(self, shown: CaseShown) -> None:
        """Everything about the case."""
        self.head.show_case(shown)
        for part in (self.person, self.phone, self.note, self.tabs, self.next):
            part.show_case(shown)
        self._make_room(shown.asking)
        self._show_trouble(shown)
        self._ask(shown)
        self._upper.fit()

    def _make_room(self, asking: Asking) -> None:
        """While an act is in hand, its strip has the room of what only tells."""
        wanted = asking in (Asking.MORE, Asking.ACT)
        self.tabs.give_way(asking is not Asking.NOTHING)
        self.person.setVisible(not wanted)
        self.tabs.setVisible(not wanted or self._two)
        for row, takes_the_room in ((0, wanted), (1, not wanted)):
            self._grid.setRowStretch(row, int(takes_the_room))
        if wanted:
            self.phone.hide()
            self.note.hide()

    def show_note(self) -> None:
        """The note line, in sight and with the keyboard."""
        self._upper.ensureWidgetVisible(self.note)
        self.note.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask(self, shown: CaseShown) -> None:
        before, self._asking = self._asking, shown.asking
        one_line = shown.asking in _ONE_LINE
        self.asking.ask(shown.asking if one_line else Asking.NOTHING)
        self.more.show_acts(shown.others if shown.asking is Asking.MORE else ())
        self.acting.ask(shown.form if shown.asking is Asking.ACT else None, shown.moment.today)
        if shown.asking is not before and shown.asking is not Asking.NOTHING:
            self._upper.keep_in_sight(self._strip(shown.asking))
        elif shown.asking is Asking.NOTHING:
            self._upper.keep_in_sight(None)
        self.asking.set_problem(one_line and shown.trouble is not None)
        self._mark_problem(shown)
        if before is not Asking.NOTHING and shown.asking is Asking.NOTHING:
            self.tabs.focus_current()

    def _strip(self, asking: Asking) -> QWidget:
        if asking is Asking.ACT:
            return self.acting.stops[0]
        return self.more if asking is Asking.MORE else self.asking

    def _mark_problem(self, shown: CaseShown) -> None:
        """Which field of the act is wrong, told once: the keyboard goes there."""
        trouble = shown.trouble if shown.asking is Asking.ACT else None
        if trouble is self._marked:
            return
        self._marked = trouble
        self.acting.show_problem(_part(trouble) if isinstance(trouble, DeskError) else "")

    def _primary(self) -> None:
        """Ctrl+Enter: the act in hand, if there is one."""
        if self._asking is Asking.ACT:
            self.acting.submit()
        else:
            self.primary_requested.emit()

    def _answered(self, text: str) -> None:
        (self.purpose_given if self._asking is Asking.PURPOSE else self.reason_given).emit(text)

    def _show_trouble(self, shown: CaseShown) -> None:
        """What went wrong, or the papers a power cut kept back; said once, not at every refresh."""
        found = self._trouble(shown)
        if found == self._said:
            return
        self._said = found
        if found is None:
            self.banner.hide()
            return
        again = BannerAct(self.tr("再打一次"), self.primary_requested.emit, "Ctrl+Enter")
        owed = shown.step is NextStep.PRINT_DUE
        self.banner.say(Tone.RED, *found, acts=(again,) if owed else ())

    def _trouble(self, shown: CaseShown) -> tuple[str, str] | None:
        if isinstance(shown.trouble, DeskError):
            return told(shown.trouble)
        if shown.trouble:
            heading, _, detail = shown.trouble.partition("。")
            return heading, detail
        if shown.step is NextStep.PRINT_DUE:
            names = "、".join(word(kind) for kind in shown.view.papers_due)
            safe = self.tr("办件已经存好，不用重新填。看看打印机，再打一次。")
            return self.tr("凭证没打出来：{papers}").format(papers=names), safe
        return None


def _part(refused: DeskError) -> str:
    """Which field of the act a refusal speaks of; a reason has a code of its own."""
    if refused.code == "reason_needed":
        return "reason"
    part = refused.params.get("part") or _PARTS.get(refused.code, "")
    return str(part)


_PARTS = {
    "id_not_checked": "id_checked",
    "day_too_early": "due",
    "beyond_deadline": "promise_by",
    "extension_too_long": "days",
    "special_too_long": "most_days",
    "nothing_changed": "new",
    "field_invalid": "new",
    "wrong_password": "approver",
    "word_needed": "word",
    "late_reason_needed": "late_reason",
    "before_last_act": "happened",
    "act_in_future": "happened",
}
"""Fields that refusals of the table are about."""
