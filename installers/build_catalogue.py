"""Build resources/catalogue/reference.json from the notice, the guides, the bundles and their notes.

    python installers/build_catalogue.py            write the file
    python installers/build_catalogue.py --check    compare only; exit code 1 when it is out of date

The names of the notice are the authority: a guide whose name differs by more than blanks stops the build,
and so does any value the tables do not know. The same sources and the same pypinyin give the same bytes.
The result is a *reference*: it says how sure each guide is, and nothing in it counts as verified by a site.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

if __package__ in {None, ""}:  # started as a script: the checkout is not on the path yet
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from desk_app.domain.catalogue import (
    Bundle,
    BundleMaterial,
    Code,
    Confidence,
    Faq,
    LegalBasis,
    LegalNature,
    Material,
    Need,
    Occasion,
    Origin,
    Release,
    ServiceItem,
    Tier,
    TimeLimit,
)
from desk_app.domain.item_lint import Severity, lint_release, lint_terms
from desk_app.exchange.catalogue_import import dump_release_file
from installers import catalogue_tables as tables
from installers.catalogue_terms import terms_of
from installers.resource_file import write_or_compare

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "resources" / "catalogue" / "reference.json"
SHARED = ROOT.parent / "shared"
VERSION = "2026.11-1"
PUBLISHED = date(2026, 11, 24)
"""The day the guides were written (notes.md)."""
TITLE = "威海临港经济技术开发区基层政务服务事项基础目录（威临港政管办发〔2021〕4号）参考指南"
TASK_TYPE = "20"
PUBLIC_SERVICE = Code("national", TASK_TYPE, "公共服务")
NATURAL_PERSON = Code("national", "1", "自然人")
TOWN_LEVEL = "5"
"""行使层级 镇(乡、街道)级: 5 in every code list; village and community differ by list and are left out."""

Guide = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sources:
    """The raw texts the resource is made of."""

    notice: str
    guides: Sequence[Guide]
    bundles: Sequence[Mapping[str, Any]]
    notes: str


def stop(what: str) -> NoReturn:
    """The sources disagree: nothing is written, a person has to look."""
    raise SystemExit(f"build_catalogue: {what}")


def read_sources(shared: Path) -> Sources:
    """The four source files under the dossier's folder."""
    catalogue = shared / "catalogue"
    return Sources(
        notice=(shared / "seed" / "notice-2021-4.txt").read_text("utf-8"),
        guides=json.loads((catalogue / "guides.json").read_text("utf-8")),
        bundles=json.loads((catalogue / "bundles.json").read_text("utf-8")),
        notes=(catalogue / "notes.md").read_text("utf-8"),
    )


def build(sources: Sources) -> bytes:
    """The content of the resource file."""
    names, scenes, natures = notice_names(sources.notice), scenes_of(sources.notes), legal_natures()
    if not names.keys() == scenes.keys() == natures.keys():
        stop("the notice, the scenes and the table of legal natures do not name the same items")
    if [guide["id"] for guide in sources.guides] != list(names):
        stop("the guides do not stand in the order of the notice")
    items = linked([item_of(guide, names, scenes, natures) for guide in sources.guides])
    bundles = tuple(bundle_of(bundle, names) for bundle in sources.bundles)
    release = Release(VERSION, PUBLISHED, TITLE, items, bundles)
    situations: dict[str, list[str]] = {}
    for bundle in bundles:
        for item_id in bundle.items:
            situations.setdefault(item_id, []).append(bundle.name)
    terms = terms_of(release, situations)
    for finding in (*lint_release(release), *lint_terms(release, terms)):
        if finding.severity is Severity.ERROR:
            stop(f"{finding.rule} at {finding.item_id} {finding.detail}")
    return dump_release_file(release, terms)


def notice_names(notice: str) -> dict[str, str]:
    """Id to name of the three lists of the notice; blanks inside a name are slips of typing (notes §1)."""
    names: dict[str, str] = {}
    annexes = re.split(r"^\s*附件([123])\s*$", notice, flags=re.MULTILINE)[1:]
    for number, text in zip(annexes[::2], annexes[1::2], strict=True):
        annex = int(number)
        cells = [line.strip() for line in text.splitlines() if line.strip()]
        rows = cells[cells.index("事项名称") + 1 :]
        for seq, (shown, category, name) in enumerate(zip(*[iter(rows)] * 3, strict=True), start=1):
            if shown != str(seq) or category != PUBLIC_SERVICE.label:
                stop(f"annex {annex}, row {seq}: {shown} {category}")
            names[f"{annex}-{seq}"] = re.sub(r"\s", "", name)
        if seq != tables.LIST_LENGTHS[annex]:
            stop(f"annex {annex} has {seq} rows")
    return names


