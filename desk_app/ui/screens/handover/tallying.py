"""Counting a bag: what is here, what differs, what lies there besides; a draft until somebody signs."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject

from desk_app.domain.handover import BatchLine
from desk_app.ui.screens.handover import words
from desk_app.ui.screens.handover.session import HandoverSession
from desk_app.ui.screens.handover.tally import Handling
from desk_app.ui.screens.handover.words import said
from desk_app.ui.theme.look import Tone


class Tallying(QObject):
    """What the scanner and the cards write into the count."""

    def __init__(self, session: HandoverSession) -> None:
        super().__init__(session)
        self._session = session

    def found(self, line: BatchLine) -> None:
        """An envelope was scanned."""
        session, listed = self._session, line.listed
        number = words.number_text(listed.number)
        session.change(current=str(listed.case))
        if listed.case in session.shown.tally.seen:
            session.tell(Tone.AMBER, said("{number} 刚才扫过了，没有重复计数").format(number=number))
            return
        session.save_tally(session.shown.tally.tick(listed.case))
        text = said("{number} 相符，{item}，{n} 份材料")
        session.tell(Tone.GREEN, text.format(number=number, item=listed.item, n=listed.copies))

    def besides(self, what: str) -> None:
        """Something is here that the manifest does not name."""
        session = self._session
        session.save_tally(session.shown.tally.add_extra(what))
        session.change(current=what)
        session.tell(
            Tone.AMBER, said("{number} 不在清单里，已列为多出").format(number=words.number_text(what))
        )

    def by_hand(self) -> None:
        """Ctrl+J: a code that cannot be read; the row the arrows stand on is here all the same."""
        line = self._line()
        if line is not None:
            self.found(line)

    def take_off(self) -> None:
        """Del: it is not here, after all; or it was not extra."""
        session, current = self._session, self._session.shown.current
        case_id = session.shown.line_key
        if case_id is None:
            session.save_tally(session.shown.tally.drop_extra(current))
            session.keep_current()
        else:
            session.save_tally(session.shown.tally.untick(case_id))
            session.tell(Tone.GREY, said("取消了，这件算没到"))

    def differ(self) -> None:
        """The row the arrows stand on is here, but not as listed: its card asks what differs."""
        session, line = self._session, self._line()
        if line is not None:
            case_id = line.listed.case
            session.save_tally(
                session.shown.tally.differ(case_id, session.shown.tally.notes.get(case_id, ""))
            )

    def note(self, key: str, text: str) -> None:
        """What differs, in words."""
        self._session.save_tally(self._session.shown.tally.differ(UUID(key), text))

    def handle(self, key: str, handling: Handling) -> None:
        """What is done about a gap."""
        self._session.save_tally(self._session.shown.tally.handle(key, handling))

    def say(self, *, remark: str | None = None, signed_by: str | None = None) -> None:
        """The remark on the whole bag, or who signed."""
        tally = self._session.shown.tally
        if remark is not None:
            tally = replace(tally, remark=remark)
        if signed_by is not None:
            tally = replace(tally, signed_by=signed_by)
        self._session.save_tally(tally)

    def _line(self) -> BatchLine | None:
        shown = self._session.shown
        case_id = shown.line_key
        return shown.batch.line(case_id) if shown.batch is not None and case_id is not None else None
