"""Rows of a paper list as a citizen has to read them: what is still missing, why, and how to get it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desk_app.domain.cases import IN_HAND, Case
from desk_app.domain.catalogue import Material, MaterialForm, Need, Occasion, OfferedItem, Origin
from desk_app.papers.words import asked

_NOT_BROUGHT = "未带"


@dataclass(frozen=True, slots=True)
class Gap:
    """One paper to bring."""

    name: str
    asked: str
    how: str


def gaps_of(case: Case, offered: OfferedItem | None) -> tuple[tuple[Gap, ...], tuple[str, ...]]:
    """What a case lacks, and the names of what was found in order."""
    guide = {row.number: row for row in offered.item.materials} if offered else {}
    missing = tuple(
        Gap(
            row.name,
            asked(row.form, row.copies),
            _how(row.reason or _NOT_BROUGHT, row.e_licence, row.form, row.note, guide.get(row.number)),
        )
        for row in case.missing
    )
    return missing, tuple(row.name for row in case.materials if row.state in IN_HAND)


def gaps_at_look_up(offered: OfferedItem, in_hand: frozenset[int]) -> tuple[tuple[Gap, ...], tuple[str, ...]]:
    """The same without a case: rows always asked for and not ticked are missing."""
    owed = [
        row
        for row in offered.item.materials
        if not row.exempt and row.need is not Need.OPTIONAL and row.occasion is Occasion.ALWAYS
    ]
    missing = tuple(
        Gap(row.name, asked(row.form, row.copies), how_to_get(row))
        for row in owed
        if row.number not in in_hand
    )
    ticked = (row.name for row in offered.item.materials if row.number in in_hand)
    return missing, tuple(ticked)


def how_to_get(row: Material) -> str:
    """Where a paper comes from, in one or two short sentences."""
    return _how("", row.e_licence, row.form, row.note, row)


def _how(reason: str, e_licence: str, form: MaterialForm, note: str, guide: Material | None) -> str:
    counter = form is MaterialForm.SHEET or (guide is not None and guide.origin is Origin.COUNTER)
    hints = (
        reason,
        f"也可用手机出示{e_licence}电子证照" if e_licence else "",
        note or (guide.note if guide else ""),
        "本窗口领取，当场填" if counter and not note and not (guide and guide.note) else "",
    )
    return _sentences(hints)


def _sentences(parts: Iterable[str]) -> str:
    clean = (part.strip().rstrip("。；;") for part in parts)
    return "。".join(dict.fromkeys(part for part in clean if part))
