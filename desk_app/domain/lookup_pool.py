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
_MOST_TRIED = 40
"""Texts of a pool tried for a mistyping: half a common word tells too little to go on for long."""


_LONGEST_PARTS = {"chars": 2, "codes": 2, "firsts": 3, "sounds": 2, "letters": 3}
"""How long the indexed parts are: pairs of characters tell as much as three letters."""


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
    """One string a text, with an index of its parts; the edges of a text count as characters."""

    def __init__(self, strings: Sequence[str], longest: int) -> None:
        """Index parts of up to ``longest`` characters: the fewer characters are in use, the longer."""
        self._strings = [f"{_EDGE}{string}{_EDGE}" for string in strings]
        self._longest = longest

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        """Part to the numbers of the strings that hold it, ascending."""
        holders: dict[str, list[int]] = {}
        for number, string in enumerate(self._strings):
            parts = set(string)
            for size in range(2, self._longest + 1):
                parts.update(string[at : at + size] for at in range(len(string) - size + 1))
            for part in parts:
                known = holders.get(part)
                if known is None:
                    holders[part] = [number]
                else:
                    known.append(number)
        return holders

    def places(self, needle: str, place: Place) -> Iterator[tuple[int, int]]:
        """(string, position) of each occurrence, in the order of the strings."""
        shift = -1 if place is Place.INSIDE else 0
        return self._found(_sought(needle, place), shift)

    def effort(self, needle: str, place: Place) -> int:
        """How many strings `places` would have to look at."""
        return len(self._candidates(_sought(needle, place)))

    def may_hold(self, needle: str) -> bool:
        """False when no string can hold the needle, because none holds some part of it."""
        return all(part in self._holders for part in self._parts(needle))

    def _parts(self, sought: str) -> list[str]:
        size = min(len(sought), self._longest)
        return [sought[at : at + size] for at in range(len(sought) - size + 1)]

    def _found(self, sought: str, shift: int = 0, most: int | None = None) -> Iterator[tuple[int, int]]:
        """(string, position in the string with its edges, shifted), in at most so many strings."""
        strings, beyond = self._strings, len(sought)
        for number in islice(self._candidates(sought), most):
            string = strings[number]
            at = string.find(sought)
            while at >= 0:
                yield number, at + shift
                at = string.find(sought, at + 1) if at + beyond < len(string) else -1

    def _candidates(self, sought: str) -> Sequence[int]:
        return min([self._holders.get(part, ()) for part in self._parts(sought)], key=len)

    def near(self, typed: str, place: Place) -> Iterator[tuple[int, int, int]]:
        """(string, start, end) of stretches one wrong, missing, extra or swapped character away.

        One mistyping leaves the first or the second half of what was typed unharmed (or swaps the two
        characters where they meet), so only places of a half are compared. ``place`` narrows the search; a
        stretch may still end earlier or begin later.
        """
        middle = len(typed) // 2
        head, tail = typed[:middle], typed[middle:]
        first = "" if place is Place.INSIDE else _EDGE
        last = _EDGE if place is Place.WHOLE else ""
        for number, at in self._found(first + head, most=_MOST_TRIED):
            begin = at + len(first)
            for end in _ends(self._strings[number], begin + middle, tail):
                yield number, begin - 1, end - 1
        for number, at in self._found(tail + last, most=_MOST_TRIED):
            for begin in _begins(self._strings[number], at, head):
                yield number, begin - 1, at + len(tail) - 1
        swapped = head[:-1] + tail[:1] + head[-1:] + tail[1:]
        for number, at in self._found(first + swapped + last):
            begin = at + len(first) - 1
            yield number, begin, begin + len(swapped)


def _sought(needle: str, place: Place) -> str:
    """The needle with the edges of its place."""
    if place is Place.INSIDE:
        return needle
    return _EDGE + needle + (_EDGE if place is Place.WHOLE else "")


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
        self._views: dict[str, View] = {}

    def _view(self, name: str) -> View:
        """A view of all rows by the name of a string of `Row`; made when it is first asked for."""
        view = self._views.get(name)
        if view is None:
            view = self._views[name] = View([getattr(row, name) for row in self.rows], _LONGEST_PARTS[name])
        return view

    def place_of(self, found: Found) -> Place:
        """Which part of its text a match is."""
        if found.start:
            return Place.INSIDE
        return Place.WHOLE if found.end == len(self.rows[found.row].chars) else Place.START

    def may_hold(self, reading: Reading) -> bool:
        """False when it is plain that the reading stands nowhere: the quick question before `matches`."""
        return all(self._view(anchor.view).may_hold(anchor.needle) for anchor in reading.anchors)

    def matches(self, reading: Reading, place: Place) -> Iterator[Found]:
        """Where the reading stands, in the order of the pool."""
        size = len(reading.tokens)
        edges = [(anchor, _edge(anchor, size, place)) for anchor in reading.anchors]
        anchor, edge = min(edges, key=self._effort)
        inside, whole = place is Place.INSIDE, place is Place.WHOLE
        offset, rest, rows = anchor.offset, anchor.rest, self.rows
        for number, at in self._view(anchor.view).places(anchor.needle, edge):
            start, row = at - offset, rows[number]
            room = len(row.codes) - start - size
            if start < 0 or room < 0 or (start and not inside) or (room and whole):
                continue
            if not rest or _rest_fits(rest, row, start):
                yield Found(number, start, start + size)

    def _effort(self, attempt: tuple[Anchor, Place]) -> int:
        anchor, edge = attempt
        return self._view(anchor.view).effort(anchor.needle, edge)

    def sounding(self, sounds: str) -> Iterator[Found]:
        """Where something that sounds like this stands."""
        for number, at in self._view("sounds").places(sounds, Place.INSIDE):
            yield Found(number, at, at + len(sounds))

    def near(self, view: str, typed: str, place: Place) -> Iterator[Found]:
        """Where something stands that is one mistyping away; ``view`` is chars, firsts or letters."""
        for number, start, end in self._view(view).near(typed, place):
            stretch = self.rows[number].units_of_letters(start, end) if view == "letters" else (start, end)
            yield Found(number, *stretch)


def _edge(anchor: Anchor, size: int, place: Place) -> Place:
    """Which place of a text the anchor itself has to be when the whole reading has to be at ``place``."""
    if anchor.offset or place is Place.INSIDE:
        return Place.INSIDE
    return place if len(anchor.needle) == size else Place.START


def _rest_fits(rest: Sequence[tuple[int, Token]], row: Row, start: int) -> bool:
    """Whether the tokens that an anchor does not cover stand where they should."""
    return all(_fits(token, row, start + offset) for offset, token in rest)


def _fits(token: Token, row: Row, at: int) -> bool:
    return token.text == row.chars[at] or token.low <= row.codes[at] <= token.high


def occurrences(reading: Reading, row: Row) -> Iterator[tuple[int, int]]:
    """Every stretch (start, end) of units where the reading stands in one row, without overlap."""
    size, at = len(reading.tokens), 0
    while at + size <= len(row.chars):
        if all(_fits(token, row, at + offset) for offset, token in enumerate(reading.tokens)):
            yield at, at + size
            at += size
        else:
            at += 1
