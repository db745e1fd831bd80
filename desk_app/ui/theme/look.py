"""The look that is in force: colours by role, type scale and metrics, for widgets that paint themselves.

A look travels as QPalette does: it is set once on the application and every widget asks for it when it paints
(:func:`look_of`). Switching sets it anew, and the style sheet that comes with it repaints everything.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QGuiApplication

PROPERTY = "desk_look"

OWN_RING = "drawsOwnFocus"
"""Dynamic property of a widget that shows focus itself."""
RING_HOME = "ringHome"
"""Dynamic property of a container with a margin (card, page): a ring inside it belongs to it, so it moves
with it, is cut off with it, and stays below what lies above it."""
_HERE = Path(__file__).parent


class Scheme(StrEnum):
    """Colours a clerk may choose."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Tone(StrEnum):
    """Meaning of a tag or banner; each has a text colour and a soft ground."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    PLUM = "plum"
    TEAL = "teal"
    GREY = "grey"
    BLUE = "blue"


class WidthClass(StrEnum):
    """How much room a screen has (experience.md §2). 大字 counts one class narrower than its pixels."""

    WIDE = "wide"
    """Three columns."""
    STANDARD = "standard"
    """Right column 340, secondary columns folded."""
    NARROW = "narrow"
    """Two columns; the applicant card becomes a strip."""
    COMPACT = "compact"
    """Rail of icons, no hint bar, panes become tabs."""


@cache
def tokens() -> Mapping[str, Any]:
    """Everything in tokens.toml, read once."""
    with (_HERE / "tokens.toml").open("rb") as file:
        return tomllib.load(file)


@dataclass(frozen=True)
class Look:
    """One combination of colours and size. Make it by :func:`look`, which keeps each one."""

    scheme: Scheme
    large: bool
    colours: Mapping[str, str]
    sizes: Mapping[str, int]
    pixels: Mapping[str, int]
    weights: Mapping[str, int]

    def colour(self, role: str) -> QColor:
        """The colour of a role such as ``surface`` or ``lineStrong``."""
        return _colour(self.colours[role])

    def tone(self, tone: Tone) -> tuple[QColor, QColor]:
        """Text colour and soft ground of a tone."""
        return self.colour(_TONE_TEXT[tone]), self.colour(_TONE_GROUND[tone])

    def size(self, name: str) -> int:
        """A metric in logical pixels."""
        return self.sizes[name]

    def font(self, kind: str) -> QFont:
        """The application's font at a step of the type scale, with numerals of equal width."""
        font = QGuiApplication.font()
        font.setPixelSize(self.pixels[kind])
        font.setWeight(QFont.Weight(self.weights[kind]))
        return font

    @property
    def dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return self.scheme is not Scheme.LIGHT


_TONE_TEXT = {tone: tone.value for tone in Tone} | {Tone.BLUE: "link"}
_TONE_GROUND = {tone: f"{tone.value}Soft" for tone in Tone} | {Tone.BLUE: "primarySoft"}


@cache
def _colour(value: str) -> QColor:
    return QColor(value)


def look(scheme: Scheme, large: bool = False) -> Look:
    """The look of a scheme at everyday size or 大字; always the same object for the same choice."""
    return _look(scheme, large)


@cache
def _look(scheme: Scheme, large: bool) -> Look:
    book = tokens()
    palette = "large_type" if large and scheme is Scheme.LIGHT else scheme.value
    column = 1 if large else 0
    steps = book["type"]
    brand = {"seal": book["brand"]["seal"], "sealText": book["brand"]["seal_text"]}
    return Look(
        scheme=scheme,
        large=large,
        colours=book["colours"][palette] | brand,
        sizes={name: pair[column] for name, pair in book["sizes"].items()},
        pixels={name: step[column] for name, step in steps.items()},
        weights={name: step[2] for name, step in steps.items()},
    )


def look_now() -> Look:
    """The look that is in force; the light one while none was set (single widgets in a test)."""
    application = QCoreApplication.instance()
    found = application.property(PROPERTY) if application is not None else None
    return found if isinstance(found, Look) else look(Scheme.LIGHT)


def width_class(width: int, current: Look) -> WidthClass:
    """The class of a window that is ``width`` logical pixels wide."""
    limits = tokens()["widths"]
    if width < limits["narrow"]:
        return WidthClass.COMPACT
    if width < limits["standard"] or current.large:
        return WidthClass.NARROW
    return WidthClass.WIDE if width >= limits["wide"] else WidthClass.STANDARD
