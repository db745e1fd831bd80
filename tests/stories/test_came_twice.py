"""What people came twice for is told the next one, in bold, on what they take home."""

from __future__ import annotations

from desk_app.domain.people import Party
from tests.papers.reading import text_of
from tests.stories.counter import LI, RELIEF, SUN, WANG, Counter


def told_of(counter: Counter, party: Party) -> str:
    """Somebody without their third paper; the notice they take home."""
    before = set(counter.papers("notice"))
    counter.take_in(RELIEF, party)
    counter.hands.press("F4")
    counter.hands.type("3q")
    counter.hands.press("Ctrl+Return")
    (made,) = set(counter.papers("notice")) - before
    return text_of(made.read_bytes())


def test_the_paper_others_lacked_is_told_from_the_third_on(counter: Counter) -> None:
    hands = counter.open_signed_in()
    first, second, third = (told_of(counter, party) for party in (LI, WANG, SUN))
    for notice in (first, second):
        assert "别人常漏" not in notice
    name = "".join(counter.last_case().missing[0].name.split())
    assert "别人常漏的：" in third
    assert name in third.split("来之前请再看一眼")[0]
    hands.press("Ctrl+1")
    hands.type("zdsh")
    hands.wait_until(lambda: "别人常漏的：" in counter.words(), "the guide says it too")
    before = set(counter.papers("notice"))
    hands.press("F6")
    hands.wait_until(lambda: len(counter.papers("notice")) > len(before), "the list is printed")
    (listed,) = set(counter.papers("notice")) - before
    assert "别人常漏的：" in text_of(listed.read_bytes())
