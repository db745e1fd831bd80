"""The settings as a whole: which section is open, what it reads when it is opened."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desk_app.ui.jobs import Jobs
from desk_app.ui.screens.settings.calls import SettingsCalls
from desk_app.ui.screens.settings.parts.catalogue import CataloguePart
from desk_app.ui.screens.settings.parts.desk import DeskPart
from desk_app.ui.screens.settings.parts.items import ItemsPart
from desk_app.ui.screens.settings.parts.overprint import OverprintPaper, OverprintPart
from desk_app.ui.screens.settings.parts.people import PeoplePart
from desk_app.ui.screens.settings.parts.sheet import SheetPart
from desk_app.ui.screens.settings.parts.site import SitePart
from desk_app.ui.screens.settings.parts.stand_ins import StandInsPart
from desk_app.ui.screens.settings.parts.stock import StockPart
from desk_app.ui.screens.settings.parts.wording import WordingPart
from desk_app.ui.screens.settings.sections import NEEDS, Section
from desk_app.ui.screens.settings.session import SettingsSession
from desk_app.ui.screens.settings.shown import Shown


class SettingsPresenter(QObject):
    """``session.site_changed`` says that other screens must read anew."""

    pictured = Signal(object)
    """:class:`Shown`, after every change."""

    def __init__(self, calls: SettingsCalls, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = SettingsSession(calls, jobs, self)
        self.desk = DeskPart(self.session)
        self.sheet = SheetPart(self.session)
        self.people = PeoplePart(self.session, self.sheet)
        self.stand_ins = StandInsPart(self.session, self.people)
        self.site = SitePart(self.session)
        self.items = ItemsPart(self.session)
        self.stock = StockPart(self.session)
        self.catalogue = CataloguePart(self.session)
        self.wording = WordingPart(self.session)
        self.overprint = OverprintPart(self.session)
        self.form_paper = OverprintPaper(self.session, self.overprint)
        self._section = Section.PRINTING
        self._reads = {
            Section.PRINTING: self.desk.look_for_printers,
            Section.DISPLAY: self.desk.read,
            Section.PEOPLE: self.people.read,
            Section.SITE: self.site.read,
            Section.ITEMS: self.items.read,
            Section.BACKUP: self._read_backup,
            Section.CATALOGUE: self.catalogue.read,
            Section.WORDING: self.wording.read,
            Section.OVERPRINT: self._read_overprint,
            Section.DEVICES: self.desk.read,
            Section.ABOUT: self.stock.read_about,
        }
        self.session.changed.connect(lambda: self.pictured.emit(self.picture()))

    def open(self, section: Section) -> None:
        """Another page, or the same again: what it shows is read anew."""
        self._section = section
        self.sheet.put_away()
        self.session.clear()
        self._read()

    def refresh(self) -> None:
        """F5, or somebody else signed in. What was told stays."""
        self._read()

    def look_changed(self) -> None:
        """Alt+D or Alt+G: the switches of 显示 say what holds."""
        self.desk.read()
        self.session.changed.emit()

    def _read(self) -> None:
        read = self._reads.get(self._section)
        if read is not None:
            read()
        self.session.changed.emit()

    def _read_backup(self) -> None:
        self.desk.read()
        self.stock.read_backup()

    def _read_overprint(self) -> None:
        self.desk.look_for_printers()
        self.overprint.read()

    def back(self) -> bool:
        """Esc: close the innermost thing. False when nothing is open."""
        return self.people.close_form() or self.catalogue.put_away()

    def picture(self) -> Shown:
        """Everything as it is now."""
        session = self.session
        needed = NEEDS.get(self._section)
        return Shown(
            section=self._section,
            may=needed is None or session.may(needed),
            desk=self.desk.shown(),
            people=replace(self.people.shown(), periods=self.stand_ins.periods()),
            site=self.site.shown(),
            items=self.items.shown(),
            stock=self.stock.shown(),
            catalogue=self.catalogue.shown(),
            wording=self.wording.shown(),
            overprint=self.overprint.shown(),
            busy=session.busy,
            trouble=session.trouble,
            said=session.said,
            text=session.text,
        )
