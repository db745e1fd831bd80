"""The right side of a sender: the manifest as it will be printed, where the bag goes, and the big button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.case_life import Carrier
from desk_app.ui.screens.handover import words
from desk_app.ui.screens.handover.calls import Place, Way
from desk_app.ui.screens.handover.sending import way_of
from desk_app.ui.screens.handover.shown import FILLING, HandoverShown, Stage
from desk_app.ui.screens.handover.words import said
from desk_app.ui.screens.intake.calls import PageImage
from desk_app.ui.widgets.boxes import Card, CardHead, ScrollBody, scrolled
from desk_app.ui.widgets.button import PrimaryButton
from desk_app.ui.widgets.field import LabelledField
from desk_app.ui.widgets.line import InputLine, PickBox
from desk_app.ui.widgets.pdf_preview import PdfPreview, page_image
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import word

_PAGE = 297 / 210
"""Height of an A4 page by its width."""
_LEAST_PAGE = 130


class WayForm(ScrollBody):
    """Where to, how, and the post number. Enter goes on to the next field; from the last one it is done."""

    changed = Signal(object)
    """Way: a person changed it."""
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._places: tuple[Place, ...] = ()
        self._way: Way | None = None
        self.to = PickBox(said("交给"))
        self.elsewhere = InputLine(said("别处的名称"))
        self.elsewhere.setPlaceholderText(said("写全称，清单上照这个印"))
        self.carrier = PickBox(said("送件方式"))
        for carrier in Carrier:
            self.carrier.addItem(word(carrier), carrier.value)
        self.express = LabelledField(said("邮寄单号"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(LabelledField(said("交给"), self.to))
        box.addWidget(self.elsewhere)
        box.addWidget(LabelledField(said("送件方式"), self.carrier))
        box.addWidget(self.express)
        self.to.activated.connect(self._picked)
        self.carrier.activated.connect(self._picked)
        self.elsewhere.left.connect(self._tell)
        self.express.line.left.connect(self._tell)
        for widget in self._all():
            widget.installEventFilter(self)

    def _all(self) -> tuple[QWidget, ...]:
        return self.to, self.elsewhere, self.carrier, self.express.line

    @property
    def stops(self) -> list[QWidget]:
        """Where the keyboard stops now, in order."""
        return [widget for widget in self._all() if not widget.isHidden() and not self._away(widget)]

    def _away(self, widget: QWidget) -> bool:
        return widget is self.express.line and self.express.isHidden()

    def show_way(self, places: tuple[Place, ...], way: Way) -> None:
        """What is chosen; places keep their order, one that is not among them stands first."""
        known = places if way.to in places or not way.to.name else (way.to, *places)
        if (known, way) == (self._places, self._way):
            return
        if known != self._places or not self.to.count():
            self._places = known
            self.to.clear()
            for place in known:
                self.to.addItem(place.name)
            self.to.addItem(said("别处，自己写…"))
        self._way = way
        self.to.setCurrentIndex(known.index(way.to) if way.to in known else len(known))
        self.carrier.setCurrentIndex(list(Carrier).index(way.carrier))
        if not self.express.line.hasFocus():
            self.express.set_text(way.express)
        self._fold()

    def way(self) -> Way:
        """What stands in the form."""
        at = self.to.currentIndex()
        typed = Place(self.elsewhere.text().strip())
        place = self._places[at] if 0 <= at < len(self._places) else typed
        carrier = Carrier(self.carrier.currentData())
        express = self.express.text().strip() if carrier is Carrier.POST else ""
        return Way(place, carrier, express)

    def _picked(self) -> None:
        self._fold()
        if self.to.hasFocus() and not self.elsewhere.isHidden():
            self.elsewhere.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._tell()

    def _fold(self) -> None:
        self.elsewhere.setVisible(self.to.currentIndex() == len(self._places))
        self.express.setVisible(self.carrier.currentData() == Carrier.POST.value)

    def _tell(self) -> None:
        way = self.way()
        if way != self._way:
            self._way = way
            self.changed.emit(way)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a field."""
        enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return super().eventFilter(watched, event)
        stops = self.stops
        at = next((n for n, stop in enumerate(stops) if stop is watched), len(stops))
        if at + 1 < len(stops):
            stops[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._tell()
            self.done.emit()
        return True


class WholePage(ScrollBody):
    """A preview no wider than lets one whole page be seen; what is longer scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.preview = PdfPreview(said("交接清单预览"))
        self.area = scrolled(self.preview)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(14, 14, 14, 4)
        self._box.addWidget(self.area)

    def show_pages(self, pages: Sequence[QImage]) -> None:
        """A manifest; one page is seen whole and needs no scroll bar."""
        one = len(pages) <= 1
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if one else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.area.setVerticalScrollBarPolicy(policy)
        self.preview.show_pages(pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As wide as a page of this height."""
        super().resizeEvent(event)
        wide = max(_LEAST_PAGE, round((self.height() - 20) / _PAGE))
        side = max(0, (self.width() - wide) // 2)
        self._box.setContentsMargins(max(14, side), 14, max(14, side), 4)


class WayPane(Card):
    """Preview above, way and button below."""

    def __init__(self) -> None:
        super().__init__()
        self.without_padding()
        head = CardHead(said("交接清单预览"))
        head.add_right(Text(said("A4 一式两份"), "caption", "quiet"))
        self.set_head(head)
        self.page = WholePage()
        self.form = WayForm()
        self.facts = Text("", "body", "quiet", wrap=True)
        self.primary = PrimaryButton(said("交出并打印清单"), icon="printer")
        self._pages: tuple[PageImage, ...] | None = None
        below = QWidget()
        box = QVBoxLayout(below)
        box.setContentsMargins(14, 12, 14, 14)
        box.setSpacing(10)
        for widget in (self.facts, self.form, self.primary):
            box.addWidget(widget)
        self.body.addWidget(self.page, 1)
        self.body.addWidget(below)
        self.page.preview.say(said("扫进第一件，这里就有清单"))

    def show_pane(self, shown: HandoverShown) -> None:
        """The manifest, the way, and what Ctrl+Enter does."""
        batch, asking = shown.batch, shown.stage is Stage.NEW or shown.stage in FILLING
        self.form.setVisible(asking)
        if asking:
            self.form.show_way(shown.places, shown.way if batch is None else way_of(batch))
        lines = words.facts(batch) if batch is not None and not asking else ()
        self.facts.setText("\n".join(lines))
        self.facts.setVisible(bool(lines))
        text, icon = words.primary_words(shown)
        self.primary.set_words(text, icon=icon)
        self.primary.setEnabled(not shown.busy)
        if shown.preview is not self._pages:
            self._pages = shown.preview
            pages = [page_image(page.width, page.height, page.grey) for page in shown.preview or ()]
            self.page.show_pages(pages)
