"""Where in many texts a reading of a query stands: exact places, and places one mistyping away.

A pool keeps its texts in the order in which they shall be found, so a search may stop when it has enough.
Pairs of neighbouring characters lead to the texts that hold them; the rarest pair of a needle decides which
texts are looked at. At 10,000 items that is some hundred instead of all (benchmarks/lookup.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import islice

from desk_app.domain.lookup_readings import Anchor, Reading, Token
from desk_app.domain.lookup_terms import TermKind
from desk_app.domain.lookup_text import Row

_EDGE = "\n"
_MOST_TRIED = 300
"""Places tried for a mistyping; more would only add what is no likelier."""


class Place(StrEnum):
    """Which part of a text a match has to be."""

    WHOLE = "whole"
    START = "start"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True, order=True)
class Owner:
    """An item that a text belongs to. ``place`` orders all owners of an index: the smaller, the earlier."""

    place: int
    item_id: str
    kind: TermKind


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of units in one row of a pool."""

    row: int
    start: int
    end: int


class View:
    """One string a text, with the index of its pairs; the edges of a text count as characters."""

    def __init__(self, strings: Sequence[str]) -> None:
        self._strings = [f"{_EDGE}{string}{_EDGE}" for string in strings]

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        """Pair or single character to the numbers of the strings that hold it, ascending."""
        holders: dict[str, list[int]] = {}
        for number, string in enumerate(self._strings):
            pairs = {string[at : at + 2] for at in range(len(string) - 1)}
            for gram in pairs.union(string):
                known = holders.get(gram)
                if known is None:
                    holders[gram] = [number]
                else:
                    known.append(number)
        return holders

    def places(self, needle: str, place: Place = Place.INSIDE) -> Iterator[tuple[int, int]]:
        """(string, position) of each occurrence, in the order of the strings."""
        sought, before = _sought(needle, place)
        for number in self._candidates(sought):
            string = self._strings[number]
            at = string.find(sought)
            while at >= 0:
                yield number, at - 1 + before
                at = string.find(sought, at + 1)

    def effort(self, needle: str, place: Place) -> int:
        """How many strings `places` would have to look at."""
        return len(self._candidates(_sought(needle, place)[0]))

    def _candidates(self, sought: str) -> Sequence[int]:
        if len(sought) == 1:
            return self._holders.get(sought, ())
        pairs = (sought[at : at + 2] for at in range(len(sought) - 1))
        return min((self._holders.get(pair, ()) for pair in pairs), key=len)

    def near(self, typed: str, place: Place) -> Iterator[tuple[int, int, int]]:
        """(string, start, end) of stretches one wrong, missing, extra or swapped character away.

        One mistyping leaves the first or the second half of what was typed unharmed (or swaps the two
        characters where they meet), so only places of a half are compared.
        """
        middle = len(typed) // 2
        head, tail = typed[:middle], typed[middle:]
        start = Place.INSIDE if place is Place.INSIDE else Place.START
        for number, at in islice(self.places(head, start), _MOST_TRIED):
            begin = at + 1 + middle
            for end in _ends(self._strings[number], begin, tail):
                yield number, at, end - 1
        for number, at in islice(self.places(tail), _MOST_TRIED):
            for begin in _begins(self._strings[number], at + 1, head):
                yield number, begin - 1, at + len(tail)
        swapped = head[:-1] + tail[:1] + head[-1:] + tail[1:]
        yield from ((number, at, at + len(swapped)) for number, at in self.places(swapped, start))


def _sought(needle: str, place: Place) -> tuple[str, int]:
    """The needle with the edges of its place, and how many characters stand before it."""
    if place is Place.INSIDE:
        return needle, 0
    return _EDGE + needle + (_EDGE if place is Place.WHOLE else ""), 1


