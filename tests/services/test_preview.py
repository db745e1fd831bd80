from __future__ import annotations

from desk_app.domain.cases import CaseState, MaterialState
from desk_app.services.catalogue import Offer
from desk_app.services.preview import case_as_it_would_be
from tests.services.desk_samples import NOW, form


def test_the_preview_shows_the_case_the_commit_would_make(offer: Offer) -> None:
    offered = offer.get("1-19")
    filled = form("1-19").take_all(offered)
    assert case_as_it_would_be(filled, offered, NOW).state is CaseState.ACCEPTED
    missing = filled.mark(1, MaterialState.MISSING)
    noticed = case_as_it_would_be(missing, offered, NOW)
    assert noticed.state is CaseState.NOTICED
    assert [row.number for row in noticed.missing] == [1]
