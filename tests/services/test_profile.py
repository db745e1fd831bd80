"""A profile appears whole or not at all, and is never written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk_app.db.catalogue_file import CatalogueFile, seed_catalogue
from desk_app.db.profile_file import ProfileFolder
from desk_app.db.store import Store
from desk_app.db.vault import Kdf, Vault
from desk_app.domain.errors import IllegalMove, InputError
from desk_app.domain.sites import Role
from desk_app.paths import resource
from desk_app.services.profile import Means, Setup, clerk_for, make_profile, new_id
from tests.services.desk_samples import CALENDAR, DEVICE, NOW, SITE, seeded

PASSWORD = "kaichuang-2026"


def seed(target: Path) -> None:
    seed_catalogue(resource("catalogue/reference.json"), target)


MEANS = Means(CALENDAR, seed, seeded(), Kdf(memory_kib=64, passes=1))


def setup(password: str = PASSWORD) -> Setup:
    return Setup(SITE, DEVICE, "管理员", password)


def test_a_new_profile_opens_with_its_password_and_its_sheet(tmp_path: Path) -> None:
    folder = ProfileFolder(tmp_path / "desk")
    made = make_profile(folder, setup(), MEANS, NOW)
    vault = Vault.load(folder.vault_file)
    unlocked = vault.unlock("管理员", PASSWORD, NOW)
    assert vault.unlock_with_sheet(made.recovery_words) == unlocked.key
    assert CatalogueFile.open(folder.catalogue_file).current().item("1-38") is not None
    store = Store.open(folder.path, unlocked.key, calendar=CALENDAR)
    assert store.verify().ok
    store.close()
    clerk = clerk_for(folder.read(), unlocked.user)
    assert (clerk.role, clerk.site) == (Role.MANAGER, SITE)


def test_an_existing_profile_is_never_written_over(tmp_path: Path) -> None:
    folder = ProfileFolder(tmp_path / "desk")
    make_profile(folder, setup(), MEANS, NOW)
    with pytest.raises(IllegalMove, match="profile_exists"):
        make_profile(folder, setup(), MEANS, NOW)


def test_a_poor_password_leaves_no_profile(tmp_path: Path) -> None:
    folder = ProfileFolder(tmp_path / "desk")
    with pytest.raises(InputError, match="password_too_short"):
        make_profile(folder, setup("abc1"), MEANS, NOW)
    assert not folder.exists()
    make_profile(folder, setup(), MEANS, NOW)
    assert folder.exists()


def test_an_empty_folder_is_used_and_settings_in_it_are_kept(tmp_path: Path) -> None:
    empty, used = tmp_path / "empty", tmp_path / "used"
    empty.mkdir()
    used.mkdir()
    (used / "desk.json").write_text("{}", encoding="utf-8")
    for path in (empty, used):
        make_profile(ProfileFolder(path), setup(), MEANS, NOW)
    assert (used / "desk.json").exists()
    assert ProfileFolder(used).exists()
    assert not list(tmp_path.glob("*.new"))


def test_ids_are_fresh() -> None:
    random = seeded()
    made = {new_id(NOW, random) for _ in range(50)}
    assert len(made) == 50
    assert all(one.version == 7 for one in made)
