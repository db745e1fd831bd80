"""The right panel: the outcome, the due date with its counted days, what is missing, and the paper itself."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QSize, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_app.domain.catalogue import Material, OfferedItem, TimeLimit
from desk_app.domain.intake import Judgement, Outcome
from desk_app.domain.worktime import Deadline, Unit
from desk_app.ui.screens.intake.materials.view import form_words
from desk_app.ui.screens.intake.outcome.days import day_boxes
from desk_app.ui.screens.intake.shown import OutcomeShown, RowShown, Shown
from desk_app.ui.theme.look import Tone
from desk_app.ui.widgets.banner import OutcomeBanner
from desk_app.ui.widgets.boxes import Line, ScrollBody, clear_layout
from desk_app.ui.widgets.chips import Flow
from desk_app.ui.widgets.day_strip import DayStrip
from desk_app.ui.widgets.pdf_preview import PdfPreview, page_image
from desk_app.ui.widgets.tag import Tag
from desk_app.ui.widgets.text import ElidedText, Text
from desk_app.ui.words import citizen_date, weekday_name, word


def _tr(text: str) -> str:
    return QCoreApplication.translate("IntakeOutcome", text)


_REASONS: dict[Outcome, str] = {
    Outcome.NOTICE: "缺 {missing} 份必要材料，今天先不收件",
    Outcome.TOLERANCE: "缺 {deferred} 份可容缺材料，{day}前补齐",
    Outcome.OPEN: "还有 {untouched} 份没看，看完就知道能不能办",
    Outcome.RECEIVE: "只收材料，由{who}决定受理；凭证不代表受理",
    Outcome.ASSIST: "帮办登记，不算受理",
    Outcome.DECLINE: "可以打一张指路条，告诉群众去哪儿办",
    Outcome.FINISH: "{owed} 份材料齐全，当场出结果",
    Outcome.ACCEPT: "{owed} 份材料齐全",
}

_PRIMARY: dict[Outcome, str] = {
    Outcome.NOTICE: "打印告知书",
    Outcome.TOLERANCE: "容缺受理并打印",
    Outcome.RECEIVE: "收件并打印",
    Outcome.ASSIST: "登记帮办",
    Outcome.DECLINE: "不在本站办",
    Outcome.FINISH: "办结并打印",
    Outcome.ACCEPT: "受理并打印",
}


def reason_words(outcome: OutcomeShown, item: OfferedItem) -> str:
    """Why it comes out so, in one line."""
    verdict = outcome.judgement
    return _tr(_REASONS[verdict.outcome]).format(
        missing=len(verdict.missing),
        deferred=len(verdict.deferred),
        untouched=len(verdict.untouched),
        owed=verdict.owed,
        who=item.item.department,
        day=citizen_date(outcome.promise_by) if outcome.promise_by else "",
    )


def primary_words(outcome: OutcomeShown | None, item: OfferedItem | None) -> str:
    """What Ctrl+Enter will do, as the button says it. While it is open: what it will be if all is well."""
    if outcome is not None and outcome.busy:
        return _tr("正在存…")
    wanted = outcome.judgement.outcome if outcome else Outcome.OPEN
    if wanted is Outcome.OPEN:
        wanted = Outcome.ACCEPT if item is None or item.mode.may_accept else Outcome.RECEIVE
    return _tr(_PRIMARY[wanted])


def limit_words(limit: TimeLimit) -> str:
    """承诺 10 个工作日, or that only the counter can tell."""
    if limit.days is None:
        return _tr("时限以窗口告知为准")
    if limit.days == 0:
        return _tr("当场办结")
    unit = _tr("个工作日") if limit.unit is Unit.WORKING else _tr("天")
    return _tr("承诺 {n} {unit}").format(n=limit.days, unit=unit)


def counting_words(deadline: Deadline) -> str:
    """从明天起算，跳过 2 个周末…: why it is this day."""
    if deadline.days == 0:
        return _tr("当天办结，不用等")
    summary = deadline.summary
    skipped = []
    if summary.weekends:
        skipped.append(_tr("{n} 个周末").format(n=summary.weekends))
    if summary.holiday_days:
        names = _tr("、").join(summary.holidays)
        skipped.append(_tr("{names} {n} 天").format(names=names, n=summary.holiday_days))
    if summary.closure_days:
        skipped.append(_tr("本站休息 {n} 天").format(n=summary.closure_days))
    words = _tr("从明天起算")
    if skipped:
        words = _tr("从明天起算，跳过 {what}").format(what=_tr("、").join(skipped))
    if summary.makeup_days:
        words = _tr("{words}，调休上班 {n} 天照算").format(words=words, n=summary.makeup_days)
    if deadline.beyond_calendar:
        words = _tr("{words}；有一段放假安排还没公布，到时再核").format(words=words)
    return words


def missing_line(nth: int, row: Material, reason: str) -> str:
    """One line of what the citizen is told."""
    words = _tr("{nth}. {name}，{form}").format(nth=nth, name=row.name, form=form_words(row))
    return _tr("{words}：{reason}").format(words=words, reason=reason) if reason else words


class DueSection(ScrollBody):
    """应办结日期."""

    def __init__(self) -> None:
        super().__init__()
        self._limit = Text("", "caption", "quiet")
        self.day = Text("", "date")
        self.weekday = Text("", "body")
        self.counting = Text("", "caption", "quiet", wrap=True)
        self.strip = DayStrip()
        self._statutory = Text("", "caption", "quiet", wrap=True)
        self._laid: tuple[object, ...] = ()
        first = QHBoxLayout()
        first.addWidget(Text(_tr("应办结日期"), "label", "quiet"))
        first.addStretch(1)
        first.addWidget(self._limit)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.day)
        second.addWidget(self.weekday, 0, Qt.AlignmentFlag.AlignBottom)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        for widget in (self.counting, self.strip, self._statutory):
            column.addWidget(widget)

    def lay(self, outcome: OutcomeShown, item: OfferedItem) -> None:
        """Show the deadline of a case accepted today."""
        deadlines = outcome.deadlines
        if self._laid and self._laid[0] is deadlines and self._laid[1] is item:
            return
        self._laid = (deadlines, item)
        self._limit.setText(limit_words(item.promised))
        governing = deadlines.governing if deadlines else None
        self._show_day(governing.due if governing else None, deadlines is None)
        self.counting.setText(counting_words(governing) if governing else "")
        self.counting.setVisible(governing is not None)
        self.strip.setVisible(governing is not None and governing.days > 0)
        if governing is not None:
            self.strip.show_days(day_boxes(governing), self.counting.text())
        statutory = deadlines.statutory if deadlines else None
        both = statutory is not None and statutory is not governing and statutory.due is not None
        words = _tr("法定最晚 {day}").format(day=statutory.due) if both and statutory else ""
        self._statutory.setText(words)
        self._statutory.setVisible(both)

    def _show_day(self, due: date | None, received_only: bool) -> None:
        unknown = _tr("受理后才起算") if received_only else _tr("以窗口告知为准")
        self.day.setText(due.isoformat() if due else unknown)
        self.weekday.setText(weekday_name(due) if due else "")


class PromiseSection(ScrollBody):
    """Which papers come later, and until when."""

    promised = Signal(object)
    """date."""

    def __init__(self) -> None:
        super().__init__()
        self.names = Text("", "body", wrap=True)
        self.editor = QDateEdit()
        self.editor.setDisplayFormat("yyyy-MM-dd")
        self.editor.setAccessibleName(_tr("补交日期"))
        self.editor.dateChanged.connect(self._changed)
        self._weekday = Text("", "body")
        self._laying = False
        line = QHBoxLayout()
        line.addWidget(self.editor)
        line.addWidget(self._weekday)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(Text(_tr("容缺材料与补交期限"), "label", "quiet"))
        column.addWidget(self.names)
        column.addLayout(line)

    def lay(self, judgement: Judgement, promise_by: date | None) -> None:
        """Show the promise; hidden when nothing is promised."""
        self.setVisible(judgement.outcome is Outcome.TOLERANCE and promise_by is not None)
        if promise_by is None:
            return
        self.names.setText(_tr("、").join(row.name for row in judgement.deferred))
        self._weekday.setText(weekday_name(promise_by))
        self._laying = True
        self.editor.setDate(QDate(promise_by.year, promise_by.month, promise_by.day))
        self._laying = False

    def _changed(self, day: QDate) -> None:
        if not self._laying:
            self.promised.emit(date(day.year(), day.month(), day.day()))


class MissingSection(ScrollBody):
    """要告诉群众的: what is missing and why."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[str, ...] = ()
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(8)
        outer.addWidget(Text(_tr("要告诉群众的"), "cardTitle"))
        outer.addLayout(self._column)
        outer.addWidget(Text(_tr("登记为待补齐，回来不用重填"), "caption", "quiet", wrap=True))

    def lay(self, judgement: Judgement, rows: tuple[RowShown, ...]) -> None:
        """Show the list; hidden when nothing is missing."""
        reasons = {row.material.number: row.reason for row in rows}
        lines = tuple(
            missing_line(nth, row, reasons.get(row.number, ""))
            for nth, row in enumerate(judgement.missing, 1)
        )
        self.setVisible(bool(lines))
        if lines != self._lines:
            self._lines = lines
            clear_layout(self._column)
            for line in lines:
                self._column.addWidget(Text(line, "body", wrap=True))


