from __future__ import annotations

from dataclasses import replace

import pytest

from desk_app.db.store import Store
from desk_app.domain.accounts import RecordsExported
from desk_app.domain.errors import NotAllowed
from desk_app.domain.streams import decode_event
from desk_app.services import listing
from desk_app.services.catalogue import Offer
from desk_app.services.intake import Intake, commit_intake
from desk_app.services.listing import full_cases, masked_cases
from tests.services.desk_samples import CLERK, MANAGER, NOW, ZHANG, form


def test_cases_leave_masked_page_by_page(store: Store, offer: Offer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "PAGE", 2)
    offered = offer.get("1-19")
    for number in range(1, 6):
        who = replace(ZHANG, phone=f"1380000000{number}")
        commit_intake(store, CLERK, Intake(form("1-19", number, who).take_all(offered), offered), NOW)
    lines = list(masked_cases(store))
    assert [line.number[12:15] for line in lines] == ["001", "002", "003", "004", "005"]
    assert {line.applicant for line in lines} == {"张*"}
    assert {line.id_number for line in lines} == {"110105********002X"}


def test_full_numbers_need_a_right_and_leave_a_trace(store: Store, offer: Offer) -> None:
    offered = offer.get("1-19")
    commit_intake(store, CLERK, Intake(form("1-19").take_all(offered), offered), NOW)
    with pytest.raises(NotAllowed):
        list(full_cases(store, CLERK, "核对", NOW))
    assert [line.id_number for line in full_cases(store, MANAGER, "核对", NOW)] == [ZHANG.id_number]
    with store.read() as reader:
        last = list(reader.journal.all())[-1]
    event = decode_event(last.envelope.kind, last.envelope.version, last.body)
    assert event == RecordsExported("cases", 1, masked=False, purpose="核对", at=NOW)
