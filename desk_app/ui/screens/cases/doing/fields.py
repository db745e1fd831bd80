"""The fields of the strip, one class a kind; each says what was filled in and where the keyboard stops."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desk_app.ui.screens.cases.doing.asks import Ask, AskKind, Option
from desk_app.ui.screens.cases.doing.days import day_said
from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.boxes import ScrollBody
from desk_app.ui.widgets.field import LabelledField
from desk_app.ui.widgets.line import InputLine, PasswordLine, PickBox, Tick
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import part_word, screen_date


class Field(ScrollBody):
    """One question of an act."""

    def __init__(self, ask: Ask) -> None:
        super().__init__()
        self.ask = ask
        self.stops: list[QWidget] = []
        """Where the keyboard stops, in order."""
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(4)

    def texts(self) -> Mapping[str, str]:
        """What was filled in, by name."""
        return {}

    def rows(self) -> Mapping[int, str]:
        """What was filled in, by row of the paper list."""
        return {}

    def password(self) -> str:
        """A password, where one is asked for."""
        return ""

    def set_problem(self, on: bool) -> None:
        """A red frame while the answer does not do."""
        for stop in self.stops:
            if isinstance(stop, InputLine):
                stop.set_problem(on)

    def to_mend(self, _part: str = "") -> QWidget:
        """Where the keyboard goes when the answer does not do."""
        return self.stops[0]


class LineField(Field):
    """A text, a number or a day; a day says at its end which one it was taken for."""

    def __init__(self, ask: Ask, today: date) -> None:
        super().__init__(ask)
        what = part_word(ask.name)
        label = what if ask.needed else said("{what}（可不填）").format(what=what)
        self.line = InputLine(label)
        self.line.setProperty("small", True)
        self.line.setText(ask.value)
        self.box.addWidget(LabelledField(label, self.line))
        self.stops = [self.line]
        self._today = today
        if ask.kind is AskKind.DAY:
            self.line.textChanged.connect(self._say_day)
            self._say_day(ask.value)

    def _say_day(self, text: str) -> None:
        day = day_said(text, self._today)
        self.line.set_trailing(screen_date(day) if day else "", "text2")

    def texts(self) -> Mapping[str, str]:
        """The line."""
        return {self.ask.name: self.line.text()}


class PickField(Field):
    """One of a closed list."""

    def __init__(self, ask: Ask, _today: date) -> None:
        super().__init__(ask)
        self.pick = pick_box(part_word(ask.name), ask.options, ask.value)
        self.box.addWidget(LabelledField(part_word(ask.name), self.pick))
        self.stops = [self.pick]

    def texts(self) -> Mapping[str, str]:
        """The value chosen."""
        return {self.ask.name: str(self.pick.currentData() or "")}


class TickField(Field):
    """Yes or no."""

    def __init__(self, ask: Ask, _today: date) -> None:
        super().__init__(ask)
        self.tick = Tick(part_word(ask.name))
        self.tick.setChecked(bool(ask.value))
        self.box.addWidget(self.tick)
        self.stops = [self.tick]

    def texts(self) -> Mapping[str, str]:
        """``1`` when it is ticked."""
        return {self.ask.name: "1" if self.tick.isChecked() else ""}


class PaperTick(Tick):
    """A tick with the name of a paper: a long one is cut, and read whole where the pointer rests."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much of the name as there is room for."""
        super().resizeEvent(event)
        room = event.size().width() - look_now().size("control")
        self.setText(self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room))


class ProblemsField(Field):
    """Every paper with a tick; one that is ticked asks what is wrong with it."""

    def __init__(self, ask: Ask, _today: date) -> None:
        super().__init__(ask)
        self.box.addWidget(Text(part_word(ask.name), "label", "quiet"))
        self.lines: dict[int, tuple[Tick, InputLine]] = {}
        for row in ask.rows:
            tick, line = PaperTick(row.name), InputLine(said("{paper}：哪里不行").format(paper=row.name))
            line.setProperty("small", True)
            line.setPlaceholderText(said("哪里不行，怎么补"))
            line.hide()
            tick.toggled.connect(line.setVisible)
            self.lines[row.number] = (tick, line)
            self.stops += [tick, line]
            self.box.addWidget(tick)
            self.box.addWidget(line)

    def rows(self) -> Mapping[int, str]:
        """The problem of each paper that is ticked."""
        return {number: line.text() for number, (tick, line) in self.lines.items() if tick.isChecked()}

    def set_problem(self, on: bool) -> None:
        """Only lines that are empty are wrong."""
        for tick, line in self.lines.values():
            line.set_problem(on and tick.isChecked() and not line.text().strip())

    def to_mend(self, _part: str = "") -> QWidget:
        """The first line that is empty."""
        empty = (line for tick, line in self.lines.values() if tick.isChecked() and not line.text().strip())
        return next(empty, self.stops[0])


