"""The libraries of the operating system that Qt needs on Linux: which are missing, and getting them."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

from installers.problems import SetupProblem


@dataclass(frozen=True, slots=True)
class Library:
    """One shared library, the Debian package that holds it, and what fails without it."""

    soname: str
    package: str
    purpose: str


LIBRARIES = (
    Library("libEGL.so.1", "libegl1", "every window"),
    Library("libGL.so.1", "libgl1", "every window"),
    Library("libfontconfig.so.1", "libfontconfig1", "every window"),
    Library("libdbus-1.so.3", "libdbus-1-3", "every window"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "every window"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "every window"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "windows on X11"),
    Library("libX11-xcb.so.1", "libx11-xcb1", "windows on X11"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "windows on X11"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "windows on X11"),
    Library("libxcb-image.so.0", "libxcb-image0", "windows on X11"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "windows on X11"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "windows on X11"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "windows on X11"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "windows on X11"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "windows on X11"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "windows on X11"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "windows on X11"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "windows on X11"),
    Library("libcups.so.2", "libcups2", "printing"),
)


def loads(soname: str) -> bool:
    """Whether the dynamic linker finds the library now."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing(present: Callable[[str], bool] = loads) -> tuple[Library, ...]:
    """The libraries of the table that this machine lacks."""
    return tuple(library for library in LIBRARIES if not present(library.soname))


def sentence(lacking: tuple[Library, ...]) -> str:
    """What to tell a person who must install the packages; the package names are Debian's."""
    packages = " ".join(sorted(library.package for library in lacking))
    purposes = ", ".join(sorted({library.purpose for library in lacking}))
    return (
        f"System libraries are missing (needed for {purposes}). "
        f"Ask the administrator for these packages, then start again: {packages}"
    )


def is_root() -> bool:
    """Whether we may install system packages."""
    return sys.platform != "win32" and os.geteuid() == 0


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages quietly, with fresh lists; False when apt-get could not."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, stdout=subprocess.DEVNULL, check=False)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode == 0


def ensure_libraries() -> None:
    """Install what is missing when we may.

    Raises SetupProblem, naming the packages, when we may not or when it did not help.
    """
    if not sys.platform.startswith("linux"):
        return
    lacking = missing()
    if not lacking:
        return
    if is_root() and shutil.which("apt-get"):
        print("Installing system libraries:", " ".join(library.package for library in lacking))
        apt_install([library.package for library in lacking])
        lacking = missing()
    if lacking:
        raise SetupProblem(sentence(lacking))
