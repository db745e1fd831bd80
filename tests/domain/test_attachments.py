"""Pictures of papers: slots, grades, and what cannot follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from desk_app.domain.attachment_words import CHECKED_TEXT, across, foot
from desk_app.domain.attachments import (
    Attached,
    AttachmentEvent,
    AttachmentGraded,
    AttachmentRemoved,
    AttachmentReworked,
    Attachments,
    AttachmentShown,
    Content,
    Grade,
    Look,
    Media,
    PictureSource,
    Slot,
    SlotKind,
    apply,
    default_grade,
    shows_identity,
)
from desk_app.domain.case_values import MaterialState
from desk_app.domain.errors import IllegalMove
from desk_app.domain.picture_work import WHOLE, moved

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
CASE, ONE, TWO = UUID(int=1), UUID(int=2), UUID(int=3)
CONTENT = Content("0" * 64, Media.JPEG, 1, 900)
BOOK = Slot(SlotKind.MATERIAL, 2)
FIRST = Attached(ONE, BOOK, "户口簿", CONTENT, PictureSource.FILE, Grade.UNCHECKED, "王某某", NOW)
SECOND = replace(FIRST, attachment=TWO, slot=Slot(SlotKind.LEDGER))
GONE = AttachmentRemoved(ONE, "拍糊了", "王某某", NOW)


def lived(*events: AttachmentEvent) -> Attachments:
    held = Attachments(CASE)
    for event in events:
        held = apply(held, event)
    return held


def test_a_picture_is_put_graded_mended_looked_at_and_taken_away() -> None:
    other = replace(CONTENT, sha256="1" * 64)
    checked = AttachmentGraded(ONE, Grade.CHECKED, "李某某", NOW)
    shown = AttachmentShown(ONE, Look.SHOWN, "核对", "李某某", NOW)
    held = lived(FIRST, SECOND, checked, AttachmentReworked(ONE, other, NOW), shown)
    item = held.get(ONE)
    assert (item.grade, item.graded_by, item.content, item.looks) == (Grade.CHECKED, "李某某", other, 1)
    assert held.of(BOOK) == (item,)
    after = apply(held, GONE)
    assert [kept.id for kept in after.kept] == [TWO]
    assert (after.get(ONE).reason, after.get(ONE).removed_by, len(after.items)) == ("拍糊了", "王某某", 2)
    assert apply(after, shown).get(ONE).looks == 2


@pytest.mark.parametrize(
    ("code", "events"),
    [
        ("attached_already", (FIRST, FIRST)),
        ("no_such_attachment", (GONE,)),
        ("attachment_gone", (FIRST, GONE, GONE)),
        ("attachment_gone", (FIRST, GONE, AttachmentGraded(ONE, Grade.CHECKED, "李某某", NOW))),
        ("attachment_gone", (FIRST, GONE, AttachmentReworked(ONE, CONTENT, NOW))),
        ("reason_needed", (FIRST, replace(GONE, reason=" "))),
    ],
)
def test_what_cannot_follow(code: str, events: tuple[AttachmentEvent, ...]) -> None:
    with pytest.raises(IllegalMove, match=code):
        lived(*events)


def test_nobody_but_a_person_gives_the_grade_of_a_compared_copy() -> None:
    grades = {default_grade(BOOK, state) for state in (None, *MaterialState)}
    assert grades == {Grade.UNCHECKED, Grade.ISSUED}
    assert default_grade(BOOK, MaterialState.E_LICENCE) is Grade.ISSUED
    assert default_grade(Slot(SlotKind.SIGNED, paper=ONE)) is Grade.PROMISED


@pytest.mark.parametrize(
    ("name", "shows"),
    [("居民身份证", True), ("身份证复印件", True), ("居住证", True), ("户口簿", False), ("结婚证", False)],
)
def test_which_pictures_are_those_of_an_identity_card(name: str, shows: bool) -> None:
    assert shows_identity(name) is shows


def test_what_is_burned_in_follows_grade_and_purpose() -> None:
    item = lived(FIRST).get(ONE)
    assert (across(item), foot(item)) == ("", "")
    assert across(replace(item, purpose="办理高龄津贴")) == "仅用于办理高龄津贴"
    checked = replace(item, grade=Grade.CHECKED)
    assert foot(checked) == f"{CHECKED_TEXT}  王某某 2026-11-24"


def test_a_corner_stays_on_its_own_side_of_the_middle() -> None:
    assert moved(WHOLE, 0, 0.1, 0.2)[0] == (0.1, 0.2)
    assert moved(WHOLE, 0, 9, 9)[0] == (0.48, 0.48)
    assert moved(WHOLE, 0, -1, -1)[0] == (0.0, 0.0)
    assert moved(WHOLE, 2, -9, -9)[2] == (0.52, 0.52)
    assert moved(WHOLE, 1, -9, 9)[1] == (0.52, 0.48)
    assert moved(WHOLE, 3, 0.25, -0.25) == (*WHOLE[:3], (0.25, 0.75))
