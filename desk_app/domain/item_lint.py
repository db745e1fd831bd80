"""What is wrong with a catalogue, said in codes.

The rules follow the quality script that offices run over their lists (domain.md §1.5) and the rules a
counter lives by (appendix A5: what may not be deferred). ``ERROR`` means the release does not hold together
and is not imported; ``WARNING`` means a citizen or a clerk would be misled; ``NOTE`` means a question is
open. ``detail`` holds the material number, item id or code the finding is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.catalogue import (
    CaseKind,
    ConfidenceLevel,
    Material,
    MaterialForm,
    Need,
    Occasion,
    Origin,
    Release,
    ServiceItem,
    SiteItem,
)
from desk_app.domain.lookup_terms import Term, TermKind, spans


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that one item breaks. ``item_id`` is empty when the finding is about the release."""

    item_id: str
    rule: str
    severity: Severity
    detail: str = ""


IDENTITY_LICENCES = frozenset({"居民身份证"})
"""Names in ``Material.e_licence`` that prove who somebody is; such a paper can never be brought later."""
CODE_LENGTHS: Mapping[str, int] = {"catalog_code": 12, "task_code": 31, "task_handle_item": 33}
"""National lengths (domain.md §1.2). Provinces differ, so another length is a warning only."""
CERTIFICATE_RESULT = "10"
"""审批结果类型 10 is 证照 (§1.3)."""

_ID = re.compile(r"[0-9A-Za-z]{1,20}(-[0-9A-Za-z]{1,20}){0,3}")
_VERSION = re.compile(r"[0-9]{4}\.[0-9]{2}-[0-9]{1,4}")
_SYLLABLE = re.compile(r"[a-z]{1,6}|[0-9a-z]{1,40}")
_PHONE_WITH_AREA = re.compile(r"0[0-9]{2,3}-?[0-9]{7,8}|1[0-9]{10}|1[0-9]{4}|[48]00-?[0-9]{3}-?[0-9]{4}")
Rule = Callable[[ServiceItem], Iterator[tuple[str, Severity, str]]]
_FOUND = tuple[str, Severity, str]


def lint_release(release: Release) -> tuple[Finding, ...]:
    """Everything to be said about a release, errors first, then in the order of the items."""
    found = [*_whole(release), *_references(release)]
    found += [finding for item in release.items for finding in lint_item(item)]
    order = list(Severity)
    return tuple(sorted(found, key=lambda finding: order.index(finding.severity)))


def lint_item(item: ServiceItem) -> tuple[Finding, ...]:
    """What can be said about an item on its own."""
    return tuple(Finding(item.id, *what) for rule in _RULES for what in rule(item))


def lint_terms(release: Release, terms: Iterable[Term]) -> tuple[Finding, ...]:
    """Whether look-up can work: every item is found by its name, every syllable has its place."""
    known = {item.id: item.display_name for item in release.items}
    unnamed = dict(known)
    found: list[Finding] = []
    for term in terms:
        if term.item_id not in known:
            found.append(Finding("", "term_unknown_item", Severity.ERROR, term.item_id[:40]))
        elif len(term.syllables) != len(spans(term.text)) or not all(
            _SYLLABLE.fullmatch(syllable) for syllable in term.syllables
        ):
            found.append(Finding(term.item_id, "term_syllables", Severity.ERROR, term.text))
        elif term.kind is TermKind.NAME and term.text == known[term.item_id]:
            unnamed.pop(term.item_id, None)
    found += [Finding(item_id, "term_missing_name", Severity.ERROR) for item_id in unnamed]
    return tuple(found)


def lint_site_item(item: ServiceItem, change: SiteItem) -> tuple[Finding, ...]:
    """What can be said about a site's own values for an item (§1.5: telephones; §1.6: limits)."""
    return tuple(
        Finding(item.id, rule, severity, detail)
        for rule, severity, detail in [*_phones(change), *_site_limit(item, change)]
    )


def _whole(release: Release) -> Iterator[Finding]:
    if not _VERSION.fullmatch(release.version):
        yield Finding("", "version_form", Severity.ERROR, release.version[:40])
    if not release.items:
        yield Finding("", "release_empty", Severity.ERROR)
    for item_id, count in Counter(item.id for item in release.items).items():
        if count > 1:
            yield Finding(item_id, "id_twice", Severity.ERROR, str(count))
    names = Counter((item.tier, item.display_name) for item in release.items)
    for item in release.items:
        if names[item.tier, item.display_name] > 1:
            yield Finding(item.id, "name_twice_in_tier", Severity.WARNING)


def _references(release: Release) -> Iterator[Finding]:
    """Every id that is pointed at exists, and points back."""
    items = {item.id: item for item in release.items}
    for item in release.items:
        for target in (*item.related, *item.next_stage, *item.previous_stage):
            if target not in items or target == item.id:
                yield Finding(item.id, "link_unknown", Severity.ERROR, target[:40])
        for target, back in _links_back(item, items):
            if item.id not in back:
                yield Finding(item.id, "link_one_way", Severity.WARNING, target)
    for bundle in release.bundles:
        ids = {*bundle.items, *(item_id for paper in bundle.materials for item_id in paper.items)}
        for item_id in sorted(ids - items.keys()):
            yield Finding("", "bundle_unknown_item", Severity.ERROR, item_id[:40])


