"""A district's release file is read whole or refused whole, whatever is in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.catalogue_plain import digest_of
from desk_app.domain.errors import BadFile
from desk_app.exchange.catalogue_import import (
    LONGEST_TEXT,
    MOST_BYTES,
    dump_release_file,
    parse_release_file,
    read_release_file,
)
from tests.catalogue_samples import RELEASE, TERMS, TOWN_ITEM

GOOD = dump_release_file(RELEASE, TERMS)


def refusal(data: bytes) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(BadFile) as caught:
        parse_release_file(data)
    return caught.value.code, caught.value.params


def changed(change: Callable[[Any], object]) -> bytes:
    document = json.loads(GOOD)
    change(document)
    return json.dumps(document).encode()


def test_what_is_dumped_is_read_back() -> None:
    found = parse_release_file(GOOD)
    assert (found.release, found.terms) == (RELEASE, TERMS)
    assert found.digest == digest_of(RELEASE, TERMS)
    assert found.findings == ()


def test_a_dump_has_one_item_a_line_and_the_same_bytes_each_time() -> None:
    assert dump_release_file(RELEASE, TERMS) == GOOD
    lines = GOOD.decode().splitlines()
    assert [line[:14] for line in lines[1:3]] == ['{"id": "1-1", ', '{"id": "2-1", ']
    assert lines[-3][:7] == '"1-1": '


def test_a_byte_order_mark_and_other_blanks_are_no_fault() -> None:
    assert parse_release_file(b"\xef\xbb\xbf" + GOOD.replace(b"\n", b"\r\n")).release == RELEASE


def test_findings_that_forbid_nothing_come_along() -> None:
    release = replace(RELEASE, items=(replace(TOWN_ITEM, fee="", related=(), previous_stage=()),), bundles=())
    found = parse_release_file(dump_release_file(release, TERMS[:2]))
    assert [finding.rule for finding in found.findings] == ["fee_missing"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "catalogue_not_json"),
        (b"PK\x03\x04", "catalogue_not_json"),
        (GOOD[:-9], "catalogue_not_json"),
        (GOOD.decode().encode("gb18030"), "catalogue_not_json"),
        (b"[" * 100_000, "catalogue_not_json"),
        (b'{"format": Infinity}', "catalogue_not_json"),
        (b'{"format_version": ' + b"9" * 5000 + b"}", "catalogue_not_json"),
        (b'{"format": "desk-catalogue", "format": "desk-catalogue"}', "catalogue_not_json"),
        (b" " * (MOST_BYTES + 1), "catalogue_too_big"),
        (b"[]", "catalogue_format"),
        (b"null", "catalogue_format"),
        (b'{"format": "desk-calendar"}', "catalogue_format"),
    ],
)
def test_a_file_of_another_kind_is_refused(data: bytes, code: str) -> None:
    assert refusal(data)[0] == code


@pytest.mark.parametrize(
    "text",
    [
        "高龄\u202e津贴",
        "高龄\u200b津贴",
        "高龄\x00",
        "高龄\n津贴",
        chr(0xD800),
        "\ue000",
        "\ufffd",
        "\ufeff高",
    ],
)
def test_hidden_characters_are_refused(text: str) -> None:
    def hide(document: Any) -> None:
        document["release"]["items"][0]["steps"] = [text]

    assert refusal(changed(hide)) == ("catalogue_text", {"most": LONGEST_TEXT})


def test_hidden_characters_in_keys_are_refused_too() -> None:
    assert refusal(changed(lambda document: document.update({"\u202e": 1})))[0] == "catalogue_text"


def test_a_text_without_end_is_refused() -> None:
    long = "长" * (LONGEST_TEXT + 1)
    assert refusal(changed(lambda document: document["release"].update(title=long)))[0] == "catalogue_text"


def test_a_changed_word_breaks_the_digest() -> None:
    assert refusal(GOOD.replace("不收费".encode(), "收费用".encode()))[0] == "catalogue_digest"


def test_a_field_that_does_not_fit_is_named() -> None:
    data = changed(lambda document: document["release"]["items"][1].update(mode="sometimes"))
    assert refusal(data) == ("catalogue_field", {"at": "items.1.mode"})


def test_a_release_that_does_not_hold_together_is_refused() -> None:
    release = replace(RELEASE, items=(TOWN_ITEM,))
    code, params = refusal(dump_release_file(release, TERMS))
    assert code == "catalogue_rule"
    assert (params["rule"], params["item"]) == ("link_unknown", "1-1")
    assert int(params["count"]) > 1


def test_reading_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "release.json"
    path.write_bytes(GOOD)
    same = {RELEASE.version: digest_of(RELEASE, TERMS)}
    assert read_release_file(path, {}).release == RELEASE
    assert read_release_file(path, same).release == RELEASE
    with pytest.raises(BadFile) as caught:
        read_release_file(path, {RELEASE.version: "sha256:other"})
    assert (caught.value.code, caught.value.params) == (
        "catalogue_version_taken",
        {"version": RELEASE.version},
    )


def test_a_missing_file_and_a_folder_are_refused_in_words(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(BadFile, match="catalogue_unreadable"):
            read_release_file(path, {})


def test_an_endless_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(50 * MOST_BYTES)
    with pytest.raises(BadFile, match="catalogue_too_big"):
        read_release_file(path, {})


@given(st.integers(0, len(GOOD)), st.binary(max_size=8))
def test_a_damaged_file_is_read_or_refused_but_never_crashes(at: int, noise: bytes) -> None:
    outcome = ""
    try:
        parse_release_file(GOOD[:at] + noise + GOOD[at + len(noise) :])
    except BadFile as refused:
        outcome = refused.code
    assert outcome == "" or outcome.startswith("catalogue_")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(json_values, st.data())
def test_any_value_in_any_place_is_read_or_refused(value: object, data: st.DataObject) -> None:
    document = json.loads(GOOD)
    place, key = document, "release"
    while data.draw(st.booleans()) and isinstance(place[key], (dict, list)) and place[key]:
        place = place[key]
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
    place[key] = value
    outcome = "read"
    try:
        parse_release_file(json.dumps(document).encode())
    except BadFile as refused:
        outcome = refused.code
    assert outcome == "read" or outcome.startswith("catalogue_")
