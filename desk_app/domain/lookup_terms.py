"""What look-up searches: every word an item can be found by, with its syllables made ahead of time.

The syllables are computed when the catalogue is built (installers/build_catalogue.py), so that the desk
needs no pinyin library and no table of polyphones at run time.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TermKind(StrEnum):
    """Where a search term comes from; ranking weighs a name above a material it asks for."""

    NAME = "name"
    """The exact name of the notice, or its corrected form."""
    ALIAS = "alias"
    """What citizens call it (keywords of the guide)."""
    CURRENT = "current"
    """What the authorities call it today."""
    MATERIAL = "material"
    SCENE = "scene"
    """The life situation it belongs to."""
    DEPARTMENT = "department"
    STAGE = "stage"
    """The name of the same service at another tier (application in one list, examination in another)."""


@dataclass(frozen=True, slots=True)
class Term:
    """One text an item is found by.

    ``syllables`` has one toneless, lower-case pinyin syllable for each Chinese character of ``text``, in
    order (ü is written v), and one entry for each run of letters or digits (``80``, ``app``). Punctuation
    and spaces have none. ``lookup_terms.spans(text)`` says which part of the text each syllable stands for.
    """

    item_id: str
    kind: TermKind
    text: str
    syllables: tuple[str, ...]


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """The (start, end) part of ``text`` behind each syllable of a term, in the same order.

    One Chinese character each; letters and digits in one run; everything else belongs to no syllable.
    """
    found: list[tuple[int, int]] = []
    run_open = False
    for index, char in enumerate(text):
        if _is_word_char(char):
            if run_open:
                found[-1] = (found[-1][0], index + 1)
            else:
                found.append((index, index + 1))
            run_open = True
            continue
        run_open = False
        if _is_chinese(char):
            found.append((index, index + 1))
    return tuple(found)


def _is_chinese(char: str) -> bool:
    return char.isalpha() and not _is_word_char(char)


def _is_word_char(char: str) -> bool:
    return char.isascii() and char.isalnum()
