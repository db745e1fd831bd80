"""What the verbs on a profile do. Loaded only when one of them is called: the store is not light."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from desk_app.commands.paper_runs import site_drawing
from desk_app.commands.resources import CATALOGUE, national_calendar
from desk_app.commands.session import Session, folder_of, open_session, password_of
from desk_app.commands.verb import Answer, Arguments, Run, Surroundings, moment, text, whole
from desk_app.config import read_settings
from desk_app.db import backup as backups
from desk_app.db.catalogue_file import seed_catalogue
from desk_app.db.durable import write_durably
from desk_app.db.store import Store
from desk_app.domain.case_list import CaseLine
from desk_app.domain.cases import Acting, Case, CaseState, MaterialState
from desk_app.domain.catalogue import Tier
from desk_app.domain.clocks import case_due, deferral_limit
from desk_app.domain.code_maps import FOUR_WORDS
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import InputError, NotFound
from desk_app.domain.identity import IdType
from desk_app.domain.intake import IntakeForm, Mark, Outcome, judge
from desk_app.domain.numbers import ReceiptNumber
from desk_app.domain.people import MandateKind, Party, Relation
from desk_app.domain.sites import Device, Site
from desk_app.domain.worktime import SHANGHAI, local_day
from desk_app.paths import resource
from desk_app.services.documents import Draw, PaperOrder, issue, snapshot
from desk_app.services.intake import Intake, commit_intake, papers_due
from desk_app.services.listing import full_cases, masked_cases
from desk_app.services.profile import Means, Setup, make_profile, new_id

DEFAULT_REGION = "371073000000"
"""威海临港 (statistical code of the development zone, domain.md §9.1)."""


def init(_surroundings: Surroundings) -> Run:
    """``desk-app init``."""

    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        now = around.now()
        setup = Setup(
            site=_site(arguments, new_id(now, around.random)),
            device=Device(
                new_id(now, around.random),
                whole(arguments, "device-number", 1),
                text(arguments, "counter", ""),
            ),
            admin_name=text(arguments, "admin"),
            password=password_of(arguments, around),
        )
        means = Means(national_calendar(), _seed, around.random, around.kdf)
        folder = folder_of(arguments, around)
        made = make_profile(folder, setup, means, now)
        yield {"profile": str(folder.path), "site": made.info.site.name, "recovery": made.recovery_words}

    return run


def _seed(target: Path) -> None:
    seed_catalogue(resource(CATALOGUE), target)


def _site(arguments: Arguments, site_id: UUID) -> Site:
    region = text(arguments, "region-code", DEFAULT_REGION)
    if not (region.isascii() and region.isdigit() and len(region) == 12):
        raise InputError("region_code_shape")
    point = text(arguments, "point-code", region[:6])
    if not (point.isascii() and point.isdigit() and len(point) == 6):
        raise InputError("point_code_shape")
    try:
        tier = Tier(text(arguments, "site-tier"))
    except ValueError as fault:
        raise InputError("argument_not_tier") from fault
    return Site(
        site_id,
        text(arguments, "site-name"),
        tier,
        region,
        point,
        phone=text(arguments, "phone", ""),
        complaint_phone=text(arguments, "complaint-phone", ""),
        short_name=text(arguments, "short-name", ""),
        review_organ=text(arguments, "review-organ", ""),
        court=text(arguments, "court", ""),
    )


def accept(_surroundings: Surroundings) -> Run:
    """``desk-app accept``."""
    drawn: dict[Store, Draw] = {}

    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        with open_session(arguments, around) as session:
            if session.store not in drawn:
                drawn[session.store] = site_drawing(session)
            drawing = drawn[session.store]
            now = around.now()
            at = moment(arguments, "at") or now
            form = _form(arguments, session, new_id(now, around.random), at)
            offered = session.offer.get(form.item_id)
            case = commit_intake(session.store, session.clerk, Intake(form, offered), now, at)
            papers = [_print(session, case, kind, drawing, now) for kind in papers_due(case)]
            yield _accepted(case, session, papers)

    return run


def _accepted(case: Case, session: Session, papers: list[dict[str, str]]) -> Answer:
    due = case_due(case, session.calendar)
    last = session.calendar.last_loaded_day
    return {
        "case": str(case.id),
        "number": case.number,
        "state": state_word(case.state),
        "due": due.isoformat() if due else None,
        "beyond_calendar": due is not None and last is not None and due > last,
        "papers": papers,
    }


def state_word(state: CaseState) -> str:
    """Four words are promised to automation, whatever came later in a case's life."""
    return FOUR_WORDS[state].value


def _print(session: Session, case: Case, kind: DocumentKind, drawing: Draw, now: datetime) -> dict[str, str]:
    choice = read_settings(session.folder.path / "desk.json").paper(kind)
    order = PaperOrder(kind, choice.size, demo=session.info.demo)
    made = issue(session.store, session.clerk, case.id, order, drawing, session.calendar, now)
    target = session.folder.printed_folder / f"{case.number}-{kind.value}.pdf"
    target.parent.mkdir(exist_ok=True)
    write_durably(target, made.pdf)
    return {"kind": kind.value, "file": str(target)}


def _form(arguments: Arguments, session: Session, case_id: UUID, at: datetime) -> IntakeForm:
    applicant = arguments.get("applicant")
    if not isinstance(applicant, Mapping):
        raise InputError("argument_missing", argument="applicant")
    form = IntakeForm(
        id=case_id,
        item_id=text(arguments, "item"),
        release=session.offer.release.version,
        applicant=_party(applicant),
        remark=text(arguments, "remark", ""),
    )
    form = _with_proxy(form, arguments.get("proxy"))
    form = _with_materials(form, arguments.get("materials", {}), session)
    return _with_promise(form, session, at)


