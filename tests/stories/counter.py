"""A real desk in a window, its clocks, and hands on its keyboard: what every story is told with."""

from __future__ import annotations

import gc
import itertools
import secrets
import shutil
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTabBar, QTableView, QWidget

from desk_app.app import Running
from desk_app.db.catalogue_file import seed_catalogue
from desk_app.db.profile_file import ProfileFolder
from desk_app.db.store import Store
from desk_app.db.vault import Kdf, Vault
from desk_app.devices.printers import Printer
from desk_app.domain.accounts import User
from desk_app.domain.case_list import CaseQuery
from desk_app.domain.cases import Case
from desk_app.domain.catalogue import HandlingMode, SiteItem
from desk_app.domain.identity import IdType
from desk_app.domain.people import Party
from desk_app.domain.sites import Role
from desk_app.driving import Driver, let_run
from desk_app.paths import resource
from desk_app.services.accounts import Session, sign_in
from desk_app.services.acts import finish_case
from desk_app.services.catalogue import change_site_items, make_offer
from desk_app.services.intake import Intake, commit_intake
from desk_app.services.profile import Means, Setup, make_profile, new_id
from tests.papers.reading import text_of
from tests.services.desk_samples import CALENDAR, DEVICE, NOW, SITE, ZHANG, form, release

CHEAP = Kdf(memory_kib=64, passes=1)
"""Passwords that open at once: what they cost an attacker is not what a story tells."""
CLERK, PASSWORD = "经办甲", "guitai-2026"
MANAGER, MANAGER_PASSWORD = "周某某", "zhuren-2026"
LI = Party("李某某", IdType.RESIDENT_ID, "371073198001010016", "13900001111", "示例镇西村 2 号")
WANG = Party("王某某", IdType.RESIDENT_ID, "110105195003070019", "13700002222", "示例镇石桥村 3 号")
SUN = Party("孙某某", IdType.RESIDENT_ID, "11010519600215002X", "13600003333", "示例镇北河村 4 号")
"""Nobody here has seen these two before."""
ACCOUNT = "6217000000000012"
BENEFIT, PENSION, PROOF, BIRTH, RELIEF = "1-19", "1-5", "1-29", "1-3", "1-1"
"""高龄津贴, 养老参保 (only received here), 婚育证明 (at once), 再生育 (a paper may come later), 低保."""
LETTERS = {BENEFIT: "gljt", PENSION: "cbdj", PROOF: "hyzm", BIRTH: "zsyz", RELIEF: "zdsh"}
PROMISED_DAYS = 5
MOST_ROWS = 200
HUMAN, SCANNER = 0.2, 0.004
"""Seconds between two keys on the story's own clock: no machine is too slow for either."""


MOST_STOPS = 40
"""Controls of one page that Tab goes through, at most."""


class Clock:
    """The desk's clocks, under the story's hand: the time of day, and the seconds between keys."""

    def __init__(self, at: datetime = NOW) -> None:
        self._at = at
        self._ticks = itertools.count()
        self._seconds = 0.0
        self.beat = HUMAN

    def now(self) -> datetime:
        """A little later at every look, as with a real clock."""
        return self._at + timedelta(milliseconds=next(self._ticks))

    def seconds(self) -> float:
        """Another key, another beat."""
        self._seconds += self.beat
        return self._seconds

    def pass_by(self, **time: float) -> None:
        """Time goes by with nobody at the keyboard."""
        gone = timedelta(**time)
        self._at += gone
        self._seconds += gone.total_seconds()


class Hands(Driver):
    """A clerk's hands, which look up after every key: the keyboard must always belong to something."""

    def __init__(self, running: Running, clock: Clock) -> None:
        super().__init__(running, pause=0)
        self._clock = clock

    def scan(self, text: str) -> None:
        """A card or a slip, a moment after whatever was typed."""
        self._clock.pass_by(seconds=1)
        self._clock.beat = SCANNER
        try:
            super().scan(text)
        finally:
            self._clock.beat = HUMAN
        self.calm()

    def press(self, *chords: str) -> None:
        """Keys, one after another; the desk answers each before the next."""
        for chord in chords:
            super().press(chord)
            self.calm()

    def press_at_once(self, *chords: str) -> None:
        """Keys faster than the desk can answer."""
        super().press(*chords)

    def tab_to(self, name: str) -> None:
        """Tab on until the control whose name begins so has the keys."""
        for _ in range(MOST_STOPS):
            if self.focus.accessibleName().startswith(name):
                return
            self.press("Tab")
        raise AssertionError(f"no way to {name}")

    def calm(self) -> None:
        """Until the background lanes rest and every answer is shown, with the keyboard somewhere."""
        for _ in range(2):
            self.wait_until(self.running.jobs.idle, "the background lanes rest")
            let_run(0)
        assert self.focus is not None

    def fill(self, *texts: str) -> None:
        """Field after field, with Enter."""
        for text in texts:
            self.type(text)
            self.press("Return")


