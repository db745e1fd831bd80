"""What stands behind 套打: forms, their pictures, test prints and the page that calibrates."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImageReader

from desk_app.config import PaperChoice
from desk_app.db.durable import write_durably
from desk_app.domain.bodies import from_plain, to_plain
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import BadFile, NotAllowed
from desk_app.domain.overprint import Form, Forms, Offset
from desk_app.domain.sites import Right
from desk_app.papers.request import ALL_SIZES
from desk_app.ui.screens.settings.overprint.values import OverprintCalls
from desk_app.ui.words import word

if TYPE_CHECKING:
    from pathlib import Path

    from desk_app.wiring.desk import Desk
    from desk_app.wiring.printing import Printing

FILE, FOLDER = "overprint.json", "forms"
_LONGEST_SIDE = 2000
"""Pixels of a picture that is kept: enough to aim at, small enough to draw."""
_MOST_PIXELS = 60_000_000
_NEVER = frozenset({DocumentKind.BAG_LABEL, DocumentKind.HANDOVER_MANIFEST})
"""Labels and lists have no pre-printed form."""


def read_forms(folder: Path) -> Forms:
    """The forms of this desk; none where the file is absent or broken: nothing in it is dear."""
    try:
        return from_plain(Forms, json.loads((folder / FILE).read_text("utf-8")))
    except (OSError, ValueError):
        return Forms()


def overprint_calls(desk: Desk, printing: Printing) -> OverprintCalls:
    """Everything the page may ask for."""
    wiring = OverprintWiring(desk, printing)
    return OverprintCalls(
        papers=tuple(kind for kind in ALL_SIZES if kind not in _NEVER),
        forms=lambda: read_forms(desk.folder.path),
        save=wiring.save,
        picture=wiring.picture,
        bring_picture=wiring.bring_picture,
        test_print=wiring.test_print,
        calibrate=wiring.calibrate,
    )


class OverprintWiring:
    """The slow answers."""

    def __init__(self, desk: Desk, printing: Printing) -> None:
        self._desk = desk
        self._printing = printing

    def _require(self) -> None:
        if not self._desk.present_clerk.may(Right.MANAGE_SITE):
            raise NotAllowed("right_missing", right=Right.MANAGE_SITE.value)

    def save(self, forms: Forms) -> None:
        """Keep them."""
        self._require()
        body = json.dumps(to_plain(forms), ensure_ascii=False, indent=1)
        write_durably(self._desk.folder.path / FILE, body.encode())

    def picture(self, name: str) -> bytes:
        """The picture of a form; empty where it is gone. The name never leads out of the folder."""
        try:
            return (self._desk.folder.path / FOLDER / f"{DocumentKind(name).value}.png").read_bytes()
        except (OSError, ValueError):
            return b""

    def bring_picture(self, kind: DocumentKind, path: str) -> str:
        """Keep a picture of a form, made smaller where it is large. A blank form names nobody."""
        self._require()
        reader = QImageReader(path)
        reader.setAutoTransform(True)
        size = reader.size()
        if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
            raise BadFile("picture_unreadable")
        if max(size.width(), size.height()) > _LONGEST_SIDE:
            longest = QSize(_LONGEST_SIDE, _LONGEST_SIDE)
            reader.setScaledSize(size.scaled(longest, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        target = self._desk.folder.path / FOLDER / f"{kind.value}.png"
        target.parent.mkdir(exist_ok=True)
        if image.isNull() or not image.save(str(target)):
            raise BadFile("picture_unreadable")
        return kind.value

    def test_print(self, form: Form, printer: str) -> str:
        """Facts of sample people on the form."""
        from desk_app.papers.overprint import draw_overprint
        from desk_app.papers.request import sizes_of
        from desk_app.wiring.paper_setup import sample_request

        request = sample_request(self._desk, form.kind, sizes_of(form.kind)[0])
        drawn = draw_overprint(request, form, self._offset(printer), self._printing.fonts)
        self._send(form, printer, drawn.pdf, f"test-form-{form.kind.value}")
        return word(form.kind)

    def calibrate(self, form: Form, printer: str) -> str:
        """Crosses and scales on the form's own sheet."""
        from desk_app.papers.overprint import calibration_page

        desk, offset = self._desk, self._offset(printer)
        pdf = calibration_page(form, offset, printer, self._printing.fonts, desk.now())
        self._send(form, printer, pdf, "calibration")
        return word(form.kind)

    def _offset(self, printer: str) -> Offset:
        return read_forms(self._desk.folder.path).offsets.get(printer, Offset())

    def _send(self, form: Form, printer: str, pdf: bytes, title: str) -> None:
        from desk_app.devices.printers import PrintJob

        job = PrintJob(self._desk.new_id(), title, pdf, form.size, 1)
        self._printing.printer(PaperChoice(printer, form.size, 1)).print(job)