def _ends(string: str, begin: int, typed: str) -> Iterator[int]:
    """Where stretches end that begin there and differ from ``typed`` by one mistyping.

    The string has an edge at both ends, which nothing typed is equal to; so no index runs out of it.
    """
    same = 0
    while same < len(typed) and typed[same] == string[begin + same]:
        same += 1
    at, rest = begin + same, typed[same + 1 :]
    if string.startswith(rest, at):  # one typed too much
        yield at + len(rest)
    if string[at] == _EDGE:
        return
    if string.startswith(rest, at + 1):  # one wrong
        yield at + 1 + len(rest)
    if string.startswith(typed[same:], at + 1):  # one left out
        yield at + 1 + len(typed) - same
    if rest and string.startswith(rest[0] + typed[same] + rest[1:], at):  # two swapped
        yield at + 1 + len(rest)


def _begins(string: str, end: int, typed: str) -> Iterator[int]:
    """Where stretches begin that end there and differ from ``typed`` by one mistyping: `_ends` mirrored."""
    backwards = string[end - 1 :: -1] + _EDGE
    for stop in _ends(backwards, 0, typed[::-1]):
        yield end - stop


class Pool:
    """The texts of one list, or of one kind of text in it, in the order in which they shall be found."""

    def __init__(self, rows: Sequence[Row], owners: Sequence[Sequence[Owner]]) -> None:
        self.rows = rows
        self.owners = owners
        self._views = {
            name: View([getattr(row, name) for row in rows])
            for name in ("chars", "codes", "firsts", "sounds", "letters")
        }

    def matches(self, reading: Reading, place: Place) -> Iterator[Found]:
        """Where the reading stands, in the order of the pool."""
        size = len(reading.tokens)
        edges = ((anchor, _edge(anchor, size, place)) for anchor in reading.anchors)
        anchor, edge = min(
            edges, key=lambda found: self._views[found[0].view].effort(found[0].needle, found[1])
        )
        for number, at in self._views[anchor.view].places(anchor.needle, edge):
            start = at - anchor.offset
            room = len(self.rows[number].chars) - start - size
            if (
                start < 0
                or room < 0
                or (place is not Place.INSIDE and start)
                or (place is Place.WHOLE and room)
            ):
                continue
            if anchor.covers or fits(reading.tokens, self.rows[number], start):
                yield Found(number, start, start + size)

    def sounding(self, sounds: str) -> Iterator[Found]:
        """Where something that sounds like this stands."""
        for number, at in self._views["sounds"].places(sounds):
            yield Found(number, at, at + len(sounds))

    def near(self, view: str, typed: str, place: Place) -> Iterator[Found]:
        """Where something stands that is one mistyping away; ``view`` is chars, firsts or letters."""
        for number, start, end in self._views[view].near(typed, place):
            stretch = _units_of(self.rows[number], start, end) if view == "letters" else (start, end)
            yield Found(number, *stretch)


def _edge(anchor: Anchor, size: int, place: Place) -> Place:
    """Which place of a text the anchor itself has to be when the whole reading has to be at ``place``."""
    if anchor.offset or place is Place.INSIDE:
        return Place.INSIDE
    return place if len(anchor.needle) == size else Place.START


def fits(tokens: Sequence[Token], row: Row, start: int) -> bool:
    """Whether the tokens stand at this unit of the row."""
    return all(
        token.text == row.chars[at] or token.low <= row.codes[at] <= token.high
        for at, token in enumerate(tokens, start=start)
    )


def occurrences(reading: Reading, row: Row) -> Iterator[tuple[int, int]]:
    """Every stretch (start, end) of units where the reading stands in one row, without overlap."""
    size, at = len(reading.tokens), 0
    while at + size <= len(row.chars):
        if fits(reading.tokens, row, at):
            yield at, at + size
            at += size
        else:
            at += 1


def _units_of(row: Row, start: int, end: int) -> tuple[int, int]:
    """The units that a stretch of letters touches."""
    first = sum(limit <= start for limit in row.letter_ends)
    last = sum(limit < end for limit in row.letter_ends)
    return first, min(last + 1, len(row.chars))
