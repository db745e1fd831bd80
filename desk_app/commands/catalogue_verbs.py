"""``catalogue import``, ``diff`` and ``lint``: what a new release brings, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desk_app.commands.resources import CATALOGUE, seed
from desk_app.commands.session import folder_of
from desk_app.commands.verb import Answer, Arguments, Option, Run, Surroundings, Verb, text
from desk_app.db.catalogue_file import CatalogueFile, seed_catalogue
from desk_app.domain.catalogue import Release
from desk_app.domain.errors import InputError
from desk_app.domain.item_lint import lint_release
from desk_app.domain.releases import ReleaseDiff, diff
from desk_app.exchange.catalogue_import import read_release_file
from desk_app.paths import resource

ACTIONS = ("import", "diff", "lint")


def _catalogue(_surroundings: Surroundings) -> Run:
    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        action = text(arguments, "action")
        if action == "import":
            yield _import(arguments, around)
        elif action == "diff":
            yield from _differences(arguments, around)
        elif action == "lint":
            yield from _lint(arguments)
        else:
            raise InputError("argument_not_type", argument="action")

    return run


def _open(arguments: Arguments, around: Surroundings) -> CatalogueFile:
    return seed_catalogue(resource(CATALOGUE), folder_of(arguments, around).catalogue_file)


def _import(arguments: Arguments, around: Surroundings) -> Answer:
    file = _open(arguments, around)
    before = file.current()
    given = read_release_file(Path(text(arguments, "file")), file.digests())
    file.install(given.release, given.terms, around.now())
    found = diff(before, given.release)
    return {
        "version": given.release.version,
        "before": before.version,
        "items": len(given.release.items),
        **_counts(found),
        "warnings": len(given.findings),
    }


def _counts(found: ReleaseDiff) -> dict[str, int]:
    return {"added": len(found.added), "removed": len(found.removed), "changed": len(found.changed)}


def _differences(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
    file = _open(arguments, around)
    given = read_release_file(Path(text(arguments, "file")), file.digests()).release
    before = file.current()
    found = diff(before, given)
    yield from ({"change": "added", "id": item_id, "name": _name(given, item_id)} for item_id in found.added)
    yield from (
        {"change": "removed", "id": item_id, "name": _name(before, item_id)} for item_id in found.removed
    )
    for change in found.changed:
        yield {
            "change": "renamed" if change.renamed else "changed",
            "id": change.new_id,
            "before": change.old_id,
            "name": _name(given, change.new_id),
            "fields": [part.field for part in change.fields],
            "papers": len(change.papers),
        }


def _name(release: Release, item_id: str) -> str:
    item = release.item(item_id)
    return item.name if item else ""


def _lint(arguments: Arguments) -> Iterator[Answer]:
    for finding in lint_release(_release(arguments)):
        yield {
            "id": finding.item_id,
            "rule": str(finding.rule),
            "severity": str(finding.severity),
            "detail": finding.detail,
        }


def _release(arguments: Arguments) -> Release:
    name = arguments.get("file")
    return seed()[0] if name is None else read_release_file(Path(str(name)), {}).release


def _told(answer: Answer) -> str:
    return "\t".join(str(value) for value in answer.values())


VERBS: tuple[Verb, ...] = (
    Verb(
        "catalogue",
        "import a release of the catalogue, show what it changes, or check it",
        (
            Option("action", "what to do", positional=True, choices=ACTIONS),
            Option("file", "release file (lint: the shipped one when absent)", positional=True),
        ),
        _catalogue,
        _told,
    ),
)
