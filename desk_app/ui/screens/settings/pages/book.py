"""All pages of the settings in one stack, each where its section finds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.ui.screens.settings.pages.catalogue import CataloguePage
from desk_app.ui.screens.settings.pages.devices import DevicesPage
from desk_app.ui.screens.settings.pages.files import AboutPage, BackupPage, CalendarPage
from desk_app.ui.screens.settings.pages.items import ItemsPage
from desk_app.ui.screens.settings.pages.overprint import OverprintPage
from desk_app.ui.screens.settings.pages.people import PeoplePage
from desk_app.ui.screens.settings.pages.printing import PrintingPage
from desk_app.ui.screens.settings.pages.rows import DisplayPage, SitePage
from desk_app.ui.screens.settings.pages.wording import WordingPage
from desk_app.ui.screens.settings.sections import Section
from desk_app.ui.widgets.boxes import scrolled
from desk_app.ui.widgets.brand import SplitPage

Page = (
    PrintingPage
    | DisplayPage
    | PeoplePage
    | SitePage
    | ItemsPage
    | CalendarPage
    | BackupPage
    | CataloguePage
    | WordingPage
    | OverprintPage
    | DevicesPage
    | AboutPage
)


class PageBook(QStackedWidget):
    """Pages scroll, save the one that is a list."""

    def __init__(
        self,
        sizes: Mapping[DocumentKind, Sequence[PaperSize]],
        worded: Sequence[DocumentKind],
        formed: Sequence[DocumentKind],
    ) -> None:
        super().__init__()
        self.printing = PrintingPage(sizes)
        self.display, self.site = DisplayPage(), SitePage()
        self.people, self.items = PeoplePage(), ItemsPage()
        self.calendar, self.backup, self.about = CalendarPage(), BackupPage(), AboutPage()
        self.catalogue, self.devices = CataloguePage(), DevicesPage()
        self.wording = WordingPage(worded)
        self.overprint = OverprintPage(formed)
        self.pages: dict[Section, Page] = {
            Section.PRINTING: self.printing,
            Section.DISPLAY: self.display,
            Section.PEOPLE: self.people,
            Section.SITE: self.site,
            Section.ITEMS: self.items,
            Section.CALENDAR: self.calendar,
            Section.BACKUP: self.backup,
            Section.CATALOGUE: self.catalogue,
            Section.WORDING: self.wording,
            Section.OVERPRINT: self.overprint,
            Section.DEVICES: self.devices,
            Section.ABOUT: self.about,
        }
        self._leaves: dict[Section, QWidget] = {}
        for section, page in self.pages.items():
            SplitPage.air(page)
            self._leaves[section] = page if section is Section.ITEMS else scrolled(page)
            self.addWidget(self._leaves[section])

    def turn_to(self, section: Section) -> None:
        """Open a page."""
        self.setCurrentWidget(self._leaves[section])
