"""One line about a case (F35): a note; ``@周三`` plans a call; ``#急件`` adds a tag, ``#-急件`` takes it off.

They may stand together: ``@周三 问户口簿 #上门`` is a call, a note and a tag.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from desk_app.domain.case_ends import ContactPlanned, MarginEvent, NoteWritten, TagsChanged
from desk_app.domain.errors import InputError
from desk_app.ui.screens.cases.doing.days import day_said

_WORD = re.compile(r"(?:^|(?<=\s))[@＠#＃]\S*")
_NO_MORE = ("", "不用", "取消")


def events_of(line: str, today: date, at: datetime) -> tuple[MarginEvent, ...]:
    """What the line says, in the order of tags, call, note; nothing for an empty line.

    Raises InputError: ``day_unclear``, ``tag_empty``.
    """
    words = [found.replace("＠", "@").replace("＃", "#") for found in _WORD.findall(line)]
    text = " ".join(_WORD.sub(" ", line).split())
    found = [*_tags(words, at), *_calls(words, today, at)]
    return (*found, NoteWritten(text, at)) if text else tuple(found)


def _tags(words: list[str], at: datetime) -> list[MarginEvent]:
    named = [word[1:] for word in words if word.startswith("#")]
    if not named:
        return []
    removed = tuple(tag.removeprefix("-") for tag in named if tag.startswith("-"))
    added = tuple(tag for tag in named if not tag.startswith("-"))
    if not all((*removed, *added)):
        raise InputError("tag_empty")
    return [TagsChanged(at, added, removed)]


def _calls(words: list[str], today: date, at: datetime) -> list[MarginEvent]:
    said = [word[1:] for word in words if word.startswith("@")]
    return [ContactPlanned(_day(text, today), at) for text in said[-1:]]


def _day(text: str, today: date) -> date | None:
    text = text.removeprefix("下次联系")
    if text in _NO_MORE:
        return None
    day = day_said(text, today)
    if day is None:
        raise InputError("day_unclear")
    return day
