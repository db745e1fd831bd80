"""What can be done now: one primary button, and what stands beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.domain.cases import CaseState
from desk_app.domain.worktime import Lamp
from desk_app.ui.screens.cases.standing import CaseShown, NextStep, main_paper
from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.boxes import CardFoot, row
from desk_app.ui.widgets.button import Button, PrimaryButton
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import citizen_date, word


class NextAct(CardFoot):
    """The foot of the page."""

    primary_requested = Signal()
    reprint_requested = Signal()
    withdraw_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Text("", "body", wrap=True)
        self.primary = PrimaryButton("", icon="printer")
        self.primary.clicked.connect(self.primary_requested)
        self.reprint = Button(self.tr("补打凭证"), icon="printer", keys="Ctrl+P")
        self.reprint.clicked.connect(self.reprint_requested)
        self.withdraw = Button(self.tr("撤回受理"), icon="arrow-counter-clockwise", keys="Ctrl+Z")
        self.withdraw.clicked.connect(self.withdraw_requested)
        self._beside = row(self.reprint, self.withdraw)
        lines = QVBoxLayout()
        lines.setSpacing(look_now().size("s2"))
        lines.addWidget(self.sentence)
        lines.addWidget(self.primary)
        lines.addWidget(self._beside)
        self.row.addLayout(lines, 1)

    def show_case(self, shown: CaseShown) -> None:
        """Words change, the place never."""
        self.sentence.setText(self._sentence(shown))
        text, icon = self._primary(shown)
        self.primary.set_words(self.tr("正在办…") if shown.busy else text, icon=icon)
        self.primary.setVisible(bool(text))
        self.primary.setEnabled(not shown.busy)
        again = bool(shown.case.documents) and shown.step is NextStep.RESUME
        self.reprint.setVisible(again)
        self.reprint.setEnabled(not shown.busy)
        self.withdraw.setVisible(shown.can_withdraw)
        self.withdraw.setEnabled(not shown.busy)
        self._beside.setVisible(again or shown.can_withdraw)

    def _primary(self, shown: CaseShown) -> tuple[str, str]:
        paper = main_paper(shown.case)
        return {
            NextStep.PRINT_DUE: (self.tr("再打一次"), "printer"),
            NextStep.RESUME: (self.tr("接着办"), "note-pencil"),
            NextStep.REPRINT: (
                self.tr("补打{paper}").format(paper=word(paper.kind) if paper else ""),
                "printer",
            ),
            NextStep.NONE: ("", ""),
        }[shown.step]

    def _sentence(self, shown: CaseShown) -> str:
        case = shown.case
        if case.state is CaseState.NOTICED:
            return self.tr("下一步：等补齐 {n} 份材料，人来了接着办").format(n=len(case.missing))
        if case.state is CaseState.RECEIVED:
            return self.tr("下一步：等{who}决定是否受理").format(
                who=case.item.department or self.tr("主管部门")
            )
        if case.state is CaseState.ACCEPTED:
            return self._promise(shown)
        return self.tr("这件办完了，凭证可以补打")

    def _promise(self, shown: CaseShown) -> str:
        case = shown.case
        if shown.lamp is Lamp.OVERDUE:
            return self.tr("下一步：已经逾期，先打电话说明，再催办")
        if case.deferred and case.promise_by:
            text = self.tr("下一步：{day}前补交 {n} 份容缺材料")
            return text.format(day=citizen_date(case.promise_by), n=len(case.deferred))
        due = shown.due.due if shown.due else None
        if due is None:
            return self.tr("下一步：部门办理，时限以窗口告知为准")
        return self.tr("下一步：部门办理，最晚 {day}办好").format(day=citizen_date(due))
