"""The pictures of the clerk's manual: some screens in one look, small enough to live beside the text."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desk_app.shots import Plan, take_shots
from desk_app.shots.camera import LookName

SCREENS = (
    "first-run-1-site",
    "first-run-2-recovery-sheet",
    "first-run-3-items",
    "first-run-4-printing",
    "home",
    "lookup",
    "lookup-none",
    "command-person",
    "intake-begun",
    "intake-accept",
    "intake-notice",
    "intake-deferred",
    "intake-receive",
    "intake-second-card",
    "committed",
    "printer-gone",
    "handover-send",
    "handover-receive",
    "case-papers",
    "cases",
    "case-deadlines",
    "case-ask-delivery",
    "case-ask-supplement",
    "case-more-acts",
    "registers",
    "ledger-wrong",
    "lock",
    "lock-held",
    "keys",
    "pictures",
    "settings-printing",
    "settings-wording",
    "settings-overprint",
    "settings-backup",
    "settings-devices",
    "customer-confirm",
    "shift-left",
    "shift-closing",
)
SIZE = (1366, 768)
MOST_BYTES = 120_000
MANUAL = Plan(looks=(LookName.LIGHT,), sizes=(SIZE,), papers=False)
_ENDING = f"-{LookName.LIGHT.value}-{SIZE[0]}x{SIZE[1]}"
_NEIGHBOURHOOD = 0xF0F0F0
"""Colours that agree in the upper half of each channel are neighbours."""
_COLOURS = (256, 128, 96, 64, 48, 32)


class TooLarge(RuntimeError):
    """A picture that no palette makes small enough."""


def manual_pictures(
    out: Path, now: Callable[[], datetime], random: Callable[[int], bytes], plan: Plan = MANUAL
) -> Generator[Path, None, None]:
    """Take the pictures of the manual and yield them as ``<screen>.png``, none above 120 kB."""
    taken = out / "taken"
    try:
        yield from small_copies(take_shots(taken, now, random, plan), out)
    finally:
        shutil.rmtree(taken, ignore_errors=True)


def small_copies(files: Iterable[Path], out: Path) -> Iterator[Path]:
    """Copy those pictures that the manual shows; the name of look and size goes."""
    for file in files:
        screen = file.stem.removesuffix(_ENDING)
        if screen in SCREENS:
            target = out / f"{screen}.png"
            save_small(QImage(str(file)), target)
            yield target


def save_small(picture: QImage, target: Path, most: int = MOST_BYTES) -> None:
    """Save with as many colours as the size allows. Raises TooLarge."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    ranked = _palette(plain)
    for colours in _COLOURS:
        indexed = plain.convertToFormat(
            QImage.Format.Format_Indexed8,
            ranked[:colours],
            Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither,
        )
        indexed.save(str(target), "PNG", 0)  # type: ignore[call-overload]  # the stubs want bytes for the format
        if target.stat().st_size <= most:
            return
    raise TooLarge(target.name)


def _palette(picture: QImage) -> list[int]:
    """Its colours, the most frequent of each neighbourhood, the most frequent first.

    A screen has few colours and thousands of blends at the edges of letters: without neighbourhoods those of
    black on white would crowd out the yellow of a lamp.
    """
    used = Counter(memoryview(picture.constBits()).cast("B").cast("I")).most_common()
    chosen: dict[int, int] = {}
    for colour, _count in used:
        chosen.setdefault(colour & _NEIGHBOURHOOD, colour)
    return list(chosen.values())
