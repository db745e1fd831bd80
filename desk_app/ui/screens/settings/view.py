"""The settings: sections at the left, the page of one at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.messages import told
from desk_app.ui.screens.settings.joining import join_pages
from desk_app.ui.screens.settings.pages.book import PageBook
from desk_app.ui.screens.settings.presenter import SettingsPresenter
from desk_app.ui.screens.settings.said_words import said_words
from desk_app.ui.screens.settings.sections import Section
from desk_app.ui.screens.settings.shown import Said, Shown
from desk_app.ui.screens.settings.words import SECTION_ICONS, section_word
from desk_app.ui.shortcuts import Context, bind, bind_numbered
from desk_app.ui.theme.look import Tone, WidthClass, look_now
from desk_app.ui.widgets.banner import Banner
from desk_app.ui.widgets.boxes import Canvas, Card
from desk_app.ui.widgets.brand import AIR
from desk_app.ui.widgets.line import PickBox
from desk_app.ui.widgets.tile import TileGroup, TileText

AskPath = Callable[[QWidget, str, str], str]
"""(parent, title, name filter; "" for a folder) -> a path, or "" when nothing was chosen."""
_NAV_WIDTH = 200
_MORE_HINTS = {
    Section.PEOPLE: ("settings.new",),
    Section.ITEMS: ("settings.filter", "setup.tick", "setup.mode"),
}


def ask_path(parent: QWidget, title: str, names: str) -> str:
    """The system's own dialog."""
    if not names:
        return QFileDialog.getExistingDirectory(parent, title)
    return QFileDialog.getOpenFileName(parent, title, filter=names)[0]


class SettingsView(Canvas):
    """A Screen. ``ask_path`` is handed in by tests."""

    def __init__(
        self, presenter: SettingsPresenter, ask: AskPath = ask_path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self._ask = ask
        self._section: Section | None = None
        calls = presenter.session.calls
        self.book = PageBook(calls.sizes, calls.wording.papers, calls.overprint.papers)
        self.nav = TileGroup(self.tr("设置的各页"), QVBoxLayout(), quiet=True)
        self.pick = PickBox(self.tr("设置的各页"))
        self.pick.addItems([section_word(section) for section in Section])
        self.nav.show_tiles(
            [TileText(each.value, section_word(each), icon=SECTION_ICONS[each]) for each in Section], ""
        )
        self.banner = Banner()
        self.banner.hide()
        self._lay_out()
        self._connect()
        presenter.pictured.connect(self.show_picture)

    def _lay_out(self) -> None:
        self._nav_card = Card()
        self._nav_card.body.setContentsMargins(8, 8, 8, 8)
        self._nav_card.body.addWidget(self.nav)
        self._nav_card.body.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.pick)
        right.addWidget(self.banner)
        right.addWidget(self.book, 1)
        outer = QHBoxLayout(self)
        side, top = look_now().size("work_padding_h"), look_now().size("work_padding_v")
        outer.setContentsMargins(side, top - AIR, side - AIR, top - AIR)
        outer.setSpacing(12 - AIR)
        nav = QVBoxLayout()
        nav.setContentsMargins(0, AIR, 0, AIR)
        nav.addWidget(self._nav_card)
        outer.addLayout(nav)
        outer.addLayout(right, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        sections = list(Section)
        self.nav.chosen.connect(lambda key: presenter.open(Section(key)))
        self.nav.opened.connect(lambda _key: self.book.pages[self.section].focus_start())
        self.pick.activated.connect(lambda at: presenter.open(sections[at]))
        join_pages(self.book, presenter, self._path)
        presenter.session.copy_wanted.connect(lambda text: QGuiApplication.clipboard().setText(text))
        bind(self, {"settings.new": self._new, "settings.filter": self._filter})
        bind_numbered(self, "settings.section", lambda n: presenter.open(sections[n - 1]))

    def _path(self, title: str, names: str, use: Callable[[str], None]) -> None:
        path = self._ask(self, title, names)
        if path:
            use(path)

    @property
    def section(self) -> Section:
        """The page that is open."""
        return self._section or Section.PRINTING

    def show_picture(self, shown: Shown) -> None:
        """Everything as it is now."""
        self.book.pages[shown.section].lay(shown)
        self.nav.set_current(shown.section.value)
        self.pick.setCurrentIndex(list(Section).index(shown.section))
        if shown.trouble is not None:
            self.banner.say(Tone.RED, *told(shown.trouble))
        elif shown.said is not Said.NOTHING:
            words = said_words(shown)
            if self.banner.isHidden() or self.banner.heading.text() != words:
                self.banner.say(Tone.GREEN, words)
        else:
            self.banner.hide()
        if shown.section is not self._section:
            self._section = shown.section
            self.book.turn_to(shown.section)

    def _new(self) -> None:
        if self.section is Section.PEOPLE:
            self.presenter.people.open_form()
            self.book.people.form.focus_gap()

    def _filter(self) -> None:
        if self.section is Section.ITEMS:
            self.book.items.list.filter.setFocus()

    def title(self) -> str:
        """For the window's title bar."""
        return self.tr("设置 · {section}").format(section=section_word(self.section))

    def context(self) -> Context:
        """Which keys work here."""
        return Context.SETTINGS

    def hints(self) -> Sequence[str]:
        """The keys that work now."""
        more = {
            Section.PEOPLE: ("settings.new",),
            Section.ITEMS: ("settings.filter", "setup.tick", "setup.mode"),
        }
        return ("settings.section", "settings.move", *more.get(self.section, ()), "refresh", "back")

    def primary(self) -> None:
        """Ctrl+Enter: the one act of the page, where it has one."""
        if self.section is Section.PEOPLE:
            self.book.people.form.primary()
        elif self.section is Section.BACKUP:
            self.book.backup.now.click()
        elif self.section is Section.WORDING:
            self.book.wording.save.click()
        elif self.section is Section.CATALOGUE and self.book.catalogue.adopt.isVisible():
            self.book.catalogue.adopt.click()

    def focus_start(self) -> None:
        """The list of sections."""
        if self._section is None:
            self.presenter.open(Section.PRINTING)
        if self.nav.isVisibleTo(self):
            self.nav.focus_current()
        else:
            self.book.pages[self.section].focus_start()

    def set_layout_class(self, width: WidthClass) -> None:
        """Sections become a pick box where there is no room for them."""
        wide = width is not WidthClass.COMPACT
        self._nav_card.setVisible(wide)
        self._nav_card.setFixedWidth(round(_NAV_WIDTH * (1.25 if look_now().large else 1)))
        self.pick.setVisible(not wide)
        self.book.people.refit()
        self.book.catalogue.refit()

    def back(self) -> bool:
        """Esc: the innermost thing."""
        return self.presenter.back()

    def refresh(self) -> None:
        """F5."""
        self.presenter.refresh()
