"""The applicant's card: number, name, telephone, address, and what is certain from the number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_app.domain.checked import Checked, Reason
from desk_app.domain.identity import IdType
from desk_app.domain.masking import Kind, kind_of, mask
from desk_app.domain.people import Person
from desk_app.ui import messages
from desk_app.ui.screens.intake import fields
from desk_app.ui.screens.intake.applicant.number_line import NumberLine
from desk_app.ui.screens.intake.boxes import Boxes
from desk_app.ui.screens.intake.shown import FieldShown, Shown
from desk_app.ui.theme.look import Tone
from desk_app.ui.widgets.boxes import Card, CardHead, IconMark, ScrollBody, clear_layout
from desk_app.ui.widgets.button import Button, ButtonKind, ButtonSize
from desk_app.ui.widgets.chips import Flow
from desk_app.ui.widgets.field import LabelledField
from desk_app.ui.widgets.line import InputLine, PickBox
from desk_app.ui.widgets.tag import Tag
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import word


def _tr(text: str) -> str:
    return QCoreApplication.translate("IntakeApplicant", text)


def problem_words(name: str, found: Checked | None) -> str:
    """What is wrong with a box, for the line under it."""
    if found is None:
        return ""
    if found.reason is Reason.EMPTY:
        return _tr("这里还没填")
    if found.reason is Reason.CHECK_CHARACTER and name in fields.NUMBERS:
        return _tr("末位对不上，请核对第 15 到 18 位")
    return messages.refusal(found)


def state_words(name: str, shown: FieldShown) -> tuple[str, Tone]:
    """The word behind what is typed: 还差 1 位 while it goes on, 校验正确 when a number holds."""
    found = shown.found
    if found is None:
        return ("", Tone.GREY)
    if found.valid:
        return (_tr("校验正确"), Tone.GREEN) if name in fields.NUMBERS else ("", Tone.GREY)
    if found.reason is Reason.TOO_SHORT:
        return (messages.refusal(found), Tone.GREY)
    if name in fields.NUMBERS and found.reason is Reason.CHECK_CHARACTER:
        return (_tr("末位对不上"), Tone.RED)
    return ("", Tone.GREY)


def lay_field(boxes: Boxes, name: str, shown: FieldShown) -> None:
    """Show one box: text, problem, the day it was last given, or how the typing goes."""
    field = boxes.fields[name]
    if isinstance(field.editor, NumberLine):
        field.editor.set_veiled(bool(shown.masked))
    boxes.write(name, shown.masked or shown.text)
    _show_whole(field, "" if name in fields.NUMBERS else shown.text)
    problem = problem_words(name, shown.problem)
    if field.problem.text() != problem:
        field.set_problem(problem)
    if problem or not isinstance(field.editor, InputLine):
        return
    words, tone = state_words(name, shown)
    if shown.since is not None and not words:
        field.set_state(carried_words(shown.since), Tone.GREY)
    else:
        field.set_state(words, tone)


def _show_whole(field: LabelledField, text: str) -> None:
    """A text that is longer than its box is whole in its tooltip."""
    room = field.editor.width() - 2 * field.editor.fontMetrics().averageCharWidth()
    long = field.editor.fontMetrics().horizontalAdvance(text) > room
    field.editor.setToolTip(text if long else "")


def carried_words(since: date) -> str:
    """The mark of a value taken over from an earlier visit."""
    return _tr("沿用上次 {day}").format(day=since.isoformat())


def person_words(person: Person) -> str:
    """A person in a list of suggestions, masked."""
    number = mask(kind_of(person.id_type), person.id_number)
    phone = mask(Kind.MOBILE, person.phone)
    return "  ".join(part for part in (person.name.value, number, phone) if part)


class IdTypePick(PickBox):
    """Which kind of paper the number stands on."""

    picked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setProperty("small", True)
        self.setMinimumContentsLength(8)
        for kind in IdType:
            self.addItem(word(kind), kind.value)
        self.activated.connect(lambda at: self.picked.emit(str(self.itemData(at))))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_type(self, kind: IdType) -> None:
        """Show the kind in force."""
        self.setCurrentIndex(self.findData(kind.value))


class PersonPicks(QWidget):
    """People to pick from, by mouse or Alt+1…9."""

    picked = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._words: tuple[str, ...] = ()
        self.hide()

    def show_people(self, lines: Iterable[str]) -> None:
        """Show lines; none hides the list."""
        words = tuple(lines)
        if words == self._words:
            return
        self._words = words
        clear_layout(self._column)
        for nth, text in enumerate(words[:9], 1):
            button = Button(text, ButtonKind.PLAIN, icon="user", keys=f"Alt+{nth}", size=ButtonSize.SMALL)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(self._picker(nth))
            self._column.addWidget(button)
        self.setVisible(bool(words))

    def _picker(self, nth: int) -> Callable[[], None]:
        return lambda: self.picked.emit(nth)


class ApplicantCard(Card):
    """The card. Boxes report to ``boxes``; only what is no box has a signal here."""

    id_type_picked = Signal(str)
    person_picked = Signal(int)

    def __init__(self, boxes: Boxes) -> None:
        super().__init__()
        self._boxes = boxes
        self._visit = Text("", "caption", "quiet")
        self._visit_icon = IconMark("clock-counter-clockwise", "text2", 16)
        self._visit_icon.hide()
        head = CardHead(_tr("申请人"), "user")
        head.add_right(self._visit_icon)
        head.add_right(self._visit)
        self.set_head(head)
        self.id_type = IdTypePick(_tr("证件类型"))
        self.id_type.picked.connect(self.id_type_picked)
        self._number = LabelledField(_tr("身份证号"), NumberLine(_tr("身份证号")), keys=("Alt", "I"))
        self._number.add_beside_label(self.id_type)
        self._person = LabelledField(_tr("性别 / 年龄"))
        self._person.line.setReadOnly(True)
        self._person.line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.picks = PersonPicks(_tr("可能是这几位"))
        self.picks.picked.connect(self.person_picked)
        self._chips = ScrollBody()
        self._chip_flow = Flow(self._chips, 6)
        self._rules: tuple[tuple[str, bool], ...] = ()
        self._lay_out()

    def _lay_out(self) -> None:
        name = LabelledField(_tr("姓名"))
        phone = LabelledField(_tr("手机号"))
        address = LabelledField(_tr("常住地址"))
        beside = QHBoxLayout()
        beside.setSpacing(10)
        beside.addWidget(name, 4)
        beside.addWidget(self._person, 3)
        self.body.addWidget(self._number)
        self.body.addLayout(beside)
        self.body.addWidget(self.picks)
        self.body.addWidget(phone)
        self.body.addWidget(address)
        self.body.addWidget(self._chips)
        for place, field in (
            (fields.ID_NUMBER, self._number),
            (fields.NAME, name),
            (fields.PHONE, phone),
            (fields.ADDRESS, address),
        ):
            self._boxes.add_field(place, field)

    def lay(self, shown: Shown) -> None:
        """Show the applicant."""
        self.id_type.show_type(shown.lane.form.applicant.id_type)
        for name in fields.PERSON_FIELDS:
            lay_field(self._boxes, name, shown.boxes[name])
        self._person.set_text(sex_and_age(shown))
        self._show_visit(shown.last_visit)
        self.picks.show_people(person_words(person) for person in shown.found)
        self._show_rules(tuple((age_words(rule.years), rule.met) for rule in shown.age_rules))

    def _show_visit(self, day: date | None) -> None:
        self._visit.setText(_tr("上次 {day}").format(day=day.isoformat()) if day else "")
        self._visit_icon.setVisible(day is not None)

    def _show_rules(self, rules: tuple[tuple[str, bool], ...]) -> None:
        if rules == self._rules:
            return
        self._rules = rules
        clear_layout(self._chip_flow)
        for text, met in rules:
            said = _tr("{rule}　符合") if met else _tr("{rule}　不符合")
            tone, icon = (Tone.GREEN, "check") if met else (Tone.RED, "x")
            self._chip_flow.addWidget(Tag(said.format(rule=text), tone, icon))
        self._chips.setVisible(bool(rules))


def age_words(years: int) -> str:
    """An age rule."""
    return _tr("年满 {years} 周岁").format(years=years)


def sex_and_age(shown: Shown) -> str:
    """女　83 岁, as far as the number tells."""
    parts = [word(shown.sex)] if shown.sex else []
    parts += [_tr("{age} 岁").format(age=shown.age)] if shown.age is not None else []
    return _tr("　").join(parts)
