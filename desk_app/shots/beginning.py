"""The pages of the first run, from an empty machine to the first case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desk_app.shots.camera import Camera

SITE = ("示例镇便民服务中心", "示例", "03 号窗口", "1", "工作日 8:30–12:00，13:30–17:30", "0000-0000000")
"""The fields of the first page, in their order; those behind it stay empty."""
ADMIN, PASSWORD = "王某某", "shili-zhen-2026"
"""Of a profile that lives for some pictures."""


def first_run(camera: Camera) -> Iterator[Path]:
    """Fill in every page as a new site would."""
    hands = camera.hands
    camera.settle()
    hands.press("Tab")
    for words in SITE:
        _write(camera, words)
    yield from camera.take("first-run-1-site")
    hands.press("Ctrl+Return")
    camera.settle()
    _write(camera, ADMIN)
    for _again in range(2):
        _write(camera, PASSWORD)
    yield from camera.take("first-run-2-people")
    hands.press("Ctrl+Return")
    hands.wait_until(lambda: camera.running.desk.info is not None, "the site stands")
    yield from camera.take("first-run-2-recovery-sheet")
    hands.press("Ctrl+Return", "Space", "Ctrl+Return")
    yield from camera.take("first-run-3-items")
    hands.press("Ctrl+Return")
    yield from camera.take("first-run-4-printing")
    hands.press("Ctrl+Return")
    yield from camera.take("first-run-5-trial")


def _write(camera: Camera, words: str) -> None:
    """One field: replace what stands there, and on to the next."""
    line = camera.hands.focus
    if getattr(line, "text", None) is not None:
        line.setProperty("text", "")
    camera.hands.compose(words)
    camera.hands.press("Return")
