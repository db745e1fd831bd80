"""A signature is kept with its case, whole or not at all."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest

from desk_app.db.store import Store
from desk_app.domain.case_ends import SignatureTaken
from desk_app.domain.cases import Case
from desk_app.domain.errors import IllegalMove, InputError, NotFound
from desk_app.domain.signatures import SignedFor
from desk_app.domain.signing import PNG_MARK
from desk_app.services.case_acts import act
from desk_app.services.catalogue import Offer
from desk_app.services.intake import Intake, commit_intake
from desk_app.services.signatures import signature_picture, take_signature
from tests.services.desk_samples import CLERK, NOW, form

PICTURE, STROKES = PNG_MARK + b"ink", b"[[[1,2,3,0.5]]]"


@pytest.fixture
def case(store: Store, offer: Offer) -> Case:
    item = offer.get("1-1")
    return commit_intake(store, CLERK, Intake(form("1-1", 100).take_all(item), item), NOW)


def test_picture_and_strokes_lie_in_the_store_under_the_names_in_the_entry(store: Store, case: Case) -> None:
    later = NOW + timedelta(minutes=1)
    (made,) = take_signature(store, CLERK, case.id, PICTURE, STROKES, later).lived.signatures
    assert made.purpose is SignedFor.APPLICATION
    assert made.picture == hashlib.sha256(PICTURE).hexdigest()
    assert signature_picture(store, made.picture) == PICTURE
    assert signature_picture(store, made.strokes) == STROKES
    assert store.verify().ok
    with store.read() as reader:
        assert reader.cases.timeline(case.id)[-1].kind == "case.signature_taken"
        assert reader.cases.last_act(case.id) != reader.cases.timeline(case.id)[-1].id


def test_nothing_is_kept_after_a_refusal(store: Store, case: Case) -> None:
    with pytest.raises(InputError):
        take_signature(store, CLERK, case.id, b"", STROKES, NOW)
    with store.read() as reader:
        assert reader.cases.get(case.id).lived.signatures == ()
    with pytest.raises(NotFound):
        signature_picture(store, hashlib.sha256(PICTURE).hexdigest())


def test_an_entry_without_its_ink_is_refused(store: Store, case: Case) -> None:
    event = SignatureTaken(SignedFor.APPLICATION, "a" * 64, "b" * 64, NOW)
    with pytest.raises(IllegalMove):
        act(store, CLERK, case.id, event, NOW)
