"""How citizens themselves call things: words and life situations that no official list has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class LocalWord:
    """A saying, its syllables, and the items it may mean, the likeliest first."""

    text: str
    syllables: tuple[str, ...]
    items: tuple[str, ...]


_TABLE = """
残补 | can bu | 1-17 2-28 3-6
老人卡 | lao ren ka | 1-26
"""


_FILLERS = re.compile(
    "怎么办理|怎么办|怎么弄|怎么申请|怎么|如何|咋办|咋弄|咋|去哪里|去哪儿|去哪|在哪里|在哪儿|在哪|哪里|哪儿|什么"
    "|能不能|可不可以|可以|是不是|有没有|请问|想要|想|我要|我们|我家|家里|我|俺|你们|您|他|她|需要|要|给"
    "|多少钱|多少|带啥|啥|的|了|吗|呢|啊|呀|吧|办理|申请|领取|办|领|交|个"
)
"""What people say round the matter; left out only when the question as it stands finds nothing."""


def without_fillers(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without what is said round them, cut where that stood."""
    return tuple(part for word in words for part in _FILLERS.split(word) if part)


@cache
def local_words() -> tuple[LocalWord, ...]:
    """Every saying we know."""
    rows = ([cell.strip() for cell in line.split("|")] for line in _TABLE.strip().splitlines())
    return tuple(LocalWord(text, tuple(read.split()), tuple(items.split())) for text, read, items in rows)