class ArrivedField(Field):
    """Every paper that is owed, and in what form it came."""

    def __init__(self, ask: Ask, _today: date) -> None:
        super().__init__(ask)
        options = (*ask.options, Option("", said("还没带来")))
        self.picks: dict[int, PickBox] = {}
        for row in ask.rows:
            self.picks[row.number] = pick_box(row.name, (*row.more, *options), row.value)
            self.box.addWidget(LabelledField(row.name, self.picks[row.number]))
        self.stops = list(self.picks.values())

    def rows(self) -> Mapping[int, str]:
        """The state of each paper that is here."""
        found = {number: str(pick.currentData()) for number, pick in self.picks.items()}
        return {number: state for number, state in found.items() if state}


class LateField(Field):
    """The day of what is only told now; once one is named, why it is."""

    def __init__(self, ask: Ask, _today: date) -> None:
        super().__init__(ask)
        when, why = part_word(ask.name), part_word("late_reason")
        self.line, self.reason = InputLine(when), InputLine(why)
        self.line.setPlaceholderText(said("昨天、11-20、11-20 15:30"))
        self.reason.setPlaceholderText(why)
        for line in (self.line, self.reason):
            line.setProperty("small", True)
        self.reason.hide()
        self.line.textChanged.connect(lambda text: self.reason.setVisible(bool(text.strip())))
        self.box.addWidget(LabelledField(when, self.line))
        self.box.addWidget(self.reason)
        self.stops = [self.line, self.reason]

    def texts(self) -> Mapping[str, str]:
        """The day and the reason."""
        return {self.ask.name: self.line.text(), "late_reason": self.reason.text()}

    def to_mend(self, part: str = "") -> QWidget:
        """The reason, where that is missing."""
        return self.reason if part == "late_reason" else self.line


class ApproverField(Field):
    """Who agrees, and their password; the password goes nowhere but to the check."""

    def __init__(self, ask: Ask, _today: date) -> None:
        super().__init__(ask)
        self.pick = pick_box(part_word(ask.name), ask.options, "")
        self.line = PasswordLine(said("批准人的口令"))
        self.line.setProperty("small", True)
        self.line.setPlaceholderText(said("请这位本人输口令"))
        label = part_word(ask.name) if ask.options else said("没有能批的负责人，先在设置里加一位")
        self.box.addWidget(LabelledField(label, self.pick))
        self.box.addWidget(self.line)
        self.stops = [self.pick, self.line]

    def texts(self) -> Mapping[str, str]:
        """Whose account."""
        return {self.ask.name: str(self.pick.currentData() or "")}

    def password(self) -> str:
        """As it was typed."""
        return self.line.text()

    def to_mend(self, _part: str = "") -> QWidget:
        """The account is right more often than the password."""
        return self.line


def pick_box(name: str, options: tuple[Option, ...], value: str) -> PickBox:
    """A list to choose from, with one of it chosen."""
    pick = PickBox(name)
    pick.setProperty("small", True)
    for option in options:
        pick.addItem(option.text, option.value)
    pick.setCurrentIndex(max(0, pick.findData(value)))
    return pick


def said(text: str) -> str:
    """The words in the language of the desk."""
    return QCoreApplication.translate("ActStrip", text)


_FIELDS: Mapping[AskKind, Callable[[Ask, date], Field]] = {
    AskKind.TEXT: LineField,
    AskKind.DAY: LineField,
    AskKind.NUMBER: LineField,
    AskKind.PICK: PickField,
    AskKind.TICK: TickField,
    AskKind.PROBLEMS: ProblemsField,
    AskKind.ARRIVED: ArrivedField,
    AskKind.LATE: LateField,
    AskKind.APPROVER: ApproverField,
}


def field_for(ask: Ask, today: date) -> Field:
    """The field that asks it."""
    return _FIELDS[ask.kind](ask, today)