def scenes_of(notes: str) -> dict[str, str]:
    """Id to life scene, from the table of notes §4.1; each item stands in one group."""
    section = notes.partition("### 4.1 ")[2].partition("### 4.2 ")[0]
    scenes: dict[str, str] = {}
    for group, count, members in re.findall(r"^\| ([^|]+) \| (\d+) \| ([^|]+) \|$", section, re.MULTILINE):
        ids = re.findall(r"(?:^|、)([123]-\d+) ", members)
        if len(ids) != int(count) or scenes.keys() & set(ids):
            stop(f"scene {group}: {len(ids)} items found, {count} announced")
        scenes |= dict.fromkeys(ids, group)
    return scenes


def legal_natures() -> dict[str, LegalNature]:
    """Id to legal nature; each item stands in the table once."""
    natures: dict[str, LegalNature] = {}
    for nature, _reason, ids in tables.LEGAL_NATURES:
        for item_id in ids.split():
            if item_id in natures:
                stop(f"{item_id} stands twice in the table of legal natures")
            natures[item_id] = nature
    return {item_id: natures[item_id] for item_id in sorted(natures, key=place)}


def place(item_id: str) -> tuple[int, int]:
    """Annex and running number, for sorting."""
    annex, _dash, seq = item_id.partition("-")
    return int(annex), int(seq)


def item_of(
    guide: Guide,
    names: Mapping[str, str],
    scenes: Mapping[str, str],
    natures: Mapping[str, LegalNature],
) -> ServiceItem:
    """One guide as an item."""
    item_id, tier, kind = guide["id"], tables.TIERS[guide["annex"]], tables.KINDS[guide["case_kind"]]
    _check_frame(guide, names[item_id], tier)
    current = guide.get("aka_current") or ""
    if tables.NO_CURRENT_NAME.get(item_id) == current:
        current = ""
    return ServiceItem(
        id=item_id,
        tier=tier,
        seq=guide["seq"],
        name=guide["name"],
        department=guide["department"],
        mode=tables.MODES[guide["handling_mode"]],
        kind=kind,
        category=PUBLIC_SERVICE,
        service_object=(NATURAL_PERSON,),
        legal_nature=natures[item_id],
        name_corrected=guide.get("name_corrected", ""),
        current_name=current,
        status_note=guide.get("status_note", ""),
        scene=scenes[item_id],
        legal_basis=legal_basis_of(guide),
        conditions=tuple(guide["conditions"]),
        materials=tuple(material_of(number, row) for number, row in enumerate(guide["materials"], start=1)),
        materials_note=guide.get("materials_note", ""),
        steps=tuple(guide["steps"]),
        statutory=limit_of(guide["statutory_limit"]),
        promised_note=guide["promised_limit_reference"] or "",
        fee=guide["fee"],
        amount_reference=guide.get("amount_reference", ""),
        result=guide["result"],
        result_delivery=guide["result_delivery"],
        channels=tuple(guide["channels"]),
        cross_region=guide["cross_region"],
        special_groups=tuple(guide["special_groups"]),
        home_visit=guide["home_visit_suitable"],
        related=tuple(guide["related"]),
        next_stage=tuple(guide.get("next_stage", ())),
        aliases=tuple(guide["keywords"]),
        faqs=tuple(Faq(faq["q"], faq["a"]) for faq in guide["faqs"]),
        confidence=confidence_of(guide),
        sources=tuple(guide["sources"]),
        elements=elements_of(guide, tier),
    )


def _check_frame(guide: Guide, name: str, tier: Tier) -> None:
    """What the notice and the guide both say must agree."""
    if guide["name"] != name:
        stop(f"{guide['id']}: the notice says {name}, the guide {guide['name']}")
    told = (guide["id"], guide["level"], guide["category"], guide["service_object"])
    place_told = (f"{guide['annex']}-{guide['seq']}", tables.LEVELS[tier])
    if told != (*place_told, PUBLIC_SERVICE.label, NATURAL_PERSON.label):
        stop(f"{guide['id']}: {told}")


def elements_of(guide: Guide, tier: Tier) -> dict[str, str]:
    """Further exchange columns (domain.md §1.4) as far as the guides know them."""
    known = {
        "handle_type": "^".join(guide["channels"]),
        "project_type": tables.PROJECT_TYPES[tables.KINDS[guide["case_kind"]]],
        "server_type": NATURAL_PERSON.code,
        "task_type": TASK_TYPE,
    }
    if tier is Tier.TOWN:
        known["use_level"] = TOWN_LEVEL
    if guide["fee"] == "不收费":
        known["is_fee"] = "0"
    if guide["cross_region"] != "不详":
        known["handle_area"] = guide["cross_region"]
    return known