def _links_back(item: ServiceItem, items: Mapping[str, ServiceItem]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each item pointed at, with what it points back to in the opposite direction."""
    for target in item.related:
        if target in items:
            yield target, items[target].related
    for target in item.next_stage:
        if target in items:
            yield target, items[target].previous_stage
    for target in item.previous_stage:
        if target in items:
            yield target, items[target].next_stage


def _identity(item: ServiceItem) -> Iterator[_FOUND]:
    if not _ID.fullmatch(item.id):
        yield "id_form", Severity.ERROR, item.id[:40]
    for name, value in (("name", item.name), ("department", item.department)):
        if not value.strip():
            yield f"{name}_missing", Severity.ERROR, ""
    if not item.service_object:
        yield "service_object_missing", Severity.WARNING, ""
    for name, length in CODE_LENGTHS.items():
        code = item.codes.get(name, "")
        if code and len(code) != length:
            yield "code_length", Severity.WARNING, name


def _guide(item: ServiceItem) -> Iterator[_FOUND]:
    for name, value in (
        ("conditions", item.conditions),
        ("steps", item.steps),
        ("fee", item.fee),
        ("result", item.result),
        ("legal_basis", item.legal_basis),
        ("materials", item.materials or item.materials_note),
    ):
        if not value:
            yield f"{name}_missing", Severity.WARNING, ""
    if item.elements.get("is_fee") == "1" and not item.elements.get("fee_basis"):
        yield "fee_without_basis", Severity.WARNING, ""
    kind = item.elements.get("result_type", CERTIFICATE_RESULT)
    if item.result.endswith("证") and kind != CERTIFICATE_RESULT:
        yield "result_type", Severity.WARNING, kind


def _limits(item: ServiceItem) -> Iterator[_FOUND]:
    statutory, promised = item.statutory, item.promised
    if item.kind is CaseKind.IMMEDIATE:
        if (promised.days or 0) > 1:
            yield "immediate_with_limit", Severity.WARNING, str(promised.days)
        return
    if promised.days == 0:
        yield "promised_without_days", Severity.WARNING, ""
    if statutory.days is None and promised.days is None:
        yield "limit_unknown", Severity.NOTE, ""
    if _longer(promised.days, statutory.days) and promised.unit is statutory.unit:
        yield "promised_over_statutory", Severity.WARNING, f"{promised.days}>{statutory.days}"


def _longer(days: int | None, ceiling: int | None) -> bool:
    return days is not None and ceiling is not None and days > ceiling


def _visits(item: ServiceItem) -> Iterator[_FOUND]:
    """到办事现场次数 and its reason, where the list gives them."""
    times = item.elements.get("limit_scene_num", "")
    if times not in {"", "0"} and not item.elements.get("limit_scene_explain"):
        yield "visit_without_reason", Severity.WARNING, times


def _numbering(item: ServiceItem) -> Iterator[_FOUND]:
    numbers = [paper.number for paper in item.materials]
    if numbers != list(range(1, len(numbers) + 1)):
        yield "material_numbers", Severity.ERROR, ""
    names = Counter(paper.name for paper in item.materials)
    for paper in item.materials:
        if not paper.name.strip():
            yield "material_name_missing", Severity.ERROR, str(paper.number)
        elif names[paper.name] > 1:
            yield "material_twice", Severity.WARNING, str(paper.number)


def _papers(item: ServiceItem) -> Iterator[_FOUND]:
    for paper in item.materials:
        for rule in _paper_faults(paper):
            yield rule, Severity.WARNING, str(paper.number)
        if paper.need is Need.DEFERRABLE and item.kind is CaseKind.IMMEDIATE:
            yield "deferrable_in_immediate", Severity.WARNING, str(paper.number)


def _paper_faults(paper: Material) -> Iterator[str]:
    """Appendix A5 and the two separate flags of a paper (exempt, deferrable)."""
    if paper.exempt and paper.copies:
        yield "exempt_with_copies"
    if not paper.exempt and not paper.copies and paper.form is not MaterialForm.ELECTRONIC:
        yield "no_copies"
    if paper.need is not Need.DEFERRABLE:
        if paper.need is Need.REQUIRED and paper.occasion is not Occasion.ALWAYS:
            yield "required_sometimes"
        return
    if paper.exempt:
        yield "deferrable_exempt"
    if paper.form is MaterialForm.SHEET and paper.origin is Origin.COUNTER:
        yield "deferrable_form"
    if paper.e_licence in IDENTITY_LICENCES:
        yield "deferrable_identity"


def _trust(item: ServiceItem) -> Iterator[_FOUND]:
    for basis in item.legal_basis:
        if not basis.verified:
            yield "legal_basis_unverified", Severity.NOTE, basis.doc_no or basis.title
    if item.confidence.level is ConfidenceLevel.LOW:
        yield "confidence_low", Severity.NOTE, ""
    if item.confidence.questions:
        yield "questions_open", Severity.NOTE, str(len(item.confidence.questions))


def _phones(change: SiteItem) -> Iterator[_FOUND]:
    for name, number in (("phone", change.phone), ("complaint_phone", change.complaint_phone)):
        if change.offered and not number:
            yield f"{name}_missing", Severity.WARNING, ""
        elif number and not _PHONE_WITH_AREA.fullmatch(number):
            yield "phone_without_area", Severity.WARNING, name
    if change.phone and change.phone == change.complaint_phone:
        yield "phones_equal", Severity.WARNING, ""


def _site_limit(item: ServiceItem, change: SiteItem) -> Iterator[_FOUND]:
    if _longer(change.promised_days, item.statutory.days) and change.promised_unit is item.statutory.unit:
        yield "promised_over_statutory", Severity.WARNING, f"{change.promised_days}>{item.statutory.days}"


_RULES: tuple[Rule, ...] = (_identity, _guide, _limits, _visits, _numbering, _papers, _trust)
