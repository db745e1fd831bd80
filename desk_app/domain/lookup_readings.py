"""What a typed query may mean: characters, whole syllables, first letters, and mixtures of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product

from desk_app.domain.lookup_text import runs_of
from desk_app.domain.pinyin import (
    code,
    code_range,
    heard_splits,
    is_initial,
    is_syllable,
    short_splits,
    sound_code,
    splits,
)

_MOST_READINGS = 24
"""A query of several runs of letters multiplies their readings; the first ones are the likeliest."""

_FEW_SOUNDS = 8

_NO_CODE = ("\x01", "\x00")
"""A range that holds nothing."""


@dataclass(frozen=True, slots=True)
class Token:
    """One unit of a reading: the character ``text``, or any sound from ``low`` to ``high``."""

    text: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """The part of a reading that is searched for; the rest is compared where it was found."""

    view: str
    offset: int
    needle: str
    rest: tuple[tuple[int, Token], ...]
    """The tokens still to be compared, with their place in the reading."""


@dataclass(frozen=True)
class Reading:
    """One meaning of a query, unit by unit. ``unfinished``: its last syllable may go on."""

    tokens: tuple[Token, ...]
    unfinished: bool = False

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """For each view that can be searched the longest stretch to search it for."""
        found = []
        for view, part_of in (("chars", _as_char), ("codes", _as_code), ("firsts", _as_first)):
            offset, needle = _longest_run([part_of(token) for token in self.tokens])
            if needle:
                covered = range(offset, offset + len(needle))
                rest = (
                    (at, token)
                    for at, token in enumerate(self.tokens)
                    if at not in covered or (view == "firsts" and len(token.text) > 1)
                )
                found.append(Anchor(view, offset, needle, tuple(rest)))
        return tuple(found)


def _as_char(token: Token) -> str:
    return token.text if token.low in (_NO_CODE[0], token.text) else ""


def _as_code(token: Token) -> str:
    return token.low if token.low == token.high else ""


def _as_first(token: Token) -> str:
    return token.text[0] if token.text.isascii() else ""


def _longest_run(parts: Sequence[str]) -> tuple[int, str]:
    """Where the longest stretch of parts that are not empty begins, and the stretch."""
    best, begin, run = (0, ""), 0, ""
    for at, part in enumerate(parts):
        begin, run = (begin, run + part) if part else (at + 1, "")
        if len(run) > len(best[1]):
            best = (begin, run)
    return best


def spelled(words: Sequence[str]) -> tuple[Reading, ...]:
    """The readings as characters and as whole syllables, the last of which may still be typed on."""
    return _readings(words, _spelled_run)


def _spelled_run(letters: str) -> Iterable[tuple[tuple[Token, ...], bool]]:
    yield _literal(letters), False
    for parts in splits(letters):
        if len(parts) == 1 and is_initial(letters) and not is_syllable(letters):
            continue  # a lone first letter spells nothing
        done = tuple(map(_syllable, parts[:-1]))
        last, longer = _syllable(parts[-1]), _beginning(parts[-1])
        if is_syllable(parts[-1]):
            yield (*done, last), False
        others = [one for one in _codes(longer) if one != last.low]
        if done and len(others) > _FEW_SOUNDS:
            yield (*done, longer), True
        else:
            yield from (((*done, Token(parts[-1], one, one)), True) for one in others)


def _codes(token: Token) -> Iterable[str]:
    """Each sound of a range. Few of them, or those of a lone syllable, are better searched for one by one."""
    return map(chr, range(ord(token.low), ord(token.high) + 1))


def shortened(words: Sequence[str]) -> tuple[Reading, ...]:
    """The readings with first letters for some or all sounds; none where nothing was typed in letters."""
    if not any(map(_is_letters, _runs(words))):
        return ()
    return _readings(words, _shortened_run)


def _shortened_run(letters: str) -> Iterable[tuple[tuple[Token, ...], bool]]:
    for parts in short_splits(letters):
        if all(map(is_initial, parts)) or any(map(is_initial, parts[:-1])):
            done = (_beginning(part) if is_initial(part) else _syllable(part) for part in parts[:-1])
            yield (*done, _beginning(parts[-1])), False


def heard(words: Sequence[str], sound_of: Mapping[str, str]) -> tuple[str, ...]:
    """What the query sounds like, as strings of sound codes.

    ``sound_of`` has the sound of each character of the catalogue: input methods offer wrong characters of
    the right sound. A character that it does not know has no sound, and then there is no result.
    """
    choices: list[list[str]] = []
    for run in _runs(words):
        if _is_letters(run):
            choices.append(["".join(map(sound_code, parts)) for parts in heard_splits(run)])
        elif all(char.isascii() or char in sound_of for char in run):
            choices.append(["".join(sound_of.get(char, char) for char in run)])
        else:
            return ()
    return tuple(islice(map("".join, product(*choices)), _MOST_READINGS))


def _runs(words: Iterable[str]) -> tuple[str, ...]:
    """The runs of the words joined: pinyin may be typed with or without blanks."""
    return runs_of("".join(words))


def _readings(
    words: Sequence[str], meanings: Callable[[str], Iterable[tuple[tuple[Token, ...], bool]]]
) -> tuple[Reading, ...]:
    choices = [list(meanings(run)) if _is_letters(run) else [(_literal(run), False)] for run in _runs(words)]
    found = (
        Reading(tuple(token for tokens, _ in parts for token in tokens), unfinished=parts[-1][1])
        for parts in product(*choices)
        if not any(unfinished for _, unfinished in parts[:-1])
    )
    return tuple(islice(found, _MOST_READINGS))


def _is_letters(run: str) -> bool:
    return run.isascii() and run.isalpha()


def _literal(run: str) -> tuple[Token, ...]:
    return tuple(Token(char, char, char) if char.isascii() else Token(char, *_NO_CODE) for char in run)


def _syllable(part: str) -> Token:
    """Exactly this syllable."""
    return Token(part, code(part), code(part))


def _beginning(part: str) -> Token:
    """Every syllable that begins with these letters; for a single letter also the letter itself."""
    return Token(part, *(code_range(part) or _NO_CODE))
