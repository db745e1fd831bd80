"""Which wish of the view, and which key, leads to which decision of the presenter."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desk_app.ui.screens.lookup.presenter import LookupPresenter
from desk_app.ui.screens.lookup.view import LookupView
from desk_app.ui.shortcuts import bind, bind_numbered


def obey(view: LookupView, presenter: LookupPresenter) -> None:
    """Connect the wishes."""
    acts, guide = presenter.acts, view.items.guide
    view.selected.connect(presenter.select)
    view.pick_requested.connect(presenter.pick)
    view.items.opened.connect(lambda _nth: presenter.start())
    view.home.browse_requested.connect(presenter.browse)
    view.home.todo.opened.connect(presenter.session.case_requested)
    view.home.queues.chosen.connect(presenter.session.queue_requested)
    guide.back_requested.connect(presenter.back)
    guide.start_requested.connect(presenter.start)
    guide.checklist_requested.connect(acts.print_checklist)
    guide.referral_requested.connect(acts.print_referral)
    guide.note_requested.connect(acts.open_note)
    guide.ticked.connect(acts.tick)
    guide.followed.connect(presenter.show_item)
    for note in (guide.note, view.nothing.note):
        note.typed.connect(acts.note_typed)
        note.write_requested.connect(acts.write_note)
        note.close_requested.connect(acts.close_note)


def bind_keys(owner: QWidget, presenter: LookupPresenter) -> None:
    """Bind what works while the screen is shown; ↑↓, Enter and Esc come from the command box."""
    acts = presenter.acts
    bind(
        owner,
        {
            "lookup.start": presenter.start,
            "lookup.checklist": acts.print_checklist,
            "lookup.referral": acts.print_referral,
            "lookup.note": acts.open_note,
        },
    )

    def pick(nth: int) -> None:
        presenter.pick(nth)

    bind_numbered(owner, "lookup.pick", pick)
