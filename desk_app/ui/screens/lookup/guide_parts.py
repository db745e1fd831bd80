"""Parts of the guide: sections that vanish when they have nothing to say, facts, links, the place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_app.ui.screens.lookup import words
from desk_app.ui.screens.lookup.shown import Link
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.widgets.boxes import IconMark, ScrollBody
from desk_app.ui.widgets.fact import Fact
from desk_app.ui.widgets.ink import paint_box
from desk_app.ui.widgets.link import WrapLink
from desk_app.ui.widgets.points import Point, Points
from desk_app.ui.widgets.tag import Tag
from desk_app.ui.widgets.text import Text


class Section(ScrollBody):
    """A heading and what stands under it. ``tag`` says that the department has yet to confirm it."""

    def __init__(self, title: str, content: QWidget) -> None:
        super().__init__()
        self.content = content
        self.note = Text("", "caption", "faint")
        self.tag = Tag()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Text(title, "subtitle"))
        head.addWidget(self.tag)
        head.addWidget(self.note, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(content)
        self.tag.hide()

    def say(self, shown: bool, *, uncertain: bool = False, note: str = "") -> None:
        """Whether there is anything to say, and whether it is certain."""
        self.setVisible(shown)
        self.note.setText(note)
        self.tag.set_tag(words.said("待核实") if uncertain else "", Tone.AMBER)


class PointSection(Section):
    """A section of paragraphs."""

    def __init__(self, title: str, points: Points) -> None:
        super().__init__(title, points)
        self.points = points

    def show_points(self, points: Sequence[Point], *, uncertain: bool = False) -> None:
        """Show them, or nothing when there are none."""
        self.points.show_points(points)
        self.say(bool(points), uncertain=uncertain)


class FoldedSection(ScrollBody):
    """Paragraphs behind a button: for what is asked for once a month."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.button = WrapLink("caret-right")
        self.points = Points("scales", "text3", ink="text2")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.button)
        box.addWidget(self.points)
        self.points.hide()
        self.button.clicked.connect(self._turn)

    def show_points(self, points: Sequence[Point]) -> None:
        """Show how many there are; what was folded stays folded."""
        self.points.show_points(points)
        self._say()
        self.setVisible(bool(points))

    def _turn(self) -> None:
        self.points.setVisible(self.points.isHidden())
        self._say()

    def _say(self) -> None:
        text = words.said("{title} {count} 条").format(title=self._title, count=len(self.points.points))
        self.button.set_words(text, icon="caret-right" if self.points.isHidden() else "caret-down")


class FactStrip(QFrame):
    """Four facts side by side, two by two where it is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = tuple(Fact() for _ in range(4))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._across = 0
        self.set_across(4)

    def set_across(self, across: int) -> None:
        """How many stand side by side."""
        if across == self._across:
            return
        self._across = across
        for number, fact in enumerate(self.facts):
            self._grid.addWidget(fact, number // across, number % across)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self.updateGeometry()

    def say(self, facts: Sequence[tuple[str, str, str]]) -> None:
        """Show them."""
        for fact, (title, value, note) in zip(self.facts, facts, strict=True):
            fact.say(title, value, note)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of a strip, hairlines between the facts."""
        painter = QPainter(self)
        current = look_now()
        painter.fillRect(self.rect(), current.colour("surfaceAlt"))
        line = current.colour("line")
        painter.fillRect(0, 0, self.width(), 1, line)
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        for number, fact in enumerate(self.facts):
            if number % self._across:
                painter.fillRect(fact.x(), fact.y(), 1, fact.height(), line)
            if number >= self._across:
                painter.fillRect(fact.x(), fact.y(), fact.width(), 1, line)


class LinkList(ScrollBody):
    """Links to other items; rows are kept and filled anew."""

    followed = Signal(str)
    """Item id."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[WrapLink] = []
        self._targets: list[str] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)

    def show_links(self, links: Sequence[tuple[Link, str]]) -> None:
        """(link, its words)."""
        while len(self.links) < len(links):
            self._add()
        self._targets = [link.item_id for link, _ in links]
        for at, row in enumerate(self.links):
            row.setVisible(at < len(links))
            if at < len(links):
                row.set_words(links[at][1])

    def _add(self) -> None:
        at = len(self.links)
        row = WrapLink()
        row.clicked.connect(lambda _checked=False: self.followed.emit(self._targets[at]))
        self.links.append(row)
        self._box.addWidget(row)


class PlaceBox(QWidget):
    """Where it is done: the name with a pin, then hours, telephone, address. The words can be copied."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Text("", "bodyStrong", wrap=True)
        self.lines = Text("", "caption", "quiet", wrap=True)
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconMark("map-pin-fill"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self.lines)

    def say(self, title: str, lines: Sequence[str]) -> None:
        """Show a place."""
        self.title.setText(title)
        self.lines.setText("\n".join(lines))
        self.setAccessibleName("，".join((title, *lines)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A box inside the card."""
        current = look_now()
        radius = current.size("radius_card")
        ground, line = current.colour("surfaceAlt"), current.colour("line")
        paint_box(QPainter(self), self.rect().toRectF(), radius, ground, line)
