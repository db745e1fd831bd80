"""A release file given by the district: read whole or refused whole.

A file is UTF-8 JSON (`desk_app/domain/catalogue_plain.py`): format, format version, digest, release, terms.
It may come from a memory stick or a chat group, so nothing in it is believed: size, duplicate keys,
invisible and direction-changing characters, unknown fields, the digest, and every rule of `item_lint` that
must hold are checked before anybody may install it. The digest proves that the file arrived undamaged; it
does not prove who made it, which is why a person looks at the diff before a release is put in force.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from desk_app.domain.catalogue import Release
from desk_app.domain.catalogue_plain import document_of, read_document
from desk_app.domain.errors import BadFile
from desk_app.domain.item_lint import Finding, Severity, lint_release, lint_terms
from desk_app.domain.lookup_terms import Term

MOST_BYTES = 20_000_000
"""The 93 items with their terms take a thirtieth of this."""
LONGEST_TEXT = 4_000

# Control, invisible and direction-changing characters, lone surrogates, private use, non-characters.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\ue000-\uf8ff\U000e0000-\U0010ffff]"
)


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """A release that holds together, and what the lint has to say about it (nothing that forbids its use)."""

    release: Release
    terms: tuple[Term, ...]
    digest: str
    findings: tuple[Finding, ...]


def read_release_file(path: Path, installed: Mapping[str, str]) -> ReleaseFile:
    """The release in a file. ``installed`` is what the desk has: version to digest.

    Raises:
        BadFile: ``catalogue_unreadable`` when the file cannot be opened, ``catalogue_version_taken``
            (``version``) when that version is installed with other content, else as `parse_release_file`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as fault:
        raise BadFile("catalogue_unreadable") from fault
    found = parse_release_file(data)
    version = found.release.version
    if installed.get(version, found.digest) != found.digest:
        raise BadFile("catalogue_version_taken", version=version)
    return found


def parse_release_file(data: bytes) -> ReleaseFile:
    """The release in the bytes of a file.

    Raises:
        BadFile: ``catalogue_too_big`` (``most`` bytes), ``catalogue_not_json``, ``catalogue_format``,
            ``catalogue_text`` (a text too long or with hidden characters), ``catalogue_too_new``
            (``version``), ``catalogue_field`` (``at``), ``catalogue_digest``, ``catalogue_rule`` (``rule``
            and ``item`` of the first rule broken, and ``count`` of all).
    """
    document = _document(data)
    _refuse_hidden_text(document)
    release, terms, digest = read_document(document)
    findings = lint_release(release) + lint_terms(release, terms)
    broken = [finding for finding in findings if finding.severity is Severity.ERROR]
    if broken:
        first = broken[0]
        raise BadFile("catalogue_rule", rule=first.rule, item=first.item_id, count=len(broken))
    return ReleaseFile(release, terms, digest, findings)


def dump_release_file(release: Release, terms: tuple[Term, ...]) -> bytes:
    """A file that `parse_release_file` reads back: the same bytes each time, one item a line."""
    document = document_of(release, terms)
    items, words = document["release"].pop("items"), document.pop("terms")
    head = _json(document)
    # The release object is the last of the head, so its items and the terms can follow line by line.
    opening = head.removesuffix("}}") + ', "items": [\n'
    rows = ",\n".join(_json(item) for item in items)
    tail = ",\n".join(f"{_json(item_id)}: {_json(found)}" for item_id, found in words.items())
    return f'{opening}{rows}\n]}}, "terms": {{\n{tail}\n}}}}\n'.encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _document(data: bytes) -> object:
    if len(data) > MOST_BYTES:
        raise BadFile("catalogue_too_big", most=MOST_BYTES)
    try:
        return json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_without_twins, parse_constant=_refuse_constant
        )
    except (ValueError, RecursionError) as fault:
        raise BadFile("catalogue_not_json") from fault


def _without_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object that names a key twice reads differently in two programs."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _refuse_constant(_text: str) -> NoReturn:
    raise ValueError("not JSON: NaN or Infinity")


def _refuse_hidden_text(document: object) -> None:
    left = [document]
    while left:
        value = left.pop()
        if isinstance(value, str):
            if len(value) > LONGEST_TEXT or _HIDDEN.search(value):
                raise BadFile("catalogue_text", most=LONGEST_TEXT)
        elif isinstance(value, dict):
            left += [*value.keys(), *value.values()]
        elif isinstance(value, list):
            left += value
