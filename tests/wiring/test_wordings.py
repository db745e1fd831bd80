"""A site's own words reach the papers, and the papers already printed keep theirs."""

from __future__ import annotations

import pytest

from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import InputError
from desk_app.wiring.desk import Desk
from desk_app.wiring.intake import IntakeWiring
from desk_app.wiring.printing import Printing
from desk_app.wiring.wordings import wording_calls
from tests.papers.reading import text_of
from tests.services.desk_samples import form
from tests.stories.counter import BENEFIT, LI, WANG


def test_the_next_paper_says_it_and_the_last_one_stays(office: Desk) -> None:
    printing = Printing(office)
    calls = wording_calls(office, printing)
    offered = office.offer.get(BENEFIT)
    accept = IntakeWiring(office, printing)
    accept.submit(form(BENEFIT, 7, WANG).take_all(offered), offered)
    (before,) = office.folder.printed_folder.glob("*receipt*.pdf")
    calls.save("receipt.counted@benefit", "材料点清了，一份不少。")
    calls.save("receipt.title", "收条")
    accept.submit(form(BENEFIT, 8, LI).take_all(offered), offered)
    (after,) = set(office.folder.printed_folder.glob("*receipt*.pdf")) - {before}
    assert "收条" in text_of(after.read_bytes())
    assert "一份不少" in text_of(after.read_bytes())
    assert "收条" not in text_of(before.read_bytes())
    sentences = {each.key: each for each in calls.sentences(DocumentKind.RECEIPT, "")}
    assert sentences["receipt.title"].text == "收条"
    assert sentences["receipt.title"].versions[-1].number == 1
    own = {each.key: each for each in calls.sentences(DocumentKind.RECEIPT, "benefit")}
    assert own["receipt.counted@benefit"].text == "材料点清了，一份不少。"
    assert own["receipt.title@benefit"].text == "收条"
    with pytest.raises(InputError):
        calls.save("receipt.title", "行政许可收条")


def test_a_sample_shows_it_before_it_holds_and_names_nobody(office: Desk) -> None:
    printing = Printing(office)
    calls = wording_calls(office, printing)
    pages = calls.preview(DocumentKind.MANDATE, "mandate.title_agent", "代办委托单")
    assert pages
    assert calls.test_print(DocumentKind.RECEIPT, "receipt.title", "收条")
    (file,) = office.folder.printed_folder.glob("test-receipt.pdf")
    text = text_of(file.read_bytes())
    assert "收条" in text
    assert "演示" in text
    assert "张某某" in text
    assert not any(party.name in text for party in (WANG, LI))
    assert printing.wording.say("receipt.title") == "收件凭证"


def test_a_new_printing_reads_the_words_the_store_holds(office: Desk) -> None:
    wording_calls(office, Printing(office)).save("receipt.title", "收条")
    assert Printing(office).wording.say("receipt.title") == "收条"
    office.close()
    assert Printing(office).wording.say("receipt.title") == "收件凭证"
