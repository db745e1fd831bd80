"""What people came twice for, counted per item and paper (features F10 and B16).

A case counts once for each paper, however often it was asked for: the count is of people who had to come
again, not of papers printed. What was promised and handed in later (容缺) does not count here, nor does what
was entered by mistake.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from desk_app.domain.case_acts import AmendmentAsked, SupplementAsked
from desk_app.domain.case_events import NoticeGiven
from desk_app.domain.case_values import CaseMaterial, MaterialState
from desk_app.domain.masking import Kind, Profile, mask
from desk_app.domain.worktime import local_day

AT_LEAST = 3
"""From how many people on a lack is worth telling the next one; fewer would also point at somebody."""
AT_MOST = 3
"""How many papers a sentence for citizens names."""
LOOKED_BACK = 365
"""Days that a hint on a paper is counted over: what was lacking years ago is another form by now."""


class Told(StrEnum):
    """How somebody learned that a paper was missing."""

    NOTICE = "notice"
    """一次性告知: before anything was taken in."""
    SUPPLEMENT = "supplement"
    """补正, before acceptance."""
    AMENDMENT = "amendment"
    """补正, after acceptance."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A case that was asked for papers: what belongs to it besides the event."""

    case: UUID
    item_id: str
    item: str


@dataclass(frozen=True, slots=True)
class Lack:
    """One paper that one case lacked at one time. Names no person."""

    asked: Asked
    material: str
    reason: str
    day: date
    told: Told


AskingEvent = NoticeGiven | SupplementAsked | AmendmentAsked


def lacks_of(asked: Asked, event: AskingEvent, materials: Sequence[CaseMaterial]) -> tuple[Lack, ...]:
    """What an event says was lacking. ``materials`` is the case's paper list, for rows named by number."""
    day = local_day(event.at)
    if isinstance(event, NoticeGiven):
        missing = (row for row in event.materials if row.state is MaterialState.MISSING)
        return tuple(Lack(asked, row.name, row.reason.strip(), day, Told.NOTICE) for row in missing)
    told = Told.SUPPLEMENT if isinstance(event, SupplementAsked) else Told.AMENDMENT
    names = {row.number: row.name for row in materials}
    return tuple(
        Lack(asked, names[line.number], line.problem.strip(), day, told)
        for line in event.lines
        if line.number in names
    )


@dataclass(frozen=True, slots=True)
class Why:
    """One paper of one item, and how many came again for it."""

    item_id: str
    item: str
    material: str
    cases: int
    """People who came again for it: cases, each once."""
    reasons: tuple[tuple[str, int], ...]
    """What was wrong with it, as it was said, and in how many cases; most often first."""
    last: date

    @property
    def usual(self) -> str:
        """The reason worth printing: said of enough people to be nobody's own; empty where there is none."""
        return next((words for words, count in self.reasons if count >= AT_LEAST), "")


def ranked(lacks: Iterable[Lack]) -> tuple[Why, ...]:
    """Papers by how many came again for them; then by name, so that two desks show the same order."""
    groups: dict[tuple[str, str], list[Lack]] = {}
    for lack in lacks:
        groups.setdefault((lack.asked.item_id, lack.material), []).append(lack)
    found = (_why(group) for group in groups.values())
    return tuple(sorted(found, key=lambda why: (-why.cases, why.item_id, why.material)))


def _why(group: Sequence[Lack]) -> Why:
    newest = max(group, key=lambda lack: lack.day)
    said = {
        (lack.asked.case, mask(Kind.TEXT, lack.reason, Profile.PUBLIC_NOTICE))
        for lack in group
        if lack.reason
    }
    counts = Counter(words for _, words in said)
    reasons = tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
    cases = len({lack.asked.case for lack in group})
    return Why(newest.asked.item_id, newest.asked.item, newest.material, cases, reasons, newest.day)


def worth_telling(found: Iterable[Why]) -> tuple[Why, ...]:
    """What the next person is told before they come: the few papers that enough others lacked."""
    return tuple(why for why in found if why.cases >= AT_LEAST)[:AT_MOST]


def people_asked(lacks: Iterable[Lack]) -> int:
    """How many cases had to come again at all, whatever they lacked."""
    return len({lack.asked.case for lack in lacks})
