"""How one kind of paper is printed at this desk, as a screen knows it."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.domain.documents import PaperSize

FOLDER = "folder"
"""The printer that is a folder of PDF files; the same word in the settings file and in devices."""
THERMAL = "thermal"
"""The receipt printer of this desk; the same word in the settings file and in devices."""
MOST_COPIES = 4


@dataclass(frozen=True, slots=True)
class PaperSetting:
    """Printer (a name of the system's, or :data:`FOLDER`), size, copies (1 to :data:`MOST_COPIES`)."""

    printer: str = FOLDER
    size: PaperSize = PaperSize.A5
    copies: int = 1
