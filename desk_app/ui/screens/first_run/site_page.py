"""Page 1, 这是哪里."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.catalogue import Tier
from desk_app.domain.sites import short_name_of
from desk_app.ui.screens.first_run.shown import Shown
from desk_app.ui.screens.settings.site_facts import DEFAULT_REGION, SiteField
from desk_app.ui.screens.settings.site_words import field_word, problem_words
from desk_app.ui.theme.look import Tone
from desk_app.ui.widgets.banner import Banner
from desk_app.ui.widgets.boxes import Card
from desk_app.ui.widgets.field import LabelledField
from desk_app.ui.widgets.text import Text
from desk_app.ui.widgets.tile import TileGroup, TileText

_ICONS = {Tier.TOWN: "buildings", Tier.COMMUNITY: "users", Tier.VILLAGE: "house-line"}
_ROWS: tuple[tuple[tuple[SiteField, int], ...], ...] = (
    ((SiteField.NAME, 4), (SiteField.SHORT_NAME, 2)),
    ((SiteField.COUNTER, 2), (SiteField.DEVICE, 1), (SiteField.HOURS, 3)),
    ((SiteField.PHONE, 3), (SiteField.COMPLAINT_PHONE, 3)),
    ((SiteField.ADDRESS, 6),),
    ((SiteField.REGION, 3), (SiteField.POINT, 3)),
)
"""Lines of the form; the number is a share of six."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("FirstRunSite", text)


def tier_name(tier: Tier) -> str:
    """What a site of a tier is called."""
    return {
        Tier.TOWN: _tr("镇便民服务中心"),
        Tier.COMMUNITY: _tr("社区服务大厅"),
        Tier.VILLAGE: _tr("村便民服务代办点"),
    }[tier]


class SitePage(QWidget):
    """Kind of site, then its facts."""

    tier_chosen = Signal(object)
    typed = Signal(object, str)
    """(SiteField, text)."""
    left = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.locked = Banner()
        across = QHBoxLayout()
        across.setSpacing(14)
        self.tiers = TileGroup(_tr("是哪一级站点"), across)
        self.fields = {field: LabelledField(field_word(field)) for row in _ROWS for field, _ in row}
        self._lay_out()
        self.tiers.chosen.connect(lambda key: self.tier_chosen.emit(Tier(key)))
        for name, field in self.fields.items():
            field.edited.connect(lambda text, name=name: self.typed.emit(name, text))
            field.left.connect(lambda name=name: self.left.emit(name))

    def _lay_out(self) -> None:
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        for number, row in enumerate(_ROWS):
            column = 0
            for field, share in row:
                grid.addWidget(self.fields[field], number, column, 1, share)
                column += share
        self.hint = Text("", "caption", "faint", wrap=True)
        card.body.addLayout(grid)
        card.body.addWidget(self.hint)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.locked)
        box.addWidget(self.tiers)
        box.addWidget(card)
        box.addStretch(1)
        self._hints()

    def _hints(self) -> None:
        self.fields[SiteField.NAME].line.setPlaceholderText(_tr("例：示例镇便民服务中心"))
        self.fields[SiteField.COUNTER].line.setPlaceholderText(_tr("例：03 号窗口"))
        self.fields[SiteField.HOURS].line.setPlaceholderText(_tr("例：工作日 8:30–12:00，13:30–17:30"))
        self.fields[SiteField.PHONE].line.setPlaceholderText(_tr("印在凭证上，群众打这个电话"))
        self.fields[SiteField.COMPLAINT_PHONE].line.setPlaceholderText(_tr("例：12345"))
        self.hint.setText(
            _tr(
                "区划代码 12 位，{region} 是临港区，可向上级问本站的代码。"
                "站点代码 6 位，印在每个办件编号的最前面；"
                "同一站点有几台电脑时，站点代码相同，设备号各不相同（0 到 9）。"
            ).format(region=DEFAULT_REGION)
        )

    def lay(self, shown: Shown) -> None:
        """Show everything."""
        site = shown.site
        tiles = [
            TileText(
                tier.value,
                tier_name(tier),
                _tr("基础目录 {n} 项").format(n=site.counts.get(tier, 0)),
                _ICONS[tier],
            )
            for tier in Tier
        ]
        self.tiers.show_tiles(tiles, site.facts.tier.value)
        self.tiers.setEnabled(not site.locked)
        for name, field in self.fields.items():
            field.set_text(site.facts.text(name))
            field.line.setReadOnly(site.locked)
            problem = site.problems.get(name)
            field.set_problem(problem_words(problem) if problem else "")
        self._placeholders(shown)
        if site.locked and self.locked.isHidden():
            self.locked.say(
                Tone.BLUE, _tr("站点已经建好"), _tr("要改站点的信息，开始使用后到“设置”里的“站点”改。")
            )
        self.locked.setVisible(site.locked)

    def _placeholders(self, shown: Shown) -> None:
        facts = shown.site.facts
        short = short_name_of(facts.name.strip())
        self.fields[SiteField.SHORT_NAME].line.setPlaceholderText(short or _tr("例：示例镇"))
        self.fields[SiteField.POINT].line.setPlaceholderText(_tr("不填就用 {code}").format(code=facts.point))

    def focus_start(self) -> None:
        """The kind of site comes first, then the name."""
        if not self.fields[SiteField.NAME].text():
            self.tiers.focus_current()
        else:
            self.fields[SiteField.NAME].editor.setFocus()

    def focus_on(self, name: str) -> None:
        """A field that wants attention."""
        if name in list(SiteField):
            self.fields[SiteField(name)].editor.setFocus()
