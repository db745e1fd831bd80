"""Verbs that need no profile: look-up, due dates, checking and masking of numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from desk_app.commands.resources import national_calendar, seed_lookup
from desk_app.commands.verb import Answer, Arguments, Option, Run, Surroundings, Verb, moment, text, whole
from desk_app.domain.catalogue import Tier
from desk_app.domain.checked import Checked
from desk_app.domain.credit_code import check_uscc
from desk_app.domain.errors import InputError
from desk_app.domain.identity import check_resident_id
from desk_app.domain.masking import Kind, Profile, mask
from desk_app.domain.names import check_name
from desk_app.domain.phones import check_mobile
from desk_app.domain.worktime import DayLine, Limit, Pause, Unit, due_date, local_day

DEFAULT_HITS = 20
MOST_HITS = 200


def _lookup(_surroundings: Surroundings) -> Run:
    index, names = seed_lookup()

    def run(arguments: Arguments, _: Surroundings) -> Iterator[Answer]:
        query = text(arguments, "q")
        site = _tier(arguments)
        limit = min(max(whole(arguments, "limit", DEFAULT_HITS), 0), MOST_HITS)
        hits = index.search(query, site, limit)
        yield {"q": query, "hits": [_hit(hit, names) for hit in hits]}

    return run


def _hit(hit: Any, names: dict[str, tuple[str, Tier]]) -> dict[str, str]:
    name, tier = names[hit.item_id]
    return {"id": hit.item_id, "name": name, "site": tier.value, "why": hit.why}


def _tier(arguments: Arguments) -> Tier | None:
    value = arguments.get("site")
    if value is None:
        return None
    try:
        return Tier(value)
    except ValueError as fault:
        raise InputError("argument_not_tier") from fault


def _due(_surroundings: Surroundings) -> Run:
    calendar = national_calendar()

    def run(arguments: Arguments, _: Surroundings) -> Iterator[Answer]:
        accepted = moment(arguments, "accepted")
        if accepted is None:
            raise InputError("argument_missing", argument="accepted")
        limit = Limit(whole(arguments, "days", 0), _unit(arguments), whole(arguments, "extension", 0))
        deadline = due_date(local_day(accepted), limit, calendar, _pauses(arguments.get("pauses") or ()))
        yield {
            "due": deadline.due.isoformat() if deadline.due else None,
            "explanation": [_line(line) for line in deadline.explanation],
            "beyond_calendar": deadline.beyond_calendar,
        }

    return run


def _unit(arguments: Arguments) -> Unit:
    try:
        return Unit(arguments.get("unit", Unit.WORKING))
    except ValueError as fault:
        raise InputError("argument_not_unit") from fault


def _pauses(plain: Any) -> list[Pause]:
    try:
        return [
            Pause(date.fromisoformat(first), date.fromisoformat(last) if last else None)
            for first, last in plain
        ]
    except (TypeError, ValueError) as fault:
        raise InputError("argument_not_pauses") from fault


def _line(line: DayLine) -> dict[str, Any]:
    from desk_app.ui.messages import day_words

    day, kind, index, name = line.as_row()
    return {"day": day, "kind": kind, "index": index, "name": name, "text": day_words(line)}


def _check(_surroundings: Surroundings) -> Run:
    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        today = local_day(around.now())
        checks: dict[str, Callable[[str], Checked]] = {
            "resident_id": lambda value: check_resident_id(value, today),
            "uscc": check_uscc,
            "mobile": check_mobile,
            "name": check_name,
        }
        check = checks.get(text(arguments, "type"))
        if check is None:
            raise InputError("argument_not_type", argument="type")
        yield _checked(check(text(arguments, "value")))

    return run


def _checked(found: Checked) -> Answer:
    return {
        "valid": found.valid,
        "normalised": found.normalised,
        "birth": found.birth.isoformat() if found.birth else None,
        "sex": found.sex.value if found.sex else None,
        "reason": found.reason.value if found.reason else None,
        "detail": found.detail,
        "notices": [notice.value for notice in found.notices],
    }


def _mask(_surroundings: Surroundings) -> Run:
    def run(arguments: Arguments, _: Surroundings) -> Iterator[Answer]:
        try:
            kind = Kind(text(arguments, "type"))
            profile = Profile(text(arguments, "audience", Profile.EXPORT.value))
        except ValueError as fault:
            raise InputError("argument_not_type", argument="type") from fault
        yield {"masked": mask(kind, text(arguments, "value"), profile)}

    return run


def _tell_lookup(answer: Answer) -> str:
    return "\n".join(f"{hit['id']}\t{hit['name']}\t{hit['site']}\t{hit['why']}" for hit in answer["hits"])


def _tell_due(answer: Answer) -> str:
    return "\n".join([str(answer["due"]), *(f"  {line['text']}" for line in answer["explanation"])])


def _tell_check(answer: Answer) -> str:
    return f"{answer['normalised']}" if answer["valid"] else f"{answer['reason']} {answer['detail']}".strip()


TIERS = tuple(tier.value for tier in Tier)

VERBS: tuple[Verb, ...] = (
    Verb(
        "lookup",
        "find service items by citizens' words, pinyin or initials",
        (
            Option("q", "what was typed", positional=True),
            Option("site", "put this tier's own list first", choices=TIERS),
            Option("limit", "at most this many hits"),
        ),
        _lookup,
        _tell_lookup,
    ),
    Verb(
        "due",
        "compute a due date and explain every day of it",
        (
            Option("accepted", "local date and time of acceptance", positional=True),
            Option("days", "length of the limit"),
            Option("unit", "what is counted", choices=tuple(unit.value for unit in Unit)),
            Option("extension", "days added"),
        ),
        _due,
        _tell_due,
    ),
    Verb(
        "check",
        "check and normalise a number or a name",
        (
            Option("type", "what it is", positional=True, choices=("resident_id", "uscc", "mobile", "name")),
            Option("value", "the value", positional=True),
        ),
        _check,
        _tell_check,
    ),
    Verb(
        "mask",
        "mask a value as it may be shown",
        (
            Option("type", "what it is", positional=True, choices=tuple(kind.value for kind in Kind)),
            Option("value", "the value", positional=True),
            Option("audience", "who will see it", choices=tuple(profile.value for profile in Profile)),
        ),
        _mask,
        lambda answer: str(answer["masked"]),
    ),
)
