"""Releases from the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from desk_app import cli
from desk_app.commands.resources import seed
from desk_app.domain.catalogue import ServiceItem
from desk_app.domain.lookup_terms import Term, TermKind
from desk_app.exchange.catalogue_import import dump_release_file
from tests.commands.console import Console


def next_release(folder: Path) -> Path:
    release, terms = seed()
    first, *others = release.items
    renamed = replace(first, name="最低生活保障审核确认", name_corrected="")
    kept = [item for item in others if item.id != "1-58"]
    changed = replace(release, version="2027.01-1", items=(renamed, *map(_unlinked, kept)))
    named = Term(
        "1-1", TermKind.NAME, renamed.name, tuple("zui di sheng huo bao zhang shen he que ren".split())
    )
    terms = (named, *(term for term in terms if term.item_id != "1-58"))
    file = folder / "release.json"
    data = dump_release_file(changed, terms)
    file.write_bytes(data)
    return file


def _unlinked(item: ServiceItem) -> ServiceItem:
    return replace(item, related=tuple(other for other in item.related if other != "1-58"))


def test_diff_then_import(console: Console, tmp_path: Path) -> None:
    console.make_profile()
    file = next_release(tmp_path)
    changes = console.answers("catalogue", "diff", str(file))
    assert {"change": "removed", "id": "1-58", "name": "医保政策宣传"} in changes
    assert any(change["change"] == "renamed" and change["id"] == "1-1" for change in changes)
    (answer,) = console.answers("catalogue", "import", str(file))
    assert (answer["version"], answer["before"]) == ("2027.01-1", "2026.11-1")
    assert (answer["removed"], answer["items"]) == (1, 92)
    assert console.answers("catalogue", "diff", str(file)) == []


def test_lint_of_the_shipped_release_has_no_error(console: Console, tmp_path: Path) -> None:
    findings = console.answers("catalogue", "lint")
    assert {finding["severity"] for finding in findings} <= {"warning", "note"}
    assert console.answers("catalogue", "lint", str(next_release(tmp_path)))


def test_a_broken_file_changes_nothing(console: Console, tmp_path: Path) -> None:
    console.make_profile()
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps({"format": "something"}), encoding="utf-8")
    code, _, err = console.run("catalogue", "import", str(broken))
    assert code == cli.FAILED
    assert err.strip()
    assert console.batch("catalogue", {"action": "sing"})[1][0]["error"] == "argument_not_type"
