"""Counting a bag, as plain values: what is missing, what differs, what lies there besides."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from desk_app.domain.bodies import decode, encode
from desk_app.domain.case_life import Carrier
from desk_app.domain.handover import Batch, BatchLine, BatchState, LineState
from desk_app.domain.handover_events import Difference, Extra, ManifestLine
from desk_app.ui.screens.handover.tally import Found, Handling, Tally, counted, gaps, unseen
from desk_app.ui.screens.handover.words import handling_words

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
ONE, TWO, THREE = (UUID(int=number) for number in (1, 2, 3))


def batch(*settled: UUID) -> Batch:
    lines = tuple(
        BatchLine(
            ManifestLine(case, f"n{case.int}", "张*", "示例事项", ()),
            LineState.RETURNED if case in settled else LineState.LISTED,
        )
        for case in (ONE, TWO, THREE)
    )
    here = UUID(int=9)
    return Batch(
        *(UUID(int=5), "B1", BatchState.SENT, UUID(int=8), "东村", "中心", here),
        *(Carrier.BY_HAND, NOW),
        lines=lines,
    )


def test_what_was_not_scanned_is_missing_only_once_the_counting_is_over() -> None:
    tally = Tally().tick(ONE).tick(ONE)
    assert [line.listed.case for line in unseen(batch(), tally)] == [TWO, THREE]
    assert gaps(batch(), tally, closing=False) == ()
    missing = gaps(batch(THREE), tally, closing=True)
    assert [(gap.found, gap.key, gap.handling) for gap in missing] == [
        (Found.MISSING, str(TWO), Handling.LOOK_FOR)
    ]


def test_what_differs_must_be_told_in_words() -> None:
    tally = Tally().differ(ONE, "")
    (gap,) = gaps(batch(), tally, closing=False)
    assert (gap.found, gap.said) == (Found.DIFFERING, False)
    (gap,) = gaps(batch(), tally.differ(ONE, "少一页"), closing=False)
    assert gap.said
    assert gaps(batch(), tally.untick(ONE), closing=False) == ()


def test_a_handling_that_no_longer_fits_is_forgotten() -> None:
    tally = Tally().handle(str(ONE), Handling.BRING).differ(ONE, "少一页")
    assert gaps(batch(), tally, closing=False)[0].handling is Handling.KEEP


def test_what_is_signed_for() -> None:
    tally = (
        Tally(remark="雨天").tick(ONE).differ(TWO, " 少一页 ").add_extra("x").add_extra("x").add_extra("y")
    )
    tally = tally.drop_extra("y").handle(str(THREE), Handling.BRING)
    count, back = counted(batch(), tally, handling_words(), "钱某某")
    assert back == {}
    assert (count.signed_by, count.seen, count.remark) == ("钱某某", (ONE, TWO), "雨天")
    assert count.differing == (Difference(TWO, "少一页，先接收，限 2 日补齐"),)
    assert count.absences == {THREE: "等对方补送"}
    assert count.extra == (Extra("x", "退给交出方"),)


def test_what_goes_back_at_once_is_not_seen() -> None:
    tally = Tally(signed_by=" 孙某某 ").tick(ONE).differ(TWO, "缺公章").handle(str(TWO), Handling.SEND_BACK)
    count, back = counted(batch(THREE), tally, handling_words(), "钱某某")
    assert (count.signed_by, count.seen, count.differing) == ("孙某某", (ONE,), ())
    assert back == {TWO: "缺公章"}


def test_a_count_is_kept_and_read_back() -> None:
    tally = (
        Tally(signed_by="孙某某")
        .tick(ONE)
        .differ(TWO, "少一页")
        .add_extra("x")
        .handle("x", Handling.KEEP_HERE)
    )
    assert decode(Tally, encode(tally)) == tally
