"""What the window says: strips for six seconds, banners until something is mended."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from desk_app.domain.errors import DeskError
from desk_app.ui.messages import told
from desk_app.ui.theme.look import Tone
from desk_app.ui.widgets.banner import NextAct
from desk_app.ui.words import word

if TYPE_CHECKING:
    from desk_app.domain.cases import Case
    from desk_app.ui.screens.cases.standing import Done
    from desk_app.ui.screens.intake.calls import Committed
    from desk_app.ui.shell.frame import Frame


def said(text: str) -> str:
    """A word of the frame, translated."""
    return QCoreApplication.translate("Program", text)


class Speech:
    """Puts words on the frame; decides nothing."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def say(self, tone: Tone, heading: str, detail: str = "") -> None:
        """A strip for six seconds."""
        self._frame.toast.show_for_a_while(tone, heading, detail)

    def praise(self, heading: str) -> None:
        """Something was done."""
        self.say(Tone.GREEN, heading)

    def say_trouble(self, error: DeskError) -> None:
        """What went wrong and what is safe, until it is read."""
        heading, detail = told(error)
        self._frame.say_banner(Tone.RED, heading, detail, [NextAct(said("知道了"), self._frame.clear_banner)])

    def warn(self, heading: str, detail: str) -> None:
        """Something to look at that stops nothing, until it is read."""
        self._frame.say_banner(
            Tone.AMBER, heading, detail, [NextAct(said("知道了"), self._frame.clear_banner)]
        )

    def say_unprinted(self, done: Committed, open_case: Callable[[UUID], None]) -> None:
        """The case stands, its paper does not."""
        number = _spoken(done.case)
        safe = said("办件 {number} 已经存好，不用重新填。").format(number=number)
        act = NextAct(said("去办件页再打"), lambda: open_case(done.case.id))
        self._frame.say_banner(Tone.RED, done.print_problem or "", safe, [act])

    def say_batch_unprinted(self, number: str, problem: str) -> None:
        """The batch is on record, its papers did not come out."""
        safe = said("批次 {number} 已经记好，不用重新装。看看打印机，再按 Ctrl+Enter 打一次。")
        act = NextAct(said("知道了"), self._frame.clear_banner)
        self._frame.say_banner(Tone.RED, problem, safe.format(number=number), [act])

    def hear_done(self, done: Done) -> None:
        """Papers came out after all: what was said of them holds no more."""
        if done.papers:
            self._frame.clear_banner()

    def say_committed(
        self, done: Committed, withdraw: Callable[[], None] | None, pictures: Callable[[], None]
    ) -> None:
        """It is committed and printed; papers can be photographed, and for five minutes it is taken back."""
        self._frame.clear_banner()
        papers = said("、").join(done.papers)
        heading = said("{state}，{papers}已打印").format(state=word(done.case.state), papers=papers)
        acts = [NextAct(said("放材料图像"), pictures, "Ctrl+U")]
        acts += [NextAct(said("撤回这次受理"), withdraw, "Ctrl+Z")] if withdraw else []
        self._frame.toast.show_for_a_while(Tone.GREEN, heading, _spoken(done.case), acts)

    def say_full(self) -> None:
        """Nobody else can be taken in until one is done with."""
        self.say(Tone.AMBER, said("已经同时办着 5 位"), said("按 Ctrl+Tab 叫回一位，办完了再接下一位。"))

    def say_withdrawn(self, case: Case) -> None:
        """The acceptance was taken back."""
        self.say(Tone.GREEN, said("已撤回受理，仍是已收件"), _spoken(case))


def _spoken(case: Case) -> str:
    from desk_app.domain.numbers import ReceiptNumber

    return ReceiptNumber.parse(case.number).formatted
