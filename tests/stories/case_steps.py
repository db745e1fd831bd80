"""What hands do on the page of a case, for the stories that follow it beyond its first day."""

from __future__ import annotations

from datetime import date

from desk_app.domain.cases import Case
from desk_app.domain.moves import Act
from desk_app.ui.screens.cases.screen import CasesScreen
from desk_app.ui.words import word
from tests.papers.reading import text_of
from tests.stories.counter import Counter

LAST_NUMBER = 9


def on_the_page(counter: Counter) -> CasesScreen:
    """The cases screen with the newest case open and in focus: its slip is scanned, wherever the desk is."""
    with counter.running.desk.open_store.read() as reader:
        code = str(reader.cases.last_act(counter.last_case().id))
    counter.hands.scan(code)
    screen = counter.running.program.cases
    assert screen is not None
    wanted = counter.last_case().id
    session = screen.presenter.page.session
    counter.hands.wait_until(
        lambda: session.shown is not None and session.shown.case.id == wanted, "the case is on the page"
    )
    counter.hands.calm()
    return screen


def begin(counter: Counter, act: Act) -> None:
    """One of the other acts, by F10 and its number; further down the list by Tab."""
    screen = counter.running.program.cases
    assert screen is not None
    hands = counter.hands
    hands.press("F10")
    hands.wait_until(lambda: bool(screen.case.more.buttons), "the list of acts is open")
    texts = [button.text() for button in screen.case.more.buttons]
    at = texts.index(word(act)) + 1
    if at <= LAST_NUMBER:
        hands.press(f"Alt+{at}")
    else:
        hands.press(*["Tab"] * (at - 1), "Space")


def offered(counter: Counter) -> list[str]:
    """What F10 lists now."""
    screen = counter.running.program.cases
    assert screen is not None
    counter.hands.press("F10")
    texts = [button.text() for button in screen.case.more.buttons]
    counter.hands.press("Escape")
    return texts


def newest(counter: Counter, word_: str) -> str:
    """The text of the newest printed paper of a kind."""
    files = sorted(counter.papers(word_), key=lambda path: path.stat().st_mtime_ns)
    assert files, f"no {word_} came out"
    return text_of(files[-1].read_bytes())


def as_printed(day: date) -> str:
    """A day as papers write it, without spaces."""
    return f"{day.year}年{day.month}月{day.day}日"


def told(counter: Counter, case: Case) -> list[str]:
    """The kinds of the case's entries, the oldest first."""
    with counter.running.desk.open_store.read() as reader:
        return [type(entry.event).__name__ for entry in reader.cases.timeline(case.id)]
