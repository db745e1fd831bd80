"""文书用语: what is typed is judged and drawn on a sample, and holds once it is saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from desk_app.domain.documents import DocumentKind
from desk_app.domain.sites import Right
from desk_app.domain.wording import Fault, WordingFlaw, WordingVersion
from desk_app.ui.screens.settings.pages.wording import VARIANTS
from desk_app.ui.screens.settings.sections import Section
from desk_app.ui.screens.settings.shown import Said
from desk_app.ui.screens.settings.wording.values import Sentence, WordingCalls
from desk_app.ui.screens.settings.wording.words import blank_word, fault_words, sentence_name
from tests.ui.screens.keyboard import press, type_in
from tests.ui.screens.settings.office import Office
from tests.ui.screens.settings.page import settings_of, words_in
from tests.ui.screens.settings.plain_words import Tell, plain_words
from tests.ui.screens.settings.watching import opened

pytestmark = pytest.mark.usefixtures("qapp")
AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


def test_a_sentence_is_drawn_as_it_is_typed_and_saved(owner: QObject) -> None:
    office = Office()
    page = opened(office, Section.WORDING, owner)
    wording = page.presenter.wording
    assert page.now.wording.sentence is not None
    assert page.now.wording.text == "receipt.title"
    wording.save()
    wording.back_to_draft()
    assert [told[0] for told in office.told] == ["preview"], "nothing was typed: nothing to save"
    wording.type_text("收条")
    assert page.now.wording.dirty
    assert office.told[-1] == ("preview", DocumentKind.RECEIPT, "receipt.title", "收条")
    wording.save()
    assert ("wording", "receipt.title", "收条") in office.told
    assert page.did(Said.SAVED)
    wording.type_text("收条")
    wording.test()
    assert ("test words", DocumentKind.RECEIPT, "receipt.title", "收条") in office.told
    wording.back_to_draft()
    assert ("wording", "receipt.title", "") in office.told


def test_what_must_not_be_said_is_neither_drawn_nor_saved_nor_printed(owner: QObject) -> None:
    office = Office()
    page = opened(office, Section.WORDING, owner)
    before = len(office.told)
    page.presenter.wording.type_text("")
    assert page.now.wording.faults == (Fault(WordingFlaw.EMPTY),)
    page.presenter.wording.save()
    page.presenter.wording.test()
    assert len(office.told) == before


def test_another_paper_sort_or_sentence_leaves_what_was_typed(owner: QObject) -> None:
    office = Office()
    page = opened(office, Section.WORDING, owner)
    wording = page.presenter.wording
    wording.type_text("收条")
    wording.choose(0)
    assert page.now.wording.text == "收条"
    wording.choose(1)
    assert page.now.wording.text == "receipt.lead"
    wording.choose_variant("benefit")
    assert page.now.wording.text == "receipt.lead@benefit".partition("@")[0]
    wording.choose_paper(DocumentKind.MANDATE)
    shown = page.now.wording
    assert (shown.paper, shown.at, shown.sentence and shown.sentence.key) == (
        DocumentKind.MANDATE,
        0,
        "mandate.title@benefit",
    )


def test_a_clerk_reads_and_changes_nothing(owner: QObject) -> None:
    office = Office(rights=frozenset(Right) - {Right.MANAGE_SITE})
    page = opened(office, Section.WORDING, owner)
    page.presenter.wording.type_text("收条")
    page.presenter.wording.save()
    assert not any(told[0] == "wording" for told in office.told)


def test_the_page_by_keyboard(qtbot: QtBot) -> None:
    office = Office()
    view = settings_of(office, qtbot, Section.WORDING)
    page = view.book.wording
    page.focus_start()
    assert page.paper.hasFocus()
    assert page.preview.page_count == 1
    for _ in range(3):
        press(Qt.Key.Key_Tab)
    assert page.box.hasFocus()
    page.box.selectAll()
    type_in("收条")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    assert page.box.toPlainText() == "收条{due}", "a chip writes itself where the cursor stands"
    assert page.box.hasFocus()
    view.primary()
    assert ("wording", "receipt.title", "收条{due}") in office.told
    page.draft.click()
    page.test.click()
    page.paper.activated.emit(1)
    page.variant.activated.emit(VARIANTS.index("assist"))
    page.sentence.activated.emit(1)
    assert page.sentence.currentIndex() == 1
    page.box.clear()
    assert "不能空着" in words_in(page.faults)
    assert not page.save.isEnabled()
    view.resize(700, 700)


def test_every_flaw_and_name_has_words() -> None:
    for flaw in WordingFlaw:
        assert fault_words(Fault(flaw, "due"))
    assert blank_word("nobody") == "nobody"
    assert sentence_name(Sentence("receipt.title", "a", "收件凭证", ())) == "标题：收件凭证"
    draft = "材料将于{date}前转送{to}，请放心等待结果。"
    name = sentence_name(Sentence("receipt.forward@direct", "a", draft, ("date",)))
    assert name.startswith("材料将于〔申请日期〕前")
    assert name.endswith("…")


def test_who_changed_it_when_stands_below(qtbot: QtBot) -> None:
    last = WordingVersion("收条", 2, "王某某", AT)

    def versioned(tell: Tell) -> WordingCalls:
        title = Sentence("receipt.title", "收条", "收件凭证", (), (last,))
        return replace(plain_words(tell), sentences=lambda _kind, _variant: (title,))

    page = settings_of(Office(wording=versioned), qtbot, Section.WORDING).book.wording
    assert "第 2 版，王某某 2026-11-24" in words_in(page.version)
    assert page.draft.isEnabled()
