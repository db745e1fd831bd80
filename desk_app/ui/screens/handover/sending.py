"""A bag of ours: where it goes, that it leaves, or that it is given up."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desk_app.domain.errors import IllegalMove
from desk_app.domain.handover import Batch
from desk_app.ui.screens.handover import words
from desk_app.ui.screens.handover.calls import BatchView, Done, Place, Way
from desk_app.ui.screens.handover.session import HandoverSession
from desk_app.ui.screens.handover.shown import FILLING, Stage
from desk_app.ui.screens.handover.words import said
from desk_app.ui.theme.look import Tone


class Sending(QObject):
    """The acts of the sender."""

    def __init__(self, session: HandoverSession) -> None:
        super().__init__(session)
        self._session = session

    def begin(self) -> None:
        """Ctrl+N: ask where the next bag goes; the way of the last one is offered."""
        self._session.ask(self._session.calls.places, self._asked, key="places")

    def _asked(self, places: tuple[Place, ...]) -> None:
        way = Way(places[0]) if places else Way()
        self._session.change(new=True, places=places, way=way, ready=None, trouble=None, preview=None)

    def choose_way(self, way: Way) -> None:
        """Another place, or another way; of a bag that is being filled it goes on record."""
        session, batch = self._session, self._session.shown.batch
        if session.shown.new:
            session.change(way=way, trouble=None)
        elif batch is not None and session.shown.stage in FILLING and way != way_of(batch):
            session.act(partial(session.calls.readdress, batch.id, way), self._readdressed)

    def _readdressed(self, view: BatchView) -> None:
        self._session.put(view)
        self._session.tell(
            Tone.GREEN, said("改成{route}").format(route=words.route(view.batch, self._session.shown.site))
        )

    def open(self) -> None:
        """The way is settled: begin the list."""
        session = self._session
        session.act(partial(session.calls.open, session.shown.way), self._opened)

    def _opened(self, view: BatchView) -> None:
        self._session.put(view, fresh=True)
        self._session.tell(Tone.GREEN, said("{number} 开好了，扫码装入").format(number=view.batch.number))
        self._session.field_wanted.emit()

    def check(self) -> None:
        """核对: the list is complete; an empty bag is told at once."""
        batch = self._session.shown.batch
        if batch is None or not batch.lines:
            self._session.fail(IllegalMove("batch_empty"))
            return
        self._session.change(checking=True, ready=None)
        copies = sum(line.listed.copies for line in batch.lines)
        text = said("点一点：{n} 件 {m} 份，{route}。对得上就再按一次 Ctrl+Enter")
        route = words.route(batch, self._session.shown.site)
        self._session.tell(Tone.BLUE, text.format(n=len(batch.lines), m=copies, route=route))

    def send(self) -> None:
        """交出: the list is closed, both copies come out."""
        session, batch = self._session, self._session.shown.batch
        if batch is not None and session.shown.stage is Stage.CHECK:
            session.act(partial(session.calls.send, batch.id), self._sent)

    def _sent(self, done: Done) -> None:
        self._session.finished(
            done, said("{number} 已交出，清单打好了").format(number=done.view.batch.number)
        )

    def drop(self, reason: str) -> None:
        """作废 an empty bag."""
        session, batch = self._session, self._session.shown.batch
        if batch is not None:
            session.act(partial(session.calls.drop, batch.id, reason), self._dropped)

    def _dropped(self, view: BatchView) -> None:
        self._session.finished(Done(view), said("{number} 作废了").format(number=view.batch.number))


def way_of(batch: Batch) -> Way:
    """Where a batch goes, and how."""
    return Way(Place(batch.to, batch.to_site), batch.carrier, batch.express)
