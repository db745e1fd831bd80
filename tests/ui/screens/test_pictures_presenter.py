"""The decisions of the page of pictures, with callables over plain lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QObject

from desk_app.domain.arrivals import AfterStored, Arrived
from desk_app.domain.attachments import (
    Attached,
    Attachment,
    AttachmentGraded,
    AttachmentRemoved,
    Attachments,
    Content,
    Grade,
    Media,
    PictureSource,
    Place,
    Slot,
    SlotKind,
    apply,
)
from desk_app.domain.cases import Case
from desk_app.domain.documents import DocumentKind
from desk_app.domain.errors import BadFile, DeskError, IllegalMove, NotFound
from desk_app.domain.picture_work import WHOLE, Corners, PictureWork
from desk_app.ui.screens.pictures.calls import PagePixels, PictureCalls, PicturesLoaded
from desk_app.ui.screens.pictures.presenter import PicturesPresenter
from desk_app.ui.screens.pictures.shown import Asking, PicturesShown
from tests.ui.screens.cases_world import World
from tests.ui.screens.late_jobs import LateJobs

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
PAGE = PagePixels(2, 1, bytes(6))
FIRST, SECOND = Arrived("1", "1.jpg", 5, 1), Arrived("2", "2.jpg", 5, 2)


@dataclass
class Album:
    """What stands behind the page: one case, and pictures that are never looked into."""

    case: Case
    held: Attachments
    fault: DeskError | None = None
    waiting: list[Arrived] = field(default_factory=list)
    works: list[PictureWork] = field(default_factory=list)
    settled: list[tuple[str, AfterStored]] = field(default_factory=list)
    after: AfterStored = AfterStored.ASK
    unprinted: tuple[DocumentKind, ...] = ()
    watching: bool = True

    def calls(self, camera: bool = True) -> PictureCalls:
        return PictureCalls(
            load=self.load,
            attach_file=lambda _case, place, _path, source: self.attach(place, source),
            attach_bytes=lambda _case, place, _data, source: self.attach(place, source),
            attach_arrived=self.take,
            pages=lambda _case, _item: (PAGE, PAGE),
            grade=lambda _case, item, grade: self._do(AttachmentGraded(item, grade, "甲", NOW)).get(item),
            remove=lambda _case, item, reason: self._do(AttachmentRemoved(item, reason, "甲", NOW)),
            rework=self.rework,
            sheet=lambda _case, _item: self._sheet(),
            look=lambda: tuple(self.waiting),
            pass_over=self._pass_over,
            settle=lambda arrived, after: self.settled.append((arrived.name, after)),
            after=lambda: self.after,
            watching=lambda: self.watching,
            camera=(lambda deliver, _fail: deliver(b"photo")) if camera else None,
        )

    def load(self, case_id: UUID) -> PicturesLoaded:
        if case_id != self.case.id:
            raise NotFound("no_such_case")
        return PicturesLoaded(self.case, self.held, self.unprinted, "")

    def attach(self, place: Place, source: PictureSource) -> Attachment:
        if self.fault is not None:
            raise self.fault
        new = UUID(int=len(self.held.items) + 100)
        content = Content("0", Media.JPEG, 2, 5)
        slot = Slot(SlotKind.MATERIAL, place.row)
        if place.paper is not None:
            slot = Slot(SlotKind.SIGNED, paper=UUID(int=1))
        self._do(Attached(new, slot, "户口簿", content, source, Grade.UNCHECKED, "甲", NOW))
        return self.held.get(new)

    def take(self, case: UUID, place: Place, arrived: Arrived) -> Attachment:
        self.waiting.remove(arrived)
        return self.attach(place, PictureSource.FOLDER)

    def rework(self, case: UUID, item: UUID, work: PictureWork) -> Attachment:
        self.works.append(work)
        return self.held.get(item)

    def _pass_over(self, arrived: Arrived) -> None:
        self.waiting.remove(arrived)

    def _sheet(self) -> Corners:
        if self.fault is not None:
            raise self.fault
        return WHOLE

    def _do(self, event: Any) -> Attachments:
        self.held = apply(self.held, event)
        return self.held


@pytest.fixture
def album() -> Album:
    world = World()
    case = world.calls().case(world.add("accepted", 3).id).case
    return Album(case, Attachments(case.id))


@pytest.fixture
def jobs() -> Iterator[LateJobs]:
    made = LateJobs()
    yield made
    made.deleteLater()


@dataclass
class Page:
    """The presenter, its answers let through at once."""

    presenter: PicturesPresenter
    jobs: LateJobs

    @property
    def shown(self) -> PicturesShown:
        found = self.presenter.shown
        assert found is not None
        return found

    def settle(self) -> PicturesShown:
        while self.jobs.waiting:
            self.jobs.release()
        return self.shown


@pytest.fixture
def page(album: Album, jobs: LateJobs, qapp: object) -> Iterator[Page]:
    made = Page(PicturesPresenter(album.calls(), jobs), jobs)
    made.presenter.open(album.case.id)
    made.settle()
    yield made
    made.presenter.deleteLater()


def test_it_opens_on_the_first_slot_with_nothing_to_see(page: Page, album: Album) -> None:
    shown = page.shown
    assert [slot.place.row for slot in shown.slots] == [row.number for row in album.case.materials]
    assert (shown.line, shown.item, shown.pages, shown.camera) == (shown.slots[0].key, None, (), True)
    assert page.presenter.drop_question() is False


def test_a_case_that_is_not_here_opens_nothing(page: Page) -> None:
    page.presenter.open(UUID(int=9))
    page.jobs.release()
    assert page.presenter.shown is None
    assert page.presenter.drop_question() is False


def test_an_answer_for_a_case_that_was_left_is_dropped(page: Page, album: Album) -> None:
    page.presenter.open(album.case.id)
    page.presenter._wanted = UUID(int=9)
    page.jobs.release()
    assert page.presenter.shown is None


def test_what_is_added_is_at_hand_and_seen(page: Page) -> None:
    told: list[tuple[str, int]] = []
    page.presenter.praised.connect(lambda name, pages: told.append((name, pages)))
    page.presenter.choose(page.shown.slots[1].key)
    page.presenter.adding.add_file("a.jpg", PictureSource.DROP)
    assert page.shown.busy
    page.presenter.adding.add_file("b.jpg", PictureSource.DROP)
    shown = page.settle()
    assert shown.item is not None
    assert (shown.item.slot.row, shown.line, shown.busy) == (
        shown.slots[1].place.row,
        shown.item.id,
        False,
    )
    assert (told, len(shown.slots[1].items), shown.slots[1].pages) == ([("户口簿", 2)], 1, 2)
    assert shown.pages == (PAGE, PAGE)
    for step, at in ((1, 1), (1, 1), (-5, 0)):
        page.presenter.turn_page(step)
        assert page.shown.page == at
    page.presenter.choose(shown.slots[0].key)
    assert page.settle().pages == ()


def test_the_camera_and_the_clipboard(page: Page, album: Album, jobs: LateJobs) -> None:
    page.presenter.adding.photograph()
    page.settle()
    page.presenter.adding.add_bytes(b"pasted", PictureSource.PASTE)
    page.settle()
    assert [item.source for item in album.held.kept] == [PictureSource.CAMERA, PictureSource.PASTE]
    page.presenter.adding.add_bytes(b"", PictureSource.PASTE)
    trouble = page.shown.trouble
    assert trouble is not None
    assert trouble.code == "nothing_to_paste"
    without = PicturesPresenter(album.calls(camera=False), jobs)
    without.adding.photograph()
    assert len(album.held.kept) == 2
    without.deleteLater()


def test_what_is_refused_is_said_and_nothing_is_lost(page: Page, album: Album) -> None:
    album.fault = BadFile("picture_kind")
    page.presenter.adding.add_file("a.txt", PictureSource.FILE)
    shown = page.settle()
    assert (shown.trouble, shown.busy) == (album.fault, False)
    page.presenter.choose(shown.slots[1].key)
    assert page.shown.trouble is None
    with pytest.raises(ZeroDivisionError):
        page.presenter.session.fail(ZeroDivisionError())


def test_grades_and_mending(page: Page, album: Album) -> None:
    for act in (
        page.presenter.mending.turn,
        page.presenter.mending.begin_cut,
        page.presenter.keeping.ask_reason,
    ):
        act()
    page.presenter.keeping.grade(Grade.CHECKED)
    page.presenter.mending.take_corner(1)
    page.presenter.mending.move_corner(1, 1)
    page.presenter.mending.cut()
    assert not page.jobs.waiting
    page.presenter.adding.add_file("a.jpg", PictureSource.FILE)
    page.settle()
    page.presenter.keeping.grade(Grade.CHECKED)
    page.settle()
    page.presenter.keeping.grade(Grade.CHECKED)
    assert (album.held.kept[0].grade, page.jobs.waiting) == (Grade.CHECKED, [])
    mending = page.presenter.mending
    mending.turn()
    page.settle()
    mending.straighten()
    page.settle()
    mending.begin_cut()
    assert page.settle().cutting is not None
    mending.take_corner(2)
    mending.move_corner(-10, -20)
    mending.cut()
    page.settle()
    assert album.works[:2] == [PictureWork(90), PictureWork(straighten=True)]
    assert album.works[2].corners[2] == pytest.approx((0.9, 0.8))
    mending.begin_cut()
    page.settle()
    assert page.presenter.drop_question()
    assert page.shown.cutting is None
    album.fault = IllegalMove("rework_pdf")
    mending.begin_cut()
    assert page.settle().trouble == album.fault


def test_a_picture_is_taken_away_for_a_reason(page: Page, album: Album) -> None:
    page.presenter.keeping.remove("nothing there")
    page.presenter.adding.add_file("a.jpg", PictureSource.FILE)
    page.settle()
    page.presenter.keeping.ask_reason()
    asked = page.shown
    assert asked.asking is Asking.REASON
    page.presenter.keeping.remove(" ")
    refused = page.shown
    assert refused.trouble is not None
    assert page.presenter.drop_question()
    dropped = page.shown
    assert dropped.asking is Asking.NOTHING
    page.presenter.keeping.remove("拍糊了")
    shown = page.settle()
    assert (album.held.kept, shown.asking, shown.line) == ((), Asking.NOTHING, shown.slots[0].key)


def test_what_arrives_is_offered_one_by_one_and_asked_about_once(page: Page, album: Album) -> None:
    arrivals = page.presenter.arrivals
    assert arrivals.take() is False
    arrivals.pass_over()
    album.waiting = [FIRST, SECOND]
    arrivals.look()
    assert page.settle().waiting == (FIRST, SECOND)
    assert arrivals.take()
    shown = page.settle()
    assert (shown.waiting, shown.asking) == ((SECOND,), Asking.AFTER)
    arrivals.answer(AfterStored.MOVE)
    page.settle()
    arrivals.answer(AfterStored.DELETE)
    assert album.settled == [("1.jpg", AfterStored.MOVE)]
    assert page.presenter.drop_question()
    assert (page.settle().waiting, album.waiting) == ((), [])
    album.after, album.waiting = AfterStored.MOVE, [replace(FIRST, changed=3)]
    arrivals.look()
    page.settle()
    arrivals.take()
    assert page.settle().asking is Asking.NOTHING


def test_nobody_looks_where_no_folder_is_set(page: Page, album: Album) -> None:
    album.watching, album.waiting = False, [FIRST]
    page.presenter.refresh()
    page.settle()
    page.presenter.arrivals.look()
    assert (page.jobs.waiting, page.shown.waiting) == ([], ())
    page.presenter.arrivals.watch(on=True)
    page.presenter.arrivals.watch(on=False)


def test_a_lock_forgets_pictures_and_comes_back_to_the_case(page: Page, album: Album) -> None:
    page.presenter.adding.add_file("a.jpg", PictureSource.FILE)
    page.settle()
    page.presenter.refresh()
    page.presenter.forget()
    page.jobs.release()
    page.presenter.refresh()
    page.presenter.turn_page(1)
    page.presenter.choose(None)
    page.presenter.adding.add_file("b.jpg", PictureSource.FILE)
    assert len(album.held.kept) == 1
    page.presenter.come_back()
    assert page.settle().case == album.case


def test_papers_to_be_signed_have_slots(page: Page, album: Album, jobs: LateJobs) -> None:
    album.unprinted = (DocumentKind.MANDATE, DocumentKind.BAG_LABEL)
    page.presenter.refresh()
    papers = [slot for slot in page.settle().slots if slot.place.paper is not None]
    assert [(slot.place.paper, slot.printed) for slot in papers] == [(DocumentKind.MANDATE, False)]
    assert isinstance(page.presenter, QObject)
