"""One's own queues and columns: what is kept, what is refused."""

from __future__ import annotations

import pytest

from desk_app.domain.bodies import decode, encode
from desk_app.domain.errors import InputError
from desk_app.ui.screens.cases.filters import Chip, ListQuestion
from desk_app.ui.screens.cases.own import (
    MOST,
    NARROWEST,
    WIDEST,
    OwnColumn,
    OwnLists,
    columns_of,
    moved,
    queue_of,
    toggled,
    widened,
    with_queue,
    without_queue,
)
from desk_app.ui.screens.cases.rows import Cell

ASKED = ListQuestion(Chip.READY, "王")


def test_a_queue_is_kept_under_its_name_and_replaced_under_the_same() -> None:
    own = with_queue(OwnLists(), "  上门  的 ", ASKED)
    assert [queue.name for queue in own.queues] == ["上门 的"]
    assert queue_of(own, ASKED) is own.queues[0]
    again = with_queue(own, "上门 的", ListQuestion())
    assert [queue.question for queue in again.queues] == [ListQuestion()]
    assert queue_of(again, ASKED) is None
    assert without_queue(own, "上门 的") == OwnLists()
    assert decode(OwnLists, encode(own)) == own


@pytest.mark.parametrize(
    ("name", "code"), [(" ", "queue_name_needed"), ("长" * 13, "queue_name_long"), ("多", "queues_full")]
)
def test_a_name_must_do(name: str, code: str) -> None:
    own = OwnLists()
    for nth in range(MOST):
        own = with_queue(own, f"队列{nth}", ASKED)
    with pytest.raises(InputError, match=code):
        with_queue(own, name, ASKED)


def test_columns_come_and_go_but_for_those_that_must_stay() -> None:
    own = toggled(OwnLists(), Cell.CLERK)
    assert columns_of(own)[Cell.CLERK] == OwnColumn(Cell.CLERK, hidden=True)
    assert toggled(own, Cell.CLERK).columns[Cell.CLERK].hidden is False
    assert toggled(OwnLists(), Cell.ITEM) == OwnLists()
    assert widened(OwnLists(), Cell.LAMP, 1) == OwnLists()


def test_widths_have_ends_and_places_too() -> None:
    wide = narrow = OwnLists()
    for _ in range(40):
        wide, narrow = widened(wide, Cell.DUE, 1), widened(narrow, Cell.DUE, -1)
    assert (columns_of(wide)[Cell.DUE].wider, columns_of(narrow)[Cell.DUE].wider) == (WIDEST, NARROWEST)
    assert [column.cell for column in columns_of(moved(OwnLists(), 0, 1))][:2] == [Cell.NUMBER, Cell.LAMP]
    assert moved(OwnLists(), 0, -1) == OwnLists()


def test_a_column_of_another_version_is_left_out_and_a_new_one_stands_at_the_end() -> None:
    own = OwnLists(columns=(OwnColumn(99), OwnColumn(Cell.CLERK)))
    assert columns_of(own)[0] == OwnColumn(Cell.CLERK)
    assert len(columns_of(own)) == len(Cell)
