"""The plain catalogue file: immutable releases, one in force, and every fault of the environment named."""

from __future__ import annotations

import errno
import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from desk_app.db import catalogue_file
from desk_app.db.catalogue_file import Adoption, CatalogueFile, seed_catalogue
from desk_app.domain.catalogue_plain import digest_of, document_of
from desk_app.domain.errors import (
    BadFile,
    DeskError,
    DiskFull,
    NotFound,
    StoreDamaged,
    StoreLocked,
    StoreMissing,
    StoreTooNew,
    StoreTrouble,
)
from tests.catalogue_samples import RELEASE, RESOURCE, TERMS

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=8)
NEXT = replace(RELEASE, version="2026.12-1", title="下一版")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "目录 #1" / "catalogue.db"


@pytest.fixture
def file(path: Path) -> CatalogueFile:
    return CatalogueFile.create(path, RELEASE, TERMS, NOW)


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(statement)


def test_a_new_file_holds_its_release_and_its_terms(file: CatalogueFile, path: Path) -> None:
    again = CatalogueFile.open(path)
    assert again.current() == RELEASE
    assert again.terms() == TERMS
    assert again.versions() == (RELEASE.version,)
    assert again.digest(RELEASE.version) == digest_of(RELEASE, TERMS)
    assert again.adoptions() == (Adoption(RELEASE.version, NOW),)
    assert sorted(path.parent.iterdir()) == [path]
    again.verify()


def test_a_release_is_read_once(file: CatalogueFile) -> None:
    assert file.current() is file.release(RELEASE.version)


def test_a_new_release_is_put_in_force_and_the_old_one_stays_for_old_cases(file: CatalogueFile) -> None:
    assert file.install(NEXT, TERMS[:1], LATER)
    assert file.current() == NEXT
    assert file.terms() == TERMS[:1]
    assert file.terms(RELEASE.version) == TERMS
    assert file.release(RELEASE.version) == RELEASE
    assert file.versions() == (RELEASE.version, NEXT.version)
    assert file.digests()[NEXT.version] == digest_of(NEXT, TERMS[:1])
    file.verify()


def test_an_import_can_be_undone_and_both_acts_are_remembered(file: CatalogueFile) -> None:
    file.install(NEXT, TERMS, LATER)
    assert file.adopt(RELEASE.version, LATER + timedelta(hours=1))
    assert file.current_version == RELEASE.version
    assert [adoption.version for adoption in file.adoptions()] == [
        RELEASE.version,
        NEXT.version,
        RELEASE.version,
    ]
    assert not file.adopt(RELEASE.version, LATER)


def test_a_release_can_wait_until_somebody_puts_it_in_force(file: CatalogueFile) -> None:
    assert file.install(NEXT, TERMS, LATER, adopt=False)
    assert file.current_version == RELEASE.version
    assert file.install(NEXT, TERMS, LATER)
    assert file.current_version == NEXT.version


def test_installing_the_same_again_changes_nothing(file: CatalogueFile, path: Path) -> None:
    before = path.read_bytes()
    assert not file.install(RELEASE, TERMS, LATER)
    assert not file.install(RELEASE, TERMS, LATER, adopt=False)
    assert path.read_bytes() == before


