"""The words of the papers as a site changes them: events, the versions they leave, and what may be wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID, uuid5

LONGEST = 400
"""Characters of one sentence; more does not fit on a slip."""


@dataclass(frozen=True, slots=True)
class WordingChanged:
    """The site says one sentence of its papers otherwise; an empty text puts the draft back."""

    kind: ClassVar[str] = "wording.changed"
    version: ClassVar[int] = 1

    key: str
    """``paper.sentence``, or ``paper.sentence@variant`` for one legal nature or mode only."""
    text: str
    by: str
    at: datetime


def wording_stream(site: UUID) -> UUID:
    """The stream of a site's words: the same id on every desk of the site."""
    return uuid5(site, "wording")


@dataclass(frozen=True, slots=True)
class WordingVersion:
    """One sentence as it stands: which version it is, and who wrote it when."""

    text: str
    number: int
    by: str
    at: datetime


def versions_of(changes: Iterable[WordingChanged]) -> Mapping[str, tuple[WordingVersion, ...]]:
    """Every version of every sentence that was ever changed, the oldest first. The last word holds."""
    found: dict[str, tuple[WordingVersion, ...]] = {}
    for change in changes:
        before = found.get(change.key, ())
        found[change.key] = (*before, WordingVersion(change.text, len(before) + 1, change.by, change.at))
    return found


def in_force(versions: Mapping[str, tuple[WordingVersion, ...]]) -> dict[str, str]:
    """The sentences that differ from the drafts now."""
    return {key: each[-1].text for key, each in versions.items() if each[-1].text}


class WordingFlaw(StrEnum):
    """Why a sentence cannot stay."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    """``detail`` characters are too many."""
    UNKNOWN_BLANK = "unknown_blank"
    """``detail`` is a blank that the program does not fill there."""
    LACKS_BLANK = "lacks_blank"
    """``detail`` is a blank on which a right hangs: a day, a reason, a basis."""
    FORBIDDEN = "forbidden"
    """``detail`` must not be said on this paper (domain.md, appendix A)."""
    HALF_STRONG = "half_strong"
    """A pair of stars that mark strong words is not closed."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One flaw of one sentence."""

    flaw: WordingFlaw
    detail: str = ""
