"""Facts of a site: what may be left empty, what is refused, and with what words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication

from desk_app.ui.screens.settings.site_facts import (
    Flaw,
    Problem,
    SiteFacts,
    SiteField,
    problem_of,
    problems_of,
)
from desk_app.ui.screens.settings.site_words import field_word, problem_words

GOOD = SiteFacts(name="示例镇便民服务中心")


@pytest.mark.parametrize(
    ("field", "text", "problem"),
    [
        (SiteField.NAME, "", Problem(Flaw.EMPTY)),
        (SiteField.NAME, "　 ", Problem(Flaw.EMPTY)),
        (SiteField.NAME, "示" * 41, Problem(Flaw.TOO_LONG, 1)),
        (SiteField.NAME, "示例\u202e镇", Problem(Flaw.UNPRINTABLE)),
        (SiteField.SHORT_NAME, "", None),
        (SiteField.SHORT_NAME, "示" * 13, Problem(Flaw.TOO_LONG, 1)),
        (SiteField.REGION, "37107300000", Problem(Flaw.TOO_SHORT, 1)),
        (SiteField.REGION, "3710730000001", Problem(Flaw.TOO_LONG, 1)),
        (SiteField.REGION, "37107300000a", Problem(Flaw.NOT_DIGITS)),
        (SiteField.REGION, "", Problem(Flaw.EMPTY)),
        (SiteField.POINT, "", None),
        (SiteField.POINT, "37107", Problem(Flaw.TOO_SHORT, 1)),
        (SiteField.POINT, "３７１０７３", None),
        (SiteField.POINT, "٣٧١٠٧٣", Problem(Flaw.NOT_DIGITS)),
        (SiteField.DEVICE, "", Problem(Flaw.EMPTY)),
        (SiteField.DEVICE, "12", Problem(Flaw.TOO_LONG, 1)),
        (SiteField.DEVICE, "0", None),
        (SiteField.PHONE, "12345", None),
        (SiteField.PHONE, "0000-0000000、0000-0000001", None),
        (SiteField.PHONE, "(0000)0000000转8", None),
        (SiteField.PHONE, "电话", Problem(Flaw.NOT_PHONE)),
        (SiteField.COMPLAINT_PHONE, "--", Problem(Flaw.NOT_PHONE)),
        (SiteField.HOURS, "工作日 8:30–12:00", None),
        (SiteField.ADDRESS, "路" * 81, Problem(Flaw.TOO_LONG, 1)),
    ],
)
def test_a_field(field: SiteField, text: str, problem: Problem | None) -> None:
    assert problem_of(field, GOOD.with_text(field, text)) == problem


def test_a_whole_page() -> None:
    assert problems_of(GOOD) == {}
    assert list(problems_of(SiteFacts(device_number="x"))) == [SiteField.NAME, SiteField.DEVICE]


def test_defaults_come_from_what_was_given() -> None:
    assert (GOOD.point, GOOD.short) == ("371073", "示例镇")
    own = SiteFacts(name=" 示例镇 ", short_name="示例", point_code="１１０１０５")
    assert (own.tidy.point_code, own.short) == ("110105", "示例")
    assert own.tidy.name == "示例镇"


def test_everything_has_its_words(qapp: QCoreApplication) -> None:
    assert len({field_word(field) for field in SiteField}) == len(SiteField)
    assert problem_words(Problem(Flaw.TOO_SHORT, 2)) == "还差 2 位"
    assert all(problem_words(Problem(flaw)) for flaw in Flaw)
