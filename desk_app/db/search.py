"""What typed text finds: search tokens of a row, and the full-text question of a query.

Characters are indexed one by one, because Chinese has no spaces; initials stand beside them, and numbers by
their whole, and by their last six, five and four digits, as people say them over the telephone. Answers come
newest first, never by rank (performance.md, trap 2).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from desk_app.db.initials import initials_of

_WORDS = re.compile(r"[0-9]+|[a-z]+|[^\W\d_a-z]+|[^\W_]", re.IGNORECASE)
_ONE_NUMBER = re.compile(r"[0-9\s-]+")
"""A receipt or telephone number in groups, as printed and spoken."""

_LONGEST_QUERY = 64
_MOST_WORDS = 8
_ENDS = (6, 5, 4)


@lru_cache(maxsize=4096)
def name_tokens(name: str) -> str:
    """A name as separate characters; Latin words stay whole."""
    words = _WORDS.findall(_folded(name))
    return " ".join(word if word.isascii() else " ".join(word) for word in words)


@lru_cache(maxsize=4096)
def initials_tokens(name: str) -> str:
    """Initials of a name, and of each of its endings, so that a given name alone is found too."""
    spelled = initials_of(_folded(name))
    endings = {word[at:] for word in spelled for at in range(len(word))}
    return " ".join(sorted(endings))


def digit_tokens(*numbers: str) -> str:
    """Numbers as they are said: whole, and their last six, five and four digits."""
    tokens: list[str] = []
    for number in numbers:
        digits = "".join(char for char in number if char.isascii() and char.isdigit())
        tokens += [digits, *(digits[-end:] for end in _ENDS if len(digits) > end)] if digits else []
    return " ".join(dict.fromkeys(tokens))


def question(text: str) -> str | None:
    """The full-text question of what was typed: every word must match. None when nothing can be asked."""
    typed = _folded(text[:_LONGEST_QUERY])
    if _ONE_NUMBER.fullmatch(typed):
        typed = "".join(_WORDS.findall(typed))
    words = _WORDS.findall(typed)[:_MOST_WORDS]
    return " AND ".join(_asked(word) for word in words) or None


def _asked(word: str) -> str:
    if word.isascii() and word.isdigit():
        return f'search_digits : "{word}" *'
    if word.isascii():
        return f'(search_initials : "{word}" * OR search_name : "{word}" *)'
    return f'search_name : "{" ".join(word)}"'


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()
