"""What can be done now: one primary button, and what stands beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.ui.screens.cases.next_act.sentences import next_sentence
from desk_app.ui.screens.cases.standing import Asking, CaseShown, NextStep, main_paper
from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.boxes import CardFoot, row
from desk_app.ui.widgets.button import Button, PrimaryButton
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import word


class NextAct(CardFoot):
    """The foot of the page."""

    primary_requested = Signal()
    reprint_requested = Signal()
    withdraw_requested = Signal()
    more_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Text("", "body", wrap=True)
        self.primary = PrimaryButton("", icon="printer")
        self.primary.clicked.connect(self.primary_requested)
        self.reprint = Button(self.tr("补打凭证"), icon="printer", keys="Ctrl+P")
        self.reprint.clicked.connect(self.reprint_requested)
        self.withdraw = Button(self.tr("撤回受理"), icon="arrow-counter-clockwise", keys="Ctrl+Z")
        self.withdraw.clicked.connect(self.withdraw_requested)
        self.more = Button(self.tr("更多"), icon="dots-three", keys="F10")
        self.more.clicked.connect(self.more_requested)
        self._beside = row(self.reprint, self.withdraw, self.more)
        lines = QVBoxLayout()
        lines.setSpacing(look_now().size("s2"))
        lines.addWidget(self.sentence)
        lines.addWidget(self.primary)
        lines.addWidget(self._beside)
        self.row.addLayout(lines, 1)

    def show_case(self, shown: CaseShown) -> None:
        """Words change, the place never."""
        self.sentence.setText(next_sentence(shown))
        text, icon = self._primary(shown)
        self.primary.set_words(self.tr("正在办…") if shown.busy else text, icon=icon)
        self.primary.setVisible(bool(text))
        self.primary.setEnabled(not shown.busy)
        again = bool(shown.case.documents) and shown.step in (NextStep.RESUME, NextStep.ACT)
        self.reprint.setVisible(again)
        self.reprint.setEnabled(not shown.busy)
        self.withdraw.setVisible(shown.can_withdraw)
        self.withdraw.setEnabled(not shown.busy)
        self.more.setVisible(bool(shown.others))
        self.more.setEnabled(not shown.busy)
        self._beside.setVisible(again or shown.can_withdraw or bool(shown.others))

    def _primary(self, shown: CaseShown) -> tuple[str, str]:
        if shown.asking is Asking.ACT and shown.form is not None:
            return self.tr("记下：{act}").format(act=word(shown.form.act)), "check"
        paper = main_paper(shown.case)
        return {
            NextStep.PRINT_DUE: (self.tr("再打一次"), "printer"),
            NextStep.RESUME: (self.tr("接着办"), "note-pencil"),
            NextStep.ACT: (word(shown.first) if shown.first else "", "arrow-right"),
            NextStep.REPRINT: (
                self.tr("补打{paper}").format(paper=word(paper.kind) if paper else ""),
                "printer",
            ),
            NextStep.NONE: ("", ""),
        }[shown.step]
