"""目录: releases at this desk, a new one reviewed before it holds, and what the lint finds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.item_lint import Finding
from desk_app.ui.screens.settings.calls import ReleaseInfo, ReleaseReview
from desk_app.ui.screens.settings.finding_words import SEVERITY_TONES, finding_words, severity_word
from desk_app.ui.screens.settings.shown import Shown
from desk_app.ui.table_model import Column, Role, TableModel
from desk_app.ui.theme.look import Tone, look_now
from desk_app.ui.widgets.boxes import Card, CardHead
from desk_app.ui.widgets.button import Button, ButtonKind, ButtonSize
from desk_app.ui.widgets.points import Point, Points
from desk_app.ui.widgets.table import Table, TagDelegate
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import screen_date

_MOST_NAMED = 12


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsCatalogue", text)


RELEASE_COLUMNS = (
    Column[ReleaseInfo](
        "版本", lambda row: row.version, width=110, roles={Role.STRONG: lambda row: row.in_force}
    ),
    Column[ReleaseInfo]("发布", lambda row: row.published.isoformat(), width=120),
    Column[ReleaseInfo]("名称", lambda row: row.title, width=0),
    Column[ReleaseInfo]("事项", lambda row: str(row.items), right=True, width=70),
    Column[ReleaseInfo](
        "状态",
        lambda row: _tr("在用") if row.in_force else "",
        width=90,
        roles={Role.TONE: lambda _row: Tone.GREEN},
    ),
)
FINDING_COLUMNS = (
    Column[Finding](
        "",
        lambda row: severity_word(row.severity),
        width=90,
        roles={Role.TONE: lambda row: SEVERITY_TONES[row.severity]},
    ),
    Column[Finding]("事项", lambda row: row.item_id or "—", width=90),
    Column[Finding]("说明", finding_words, width=0),
)


def review_points(review: ReleaseReview) -> tuple[Point, ...]:
    """What a new release would change, the gravest first."""
    diff = review.diff
    groups = (
        (_tr("取消 {n} 项"), diff.removed),
        (_tr("新增 {n} 项"), diff.added),
        (_tr("改名 {n} 项"), tuple(change.new_id for change in diff.renamed)),
        (_tr("内容有变化 {n} 项"), tuple(change.new_id for change in diff.changed if not change.renamed)),
    )
    points = [Point(_named(ids, review), title.format(n=len(ids))) for title, ids in groups if ids]
    if diff.bundles_changed:
        points.append(Point(_tr("组合和材料有调整"), _tr("一件事")))
    return tuple(points) or (Point(_tr("和现在用的一样，没有变化")),)


def _named(ids: tuple[str, ...], review: ReleaseReview) -> str:
    names = [f"{item_id} {review.names.get(item_id, '')}".strip() for item_id in ids[:_MOST_NAMED]]
    text = _tr("、").join(names)
    return text if len(ids) <= _MOST_NAMED else _tr("{names} 等").format(names=text)


class CataloguePage(QWidget):
    """Read, review, put in force."""

    import_requested = Signal()
    adopt_requested = Signal()
    lint_requested = Signal()
    put_away_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.releases = TableModel[ReleaseInfo](RELEASE_COLUMNS, lambda row: row.version, self)
        self.findings = TableModel[Finding](FINDING_COLUMNS, lambda row: row, self)
        self.table, self.found = Table(_tr("目录的版本")), Table(_tr("检查结果"))
        self.table.show_model(self.releases)
        self.table.setItemDelegateForColumn(4, TagDelegate(self.table))
        self.found.show_model(self.findings)
        self.found.setItemDelegateForColumn(0, TagDelegate(self.found))
        self.bring = Button(_tr("导入目录文件"), icon="upload-simple", size=ButtonSize.SMALL)
        self.check = Button(_tr("检查目录"), icon="checks", size=ButtonSize.SMALL)
        self.adopt = Button(_tr("启用这一版"), ButtonKind.PRIMARY, icon="check")
        self.leave = Button(_tr("先不用"), keys="Esc")
        box = QVBoxLayout(self)
        box.setSpacing(12)
        for card in (self._made_review(), self._made_releases(), self._made_findings()):
            box.addWidget(card)
        box.addStretch(1)
        self.bring.clicked.connect(self.import_requested)
        self.check.clicked.connect(self.lint_requested)
        self.adopt.clicked.connect(self.adopt_requested)
        self.leave.clicked.connect(self.put_away_requested)

    def _made_releases(self) -> Card:
        card = Card().without_padding()
        head = CardHead(_tr("目录的版本"), "book-open")
        head.add_right(self.check)
        head.add_right(self.bring)
        card.set_head(head)
        card.body.addWidget(self.table)
        return card

    def _made_review(self) -> Card:
        self._review = Card()
        self._review_head = CardHead("", "git-diff")
        self._review.set_head(self._review_head)
        self.points = Points("git-diff", "link")
        self._remark = Text("", "caption", "quiet", wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.adopt)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        self._review.body.addWidget(self.points)
        self._review.body.addWidget(self._remark)
        self._review.body.addLayout(buttons)
        return self._review

    def _made_findings(self) -> Card:
        self._found_card = Card().without_padding()
        self._found_head = CardHead("", "checks")
        self._found_card.set_head(self._found_head)
        self._found_card.body.addWidget(self.found)
        return self._found_card

    def lay(self, shown: Shown) -> None:
        """Show everything."""
        catalogue = shown.catalogue
        if self.releases.rows != catalogue.releases:
            self.releases.set_rows(catalogue.releases)
        self.bring.setEnabled(shown.may and not shown.busy)
        self.check.setEnabled(not shown.busy)
        self._review.setVisible(catalogue.review is not None)
        if catalogue.review is not None:
            self._lay_review(catalogue.review)
        for button in (self.adopt, self.leave):
            button.setEnabled(not shown.busy)
        self._lay_findings(catalogue.review.findings if catalogue.review else catalogue.findings)
        self._fit()

    def _lay_review(self, review: ReleaseReview) -> None:
        day = screen_date(review.published)
        self._review_head.title_text.setText(
            _tr("新的目录 {version}，{day} 发布").format(version=review.version, day=day)
        )
        self.points.show_points(review_points(review))
        self._remark.setText(_tr("启用前先看看改了什么。已经收下的办件照旧版办完，填了一半的会提醒。"))

    def _lay_findings(self, findings: tuple[Finding, ...] | None) -> None:
        self._found_card.setVisible(findings is not None)
        if findings is None:
            return
        if self.findings.rows != findings:
            self.findings.set_rows(findings)
        heading = _tr("检查结果：{n} 处").format(n=len(findings)) if findings else _tr("检查过了，没有问题")
        self._found_head.title_text.setText(heading)
        self.found.setVisible(bool(findings))

    def _fit(self) -> None:
        current = look_now()
        for table, rows in ((self.table, self.releases.rowCount()), (self.found, self.findings.rowCount())):
            height = current.size("table_header") + current.size("row") * max(1, min(rows, 8)) + 2
            table.setFixedHeight(height)

    def refit(self) -> None:
        """Another look has other heights."""
        self.table.refit()
        self.found.refit()
        self._fit()

    def focus_start(self) -> None:
        """The decision, while there is one; else the releases."""
        (self.adopt if not self._review.isHidden() else self.bring).setFocus()
