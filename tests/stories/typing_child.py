"""A clerk who types one citizen after another until somebody pulls the plug.

It reports what is durable at that moment: ``kept N C`` once C characters of citizen N are on the disk,
``committed NUMBER`` once the store has the case.
Run as ``python -m tests.stories.typing_child PROFILE SEED``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication

from desk_app.domain.people import Party
from desk_app.driving import let_run
from tests.stories.counter import BENEFIT, SUN, WANG, Clock, Counter

CITIZENS = (WANG, SUN)


def parts_of(party: Party) -> tuple[tuple[str, str], ...]:
    """What is typed of a citizen, field by field."""
    fields = ("id_number", "name", "phone", "address")
    return tuple((name, str(getattr(party, name))) for name in fields)


def typed_so_far(found: Party, meant: Party) -> tuple[int, set[str]]:
    """How many characters of a citizen are there, and in which field the cursor may be then.

    A field that is full may have been left or not.
    """
    count, places, open_field = 0, {"id_number"}, True
    for name, whole in parts_of(meant):
        text = str(getattr(found, name))
        assert whole.startswith(text), f"{name} is garbled"
        assert open_field or not text, f"{name} came before its turn"
        if open_field:
            places = {name} if len(text) < len(whole) or not text else {name, *_after(name)}
            if not text and count:
                places |= {before for before, following in _NEXT.items() if following == name}
        open_field = text == whole
        count += len(text)
        if not open_field:
            break
    return count, places


_NEXT = {"id_number": "name", "name": "phone", "phone": "address", "address": "acting", "acting": "materials"}


def _after(name: str) -> set[str]:
    """Where the keyboard may have gone from a full field; from the last one also to the papers."""
    return {_NEXT[name], "materials"} if name == "address" else {_NEXT[name]}


def main(folder: Path, seed: int) -> None:
    """Work until killed, or until both citizens are done."""
    application = QApplication(["desk"])
    chance = Random(seed)
    counter = Counter(folder, Clock())
    counter.open_signed_in()
    for number, party in enumerate(CITIZENS):
        _take_in(counter, number, party, chance)
    counter.close()
    application.processEvents()


def _take_in(counter: Counter, number: int, party: Party, chance: Random) -> None:
    counter.start(BENEFIT)
    typed = 0
    for name, text in parts_of(party):
        for char in text:
            counter.hands.type(char)
            typed += 1
            if chance.random() < 0.3:
                _rest(counter, party, typed)
                say(f"kept {number} {typed}")
        if name != "id_number":
            counter.hands.press("Return")
        counter.hands.calm()
    counter.hands.press_at_once("F4", "Ctrl+Return")
    before = len(counter.cases())
    counter.hands.calm()
    case = counter.last_case()
    assert case.applicant == party, before
    say(f"committed {case.number}")


def _rest(counter: Counter, party: Party, typed: int) -> None:
    """Until what was typed is on the disk."""

    def kept() -> bool:
        with counter.running.desk.open_store.read() as reader:
            forms = [draft.form for draft in reader.drafts.all() if draft.form is not None]
        return any(typed_so_far(form.applicant, party)[0] >= typed for form in forms if form.item_id)

    counter.hands.wait_until(kept, "the draft is on the disk")
    let_run(0)


def say(words: str) -> None:
    """One line, handed to the system at once: what was said before a kill was true before it."""
    os.write(sys.stdout.fileno(), f"{words}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
