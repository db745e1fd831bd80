"""The strip that asks, the banner that says what went wrong, and the line that asks for a reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.cases import Case, CaseState
from desk_app.domain.errors import DeskError
from desk_app.domain.masking import Kind, mask
from desk_app.domain.numbers import ReceiptNumber
from desk_app.ui import messages
from desk_app.ui.screens.intake.lanes import ClearStrip, FullStrip, OpenCaseStrip, SecondIdStrip, Strip
from desk_app.ui.screens.intake.shown import Shown
from desk_app.ui.theme.look import Tone
from desk_app.ui.widgets.banner import Banner, NextAct
from desk_app.ui.widgets.boxes import Card
from desk_app.ui.widgets.button import Button, ButtonKind
from desk_app.ui.widgets.line import InputLine
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import word


def _tr(text: str) -> str:
    return QCoreApplication.translate("IntakeStrips", text)


def open_case_words(case: Case) -> tuple[str, str]:
    """What is said of a case that is open already."""
    heading = _tr("这位有一件同样的还没办完：{number}，{state}").format(
        number=ReceiptNumber.parse(case.number).formatted, state=word(case.state)
    )
    if case.state is CaseState.NOTICED:
        return heading, _tr("接着办那一件，上次填的都在；确实是另一件，就另办。")
    return heading, _tr("打开那一件看看；确实是另一件，就另办。这张单子会先挂起。")


class QuestionStrip(Banner):
    """Asks with numbered answers: Enter is the first, Alt+2 and Alt+3 the others, Esc leaves things alone."""

    answered = Signal(int)

    def __init__(self) -> None:
        super().__init__(Tone.AMBER)
        self._asked: Strip | None = None
        self.hide()

    def lay(self, strip: Strip | None) -> None:
        """Show a question, or nothing."""
        if strip == self._asked:
            return
        self._asked = strip
        if strip is None:
            self.hide()
            return
        heading, detail, answers = _question(strip)
        acts = [
            NextAct(text, self._answering(nth), "Enter" if nth == 1 else f"Alt+{nth}", primary=nth == 1)
            for nth, text in enumerate(answers, 1)
        ]
        self.say(Tone.AMBER, heading, detail, acts)

    def _answering(self, nth: int) -> Callable[[], None]:
        return lambda: self.answered.emit(nth)

    def take_focus(self) -> None:
        """Enter is the first answer."""
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _question(strip: Strip) -> tuple[str, str, tuple[str, ...]]:
    match strip:
        case OpenCaseStrip(case):
            first = _tr("接着办那一件") if case.state is CaseState.NOTICED else _tr("打开那一件")
            return (*open_case_words(case), (first, _tr("另办一件")))
        case SecondIdStrip(number):
            heading = _tr("又读到一张证件：{number}").format(number=mask(Kind.RESIDENT_ID, number))
            answers = (_tr("新办，挂起当前"), _tr("作为受托人"), _tr("换申请人"))
            return heading, _tr("正在填的都在，不会被盖掉。"), answers
        case ClearStrip():
            heading = _tr("清空这张单子？")
            return heading, _tr("填好的内容会丢掉，事项不变。"), (_tr("清空"), _tr("不清空"))
        case FullStrip():
            return _tr("已经同时办着 5 位"), _tr("先办完或挂起的办掉一位，再接下一位。"), (_tr("知道了"),)


class TroubleBanner(Banner):
    """What went wrong with the last act; everything typed is still there."""

    def __init__(self) -> None:
        super().__init__(Tone.RED)
        self._said: DeskError | None = None
        self.hide()

    def lay(self, trouble: DeskError | None) -> None:
        """Say it, or be gone."""
        if trouble is self._said:
            return
        self._said = trouble
        if trouble is None:
            self.hide()
        else:
            self.say(Tone.RED, *messages.told(trouble))


class NoteBanner(Banner):
    """What to know about the item before it is taken in."""

    def __init__(self) -> None:
        super().__init__(Tone.AMBER)
        self._said = ("", "")
        self.hide()

    def lay(self, shown: Shown) -> None:
        """The item's status, and whether the catalogue changed under a draft."""
        status = shown.item.item.status_note if shown.item else ""
        updated = _tr("挂起以后事项清单更新过，材料请再看一遍。") if shown.lane.release_changed else ""
        said = (status, updated) if status else (updated, "")
        if said == self._said:
            return
        self._said = said
        if said[0]:
            self.say(Tone.AMBER, *said)
        else:
            self.hide()


class WithdrawStrip(Card):
    """撤回这次受理: asks why, because the case keeps the answer."""

    confirmed = Signal(str)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Text("", "bodyStrong", wrap=True)
        self.reason = InputLine(_tr("撤回的原因"))
        self.reason.setPlaceholderText(_tr("例：收错人了；少收一份材料"))
        self.reason.returnPressed.connect(self._confirm)
        self.problem = Text("", "caption", "red")
        self.problem.hide()
        confirm = Button(_tr("撤回这次受理"), ButtonKind.DANGER, keys="Enter")
        confirm.clicked.connect(self._confirm)
        leave = Button(_tr("不撤回"), keys="Esc")
        leave.clicked.connect(self._leave)
        line = QHBoxLayout()
        line.addWidget(self.reason, 1)
        line.addWidget(confirm)
        line.addWidget(leave)
        column = QVBoxLayout()
        column.addWidget(self._heading)
        column.addLayout(line)
        column.addWidget(self.problem)
        self.body.addLayout(column)
        self.hide()

    def ask(self, case: Case) -> None:
        """Ask for the reason of taking this case back."""
        words = _tr("撤回 {number} 的受理？写明原因，办件会留下记录。")
        self._heading.setText(words.format(number=ReceiptNumber.parse(case.number).formatted))
        self.reason.clear()
        self.problem.hide()
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        reason = self.reason.text().strip()
        self.problem.setText(_tr("还没写原因"))
        self.problem.setVisible(not reason)
        if reason:
            self.hide()
            self.confirmed.emit(reason)

    def _leave(self) -> None:
        self.hide()
        self.dismissed.emit()
