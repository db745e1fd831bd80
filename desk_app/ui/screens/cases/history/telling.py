"""An entry of a case's history becomes words; one that cannot be read is said to be kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from desk_app.domain.case_list import TimelineEntry
from desk_app.domain.cases import DocumentReprinted
from desk_app.domain.documents import DocumentKind
from desk_app.ui.screens.cases.history.first_day import FIRST_DAY
from desk_app.ui.screens.cases.history.later import LATER
from desk_app.ui.screens.cases.history.told import Told, said
from desk_app.ui.theme.look import Tone
from desk_app.ui.words import word

TELLERS: Mapping[type[Any], Callable[[Any], Told]] = {**FIRST_DAY, **LATER}
"""By kind of event; a second print needs the papers of the case and is told by :func:`told`."""


def told(entry: TimelineEntry, papers: Mapping[UUID, DocumentKind]) -> Told:
    """One entry of the history. ``papers`` names the kind of each paper of the case."""
    event = entry.event
    if isinstance(event, DocumentReprinted):
        kind = papers.get(event.document)
        title = said("补打{paper}").format(paper=word(kind) if kind else said("文书"))
        return Told(title, said("第 {n} 次").format(n=event.nth), Tone.GREY)
    teller = TELLERS.get(type(event))
    if teller is None:
        return Told(said("有一条记录读不了"), said("已单独留存，其他照常"), Tone.RED)
    return teller(event)