def material_of(number: int, row: Guide) -> Material:
    """One row of the paper list. What the counter verifies is never handed over: no copies."""
    origin, need = tables.ORIGINS[row["source"]], tables.NEEDS[row["required"]]
    occasion = Occasion.ALWAYS
    if row["name"] in tables.PROXY_PAPERS:
        occasion = Occasion.BY_PROXY
    elif need is Need.OPTIONAL:
        occasion = Occasion.IF_APPLICABLE
    return Material(
        number=number,
        name=row["name"],
        form=tables.FORMS[row["form"]],
        copies=0 if origin is Origin.SHARED_CHECK else row["copies"],
        need=need,
        origin=origin,
        e_licence=row["e_licence"],
        note=row["note"],
        occasion=occasion,
    )


def limit_of(limit: Guide) -> TimeLimit:
    """A limit; no days means that nobody knows, whatever the remark says."""
    if limit["days"] is None:
        return TimeLimit(source=limit["source"])
    return TimeLimit(limit["days"], tables.UNITS[limit["unit"]], limit["source"])


def legal_basis_of(guide: Guide) -> tuple[LegalBasis, ...]:
    """The legal basis; a document number listed as unverified marks its row."""
    open_numbers = set(guide["doc_no_unverified"])
    rows = []
    for row in guide["legal_basis"]:
        doubted = {number for number in open_numbers if _same_document(number, row["doc_no"])}
        open_numbers -= doubted
        rows.append(
            LegalBasis(row["title"], row["doc_no"], row["articles"], row["year"], verified=not doubted)
        )
    for number in open_numbers:
        if (guide["id"], number) not in tables.STRAY_DOC_NUMBERS:
            stop(f"{guide['id']}: no legal basis carries the unverified number {number}")
    return tuple(rows)


def _same_document(number: str, other: str) -> bool:
    """Equal, or equal from the year on: one guide writes the issuing office in two ways."""
    tails = [re.sub("^[^〔]*(?=〔)", "", text) for text in (number, other)]
    return number == other or ("〔" in number and tails[0] == tails[1])


def confidence_of(guide: Guide) -> Confidence:
    """How sure the guide is, and what has to be asked."""
    told = guide["confidence"]
    strays = [number for item_id, number in sorted(tables.STRAY_DOC_NUMBERS) if item_id == guide["id"]]
    return Confidence(
        tables.LEVELS_OF_CONFIDENCE[told["overall"]],
        tuple(told["uncertain"]),
        (*told["uncertain_notes"], *strays),
    )


def linked(items: list[ServiceItem]) -> tuple[ServiceItem, ...]:
    """Related items point at each other, and each stage knows the one before it."""
    related = {item.id: list(item.related) for item in items}
    earlier: dict[str, list[str]] = {item.id: [] for item in items}
    for item in items:
        for target in item.next_stage:
            earlier[target].append(item.id)
        for target in item.related:
            if item.id not in related[target]:
                related[target].append(item.id)
    return tuple(
        replace(
            item,
            related=(*item.related, *sorted(related[item.id][len(item.related) :], key=place)),
            previous_stage=tuple(earlier[item.id]),
        )
        for item in items
    )


def bundle_of(bundle: Mapping[str, Any], names: Mapping[str, str]) -> Bundle:
    """One 一件事. Its merged papers may also serve items outside it (stages in other lists)."""
    papers = tuple(
        BundleMaterial(paper["name"], paper["must"], tuple(paper["items"]))
        for paper in bundle["merged_materials"]
    )
    unknown = {*bundle["items"], *(item_id for paper in papers for item_id in paper.items)} - names.keys()
    if unknown:
        stop(f"{bundle['name']}: unknown items {sorted(unknown)}")
    return Bundle(
        bundle["name"], bundle["audience"], tuple(bundle["items"]), bundle["order"], bundle["note"], papers
    )


def main(arguments: list[str] | None = None) -> int:
    """Write or compare the resource file; answers the exit code."""
    parser = argparse.ArgumentParser(description="Build the catalogue resource from notice and guides.")
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with the sources")
    parser.add_argument("--out", type=Path, default=TARGET, help="file to write or compare")
    options = parser.parse_args(arguments)
    return write_or_compare(options.out, build(read_sources(options.shared)), check=options.check)


if __name__ == "__main__":
    raise SystemExit(main())
