"""Each rule finds what it is for, and a sound item is left in peace."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk_app.domain.catalogue import (
    Bundle,
    BundleMaterial,
    CaseKind,
    Confidence,
    ConfidenceLevel,
    LegalBasis,
    Material,
    MaterialForm,
    Need,
    Occasion,
    Origin,
    SiteItem,
    TimeLimit,
)
from desk_app.domain.item_lint import (
    Finding,
    Severity,
    lint_item,
    lint_release,
    lint_site_item,
    lint_terms,
)
from desk_app.domain.lookup_terms import Term, TermKind
from desk_app.domain.worktime import Unit
from tests.catalogue_samples import BILL, BUNDLE, CARD, CHECK, FORM, RELEASE, STAGE_ITEM, TERMS, item, release


def rules(**changes: object) -> list[tuple[str, str]]:
    return [(finding.rule, finding.detail) for finding in lint_item(item(**changes))]


def paper_rules(paper: Material, **changes: object) -> list[str]:
    return [rule for rule, _detail in rules(materials=(replace(paper, number=1),), **changes)]


def test_a_sound_release_has_no_findings() -> None:
    assert lint_release(RELEASE) == ()
    assert lint_terms(RELEASE, TERMS) == ()


@pytest.mark.parametrize(
    ("changes", "rule", "detail"),
    [
        ({"id": "1/1"}, "id_form", "1/1"),
        ({"name": " "}, "name_missing", ""),
        ({"department": ""}, "department_missing", ""),
        ({"service_object": ()}, "service_object_missing", ""),
        ({"codes": {"task_code": "123"}}, "code_length", "task_code"),
        ({"conditions": ()}, "conditions_missing", ""),
        ({"steps": ()}, "steps_missing", ""),
        ({"fee": ""}, "fee_missing", ""),
        ({"result": ""}, "result_missing", ""),
        ({"legal_basis": ()}, "legal_basis_missing", ""),
        ({"materials": ()}, "materials_missing", ""),
        ({"elements": {"is_fee": "1"}}, "fee_without_basis", ""),
        ({"elements": {"result_type": "30"}, "result": "老年证"}, "result_type", "30"),
        ({"kind": CaseKind.IMMEDIATE, "materials": (FORM,)}, "immediate_with_limit", "10"),
        ({"promised": TimeLimit(0)}, "promised_without_days", ""),
        ({"promised": TimeLimit(), "statutory": TimeLimit()}, "limit_unknown", ""),
        ({"promised": TimeLimit(21)}, "promised_over_statutory", "21>20"),
        ({"elements": {"limit_scene_num": "1"}}, "visit_without_reason", "1"),
        ({"materials": (FORM, replace(CARD, number=3))}, "material_numbers", ""),
        ({"materials": (replace(FORM, name=""),)}, "material_name_missing", "1"),
        ({"legal_basis": (LegalBasis("法", "号", verified=False),)}, "legal_basis_unverified", "号"),
        ({"legal_basis": (LegalBasis("法", verified=False),)}, "legal_basis_unverified", "法"),
        ({"confidence": Confidence(ConfidenceLevel.LOW)}, "confidence_low", ""),
        ({"confidence": Confidence(ConfidenceLevel.HIGH, (), ("问",))}, "questions_open", "1"),
    ],
)
def test_each_rule_finds_its_fault_and_nothing_else(
    changes: dict[str, object], rule: str, detail: str
) -> None:
    assert rules(**changes) == [(rule, detail)]


@pytest.mark.parametrize(
    "changes",
    [
        {"materials": (), "materials_note": "不需要材料"},
        {"elements": {"is_fee": "1", "fee_basis": "某文件"}},
        {"elements": {"result_type": "10"}, "result": "老年证"},
        {"elements": {"limit_scene_num": "0"}},
        {"elements": {"limit_scene_num": "1", "limit_scene_explain": "须本人签字"}},
        {"kind": CaseKind.IMMEDIATE, "promised": TimeLimit(1), "materials": (FORM,)},
        {"kind": CaseKind.IMMEDIATE, "promised": TimeLimit(), "materials": (FORM,)},
        {"promised": TimeLimit(21, Unit.NATURAL)},
        {"promised": TimeLimit(), "statutory": TimeLimit(20)},
    ],
)
def test_what_is_in_order_is_not_reported(changes: dict[str, object]) -> None:
    assert rules(**changes) == []


def test_two_rows_of_one_name() -> None:
    twins = (FORM, replace(FORM, number=2))
    assert rules(materials=twins) == [("material_twice", "1"), ("material_twice", "2")]


@pytest.mark.parametrize(
    ("paper", "rule"),
    [
        (replace(CHECK, copies=1), "exempt_with_copies"),
        (replace(CARD, copies=0), "no_copies"),
        (replace(CARD, occasion=Occasion.BY_PROXY), "required_sometimes"),
        (replace(CHECK, need=Need.DEFERRABLE), "deferrable_exempt"),
        (replace(FORM, need=Need.DEFERRABLE), "deferrable_form"),
        (replace(CARD, need=Need.DEFERRABLE), "deferrable_identity"),
    ],
)
def test_papers_follow_appendix_a5(paper: Material, rule: str) -> None:
    assert paper_rules(paper) == [rule]


@pytest.mark.parametrize(
    "paper",
    [
        replace(CARD, copies=0, form=MaterialForm.ELECTRONIC),
        replace(FORM, need=Need.DEFERRABLE, origin=Origin.APPLICANT),
        BILL,
        CHECK,
    ],
)
def test_papers_in_order(paper: Material) -> None:
    assert paper_rules(paper) == []


def test_nothing_is_brought_later_to_what_is_done_at_once() -> None:
    assert paper_rules(BILL, kind=CaseKind.IMMEDIATE, promised=TimeLimit()) == ["deferrable_in_immediate"]


def found(*items: object, **changes: object) -> list[tuple[str, str, str]]:
    one = replace(release(*items), **changes)  # type: ignore[arg-type]  # replace cannot be typed by name
    return [(finding.item_id, finding.rule, finding.detail) for finding in lint_release(one)]


def test_a_release_must_have_a_version_and_items() -> None:
    assert found(version="next") == [("", "version_form", "next"), ("", "release_empty", "")]


def test_an_id_stands_once() -> None:
    alone = item(related=(), previous_stage=())
    assert ("1-1", "id_twice", "2") in found(alone, replace(alone, name="另一项"))


def test_equal_names_in_one_list_are_a_warning() -> None:
    alone = item(related=(), previous_stage=())
    assert found(alone, replace(alone, id="1-2")) == [
        ("1-1", "name_twice_in_tier", ""),
        ("1-2", "name_twice_in_tier", ""),
    ]


def test_every_link_leads_somewhere_else() -> None:
    lonely = item(related=("9-9",), previous_stage=("8-8",), next_stage=("1-1", "7-7"))
    assert [row for row in found(lonely) if row[1] == "link_unknown"] == [
        ("1-1", "link_unknown", target) for target in ("9-9", "1-1", "7-7", "8-8")
    ]


def test_links_lead_back() -> None:
    one = item(related=("2-1",), previous_stage=("2-1",), next_stage=())
    other = replace(STAGE_ITEM, related=(), next_stage=(), previous_stage=())
    assert found(one, other) == [("1-1", "link_one_way", "2-1")] * 2
    assert found(item(related=(), previous_stage=()), replace(STAGE_ITEM, related=())) == [
        ("2-1", "link_one_way", "1-1")
    ]


def test_bundles_hold_known_items() -> None:
    wrong = replace(BUNDLE, items=("9-1",), materials=(BundleMaterial("证", True, ("9-2",)),))
    bundles: tuple[Bundle, ...] = (wrong,)
    alone = item(related=(), previous_stage=())
    assert found(alone, bundles=bundles) == [
        ("", "bundle_unknown_item", "9-1"),
        ("", "bundle_unknown_item", "9-2"),
    ]


def test_errors_come_first() -> None:
    severities = [finding.severity for finding in lint_release(release(item(fee=""), version="x"))]
    assert severities[0] is Severity.ERROR
    assert Severity.WARNING in severities


@pytest.mark.parametrize(
    ("term", "finding"),
    [
        (
            Term("9-9", TermKind.ALIAS, "津", ("jin",)),
            Finding("", "term_unknown_item", Severity.ERROR, "9-9"),
        ),
        (
            Term("1-1", TermKind.ALIAS, "津贴", ("jin",)),
            Finding("1-1", "term_syllables", Severity.ERROR, "津贴"),
        ),
        (Term("1-1", TermKind.ALIAS, "津", ("Jīn",)), Finding("1-1", "term_syllables", Severity.ERROR, "津")),
    ],
)
def test_terms_that_look_up_could_not_use(term: Term, finding: Finding) -> None:
    assert lint_terms(RELEASE, (*TERMS, term)) == (finding,)


def test_every_item_is_found_by_its_name() -> None:
    assert lint_terms(RELEASE, TERMS[:2]) == (Finding("2-1", "term_missing_name", Severity.ERROR),)


def site_rules(**changes: object) -> list[tuple[str, str]]:
    good: dict[str, object] = {"phone": "0631-5550001", "complaint_phone": "12345"}
    change = SiteItem("1-1", **(good | changes))  # type: ignore[arg-type]  # values come by name
    return [(finding.rule, finding.detail) for finding in lint_site_item(item(), change)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"phone": ""}, [("phone_missing", "")]),
        ({"complaint_phone": ""}, [("complaint_phone_missing", "")]),
        ({"offered": False, "phone": "", "complaint_phone": ""}, []),
        ({"phone": "5550001"}, [("phone_without_area", "phone")]),
        ({"phone": "13800000000"}, []),
        ({"complaint_phone": "0631-5550001"}, [("phones_equal", "")]),
        ({"promised_days": 21}, [("promised_over_statutory", "21>20")]),
        ({"promised_days": 20}, []),
        ({"promised_days": 21, "promised_unit": Unit.NATURAL}, []),
    ],
)
def test_a_site_s_own_values(changes: dict[str, object], expected: list[tuple[str, str]]) -> None:
    assert site_rules(**changes) == expected
