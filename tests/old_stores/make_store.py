"""Make the sample of today's schema that later versions of the program must be able to open.

Run once for each new schema, before it is published: ``python -m tests.old_stores.make_store``. It writes a
folder named after the revision, with the store and with what must be seen in it. Never make an old sample
again: it is a witness. The key is that of the tests; all people are made up.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from desk_app.db.opening import STORE_FILE
from desk_app.db.store import Reader, Store, Transaction
from desk_app.db.upgrade import HEAD
from desk_app.domain.accounts import SignedIn
from desk_app.domain.agents import AgentEnrolled, AgentFacts, AgentLeft, Background, Duty
from desk_app.domain.assistance import Stage
from desk_app.domain.assistance_events import (
    AgentAccepted,
    AgentAssigned,
    AssistCaseLinked,
    AssistChannel,
    AssistKind,
    AssistOpened,
    Group,
    ProgressNoted,
)
from desk_app.domain.attachments import (
    Attached,
    AttachmentGraded,
    AttachmentRemoved,
    AttachmentReworked,
    AttachmentShown,
    Content,
    Grade,
    IdentityImagesSwitched,
    Look,
    Media,
    PictureSource,
    Slot,
    SlotKind,
)
from desk_app.domain.back_entry import BackEntry, BackSource
from desk_app.domain.calendar import DayMark, MarkKind
from desk_app.domain.case_acts import HandedOver, HandlingBegun, SpecialBegun, SupplementAsked
from desk_app.domain.case_ends import CaseApproved, CaseWithdrawn, ContactPlanned
from desk_app.domain.case_life import Carrier, Special, SupplementLine
from desk_app.domain.case_list import CaseQuery, CaseSort
from desk_app.domain.cases import (
    AssistanceDone,
    CaseAccepted,
    CaseFinished,
    DocumentIssued,
    DocumentReprinted,
    MaterialsReceived,
    NoticeGiven,
    NumberRevealed,
)
from desk_app.domain.catalogue import HandlingMode, SiteItem
from desk_app.domain.custody import (
    OriginalArrived,
    OriginalChecked,
    OriginalGivenBack,
    OriginalHandedOn,
    OriginalSent,
    OriginalTaken,
)
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.handover_events import (
    BatchOpened,
    BatchReceived,
    BatchSent,
    Difference,
    Extra,
    LineAccepted,
    LineAdded,
    LineRemoved,
    LineReturned,
    ManifestLine,
    ManifestPaper,
    Travels,
)
from desk_app.domain.intake import IntakeForm
from desk_app.domain.ledger_events import LedgerImported, LedgerImportUndone, LedgerLine, LedgerRowTaken
from desk_app.domain.mandates import MandateGiven, Matter, Power, Signature
from desk_app.domain.paper_forms import FormEntered, FormsReserved, FormVoided
from desk_app.domain.shifts import Loose, LooseEnd, ShiftClosed, ShiftOpened
from desk_app.domain.site_acts import CalendarEdited, ConsultationNoted, SiteItemChanged, site_item_stream
from desk_app.domain.stand_ins import StandInEnded, StandInGiven
from tests.desks import CLERK, LI, MATERIALS, NOW, SITE, ZHANG, make_store, meet, registration

HERE = Path(__file__).parent
PICTURED = UUID(int=91)
"""The case with pictures."""


def main() -> None:
    """Make the sample of the newest revision."""
    folder = HERE / HEAD
    if folder.exists():
        raise SystemExit(f"{folder.name} is there already; a witness is never made again")
    made = HERE / "unfinished"
    store = make_store(made)
    _fill(store)
    seen = what_is_seen(store)
    store.close()
    folder.mkdir()
    shutil.move(made / STORE_FILE, folder / STORE_FILE)
    shutil.rmtree(made)
    (folder / "seen.json").write_text(json.dumps(seen, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def what_is_seen(store: Store) -> dict[str, Any]:
    """What a clerk sees in a store, in words that no schema changes."""
    with store.read() as reader:
        lines = reader.cases.page(CaseQuery(sort=CaseSort.NUMBER, limit=1000), None).lines
        return {
            "entries": reader.journal.count(),
            "cases": [
                {
                    "number": line.number,
                    "state": line.state.value,
                    "applicant": line.applicant,
                    "id_number": line.id_number,
                    "due": str(line.due),
                    "papers": [paper.number for paper in reader.cases.get(line.id).documents],
                    "history": [told.kind for told in reader.cases.timeline(line.id)],
                }
                for line in lines
            ],
            "addresses": [person.address for person in reader.people.search("mm", 10)],
            "items": [item.item_id for item in reader.site_items.all(SITE.id)],
            "closed": str(min(reader.calendar.days, default=None)),
            "drafts": [draft.form.cursor if draft.form else None for draft in reader.drafts.all()],
            "settings": reader.settings.get("greeting"),
            "usage": dict(reader.usage.counts()),
            "batches": [
                [batch.number, batch.state.value, [line.state.value for line in batch.lines]]
                for batch in reader.handovers.page(SITE.id)
            ],
            "originals": [
                [held.original.name, held.original.holder] for held in reader.custodies.unreturned(SITE.id)
            ],
            "ledger": [
                [line.day.isoformat(), line.name, line.item]
                for line in reader.ledgers.lines(SITE.id, date(2000, 1, 1), date(2030, 1, 1))
            ],
            "papers": [
                reader.documents.get(paper.sha256).decode()
                for line in lines
                for paper in reader.cases.get(line.id).documents
            ],
        } | _seen_besides(reader)


def _seen_besides(reader: Reader) -> dict[str, Any]:
    """What later versions brought: shifts, stand-ins, pictures, what was on paper first."""
    return {
        "roster": [
            [agent.facts.name, agent.facts.area, agent.left_on is not None]
            for agent in reader.agents.of_site(SITE.id, with_gone=True)
        ],
        "mandates": [
            [mandate.given.principal.name, mandate.given.matters[0].name, str(mandate.last)]
            for mandate in reader.mandates.ending(SITE.id, date(2000, 1, 1), date(2099, 1, 1))
        ],
        "assistance": [
            [found.opened.number, found.stage.value, len(found.cases)]
            for stage in Stage
            for found in reader.assistances.column(SITE.id, stage)
        ],
        "typed_later": [line.number for line in reader.cases.page(CaseQuery(back=True)).lines],
        "forms": [[form.number for form in block.out] for block in reader.form_blocks.unsettled(SITE.id)],
        "shifts": [
            [shift.name, shift.note, [end.what for end in shift.ends]]
            for shift in (reader.shifts.last_closed(CLERK.device.id),)
            if shift is not None
        ],
        "stand_ins": [
            [found.absent_name, found.present_name, str(found.last), found.ended_at is not None]
            for found in reader.stand_ins.since(date(2000, 1, 1))
        ],
        "pictures": [
            [item.name, item.grade.value, item.content.pages, item.reason, item.looks]
            for item in reader.attachments.of_case(PICTURED).items
        ],
    }


def _fill(store: Store) -> None:
    with store.write(CLERK, NOW) as tx:
        tx.record(SignedIn(CLERK.user_id, NOW), tx.new_id(NOW))
        tx.record(CalendarEdited({date(2026, 11, 26): DayMark(MarkKind.CLOSURE, "闭站")}), SITE.id)
        override = SiteItem("1-1", mode=HandlingMode.ENTRUSTED_RECEIVE, phone="0631-5581234")
        tx.record(SiteItemChanged(override), site_item_stream(SITE.id, "1-1"))
        tx.record(ConsultationNoted("老年证在哪里办", NOW, "1-2"), tx.new_id(NOW))
    for day in range(12):
        now = NOW + timedelta(days=day)
        with store.write(CLERK, now) as tx:
            _one_case(tx, day)
    _handovers_and_ledgers(store)
    _typed_later(store)
    _pictures(store)
    _shifts_and_stand_ins(store)
    _assistance(store)
    with store.scratch() as scratch:
        form = IntakeForm(UUID(int=77), item_id="1-1", applicant=LI, cursor="phone")
        scratch.drafts.put(1, form, CLERK.user_id, NOW)
        scratch.settings.put("greeting", "您好")
        scratch.usage.note("1-1")


def _pictures(store: Store) -> None:
    now = NOW + timedelta(days=14)
    card, book, signed = (UUID(int=number) for number in range(96, 99))
    with store.write(CLERK, now) as tx:
        content = Content(tx.documents.put(b"a picture"), Media.JPEG, 1, 9)
        other = Content(tx.documents.put(b"pages"), Media.PDF, 3, 5)
        slot, name = Slot(SlotKind.MATERIAL, 1), CLERK.name
        tx.record(IdentityImagesSwitched("办理高龄津贴", now), tx.new_id(now))
        common = (PictureSource.FOLDER, Grade.UNCHECKED, name, now)
        tx.record(Attached(card, slot, "身份证复印件", content, *common, "办理高龄津贴"), PICTURED)
        tx.record(Attached(book, Slot(SlotKind.LEDGER), "台账页照片", content, *common), PICTURED)
        paper = Slot(SlotKind.SIGNED, paper=UUID(int=99))
        tx.record(Attached(signed, paper, "示例委字〔2026〕第001号", other, *common), PICTURED)
        tx.record(AttachmentGraded(card, Grade.CHECKED, name, now), PICTURED)
        tx.record(AttachmentShown(card, Look.SHOWN, "办理高龄津贴", name, now), PICTURED)
        tx.record(AttachmentReworked(book, replace(content, size=8), now), PICTURED)
        tx.record(AttachmentRemoved(book, "拍糊了", name, now), PICTURED)


def _handovers_and_ledgers(store: Store) -> None:
    case_id, now = UUID(int=91), NOW + timedelta(days=13)
    bag, answered, ledger, undone = (UUID(int=number) for number in range(92, 96))
    paper = ManifestPaper(1, "户口簿", Travels.ORIGINAL, 1)
    line = ManifestLine(case_id, "37107313262800193", "张*", "示例事项", (paper,), date(2026, 12, 9))
    other = replace(line, case=UUID(int=90))
    old = LedgerLine(3, date(2019, 5, 6), "李某某", "示例事项", texts={"phone": "13800000000"})
    given = BatchOpened("B1", SITE.id, SITE.name, "示例部门", Carrier.BY_HAND, now)
    counted = BatchReceived("钱某某", now, (other.case,), (Extra("B2"),), (Difference(case_id, "少一页"),))
    with store.write(CLERK, now) as tx:
        tx.record(OriginalTaken(1, "户口簿", SITE.name, SITE.id, now), case_id)
        tx.record(OriginalSent(1, bag, "示例部门", now), case_id)
        tx.record(OriginalChecked(2, "身份证", now), case_id)
        tx.record(OriginalTaken(3, "结婚证", SITE.name, SITE.id, now), case_id)
        tx.record(OriginalArrived(1, "示例部门", now), case_id)
        tx.record(OriginalGivenBack(1, "张某某", now), case_id)
        for event in (given, LineAdded(line, now), LineAdded(other, now)):
            tx.record(event, bag)
        tx.record(replace(given, number="B2", to_site=SITE.id), answered)
        tx.record(LineAdded(line, now), answered)
        tx.record(LineAdded(other, now), answered)
        tx.record(LineRemoved(case_id, now), answered)
        tx.record(LineAdded(line, now), answered)
        tx.record(BatchSent("经办甲", "0" * 64, now), answered)
        tx.record(counted, answered)
        tx.record(LineAccepted(case_id, now), answered)
        tx.record(LineReturned(other.case, "没有收到", now), answered)
        for taken in (ledger, undone):
            tx.record(LedgerImported("台账.xlsx", str(taken), 1, {"name": 2}, now), taken)
            tx.record(LedgerRowTaken(taken, old), tx.new_id(now))
        tx.record(LedgerImportUndone("导错了", now), undone)


def _shifts_and_stand_ins(store: Store) -> None:
    case_id, now = UUID(int=91), NOW + timedelta(days=14)
    left = LooseEnd(Loose.ORIGINAL, "结婚证", "张*", "37107313262800193", case_id, now.date(), "负责人")
    period = (UUID(int=8), "经办乙", CLERK.user_id, CLERK.name, date(2026, 12, 8), date(2026, 12, 12))
    with store.write(CLERK, now) as tx:
        shift, given = tx.new_id(now), tx.new_id(now)
        tx.record(ShiftOpened(CLERK.user_id, CLERK.name, "03 号窗口", now), shift)
        tx.record(OriginalHandedOn(3, "负责人", "明天一早来取", now), case_id)
        tx.record(ShiftClosed("记得打电话", (left,), now), shift)
        tx.record(StandInGiven(*period, now), given)
        tx.record(StandInEnded(now), given)
        tx.record(StandInGiven(*period, now), tx.new_id(now))


def _typed_later(store: Store) -> None:
    now, block, case_id = NOW + timedelta(days=14), UUID(int=96), UUID(int=97)
    with store.write(CLERK, now) as tx:
        numbers = tuple(number.digits for number in tx.counters.reserve_receipts(3, date(2026, 12, 8)))
        tx.record(FormsReserved(numbers, now), block)
        tx.record(FormVoided(numbers[0], "写坏了", now), block)
        back = BackEntry(BackSource.LEDGER, "3", "12", "5")
        tx.record(replace(registration(tx, LI, NOW), back=back), case_id)
        tx.record(FormEntered(numbers[1], UUID(int=98), now), block)


def _assistance(store: Store) -> None:
    now = NOW + timedelta(days=15)
    facts = AgentFacts("代办员甲", "13800000000", "南村", (Duty.AGENT,), Background.CADRE)
    matter, case_id = Matter("1-1", "最低生活保障审核"), UUID(int=91)
    with store.write(CLERK, now) as tx:
        agent, gone, mandate, errand = (tx.new_id(now) for _ in range(4))
        tx.record(AgentEnrolled(facts, now), agent)
        tx.record(AgentEnrolled(replace(facts, name="代办员乙"), now), gone)
        tx.record(AgentLeft(now.date(), now), gone)
        given = MandateGiven(
            principal=ZHANG,
            agent=agent,
            agent_name=facts.name,
            matters=(matter,),
            powers=(Power.SUBMIT, Power.FETCH),
            first=date(2026, 12, 9),
            last=date(2027, 3, 31),
            signature=Signature.THUMB_PRINT,
            witnesses=("见证人甲", "见证人乙"),
            at=now,
        )
        tx.record(given, mandate)
        number, kinds = tx.counters.next_assistance(now.date()), (AssistKind.HOME_VISIT, AssistKind.ERRAND)
        asked = (AssistChannel.PHONE, "南村", (Group.ELDERLY,), now)
        tx.record(AssistOpened(number, kinds, ZHANG, (matter,), *asked), errand)
        tx.record(AgentAssigned(agent, facts.name, now), errand)
        tx.record(AgentAccepted(now, mandate), errand)
        tx.record(AssistCaseLinked(case_id, "37107313262800193", now), errand)
        tx.record(ProgressNoted("已送到镇里", True, now), errand)


_ASKED = (SupplementLine(2, "看不清", "重新复印"),)


def _paused(now: datetime) -> SpecialBegun:
    return SpecialBegun(Special.APPRAISAL, "办法第三条", "等评定", 20, now)


def _approved(now: datetime) -> CaseApproved:
    return CaseApproved("发放补贴", True, now, "示例办字〔2026〕第001号", "民政部门")


def _one_case(tx: Transaction, day: int) -> None:
    now = NOW + timedelta(days=day)
    case_id = tx.new_id(now)
    party = ZHANG if day % 2 else LI
    meet(tx, party, now)
    tx.record(registration(tx, party, now), case_id)
    ways: tuple[tuple[Any, ...], ...] = (
        (),
        (NoticeGiven(MATERIALS, now),),
        (MaterialsReceived(MATERIALS, now, date(2026, 12, 9)),),
        (MaterialsReceived(MATERIALS, now), CaseAccepted(now)),
        (MaterialsReceived(MATERIALS, now), CaseAccepted(now), CaseFinished(now, "发放补贴")),
        (MaterialsReceived(MATERIALS, now), AssistanceDone(now, "网上办好")),
        (MaterialsReceived(MATERIALS, now), SupplementAsked(_ASKED, date(2026, 12, 15), now)),
        (MaterialsReceived(MATERIALS, now), CaseAccepted(now), HandlingBegun(now), _paused(now)),
        (MaterialsReceived(MATERIALS, now), CaseAccepted(now), HandlingBegun(now), _approved(now)),
        (MaterialsReceived(MATERIALS, now), CaseWithdrawn("不办了", now)),
        (MaterialsReceived(MATERIALS, now), HandedOver(UUID(int=88), "示例镇", Carrier.BY_HAND, now)),
        (MaterialsReceived(MATERIALS, now), ContactPlanned(date(2026, 12, 10), now)),
    )
    for event in ways[day % len(ways)]:
        tx.record(event, case_id)
    if day % 3 == 0:
        number = f"示例收字〔2026〕第{tx.counters.next_document(DocumentKind.RECEIPT, 2026):03d}号"
        sha256 = tx.documents.put(number.encode())
        paper = DocumentIssued(tx.new_id(now), DocumentKind.RECEIPT, PaperSize.A5, number, sha256, 1, now)
        tx.record(paper, case_id)
        tx.record(DocumentReprinted(paper.document, 2, now), case_id)
        tx.record(NumberRevealed("核对", now), case_id)


if __name__ == "__main__":
    main()
