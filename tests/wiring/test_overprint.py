"""套打 on a real desk: forms kept, hostile pictures refused, papers printed on their forms."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.errors import BadFile, NotAllowed
from desk_app.domain.overprint import Fact, Form, Forms, Offset, Spot
from desk_app.wiring.desk import Desk
from desk_app.wiring.intake import IntakeWiring
from desk_app.wiring.overprint import FILE, overprint_calls, read_forms
from desk_app.wiring.printing import Printing
from tests.papers.reading import sizes_of, text_of
from tests.services.desk_samples import form
from tests.stories.counter import BENEFIT, WANG

RECEIPT = Form(DocumentKind.RECEIPT, PaperSize.FANFOLD_HALF, (Spot(Fact.APPLICANT, 40.0, 50.0),), in_use=True)


def test_a_paper_is_printed_on_its_form_and_archived_as_printed(office: Desk) -> None:
    printing = Printing(office)
    calls = overprint_calls(office, printing)
    calls.save(Forms().with_form(RECEIPT).with_offset("folder", Offset(0.2, 0.0)))
    assert calls.forms() == read_forms(office.folder.path)
    offered = office.offer.get(BENEFIT)
    case = IntakeWiring(office, printing).submit(form(BENEFIT, 7, WANG).take_all(offered), offered).case
    (file,) = office.folder.printed_folder.glob("*receipt*.pdf")
    assert text_of(file.read_bytes()) == WANG.name
    assert sizes_of(file.read_bytes()) == [(241, 140)]
    with office.open_store.read() as reader:
        paper = reader.cases.get(case.id).document(DocumentKind.RECEIPT)
    assert paper is not None
    assert paper.size is PaperSize.FANFOLD_HALF
    calls.save(calls.forms().with_form(replace(RECEIPT, in_use=False)))
    (other,) = office.folder.printed_folder.glob("*acceptance*.pdf")
    assert "受理通知书" in text_of(other.read_bytes())


def test_tries_name_sample_people_only(office: Desk) -> None:
    calls = overprint_calls(office, Printing(office))
    assert calls.test_print(RECEIPT, "folder")
    (tried,) = office.folder.printed_folder.glob("test-form-receipt.pdf")
    assert "张某某" in text_of(tried.read_bytes())
    assert "演示" in text_of(tried.read_bytes())
    assert calls.calibrate(RECEIPT, "folder")
    assert (office.folder.printed_folder / "calibration.pdf").is_file()
    assert DocumentKind.BAG_LABEL not in calls.papers


def test_a_picture_is_kept_small_and_a_hostile_one_refused(
    office: Desk, tmp_path: Path, qt: QApplication
) -> None:
    calls = overprint_calls(office, Printing(office))
    scan, broken = tmp_path / "scan.png", tmp_path / "broken.png"
    QImage(4000, 1000, QImage.Format.Format_Grayscale8).save(str(scan))
    name = calls.bring_picture(DocumentKind.RECEIPT, str(scan))
    kept = QImage.fromData(calls.picture(name))
    assert (kept.width(), kept.height()) == (2000, 500)
    broken.write_bytes(scan.read_bytes()[:60])
    for bad in (broken, tmp_path / "absent.png"):
        with pytest.raises(BadFile, match="picture_unreadable"):
            calls.bring_picture(DocumentKind.RECEIPT, str(bad))
    assert calls.picture(name)
    assert calls.picture("../vault") == b""
    assert calls.picture("notice") == b""


def test_forms_are_the_managers_to_change_and_a_broken_file_costs_nothing(desk: Desk) -> None:
    calls = overprint_calls(desk, Printing(desk))
    with pytest.raises(NotAllowed):
        calls.save(Forms())
    (desk.folder.path / FILE).write_text("{", "utf-8")
    assert calls.forms() == Forms()
