"""The register: its lines in a table, narrowed by what is typed, and at the foot what each figure counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_app.ui.messages import told
from desk_app.ui.screens.registers.asking import Shown
from desk_app.ui.screens.registers.calls import ColumnShown, LineShown
from desk_app.ui.screens.registers.words import count_words, holds_focus, kind_word
from desk_app.ui.table_model import Column, Role, TableModel
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.theme.marks import Drawing
from desk_app.ui.widgets.banner import Banner
from desk_app.ui.widgets.boxes import Card, CardFoot, CardHead, scrolled
from desk_app.ui.widgets.empty import EmptyState, SkeletonRows
from desk_app.ui.widgets.line import InputLine, PickBox
from desk_app.ui.widgets.table import Table
from desk_app.ui.widgets.text import Text

PATIENCE = 300
_CHARACTER, _AIR, _WIDEST = 7.4, 26, 300
_FOOT_LINES = 3


class RegisterCard(QWidget):
    """Head with state and filter, the table, and the foot with the formulas."""

    text_requested = Signal(str)
    state_requested = Signal(str)
    sort_requested = Signal(int, bool)
    more_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: TableModel[LineShown] = TableModel((), lambda line: line.at, self)
        self.table = Table(self.tr("台账"))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.states = PickBox(self.tr("只看哪种状态"))
        self.states.setProperty("small", True)
        self.states.setMinimumContentsLength(6)
        self.states.activated.connect(self._state_chosen)
        self.box = InputLine(self.tr("筛选台账"))
        self.box.setPlaceholderText(self.tr("事项、编号、姓名"))
        self.box.setProperty("small", True)
        self.box.setMinimumWidth(190)
        self.box.set_trailing("Ctrl+F")
        self.box.textEdited.connect(self.text_requested)
        self.banner = Banner(Tone.RED)
        self.banner.hide()
        self.count = Text("", "caption", "quiet")
        self.formulas = Text("", "caption", "quiet", wrap=True)
        self.formulas.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.formulas.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.none, self.skeleton = EmptyState(Drawing.TRAY), SkeletonRows(6)
        self.place = QStackedWidget()
        for page in (self.table, self.none, self.skeleton):
            self.place.addWidget(page)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(lambda: self._turn_to(self.skeleton))
        self._lay_out()

    def _lay_out(self) -> None:
        self.head = CardHead("", "list")
        self.head.add_right(self.states)
        self.head.add_right(self.box)
        foot = CardFoot()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.count)
        self._scroll = scrolled(self.formulas)
        words.addWidget(self._scroll)
        foot.row.addLayout(words, 1)
        card = Card().without_padding()
        card.set_head(self.head)
        card.body.addWidget(self.place, 1)
        card.set_foot(foot)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.banner)
        box.addWidget(card, 1)
        self.refit()

    def refit(self) -> None:
        """After the look changed."""
        self.table.refit()
        self._scroll.setFixedHeight(self.formulas.fontMetrics().lineSpacing() * _FOOT_LINES + 4)

    def show_columns(self, columns: Sequence[ColumnShown]) -> None:
        """Another register: another model, with its own columns."""
        old = self.model
        self.model = TableModel(
            [_column(at, column) for at, column in enumerate(columns)],
            lambda line: line.at,
            self,
            load_more=lambda: QTimer.singleShot(0, self, self.more_requested.emit),
            sort_by=lambda key, descending: self.sort_requested.emit(int(key), descending),
        )
        self.table.show_model(self.model)
        old.deleteLater()

    def show_lines(self, lines: Sequence[LineShown], more: bool) -> None:
        """These instead of all others."""
        self.model.set_rows(lines, more)
        if lines:
            self.table.selectRow(0)

    def append_lines(self, lines: Sequence[LineShown], more: bool) -> None:
        """The next page."""
        self.model.append_rows(lines, more)

    def show_list(self, shown: Shown) -> None:
        """What stands round the lines."""
        self.head.title_text.setText(kind_word(shown.key))
        self.count.setText(count_words(shown))
        self.formulas.setText(
            "　".join(f"{title} {value}：{sentence}。" for title, value, sentence in shown.read.figures)
        )
        if self.box.text() != shown.text:
            self.box.setText(shown.text)
        self._show_states(shown)
        if shown.trouble is None:
            self.banner.hide()
        else:
            self.banner.say(Tone.RED, *told(shown.trouble))
        self._show_place(shown)

    def _show_states(self, shown: Shown) -> None:
        words = [self.tr("全部状态"), *shown.states]
        if [self.states.itemText(at) for at in range(self.states.count())] != words:
            self.states.clear()
            self.states.addItems(words)
        self.states.setVisible(len(words) > 1)
        self.states.setCurrentIndex(words.index(shown.state) if shown.state in words else 0)

    def _show_place(self, shown: Shown) -> None:
        if shown.reading and shown.fresh:
            self.skeleton.say(count_words(shown))
            if not self._patience.isActive() and self.place.currentWidget() is not self.skeleton:
                self._patience.start()
            return
        self._patience.stop()
        if shown.matching:
            self._turn_to(self.table)
        elif shown.text.strip() or shown.state:
            self.none.say(self.tr("没找到，换个说法试试"), self.tr("按 Esc 清空筛选"))
            self._turn_to(self.none)
        else:
            self.none.say(self.tr("这段时间没有要登记的"), self.tr("按 Alt 加数字换一段时间"))
            self._turn_to(self.none)

    def _turn_to(self, page: QWidget) -> None:
        """The keyboard stays here when what held it goes away."""
        held = holds_focus(self.place)
        self.place.setCurrentWidget(page)
        if held:
            (self.table if page is self.table else self.box).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def focus_lines(self) -> None:
        """Where reading begins."""
        target = self.table if self.place.currentWidget() is self.table else self.box
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _state_chosen(self, at: int) -> None:
        self.state_requested.emit(self.states.itemText(at) if at else "")


def _column(at: int, column: ColumnShown) -> Column[LineShown]:
    width = min(_WIDEST, round(column.width * _CHARACTER) + _AIR)
    return Column(
        title=column.title,
        text=lambda line: line.cells[at],
        sort_key=str(at),
        right=column.right,
        width=width,
        roles={
            int(Role.TONE): lambda line: Tone.GREY if line.old else None,
            int(Qt.ItemDataRole.ToolTipRole): _tip(at),
            int(Qt.ItemDataRole.AccessibleTextRole): lambda line: "，".join(
                cell for cell in line.cells if cell
            ),
        },
    )


def _tip(at: int) -> Callable[[LineShown], object]:
    return lambda line: line.cells[at]


class FigureStrip(QWidget):
    """The figures people ask for first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look_now().size("card_gap"))
        self.facts: list[FactCard] = []

    def show_figures(self, figures: Sequence[tuple[str, str, str]]) -> None:
        """Title, value and sentence of each."""
        while len(self.facts) < len(figures):
            card = FactCard()
            self.facts.append(card)
            self._row.addWidget(card, 1)
        for at, card in enumerate(self.facts):
            card.setVisible(at < len(figures))
            if at < len(figures):
                card.fact.say(*figures[at])


class FactCard(Card):
    """One figure in a frame."""

    def __init__(self) -> None:
        from desk_app.ui.widgets.fact import Fact

        super().__init__()
        self.without_padding()
        self.fact = Fact()
        self.body.addWidget(self.fact)
