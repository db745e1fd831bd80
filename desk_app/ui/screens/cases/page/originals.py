"""What the materials tab says of originals, and which row a line stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from desk_app.domain.cases import Case, CaseMaterial
from desk_app.domain.custody import CustodyState, Original
from desk_app.domain.worktime import SHANGHAI
from desk_app.ui.screens.cases.calls import CaseView
from desk_app.ui.screens.cases.page.lines import Line
from desk_app.ui.screens.pictures.shown import row_key

_WORDS: dict[CustodyState, str] = {
    CustodyState.HELD: "原件在{holder}，{day} 收",
    CustodyState.ON_WAY: "原件在去{holder}的路上，{day} 送出",
    CustodyState.CHECKED: "{day} 看过原件，当场退了",
    CustodyState.GIVEN_BACK: "原件 {day} 退给{holder}",
}


def rows_shown(case: Case) -> tuple[CaseMaterial, ...]:
    """The rows the tab lists, in its order."""
    return tuple(row for row in case.materials if row.state is not None)


def with_originals(lines: Sequence[Line], view: CaseView) -> tuple[Line, ...]:
    """The lines of the tab, each with where its original is."""
    known = {original.row: original for original in view.originals}
    return tuple(
        _line(line, known.get(row.number)) for line, row in zip(lines, rows_shown(view.case), strict=True)
    )


def row_of(case: Case, key: UUID | None) -> CaseMaterial | None:
    """The row a line stands for."""
    return next((row for row in rows_shown(case) if row_key(case.id, row.number) == key), None)


def _line(line: Line, original: Original | None) -> Line:
    said = (
        ""
        if original is None
        else _said(_WORDS[original.state]).format(
            holder=original.holder, day=f"{original.since.astimezone(SHANGHAI):%m-%d}"
        )
    )
    detail = "　".join(part for part in (line.detail, said) if part)
    return replace(line, detail=detail)


def _said(text: str) -> str:
    return QCoreApplication.translate("CaseOriginals", text)
