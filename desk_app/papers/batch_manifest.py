"""A batch as its paper lists it: the same words for the copy that stays and the one that travels (A7)."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from desk_app.domain.handover import Batch, BatchLine, LineState
from desk_app.domain.handover_events import PaperPart
from desk_app.papers.particulars import Manifest, ManifestLine

_PARTS = {
    PaperPart.STUB: "存根联（移出单位留存）",
    PaperPart.BAG: "随件联（随材料走）",
    PaperPart.RECEIPT: "接收联（双方各留一份）",
}


def manifest_of_batch(batch: Batch, names: Mapping[UUID, str], part: PaperPart | None = None) -> Manifest:
    """What the manifest paper is drawn from; on arrival, with what was found and what goes back.

    ``names`` are the applicants by case, in full: the paper masks them itself. A case that is not known here
    keeps the surname of the list. Without a part the paper does not say which copy it is.
    """
    return Manifest(
        batch=batch.number,
        sender=batch.from_name,
        receiver=batch.to,
        carrier=batch.carrier,
        lines=tuple(_line(line, names) for line in batch.lines),
        express=batch.express,
        copy=_PARTS[part] if part else "",
        differences="；".join(_differences(batch)),
        refusal="；".join(
            f"{line.listed.number} {line.reason}" for line in batch.lines if line.state is LineState.RETURNED
        ),
    )


def _line(line: BatchLine, names: Mapping[UUID, str]) -> ManifestLine:
    listed = line.listed
    # The star of a masked name would be masked again, and the surname lost.
    name = names.get(listed.case, listed.applicant.removesuffix("*") + "某")
    return ManifestLine(listed.number, name, listed.item, listed.copies, due=listed.due, remark=listed.remark)


def _differences(batch: Batch) -> list[str]:
    """少、多、不符."""
    missing = [f"少 {line.listed.number} {line.absence}".rstrip() for line in batch.missing]
    extra = [f"多 {found.what} {found.note}".rstrip() for found in batch.extra]
    differing = [
        f"不符 {line.listed.number} {line.difference.note}" for line in batch.lines if line.difference
    ]
    return [*missing, *extra, *differing, *filter(None, (batch.remark,))]
