"""Printers: what reaches the paper, and that trouble is a sentence and never a loss."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desk_app.devices.printers import (
    FolderPrinter,
    PagePicture,
    PrintJob,
    SystemPrinter,
    installed_printers,
    page_size,
    spool,
)
from desk_app.domain.documents import PaperSize
from desk_app.domain.errors import PrinterTrouble
from desk_app.papers.fonts import find_fonts
from desk_app.papers.picture import page_pictures
from desk_app.papers.recovery_sheet import draw_recovery_sheet
from desk_app.paths import font_dirs


@pytest.fixture(scope="module")
def pdf() -> bytes:
    at = datetime(2026, 11, 25, tzinfo=UTC)
    return draw_recovery_sheet(
        "示例镇便民服务中心", "AAAA-BBBB", at, date(2026, 11, 25), find_fonts(font_dirs())
    )


def job(pdf: bytes, size: PaperSize = PaperSize.A5, copies: int = 1) -> PrintJob:
    return PrintJob(UUID(int=1), "20261125-receipt", pdf, size, copies)


def pages(pdf: bytes, dpi: int) -> list[PagePicture]:
    return [PagePicture(page.width, page.height, page.data) for page in page_pictures(pdf, dpi)]


def test_the_folder_takes_a_paper_once(tmp_path: Path, pdf: bytes) -> None:
    printer = FolderPrinter(tmp_path / "printed")
    printer.print(job(pdf))
    printer.print(job(pdf))
    assert [file.name for file in (tmp_path / "printed").iterdir()] == ["20261125-receipt.pdf"]
    assert (tmp_path / "printed" / "20261125-receipt.pdf").read_bytes() == pdf


def test_a_folder_that_refuses_is_a_sentence(tmp_path: Path, pdf: bytes) -> None:
    (tmp_path / "printed").write_text("a file is in the way", encoding="utf-8")
    with pytest.raises(PrinterTrouble, match="folder_refused"):
        FolderPrinter(tmp_path / "printed").print(job(pdf))


def test_a_page_reaches_the_paper_in_its_size_and_not_blank(qtbot: QtBot, tmp_path: Path, pdf: bytes) -> None:
    target = tmp_path / "out.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setFullPage(True)
    printer.setPageSize(page_size(PaperSize.A5))
    spool(printer, pages, job(pdf))
    document = pypdfium2.PdfDocument(str(target))
    width, height = document[0].get_size()
    ink = page_pictures(target.read_bytes(), 72)
    document.close()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (148, 210)
    dark = sum(value < 128 for value in ink[0].data)
    assert dark > 500, "words stand on the page"


@pytest.mark.parametrize(
    ("size", "width"), [(PaperSize.A4, 210), (PaperSize.A5, 148), (PaperSize.ROLL80, 80)]
)
def test_sizes(qtbot: QtBot, size: PaperSize, width: int) -> None:
    from PySide6.QtGui import QPageSize

    assert round(page_size(size).size(QPageSize.Unit.Millimeter).width()) == width


def test_a_printer_that_is_gone_is_named(qtbot: QtBot, pdf: bytes) -> None:
    with pytest.raises(PrinterTrouble, match="printer_gone"):
        SystemPrinter("柜台旧打印机", pages).print(job(pdf))


@pytest.mark.qt_log_ignore("Returned false", "QPrinter|QPdfEngine|Cannot open")
def test_a_printer_that_refuses_is_told(qtbot: QtBot, tmp_path: Path, pdf: bytes) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder" / "out.pdf"))
    with pytest.raises(PrinterTrouble, match="printer_refused"):
        spool(printer, pages, job(pdf))


def test_the_list_of_printers_is_a_list(qtbot: QtBot) -> None:
    assert all(isinstance(name, str) for name in installed_printers())
