"""The documents tell the truth: their examples are run, their pictures and pages are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk_app import cli
from desk_app.ui.shortcuts import SHORTCUTS
from tests.commands.console import PASSWORD, Console
from tests.docs_examples import agrees, commands, files, links, typed_keys

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "command-line.md"
MANUAL = ROOT / "docs" / "manual"
PAGES = sorted([*ROOT.glob("README*.md"), *(ROOT / "docs").rglob("*.md")])


def written(key: str) -> str:
    """A key as the manual writes it."""
    return key.replace("Left", "←")


def test_the_examples_of_the_command_line_come_out_as_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = REFERENCE.read_text("utf-8")
    console = Console(tmp_path, monkeypatch)
    monkeypatch.chdir(tmp_path)
    for name, text in files(document):
        (tmp_path / name).write_text(text, encoding="utf-8")
    for command in commands(document):
        given = (tmp_path / command.given).read_text("utf-8") if command.given else ""
        code, out, err = console.run(*command.words, given=given)
        said = (out + err).replace(str(tmp_path), "")
        assert (code, agrees(command.expected, said)) == (command.code, True), f"{command.words}\n{said}"
    assert PASSWORD not in document


def test_every_verb_is_explained() -> None:
    _parser, verbs = cli._parser()
    document = REFERENCE.read_text("utf-8")
    for verb in verbs.values():
        assert f"`{verb.name}" in document or f"### {verb.name}" in document, (
            f"explain {verb.name} in docs/command-line.md"
        )
        missing = [
            option.name for option in verb.options if not option.positional and option.name not in document
        ]
        assert not missing, f"explain {missing} of {verb.name} in docs/command-line.md"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    assert [str(target) for target in links(page) if not target.exists()] == []


def test_every_picture_of_the_manual_is_small_and_shown() -> None:
    pictures = set((MANUAL / "pictures").iterdir())
    shown = {target for page in MANUAL.glob("*.md") for target in links(page) if target.suffix == ".png"}
    assert pictures == shown
    assert max(picture.stat().st_size for picture in pictures) <= 120_000
    assert sum(picture.stat().st_size for picture in pictures) < 3_000_000


def test_the_page_of_keys_lists_every_key_of_the_table_and_no_other() -> None:
    listed = typed_keys((MANUAL / "09-键盘一页纸.md").read_text("utf-8"))
    bound = {written(each.key_text) for each in SHORTCUTS}
    assert bound == listed, f"mend the page of keys in docs/manual: {sorted(bound ^ listed)}"


@pytest.mark.parametrize("page", sorted(MANUAL.glob("*.md")), ids=lambda page: page.stem)
def test_the_manual_names_only_keys_that_there_are(page: Path) -> None:
    picked = {f"Alt+{number}" for number in range(1, 10)}
    bound = {written(each.key_text) for each in SHORTCUTS}
    assert typed_keys(page.read_text("utf-8")) <= bound | picked


@pytest.mark.parametrize("page", sorted(MANUAL.glob("0*.md")), ids=lambda page: page.stem)
def test_a_chapter_fits_a_page(page: Path) -> None:
    assert len(page.read_text("utf-8").splitlines()) <= 80


@pytest.mark.parametrize(
    ("said", "printed", "same"),
    [
        (["a … c"], "a b c\n", True),
        (["a … c"], "a b d\n", False),
        (["a"], "a\nb\n", False),
        (["a.c"], "abc\n", False),
    ],
)
def test_dots_stand_for_anything_within_a_line(said: list[str], printed: str, same: bool) -> None:
    assert agrees(said, printed) is same
