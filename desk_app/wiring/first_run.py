"""What stands behind the first run: making the site, its first account, its items, its printers, the demo."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desk_app.db.durable import write_durably
from desk_app.domain.bodies import from_plain, to_plain
from desk_app.domain.catalogue import OfferedItem, SiteItem
from desk_app.domain.sites import Device, Site
from desk_app.domain.worktime import local_day
from desk_app.papers.request import SIZES
from desk_app.ui.screens.first_run.calls import FirstRunCalls, Progress
from desk_app.ui.screens.settings.items.rows import ItemChoice
from desk_app.ui.screens.settings.site_facts import SiteFacts
from desk_app.wiring.desk import Desk
from desk_app.wiring.paper_setup import papers_of, printers, save_papers, test_print
from desk_app.wiring.printing import Printing
from desk_app.wiring.shelf import CATALOGUE
from desk_app.wiring.speech import said

PROGRESS_FILE = "first_run.json"


def first_run_calls(desk: Desk, printing: Printing, demo_path: Path) -> FirstRunCalls:
    """Everything the first run may ask for."""
    wiring = FirstRunWiring(desk, printing, demo_path)
    return FirstRunCalls(
        progress=wiring.progress,
        save_progress=wiring.save_progress,
        counts=lambda: Counter(offered.item.tier for offered in desk.offer.items.values()),
        make=wiring.make,
        new_sheet=wiring.new_sheet,
        print_sheet=wiring.print_sheet,
        save_sheet=wiring.save_sheet,
        items=lambda: tuple(desk.offer.items.values()),
        initials=name_initials,
        save_items=wiring.save_items,
        sizes=SIZES,
        papers=lambda: papers_of(desk),
        save_papers=lambda papers: save_papers(desk, papers),
        printers=lambda: printers(desk),
        test_print=lambda kind, setting: test_print(desk, printing, kind, setting),
        make_demo=wiring.make_demo,
        finish=wiring.finish,
    )


def name_initials(name: str) -> tuple[str, ...]:
    """How a name is typed by first letters."""
    from desk_app.db.initials import initials_of

    return initials_of(name)


def progress_file(profile: Path) -> Path:
    """How far the first run has come: beside the profile, which may not be there yet."""
    return profile.with_name(f"{profile.name}.{PROGRESS_FILE}")


def unfinished(profile: Path) -> bool:
    """Whether a first run was begun and not ended."""
    return progress_file(profile).exists()


class FirstRunWiring:
    """The slow answers."""

    def __init__(self, desk: Desk, printing: Printing, demo_path: Path) -> None:
        self._desk = desk
        self._printing = printing
        self._demo = demo_path

    def progress(self) -> Progress:
        """Where it was left. Whether the site stands is told by the profile, not by this file."""
        try:
            kept = from_plain(Progress, json.loads(progress_file(self._desk.folder.path).read_text("utf-8")))
        except (OSError, ValueError):
            kept = Progress()
        return replace(kept, made=self._desk.info is not None)

    def save_progress(self, progress: Progress) -> None:
        """Keep it beside the profile: it holds no secret."""
        target = progress_file(self._desk.folder.path)
        target.parent.mkdir(parents=True, exist_ok=True)
        write_durably(target, json.dumps(to_plain(progress), ensure_ascii=False).encode())

    def make(self, facts: SiteFacts, admin: str, password: str) -> str:
        """Make the profile, sign the administrator in, return the words of the sheet."""
        from desk_app.db.catalogue_file import seed_catalogue
        from desk_app.paths import resource
        from desk_app.services import accounts
        from desk_app.services.profile import Means, Setup, make_profile

        desk, now = self._desk, self._desk.now()
        device = Device(desk.new_id(), int(facts.device_number), facts.counter)
        setup = Setup(self._site(facts), device, admin, password)

        def seed(target: Path) -> None:
            seed_catalogue(resource(CATALOGUE), target)

        made = make_profile(desk.folder, setup, Means(desk.calendar, seed, desk.random, desk.kdf), now)
        desk.reopen(desk.folder.path)
        session = accounts.sign_in(desk.vault(), desk.known, desk.open_with, admin, password, desk.now())
        desk.enter(session)
        return made.recovery_words

    def _site(self, facts: SiteFacts) -> Site:
        return Site(
            id=self._desk.new_id(),
            name=facts.name,
            tier=facts.tier,
            region_code=facts.region_code,
            point_code=facts.point,
            phone=facts.phone,
            complaint_phone=facts.complaint_phone,
            address=facts.address,
            hours=facts.hours,
            short_name=facts.short,
        )

    def new_sheet(self) -> str:
        """Words of a new sheet; the old one opens nothing any more."""
        from desk_app.services import accounts

        desk = self._desk
        return accounts.renew_sheet(desk.vault(), desk.present_session, desk.now())

    def print_sheet(self, words: str) -> str:
        """Print the sheet where receipts are printed."""
        self._printing.print_pdf(self._sheet(words), "recovery-sheet")
        return said("恢复单已送去打印。")

    def save_sheet(self, words: str) -> str:
        """Leave the sheet as a PDF."""
        folder = self._desk.folder.printed_folder
        folder.mkdir(parents=True, exist_ok=True)
        write_durably(folder / "recovery-sheet.pdf", self._sheet(words))
        return said("恢复单在 {folder}，打印以后请把文件删掉。").format(folder=folder)

    def _sheet(self, words: str) -> bytes:
        from desk_app.papers.recovery_sheet import draw_recovery_sheet

        now = self._desk.now()
        name = self._desk.known.site.name
        return draw_recovery_sheet(name, words, now, local_day(now), self._printing.fonts)

    def save_items(self, choices: tuple[ItemChoice, ...]) -> None:
        """Lay these choices over what the site has said of the items."""
        from desk_app.services.catalogue import change_site_items

        desk = self._desk
        overrides = [override_of(desk.offer.get(choice.item_id), choice) for choice in choices]
        if overrides:
            change_site_items(desk.open_store, desk.present_clerk, overrides, desk.now())
            desk.enter(desk.present_session)

    def make_demo(self, report: Callable[[int, int], None], stopped: Callable[[], bool]) -> None:
        """Make the demo beside the real profile; an existing one is used as it is."""
        from desk_app.db.profile_file import ProfileFolder
        from desk_app.wiring.demo import DemoMeans, Stopped, make_demo_profile

        if ProfileFolder(self._demo).exists():
            return
        desk = self._desk

        def told(made: int) -> None:
            report(made, max(made, ABOUT_CASES))
            if stopped():
                raise Stopped

        means = DemoMeans(desk.calendar, desk.random, desk.now(), desk.kdf)
        make_demo_profile(self._demo, means, told)

    def finish(self) -> None:
        """It is done."""
        progress_file(self._desk.folder.path).unlink(missing_ok=True)


ABOUT_CASES = 270
"""How many cases the demo has, about: for the bar that shows how far it is."""


def override_of(offered: OfferedItem, choice: ItemChoice) -> SiteItem:
    """What the site said of an item so far, with this decision."""
    promised = offered.promised if offered.promised != offered.item.promised else None
    return SiteItem(
        offered.item.id,
        offered=choice.offered,
        mode=choice.mode,
        promised_days=promised.days if promised else None,
        conditions=offered.conditions if offered.conditions != offered.item.conditions else (),
        phone=offered.phone,
        complaint_phone=offered.complaint_phone,
        address=offered.address,
        hours=offered.hours,
        counter=offered.counter,
        reminder=offered.reminder,
        verified=offered.verified,
    )
