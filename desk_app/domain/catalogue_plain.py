"""A release as plain JSON types, and back.

One form serves the resource that comes with the program, the file a district gives, and the catalogue file
at the desk. Fields that hold their default are left out; reading refuses unknown fields, so a release
survives the round trip unchanged or is not read at all. Terms stand by item: ``{"1-1": [[kind, text,
"syllable syllable"]]}``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from desk_app.domain.catalogue import (
    Bundle,
    BundleMaterial,
    CaseKind,
    Code,
    Confidence,
    ConfidenceLevel,
    Faq,
    HandlingMode,
    LegalBasis,
    LegalNature,
    Material,
    MaterialForm,
    Need,
    Occasion,
    Origin,
    Release,
    ServiceItem,
    Tier,
    TimeLimit,
)
from desk_app.domain.errors import BadFile
from desk_app.domain.lookup_terms import Term, TermKind
from desk_app.domain.worktime import Unit

FORMAT = "desk-catalogue"
FORMAT_VERSION = 1
LARGEST_NUMBER = 100_000
"""Copies, days, years and running numbers stay far below."""

T = TypeVar("T")
Reader = Callable[[object], Any]


class _Malformed(ValueError):
    """Says where, as a dotted path from the outermost value."""

    def under(self, name: str | int) -> _Malformed:
        """The same fault seen from one level further out."""
        inner = str(self)
        return _Malformed(f"{name}.{inner}" if inner else str(name))


def to_plain(value: object) -> Any:
    """JSON types for a catalogue value; defaults are left out."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_plain(part) for part in value]
    if isinstance(value, Mapping):
        return dict(sorted(value.items()))
    if is_dataclass(value):
        return _record_to_plain(value)
    return value


def _record_to_plain(record: Any) -> dict[str, Any]:
    plain = {}
    for part in fields(record):
        content = getattr(record, part.name)
        default = part.default if part.default_factory is MISSING else part.default_factory()
        if default is MISSING or content != default:
            plain[part.name] = to_plain(content)
    return plain


def terms_to_plain(terms: Iterable[Term]) -> dict[str, list[list[str]]]:
    """Terms by item, in their order."""
    plain: dict[str, list[list[str]]] = {}
    for term in terms:
        row = [term.kind.value, term.text, " ".join(term.syllables)]
        plain.setdefault(term.item_id, []).append(row)
    return plain


def release_from_plain(value: object) -> Release:
    """The release behind plain types.

    Raises:
        BadFile: ``catalogue_field`` with the dotted path ``at`` of the first value that does not fit.
    """
    try:
        release: Release = _RELEASE(value)
    except _Malformed as fault:
        raise BadFile("catalogue_field", at=str(fault)) from fault
    return release


def terms_from_plain(value: object) -> tuple[Term, ...]:
    """The search terms behind plain types.

    Raises:
        BadFile: ``catalogue_field`` with the dotted path ``at``.
    """
    if not isinstance(value, dict):
        raise BadFile("catalogue_field", at="terms")
    terms: list[Term] = []
    for number, (item_id, rows) in enumerate(value.items()):
        if type(rows) is not list:
            raise BadFile("catalogue_field", at=f"terms.{number}")
        try:
            terms += [Term(item_id, _KINDS[row[0]], *_words(row)) for row in rows]
        except (KeyError, IndexError, TypeError, ValueError) as fault:
            raise BadFile("catalogue_field", at=f"terms.{number}") from fault
    return tuple(terms)


def digest_of(release: Release, terms: Iterable[Term]) -> str:
    """``sha256:…`` over the canonical form. It guards against damage on the way, not against forgery."""
    import hashlib  # a fifth of the time to read the catalogue; needed only when a release comes in

    content = {"release": to_plain(release), "terms": terms_to_plain(terms)}
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()


def document_of(release: Release, terms: Iterable[Term]) -> dict[str, Any]:
    """The outer object of a release file."""
    known = tuple(terms)
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "digest": digest_of(release, known),
        "release": to_plain(release),
        "terms": terms_to_plain(known),
    }


def read_document(document: object) -> tuple[Release, tuple[Term, ...], str]:
    """Release, terms and digest out of the outer object of a release file.

    Raises:
        BadFile: ``catalogue_format`` (another kind of file), ``catalogue_too_new`` (``version``),
            ``catalogue_field`` (``at``), ``catalogue_digest`` (content and digest disagree).
    """
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise BadFile("catalogue_format")
    version = document.get("format_version")
    if type(version) is not int or version < 1:
        raise BadFile("catalogue_format")
    if version > FORMAT_VERSION:
        raise BadFile("catalogue_too_new", version=min(version, LARGEST_NUMBER))
    release = release_from_plain(document.get("release"))
    terms = terms_from_plain(document.get("terms"))
    digest = digest_of(release, terms)
    if document.get("digest") != digest:
        raise BadFile("catalogue_digest")
    return release, terms, digest


