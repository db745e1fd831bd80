"""The right pane: everything about one item, as native widgets that are kept and filled anew."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.screens.lookup import words
from desk_app.ui.screens.lookup.guide_body import GuideBody
from desk_app.ui.screens.lookup.guide_parts import FactStrip
from desk_app.ui.screens.lookup.note_row import NoteRow
from desk_app.ui.screens.lookup.shown import Guide, Primary, Shown
from desk_app.ui.speed_words import often_words
from desk_app.ui.theme.look import Tone, WidthClass
from desk_app.ui.widgets.banner import Banner
from desk_app.ui.widgets.boxes import Card, CardFoot, ScrollBody, scrolled
from desk_app.ui.widgets.button import Button, ButtonKind
from desk_app.ui.widgets.link import WrapLink
from desk_app.ui.widgets.tag import ModeTag, Tag
from desk_app.ui.widgets.text import ElidedText, Text


class GuideHead(ScrollBody):
    """Name, how it is handled, whether it was verified; the way back where a link led here."""

    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = WrapLink("arrow-left")
        self.title = Text("", "title", wrap=True)
        self.mode = ModeTag()
        self.standing = Tag()
        self.current_name = Text("", "body", "quiet", wrap=True)
        self.subtitle = ElidedText("", "caption", "quiet")
        tags = QHBoxLayout()
        tags.setSpacing(8)
        tags.addWidget(self.mode)
        tags.addWidget(self.standing)
        first = QHBoxLayout()
        first.setSpacing(14)
        first.addWidget(self.title, 1)
        first.addLayout(tags)
        first.setAlignment(tags, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 12, 18, 10)
        box.setSpacing(3)
        box.addWidget(self.back)
        box.addLayout(first)
        box.addWidget(self.current_name)
        box.addWidget(self.subtitle)
        self.back.clicked.connect(self.back_requested)

    def show_guide(self, guide: Guide) -> None:
        """Name and tags."""
        offered = guide.offered
        item = offered.item
        self.back.setVisible(bool(guide.came_from))
        self.back.set_words(words.said("返回 {name}").format(name=guide.came_from))
        self.title.setText(item.display_name)
        self.mode.set_mode(offered.mode.value)
        tone, icon = (Tone.GREY, "info") if offered.reference_only else (Tone.GREEN, "check-circle")
        self.standing.set_tag(words.standing(offered), tone, icon)
        self.standing.setToolTip(words.standing_note(offered))
        self.current_name.setText(words.said("现称：{name}").format(name=item.current_name))
        self.current_name.setVisible(bool(item.current_name))
        self.subtitle.setText(words.subtitle(offered))


class GuideFoot(CardFoot):
    """What can be done with the item now; each button has its key."""

    def __init__(self) -> None:
        super().__init__()
        self.checklist = Button(words.said("告知书"), icon="printer", keys="F6")
        self.referral = Button(words.said("指路条"), icon="map-pin", keys="F7")
        self.note = Button(words.said("记一笔咨询"), icon="chat-text", keys="Ctrl+N")
        self.primary = Button("", ButtonKind.PRIMARY, icon="note-pencil", keys="F2")
        self.referral_first = Button(words.said("打指路条"), ButtonKind.PRIMARY, icon="map-pin", keys="F7")
        for button in (self.checklist, self.referral, self.note):
            self.row.addWidget(button)
        self.row.addStretch(1)
        for button in (self.referral_first, self.primary):
            self.row.addWidget(button)

    def show_guide(self, guide: Guide, shown: Shown) -> None:
        """The mode decides which buttons exist."""
        starts = guide.primary is Primary.START
        self.primary.setVisible(starts)
        self.referral.setVisible(starts)
        self.referral_first.setVisible(not starts)
        self.note.setVisible(shown.may_note)
        if starts:
            self.primary.set_words(words.primary_words(guide))
        for button in (self.checklist, self.referral, self.referral_first):
            button.setEnabled(not shown.busy)

    def set_layout_class(self, width: WidthClass) -> None:
        """In a narrow place the note keeps only its icon and its key."""
        narrow = width is WidthClass.COMPACT
        self.note.set_words(words.said("记一笔") if narrow else words.said("记一笔咨询"))


class GuideView(Card):
    """Head and foot stay, the rest scrolls."""

    back_requested = Signal()
    start_requested = Signal()
    checklist_requested = Signal()
    referral_requested = Signal()
    note_requested = Signal()
    ticked = Signal(int)
    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.without_padding()
        self._guide: Guide | None = None
        self.head = GuideHead()
        self.status = Banner(Tone.AMBER)
        self.facts = FactStrip()
        self.parts = GuideBody()
        self.trouble = Banner(Tone.RED)
        self.note = NoteRow()
        self.foot = GuideFoot()
        self._area = scrolled(self._scrolled_part())
        self.body.addWidget(self.head)
        self.body.addWidget(self._area, 1)
        self._trouble_place = _padded(self.trouble)
        self._trouble_place.hide()
        self.body.addWidget(self._trouble_place)
        self.body.addWidget(self.note)
        self.set_foot(self.foot)
        self._connect()

    def _scrolled_part(self) -> QWidget:
        inside = ScrollBody()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.often = Text("", "bodyStrong", wrap=True)
        self._often_place = _padded(self.often)
        self._often_place.hide()
        box.addWidget(self._often_place)
        self._status_place = _padded(self.status)
        box.addWidget(self._status_place)
        box.addWidget(self.facts)
        box.addWidget(self.parts, 1)
        return inside

    def _connect(self) -> None:
        self.head.back_requested.connect(self.back_requested)
        self.foot.primary.clicked.connect(self.start_requested)
        self.foot.checklist.clicked.connect(self.checklist_requested)
        self.foot.referral.clicked.connect(self.referral_requested)
        self.foot.referral_first.clicked.connect(self.referral_requested)
        self.foot.note.clicked.connect(self.note_requested)
        self.parts.ticked.connect(self.ticked)
        self.parts.followed.connect(self.followed)

    def show_guide(self, guide: Guide, shown: Shown) -> None:
        """Show an item; what stays the same is not touched."""
        before, self._guide = self._guide, guide
        self.foot.show_guide(guide, shown)
        self.note.show_note(shown.note, busy=shown.busy)
        self._show_trouble(shown)
        lacked = often_words(shown.home.day.often.get(guide.offered.item.id, ()))
        self.often.setText(lacked)
        self._often_place.setVisible(bool(lacked))
        if guide == before:
            return
        self.parts.show_papers(guide)
        if before is not None and replace(guide, brought=before.brought) == before:
            return
        self._show_item(guide)
        if before is None or before.offered.item.id != guide.offered.item.id:
            self._area.verticalScrollBar().setValue(0)

    def _show_item(self, guide: Guide) -> None:
        self.setAccessibleName(words.said("指南 {name}").format(name=guide.offered.item.display_name))
        self.head.show_guide(guide)
        note = guide.offered.item.status_note
        self._status_place.setVisible(bool(note))
        if note:
            self.status.say(Tone.AMBER, words.said("这一项有变化"), note)
        self.facts.say(words.facts(guide.offered))
        self.parts.show_guide(guide)

    def focus_papers(self) -> None:
        """Put the keys where ticks are set, else on the buttons."""
        rows = self.parts.papers.list
        if rows.model().rowCount():
            if not rows.currentIndex().isValid():
                rows.choose(0)
            rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.foot.checklist.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_trouble(self, shown: Shown) -> None:
        self._trouble_place.setVisible(shown.trouble is not None)
        if shown.trouble is not None:
            self.trouble.say(Tone.RED, *words.trouble(shown.trouble))

    def set_layout_class(self, width: WidthClass) -> None:
        """One column of sections where there is no room for two."""
        self.facts.set_across(4 if width in (WidthClass.WIDE, WidthClass.STANDARD) else 2)
        self.parts.set_two_columns(width in (WidthClass.WIDE, WidthClass.STANDARD))
        self.foot.set_layout_class(width)


def _padded(widget: QWidget) -> QWidget:
    """A banner with air round it, which vanishes with it."""
    holder = ScrollBody()
    box = QVBoxLayout(holder)
    box.setContentsMargins(14, 8, 14, 8)
    box.addWidget(widget)
    return holder
