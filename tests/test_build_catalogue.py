"""The catalogue that ships is what the converter makes of the notice and the guides.

The sources lie beside the checkout while the program is built. Where they are absent, the committed digest
says whether the resource is still the one that was checked against them.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desk_app.domain.catalogue import (
    CaseKind,
    ConfidenceLevel,
    LegalNature,
    Need,
    Occasion,
    Origin,
    Release,
    Tier,
)
from desk_app.domain.item_lint import Severity
from desk_app.domain.lookup_terms import TermKind
from desk_app.exchange.catalogue_import import ReleaseFile, parse_release_file
from installers import build_catalogue
from installers.catalogue_terms import syllables
from tests.catalogue_samples import RESOURCE

SHARED = build_catalogue.SHARED
COMMITTED = "0602a095d4e951fa09c7b19e97c3d537a95d2add0e0d15394f6e3d09edfa0fb9"


@pytest.fixture(scope="module")
def shipped() -> ReleaseFile:
    return parse_release_file(RESOURCE.read_bytes())


@pytest.fixture(scope="module")
def release(shipped: ReleaseFile) -> Release:
    return shipped.release


def small_sources() -> build_catalogue.Sources:
    """A notice of the right shape, made up from the resource: refusals are tested without the dossier."""
    release = parse_release_file(RESOURCE.read_bytes()).release
    notice = ""
    for annex, tier in ((1, Tier.TOWN), (2, Tier.COMMUNITY), (3, Tier.VILLAGE)):
        notice += f"附件{annex}\n序号\n事项类别\n事项名称\n"
        for item in release.items:
            if item.tier is tier:
                notice += f"\t{item.seq}\n\t公共服务\n\t{item.name}\n\n"
    return build_catalogue.Sources(notice, (), (), "")


def test_the_resource_is_what_the_converter_builds() -> None:
    data = RESOURCE.read_bytes()
    assert hashlib.sha256(data).hexdigest() == COMMITTED, (
        "run installers/build_catalogue.py, then mend COMMITTED"
    )
    if SHARED.is_dir():
        assert build_catalogue.build(build_catalogue.read_sources(SHARED)) == data
        assert build_catalogue.main(["--check"]) == 0


def test_the_shipped_release_passes_as_an_import_with_only_open_questions_and_a5_warnings(
    shipped: ReleaseFile,
) -> None:
    warnings = {finding.rule for finding in shipped.findings if finding.severity is Severity.WARNING}
    assert warnings == {"deferrable_in_immediate", "deferrable_form", "deferrable_identity"}


def test_three_lists_with_the_names_of_the_notice(release: Release) -> None:
    counts = {tier: sum(item.tier is tier for item in release.items) for tier in Tier}
    assert counts == {Tier.TOWN: 58, Tier.COMMUNITY: 28, Tier.VILLAGE: 7}
    assert {item.id: item.name for item in release.items} == build_catalogue.notice_names(
        small_sources().notice
    )
    corrected = {item.id: item.display_name for item in release.items if item.name_corrected}
    assert corrected == {
        "1-44": "转外就医医疗费用手工报销（参保居民）",
        "2-11": "城镇无业失业独生子女父母奖励（独生子女费）申请",
    }


def test_papers_are_mapped(release: Release) -> None:
    papers = [paper for item in release.items for paper in item.materials]
    assert len(papers) == 517
    assert sum(paper.need is Need.REQUIRED for paper in papers) == 285
    assert sum(paper.need is Need.DEFERRABLE for paper in papers) == 82
    exempt = [paper for paper in papers if paper.exempt]
    assert len(exempt) == 41
    assert {paper.copies for paper in exempt} == {0}
    proxy = [paper for paper in papers if paper.occasion is Occasion.BY_PROXY]
    assert {paper.name for paper in proxy} == {"授权委托书及代办人身份证", "亲属代办材料"}
    assert all(paper.need is Need.OPTIONAL for paper in papers if paper.occasion is not Occasion.ALWAYS)
    assert all(paper.occasion is Occasion.ALWAYS for paper in papers if paper.need is not Need.OPTIONAL)
    assert {paper.origin for paper in papers} == set(Origin)


def test_unknown_limits_stay_unknown(release: Release) -> None:
    limits = {item.id: item.statutory.days for item in release.items}
    assert limits["1-1"] == 30
    assert limits["1-42"] == 30
    assert limits["1-17"] is None
    assert all(item.promised.days is None for item in release.items)
    query = release.item("1-45")
    assert query is not None
    assert query.kind is CaseKind.IMMEDIATE


def test_unverified_numbers_mark_their_legal_basis(release: Release) -> None:
    doubted = {
        (item.id, row.doc_no) for item in release.items for row in item.legal_basis if not row.verified
    }
    assert ("1-5", "国务院令第765号") in doubted
    assert ("2-12", "国人口发〔2007〕78号") in doubted
    assert ("1-1", "民发〔2021〕57号") not in doubted
    stray = release.item("3-4")
    assert stray is not None
    assert "人社部发〔2019〕84号" in stray.confidence.questions


def test_stages_and_related_items_lead_both_ways(release: Release) -> None:
    stages = {item.id: item.previous_stage for item in release.items if item.previous_stage}
    assert stages["1-17"] == ("2-28", "3-6")
    assert stages["1-10"] == ("2-19", "3-2", "3-4")
    items = {item.id: item for item in release.items}
    assert all(item.id in items[target].related for item in release.items for target in item.related)


def test_confidence_and_scenes_are_carried_over(release: Release) -> None:
    levels = [item.confidence.level for item in release.items]
    assert [levels.count(level) for level in ConfidenceLevel] == [28, 53, 12]
    scenes = [item.scene for item in release.items]
    assert (len(set(scenes)), scenes.count("养老保险")) == (14, 11)


def test_the_remedy_line_follows_the_nature_of_the_item(release: Release) -> None:
    nature = {item.id: item.legal_nature for item in release.items}
    benefits = ("1-1", "1-2", "1-12", "1-13", "1-17", "1-19", "1-42", "2-1", "3-6")
    assert {nature[item_id] for item_id in benefits} == {LegalNature.BENEFIT}
    assert {nature[item_id] for item_id in ("1-4", "1-5", "1-22", "1-27", "1-39")} == {
        LegalNature.CONFIRMATION
    }
    assert {nature[item_id] for item_id in ("1-11", "1-46", "1-58", "2-6", "2-7")} == {LegalNature.SERVICE}


def test_bundles_come_with_their_merged_papers(release: Release) -> None:
    assert len(release.bundles) == 14
    birth = release.bundles[0]
    assert (birth.name, birth.items) == ("出生一件事", ("1-27", "1-38"))
    assert birth.materials[0].items == ("1-27", "2-9", "1-38", "2-20", "1-32")


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("重度残疾人护理补贴", "zhong du can ji ren hu li bu tie"),
        ("重残医保", "zhong can yi bao"),
        ("重病补助", "zhong bing bu zhu"),
        ("恢复重建", "hui fu chong jian"),
        ("长期异地就医备案", "chang qi yi di jiu yi bei an"),
        ("长寿老年人", "chang shou lao nian ren"),
        ("学生或家长", "xue sheng huo jia zhang"),
        ("换银行卡", "huan yin hang ka"),
        ("行驶证", "xing shi zheng"),
        ("退役军人参保", "tui yi jun ren can bao"),
        ("参核人员", "can he ren yuan"),
        ("参加核试验", "can jia he shi yan"),
        ("核销", "he xiao"),
        ("结扎证明", "jie za zheng ming"),
        ("宫颈癌", "gong jing ai"),
        ("特困供养", "te kun gong yang"),
        ("调解书", "tiao jie shu"),
        ("解除", "jie chu"),
        ("处方", "chu fang"),
        ("变更页、更正", "bian geng ye geng zheng"),
        ("资助渠道", "zi zhu qu dao"),
        ("在校就读", "zai xiao jiu du"),
        ("转诊转院", "zhuan zhen zhuan yuan"),
        ("抗美援朝", "kang mei yuan chao"),
        ("育龄妇女", "yu ling fu nv"),
        ("假肢", "jia zhi"),
        ("倒房重建", "dao fang chong jian"),
        ("服药补助", "fu yao bu zhu"),
        ("80周岁以上", "80 zhou sui yi shang"),
        ("爱山东APP", "ai shan dong app"),
    ],
)
def test_characters_with_several_readings_are_read_as_people_say_them(text: str, spelled: str) -> None:
    assert " ".join(syllables(text)) == spelled


def test_a_character_without_a_reading_stops_the_build() -> None:
    with pytest.raises(SystemExit, match="no reading"):
        syllables("Ａ区")


def test_terms_of_an_item(shipped: ReleaseFile) -> None:
    texts = {(term.kind, term.text) for term in shipped.terms if term.item_id == "2-11"}
    assert (TermKind.NAME, "城镇无业失业独生子女父母奖励（独生子女费）申请") in texts
    assert (TermKind.NAME, "城填无业失业独生子女父母奖励（独生子女费）申请") in texts
    assert (TermKind.ALIAS, "光荣证") in texts
    assert (TermKind.SCENE, "计生家庭奖扶一件事") in texts
    assert (TermKind.DEPARTMENT, "卫生健康") in texts
    stages = {term.text for term in shipped.terms if term.item_id == "1-1" and term.kind is TermKind.STAGE}
    assert stages == {"最低生活保障申请"}
    current = {
        term.text for term in shipped.terms if term.item_id == "1-44" and term.kind is TermKind.CURRENT
    }
    assert current == {"住院/门诊费用报销（零星报销）", "门诊费用报销（零星报销）"}
    renewed = {term.text for term in shipped.terms if term.item_id == "1-3" and term.kind is TermKind.CURRENT}
    assert "生育登记" in renewed


def guide(**changes: Any) -> dict[str, Any]:
    good: dict[str, Any] = {
        "id": "1-1",
        "annex": 1,
        "seq": 1,
        "name": "最低生活保障审核",
        "level": "镇级",
        "category": "公共服务",
        "service_object": "自然人",
        "doc_no_unverified": [],
        "legal_basis": [{"title": "办法", "doc_no": "民发〔2021〕57号", "articles": "", "year": 2021}],
    }
    return good | changes


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("附件1\n事项名称\n2\n公共服务\n某事\n", "annex 1, row 1"),
        ("附件1\n事项名称\n1\n行政许可\n某事\n", "annex 1, row 1"),
        ("附件3\n事项名称\n1\n公共服务\n某事\n", "annex 3 has 1 rows"),
    ],
)
def test_a_notice_that_cannot_be_read_stops_the_build(text: str, message: str) -> None:
    with pytest.raises(SystemExit, match=message):
        build_catalogue.notice_names(text)


def test_blanks_in_a_name_are_slips_of_typing() -> None:
    notice = small_sources().notice.replace("80岁以上高龄补贴申请", "80 岁以上高龄补贴申请")
    assert build_catalogue.notice_names(notice)["2-18"] == "80岁以上高龄补贴申请"


@pytest.mark.parametrize(
    "changes", [{"name": "最低生活保障审批"}, {"level": "社区"}, {"category": "行政许可"}, {"seq": 2}]
)
def test_a_guide_that_disagrees_with_the_notice_stops_the_build(changes: dict[str, Any]) -> None:
    with pytest.raises(SystemExit, match="1-1"):
        build_catalogue._check_frame(guide(**changes), "最低生活保障审核", Tier.TOWN)


def test_an_unverified_number_that_no_basis_carries_stops_the_build() -> None:
    assert build_catalogue.legal_basis_of(guide())[0].verified
    doubted = guide(doc_no_unverified=["民发〔2021〕57号"])
    assert not build_catalogue.legal_basis_of(doubted)[0].verified
    with pytest.raises(SystemExit, match="民发〔2020〕1号"):
        build_catalogue.legal_basis_of(guide(doc_no_unverified=["民发〔2020〕1号"]))


def test_scenes_must_hold_what_they_announce() -> None:
    notes = "### 4.1 \n| 住房 | 2 | 2-5 廉租房、廉租房补贴申请 |\n### 4.2 "
    with pytest.raises(SystemExit, match="住房: 1 items found, 2 announced"):
        build_catalogue.scenes_of(notes)
    assert build_catalogue.scenes_of(notes.replace("| 2 |", "| 1 |")) == {"2-5": "住房"}


def test_a_bundle_of_unknown_items_stops_the_build() -> None:
    bundle = {
        "name": "某事",
        "audience": "",
        "items": ["9-9"],
        "order": "",
        "note": "",
        "merged_materials": [],
    }
    with pytest.raises(SystemExit, match="9-9"):
        build_catalogue.bundle_of(bundle, {})


def test_sources_of_different_items_stop_the_build() -> None:
    with pytest.raises(SystemExit, match="do not name the same items"):
        build_catalogue.build(small_sources())
    scene = "、".join(f"{item_id} 某事" for item_id in build_catalogue.notice_names(small_sources().notice))
    notes = f"### 4.1 \n| 全部 | 93 | {scene} |\n### 4.2 "
    with pytest.raises(SystemExit, match="order of the notice"):
        build_catalogue.build(replace(small_sources(), notes=notes))


def test_the_converter_writes_and_notices_a_file_out_of_date(tmp_path: Path) -> None:
    if not SHARED.is_dir():
        assert re.fullmatch("[0-9a-f]{64}", COMMITTED)
        return
    out = tmp_path / "catalogue" / "reference.json"
    assert build_catalogue.main(["--check", "--out", str(out)]) == 1
    assert build_catalogue.main(["--out", str(out)]) == 0
    assert out.read_bytes() == RESOURCE.read_bytes()
    out.write_bytes(b"{}")
    assert build_catalogue.main(["--check", "--out", str(out)]) == 1


def test_the_resource_is_plain_json_that_any_tool_reads(release: Release) -> None:
    document = json.loads(RESOURCE.read_bytes())
    assert document["release"]["version"] == release.version == build_catalogue.VERSION
