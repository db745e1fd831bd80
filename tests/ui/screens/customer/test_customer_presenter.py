"""One face at a time, each answered once, none left standing."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from desk_app.domain.case_life import Satisfaction
from desk_app.ui.screens.customer import presenter as module
from desk_app.ui.screens.customer.presenter import CustomerPresenter
from desk_app.ui.screens.customer.values import Confirm, Fact, Ink, Progress, Rate, Sign, Thanks, Welcome

ME, OTHER = UUID(int=1), UUID(int=2)
CONFIRM = Confirm(ME, (Fact("申请人", "张某某", "张*某"),))
INK = Ink(b"png", (((1.0, 2.0, 0, 0.5),),))


@pytest.fixture
def heard() -> list[object]:
    return []


@pytest.fixture
def presenter(heard: list[object], qtbot: QtBot) -> Iterator[CustomerPresenter]:
    made = CustomerPresenter()
    made.answered.connect(lambda subject, right: heard.append((subject, right)))
    made.rated.connect(lambda subject, level: heard.append((subject, level)))
    made.signed.connect(lambda subject, ink: heard.append((subject, ink)))
    yield made
    made.clear()


def test_facts_are_answered_once(presenter: CustomerPresenter, heard: list[object]) -> None:
    presenter.show(CONFIRM)
    presenter.answer(False)
    presenter.answer(True)
    assert heard == [(ME, False)]
    assert isinstance(presenter.face, Confirm)
    assert presenter.face.answer is False
    presenter.rate(1)
    presenter.sign(INK)
    assert len(heard) == 1


def test_a_rating_is_given_once_unless_it_could_not_be_kept(
    presenter: CustomerPresenter, heard: list[object]
) -> None:
    presenter.show(Rate(ME, ""))
    for place in (0, 6):
        presenter.rate(place)
    presenter.rate(5)
    presenter.rate(1)
    assert heard == [(ME, Satisfaction.VERY_DISSATISFIED)]
    presenter.again()
    presenter.rate(1)
    assert heard[-1] == (ME, Satisfaction.VERY_SATISFIED)


def test_a_signature_needs_ink(presenter: CustomerPresenter, heard: list[object]) -> None:
    presenter.show(Sign(ME, ""))
    presenter.sign(Ink(b"", ()))
    assert heard == []
    presenter.sign(INK)
    presenter.sign(INK)
    assert heard == [(ME, INK)]


def test_what_belongs_to_another_goes(presenter: CustomerPresenter) -> None:
    presenter.show(CONFIRM)
    presenter.keep_only(ME)
    assert presenter.face == CONFIRM
    presenter.keep_only(OTHER)
    assert presenter.subject is None
    presenter.show(CONFIRM)
    presenter.keep_only(None)
    presenter.keep_only(None)
    assert presenter.subject is None


def test_untouched_facts_are_veiled_and_a_touch_shows_them(
    presenter: CustomerPresenter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "IDLE_MS", 10)
    presenter.show(CONFIRM)
    qtbot.waitUntil(lambda: isinstance(presenter.face, Confirm) and presenter.face.veiled)
    monkeypatch.setattr(module, "IDLE_MS", 60_000)
    presenter.touch()
    assert presenter.face == CONFIRM


def test_others_nearby_keep_them_veiled(presenter: CustomerPresenter) -> None:
    near = Confirm(ME, CONFIRM.facts, veiled=True)
    presenter.show(near)
    presenter.touch()
    assert presenter.face == near


@pytest.mark.parametrize("face", [Rate(ME, ""), Progress(ME, "", ()), Thanks(ME, "")])
def test_faces_that_wait_for_nothing_go_back_by_themselves(
    presenter: CustomerPresenter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, face: Rate
) -> None:
    monkeypatch.setattr(module, "RETURN_MS", 10)
    monkeypatch.setattr(module, "THANKS_MS", 10)
    presenter.show(face)
    presenter.touch()
    qtbot.waitUntil(lambda: presenter.face == Welcome())