def _party(plain: Mapping[str, Any]) -> Party:
    try:
        id_type = IdType(text(plain, "id_type", IdType.RESIDENT_ID.value))
    except ValueError as fault:
        raise InputError("argument_not_type", argument="id_type") from fault
    return Party(
        text(plain, "name"),
        id_type,
        text(plain, "id_number"),
        text(plain, "phone", ""),
        text(plain, "address", ""),
    )


def _with_proxy(form: IntakeForm, plain: Any) -> IntakeForm:
    if plain is None:
        return form
    if not isinstance(plain, Mapping):
        raise InputError("argument_missing", argument="proxy")
    try:
        relation = Relation(text(plain, "relation", Relation.OTHER.value))
        mandate = MandateKind(text(plain, "mandate", MandateKind.NONE.value))
    except ValueError as fault:
        raise InputError("argument_not_type", argument="proxy") from fault
    return replace(form, acting=Acting.PROXY, proxy=_party(plain), relation=relation, mandate=mandate)


def _with_materials(form: IntakeForm, plain: Any, session: Session) -> IntakeForm:
    offered = session.offer.get(form.item_id)
    if plain == "all":
        return form.take_all(offered)
    if not isinstance(plain, Mapping):
        raise InputError("argument_not_materials")
    known = {row.number for row in offered.item.materials}
    marks = {}
    for number, state in plain.items():
        if not str(number).isdecimal() or int(number) not in known:
            raise InputError("no_such_material", row=str(number)[:8])
        marks[int(number)] = Mark(_material_state(state))
    form = replace(form, marks=marks)
    absent = [row.number for row in offered.item.materials if form.owes(row) and row.number not in marks]
    return replace(form, marks={**marks, **{number: Mark(MaterialState.MISSING) for number in absent}})


def _material_state(value: Any) -> MaterialState:
    try:
        return MaterialState(value)
    except ValueError as fault:
        raise InputError("argument_not_materials") from fault


def _with_promise(form: IntakeForm, session: Session, at: datetime) -> IntakeForm:
    offered = session.offer.get(form.item_id)
    if judge(form, offered).outcome is not Outcome.TOLERANCE:
        return form
    return replace(form, promise_by=deferral_limit(offered.promised, local_day(at), session.calendar))


def cases(_surroundings: Surroundings) -> Run:
    """``desk-app cases``."""

    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        with open_session(arguments, around) as session:
            if arguments.get("reveal"):
                lines = full_cases(session.store, session.clerk, "desk-app cases --reveal", around.now())
            else:
                lines = masked_cases(session.store)
            yield from map(_case_line, lines)

    return run


def _case_line(line: CaseLine) -> Answer:
    return {
        "case": str(line.id),
        "number": line.number,
        "item": line.item_id,
        "item_name": line.item_name,
        "state": state_word(line.state),
        "due": line.due.isoformat() if line.due else None,
        "at": line.registered_at.astimezone(SHANGHAI).isoformat(),
        "applicant": {"name": line.applicant, "id_number": line.id_number, "phone": line.phone},
    }


def slip(_surroundings: Surroundings) -> Run:
    """``desk-app slip``."""

    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        with open_session(arguments, around) as session:
            case_id = case_named(text(arguments, "case"), session)
            kind = _paper_kind(text(arguments, "paper", DocumentKind.RECEIPT.value))
            found = snapshot(session.store, case_id, kind)
            target = Path(text(arguments, "out"))
            write_durably(target, found.pdf)
            yield {
                "case": str(case_id),
                "kind": kind.value,
                "file": str(target),
                "number": found.document.number,
            }

    return run


def _paper_kind(value: str) -> DocumentKind:
    try:
        return DocumentKind(value)
    except ValueError as fault:
        raise InputError("no_such_paper") from fault


def case_named(value: str, session: Session) -> UUID:
    """A case by its id or its receipt number."""
    try:
        return UUID(value)
    except ValueError:
        number = ReceiptNumber.parse(value)
    with session.store.read() as reader:
        found = reader.cases.by_number(number.digits)
    if not found:
        raise NotFound("no_such_case")
    return found[0].id


def verify(_surroundings: Surroundings) -> Run:
    """``desk-app verify``."""

    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        with open_session(arguments, around) as session:
            found = session.store.verify()
            answer = {"entries": found.entries, "cases": found.cases, "ok": found.ok}
            yield answer if found.ok else {**answer, "faults": [str(fault) for fault in found.faults]}

    return run


def rebuild(_surroundings: Surroundings) -> Run:
    """``desk-app rebuild``."""

    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        with open_session(arguments, around) as session:
            session.store.rebuild()
            found = session.store.verify()
            yield {"entries": found.entries, "cases": found.cases, "ok": found.ok}

    return run


def backup(_surroundings: Surroundings) -> Run:
    """``desk-app backup``."""

    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        with open_session(arguments, around) as session:
            target = Path(text(arguments, "out"))
            made = backups.back_up(session.folder, target, session.key, around.now())
            yield {"file": str(target), "bytes": target.stat().st_size, "made_at": made.made_at.isoformat()}

    return run


def restore(_surroundings: Surroundings) -> Run:
    """``desk-app restore``."""

    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        folder = folder_of(arguments, around)
        overwrite = bool(arguments.get("overwrite"))
        backups.restore(Path(text(arguments, "file")), folder, around.now(), overwrite=overwrite)
        yield {"profile": str(folder.path)}

    return run
