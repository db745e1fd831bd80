"""How a register marks what was typed later than it happened."""

from __future__ import annotations

from desk_app.domain.register_rows import RegisterRow

TITLE = "补录"
_APART = "从纸质台账补录的，不含在以上各项里"
_TOGETHER = "从纸质台账补录的，已含在以上各项里"


def remark(row: RegisterRow, _say: object) -> str:
    """补录, and where the paper is, before what was remarked."""
    if row.back is None:
        return row.remark
    parts = zip(("册", "页", "号"), row.back.reference, strict=True)
    place = " ".join(f"{word} {said}" for word, said in parts if said)
    return "；".join(part for part in (f"{TITLE} {place}".strip(), row.remark) if part)


def foot_line(count: int, *, together: bool) -> tuple[tuple[str, str, str], ...]:
    """The line of a register's foot about them; none where there is nothing of it."""
    return ((TITLE, str(count), _TOGETHER if together else _APART),) if count else ()
