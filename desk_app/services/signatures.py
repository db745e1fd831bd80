"""A signature given on the customer's screen: two encrypted blobs and an entry, in one transaction."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desk_app.domain.case_ends import SignatureTaken
from desk_app.domain.cases import Case
from desk_app.domain.performing import perform
from desk_app.domain.signing import check_ink, signed_now
from desk_app.domain.sites import Clerk

if TYPE_CHECKING:
    from desk_app.db.store import Store


def take_signature(
    store: Store, clerk: Clerk, case_id: UUID, picture: bytes, strokes: bytes, now: datetime
) -> Case:
    """Keep a signature with a case, for whatever is signed at this point of it.

    Raises:
        InputError: there is no ink, or it is none (``signature_empty``, ``signature_unusable``).
        IllegalMove: the case takes no signature any more.
        NotFound: there is no such case.
    """
    check_ink(picture, strokes)
    with store.write(clerk, now) as tx:
        case = tx.cases.get(case_id)
        names = tx.documents.put(picture), tx.documents.put(strokes)
        event = SignatureTaken(signed_now(case), *names, now)
        for one in perform(case, event, clerk, tx.calendar):
            tx.record(one, case_id)
        return tx.cases.get(case_id)


def signature_picture(store: Store, sha256: str) -> bytes:
    """The picture of a signature. Raises NotFound."""
    with store.read() as reader:
        return reader.documents.get(sha256)
