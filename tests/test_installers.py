"""The set-up says what it lacks, installs what is locked, and never leaves half a font behind."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from installers import bootstrap, fonts, system
from installers.fonts import Package, Unpacked
from installers.problems import SetupProblem

ROOT = Path(__file__).parent.parent
MANIFEST = ROOT / "resources" / "fonts.toml"

SMALL_MANIFEST = """
[[package]]
name = "@fonts/song"
source = "npm"
version = "1.0"
licence_file = "LICENCE"

[[package]]
name = "fonts-spare"
source = "debian"
version = "2.0"
licence_file = "copyright"
fallback_for = "@fonts/song"

[[font]]
file = "song.ttf"
package = "@fonts/song"
member = "400/song.ttf"
sha256 = "{song}"

[[font]]
file = "spare.ttf"
package = "fonts-spare"
member = "spare.ttf"
sha256 = "{spare}"
"""


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    text = SMALL_MANIFEST.format(
        song=hashlib.sha256(b"song").hexdigest(), spare=hashlib.sha256(b"spare").hexdigest()
    )
    path = tmp_path / "fonts.toml"
    path.write_text(text, encoding="utf-8")
    return path


def delivers(content: bytes, version: str | None = None, asked: list[str] | None = None) -> fonts.Fetch:
    """A source of packages whose every font has this content."""

    def fetch(package: Package, folder: Path) -> Unpacked:
        if asked is not None:
            asked.append(package.name)
        for name in ("400/song.ttf", "spare.ttf", "LICENCE", "copyright"):
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(content)
        return Unpacked(folder, version or package.version)

    return fetch


def refuses(package: Package, folder: Path) -> Unpacked:
    raise SetupProblem(f"no way to {package.name}, nothing in {folder.name[:5]}")


def test_a_font_comes_with_its_licence_and_is_not_fetched_twice(manifest: Path, tmp_path: Path) -> None:
    asked: list[str] = []
    target = tmp_path / "build" / "fonts"
    assert fonts.ensure_fonts(manifest, target, delivers(b"song", asked=asked)) == ()
    assert fonts.ensure_fonts(manifest, target, delivers(b"song", asked=asked)) == ()
    assert asked == ["@fonts/song"]
    assert (target / "song.ttf").read_bytes() == b"song"
    assert (target / "licences" / "song.txt").read_bytes() == b"song"
    assert sorted(path.name for path in target.iterdir()) == ["licences", "song.ttf"]


def test_another_file_than_the_manifest_describes_is_refused(manifest: Path, tmp_path: Path) -> None:
    complaints = fonts.ensure_fonts(manifest, tmp_path / "fonts", delivers(b"evil"))
    assert len(complaints) == 2
    assert "song.ttf is not the file that the manifest describes" in complaints[0]
    assert not list((tmp_path / "fonts").rglob("*.ttf"))


def test_another_debian_release_may_bring_its_own_version(manifest: Path, tmp_path: Path) -> None:
    assert fonts.ensure_fonts(manifest, tmp_path / "fonts", delivers(b"newer", version="1.1")) == ()
    assert (tmp_path / "fonts" / "song.ttf").read_bytes() == b"newer"


def test_without_the_first_font_the_spare_one_comes_and_a_sentence_says_so(
    manifest: Path, tmp_path: Path
) -> None:
    good = delivers(b"spare")

    def fetch(package: Package, folder: Path) -> Unpacked:
        return (refuses if package.source == "npm" else good)(package, folder)

    complaints = fonts.ensure_fonts(manifest, tmp_path / "fonts", fetch)
    assert len(complaints) == 1
    assert complaints[0].endswith("fonts-spare stands in for them.")
    assert (tmp_path / "fonts" / "spare.ttf").exists()


def test_with_no_font_at_all_the_set_up_goes_on(manifest: Path, tmp_path: Path) -> None:
    complaints = fonts.ensure_fonts(manifest, tmp_path / "fonts", refuses)
    assert [complaint.split(" could")[0] for complaint in complaints] == [
        "The fonts of @fonts/song",
        "The fonts of fonts-spare",
    ]


def test_an_archive_cannot_write_outside_its_folder(tmp_path: Path) -> None:
    archive = tmp_path / "a.tgz"
    with tarfile.open(archive, "w:gz") as content:
        for name in ("package/400/a.ttf", "package/../../evil.ttf", "other/b.ttf"):
            member = tarfile.TarInfo(name)
            member.size = 4
            content.addfile(member, io.BytesIO(b"font"))
        link = tarfile.TarInfo("package/link")
        link.type, link.linkname = tarfile.SYMTYPE, "../../.."
        content.addfile(link)
    inside = tmp_path / "inside"
    inside.mkdir()
    fonts.unpack(archive, inside)
    assert [path.relative_to(inside).as_posix() for path in inside.rglob("*") if not path.is_dir()] == [
        "package/400/a.ttf"
    ]
    assert not (tmp_path / "evil.ttf").exists()


def test_the_manifest_is_whole() -> None:
    packages, wanted = fonts.read_manifest(MANIFEST)
    known = {package.name for package in packages}
    assert {font.package for font in wanted} == known
    assert {package.fallback_for for package in packages} - {None} <= known
    assert {package.source for package in packages} == {"npm", "debian"}
    assert len({font.file for font in wanted}) == len(wanted)
    assert all(re.fullmatch(r"[0-9a-f]{64}", font.sha256) for font in wanted)
    assert all(Path(font.member).name == font.file for font in wanted)


def test_missing_libraries_are_named_as_packages() -> None:
    lacking = system.missing(lambda soname: soname not in {"libEGL.so.1", "libcups.so.2"})
    text = system.sentence(lacking)
    assert text.endswith("libcups2 libegl1")
    assert "every window, printing" in text


def test_a_library_that_is_not_there_is_seen() -> None:
    assert system.loads("libc.so.6") is (sys.platform == "linux")
    assert not system.loads("libnobodyhasthis.so.9")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "requirements.lock").write_text("a==1", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[project]", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_changed_requirements_are_noticed(checkout: Path, name: str) -> None:
    before = bootstrap.fingerprint(checkout, "3.11.7")
    assert before == bootstrap.fingerprint(checkout, "3.11.7")
    assert before != bootstrap.fingerprint(checkout, "3.12.1")
    (checkout / name).write_text("other", encoding="utf-8")
    assert before != bootstrap.fingerprint(checkout, "3.11.7")


def test_an_absent_or_broken_environment_is_not_usable(tmp_path: Path) -> None:
    python = tmp_path / "python"
    assert bootstrap.usable_version(python) is None
    python.write_text("not a program", encoding="utf-8")
    python.chmod(0o755)
    assert bootstrap.usable_version(python) is None


def test_the_environment_of_this_run_is_usable() -> None:
    version = bootstrap.usable_version(Path(sys.executable))
    assert version == "{}.{}.{}".format(*sys.version_info[:3])


def test_a_python_is_found_for_the_set_up() -> None:
    script = ROOT / "installers" / "find_python.sh"
    done = subprocess.run([script], capture_output=True, text=True, check=True)
    assert re.search(r"python(3([.]1[123])?)?$", done.stdout.strip())


def test_the_lock_is_exact_and_keeps_the_bad_qt_away() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert entries
    assert all(re.match(r"[a-z0-9-]+==[^ ]+", entry) for entry in entries)
    assert not any("://" in line for line in lines)
    assert len([line for line in lines if "--hash=sha256:" in line]) >= len(entries)
    assert not [
        entry for entry in entries if entry.startswith("pyside6-essentials==6.12.0") and ";" not in entry
    ]


def test_a_plain_install_brings_program_and_resources(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", tmp_path, ROOT], check=True)
    (wheel,) = tmp_path.glob("desk_app-*.whl")
    with zipfile.ZipFile(wheel) as content:
        names = content.namelist()
    assert "desk_app/_resources/fonts.toml" in names
    assert "desk_app/__main__.py" in names
    assert not [name for name in names if name.startswith(("tests/", "installers/"))]
