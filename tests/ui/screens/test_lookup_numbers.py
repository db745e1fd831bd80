"""A number typed into the box leaves the look-up page as it was, and is no question to be noted."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desk_app.ui.screens.lookup.presenter import LookupPresenter
from desk_app.ui.screens.lookup.shown import Page
from tests.ui.screens.lookup_world import World


def place(presenter: LookupPresenter) -> Page:
    return presenter.session.position.page


def test_a_whole_id_number_is_nothing_that_was_not_found(qapp: QObject) -> None:
    world = World()
    presenter = LookupPresenter(world.calls, world.jobs)
    presenter.set_query("11010519491231002X")
    assert place(presenter) is Page.HOME
    presenter.acts.open_note()
    assert presenter.session.note is not None
    assert presenter.session.note.text == ""
    presenter.set_query("没有这件事")
    assert place(presenter) is Page.NOTHING
    presenter.deleteLater()
