"""Printers: the operating system's, or a folder of PDF files where there is none.

A paper is committed and archived before it comes here; whatever goes wrong here is a PrinterTrouble that
leaves the case and its snapshot untouched.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from desk_app.domain.documents import PaperSize
from desk_app.domain.errors import PrinterTrouble

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPageSize, QPainter
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

FOLDER_PRINTER = "folder"
"""The name that stands for the PDF folder in settings."""

_OWN_SHEETS = {
    PaperSize.LABEL: (60.0, 40.0),
    PaperSize.FANFOLD: (241.0, 279.4),
    PaperSize.FANFOLD_HALF: (241.0, 139.7),
    PaperSize.FANFOLD_THIRD: (241.0, 93.1),
}
"""Sheets that no printer knows by name, in millimetres."""

MAX_DPI = 300
"""Sharp enough for 9 pt Chinese on a worn laser, and four times faster than 600."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One paper on its way to a printer. ``title`` is a number and a kind, never a name."""

    id: UUID
    title: str
    pdf: bytes
    size: PaperSize
    copies: int = 1


class Printer(Protocol):
    """Something that puts a PDF on paper."""

    name: str

    def print(self, job: PrintJob) -> None:
        """Spool the job, or raise PrinterTrouble. Called off the GUI thread."""


class FolderPrinter:
    """Leaves each paper as a PDF in a folder: for desks without a printer, for tests and for the tour."""

    name = FOLDER_PRINTER

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def print(self, job: PrintJob) -> None:
        """Write the PDF durably; the same job twice gives one file."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            target = self.folder / f"{job.title}.pdf"
            temporary = target.with_suffix(".part")
            with temporary.open("wb") as handle:
                handle.write(job.pdf)
                handle.flush()
                os.fsync(handle.fileno())
            temporary.replace(target)
        except OSError as fault:
            raise PrinterTrouble("folder_refused") from fault


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as grey pixels, row by row without padding."""

    width: int
    height: int
    grey: bytes


RenderPages = Callable[[bytes, int], Sequence[PagePicture]]
"""Turns a PDF into page pictures at so many dots an inch; handed in, so that only papers/ knows how."""


class SystemPrinter:
    """A printer of the operating system, without any dialog."""

    def __init__(self, name: str, render: RenderPages) -> None:
        self.name = name
        self._render = render

    def print(self, job: PrintJob) -> None:
        """Spool through Qt's print system. Raises PrinterTrouble when the printer is gone or refuses."""
        from PySide6.QtPrintSupport import QPrinterInfo

        info = QPrinterInfo.printerInfo(self.name)
        if info.isNull():
            raise PrinterTrouble("printer_gone", printer=self.name)
        spool(_prepared(info, job), self._render, job)


def spool(printer: QPrinter, render: RenderPages, job: PrintJob) -> None:
    """Paint every page of a job onto a prepared printer, turned as the page is."""
    from PySide6.QtGui import QPageLayout, QPainter

    dpi = min(MAX_DPI, printer.resolution())
    pages = render(job.pdf, dpi)
    wide = pages[0].width > pages[0].height
    orientation = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(orientation)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterTrouble("printer_refused", printer=printer.printerName())
    try:
        _paint_pages(painter, printer, pages, printer.resolution() / dpi)
    finally:
        painter.end()


def _paint_pages(painter: QPainter, printer: QPrinter, pages: Sequence[PagePicture], scale: float) -> None:
    from PySide6.QtCore import QRect

    for number, page in enumerate(pages):
        if number and not printer.newPage():
            raise PrinterTrouble("printer_refused", printer=printer.printerName())
        painter.drawImage(QRect(0, 0, round(page.width * scale), round(page.height * scale)), _image(page))


def _image(page: PagePicture) -> QImage:
    from PySide6.QtGui import QImage

    return QImage(page.grey, page.width, page.height, page.width, QImage.Format.Format_Grayscale8).copy()


def _prepared(info: QPrinterInfo, job: PrintJob) -> QPrinter:
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(job.title)
    printer.setCopyCount(job.copies)
    printer.setFullPage(True)
    printer.setPageSize(page_size(job.size))
    return printer


def page_size(size: PaperSize) -> QPageSize:
    """The sheet a size means; a roll is as long as the longest slip."""
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QPageSize

    if size is PaperSize.ROLL80:
        return QPageSize(QSizeF(80, 297), QPageSize.Unit.Millimeter)
    if size in _OWN_SHEETS:
        return QPageSize(QSizeF(*_OWN_SHEETS[size]), QPageSize.Unit.Millimeter)
    return QPageSize(QPageSize.PageSizeId.A5 if size is PaperSize.A5 else QPageSize.PageSizeId.A4)


def installed_printers() -> tuple[str, ...]:
    """Names of the operating system's printers; empty where there is no print system."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return tuple(QPrinterInfo.availablePrinterNames())
