"""Toneless pinyin as people type it: syllables, how a run of letters may be cut, sounds that are confused.

The table is that of 《汉语拼音方案》 (1958) and GB/T 16159 without tones, ü written v as on a keyboard.
A syllable is also known by a *code*, one character: codes follow the alphabet, so all syllables that begin
with the same letters have neighbouring codes, and a text of n characters has a code string of length n.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache

_FINALS_BY_INITIAL = """
-   a ai an ang ao e ei en eng er o ou
b   a ai an ang ao ei en eng i ian iao ie in ing o u
c   a ai an ang ao e en eng i ong ou u uan ui un uo
ch  a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
d   a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo
f   a an ang ei en eng o ou u
g   a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
h   a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j   i ia ian iang iao ie in ing iong iu u uan ue un
k   a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
l   a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve
m   a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
n   a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo v ve
p   a ai an ang ao ei en eng i ian iao ie in ing o ou u
q   i ia ian iang iao ie in ing iong iu u uan ue un
r   an ang ao e en eng i ong ou u ua uan ui un uo
s   a ai an ang ao e en eng i ong ou u uan ui un uo
sh  a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
t   a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo
w   a ai an ang ei en eng o u
x   i ia ian iang iao ie in ing iong iu u uan ue un
y   a an ang ao e i in ing o ong ou u uan ue un
z   a ai an ang ao e ei en eng i ong ou u uan ui un uo
zh  a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
"""

SYLLABLES: tuple[str, ...] = tuple(
    sorted(
        initial.strip("-") + final
        for initial, *finals in (row.split() for row in _FINALS_BY_INITIAL.strip().splitlines())
        for final in finals
    )
)
"""Every syllable, in the order of the alphabet."""

UNKNOWN = "\x7f"
"""The code of something that is no syllable of the table: it meets nothing that can be typed."""
_FIRST_CODE = 0x100
_CODES = {syllable: chr(_FIRST_CODE + place) for place, syllable in enumerate(SYLLABLES)}
_LONGEST = max(map(len, SYLLABLES))
_TYPED_TWICE = {"lue": "lve", "nue": "nve"}
"""Spellings that input methods accept beside the ones of the table."""

_TWO_LETTER_INITIALS = ("zh", "ch", "sh")
_CONFUSED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))
"""Initials that the local speech does not keep apart, the second standing for both."""


def code(syllable: str) -> str:
    """The one-character code of a syllable; `UNKNOWN` for anything else."""
    return _CODES.get(_TYPED_TWICE.get(syllable, syllable), UNKNOWN)


@cache
def code_range(letters: str) -> tuple[str, str] | None:
    """First and last code of the syllables that begin with these letters; None when there is none."""
    spelled = _TYPED_TWICE.get(letters, letters)
    low = bisect_left(SYLLABLES, spelled)
    high = bisect_left(SYLLABLES, spelled + "~")
    return (chr(_FIRST_CODE + low), chr(_FIRST_CODE + high - 1)) if low < high else None


@cache
def sounds_like(syllable: str) -> str:
    """The form that stands for all syllables the local speech confuses with this one.

    l/n, z/zh, c/ch, s/sh, in/ing, en/eng, an/ang, and ü typed as u.
    """
    heard = _TYPED_TWICE.get(syllable, syllable).replace("v", "u")
    for this, that in _CONFUSED:
        if heard.startswith(this):
            heard = that + heard.removeprefix(this)
            break
    return heard[:-1] if heard.endswith(("ing", "eng", "ang")) else heard


@cache
def _sound_codes() -> dict[str, str]:
    return {
        heard: chr(_FIRST_CODE + place) for place, heard in enumerate(sorted(map(sounds_like, SYLLABLES)))
    }


@cache
def sound_code(syllable: str) -> str:
    """The one-character code of what a syllable sounds like; `UNKNOWN` for what is no sound at all.

    Also takes what is only written under the confusion, such as ``len`` for ``nen``.
    """
    return _sound_codes().get(sounds_like(syllable), UNKNOWN)


@cache
def _said() -> frozenset[str]:
    """Every spelling that comes from a syllable by confused sounds, the syllables themselves among them."""
    return frozenset(variant for syllable in SYLLABLES for variant in _variants(syllable))


def _variants(syllable: str) -> Iterator[str]:
    initials = {syllable}
    for this, that in _CONFUSED:
        for left, right in ((this, that), (that, this)):
            if syllable.startswith(left) and not syllable.startswith(left + "h"):
                initials.add(right + syllable.removeprefix(left))
    for spelled in initials:
        yield spelled
        if spelled.endswith(("in", "en", "an")):
            yield spelled + "g"
        elif spelled.endswith(("ing", "eng", "ang")):
            yield spelled[:-1]


def splits(letters: str, most: int = 3) -> tuple[tuple[str, ...], ...]:
    """The ways to read letters as syllables, fewest syllables first; the last may still be incomplete.

    ``xian`` gives (xian,) and (xi, an); ``gaol`` gives (gao, l). Empty when there is no way.
    """
    return _ways(letters, most, is_syllable, _begins_syllable)


def heard_splits(letters: str, most: int = 4) -> tuple[tuple[str, ...], ...]:
    """As `splits`, with complete syllables only, accepting what confused sounds make of them."""
    return _ways(letters, most, _said().__contains__, _never)


def short_splits(letters: str, most: int = 6) -> tuple[tuple[str, ...], ...]:
    """The ways to read letters as first letters (``zdsh``), also mixed with whole syllables (``gaoljt``).

    Fewest parts first; a reading as first letters only is always among them where there is one. zh, ch and
    sh count as one letter or as two.
    """
    plain = _ways(letters, most, is_initial, _never)
    mixed = _ways(letters, most, lambda part: is_initial(part) or is_syllable(part), _begins_syllable)
    return tuple(dict.fromkeys((*plain, *mixed)))


def _ways(
    letters: str, most: int, whole: Callable[[str], bool], last: Callable[[str], bool]
) -> tuple[tuple[str, ...], ...]:
    """The ``most`` shortest ways to cut letters into ``whole`` parts; the last may be a ``last`` instead."""
    ways: list[list[tuple[str, ...]]] = [[()], *([] for _ in letters)]
    for end in range(1, len(letters) + 1):
        found: list[tuple[str, ...]] = []
        for start in range(max(0, end - _LONGEST), end):
            part = letters[start:end]
            if ways[start] and (whole(part) or (end == len(letters) and last(part))):
                found += [(*way, part) for way in ways[start]]
        ways[end] = sorted(found, key=len)[:most]
    return tuple(way for way in ways[-1] if way)


def is_syllable(part: str) -> bool:
    """Whether these letters are one whole syllable."""
    return part in _CODES or part in _TYPED_TWICE


def _begins_syllable(part: str) -> bool:
    return code_range(part) is not None


def is_initial(part: str) -> bool:
    """Whether these letters may stand for a whole sound: a letter that sounds begin with, or zh, ch, sh."""
    return part in _TWO_LETTER_INITIALS or (len(part) == 1 and code_range(part) is not None)


def _never(_part: str) -> bool:
    return False