def _words(row: list[str]) -> tuple[str, tuple[str, ...]]:
    _kind, text, syllables = row
    return _text(text), tuple(_text(syllables).split())


def _text(value: object) -> str:
    if type(value) is not str:
        raise _Malformed
    return value


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value <= LARGEST_NUMBER:
        raise _Malformed
    return value


def _flag(value: object) -> bool:
    if type(value) is not bool:
        raise _Malformed
    return value


def _date(value: object) -> date:
    # Stricter than date.fromisoformat, which also takes 20261124 and 2026-W48-2.
    if type(value) is not str or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise _Malformed
    try:
        return date.fromisoformat(value)
    except ValueError as fault:
        raise _Malformed from fault


def _or_none(reader: Reader) -> Reader:
    return lambda value: None if value is None else reader(value)


def _one_of(kind: type[StrEnum]) -> Reader:
    members = {member.value: member for member in kind}

    def read(value: object) -> StrEnum:
        member = members.get(value) if type(value) is str else None
        if member is None:
            raise _Malformed
        return member

    return read


def _many(reader: Reader) -> Reader:
    def read(value: object) -> tuple[Any, ...]:
        if type(value) is not list:
            raise _Malformed
        found = []
        for part in value:
            try:
                found.append(reader(part))
            except _Malformed as fault:
                raise fault.under(len(found)) from None
        return tuple(found)

    return read


def _texts_by_name(value: object) -> Mapping[str, str]:
    if type(value) is not dict:
        raise _Malformed
    return {_text(name): _text(content) for name, content in value.items()}


def _record(kind: Callable[..., T], readers: Mapping[str, Reader]) -> Callable[[object], T]:
    def read(value: object) -> T:
        if type(value) is not dict:
            raise _Malformed
        found: dict[str, Any] = {}
        for name, content in value.items():
            reader = readers.get(name)
            if reader is None:
                raise _Malformed("unknown_field")
            try:
                found[name] = reader(content)
            except _Malformed as fault:
                raise fault.under(name) from None
        try:
            return kind(**found)
        except TypeError as fault:
            raise _Malformed("missing_field") from fault

    return read


_KINDS: Mapping[str, TermKind] = {kind.value: kind for kind in TermKind}
_TEXTS = _many(_text)
_CODE = _record(Code, {"profile": _text, "code": _text, "label": _text})
_LIMIT = _record(TimeLimit, {"days": _or_none(_number), "unit": _one_of(Unit), "source": _text})
_FAQ = _record(Faq, {"question": _text, "answer": _text})
_CONFIDENCE = _record(
    Confidence, {"level": _one_of(ConfidenceLevel), "uncertain": _TEXTS, "questions": _TEXTS}
)
_BASIS = _record(
    LegalBasis,
    {"title": _text, "doc_no": _text, "articles": _text, "year": _or_none(_number), "verified": _flag},
)
_MATERIAL = _record(
    Material,
    {
        "number": _number,
        "name": _text,
        "form": _one_of(MaterialForm),
        "copies": _number,
        "need": _one_of(Need),
        "origin": _one_of(Origin),
        "e_licence": _text,
        "note": _text,
        "occasion": _one_of(Occasion),
    },
)
_PLAIN_TEXT_FIELDS = (
    "id name department name_corrected current_name status_note scene materials_note promised_note fee "
    "amount_reference result result_delivery cross_region"
).split()
_TEXT_LIST_FIELDS = (
    "conditions steps channels special_groups related next_stage previous_stage aliases sources"
).split()
_ITEM = _record(
    ServiceItem,
    dict.fromkeys(_PLAIN_TEXT_FIELDS, _text)
    | dict.fromkeys(_TEXT_LIST_FIELDS, _TEXTS)
    | {
        "tier": _one_of(Tier),
        "seq": _number,
        "mode": _one_of(HandlingMode),
        "kind": _one_of(CaseKind),
        "category": _CODE,
        "service_object": _many(_CODE),
        "legal_nature": _one_of(LegalNature),
        "legal_basis": _many(_BASIS),
        "materials": _many(_MATERIAL),
        "statutory": _LIMIT,
        "promised": _LIMIT,
        "home_visit": _flag,
        "faqs": _many(_FAQ),
        "confidence": _CONFIDENCE,
        "codes": _texts_by_name,
        "elements": _texts_by_name,
    },
)
_BUNDLE = _record(
    Bundle,
    {
        "name": _text,
        "audience": _text,
        "items": _TEXTS,
        "order": _text,
        "note": _text,
        "materials": _many(
            _record(BundleMaterial, {"name": _text, "required": _flag, "items": _TEXTS}),
        ),
    },
)
_RELEASE = _record(
    Release,
    {
        "version": _text,
        "published": _date,
        "title": _text,
        "items": _many(_ITEM),
        "bundles": _many(_BUNDLE),
    },
)
