"""What was counted of a bag so far: a draft, kept until somebody signs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from desk_app.domain.handover import SETTLED_LINES, Batch, BatchLine
from desk_app.domain.handover_events import Difference, Extra
from desk_app.domain.manifests import Count


class Found(StrEnum):
    """How an envelope differs from the manifest: 少、不符、多."""

    MISSING = "missing"
    DIFFERING = "differing"
    EXTRA = "extra"


class Handling(StrEnum):
    """What is done about it: written down in these words, so that both ends read the same."""

    LOOK_FOR = "look_for"
    BRING = "bring"
    KEEP = "keep"
    SEND_BACK = "send_back"
    HAND_BACK = "hand_back"
    KEEP_HERE = "keep_here"


HANDLINGS: Mapping[Found, tuple[Handling, ...]] = {
    Found.MISSING: (Handling.LOOK_FOR, Handling.BRING),
    Found.DIFFERING: (Handling.KEEP, Handling.SEND_BACK),
    Found.EXTRA: (Handling.HAND_BACK, Handling.KEEP_HERE),
}
"""By kind, the usual one first."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One discrepancy, as its card shows it."""

    found: Found
    key: str
    """The id of the case, or what was scanned."""
    number: str
    item: str
    note: str
    handling: Handling

    @property
    def said(self) -> bool:
        """Whether enough is written: what differs must be told in words."""
        return self.found is not Found.DIFFERING or bool(self.note.strip())


@dataclass(frozen=True, slots=True)
class Tally:
    """Scanned envelopes, what differs, what there was besides; in the order in which it was found."""

    seen: tuple[UUID, ...] = ()
    notes: Mapping[UUID, str] = field(default_factory=dict)
    """By case: what differs."""
    extra: tuple[str, ...] = ()
    handlings: Mapping[str, str] = field(default_factory=dict)
    """By the key of a gap."""
    remark: str = ""
    signed_by: str = ""

    def tick(self, case_id: UUID) -> Tally:
        """The envelope is here."""
        return self if case_id in self.seen else replace(self, seen=(*self.seen, case_id))

    def untick(self, case_id: UUID) -> Tally:
        """It is not, after all."""
        notes = {key: note for key, note in self.notes.items() if key != case_id}
        return replace(self, seen=tuple(one for one in self.seen if one != case_id), notes=notes)

    def differ(self, case_id: UUID, note: str) -> Tally:
        """It is here, but not as listed."""
        return replace(self.tick(case_id), notes={**self.notes, case_id: note})

    def add_extra(self, what: str) -> Tally:
        """Something lies in the bag that the manifest does not name."""
        return self if what in self.extra else replace(self, extra=(*self.extra, what))

    def drop_extra(self, what: str) -> Tally:
        """It was a mistake."""
        return replace(self, extra=tuple(one for one in self.extra if one != what))

    def handle(self, key: str, handling: Handling) -> Tally:
        """What is done about a gap."""
        return replace(self, handlings={**self.handlings, key: handling.value})

    def handling(self, found: Found, key: str) -> Handling:
        """What is done about a gap; the usual where nothing was chosen, or what was no longer fits."""
        chosen = Handling(self.handlings[key]) if key in self.handlings else None
        return chosen if chosen in HANDLINGS[found] else HANDLINGS[found][0]


def waiting_lines(batch: Batch) -> tuple[BatchLine, ...]:
    """What is to be counted: what went back before is not."""
    return tuple(line for line in batch.lines if line.state not in SETTLED_LINES)


def unseen(batch: Batch, tally: Tally) -> tuple[BatchLine, ...]:
    """Listed, and not scanned."""
    return tuple(line for line in waiting_lines(batch) if line.listed.case not in tally.seen)


def gaps(batch: Batch, tally: Tally, *, closing: bool) -> tuple[Gap, ...]:
    """Everything that differs; what was not scanned counts as missing only once the counting is over."""
    missing = unseen(batch, tally) if closing else ()
    lines = {line.listed.case: line for line in waiting_lines(batch)}
    differing = (lines[case_id] for case_id in tally.notes if case_id in lines)
    return (
        *(_gap(Found.MISSING, line, tally) for line in missing),
        *(_gap(Found.DIFFERING, line, tally) for line in differing),
        *(_extra(what, tally) for what in tally.extra),
    )


def _gap(found: Found, line: BatchLine, tally: Tally) -> Gap:
    listed, key = line.listed, str(line.listed.case)
    note = tally.notes.get(listed.case, "")
    return Gap(found, key, listed.number, listed.item, note, tally.handling(found, key))


def _extra(what: str, tally: Tally) -> Gap:
    return Gap(Found.EXTRA, what, what, "", "", tally.handling(Found.EXTRA, what))


def counted(
    batch: Batch, tally: Tally, words: Mapping[Handling, str], me: str
) -> tuple[Count, Mapping[UUID, str]]:
    """What is signed for, and what goes back at once with its reason; ``words`` say the handlings."""
    found = gaps(batch, tally, closing=True)
    back = {UUID(gap.key): gap.note for gap in found if gap.handling is Handling.SEND_BACK}
    kept = [gap for gap in found if gap.handling is not Handling.SEND_BACK]
    count = Count(
        signed_by=tally.signed_by.strip() or me,
        seen=tuple(case_id for case_id in tally.seen if case_id not in back),
        extra=tuple(Extra(gap.key, words[gap.handling]) for gap in _of(kept, Found.EXTRA)),
        differing=tuple(
            Difference(UUID(gap.key), f"{gap.note.strip()}，{words[gap.handling]}")
            for gap in _of(kept, Found.DIFFERING)
        ),
        absences={UUID(gap.key): words[gap.handling] for gap in _of(kept, Found.MISSING)},
        remark=tally.remark,
    )
    return count, back


def _of(found: Iterable[Gap], kind: Found) -> list[Gap]:
    return [gap for gap in found if gap.found is kind]
