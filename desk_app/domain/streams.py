"""Which kinds of event exist, what stream each belongs to, and how old ones are read.

Bodies in the journal are never migrated (house.md §6): an event written under an older version is brought up
step by step when it is read. A kind or version that this program does not know is refused with a reason, so
that the store can keep the entry as it is, show it as parked, and read it after an update.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from desk_app.domain.accounts import AuditEvent
from desk_app.domain.agents import AgentEvent
from desk_app.domain.assistance_events import AssistEvent
from desk_app.domain.attachments import AttachmentEvent, IdentityImagesSwitched
from desk_app.domain.bodies import decode
from desk_app.domain.cases import CaseEvent
from desk_app.domain.custody import CustodyEvent
from desk_app.domain.handover_events import HandoverEvent
from desk_app.domain.journal import Stream
from desk_app.domain.ledger_events import LedgerImported, LedgerImportUndone, LedgerRowTaken
from desk_app.domain.mandates import MandateEvent
from desk_app.domain.paper_forms import FormEvent
from desk_app.domain.people import PersonNoted
from desk_app.domain.shifts import ShiftEvent
from desk_app.domain.site_acts import CalendarEdited, ConsultationNoted, SiteItemChanged
from desk_app.domain.stand_ins import StandInEvent
from desk_app.domain.wording import WordingChanged

Upcast = Callable[[dict[str, Any]], dict[str, Any]]
"""Takes the parsed body of one version, gives that of the next."""


class Undecodable(ValueError):
    """An entry whose event cannot be read here and now; ``reason`` is a code, never a part of the body."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class EventKind:
    """One kind of event: where it belongs, what it is read into, how its older versions are brought up."""

    stream: Stream
    cls: type[Any]
    upcasts: Mapping[int, Upcast] = field(default_factory=dict)
    """Keyed by the version they start from."""

    @property
    def kind(self) -> str:
        """The name the journal stores."""
        return str(self.cls.kind)

    @property
    def version(self) -> int:
        """The version this program writes."""
        return int(self.cls.version)


def _registered() -> dict[str, EventKind]:
    classes: dict[Stream, tuple[type[Any], ...]] = {
        Stream.CASE: get_args(CaseEvent),
        Stream.PERSON: (PersonNoted,),
        Stream.SITE_ITEM: (SiteItemChanged,),
        Stream.WORDING: (WordingChanged,),
        Stream.CALENDAR: (CalendarEdited,),
        Stream.HANDOVER: get_args(HandoverEvent),
        Stream.CUSTODY: get_args(CustodyEvent),
        Stream.ATTACHMENT: get_args(AttachmentEvent),
        Stream.LEDGER: (LedgerImported, LedgerImportUndone),
        Stream.LEDGER_ROW: (LedgerRowTaken,),
        Stream.SHIFT: get_args(ShiftEvent),
        Stream.STAND_IN: get_args(StandInEvent),
        Stream.FORM_BLOCK: get_args(FormEvent),
        Stream.AGENT: get_args(AgentEvent),
        Stream.MANDATE: get_args(MandateEvent),
        Stream.ASSIST: get_args(AssistEvent),
        Stream.AUDIT: (*get_args(AuditEvent), ConsultationNoted, IdentityImagesSwitched),
    }
    kinds = (EventKind(stream, cls) for stream, known in classes.items() for cls in known)
    return {kind.kind: kind for kind in kinds}


KINDS: Mapping[str, EventKind] = _registered()


def kind_of(event: object, kinds: Mapping[str, EventKind] = KINDS) -> EventKind:
    """How an event of ours is filed. Raises ValueError for what is no event: a bug of the caller."""
    found = kinds.get(str(getattr(event, "kind", "")))
    if found is None or type(event) is not found.cls:
        raise ValueError(f"{type(event).__name__} is not a registered event")
    return found


def decode_event(kind: str, version: int, body: str, kinds: Mapping[str, EventKind] = KINDS) -> Any:
    """The event a body was written from, as today's class.

    Raises Undecodable: ``redacted`` (body emptied), ``unknown_kind``, ``newer_version``, ``malformed``.
    """
    if not body:
        raise Undecodable("redacted")
    found = kinds.get(kind)
    if found is None:
        raise Undecodable("unknown_kind")
    if version > found.version:
        raise Undecodable("newer_version")
    try:
        return decode(found.cls, body if version == found.version else _upcast(found, version, body))
    except (ValueError, KeyError, TypeError) as fault:
        raise Undecodable("malformed") from fault


def _upcast(kind: EventKind, version: int, body: str) -> str:
    plain = json.loads(body)
    for step in range(version, kind.version):
        plain = kind.upcasts[step](plain)
    return json.dumps(plain)
