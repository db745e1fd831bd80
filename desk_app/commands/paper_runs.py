"""What ``desk-app paper`` does: papers made when somebody wants them, one or a whole batch (F54)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.config import read_settings
from desk_app.db.durable import write_durably
from desk_app.db.vault import Vault
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import InputError
from desk_app.domain.wording import in_force
from desk_app.papers.draw import draw
from desk_app.papers.fonts import find_fonts
from desk_app.papers.request import DrawnPaper, PaperRequest
from desk_app.papers.wording import Wording, read_wording
from desk_app.paths import font_dirs, resource
from desk_app.services.documents import Draw, PaperOrder, issue
from desk_app.services.paper_facts import particulars_for
from desk_app.services.wordings import wording_versions

if TYPE_CHECKING:
    from desk_app.commands.session import Session
    from desk_app.commands.verb import Answer, Arguments, Run, Surroundings

WORDING = "papers/wording.toml"


def paper(_surroundings: Surroundings) -> Run:
    """``desk-app paper``."""
    from desk_app.commands.profile_runs import case_named
    from desk_app.commands.session import open_session
    from desk_app.commands.verb import text

    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        with open_session(arguments, around) as session:
            case_id = case_named(text(arguments, "case"), session)
            try:
                kind = DocumentKind(text(arguments, "paper"))
            except ValueError as fault:
                raise InputError("no_such_paper") from fault
            yield make_paper(session, case_id, kind, site_drawing(session), around)

    return run


def site_drawing(session: Session) -> Draw:
    """How papers are drawn here: with this machine's fonts and the site's own words."""
    program = read_wording(resource(WORDING).read_text("utf-8")).changed
    words = Wording({**program, **in_force(wording_versions(session.store, session.clerk))})
    fonts = find_fonts(font_dirs())

    def drawing(request: PaperRequest) -> DrawnPaper:
        return draw(request, fonts, words)

    return drawing


def make_paper(
    session: Session, case_id: UUID, kind: DocumentKind, drawing: Draw, around: Surroundings
) -> Answer:
    """Number, draw, archive, and write it where printed papers lie."""
    now: datetime = around.now()
    names = {user.id: user.name for user in Vault.load(session.folder.vault_file, around.random).users()}
    with session.store.read() as reader:
        case = reader.cases.get(case_id)
    offered = session.offer.items.get(case.item.id)
    size = read_settings(session.folder.path / "desk.json").paper(kind).size
    said = particulars_for(case, kind, offered, lambda user: names.get(user, ""))
    order = PaperOrder(kind, size, demo=session.info.demo, offered=offered, particulars=said)
    made = issue(session.store, session.clerk, case_id, order, drawing, session.calendar, now)
    target = session.folder.printed_folder / f"{case.number}-{kind.value}-{made.document.id}.pdf"
    target.parent.mkdir(exist_ok=True)
    write_durably(target, made.pdf)
    number = made.document.number
    return {"case": str(case_id), "kind": kind.value, "number": number, "file": str(target)}
