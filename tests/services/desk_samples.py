"""A real store in a folder, a clerk, and the real catalogue: what services are tested with."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random
from uuid import UUID

from desk_app.db.store import Store
from desk_app.domain.catalogue import Release, Tier
from desk_app.domain.catalogue_plain import read_document
from desk_app.domain.intake import IntakeForm
from desk_app.domain.people import Party
from desk_app.domain.sites import Clerk, Device, Role, Site
from desk_app.domain.worktime import SHANGHAI
from desk_app.exchange.calendar_file import read_calendar
from desk_app.paths import resource
from desk_app.services.catalogue import Offer, make_offer

KEY = bytes(range(32))
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=SHANGHAI)
SITE = Site(UUID(int=1), "示例镇便民服务中心", Tier.TOWN, "371073000000", "371073", short_name="示例")
DEVICE = Device(UUID(int=2), 3, "03 号窗口")
CLERK = Clerk(UUID(int=3), "王某某", Role.CLERK, SITE, DEVICE)
AGENT = replace(CLERK, user_id=UUID(int=4), name="赵某某", role=Role.AGENT)
MANAGER = replace(CLERK, user_id=UUID(int=5), name="周某某", role=Role.MANAGER)
AUDITOR = replace(CLERK, user_id=UUID(int=6), name="陈某某", role=Role.AUDITOR)
ZHANG = Party("张某某", id_number="11010519491231002X", phone="13800000000", address="示例镇东村 1 号")
CALENDAR = read_calendar(resource("calendars/state-council.json"))


def seeded() -> Callable[[int], bytes]:
    return Random(7).randbytes


def release() -> Release:
    document = json.loads(resource("catalogue/reference.json").read_text("utf-8"))
    return read_document(document)[0]


def offer(tier: Tier = Tier.TOWN) -> Offer:
    return make_offer(release(), tier)


def new_store(folder: Path) -> Store:
    return Store.create(folder, KEY, SITE, DEVICE, calendar=CALENDAR, random=seeded())


def form(item_id: str, number: int = 100, applicant: Party = ZHANG) -> IntakeForm:
    return IntakeForm(id=UUID(int=number), item_id=item_id, release=release().version, applicant=applicant)
