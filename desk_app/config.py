"""Settings of one desk: printers, looks, backup folder. Plain, without personal data, never synced."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desk_app.db.durable import write_durably
from desk_app.domain.bodies import from_plain, to_plain
from desk_app.domain.documents import DocumentKind, PaperSize

FOLDER = "folder"
"""The printer that is a folder of PDF files."""
THERMAL = "thermal"
"""The receipt printer whose address stands in the settings."""


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """How one kind of paper is printed at this desk."""

    printer: str = FOLDER
    size: PaperSize = PaperSize.A5
    copies: int = 1


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """Everything a clerk may change about the desk itself."""

    papers: Mapping[DocumentKind, PaperChoice] = field(default_factory=dict)
    theme: str = "light"
    large_type: bool = False
    explain_due: bool = False
    large_print: bool = False
    slips_at_end: bool = False
    """Whether slips of one run (连续登记) are printed together at its end."""
    backup_folder: str = ""
    lock_after_minutes: int = 5
    watch_folder: str = ""
    """Where a document camera or a scanner leaves its pictures; empty: nobody looks."""
    after_stored: str = "ask"
    """What becomes of such a file once it is stored (``domain.arrivals.AfterStored``)."""
    thermal_address: str = ""
    """Where the receipt printer (ESC/POS) of this desk is; empty where it has none."""
    thermal_width: int = 80
    """Its paper in millimetres, 80 or 58."""
    reader_kind: str = "none"
    """A ``devices.id_reader.ReaderKind``."""
    reader_address: str = ""
    reader_ask: str = ""
    """What a WebSocket service is asked; "" for the usual words."""
    scan_prefix: str = ""
    scan_suffix: str = ""
    scan_tab: bool = False
    customer_screen: bool = False
    """Whether the customer's screen greets as soon as somebody signs in."""
    customer_near: bool = False
    """Whether others stand near the customer's screen: names are masked there too."""

    def paper(self, kind: DocumentKind) -> PaperChoice:
        """How this kind is printed; A5 into the PDF folder until somebody says otherwise."""
        return self.papers.get(kind, _DEFAULTS.get(kind, PaperChoice()))


_DEFAULTS: dict[DocumentKind, PaperChoice] = {
    DocumentKind.ACCEPTANCE: PaperChoice(copies=2),
    DocumentKind.DEFERRAL_NOTICE: PaperChoice(copies=2),
    DocumentKind.REFERRAL: PaperChoice(size=PaperSize.ROLL80),
    DocumentKind.DEFERRAL_PROMISE: PaperChoice(size=PaperSize.A4, copies=2),
    DocumentKind.MANDATE: PaperChoice(size=PaperSize.A4, copies=2),
    DocumentKind.HANDOVER_MANIFEST: PaperChoice(size=PaperSize.A4),
    DocumentKind.NOT_CONFIRMED: PaperChoice(size=PaperSize.A4, copies=2),
    DocumentKind.BAG_LABEL: PaperChoice(size=PaperSize.LABEL),
    DocumentKind.INFORMED_PROMISE: PaperChoice(size=PaperSize.A4, copies=2),
}


def read_settings(path: Path) -> DeskSettings:
    """The desk's settings; the defaults where the file is absent or broken: nothing in it is dear."""
    try:
        return from_plain(DeskSettings, json.loads(path.read_text("utf-8")))
    except (OSError, ValueError):
        return DeskSettings()


def write_settings(path: Path, settings: DeskSettings) -> None:
    """Keep the desk's settings."""
    write_durably(path, json.dumps(to_plain(settings), ensure_ascii=False, indent=1).encode())
