"""What the first run shows: a frozen picture, made anew after every change. It never holds a password."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desk_app.domain.catalogue import Tier
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import DeskError
from desk_app.ui.screens.first_run.calls import Step
from desk_app.ui.screens.settings.items.rows import ItemRow
from desk_app.ui.screens.settings.new_password.values import NewPassword
from desk_app.ui.screens.settings.papers.values import PaperSetting
from desk_app.ui.screens.settings.site_facts import Problem, SiteFacts, SiteField


@dataclass(frozen=True, slots=True)
class SiteShown:
    """Page 1."""

    facts: SiteFacts
    problems: Mapping[SiteField, Problem]
    """Only of fields that were left, or after an attempt to go on."""
    counts: Mapping[Tier, int]
    locked: bool
    """The site stands: settings is the place to change it now."""


@dataclass(frozen=True, slots=True)
class PeopleShown:
    """Page 2."""

    name: str
    name_missing: bool
    new: NewPassword
    made: bool
    words: str
    """The recovery sheet; "" before it is made and once it was put away."""
    sheet_kept: bool


@dataclass(frozen=True, slots=True)
class PrintingShown:
    """Page 4."""

    settings: Mapping[DocumentKind, PaperSetting]
    printers: tuple[str, ...] | None
    """None while they are being looked for."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything."""

    step: Step
    done: frozenset[Step]
    reachable: frozenset[Step]
    site: SiteShown
    people: PeopleShown
    items: tuple[ItemRow, ...] | None
    """Page 3; None while they are being read."""
    printing: PrintingShown
    busy: bool = False
    trouble: DeskError | None = None
    said: str = ""
    """What was printed or saved last on this page."""
    demo: tuple[int, int] | None = None
    """The demo is being made: (done, total)."""
    offers_demo: bool = field(default=True)
    """Whether the demo is still offered in place of setting up."""
