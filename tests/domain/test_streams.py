from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, ClassVar, get_args

import pytest

from desk_app.domain.accounts import AuditEvent, SignedIn
from desk_app.domain.bodies import encode
from desk_app.domain.cases import CaseEvent, NoticeGiven
from desk_app.domain.journal import Stream
from desk_app.domain.people import Party, PersonNoted
from desk_app.domain.site_acts import CalendarEdited, ConsultationNoted, SiteItemChanged
from desk_app.domain.streams import KINDS, EventKind, Undecodable, decode_event, kind_of


@dataclass(frozen=True, slots=True)
class Weighed:
    """A kind that has been through two changes: grams became kilograms, then got a name."""

    kind: ClassVar[str] = "test.weighed"
    version: ClassVar[int] = 3

    kilograms: int
    name: str


def _to_kilograms(plain: dict[str, Any]) -> dict[str, Any]:
    return {"kilograms": plain["grams"] // 1000}


def _named(plain: dict[str, Any]) -> dict[str, Any]:
    return plain | {"name": "unnamed"}


OURS = {Weighed.kind: EventKind(Stream.AUDIT, Weighed, {1: _to_kilograms, 2: _named})}


def test_every_event_is_registered_once_under_its_stream() -> None:
    streams = {kind.cls: kind.stream for kind in KINDS.values()}
    assert all(streams[cls] is Stream.CASE for cls in get_args(CaseEvent))
    assert all(streams[cls] is Stream.AUDIT for cls in (*get_args(AuditEvent), ConsultationNoted))
    assert streams[PersonNoted] is Stream.PERSON
    assert streams[SiteItemChanged] is Stream.SITE_ITEM
    assert streams[CalendarEdited] is Stream.CALENDAR
    assert len(streams) == len(KINDS)
    assert all(name == kind.kind == kind.cls.kind for name, kind in KINDS.items())


def test_every_old_version_has_a_way_up() -> None:
    for kind in KINDS.values():
        assert set(kind.upcasts) == set(range(1, kind.version))


def test_an_event_is_filed_and_read_back() -> None:
    event = PersonNoted(Party("李某某"))
    kind = kind_of(event)
    assert (kind.kind, kind.version, kind.stream) == ("person.noted", 1, Stream.PERSON)
    assert decode_event(kind.kind, kind.version, encode(event)) == event


@pytest.mark.parametrize("thing", [object(), Party(), PersonNoted, "person.noted", Weighed(1, "")])
def test_what_is_no_event_of_ours(thing: object) -> None:
    with pytest.raises(ValueError, match="not a registered event"):
        kind_of(thing)


def test_a_name_in_use_does_not_make_an_event() -> None:
    @dataclass(frozen=True, slots=True)
    class Impostor:
        kind: ClassVar[str] = SignedIn.kind

    with pytest.raises(ValueError, match="Impostor"):
        kind_of(Impostor())


@pytest.mark.parametrize(
    ("version", "body"),
    [(1, {"grams": 3000}), (2, {"kilograms": 3}), (3, {"kilograms": 3, "name": "unnamed"})],
)
def test_old_versions_are_brought_up_step_by_step(version: int, body: dict[str, Any]) -> None:
    assert decode_event(Weighed.kind, version, json.dumps(body), OURS) == Weighed(3, "unnamed")
    assert kind_of(Weighed(1, ""), OURS).version == 3


@pytest.mark.parametrize(
    ("kind", "version", "body", "reason"),
    [
        (Weighed.kind, 3, "", "redacted"),
        ("test.unheard_of", 1, "{}", "unknown_kind"),
        (Weighed.kind, 4, "{}", "newer_version"),
        (Weighed.kind, 3, "{}", "malformed"),
        (Weighed.kind, 3, "}", "malformed"),
        (Weighed.kind, 1, "{}", "malformed"),
        (Weighed.kind, 1, "[]", "malformed"),
        (Weighed.kind, 0, "{}", "malformed"),
        (Weighed.kind, -5, '{"kilograms":1,"name":"a"}', "malformed"),
    ],
)
def test_what_cannot_be_read_has_a_reason(kind: str, version: int, body: str, reason: str) -> None:
    with pytest.raises(Undecodable) as fault:
        decode_event(kind, version, body, OURS)
    assert fault.value.reason == reason


def test_the_reason_holds_nothing_of_the_body() -> None:
    with pytest.raises(Undecodable) as fault:
        decode_event(NoticeGiven.kind, 1, '{"materials":"李某某"}')
    assert "李" not in str(fault.value)
