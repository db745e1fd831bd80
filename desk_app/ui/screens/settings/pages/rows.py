"""显示 and 站点: pages that are nothing but rows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.ui.screens.settings.pages.printing import value_texts
from desk_app.ui.screens.settings.row_builder import SettingRows
from desk_app.ui.screens.settings.sections import DISPLAY, SITE
from desk_app.ui.screens.settings.shown import Shown
from desk_app.ui.screens.settings.site_facts import SiteField
from desk_app.ui.screens.settings.site_words import problem_words
from desk_app.ui.widgets.boxes import Card, CardHead
from desk_app.ui.words import word


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsRows", text)


def _page(page: QWidget, title: str, icon: str, rows: SettingRows) -> None:
    card = Card()
    card.set_head(CardHead(title, icon))
    card.body.addWidget(rows)
    box = QVBoxLayout(page)
    box.addWidget(card)
    box.addStretch(1)


class DisplayPage(QWidget):
    """Colours, size of type, when the desk locks itself."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = SettingRows("display", DISPLAY)
        _page(self, _tr("显示与锁屏"), "text-aa", self.rows)

    def lay(self, shown: Shown) -> None:
        """Show everything."""
        self.rows.show_values(value_texts(shown.desk))

    def focus_start(self) -> None:
        """The first row."""
        self.rows.focus_first()


class SitePage(QWidget):
    """Facts that are printed on slips; saved as each line is left."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = SettingRows("site", SITE)
        _page(self, _tr("站点"), "buildings", self.rows)

    def lay(self, shown: Shown) -> None:
        """Show everything."""
        facts = shown.site.facts
        values = {field.value: facts.text(field) for field in SiteField}
        self.rows.show_values(values | {"tier": word(facts.tier)}, enabled=shown.may)
        problems = {field.value: problem_words(flaw) for field, flaw in shown.site.problems.items()}
        self.rows.show_problems(problems)

    def focus_start(self) -> None:
        """The first row."""
        self.rows.focus_first()
