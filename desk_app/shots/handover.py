"""Bags between places: one being filled, one being counted with something missing, something more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import UUID

from desk_app.domain.case_list import CaseQuery
from desk_app.domain.cases import CaseState
from desk_app.domain.catalogue import Tier
from desk_app.domain.numbers import ReceiptNumber
from desk_app.domain.sites import Clerk, Role, Site
from desk_app.domain.worktime import local_day
from desk_app.services import handover
from desk_app.services.handover import Counted, Destination
from desk_app.shots.camera import Camera

VILLAGE = Site(UUID(int=0x71), "示例镇东村便民服务点", Tier.VILLAGE, "371073100201", "371079")
MOST_IN_A_BAG, COMING, BEFORE = 6, 3, 2
"""Cases of the bag that is filled, of the one that is counted, and of each of the two of the days before."""


def handing_over(camera: Camera) -> Iterator[Path]:
    """The screen as a sender and as a receiver see it."""
    hands = camera.hands
    cases = _ready(camera)
    earlier, coming, here = cases[: 2 * BEFORE], cases[2 * BEFORE :][:COMING], cases[2 * BEFORE + COMING :]
    _history(camera, earlier)
    batch = _sent(camera, coming)
    hands.press("Ctrl+5")
    camera.settle()
    hands.press("Ctrl+N")
    camera.settle()
    yield from camera.take("handover-new")
    hands.press("Ctrl+Return")
    camera.settle()
    for _case_id, number in here[:MOST_IN_A_BAG]:
        hands.scan(number)
        camera.settle()
    yield from camera.take("handover-send")
    hands.press("Ctrl+J")
    camera.settle()
    yield from camera.take("handover-pick")
    hands.press("Escape", "Ctrl+Return")
    camera.settle()
    yield from camera.take("handover-check")
    yield from _counting(camera, batch, coming)
    hands.press("F10")
    yield from camera.take("handover-more")
    hands.press("Escape")


def _counting(camera: Camera, batch: UUID, coming: Sequence[tuple[UUID, str]]) -> Iterator[Path]:
    hands = camera.hands
    hands.scan(str(batch))
    camera.settle()
    for _case_id, number in coming[:-1]:
        hands.scan(number)
        camera.settle()
    hands.scan(ReceiptNumber("371079", 1, local_day(camera.running.desk.now()), 7).digits)
    camera.settle()
    hands.press("Up", "Up", "Alt+B")
    camera.settle()
    hands.compose("少“收入证明”1 份")
    hands.press("Return", "Ctrl+Return")
    camera.settle()
    yield from camera.take("handover-receive")


def _ready(camera: Camera) -> list[tuple[UUID, str]]:
    """Cases that can leave, the oldest first."""
    desk = camera.running.desk
    query = CaseQuery(states=frozenset({CaseState.RECEIVED, CaseState.ACCEPTED}), limit=200)
    with desk.open_store.read() as reader:
        lines = reader.cases.page(query).lines
        still = [line for line in lines if reader.cases.get(line.id).lived.handover is None]
    return [(line.id, line.number) for line in still if line.registered_at < desk.now()]


def _sent(camera: Camera, cases: Sequence[tuple[UUID, str]]) -> UUID:
    """What a village sent to this desk."""
    desk = camera.running.desk
    here = desk.present_clerk
    agent = Clerk(UUID(int=0x72), "赵某某", Role.AGENT, VILLAGE, here.device)
    store, to = desk.open_store, Destination(here.site.name, site=here.site.id)
    batch = handover.open_batch(store, agent, to, desk.now())
    for case_id, _number in cases:
        handover.add_case(store, agent, batch.id, case_id, desk.now())
    return handover.send(store, agent, batch.id, desk.now()).id


def _history(camera: Camera, cases: Sequence[tuple[UUID, str]]) -> None:
    """Bags of the days before: one that came whole, one with an envelope that is still looked for."""
    desk = camera.running.desk
    modes = handover.receiving_modes(desk.offer)
    for at, seen in ((0, BEFORE), (BEFORE, BEFORE - 1)):
        listed = cases[at : at + BEFORE]
        batch = _sent(camera, listed)
        here = tuple(case_id for case_id, _number in listed[:seen])
        counted = Counted(desk.present_clerk.name, here, absences={listed[-1][0]: "等对方补送"})
        handover.receive(desk.open_store, desk.present_clerk, batch, counted, desk.now(), modes)
