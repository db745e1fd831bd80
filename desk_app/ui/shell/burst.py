"""Telling a scanner from a person by the rhythm of the keys. No Qt: a test beats the time."""

from __future__ import annotations

from desk_app.domain.scans import NO_MARKS, ScanMarks

LEAST_LENGTH = 8
"""Characters a scan has at least (experience.md §5)."""
MEAN_GAP = 0.035
"""Seconds between characters, on average, below which no person types."""
MARKED_GAP = 0.1
"""The same where the scanner's own prefix stands in front: slow scanners, slow computers."""
PAUSE = 0.12
"""Seconds after which a new burst begins; also the longest wait for the closing Enter."""


class Burst:
    """Characters that came fast, one after another."""

    def __init__(self) -> None:
        self._text = ""
        self._first = 0.0
        self._last = 0.0

    def feed(self, char: str, at: float) -> bool:
        """Take a character typed at a moment in seconds. Returns whether it begins a new burst."""
        begins = not self._text or at - self._last > PAUSE
        if begins:
            self._text, self._first = "", at
        self._text += char
        self._last = at
        return begins

    def end(self, at: float, marks: ScanMarks = NO_MARKS) -> str:
        """Enter was pressed: the scanned text, or "" when a person typed. Either way the burst is over."""
        text, self._text = self._text, ""
        if len(text) < LEAST_LENGTH or at - self._last > PAUSE:
            return ""
        most = MARKED_GAP if marks.marked(text) else MEAN_GAP
        return marks.bare(text) if (self._last - self._first) / (len(text) - 1) < most else ""

    def forget(self) -> None:
        """Another key came between."""
        self._text = ""
