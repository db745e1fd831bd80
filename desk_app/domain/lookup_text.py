"""Text as look-up compares it: units of one character, each with its sound and its place in the original.

Case, full and half width, blanks, brackets and other punctuation make no difference. A unit is a Chinese
character, a Latin letter or a digit; the four strings of a `Row` are aligned, one character a unit, so that
finding a place in one of them gives the place in all.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import NamedTuple
from unicodedata import normalize

from desk_app.domain.lookup_terms import spans
from desk_app.domain.pinyin import code, sound_code

LONGEST_QUERY = 64
"""Characters of a query that are looked at; a paste of a whole page asks nothing more precise."""


@dataclass(frozen=True, slots=True)
class Row:
    """One text made ready. ``at`` has the (start, end) part of ``text`` behind each unit."""

    text: str
    chars: str
    codes: str
    """The sounds (`pinyin.code`); letters and digits stand for themselves."""
    syllables: tuple[str, ...]
    at: tuple[tuple[int, int], ...]

    @property
    def firsts(self) -> str:
        """The first letters of the sounds."""
        return "".join([syllable[:1] or "?" for syllable in self.syllables])

    @property
    def sounds(self) -> str:
        """What the sounds are heard as (`pinyin.sound_code`)."""
        pairs = zip(self.chars, self.syllables, strict=True)
        return "".join([char if char.isascii() else sound_code(syllable) for char, syllable in pairs])

    @property
    def letters(self) -> str:
        """The whole pinyin in one word, for mistypings; not aligned: see `units_of_letters`."""
        return "".join(self.syllables)

    def units_of_letters(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of units that a stretch of ``letters`` touches."""
        ends = tuple(accumulate(map(len, self.syllables)))
        return bisect_right(ends, start), bisect_left(ends, end) + 1


class _Unit(NamedTuple):
    # A tuple, not a dataclass: thousands are made when the index is, and that is what a start waits for.
    char: str
    syllable: str
    at: tuple[int, int]


def rows_of(text: str, syllables: tuple[str, ...]) -> tuple[Row, ...]:
    """The row of a text, and a second one when a number in it may be written the other way (80岁, 八十岁)."""
    units = tuple(_units(text, syllables))
    if not units:
        return ()
    row = _row(text, units)
    rewritten = tuple(_numbers_rewritten(row.chars, units)) if _COUNTED.search(row.chars) else units
    return (row,) if rewritten == units else (row, _row(text, rewritten))


def _units(text: str, syllables: tuple[str, ...]) -> Iterator[_Unit]:
    for place, (start, end) in enumerate(spans(text)):
        part = text[start:end]
        if part.isascii():
            for offset, char in enumerate(part.lower(), start=start):
                yield _Unit(char, char, (offset, offset + 1))
        else:
            char = _plain_character(part)
            syllable = syllables[place] if place < len(syllables) else ""
            yield _Unit(char, char if char.isascii() else syllable, (start, end))


def _row(text: str, units: tuple[_Unit, ...]) -> Row:
    return Row(
        text=text,
        chars="".join([unit.char for unit in units]),
        codes="".join([unit.char if unit.char.isascii() else code(unit.syllable) for unit in units]),
        syllables=tuple([unit.syllable for unit in units]),
        at=tuple([unit.at for unit in units]),
    )


_DIGITS = dict(zip("一二三四五六七八九", range(1, 10), strict=True))
_NUMERALS = {number: numeral for numeral, number in _DIGITS.items()}
_READINGS = dict(zip("一二三四五六七八九十百", "yi er san si wu liu qi ba jiu shi bai".split(), strict=True))
_COUNTED = re.compile("([0-9]{1,3}|[一二三四五六七八九十百]{1,5})(?=周?岁|胎|孩|级)")
_NUMERAL = re.compile(
    "(?:(?P<hundreds>[一二三四五六七八九]?)百)?(?:(?P<tens>[一二三四五六七八九]?)十)?(?P<ones>[一二三四五六七八九]?)"
)


def _numbers_rewritten(chars: str, units: tuple[_Unit, ...]) -> Iterator[_Unit]:
    """The units with numbers of years, children and grades in Chinese where they were digits, and back."""
    done = 0
    for found in _COUNTED.finditer(chars):
        other = _other_way(found[1])
        if not other:
            continue
        yield from units[done : found.start()]
        at = (units[found.start()].at[0], units[found.end() - 1].at[1])
        yield from (_Unit(char, _READINGS.get(char, char), at) for char in other)
        done = found.end()
    yield from units[done:]


def _other_way(number: str) -> str:
    """80 for 八十, 八十 for 80; empty for what is no number below a thousand (``一二`` of 一二级)."""
    if number.isascii():
        return _in_chinese(int(number))
    found = _NUMERAL.fullmatch(number)
    if not found:
        return ""
    total = _DIGITS.get(found["ones"], 0)
    for group, value in (("tens", 10), ("hundreds", 100)):
        if found[group] is not None:
            total += value * _DIGITS.get(found[group], 1)
    return str(total)


def _in_chinese(number: int) -> str:
    """二十 for 20, 十 for 10, 一百零 forms are left out: nobody's age is asked to the year there."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    if number == 0 or (hundreds and rest):
        return ""
    if hundreds:
        return _NUMERALS[hundreds] + "百"
    ten = ("十" if tens == 1 else _NUMERALS[tens] + "十") if tens else ""
    return ten + _NUMERALS.get(ones, "")


def words_of(query: str) -> tuple[str, ...]:
    """The words of what was typed: lower case, half width, cut after 64 characters, no punctuation."""
    plain = _plain(query.lstrip()[:LONGEST_QUERY])[:LONGEST_QUERY]
    return tuple("".join(char if _is_unit(char) else " " for char in plain).split())


def runs_of(word: str) -> tuple[str, ...]:
    """A word cut where Chinese characters, letters and digits meet: 医保zhuanwai, 80sui."""
    return tuple(re.findall("[a-z]+|[0-9]+|[^a-z0-9]+", word))


@cache
def _plain_character(char: str) -> str:
    """One character for one character: what the standard form is made of beyond it is left out."""
    return _plain(char)[0]


def _plain(text: str) -> str:
    return normalize("NFKC", text).lower().replace("ü", "v")


def _is_unit(char: str) -> bool:
    return char.isalnum() if char.isascii() else char.isalpha()
