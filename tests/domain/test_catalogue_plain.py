"""A release survives the way through plain types unchanged, or is not read at all."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desk_app.domain.catalogue import Release
from desk_app.domain.catalogue_plain import (
    LARGEST_NUMBER,
    digest_of,
    document_of,
    read_document,
    release_from_plain,
    terms_from_plain,
    terms_to_plain,
    to_plain,
)
from desk_app.domain.errors import BadFile
from tests.catalogue_samples import RELEASE, TERMS, TOWN_ITEM, item, release


def plain() -> Any:
    return json.loads(json.dumps(to_plain(RELEASE)))


def refusal(value: object) -> str:
    with pytest.raises(BadFile) as caught:
        release_from_plain(value)
    assert caught.value.code == "catalogue_field"
    return str(caught.value.params["at"])


def test_every_field_comes_back() -> None:
    assert release_from_plain(plain()) == RELEASE


def test_defaults_are_left_out_so_that_files_stay_small_and_readable() -> None:
    first = plain()["items"][0]
    assert "name_corrected" not in first
    assert "unit" not in first["statutory"]
    assert first["materials"][3]["copies"] == 0


@pytest.mark.parametrize(
    ("path", "value", "at"),
    [
        (["version"], 3, "version"),
        (["published"], "20261124", "published"),
        (["published"], "2026-02-30", "published"),
        (["published"], 20261124, "published"),
        (["items"], {}, "items"),
        (["items", 1], [], "items.1"),
        (["items", 1, "tier"], "city", "items.1.tier"),
        (["items", 1, "tier"], [], "items.1.tier"),
        (["items", 1, "seq"], -1, "items.1.seq"),
        (["items", 1, "seq"], True, "items.1.seq"),
        (["items", 1, "seq"], LARGEST_NUMBER + 1, "items.1.seq"),
        (["items", 1, "home_visit"], 1, "items.1.home_visit"),
        (["items", 1, "aliases"], [["x"]], "items.1.aliases.0"),
        (["items", 1, "codes"], [], "items.1.codes"),
        (["items", 1, "codes"], {"catalog_code": 1}, "items.1.codes"),
        (["items", 1, "statutory", "days"], "20", "items.1.statutory.days"),
        (["items", 1, "materials", 2, "need"], "maybe", "items.1.materials.2.need"),
        (["items", 1, "surprise"], "x", "items.1.unknown_field"),
        (["bundles", 0, "materials", 0, "required"], "yes", "bundles.0.materials.0.required"),
    ],
)
def test_a_value_that_does_not_fit_is_named(path: list[Any], value: object, at: str) -> None:
    document = plain()
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert refusal(document) == at


def test_a_missing_field_is_named() -> None:
    document = plain()
    del document["items"][0]["department"]
    assert refusal(document) == "items.0.missing_field"
    assert refusal({}) == "missing_field"
    assert refusal(None) == ""


def test_a_limit_may_say_outright_that_nobody_knows() -> None:
    document = plain()
    document["items"][0]["statutory"] = {"days": None}
    assert release_from_plain(document).items[0].statutory.days is None


def test_terms_come_back() -> None:
    assert terms_from_plain(json.loads(json.dumps(terms_to_plain(TERMS)))) == TERMS


@pytest.mark.parametrize(
    ("value", "at"),
    [
        (None, "terms"),
        ([], "terms"),
        ({"1-1": {}}, "terms.0"),
        ({"1-1": [["name", "津", "jin"]], "2-1": [[]]}, "terms.1"),
        ({"1-1": [["nickname", "津", "jin"]]}, "terms.0"),
        ({"1-1": [["name", "津"]]}, "terms.0"),
        ({"1-1": [["name", "津", 3]]}, "terms.0"),
        ({"1-1": [[["name"], "津", "jin"]]}, "terms.0"),
        ({"1-1": [3]}, "terms.0"),
    ],
)
def test_a_term_that_does_not_fit_is_named(value: object, at: str) -> None:
    with pytest.raises(BadFile) as caught:
        terms_from_plain(value)
    assert (caught.value.code, caught.value.params) == ("catalogue_field", {"at": at})


def test_the_digest_changes_with_content_and_with_nothing_else() -> None:
    digest = digest_of(RELEASE, TERMS)
    again = read_document(json.loads(json.dumps(document_of(RELEASE, TERMS), indent=3)))
    assert again == (RELEASE, TERMS, digest)
    assert digest_of(RELEASE, TERMS[:1]) != digest
    other = Release(RELEASE.version, RELEASE.published, RELEASE.title, (item(fee="收费"),))
    assert digest_of(other, TERMS) != digest


def test_the_order_of_exchange_columns_does_not_change_the_digest() -> None:
    one = release(item(elements={"a": "1", "b": "2"}))
    two = release(item(elements={"b": "2", "a": "1"}))
    assert digest_of(one, ()) == digest_of(two, ())


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"format": "desk-calendar"}, "catalogue_format"),
        ({"format_version": True}, "catalogue_format"),
        ({"format_version": 0}, "catalogue_format"),
        ({"format_version": "1"}, "catalogue_format"),
        ({"format_version": 2}, "catalogue_too_new"),
        ({"release": 1}, "catalogue_field"),
        ({"terms": 1}, "catalogue_field"),
        ({"digest": "sha256:0"}, "catalogue_digest"),
        ({"digest": None}, "catalogue_digest"),
    ],
)
def test_a_document_of_another_kind_is_refused(changes: dict[str, object], code: str) -> None:
    with pytest.raises(BadFile) as caught:
        read_document(document_of(RELEASE, TERMS) | changes)
    assert caught.value.code == code


def test_what_is_no_object_is_no_release() -> None:
    with pytest.raises(BadFile, match="catalogue_format"):
        read_document([TOWN_ITEM.id])