class OpenedDesk:
    """One desk from morning to evening: opened, closed, opened again."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder, self.clock = folder, clock
        self.printers: Callable[[str], Printer] | None = None
        """Others than the desk would choose."""
        self._running: Running | None = None
        self._hands: Hands | None = None

    @property
    def profile(self) -> ProfileFolder:
        """The folder the desk works in."""
        return ProfileFolder(self.folder)

    @property
    def running(self) -> Running:
        """The program."""
        assert self._running is not None, "the desk is closed"
        return self._running

    @property
    def hands(self) -> Hands:
        """The keyboard."""
        assert self._hands is not None, "the desk is closed"
        return self._hands

    def open(self) -> Hands:
        """Start the program and wait for what stands behind its first paint."""
        desk = Running(
            self.folder,
            now=self.clock.now,
            random=secrets.token_bytes,
            clock=self.clock.seconds,
            kdf=CHEAP,
            printers=self.printers,
        )
        self._running, self._hands = desk, Hands(desk, self.clock)
        loaded = []
        desk.completed.connect(lambda: loaded.append(True))
        desk.show()
        desk.window.activateWindow()
        self._hands.wait_until(lambda: bool(loaded), "the desk is there")
        self._hands.calm()
        return self._hands

    def open_signed_in(self, password: str = PASSWORD, letter: str = "j") -> Hands:
        """Start, and let somebody in: the clerk, unless another letter and password are given."""
        hands = self.open()
        self.sign_in(password, letter)
        return hands

    def sign_in(self, password: str = PASSWORD, letter: str = "j") -> None:
        """The first letter of a name, unless this desk knows who was here last, and the password."""
        if not isinstance(self.hands.focus, QLineEdit):
            self.hands.type(letter)
            self.hands.press("Return")
        self.hands.type(password)
        self.hands.press("Return")
        desk = self.running.desk
        self.hands.wait_until(lambda: desk.clerk is not None, "somebody is signed in")
        self.hands.calm()

    def who(self) -> str:
        """The name of whoever is in; "" while nobody is."""
        clerk = self.running.desk.clerk
        return clerk.name if clerk else ""

    def close(self) -> None:
        """The window is closed, whatever was on it."""
        if self._running is not None:
            self._running.close()
            self._running.deleteLater()
            self._running = self._hands = None
            QApplication.processEvents()
            gc.collect()

    def reopen(self) -> Hands:
        """Close without finishing anything, start again and sign in."""
        self.close()
        return self.open_signed_in()


class Counter(OpenedDesk):
    """What stands in the store and on the screen of a desk, and what clerks do there all day."""

    def cases(self) -> tuple[Case, ...]:
        """Every case, the oldest first, read from the open store."""
        with self.running.desk.open_store.read() as reader:
            lines = reader.cases.page(CaseQuery(limit=100)).lines
            cases = [reader.cases.get(line.id) for line in lines]
        return tuple(sorted(cases, key=lambda case: case.registered_at))

    def last_case(self) -> Case:
        """The newest."""
        return self.cases()[-1]

    def paper(self, word: str) -> str:
        """The text of the only printed paper of a kind."""
        files = self.papers(word)
        assert len(files) == 1, files
        return text_of(files[0].read_bytes())

    def papers(self, word: str = "") -> Sequence[Path]:
        """Printed papers whose kind is this."""
        return sorted(self.profile.printed_folder.glob(f"*-{word}*.pdf" if word else "*.pdf"))

    def page(self) -> str:
        """The page on show."""
        return self.running.window.frame.pages.key

    def words(self) -> str:
        """Every word anybody can see in the program's windows now, without line breaks."""
        return "\n".join(visible_words())

    def lanes(self) -> int:
        """Citizens at the desk."""
        intake = self.running.program.intake
        return 0 if intake is None else len(intake.presenter.session.lanes.all)

    def form(self) -> dict[str, str]:
        """What the intake shows, box by box."""
        view = self.running.program.intake_screen().view
        return {
            box.objectName(): box.text()
            for box in view.boxes.widgets
            if isinstance(box, QLineEdit) and box.text()
        }

    def place(self) -> str:
        """The name of the place of the form that has the keyboard."""
        return self.hands.focus.objectName()

    def start(self, item: str) -> None:
        """Letters of an item, and Enter."""
        self.hands.type(LETTERS[item])
        self.hands.press("Return")

    def take_in(self, item: str, party: Party = ZHANG) -> None:
        """An item and a citizen, up to the papers; who is new here is asked for name, phone and address."""
        self.start(item)
        self.hands.scan(party.id_number)
        if self.place() == "name":
            self.hands.fill(party.name, party.phone, party.address)

    def clear_line(self) -> None:
        """Empty the line at hand."""
        line = self.hands.focus
        assert isinstance(line, QLineEdit)
        self.hands.press("End", *["Backspace"] * len(line.text()))

    def start_over_screen(self, item: str) -> None:
        """An item picked in the command box while somebody is on the screen."""
        self.hands.press("Ctrl+K")
        self.start(item)

    def accept(self, item: str, party: Party = ZHANG) -> Case:
        """From the first letter to the slip."""
        self.take_in(item, party)
        before = len(self.cases())
        self.hands.press("F4", "Ctrl+Return")
        cases = self.cases()
        assert len(cases) == before + 1
        return cases[-1]


