"""What people came twice for: counted per item and paper, each case once, and nobody pointed at."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from desk_app.domain.case_acts import AmendmentAsked, SupplementAsked
from desk_app.domain.case_events import NoticeGiven
from desk_app.domain.case_life import SupplementLine
from desk_app.domain.case_values import CaseMaterial, MaterialState
from desk_app.domain.catalogue import MaterialForm, Need
from desk_app.domain.returns_why import (
    AT_LEAST,
    Asked,
    Lack,
    Told,
    lacks_of,
    people_asked,
    ranked,
    worth_telling,
)

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
ASKED = Asked(UUID(int=1), "1-1", "低保")


def material(number: int, state: MaterialState | None, reason: str = "") -> CaseMaterial:
    return CaseMaterial(
        number, f"材料{number}", MaterialForm.ORIGINAL, 1, Need.REQUIRED, state, reason=reason
    )


MATERIALS = (
    material(1, MaterialState.ORIGINAL),
    material(2, MaterialState.MISSING, " 没带 "),
    material(3, MaterialState.DEFERRED),
    material(4, None),
)


def lack(case: int, name: str = "照片", reason: str = "", days: int = 0, item: str = "1-1") -> Lack:
    asked = Asked(UUID(int=case), item, f"事项{item}")
    return Lack(asked, name, reason, TODAY - timedelta(days=days), Told.NOTICE)


def test_a_notice_tells_what_was_missing_and_nothing_else() -> None:
    assert lacks_of(ASKED, NoticeGiven(MATERIALS, NOW), ()) == (
        Lack(ASKED, "材料2", "没带", TODAY, Told.NOTICE),
    )


def test_a_supplement_names_rows_of_the_case() -> None:
    lines = (SupplementLine(1, "看不清", "重新复印"), SupplementLine(9, "没有这一行"))
    before = lacks_of(ASKED, SupplementAsked(lines, TODAY, NOW), MATERIALS)
    after = lacks_of(ASKED, AmendmentAsked(lines, TODAY, False, NOW), MATERIALS)
    assert before == (Lack(ASKED, "材料1", "看不清", TODAY, Told.SUPPLEMENT),)
    assert after == (replace(before[0], told=Told.AMENDMENT),)


def test_a_case_counts_once_for_a_paper() -> None:
    found = ranked([lack(1, days=9), lack(1, days=3), lack(2, days=5), lack(2, "户口簿")])
    assert [(why.material, why.cases) for why in found] == [("照片", 2), ("户口簿", 1)]
    assert found[0].last == TODAY - timedelta(days=3)
    assert people_asked([lack(1), lack(1, "户口簿"), lack(2)]) == 2


def test_items_are_not_mixed_and_equals_stand_by_name() -> None:
    found = ranked([lack(1, "乙"), lack(2, "甲"), lack(3, "乙", item="1-2")])
    assert [(why.item_id, why.material) for why in found] == [("1-1", "乙"), ("1-1", "甲"), ("1-2", "乙")]


def test_reasons_are_counted_by_cases_and_without_numbers() -> None:
    lacks = [lack(n, reason="过期了") for n in range(3)]
    lacks += [lack(2, reason="过期了"), lack(3, reason="电话 13800000000 的没带"), lack(4)]
    why = ranked(lacks)[0]
    assert why.reasons[0] == ("过期了", 3)
    assert "13800000000" not in why.reasons[1][0]
    assert why.usual == "过期了"
    assert ranked([lack(1, reason="过期了")])[0].usual == ""


def test_only_what_enough_people_lacked_is_told() -> None:
    lacks = [lack(n, name) for name in ("甲", "乙", "丙", "丁") for n in range(AT_LEAST)]
    lacks += [lack(1, "戊"), lack(9, "丁")]
    assert [why.material for why in worth_telling(ranked(lacks))] == ["丁", "丙", "乙"]
    assert worth_telling(ranked([lack(n) for n in range(AT_LEAST - 1)])) == ()
