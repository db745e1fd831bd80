"""The guided tour: the counter's main job, done through the real window, with pictures and slips left behind.

It makes a demo centre, signs in, looks an item up, takes in a citizen with a rare character in the name,
holds them for a second one who lacks a paper, comes back, accepts, prints, and looks at the case. It works
off screen too.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk_app.app import Running
from desk_app.domain.clocks import case_due
from desk_app.domain.errors import PaperTrouble
from desk_app.domain.numbers import ReceiptNumber
from desk_app.driving import Driver
from desk_app.exchange.calendar_file import read_calendar
from desk_app.paths import resource
from desk_app.services.demo import PASSWORD
from desk_app.wiring.demo import DemoMeans, make_demo_profile
from desk_app.wiring.desk import CALENDAR

RARE_NAME = "张𠮷某"
"""U+20BB7 lies beyond the basic plane: a name like this must print, and be read back, whole."""
FIRST_ID, SECOND_ID = "11010519491231002X", "371073194403150021"
PICTURE_DPI = 110


@dataclass(frozen=True, slots=True)
class Step:
    """One stop, and what it left."""

    name: str
    file: Path


def give_tour(out: Path, now: Callable[[], datetime], random: Callable[[int], bytes]) -> Iterator[Step]:
    """Do the main job and yield what each step left. The folder's earlier contents go."""
    shutil.rmtree(out, ignore_errors=True)
    application = QApplication.instance() or QApplication(["desk-app", "tour"])
    profile = out / "profile"
    make_demo_profile(profile, DemoMeans(read_calendar(resource(CALENDAR)), random, now()))
    running = Running(profile, now=now, random=random)
    try:
        running.show()
        yield from _Guide(running, out).steps()
    finally:
        running.close()
        application.processEvents()


class _Guide:
    def __init__(self, running: Running, out: Path) -> None:
        self._running = running
        self._hands = Driver(running)
        self._out = out
        self._count = 0

    def steps(self) -> Iterator[Step]:
        """The whole round."""
        yield self._picture("lock")
        self._sign_in()
        yield self._picture("home")
        self._hands.type("zdsh")
        yield self._picture("look-up")
        self._hands.press("Return")
        self._person(FIRST_ID, RARE_NAME, "13800000000", "示例镇东村 00 号")
        self._hands.press("F4")
        yield self._picture("intake-ready")
        yield from self._second_citizen()
        yield from self._accept()
        yield from self._slips()

    def _picture(self, name: str) -> Step:
        self._count += 1
        return Step(name, self._hands.picture(self._out / f"{self._count:02d}-{name}.png"))

    def _sign_in(self) -> None:
        self._hands.rest()
        self._hands.type(PASSWORD)
        self._hands.press("Return")
        self._hands.wait_until(lambda: self._running.desk.clerk is not None, "somebody is signed in")
        self._hands.rest()

    def _person(self, number: str, name: str, phone: str, address: str) -> None:
        """An id moves on by itself; the rest goes from field to field with Enter."""
        self._hands.rest()
        self._hands.type(number)
        self._hands.rest()
        for text in (name, phone, address):
            self._hands.type(text)
            self._hands.press("Return")

    def _second_citizen(self) -> Iterator[Step]:
        """Hold the first, tell the second once what is missing, and come back."""
        self._hands.press("Ctrl+H")
        self._hands.rest()
        self._hands.type("gljt")
        self._hands.press("Return")
        self._person(SECOND_ID, "李某某", "13900000000", "示例镇西村 00 号")
        self._hands.press("F4", "3", "Q")
        yield self._picture("one-time-notice")
        self._hands.press("Ctrl+Return")
        self._hands.rest()
        yield self._picture("noticed")
        self._hands.press("Ctrl+Tab")
        self._hands.rest()

    def _accept(self) -> Iterator[Step]:
        self._hands.press("Ctrl+Return")
        self._hands.rest()
        yield self._picture("accepted")
        self._hands.press("Ctrl+3")
        self._hands.rest()
        self._hands.press("Down", "Return")
        yield self._picture("cases")

    def _slips(self) -> Iterator[Step]:
        """Copy the slips and read the receipt back: number, due date and name must stand on it."""
        from desk_app.papers.picture import page_pictures, page_texts

        printed = sorted((self._out / "profile" / "printed").glob("*.pdf"))
        receipts = []
        for pdf in printed:
            data = pdf.read_bytes()
            target = self._out / "slips" / pdf.name
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(data)
            picture = page_pictures(data, PICTURE_DPI)[0]
            _save_picture(picture.width, picture.height, picture.data, target.with_suffix(".png"))
            text = "".join(page_texts(data))
            if "-receipt-" in pdf.name:
                receipts.append(text)
            yield Step("slip", target)
        self._prove("\n".join(receipts))

    def _prove(self, receipts: str) -> None:
        with self._running.desk.open_store.read() as reader:
            case = reader.cases.by_number(self._last_number())[0]
        number = ReceiptNumber.parse(case.number).formatted
        due = case_due(case, self._running.desk.calendar)
        wanted = {"number": number, "name": RARE_NAME, "due": due.isoformat() if due else number}
        for what, words in wanted.items():
            if words not in receipts:
                raise PaperTrouble("paper_lacks", what=what)

    def _last_number(self) -> str:
        intake = self._running.program.intake
        last = intake.presenter.submission.last if intake else None
        if last is None:
            raise PaperTrouble("paper_lacks", what="case")
        return last.case.number


def _save_picture(width: int, height: int, grey: bytes, file: Path) -> None:
    from PySide6.QtGui import QImage

    QImage(grey, width, height, width, QImage.Format.Format_Grayscale8).save(str(file))
