"""What a barcode scanner typed, without the marks it was told to put round it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScanMarks:
    """How the scanner of this desk is set up.

    An input method in full-width mode turns what a scanner types into full-width forms; marks and text are
    therefore compared in their plain form.
    """

    prefix: str = ""
    suffix: str = ""
    tab_ends: bool = False
    """The scanner closes with Tab and not only with Enter."""

    def marked(self, text: str) -> bool:
        """Whether the prefix stands there, so that even a slow burst is a scan and no person's typing."""
        return bool(self.prefix) and _plain(text).startswith(_plain(self.prefix))

    def bare(self, text: str) -> str:
        """The text in plain form without the marks, where they are."""
        plain = _plain(text)
        return plain.removeprefix(_plain(self.prefix)).removesuffix(_plain(self.suffix))


NO_MARKS = ScanMarks()


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
