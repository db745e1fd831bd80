"""A morning at the made-up counter, stopped wherever a screen shows another face."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desk_app.config import PaperChoice
from desk_app.domain.case_list import CaseQuery
from desk_app.domain.catalogue import CaseKind, HandlingMode
from desk_app.domain.documents import DocumentKind
from desk_app.domain.intake import deferrable
from desk_app.services.demo import PASSWORD
from desk_app.shots.album import pictures_of_a_case
from desk_app.shots.camera import Camera
from desk_app.shots.case_states import case_states
from desk_app.shots.customer import beside_the_counter
from desk_app.shots.day import the_day
from desk_app.shots.handover import handing_over
from desk_app.shots.haste import in_haste
from desk_app.shots.registers import at_the_registers
from desk_app.ui.screens.cases.page.view import CaseTabs
from desk_app.ui.screens.lookup.home_view import HomeView
from desk_app.ui.screens.settings.sections import Section
from desk_app.wiring.places import CASES, LOOKUP

FIRST = ("371073193912120029", "张某某", "13800000000", "示例镇东村 00 号")
SECOND = ("371073194403150021", "李某某", "13900000000", "示例镇西村 00 号")
FIRST_AGAIN = (FIRST[0],)
"""The card is enough: the store knows the rest."""
THIRD = ("11010519491231002X", "王某某", "13700000000", "示例镇南庄 00 号")
NOTHING_FITS = "飞机票"
ELDERS, POOR = "1-19", "1-1"
"""高龄津贴 and 最低生活保障: an everyday item, and one with a paper that may follow later."""
NUMBERED = 9


def at_the_counter(camera: Camera) -> Iterator[Path]:
    """From the lock page to a case whose slip did not come out."""
    yield from _doors(camera)
    yield from _looking_up(camera)
    yield from the_day(camera)
    yield from _taking_in(camera)
    yield from _cases(camera)
    yield from case_states(camera)
    yield from handing_over(camera)
    yield from beside_the_counter(camera)
    yield from at_the_registers(camera, camera.running.desk.folder.path)
    yield from _settings(camera)
    yield from _in_between(camera)
    yield from in_haste(camera, ELDERS)
    yield from _printer_gone(camera)


def _doors(camera: Camera) -> Iterator[Path]:
    hands, running = camera.hands, camera.running
    yield from camera.take("lock")
    hands.press("Alt+K")
    hands.type("gljt")
    yield from camera.take("lookup-before-login")
    hands.press("Ctrl+L")
    camera.settle()
    hands.type(PASSWORD)
    hands.press("Return")
    hands.wait_until(lambda: running.desk.clerk is not None, "somebody is signed in")


def _looking_up(camera: Camera) -> Iterator[Path]:
    hands = camera.hands
    _free(camera)
    yield from camera.take("home")
    home = camera.running.window.findChild(HomeView)
    if home is not None:
        home.browse.click()
        yield from camera.take("browse")
        hands.press("Escape")
    _ask(camera, "ylbx")
    yield from camera.take("lookup")
    _ask(camera, NOTHING_FITS)
    yield from camera.take("lookup-none")
    _ask(camera, _busy_person(camera))
    yield from camera.take("command-person")
    _ask(camera, ">")
    yield from camera.take("command-acts")


def _free(camera: Camera) -> None:
    """Back to where everything starts."""
    camera.running.window.frame.bar.clear()
    camera.running.window.frame.pages.show_page(LOOKUP)
    camera.settle()


def _ask(camera: Camera, words: str) -> None:
    """Type into the command box, in place of what stood there."""
    camera.running.window.frame.bar.clear()
    camera.hands.press("Ctrl+K")
    camera.hands.compose(words)
    camera.settle()


def _busy_person(camera: Camera) -> str:
    """The id of whoever has most cases open."""
    with camera.running.desk.open_store.read() as reader:
        lines = reader.cases.page(CaseQuery(open=True)).lines
        found = Counter(reader.cases.get(line.id).applicant.id_number for line in lines)
    return found.most_common(1)[0][0]


def _taking_in(camera: Camera) -> Iterator[Path]:
    """The outcomes of an intake, a second card in the middle of it, and several citizens at once."""
    hands = camera.hands
    _free(camera)
    hands.press("Ctrl+2")
    yield from camera.take("intake-empty")
    _begin(camera, ELDERS, FIRST)
    yield from camera.take("intake-begun")
    hands.press("F4")
    yield from camera.take("intake-accept")
    hands.scan(THIRD[0])
    yield from camera.take("intake-second-card")
    hands.press("Escape", "Ctrl+Return")
    yield from camera.take("committed")
    _begin(camera, ELDERS, SECOND)
    hands.press("F4", "2", "Q")
    yield from camera.take("intake-notice")
    hands.press("Ctrl+H")
    _begin(camera, POOR, FIRST_AGAIN)
    hands.press("F4")
    _defer(camera)
    yield from camera.take("intake-deferred")
    yield from _other_modes(camera)


def _begin(camera: Camera, item_id: str, person: tuple[str, ...]) -> None:
    """Pick an item and write down who stands there, leaving alone what is known of them."""
    camera.running.program.start_intake(item_id)
    camera.settle()
    number, *rest = person
    camera.hands.compose(number)
    camera.settle()
    for words in rest:
        camera.hands.compose(words)
        camera.hands.press("Return")
    camera.settle()


def _defer(camera: Camera) -> None:
    """Mark the first paper that may follow."""
    offered = camera.running.desk.offer.get(POOR)
    row = next(row for row in offered.item.materials if deferrable(row, offered))
    camera.hands.press(str(row.number), "R")
    camera.settle()


def _other_modes(camera: Camera) -> Iterator[Path]:
    """Papers only received for somebody else; an item that is finished on the spot."""
    offer = camera.running.desk.offer
    own = [offered for offered in offer.items.values() if offered.offered]
    received = next(o for o in own if o.mode is HandlingMode.ENTRUSTED_RECEIVE)
    instant = next(o for o in own if o.mode.may_accept and o.item.kind is CaseKind.IMMEDIATE)
    for name, offered in (("intake-receive", received), ("intake-instant", instant)):
        camera.hands.press("Ctrl+H")
        _begin(camera, offered.item.id, THIRD)
        camera.hands.press("F4")
        yield from camera.take(name)


def _cases(camera: Camera) -> Iterator[Path]:
    """The list, every tab of a case, a paper read again, and a list in which nothing is."""
    hands, window = camera.hands, camera.running.window
    window.frame.pages.show_page(CASES)
    camera.settle()
    hands.press("Down", "Return")
    yield from camera.take("cases")
    tabs = window.findChild(CaseTabs)
    if tabs is not None:
        for at, name in enumerate(("materials", "papers", "deadlines"), 1):
            tabs.bar.setCurrentIndex(at)
            yield from camera.take(f"case-{name}")
        tabs.bar.setCurrentIndex(2)
        tabs.focus_current()
        hands.press("Return")
        yield from camera.take("case-paper")
        hands.press("Escape")
        yield from pictures_of_a_case(camera)
        tabs.bar.setCurrentIndex(0)
    hands.press("Ctrl+F")
    hands.compose(NOTHING_FITS)
    yield from camera.take("cases-none")
    hands.press("Escape")


def _settings(camera: Camera) -> Iterator[Path]:
    """Every page."""
    camera.hands.press("Ctrl+,")
    camera.settle()
    for nth, section in enumerate(Section, 1):
        # The keys count to nine; what comes after is one line further down the list.
        camera.hands.press(*((f"Alt+{nth}",) if nth <= NUMBERED else ("Ctrl+,", "Down")))
        camera.settle()
        yield from camera.take(f"settings-{section.value}")


def _in_between(camera: Camera) -> Iterator[Path]:
    """What lies over a page."""
    camera.hands.press("Ctrl+/")
    yield from camera.take("keys")
    camera.hands.press("Escape")
    _free(camera)
    camera.hands.press("Ctrl+L")
    yield from camera.take("lock-held")
    camera.hands.type(PASSWORD)
    camera.hands.press("Return")
    camera.hands.wait_until(lambda: camera.running.desk.clerk is not None, "somebody is back")


def _printer_gone(camera: Camera) -> Iterator[Path]:
    """A case is stored and its slip does not come out: the printer was taken away."""
    desk, hands = camera.running.desk, camera.hands
    gone = {kind: replace(PaperChoice(), printer="柜台打印机") for kind in DocumentKind}
    desk.change_settings(papers=gone)
    hands.press("Ctrl+2")
    camera.settle()
    hands.press("Ctrl+Tab")
    camera.settle()
    hands.press("Ctrl+Return")
    yield from camera.take("printer-gone")
