"""What stands behind the settings: accounts, site, items, printers, looks."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desk_app.db.profile_file import ProfileInfo
from desk_app.domain.catalogue import SiteItem
from desk_app.domain.errors import NotAllowed
from desk_app.domain.sites import Right, Role
from desk_app.domain.worktime import local_day
from desk_app.papers.request import ALL_SIZES
from desk_app.services import accounts
from desk_app.services.attachments import allow_identity_images, identity_purpose
from desk_app.services.catalogue import change_site_item
from desk_app.services.profile import clerk_for
from desk_app.ui.screens.settings.calls import DeskValues, NewPerson, SettingsCalls
from desk_app.ui.screens.settings.presenter import SettingsPresenter
from desk_app.ui.screens.settings.site_facts import SiteFacts
from desk_app.ui.screens.settings.view import SettingsView
from desk_app.ui.theme.look import Scheme
from desk_app.wiring.devices import choice_of, trial_words, try_reader
from desk_app.wiring.first_run import FirstRunWiring, name_initials
from desk_app.wiring.overprint import overprint_calls
from desk_app.wiring.paper_setup import papers_of, printers, save_papers, test_print, test_thermal
from desk_app.wiring.settings_stock import StockWiring
from desk_app.wiring.stand_ins import stand_in_calls
from desk_app.wiring.wordings import wording_calls

if TYPE_CHECKING:
    from desk_app.wiring.desk import Desk
    from desk_app.wiring.program import Program


def settings_page(program: Program) -> QWidget:
    """The settings as a page of the window."""
    presenter = SettingsPresenter(settings_calls(program), program.parts.jobs)
    page = SettingsView(presenter)
    presenter.setParent(page)
    presenter.session.site_changed.connect(partial(_read_anew, program))
    program.scan_takers.append(page.book.devices.take_scan)
    program.parts.switch.changed.connect(presenter.look_changed)
    return page


def _read_anew(program: Program) -> None:
    """What the other screens say of the site, its items and the catalogue holds at once."""
    program.site_changed()
    if program.lookup is not None:
        program.lookup.refresh()


def settings_calls(program: Program) -> SettingsCalls:
    """Everything the settings may ask for."""
    parts, desk = program.parts, program.parts.desk
    wiring, stock = SettingsWiring(program), StockWiring(desk)
    sheets = FirstRunWiring(desk, parts.printing, desk.folder.path)
    return SettingsCalls(
        may=lambda right: desk.clerk is not None and desk.clerk.may(right),
        me=lambda: desk.clerk.user_id if desk.clerk else None,
        values=wiring.values,
        save_values=wiring.save_values,
        apply_look=lambda theme, large: parts.switch.choose(Scheme(theme), large),
        sizes=ALL_SIZES,
        papers=lambda: papers_of(desk),
        save_papers=lambda papers: save_papers(desk, papers),
        printers=lambda: printers(desk),
        test_print=lambda kind, setting: test_print(desk, parts.printing, kind, setting),
        test_thermal=lambda: test_thermal(desk, parts.printing),
        try_reader=wiring.try_reader,
        devices_changed=lambda: begin_devices(program),
        users=lambda: desk.vault().users(),
        add_user=wiring.add_user,
        **stand_in_calls(desk),
        change_role=wiring.change_role,
        close_account=wiring.close_account,
        reopen_account=wiring.reopen_account,
        reset_password=wiring.reset_password,
        change_own_password=wiring.change_own_password,
        new_sheet=sheets.new_sheet,
        print_sheet=sheets.print_sheet,
        site=wiring.site,
        save_site=wiring.save_site,
        items=lambda: tuple(desk.offer.items.values()),
        initials=name_initials,
        override=wiring.override,
        save_item=wiring.save_item,
        verified_today=lambda: (desk.present_clerk.name, local_day(desk.now())),
        overprint=overprint_calls(desk, parts.printing),
        wording=wording_calls(desk, parts.printing),
        calendar_years=lambda: tuple(sorted(desk.calendar.years)),
        import_calendar=stock.import_calendar,
        last_backup=stock.last_backup,
        back_up=stock.back_up,
        releases=stock.releases,
        review_release=stock.review_release,
        adopt_release=stock.adopt_release,
        lint=stock.lint,
        about=stock.about,
        diagnostics=stock.diagnostics,
    )


def begin_devices(program: Program) -> None:
    """Reader and scanner as they are chosen now."""
    program.cards.begin()


class SettingsWiring:
    """Accounts, site and items."""

    def __init__(self, program: Program) -> None:
        self._program = program

    @property
    def _desk(self) -> Desk:
        return self._program.parts.desk

    def values(self) -> DeskValues:
        """Settings of this desk as they are."""
        kept = self._desk.settings
        return DeskValues(
            kept.theme,
            kept.large_type,
            kept.lock_after_minutes,
            kept.explain_due,
            kept.large_print,
            kept.backup_folder,
            kept.watch_folder,
            kept.after_stored,
            self._identity_purpose(),
            kept.thermal_address,
            kept.thermal_width,
            kept.reader_kind,
            kept.reader_address,
            kept.reader_ask,
            kept.scan_prefix,
            kept.scan_suffix,
            kept.scan_tab,
            kept.customer_screen,
            kept.customer_near,
        )

    def save_values(self, values: DeskValues) -> None:
        """Keep them."""
        self._desk.change_settings(
            theme=values.theme,
            large_type=values.large_type,
            lock_after_minutes=values.lock_after_minutes,
            explain_due=values.explain_due,
            large_print=values.large_print,
            backup_folder=values.backup_folder,
            watch_folder=values.watch_folder,
            after_stored=values.after_stored,
            thermal_address=values.thermal_address,
            thermal_width=values.thermal_width,
            reader_kind=values.reader_kind,
            reader_address=values.reader_address,
            reader_ask=values.reader_ask,
            scan_prefix=values.scan_prefix,
            scan_suffix=values.scan_suffix,
            scan_tab=values.scan_tab,
            customer_screen=values.customer_screen,
            customer_near=values.customer_near,
        )
        if values.identity_purpose != self._identity_purpose():
            desk = self._desk
            allow_identity_images(desk.open_store, desk.present_clerk, values.identity_purpose, desk.now())

    def _identity_purpose(self) -> str:
        """One small value of the site, read where the others are shown."""
        session = self._desk.session
        return "" if session is None else identity_purpose(session.store)

    def try_reader(self, values: DeskValues) -> str:
        """A card read for a trial: the number masked, nothing kept."""
        kept = replace(
            self._desk.settings,
            reader_kind=values.reader_kind,
            reader_address=values.reader_address,
            reader_ask=values.reader_ask,
        )
        return trial_words(try_reader(choice_of(kept)))

    def add_user(self, person: NewPerson, password: str) -> None:
        """A new account."""
        desk, new = self._desk, accounts.NewUser(person.name, person.role, person.counter)
        accounts.add_user(desk.vault(), desk.present_session, new, password, desk.now())

    def change_role(self, user_id: UUID, role: Role) -> None:
        """Another role."""
        desk = self._desk
        accounts.change_role(desk.vault(), desk.present_session, user_id, role, desk.now())

    def close_account(self, user_id: UUID) -> None:
        """Nobody signs in with it any more."""
        desk = self._desk
        accounts.close_account(desk.vault(), desk.present_session, user_id, desk.now())

    def reopen_account(self, user_id: UUID, password: str) -> None:
        """It is used again, with a new password."""
        desk = self._desk
        accounts.reopen_account(desk.vault(), desk.present_session, user_id, password, desk.now())

    def reset_password(self, user_id: UUID, password: str) -> None:
        """A new password for somebody else."""
        desk = self._desk
        accounts.reset_password(desk.vault(), desk.present_session, user_id, password, desk.now())

    def change_own_password(self, old: str, new: str) -> None:
        """One's own password."""
        desk = self._desk
        accounts.change_own_password(desk.vault(), desk.present_session, old, new, desk.now())

    def site(self) -> SiteFacts:
        """The site and its desk as text."""
        info = self._desk.known
        site, device = info.site, info.device
        return SiteFacts(
            tier=site.tier,
            name=site.name,
            short_name=site.short_name,
            region_code=site.region_code,
            point_code=site.point_code,
            phone=site.phone,
            complaint_phone=site.complaint_phone,
            address=site.address,
            hours=site.hours,
            counter=device.counter,
            device_number=str(device.number),
            review_organ=site.review_organ,
            court=site.court,
        )

    def save_site(self, facts: SiteFacts) -> None:
        """Another name, telephone, address … Tier, codes and device number stay: numbers hang on them."""
        desk = self._desk
        if not desk.present_clerk.may(Right.MANAGE_SITE):
            raise NotAllowed("right_missing", right=Right.MANAGE_SITE.value)
        info = desk.known
        site = replace(
            info.site,
            name=facts.name,
            short_name=facts.short,
            phone=facts.phone,
            complaint_phone=facts.complaint_phone,
            address=facts.address,
            hours=facts.hours,
            review_organ=facts.review_organ,
            court=facts.court,
        )
        changed = ProfileInfo(site, replace(info.device, counter=facts.counter), info.demo, info.format)
        desk.folder.write(changed)
        desk.info = changed
        session = desk.present_session
        user = next(user for user in desk.vault().users() if user.id == session.clerk.user_id)
        desk.enter(replace(session, info=changed, clerk=clerk_for(changed, user)))

    def override(self, item_id: str) -> SiteItem | None:
        """What the site has said of an item so far."""
        with self._desk.open_store.read() as reader:
            said = reader.site_items.all(self._desk.known.site.id)
        return next((override for override in said if override.item_id == item_id), None)

    def save_item(self, override: SiteItem) -> None:
        """What the site says of an item from now on."""
        desk = self._desk
        change_site_item(desk.open_store, desk.present_clerk, override, desk.now())
        desk.enter(desk.present_session)
