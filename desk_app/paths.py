"""Where things lie: resources of the program, the user's profiles, fonts, logs.

``DESK_APP_PROFILE`` names the default profile; ``DESK_APP_FONTS`` adds a folder of fonts.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

APP_NAME = "desk-app"
_PACKAGE = Path(__file__).resolve().parent


@cache
def resource_root() -> Path:
    """The folder of resources: beside the package in a checkout, inside it when installed."""
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def resource(name: str) -> Path:
    """One resource by its path below ``resources/``."""
    return resource_root().joinpath(*name.split("/"))


def data_dir() -> Path:
    """The user's own folder for profiles and logs; made on first use."""
    from platformdirs import user_data_path

    return user_data_path(APP_NAME, appauthor=False)


def default_profile(environ: Mapping[str, str] = os.environ) -> Path:
    """The profile that is opened when none is named."""
    named = environ.get("DESK_APP_PROFILE", "")
    return Path(named) if named else data_dir() / "profile"


def log_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """Where logs go; they hold no personal data."""
    named = environ.get("DESK_APP_LOGS", "")
    return Path(named) if named else data_dir() / "logs"


def font_dirs(environ: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Folders that hold fonts, the program's own first; folders inside them are named too."""
    return tuple(each_font_dir(environ))


def each_font_dir(environ: Mapping[str, str] = os.environ) -> Iterator[Path]:
    """The same one by one: who finds a font early need not walk the folders of the system."""
    for place in _font_places(environ):
        yield from (Path(folder) for folder, _, files in os.walk(place) if files)


def _font_places(environ: Mapping[str, str]) -> Iterator[Path]:
    named = environ.get("DESK_APP_FONTS", "")
    if named:
        yield Path(named)
    yield resource_root() / "fonts"
    yield _PACKAGE.parent / "build" / "fonts"
    yield data_dir() / "fonts"
    yield from _system_fonts(environ)


def _system_fonts(environ: Mapping[str, str]) -> list[Path]:
    if sys.platform == "win32":
        return [Path(environ.get("WINDIR", "C:/Windows")) / "Fonts"]
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts"]