def test_the_same_version_with_other_content_is_refused(file: CatalogueFile, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(BadFile) as caught:
        file.install(replace(RELEASE, title="改过的"), TERMS, LATER)
    assert (caught.value.code, caught.value.params) == (
        "catalogue_version_taken",
        {"version": RELEASE.version},
    )
    assert path.read_bytes() == before


@pytest.mark.parametrize("statement", ["UPDATE release SET body = '{}'", "DELETE FROM release"])
def test_nobody_changes_a_release(file: CatalogueFile, path: Path, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="immutable"):
        change(path, statement)
    assert CatalogueFile.open(path).current() == RELEASE


def test_an_unknown_version_is_said_to_be_unknown(file: CatalogueFile) -> None:
    for ask in (file.release, file.terms, file.digest, lambda version: file.adopt(version, NOW)):
        with pytest.raises(NotFound, match="release_not_found"):
            ask("2099.01-1")


def test_times_are_kept_in_utc(file: CatalogueFile) -> None:
    shanghai = datetime(2026, 12, 3, 8, 0, tzinfo=timezone(timedelta(hours=8)))
    file.install(NEXT, TERMS, shanghai)
    assert file.adoptions()[-1].at == datetime(2026, 12, 3, 0, 0, tzinfo=UTC)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    for path in (tmp_path / "none.db", tmp_path):
        with pytest.raises(StoreMissing, match="catalogue_missing"):
            CatalogueFile.open(path)


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\x00" + b"\x01" * 4096])
def test_a_file_that_is_no_catalogue_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "catalogue.db"
    path.write_bytes(content)
    with pytest.raises(StoreDamaged, match="catalogue_damaged"):
        CatalogueFile.open(path)


def test_a_file_of_a_newer_program_is_left_alone(file: CatalogueFile, path: Path) -> None:
    change(path, "PRAGMA user_version = 2")
    before = path.read_bytes()
    with pytest.raises(StoreTooNew, match="catalogue_too_new"):
        CatalogueFile.open(path)
    assert path.read_bytes() == before


def test_no_release_in_force_is_damage(file: CatalogueFile, path: Path) -> None:
    change(path, "DELETE FROM adoption")
    with pytest.raises(StoreDamaged):
        file.current()


@pytest.mark.parametrize("body", ["{", '{"version": 1}'])
def test_a_release_that_cannot_be_read_is_damage(file: CatalogueFile, path: Path, body: str) -> None:
    change(path, "DROP TRIGGER release_kept")
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE release SET body = ?", [body])
    with pytest.raises(StoreDamaged):
        file.current()


def test_verifying_finds_a_changed_word(file: CatalogueFile, path: Path) -> None:
    change(path, "DROP TRIGGER release_kept")
    change(path, "UPDATE release SET body = replace(body, '不收费', '收费了')")
    with pytest.raises(StoreDamaged):
        CatalogueFile.open(path).verify()


def test_verifying_finds_a_broken_page(file: CatalogueFile, path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 + 3 : 4096 + 12] = b"\xff" * 9
    path.write_bytes(data)
    with pytest.raises(StoreDamaged):
        file.verify()


def test_verifying_finds_an_index_that_lies(file: CatalogueFile, path: Path) -> None:
    data = bytearray(path.read_bytes())
    index_leaf = 0x0A
    (start,) = [at for at in range(4096, len(data), 4096) if data[at] == index_leaf]
    place = data.index(RELEASE.version.encode(), start)
    data[place] = ord("9")
    path.write_bytes(data)
    assert file.versions() == (RELEASE.version,)
    with pytest.raises(StoreDamaged):
        file.verify()


def test_a_second_program_that_writes_makes_the_import_wait_and_then_say_so(
    file: CatalogueFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue_file, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert file.current() == RELEASE
        with pytest.raises(StoreLocked, match="catalogue_locked"):
            file.install(NEXT, TERMS, LATER)
    assert file.versions() == (RELEASE.version,)


@pytest.mark.parametrize(
    ("code", "kind"), [(13, DiskFull), (10, StoreTrouble), (11 + 256, StoreDamaged), (5 + 512, StoreLocked)]
)
def test_each_fault_of_the_database_has_its_name(code: int, kind: type[DeskError]) -> None:
    fault = sqlite3.OperationalError("fault")
    fault.sqlite_errorcode = code
    with pytest.raises(DeskError) as caught, catalogue_file._trouble():
        raise fault
    assert type(caught.value) is kind


@pytest.mark.parametrize(("code", "kind"), [(errno.ENOSPC, DiskFull), (errno.EROFS, StoreTrouble)])
def test_each_fault_of_the_disk_has_its_name(code: int, kind: type[DeskError]) -> None:
    with pytest.raises(DeskError) as caught, catalogue_file._trouble():
        raise OSError(code, "fault")
    assert type(caught.value) is kind


def test_a_write_cut_off_by_a_power_cut_is_rolled_back_on_opening(file: CatalogueFile, path: Path) -> None:
    after = path.with_name("after-the-cut.db")
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM adoption")
        for number in range(50):  # more than the cache holds, so that pages reach the disk before the commit
            db.execute(
                "INSERT INTO release (version, digest, body, terms) VALUES (?, '', ?, '')",
                [f"2030.01-{number}", "x" * 9000],
            )
        shutil.copy(path, after)
        shutil.copy(path.with_name(path.name + "-journal"), after.with_name(after.name + "-journal"))
        db.execute("ROLLBACK")
    survivor = CatalogueFile.open(after)
    assert survivor.versions() == (RELEASE.version,)
    assert survivor.current() == RELEASE
    survivor.verify()


def test_the_seed_makes_a_catalogue_of_93_items_adopted_when_published(path: Path) -> None:
    file = seed_catalogue(RESOURCE, path)
    release = file.current()
    assert len(release.items) == 93
    assert file.adoptions()[0].at == datetime(2026, 11, 24, tzinfo=UTC)
    assert {term.item_id for term in file.terms()} == {item.id for item in release.items}
    file.verify()


def test_the_seed_leaves_an_existing_catalogue_as_it_is(file: CatalogueFile, path: Path) -> None:
    before = path.read_bytes()
    assert seed_catalogue(RESOURCE, path).current() == RELEASE
    assert path.read_bytes() == before


def test_a_bad_seed_makes_no_catalogue(tmp_path: Path, path: Path) -> None:
    resource = tmp_path / "seed.json"
    with pytest.raises(BadFile, match="catalogue_unreadable"):
        seed_catalogue(resource, path)
    resource.write_text("{", "utf-8")
    with pytest.raises(BadFile, match="catalogue_unreadable"):
        seed_catalogue(resource, path)
    resource.write_text(json.dumps(document_of(RELEASE, TERMS) | {"digest": ""}), "utf-8")
    with pytest.raises(BadFile, match="catalogue_digest"):
        seed_catalogue(resource, path)
    assert not path.exists()


def test_look_up_stands_without_the_store_s_machinery(path: Path) -> None:
    seed_catalogue(RESOURCE, path)
    code = (
        "import sys; from pathlib import Path; from desk_app.db.catalogue_file import CatalogueFile\n"
        "file = CatalogueFile.open(Path(sys.argv[1])); file.current(); file.terms()\n"
        "print([name for name in ('sqlalchemy', 'sqlcipher3', 'alembic', 'pypinyin') if name in sys.modules])"
    )
    root = Path(__file__).parents[2]
    answer = subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=root, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"
