"""The style sheet of a look: style.qss with its blanks filled."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import Template

from desk_app.ui.theme.look import Look


@cache
def _template() -> Template:
    return Template(Path(__file__).with_name("style.qss").read_text("utf-8"))


def sheet(current: Look) -> str:
    """The filled sheet. A blank that no token fills raises KeyError: a test fills every look."""
    blanks: dict[str, str | int] = dict(current.colours)
    blanks |= {f"size_{name}": value for name, value in current.sizes.items()}
    blanks |= {f"type_{name}": value for name, value in current.pixels.items()}
    blanks |= _derived(current)
    return _template().substitute(blanks)


def _derived(current: Look) -> dict[str, int]:
    """Heights inside a border: QSS measures the content, the tokens measure the whole control."""
    control, small, box = current.size("control"), current.size("control_small"), 24 if current.large else 18
    return {
        "input_inner": control - 2,
        "input_inner_focus": control - 4,
        "input_inner_small": small - 2,
        "check_height": small,
        "check_box": box,
        "check_round": box // 2 + 1,
        "tab_height": small - 14,
    }
