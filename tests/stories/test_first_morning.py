"""From an empty computer to the first slip, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.domain.cases import CaseState
from desk_app.domain.numbers import ReceiptNumber
from desk_app.driving import TooSlow
from desk_app.services.demo import PASSWORD
from tests.stories.counter import PROOF, WANG, Clock, Counter

SITE_NAME, ADMIN, WORD = "示例镇便民服务中心", "周某某", "zhuren-2026"


@pytest.fixture
def bare(tmp_path: Path, qapp: QApplication) -> Iterator[Counter]:
    desk = Counter(tmp_path / "profile", Clock())
    yield desk
    desk.close()


def name_the_site(counter: Counter) -> None:
    hands = counter.hands
    while hands.focus.accessibleName() != "站点名称":
        hands.press("Tab")
    hands.fill(SITE_NAME)
    hands.press("Ctrl+Return")


def make_the_account(counter: Counter) -> None:
    counter.hands.fill(ADMIN, WORD)
    counter.hands.type(WORD)
    counter.hands.press("Ctrl+Return")
    assert counter.profile.exists()
    assert "恢复单" in counter.words()


def test_from_nothing_to_the_first_slip(bare: Counter) -> None:
    hands = bare.open()
    assert "首次设置" in bare.words()
    assert "先看演示" in bare.words()
    name_the_site(bare)
    make_the_account(bare)
    hands.press("Ctrl+Return")
    assert "恢复单" in bare.words(), "not before the sheet was kept"
    hands.press("Space", "Ctrl+Return")
    assert "最低生活保障审核" in bare.words()
    hands.press("Ctrl+Return", "Ctrl+Return", "Ctrl+Return")
    bare.hands.wait_until(lambda: bare.page() == "lookup", "the desk is open")
    assert SITE_NAME in bare.words()
    bare.take_in(PROOF, WANG)
    hands.press("F4", "Ctrl+Return")
    case = bare.last_case()
    assert (case.state, case.applicant) == (CaseState.FINISHED, WANG)
    paper = bare.paper("completion")
    assert SITE_NAME in paper
    assert ReceiptNumber.parse(case.number).formatted.replace(" ", "") in paper
    bare.close()
    bare.open()
    bare.sign_in(WORD)
    assert len(bare.cases()) == 1


def test_a_first_run_that_was_closed_goes_on_where_it_was(bare: Counter) -> None:
    bare.open()
    name_the_site(bare)
    bare.close()
    bare.open()
    assert "管理员姓名" in bare.words()
    make_the_account(bare)
    bare.close()
    hands = bare.open()
    bare.sign_in(WORD)
    assert "恢复单" in bare.words(), "the sheet is still to be kept"
    hands.press("Ctrl+Return")
    hands.press("Space", "Ctrl+Return", "Ctrl+Return", "Ctrl+Return", "Ctrl+Return")
    bare.hands.wait_until(lambda: bare.page() == "lookup", "the desk is open")


def test_items_decided_before_the_window_was_closed_stay_decided(bare: Counter) -> None:
    hands = bare.open()
    name_the_site(bare)
    make_the_account(bare)
    hands.press("Ctrl+Return", "Space", "Ctrl+Return")
    assert "最低生活保障审核" in bare.words()
    hands.press("Down", "Space")
    bare.close()
    bare.open()
    bare.sign_in(WORD)
    with bare.running.desk.open_store.read() as reader:
        decided = reader.site_items.all(bare.running.desk.known.site.id)
    assert len(decided) == 1


def test_a_poor_password_is_told_and_nothing_is_made(bare: Counter) -> None:
    hands = bare.open()
    name_the_site(bare)
    hands.fill(ADMIN, "short")
    hands.type("short")
    hands.press("Ctrl+Return")
    assert not bare.profile.exists()
    assert "谁来用，现在在这一步" in bare.words()
    assert hands.focus.accessibleName() == "口令", "that is what has to be mended"


@pytest.mark.timeout(400)
def test_the_demo_is_offered_and_opened(bare: Counter) -> None:
    hands = bare.open()
    hands.press_at_once("Alt+Y")
    wait_for_the_demo(bare)
    hands.calm()
    assert bare.running.desk.info is not None
    assert bare.running.desk.info.demo
    assert "演示数据，口令是" in bare.words()
    assert not bare.profile.exists(), "the real profile is not touched"
    bare.sign_in(PASSWORD)
    assert bare.page() == "lookup"
    hands.press("Ctrl+3")
    assert "某" in bare.words()


def wait_for_the_demo(counter: Counter) -> None:
    """A few hundred cases with their papers: longer than anything else may take."""
    for _ in range(10):
        try:
            counter.hands.wait_until(counter.running.jobs.idle, "the demo is made")
        except TooSlow:
            continue
        return