class PaperSection(ScrollBody):
    """将打印: the names of the papers and a picture of the first."""

    def __init__(self) -> None:
        super().__init__()
        self._chips = ScrollBody()
        self._flow = Flow(self._chips, 6)
        self._names: tuple[str, ...] = ()
        self._pages: object = None
        self.preview = PdfPreview(_tr("将打印的单子"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self._title = ElidedText(_tr("将打印"), "label", "quiet")
        column.addWidget(self._title)
        column.addWidget(self._chips)
        column.addWidget(self.preview)
        column.addStretch(1)

    def lay(self, shown: Shown, outcome: OutcomeShown) -> None:
        """Show what will print."""
        names = tuple(word(kind) for kind in outcome.papers)
        if names != self._names:
            self._names = names
            clear_layout(self._flow)
            for name in names:
                self._flow.addWidget(Tag(name, Tone.GREY, "printer", outlined=True))
            self._chips.setVisible(bool(names))
        if shown.pages is self._pages:
            return
        self._pages = shown.pages
        if shown.pages:
            images = [page_image(page.width, page.height, page.grey) for page in shown.pages]
            self.preview.show_pages(images)
        else:
            self.preview.say(_tr("材料看完，这里就是要打的单子"))


class OutcomePanel(QWidget):
    """Everything above the buttons."""

    promised = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = OutcomeBanner()
        self.due = DueSection()
        self.promise = PromiseSection()
        self.promise.promised.connect(self.promised)
        self.missing = MissingSection()
        self.paper = PaperSection()
        self._lines = [Line(), Line()]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.due, self._lines[0], self.promise, self.missing, self._lines[1], self.paper):
            column.addWidget(widget)
        column.setStretchFactor(self.paper, 1)

    def lay(self, shown: Shown) -> None:
        """Show the outcome of a lane; nothing while it has no item."""
        outcome, item = shown.outcome, shown.item
        self.setVisible(outcome is not None)
        if outcome is None or item is None:
            self.banner.show_outcome(Outcome.OPEN.value, _tr("还没选事项"), _tr("按 F3 选一个事项"))
            return
        verdict = outcome.judgement
        self.banner.show_outcome(verdict.outcome.value, word(verdict.outcome), reason_words(outcome, item))
        told = verdict.outcome in (Outcome.NOTICE, Outcome.DECLINE, Outcome.ASSIST)
        self.due.setVisible(not told)
        self._lines[0].setVisible(not told)
        if not told:
            self.due.lay(outcome, item)
        self.promise.lay(verdict, outcome.promise_by)
        self.missing.lay(verdict, shown.rows)
        self._lines[1].setVisible(not self.promise.isHidden() or not self.missing.isHidden())
        self.paper.setVisible(verdict.outcome is not Outcome.DECLINE)
        self.paper.lay(shown, outcome)

    def minimumSizeHint(self) -> QSize:
        """May be lower than its content: it lies in a scroll area."""
        return QSize(260, 0)
