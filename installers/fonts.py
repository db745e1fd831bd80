"""Fetching the fonts of resources/fonts.toml by package name into build/fonts.

A font that cannot be had never stops the set-up:
the person reads which one is missing and what is used instead.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from installers.problems import SetupProblem
from installers.system import is_root


@dataclass(frozen=True, slots=True)
class Package:
    """A package that holds fonts; `source` is "npm" or "debian"."""

    name: str
    source: str
    version: str
    licence_file: str
    fallback_for: str | None


@dataclass(frozen=True, slots=True)
class Font:
    """One font file: where it lies in its package, and the sum of its bytes in the manifest's version."""

    file: str
    package: str
    member: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A fetched package: the folder that `member` paths start from, and the version it proved to be."""

    root: Path
    version: str


Fetch = Callable[[Package, Path], Unpacked]


def read_manifest(path: Path) -> tuple[tuple[Package, ...], tuple[Font, ...]]:
    """The packages and fonts of the manifest, in its order."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    packages = tuple(
        Package(p["name"], p["source"], p["version"], p["licence_file"], p.get("fallback_for"))
        for p in data["package"]
    )
    fonts = tuple(Font(f["file"], f["package"], f["member"], f["sha256"]) for f in data["font"])
    return packages, fonts


def ensure_fonts(manifest: Path, target: Path, fetch: Fetch | None = None) -> tuple[str, ...]:
    """Bring every font that is not in `target` yet; returns sentences about what could not be had."""
    packages, fonts = read_manifest(manifest)
    target.mkdir(parents=True, exist_ok=True)
    failed: dict[str, str] = {}
    for package in packages:
        wanted = [font for font in fonts if font.package == package.name]
        needless = package.fallback_for is not None and package.fallback_for not in failed
        if needless or all((target / font.file).exists() for font in wanted):
            continue
        print(f"Fetching fonts: {package.name} {package.version}")
        try:
            _bring(package, wanted, target, fetch or fetch_package)
        except SetupProblem as problem:
            failed[package.name] = str(problem)
    return tuple(_missing_sentence(name, why, packages) for name, why in failed.items())


def _missing_sentence(name: str, why: str, packages: tuple[Package, ...]) -> str:
    instead = [p.name for p in packages if p.fallback_for == name]
    remedy = f"{instead[0]} stands in for them" if instead else "the next font of the chain is used"
    return f"The fonts of {name} could not be had ({why}); {remedy}."


def _bring(package: Package, wanted: list[Font], target: Path, fetch: Fetch) -> None:
    with tempfile.TemporaryDirectory(dir=target.parent, prefix="fonts-") as folder:
        unpacked = fetch(package, Path(folder))
        for font in wanted:
            source = unpacked.root / font.member
            _check(font, package, source, unpacked.version)
        for font in wanted:
            _copy(unpacked.root / font.member, target / font.file)
        licences = target / "licences"
        licences.mkdir(exist_ok=True)
        label = package.name.rpartition("/")[2]
        _copy(unpacked.root / package.licence_file, licences / f"{label}.txt")


def _check(font: Font, package: Package, source: Path, version: str) -> None:
    if not source.is_file():
        raise SetupProblem(f"{font.member} is not in version {version}")
    if version != package.version:
        # Another Debian release: its own version, whose authenticity apt has proved.
        return
    if hashlib.sha256(source.read_bytes()).hexdigest() != font.sha256:
        raise SetupProblem(f"{font.file} is not the file that the manifest describes")


def _copy(source: Path, target: Path) -> None:
    """Whole or not at all: an interrupted set-up leaves no half font behind."""
    part = target.with_name(target.name + ".part")
    shutil.copyfile(source, part)
    part.replace(target)


def fetch_package(package: Package, folder: Path) -> Unpacked:
    """Download and unpack one package into `folder`. Raises SetupProblem in words."""
    if package.source == "npm":
        return _fetch_npm(package, folder)
    return _fetch_debian(package, folder)


def _fetch_npm(package: Package, folder: Path) -> Unpacked:
    npm = shutil.which("npm")
    if npm is None:
        raise SetupProblem("the npm command is not installed")
    command = [npm, "pack", "--silent", f"{package.name}@{package.version}"]
    _run(command, folder)
    archives = list(folder.glob("*.tgz"))
    if len(archives) != 1:
        raise SetupProblem("npm brought no archive")
    unpack(archives[0], folder)
    return Unpacked(folder / "package", package.version)


def unpack(archive: Path, folder: Path) -> None:
    """Write the plain files below package/ and nothing else."""
    # By hand, because tarfile's filter="data" is absent from the Python 3.11.2 of Debian 12.
    with tarfile.open(archive) as content:
        for member in content:
            parts = Path(member.name).parts
            if not member.isfile() or parts[:1] != ("package",) or ".." in parts:
                continue
            stream = content.extractfile(member)
            if stream is not None:
                place = folder.joinpath(*parts)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(stream.read())


def _fetch_debian(package: Package, folder: Path) -> Unpacked:
    if shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None:
        raise SetupProblem("this is no Debian relative")
    download = ["apt-get", "download", "-qq", "-o", "APT::Sandbox::User=root", package.name]
    try:
        _run(download, folder)
    except SetupProblem:
        if not is_root():
            raise
        _run(["apt-get", "update", "-qq"], folder)
        _run(download, folder)
    archive = next(folder.glob("*.deb"))
    _run(["dpkg-deb", "-x", str(archive), str(folder / "content")], folder)
    version = _run(["dpkg-deb", "-f", str(archive), "Version"], folder).strip()
    return Unpacked(folder / "content", version)


def _run(command: list[str], folder: Path) -> str:
    """The command's output. Raises SetupProblem with the last line of its complaint."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, cwd=folder, env=quiet, capture_output=True, text=True, check=False, timeout=600
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SetupProblem(f"{command[0]} did not answer: {error}") from error
    if done.returncode != 0:
        complaint = (done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()[-1]
        raise SetupProblem(f"{Path(command[0]).name} said: {complaint}")
    return done.stdout
