"""Opens the screen's font of rare characters when the first name with one is met: it costs 60 MB."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from desk_app.paths import each_font_dir
from desk_app.ui.theme.fonts import load_rare

if TYPE_CHECKING:
    from desk_app.ui.screens.cases.listing import RowsRead
    from desk_app.ui.screens.cases.presenter import CasesPresenter
    from desk_app.ui.screens.cases.standing import CaseShown
    from desk_app.ui.screens.intake.session import Session


def meet(texts: Iterable[str]) -> None:
    """These are about to be shown."""
    load_rare("".join(texts), each_font_dir())


def watch_intake(session: Session) -> None:
    """Names typed, read from a card, or remembered."""
    session.pictured.connect(partial(_of_lane, session))


def watch_cases(presenter: CasesPresenter) -> None:
    """Names in the list and on the page of a case."""
    presenter.listing.replaced.connect(_of_rows)
    presenter.listing.appended.connect(_of_rows)
    presenter.page.session.pictured.connect(_of_case)


def _of_lane(session: Session, _shown: object) -> None:
    if session.lane is not None:
        form = session.lane.form
        meet((form.applicant.name, form.applicant.address, form.proxy.name))


def _of_rows(read: RowsRead) -> None:
    meet(cell for row in read.rows for cell in row.cells)


def _of_case(shown: CaseShown | None) -> None:
    if shown is not None:
        case = shown.case
        meet((case.applicant.name, case.applicant.address, case.proxy.party.name if case.proxy else ""))
