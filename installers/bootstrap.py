"""What `make` runs first: bring this checkout to where the program, its tests and its tour can start.

Three steps, each skipped when there is nothing to do: the virtual environment with the locked packages, the
system libraries, the fonts. Standard library only, run by any Python from 3.11 to 3.13 (find_python.sh).
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

from installers.fonts import ensure_fonts
from installers.problems import SetupProblem
from installers.system import ensure_libraries

OLDEST, TOO_NEW = (3, 11), (3, 14)
STEPS = ("environment", "libraries", "fonts")


def environment_python(root: Path) -> Path:
    """Where the interpreter of the checkout's virtual environment lies on this platform."""
    inside = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
    return root / ".venv" / inside


def fingerprint(root: Path, version: str) -> str:
    """Changes whenever the packages must be looked at again."""
    digest = hashlib.sha256(version.encode())
    for name in ("requirements.lock", "pyproject.toml"):
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


def usable_version(python: Path) -> str | None:
    """The full version of an existing environment's Python; None when it is absent, broken or unsuitable."""
    if not python.exists():
        return None
    ask = "import sys, pip; print('%d.%d.%d' % sys.version_info[:3])"
    try:
        answer = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    version = answer.stdout.strip()
    return version if OLDEST <= tuple(map(int, version.split(".")))[:2] < TOO_NEW else None


def ensure_environment(root: Path) -> None:
    """Make .venv when it is absent or broken, and install the locked packages when they changed."""
    python = environment_python(root)
    version = usable_version(python)
    if version is None:
        print(f"Making .venv with Python {sys.version.split()[0]}")
        shutil.rmtree(root / ".venv", ignore_errors=True)
        venv.create(root / ".venv", with_pip=True)
        version = usable_version(python)
        if version is None:
            raise SetupProblem("The new virtual environment does not work; is the disk full?")
    stamp = root / ".venv" / "locked"
    wanted = fingerprint(root, version)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    print("Installing the locked packages")
    _pip(python, root, "--require-hashes", "--requirement", "requirements.lock")
    _pip(python, root, "--no-deps", "--no-build-isolation", "--editable", ".")
    stamp.write_text(wanted, encoding="utf-8")


def _pip(python: Path, root: Path, *arguments: str) -> None:
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # As root pip warns about the system's Python; this is an environment of our own.
    done = subprocess.run([*command, "--root-user-action=ignore", *arguments], cwd=root, check=False)
    if done.returncode != 0:
        raise SetupProblem("The Python packages could not be installed; pip says why above.")


@contextlib.contextmanager
def alone(root: Path) -> Iterator[None]:
    """Two `make` at once in one checkout: the second waits for the first."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    (root / "build").mkdir(exist_ok=True)
    with (root / "build" / "setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def set_up(root: Path, steps: tuple[str, ...]) -> None:
    """Run the steps named, in their order. Raises SetupProblem."""
    if "environment" in steps:
        ensure_environment(root)
    if "libraries" in steps:
        ensure_libraries()
    if "fonts" in steps:
        for complaint in ensure_fonts(root / "resources" / "fonts.toml", root / "build" / "fonts"):
            print(complaint)


def main(arguments: list[str] | None = None) -> int:
    """Set up the checkout that this file lies in; 1 and a sentence when that cannot be done."""
    parser = argparse.ArgumentParser(prog="bootstrap", description=__doc__)
    parser.add_argument("--only", choices=STEPS, action="append", help="do this step, not all of them")
    chosen = parser.parse_args(arguments)
    root = Path(__file__).resolve().parent.parent
    try:
        with alone(root):
            set_up(root, tuple(chosen.only or STEPS))
    except SetupProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