def visible_words() -> Iterator[str]:
    """Texts, hints and names of widgets that are in sight, and the rows of lists."""
    for widget in QApplication.allWidgets():
        if widget.isVisible():
            yield from words_of(widget)


def words_of(widget: QWidget) -> Iterator[str]:
    for name in ("text", "plainText", "windowTitle", "placeholderText", "full_text"):
        value = getattr(widget, name, None) if name == "full_text" else widget.property(name)
        if isinstance(value, str) and value:
            yield unicodedata.normalize("NFC", value)
    for said in (widget.accessibleName(), widget.toolTip()):
        if said:
            yield said
    yield from _rows_of(widget)


def _rows_of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))
    model = widget.model() if isinstance(widget, QAbstractItemView) else None
    if model is None:
        return
    top = QModelIndex()
    columns = model.columnCount(top) if isinstance(widget, QTableView) else 1
    for row in range(min(model.rowCount(top), MOST_ROWS)):
        for column in range(columns):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                value = model.index(row, column).data(role)
                if isinstance(value, str):
                    yield value


def make_counter(folder: Path, now: datetime = NOW) -> ProfileFolder:
    """A town centre with two accounts, one citizen known since last month, and promised days."""
    random = Random(7).randbytes
    profile = ProfileFolder(folder)
    setup = Setup(SITE, DEVICE, MANAGER, MANAGER_PASSWORD)

    def seed(target: Path) -> None:
        seed_catalogue(resource("catalogue/reference.json"), target)

    make_profile(profile, setup, Means(CALENDAR, seed, random, CHEAP), now - timedelta(days=40))
    with manager(profile, now) as session:
        Vault.load(profile.vault_file, random).add_user(
            session.key, User(new_id(now, random), CLERK, Role.CLERK, DEVICE.counter), PASSWORD
        )
        _set_items(session, now)
        _remember(session, now)
    return profile


@contextmanager
def manager(profile: ProfileFolder, now: datetime = NOW) -> Iterator[Session]:
    """The store, opened by the manager beside the program."""

    def opened(key: bytes) -> Store:
        return Store.open(profile.path, key, calendar=CALENDAR, random=secrets.token_bytes)

    vault = Vault.load(profile.vault_file)
    session = sign_in(vault, profile.read(), opened, MANAGER, MANAGER_PASSWORD, now - timedelta(days=35))
    try:
        yield session
    finally:
        session.store.close()


def _set_items(session: Session, now: datetime) -> None:
    modes = {PENSION: HandlingMode.ENTRUSTED_RECEIVE}
    items = [SiteItem(item, mode=modes.get(item), promised_days=PROMISED_DAYS) for item in LETTERS]
    change_site_items(session.store, session.clerk, items, now - timedelta(days=34))


def _remember(session: Session, now: datetime) -> None:
    """Two citizens were here before, for the same things: history fills their forms."""
    with session.store.read() as reader:
        overrides = reader.site_items.all(session.clerk.site.id)
    offer = make_offer(release(), SITE.tier, overrides)
    before = ((ZHANG, BENEFIT), (ZHANG, BIRTH), (LI, BENEFIT))
    for days, (party, item) in enumerate(before, 30):
        at = now - timedelta(days=days)
        offered = offer.get(item)
        filled = replace(form(item, days, party).take_all(offered), fields={"account": ACCOUNT})
        case = commit_intake(session.store, session.clerk, Intake(filled, offered), at)
        finish_case(session.store, session.clerk, case.id, "", now - timedelta(days=20))


def copy_of(made: Path, target: Path) -> Path:
    """A desk of one's own."""
    shutil.copytree(made, target)
    return target
