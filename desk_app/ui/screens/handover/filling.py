"""Filling a bag: what goes in, by scanner or from a list, and what comes out again."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from desk_app.domain.case_list import CaseLine
from desk_app.ui.screens.handover import words
from desk_app.ui.screens.handover.calls import BatchView
from desk_app.ui.screens.handover.session import HandoverSession
from desk_app.ui.screens.handover.words import said
from desk_app.ui.theme.look import Tone


class Filling(QObject):
    """The bag while it is open."""

    def __init__(self, session: HandoverSession) -> None:
        super().__init__(session)
        self._session = session

    def put_in(self, case_id: UUID, number: str) -> None:
        """A case goes into the bag; one that lies in it already is told and not counted."""
        session, batch = self._session, self._session.shown.batch
        if batch is None:
            return
        if any(line.listed.case == case_id for line in batch.lines):
            session.change(current=str(case_id))
            text = said("{number} 已经在这一批里，没有重复计数")
            session.tell(Tone.AMBER, text.format(number=words.number_text(number)))
            return
        session.act(partial(session.calls.add, batch.id, case_id), self._added)

    def _added(self, view: BatchView) -> None:
        session, line = self._session, view.batch.lines[-1]
        session.put(view)
        session.change(current=session.shown.current if session.shown.ready else str(line.listed.case))
        text = said("最近扫到：{number} {item}，已加入第 {n} 件")
        number, item = words.number_text(line.listed.number), line.listed.item
        session.tell(Tone.GREEN, text.format(number=number, item=item, n=len(view.batch.lines)))
        if session.shown.ready is not None:
            self.list_ready(session.shown.filter)

    def take_out(self) -> None:
        """Del: the row the arrows stand on comes out of the bag."""
        session, batch, case_id = self._session, self._session.shown.batch, self._session.shown.line_key
        if batch is not None and case_id is not None:
            session.act(partial(session.calls.remove, batch.id, case_id), self._removed)

    def _removed(self, view: BatchView) -> None:
        self._session.put(view)
        self._session.tell(Tone.GREY, said("撤下了，还有 {n} 件").format(n=len(view.batch.lines)))

    def list_ready(self, text: str = "") -> None:
        """Ctrl+J: cases to take from by hand."""
        self._session.change(filter=text)
        self._session.ask(partial(self._session.calls.ready, text), self.offer, key="ready")

    def offer(self, lines: tuple[CaseLine, ...]) -> None:
        """These cases to choose from."""
        session, keys = self._session, [str(line.id) for line in lines]
        current = session.shown.current if session.shown.current in keys else keys[0] if keys else ""
        session.change(ready=lines, current=current, trouble=None)
        if not lines:
            session.tell(Tone.AMBER, said("没有能移交的件"))

    def take_ready(self) -> None:
        """Enter on a case of that list; the next one is offered where it stood."""
        shown = self._session.shown
        lines = shown.ready or ()
        at = next((n for n, line in enumerate(lines) if str(line.id) == shown.current), -1)
        if at < 0:
            return
        following = lines[at + 1] if at + 1 < len(lines) else lines[at - 1]
        self._session.change(current=str(following.id))
        self.put_in(lines[at].id, lines[at].number)
