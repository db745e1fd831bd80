"""Emergency forms: numbers set aside, forms entered later under their number, spoiled ones voided (B17)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.back_entry import BackEntry, BackSource
from desk_app.domain.cases import Case
from desk_app.domain.errors import IllegalMove, InputError, NotAllowed
from desk_app.domain.numbers import ReceiptNumber
from desk_app.domain.paper_forms import (
    MOST_FORMS,
    FormBlock,
    FormsReserved,
    FormVoided,
    OutForm,
    forms_out,
    require_out,
)
from desk_app.domain.sites import Clerk, Right
from desk_app.domain.worktime import local_day
from desk_app.services.intake import Intake, commit_intake

if TYPE_CHECKING:
    from desk_app.db.store import Reader, Store


def reserve_forms(store: Store, clerk: Clerk, count: int, now: datetime) -> FormBlock:
    """Set numbers aside for forms on paper; they are never given out at the keyboard.

    Raises NotAllowed, InputError ``forms_out_of_range``.
    """
    _require(clerk)
    if not 1 <= count <= MOST_FORMS:
        raise InputError("forms_out_of_range", most=MOST_FORMS)
    with store.write(clerk, now) as tx:
        numbers = tx.counters.reserve_receipts(count, local_day(now))
        block_id = tx.new_id(now)
        tx.record(FormsReserved(tuple(number.digits for number in numbers), now), block_id)
        return tx.form_blocks.get(block_id)


def enter_form(store: Store, clerk: Clerk, number: str, intake: Intake, at: datetime, now: datetime) -> Case:
    """Enter a form that was filled in by hand: a case under the form's number, with the time of the act.

    Raises as :func:`~desk_app.services.intake.commit_intake`; InputError for what is no receipt number;
    IllegalMove ``form_not_reserved``, ``form_entered_already``, ``form_void_already``,
    ``form_before_reserved``.
    """
    digits = ReceiptNumber.parse(number).digits
    back = BackEntry(BackSource.EMERGENCY)
    return commit_intake(store, clerk, Intake(intake.form, intake.offered, back, digits), now, at)


def void_form(store: Store, clerk: Clerk, number: str, reason: str, now: datetime) -> FormBlock:
    """A form is spoiled or was never used. Raises as :func:`enter_form`, and ``reason_needed``."""
    digits = ReceiptNumber.parse(number).digits
    return void_forms(store, clerk, (digits,), reason, now)[0]


def void_forms(
    store: Store, clerk: Clerk, numbers: tuple[str, ...], reason: str, now: datetime
) -> tuple[FormBlock, ...]:
    """Void some forms for one reason, all or none: what is left of a set when the power is back.

    ``numbers`` are digits as stored. Raises as :func:`void_form`.
    """
    _require(clerk)
    if not reason.strip():
        raise IllegalMove("reason_needed")
    touched: dict[UUID, None] = {}
    with store.write(clerk, now) as tx:
        for digits in numbers:
            block = tx.form_blocks.holding(digits)
            require_out(block, digits)
            tx.record(FormVoided(digits, reason.strip(), now), block.id)
            touched[block.id] = None
        return tuple(tx.form_blocks.get(block_id) for block_id in touched)


def forms_still_out(store: Store, clerk: Clerk, now: datetime) -> tuple[OutForm, ...]:
    """Forms of this site that are to be entered or voided, oldest first."""
    with store.read() as reader:
        return still_out(reader, clerk, now)


def still_out(reader: Reader, clerk: Clerk, now: datetime) -> tuple[OutForm, ...]:
    """Like :func:`forms_still_out`, within one moment of the store."""
    return tuple(
        form for block in reader.form_blocks.unsettled(clerk.site.id) for form in forms_out(block, now)
    )


def _require(clerk: Clerk) -> None:
    if not clerk.may(Right.RECEIVE):
        raise NotAllowed("right_missing", right=Right.RECEIVE.value)
