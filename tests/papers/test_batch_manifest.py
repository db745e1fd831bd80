"""A batch as its paper lists it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from desk_app.domain.case_life import Carrier
from desk_app.domain.handover import fold
from desk_app.domain.handover_events import (
    BatchOpened,
    BatchReceived,
    BatchSent,
    Difference,
    Extra,
    HandoverEvent,
    LineAdded,
    LineReturned,
    ManifestLine,
    ManifestPaper,
    Travels,
)
from desk_app.papers.batch_manifest import manifest_of_batch

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
ONE, TWO, THREE = (UUID(int=number) for number in (1, 2, 3))
OPENED = BatchOpened("B1", UUID(int=9), "东村", "示例镇", Carrier.POST, NOW, express="EMS1")


def listed(case: UUID) -> LineAdded:
    papers = (ManifestPaper(1, "申请表", Travels.ORIGINAL, 2), ManifestPaper(2, "身份证", Travels.CHECKED, 1))
    return LineAdded(ManifestLine(case, f"n{case.int}", "张*", "事项", papers, date(2026, 12, 1), "急"), NOW)


def test_on_the_way_out_it_lists_the_bag() -> None:
    batch = fold(UUID(int=5), (OPENED, listed(ONE), listed(TWO), BatchSent("甲", "", NOW)))
    made = manifest_of_batch(batch, {ONE: "张某某"})
    assert (made.batch, made.sender, made.receiver, made.express) == ("B1", "东村", "示例镇", "EMS1")
    assert [(line.applicant, line.copies, line.remark) for line in made.lines] == [
        ("张某某", 2, "急"),
        ("张某", 2, "急"),
    ]
    assert (made.differences, made.refusal) == ("", "")


def test_on_arrival_it_says_what_was_found() -> None:
    counted = BatchReceived("钱某某", NOW, (ONE,), (Extra("一张照片"),), (Difference(TWO, "少一页"),))
    events: tuple[HandoverEvent, ...] = (OPENED, *map(listed, (ONE, TWO, THREE)), BatchSent("甲", "", NOW))
    batch = fold(UUID(int=5), (*events, LineReturned(THREE, "不归我们", NOW), counted))
    made = manifest_of_batch(batch, {})
    assert made.differences == "少 n1；多 一张照片；不符 n2 少一页"
    assert made.refusal == "n3 不归我们"
