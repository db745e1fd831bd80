"""Reading emergency forms: which numbers are on paper, and what became of them."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import Connection, select

from desk_app.db.tables import form_block_row
from desk_app.domain.bodies import decode
from desk_app.domain.errors import IllegalMove, NotFound
from desk_app.domain.paper_forms import FormBlock

_ROWS = form_block_row.c


class FormBlocks:
    """Blocks of numbers set aside. There are few: a site prints some each year."""

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self._connect = connect

    def get(self, block_id: UUID) -> FormBlock:
        """One block. Raises NotFound ``no_such_forms``."""
        body = self._connect().scalar(select(_ROWS.body).where(_ROWS.id == block_id))
        if body is None:
            raise NotFound("no_such_forms")
        return decode(FormBlock, body)

    def unsettled(self, site: UUID) -> tuple[FormBlock, ...]:
        """Blocks of a site with forms nobody has accounted for, oldest first."""
        wanted = select(_ROWS.body).where(_ROWS.site == site, _ROWS.left > 0)
        bodies = self._connect().scalars(wanted.order_by(_ROWS.reserved_at, _ROWS.id))
        return tuple(decode(FormBlock, body) for body in bodies)

    def holding(self, digits: str) -> FormBlock:
        """The block a number belongs to. Raises IllegalMove ``form_not_reserved``."""
        wanted = select(_ROWS.body).order_by(_ROWS.left == 0, _ROWS.reserved_at.desc())
        for body in self._connect().scalars(wanted):
            block = decode(FormBlock, body)
            if block.form(digits) is not None:
                return block
        raise IllegalMove("form_not_reserved")
