"""Where in many texts a reading of a query stands: exact places, and places one mistyping away.

A pool keeps its texts in the order in which they shall be found, so a search may stop when it has enough.
Pairs of neighbouring characters lead to the texts that hold them; the rarest pair of a needle decides which
texts are looked at. At 10,000 items that is some hundred instead of all (benchmarks/lookup.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from desk_app.domain.lookup_readings import Reading, Token
from desk_app.domain.lookup_terms import TermKind
from desk_app.domain.lookup_text import Row

_EDGE = "\n"
_MOST_TRIED = 600
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
        before = "" if place is Place.INSIDE else _EDGE
        sought = before + needle + (_EDGE if place is Place.WHOLE else "")
        for number in self._candidates(sought):
            at = self._strings[number].find(sought)
            while at >= 0:
                yield number, at - 1 + len(before)
                at = self._strings[number].find(sought, at + 1)

    def _candidates(self, sought: str) -> Sequence[int]:
        if len(sought) == 1:
            return self._holders.get(sought, ())
        pairs = (sought[at : at + 2] for at in range(len(sought) - 1))
        return min((self._holders.get(pair, ()) for pair in pairs), key=len)

    def near(self, typed: str, distance: Callable[[str, str], int]) -> Iterator[tuple[int, int, int]]:
        """(string, start, end) of stretches one wrong, missing, extra or swapped character away.

        One mistyping leaves the first or the second half of what was typed unharmed (or swaps the two
        characters where they meet), so only places of a half are compared.
        """
        middle = len(typed) // 2
        head, tail = typed[:middle], typed[middle:]
        tried = 0
        for number, at in self.places(head):
            yield from self._near_after(number, at, head, tail, distance)
            tried += 1
            if tried >= _MOST_TRIED:
                break
        for number, at in self.places(tail):
            yield from self._near_before(number, at, head, tail, distance)
            tried += 1
            if tried >= 2 * _MOST_TRIED:
                break
        swapped = head[:-1] + tail[:1] + head[-1:] + tail[1:]
        yield from ((number, at, at + len(swapped)) for number, at in self.places(swapped))

    def _near_after(
        self, number: int, at: int, head: str, tail: str, distance: Callable[[str, str], int]
    ) -> Iterator[tuple[int, int, int]]:
        string = self._strings[number][1:-1]
        begin = at + len(head)
        for end in (begin + len(tail), begin + len(tail) - 1, begin + len(tail) + 1):
            if end <= len(string) and distance(tail, string[begin:end]) <= 1:
                yield number, at, end
                return

    def _near_before(
        self, number: int, at: int, head: str, tail: str, distance: Callable[[str, str], int]
    ) -> Iterator[tuple[int, int, int]]:
        string = self._strings[number][1:-1]
        for begin in (at - len(head), at - len(head) + 1, at - len(head) - 1):
            if begin >= 0 and distance(head, string[begin:at]) <= 1:
                yield number, begin, at + len(tail)
                return


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
        anchor, size = reading.anchor, len(reading.tokens)
        edge = place if anchor.covers else Place.START if place is Place.WHOLE else place
        edge = edge if anchor.offset == 0 else Place.INSIDE
        for number, at in self._views[anchor.view].places(anchor.needle, edge):
            row, start = self.rows[number], at - anchor.offset
            if start < 0 or start + size > len(row.chars):
                continue
            if (place is not Place.INSIDE and start) or (place is Place.WHOLE and size != len(row.chars)):
                continue
            if anchor.covers or fits(reading.tokens, row, start):
                yield Found(number, start, start + size)

    def sounding(self, sounds: str) -> Iterator[Found]:
        """Where something that sounds like this stands."""
        for number, at in self._views["sounds"].places(sounds):
            yield Found(number, at, at + len(sounds))

    def near(self, view: str, typed: str, distance: Callable[[str, str], int]) -> Iterator[Found]:
        """Where something stands that is one mistyping away; ``view`` is chars, firsts or letters."""
        for number, start, end in self._views[view].near(typed, distance):
            stretch = _units_of(self.rows[number], start, end) if view == "letters" else (start, end)
            yield Found(number, *stretch)


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
