"""The sections of a guide, in the citizen's own questions: 谁能办, 要带什么, 在哪儿办, 怎么办."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_app.domain.catalogue import OfferedItem
from desk_app.ui.screens.lookup import words
from desk_app.ui.screens.lookup.guide_parts import FoldedSection, LinkList, PlaceBox, PointSection, Section
from desk_app.ui.screens.lookup.papers import Paper, PapersHead, PapersList
from desk_app.ui.screens.lookup.shown import Guide
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.widgets.banner import Banner
from desk_app.ui.widgets.boxes import Card, ScrollBody, UprightLine
from desk_app.ui.widgets.points import Point, Points
from desk_app.ui.widgets.text import Text

_RIGHT = 256
_NO_LIMIT = 16777215
"""QWIDGETSIZE_MAX: Qt's word for no largest size."""


class PapersBox(ScrollBody):
    """The paper list in its frame, a line about it below."""

    ticked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.list = PapersList()
        self.head = PapersHead()
        self.remark = Text("", "body", "quiet", wrap=True)
        self._frame = Card().without_padding()
        self._frame.body.addWidget(self.head)
        self._frame.body.addWidget(self.list)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self._frame)
        box.addWidget(self.remark)
        self.list.ticked.connect(self.ticked)

    def show_papers(self, guide: Guide) -> None:
        """Rows and ticks; which row has the keys stays."""
        rows = guide.offered.item.materials
        at = self.list.currentIndex().row()
        papers = [Paper(row, row.number in guide.brought) for row in rows]
        self.list.show_entries(papers, at if 0 <= at < len(rows) else -1)
        self._frame.setVisible(bool(rows))
        self.remark.setText(guide.offered.item.materials_note)
        self.remark.setVisible(bool(guide.offered.item.materials_note))


class GuideBody(ScrollBody):
    """Left what is needed, right where and with what else; under one another where it is narrow."""

    ticked = Signal(int)
    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.who = PointSection(words.said("谁能办"), Points("check-circle"))
        self.papers = PapersBox()
        self.bring = Section(words.said("要带什么"), self.papers)
        self.ticks = Text("", "caption", "faint")
        self.steps = PointSection(words.said("怎么办"), Points(numbered=True))
        self.amount = PointSection(words.said("标准参考"), Points("money", "text3"))
        self.faqs = PointSection(words.said("常见问题"), Points("chat-text", "link"))
        self.open = PointSection(words.said("还要向主管部门核实"), Points("question", "amber", ink="text2"))
        self.basis = FoldedSection(words.said("法律依据"))
        self._make_right()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._left_column = _column(
            self.who, self.bring, self.ticks, self.steps, self.amount, self.faqs, self.basis, self.open
        )
        self._right_column = _column(
            self.where, self.previous, self.next, self.related, self.remind, self.release
        )
        self._line = UprightLine()
        self._box.addWidget(self._left_column, 1)
        self._box.addWidget(self._line)
        self._box.addWidget(self._right_column)
        self.papers.ticked.connect(self.ticked)
        self.set_two_columns(True)

    def _make_right(self) -> None:
        self.place = PlaceBox()
        self.where = Section(words.said("在哪儿办"), self.place)
        self.links = tuple(LinkList() for _ in range(3))
        titles = (words.said("上一环节"), words.said("下一环节"), words.said("常一起办"))
        self.previous, self.next, self.related = (
            Section(title, links) for title, links in zip(titles, self.links, strict=True)
        )
        for links in self.links:
            links.followed.connect(self.followed)
        self.reminder = Banner(Tone.AMBER)
        self.remind = Section(words.said("窗口提醒"), self.reminder)
        self.release = Text("", "caption", "faint", wrap=True)

    def set_two_columns(self, two: bool) -> None:
        """Side by side, or one under the other."""
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if two else directions.TopToBottom)
        self._line.setVisible(two)
        grow = 1.2 if look_now().large else 1.0
        self._right_column.setMinimumWidth(round(_RIGHT * grow) if two else 0)
        self._right_column.setMaximumWidth(round(_RIGHT * grow) if two else _NO_LIMIT)
        across = QSizePolicy.Policy.Fixed if two else QSizePolicy.Policy.Expanding
        self._right_column.setSizePolicy(across, QSizePolicy.Policy.Preferred)

    def show_papers(self, guide: Guide) -> None:
        """The paper list with its ticks."""
        self.papers.show_papers(guide)
        self.ticks.setText(words.brought_note(guide))

    def show_guide(self, guide: Guide) -> None:
        """Everything else."""
        offered, item = guide.offered, guide.offered.item
        doubts = frozenset(item.confidence.uncertain) if offered.reference_only else frozenset()
        self.who.show_points([Point(text) for text in offered.conditions], uncertain="conditions" in doubts)
        asked = bool(item.materials or item.materials_note)
        self.bring.say(asked, uncertain="materials" in doubts, note=words.materials_note(offered))
        self.ticks.setVisible(bool(item.materials))
        self.steps.show_points([Point(text) for text in item.steps], uncertain="steps" in doubts)
        amount = [Point(item.amount_reference)] if item.amount_reference else []
        self.amount.show_points(amount, uncertain="amount_reference" in doubts)
        self.faqs.show_points([Point(faq.answer, lead=faq.question) for faq in item.faqs])
        self.basis.show_points(_basis(offered))
        questions = item.confidence.questions if offered.reference_only else ()
        self.open.show_points([Point(text) for text in questions])
        self._show_right(guide)

    def _show_right(self, guide: Guide) -> None:
        self.place.say(words.place_title(guide), words.place_lines(guide))
        sections = (self.previous, self.next, self.related)
        groups = (guide.previous, guide.next, guide.related)
        for section, links, group in zip(sections, self.links, groups, strict=True):
            links.show_links([(link, words.link_words(link, guide.site)) for link in group])
            section.say(bool(group))
        self.remind.say(bool(guide.offered.reminder))
        if guide.offered.reminder:
            self.reminder.say(Tone.AMBER, guide.offered.reminder, icon="info")
        self.release.setText(words.release_line(guide.offered))


def _basis(offered: OfferedItem) -> list[Point]:
    return [
        Point(words.basis_line(basis), tag="" if basis.verified else words.said("文号待核"))
        for basis in offered.item.legal_basis
    ]


def _column(*parts: QWidget) -> QWidget:
    holder = ScrollBody()
    box = QVBoxLayout(holder)
    box.setContentsMargins(18, 14, 16, 14)
    box.setSpacing(look_now().size("section_gap"))
    for part in parts:
        box.addWidget(part)
    box.addStretch(1)
    return holder
