"""The lines below the command box: items, citizens and what is likely to be done for them, cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from desk_app.domain.case_list import CaseLine
from desk_app.domain.identity import age_on, check_resident_id
from desk_app.domain.masking import Kind, Profile, kind_of, mask
from desk_app.domain.numbers import ReceiptNumber
from desk_app.domain.people import Person
from desk_app.domain.worktime import local_day
from desk_app.ui.shell.results import ResultKind, ResultLine
from desk_app.ui.words import word
from desk_app.wiring.finding import Found
from desk_app.wiring.places import LOOKUP, SETTINGS
from desk_app.wiring.program import Program
from desk_app.wiring.speech import said

MOST_ITEMS, MOST_SUGGESTIONS = 5, 4
LEAST_WORD = 2
_DAY_WORDS = ("开窗", "收窗", "交班")


class Lines:
    """Makes lines, and keeps what each does when it is taken."""

    def __init__(self, program: Program, lock: Callable[[], None]) -> None:
        self._program = program
        self._desk = program.parts.desk
        self._acts: dict[str, Callable[[], object]] = {}
        self._lock = lock

    def begin(self) -> None:
        """Another text: what the old lines did is forgotten."""
        self._acts = {}

    def take(self, key: str) -> None:
        """A line was taken."""
        act = self._acts.get(key)
        if act is not None:
            act()

    def at_once(self, text: str) -> list[ResultLine]:
        """What needs no store."""
        return list(self._commands(text) if text.startswith(">") else self._words_and_items(text))

    def found(self, found: Found) -> tuple[list[ResultLine], list[ResultLine]]:
        """What the store answered: what stands before the items, and what after them."""
        before = list(self._person_and_acts(found)) if found.id_number else []
        return before, [*self._people(found.people), *self._cases(found.cases)]

    def _words_and_items(self, text: str) -> Iterator[ResultLine]:
        """A word for the day's work is understood without a sign; then items."""
        word = text.strip()
        if len(word) >= LEAST_WORD and any(words.startswith(word) for words in _DAY_WORDS):
            yield from self._commands(word)
        yield from self._items(text)

    def _items(self, text: str) -> Iterator[ResultLine]:
        """Items; the look-up page shows them itself, so there the list is left to people and cases."""
        if text[:1] in "#@" or self._program.window.frame.pages.key == LOOKUP:
            return
        hits = self._desk.shelf.search(text, MOST_ITEMS)
        if hits:
            yield ResultLine(ResultKind.SECTION, said("事项"))
        for nth, hit in enumerate(hits, 1):
            offered = self._desk.item(hit.item_id)
            if offered is not None:
                act = partial(self._program.start_intake, hit.item_id)
                yield self._line(
                    f"item:{hit.item_id}", act, offered.item.display_name, nth, detail=word(offered.mode)
                )

    def _line(
        self,
        key: str,
        act: Callable[[], object],
        text: str,
        number: int = 0,
        detail: str = "",
        icon: str = "",
    ) -> ResultLine:
        self._acts[key] = act
        return ResultLine(ResultKind.ROW, text, key, detail, icon=icon or "note-pencil", number=number)

    def _commands(self, text: str) -> Iterator[ResultLine]:
        """`>` narrows to things to do."""
        program, wanted = self._program, text.lstrip("> ").strip()
        window = program.window
        known = (
            ("lock", said("锁屏"), self._lock),
            ("large", said("大字"), program.parts.switch.toggle_large),
            ("contrast", said("高对比"), program.parts.switch.toggle_contrast),
            ("keys", said("全部按键"), window.show_keys),
            ("run", said("连续登记"), program.quick.start_run),
            ("ledger", said("补录纸质台账"), program.quick.open_ledger),
            ("outage", said("停电应急"), program.quick.open_forms),
            ("open", said("开窗"), program.day.open_shift),
            ("close", said("收窗、交班一页"), program.day.show_shift),
            ("settings", said("设置"), partial(window.frame.pages.show_page, SETTINGS)),
        )
        for nth, (key, words, act) in enumerate((row for row in known if wanted in row[1]), 1):
            yield self._line(f"act:{key}", act, words, nth, icon="gear-six")

    def _person_and_acts(self, found: Found) -> Iterator[ResultLine]:
        """A citizen, and what is likely to be done for them."""
        person, history = found.history.person, found.history
        key = f"person:{found.id_number}"
        self._acts[key] = partial(self._program.start_for, found.id_number)
        yield ResultLine(ResultKind.SECTION, said("人员"), right=said("校验位正确"))
        name = person.name.value if person else said("第一次来")
        shown = mask(Kind.RESIDENT_ID, found.id_number, Profile.LIST)
        detail = " · ".join(part for part in (self._age(found.id_number), shown) if part)
        yield ResultLine(ResultKind.CARD, name, key, detail, right=said("回车 收件"))
        seen: set[str] = set()
        for case in history.cases:
            if case.item.id not in seen and len(seen) < MOST_SUGGESTIONS and self._desk.item(case.item.id):
                seen.add(case.item.id)
                act = partial(self._program.start_for, found.id_number, case.item.id)
                words = said("收件：{item}").format(item=case.item.name)
                on = local_day(case.registered_at).isoformat()
                last = said("上次 {day}").format(day=on)
                yield self._line(f"do:{case.item.id}", act, words, len(seen), detail=last)
        yield from self._open_cases(found)

    def _open_cases(self, found: Found) -> Iterator[ResultLine]:
        waiting = [case for case in found.history.cases if case.open]
        if waiting:
            yield ResultLine(ResultKind.SECTION, said("还没办完"))
        for case in waiting:
            number = ReceiptNumber.parse(case.number).formatted
            act = partial(self._program.open_case, case.id)
            yield self._line(f"case:{case.id}", act, number, detail=case.item.name, icon="stack")

    def _age(self, number: str) -> str:
        today = local_day(self._desk.now())
        checked = check_resident_id(number, today)
        if checked.birth is None or checked.sex is None:
            return ""
        return said("{sex} · {age} 岁").format(sex=word(checked.sex), age=age_on(checked.birth, today))

    def _people(self, people: tuple[Person, ...]) -> Iterator[ResultLine]:
        if people:
            yield ResultLine(ResultKind.SECTION, said("人员"))
        for person in people:
            key = f"person:{person.id}"
            self._acts[key] = partial(self._program.start_for, person.id_number)
            shown = mask(kind_of(person.id_type), person.id_number, Profile.LIST)
            phone = mask(Kind.MOBILE, person.phone, Profile.LIST)
            yield ResultLine(ResultKind.ROW, person.name.value, key, f"{shown}  {phone}", icon="user")

    def _cases(self, cases: tuple[CaseLine, ...]) -> Iterator[ResultLine]:
        if cases:
            yield ResultLine(ResultKind.SECTION, said("办件"))
        for line in cases:
            number = ReceiptNumber.parse(line.number).formatted
            act = partial(self._program.open_case, line.id)
            detail = f"{line.applicant}  {line.item_name}"
            yield self._line(f"case:{line.id}", act, number, detail=detail, icon="stack")
