"""What the frame asks of a screen, and what a screen may offer besides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from desk_app.ui.shortcuts import Context
from desk_app.ui.theme.look import WidthClass


@runtime_checkable
class Screen(Protocol):
    """A page of the window: a QWidget with these methods. The frame knows nothing else of it."""

    def title(self) -> str:
        """For the window's title bar and the screen reader."""

    def context(self) -> Context:
        """Which keys of the table work here; the overlay lists them first."""

    def hints(self) -> Sequence[str]:
        """Ids of the five to seven keys that work now, in order, for the hint bar."""

    def primary(self) -> None:
        """Ctrl+Enter: press the one primary button."""

    def focus_start(self) -> None:
        """Put the keyboard where work on this page begins."""

    def set_layout_class(self, width: WidthClass) -> None:
        """Lay out for this much room; also called when the look has changed."""


@runtime_checkable
class TakesQuery(Protocol):
    """A screen that answers the command box itself; on all others the box opens its list of results."""

    def set_query(self, text: str) -> None:
        """The text changed."""

    def move_selection(self, step: int) -> None:
        """↑ or ↓ in the box."""

    def take_selected(self) -> None:
        """Enter in the box."""


@runtime_checkable
class GoesBack(Protocol):
    """A screen with something to close on Esc."""

    def back(self) -> bool:
        """Close the innermost thing; False when there was nothing to close. Esc never destroys."""


@runtime_checkable
class Refreshes(Protocol):
    """A screen that reads anew on F5."""

    def refresh(self) -> None:
        """Read anew; selection and scroll stay."""


@runtime_checkable
class HasGuide(Protocol):
    """A screen that opens the guide of its item on F1; elsewhere F1 shows the keys."""

    def show_guide(self) -> None:
        """Open the guide."""


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A place in the rail. ``make`` builds its page on the first visit; ``shortcut`` names its key."""

    key: str
    text: str
    icon: str
    shortcut: str
    make: Callable[[], QWidget]
    at_foot: bool = False
    hidden: bool = False
    """A place that is reached by key alone and has no button."""
    under: str = ""
    """The place it belongs to, for a page that is reached from there and has no button and no key."""
