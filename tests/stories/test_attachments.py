"""Pictures of papers, by keyboard: from a file, the clipboard, the document camera's folder."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from desk_app.domain.attachments import Attachment, Grade, Media, PictureSource, SlotKind
from desk_app.domain.documents import DocumentKind
from desk_app.ui.screens.pictures.screen import PicturesScreen
from desk_app.ui.screens.pictures.shown import PicturesShown
from tests.exchange.picture_samples import on_a_table, saved, sheet
from tests.stories.counter import BENEFIT, WANG, Counter, manager
from tests.stories.test_later_life import choose, on_the_page

SIGNS = (b"\xff\xd8\xff\xe0", b"JFIF", b"\x89PNG", b"%PDF-1.4\n% created by")
"""How pictures begin: nothing in the profile may, the printed papers aside."""


def open_pictures(counter: Counter) -> PicturesScreen:
    """From the newest case to its pictures."""
    on_the_page(counter)
    counter.hands.press("Ctrl+U")
    screen = counter.running.program.pictures
    assert screen is not None
    counter.hands.wait_until(lambda: screen.presenter.shown is not None, "the pictures are there")
    counter.hands.calm()
    assert counter.hands.focus is screen.list
    return screen


def shown(screen: PicturesScreen) -> PicturesShown:
    found = screen.presenter.shown
    assert found is not None
    return found


def go_to(counter: Counter, screen: PicturesScreen, name: str) -> None:
    """Down to the slot with this name."""
    counter.hands.press("Home")
    for _ in range(40):
        slot = shown(screen).slot
        if slot is not None and shown(screen).line == slot.key and name in _title(screen):
            return
        counter.hands.press("Down")
    raise AssertionError(f"no slot {name}: {counter.words()}")


def _title(screen: PicturesScreen) -> str:
    return str(screen.list.currentIndex().data(int(Qt.ItemDataRole.DisplayRole)))


def kept(counter: Counter) -> tuple[Attachment, ...]:
    with counter.running.desk.open_store.read() as reader:
        return reader.attachments.of_case(counter.last_case().id).kept


def book(counter: Counter) -> str:
    """A paper of the list that is no identity card."""
    return next(row.name for row in counter.last_case().materials if "身份证" not in row.name)


def file_in(counter: Counter, name: str, data: bytes) -> Path:
    file = counter.folder.parent / name
    file.write_bytes(data)
    return file


def test_a_file_is_put_turned_cut_graded_and_taken_away(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    screen = open_pictures(counter)
    file = file_in(counter, "photo.jpg", saved(on_a_table()))
    screen.choose = lambda *_given: str(file)
    go_to(counter, screen, book(counter))
    hands.press("Ctrl+U")
    (item,) = kept(counter)
    assert (item.grade, item.source, item.content.media) == (
        Grade.UNCHECKED,
        PictureSource.FILE,
        Media.JPEG,
    )
    assert "存好了" in counter.words()
    assert file.exists()
    hands.press("R")
    (turned,) = kept(counter)
    assert turned.content.sha256 != item.content.sha256
    hands.press("C")
    assert shown(screen).cutting is not None
    hands.press("3", "Left", "Up", "Return")
    (cut,) = kept(counter)
    assert (cut.content.sha256 != turned.content.sha256, shown(screen).cutting) == (True, None)
    hands.press("C", "Escape")
    assert kept(counter) == (cut,)
    hands.press("Shift+B")
    (graded,) = kept(counter)
    assert (graded.grade, graded.graded_by) == (Grade.CHECKED, counter.who())
    hands.press("Delete")
    hands.type("拍糊了")
    hands.press("Return")
    assert kept(counter) == ()
    assert hands.focus is screen.list
    hands.press("Escape")
    assert counter.page() == "cases"


def test_a_paste_and_a_file_that_is_no_picture(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    screen = open_pictures(counter)
    go_to(counter, screen, book(counter))
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("no picture")
    hands.press("Ctrl+V")
    assert "剪贴板里没有图片" in counter.words()
    clipboard.setImage(QImage.fromData(saved(sheet(), "PNG")))
    hands.press("Ctrl+V")
    clipboard.clear()
    (item,) = kept(counter)
    assert item.source is PictureSource.PASTE
    bad = file_in(counter, "bad.jpg", b"MZ, no picture")
    screen.choose = lambda *_given: str(bad)
    hands.press("Ctrl+U")
    assert "这不是图片，也不是 PDF" in counter.words()
    assert kept(counter) == (item,)
    hands.press("Escape")
    screen_of_cases = counter.running.program.cases
    assert screen_of_cases is not None
    hands.wait_until(lambda: "图 1 页，C 待核" in "".join(_material_lines(counter)), "the row tells of it")


def _material_lines(counter: Counter) -> list[str]:
    cases = counter.running.program.cases
    assert cases is not None
    return [line.detail for line in cases.case.tabs.materials.lines.lines]


def test_the_folder_of_the_document_camera(counter: Counter) -> None:
    hands = counter.open_signed_in()
    folder = counter.folder.parent / "scans"
    folder.mkdir()
    counter.running.desk.change_settings(watch_folder=str(folder))
    counter.accept(BENEFIT, WANG)
    screen = open_pictures(counter)
    go_to(counter, screen, book(counter))
    first = scanned(counter, folder, "0001.jpg")
    look_twice(counter, screen)
    assert f"刚扫进来的 1 张，放进 {_title(screen)}" in counter.words()
    hands.press("Return")
    (item,) = kept(counter)
    assert item.source is PictureSource.FOLDER
    assert "原来的文件怎么办" in counter.words()
    assert first.exists()
    hands.press("Alt+1")
    assert (first.exists(), (folder / "已存" / "0001.jpg").exists()) == (False, True)
    second = scanned(counter, folder, "0002.jpg")
    look_twice(counter, screen)
    hands.press("Escape")
    look_twice(counter, screen)
    assert (len(kept(counter)), second.exists(), shown(screen).waiting) == (1, True, ())
    third = scanned(counter, folder, "0003.jpg")
    look_twice(counter, screen)
    hands.press("Return")
    assert (len(kept(counter)), third.exists()) == (2, False)


def scanned(counter: Counter, folder: Path, name: str) -> Path:
    """A picture as the camera's program writes it, by the story's clock."""
    file = folder / name
    file.write_bytes(saved(on_a_table()))
    at = counter.clock.now().timestamp()
    os.utime(file, (at, at))
    return file


def look_twice(counter: Counter, screen: PicturesScreen) -> None:
    """The timer would, within two seconds."""
    for _ in range(2):
        screen.presenter.arrivals.look()
        counter.hands.calm()


def test_a_paper_of_the_case_leads_to_its_slot(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    cases = on_the_page(counter)
    cases.case.tabs.bar.setCurrentIndex(1)
    cases.case.tabs.focus_current()
    hands.press("Down", "Down", "Return")
    screen = counter.running.program.pictures
    assert screen is not None
    hands.wait_until(lambda: screen.presenter.shown is not None, "the pictures are there")
    hands.calm()
    slot = shown(screen).slot
    assert slot is not None
    assert (slot.place.row > 1, slot.name in _title(screen)) == (True, True)


def test_straight_from_an_acceptance_to_its_pictures_and_back(counter: Counter) -> None:
    hands = counter.open_signed_in()
    hands.press("Ctrl+U")
    assert counter.page() == "lookup"
    case = counter.accept(BENEFIT, WANG)
    assert "放材料图像" in counter.words()
    before = counter.page()
    hands.press("Ctrl+U")
    screen = counter.running.program.pictures
    assert screen is not None
    hands.wait_until(lambda: screen.presenter.shown is not None, "the pictures are there")
    hands.calm()
    assert shown(screen).case.id == case.id
    hands.press("Escape")
    assert counter.page() == before


def test_a_signed_copy_only_after_the_paper_came_out(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    printing = counter.running.program.parts.printing
    printing.outbox.add(counter.last_case().id, (DocumentKind.RECEIPT,))
    screen = open_pictures(counter)
    (file,) = counter.papers("receipt")
    screen.choose = lambda *_given: str(file)
    go_to(counter, screen, "签好的收件凭证")
    assert "还没打出来" in counter.words()
    hands.press("Ctrl+U")
    assert "这份文书还没打出来" in counter.words()
    assert kept(counter) == ()
    hands.press("Escape")
    cases = counter.running.program.cases
    assert cases is not None
    hands.press("Ctrl+Return")
    hands.wait_until(lambda: "打好了" in counter.words(), "the paper came out")
    hands.press("Ctrl+U")
    hands.calm()
    go_to(counter, screen, "签好的收件凭证")
    hands.press("Ctrl+U")
    (item,) = kept(counter)
    paper = counter.last_case().document(DocumentKind.RECEIPT)
    assert paper is not None
    assert (item.slot.kind, item.slot.paper, item.grade) == (SlotKind.SIGNED, paper.id, Grade.PROMISED)
    assert (item.content.media, len(shown(screen).pages)) == (Media.PDF, 1)
    hands.press("R")
    assert "PDF 不能在这里裁和转" in counter.words()


def test_an_identity_card_needs_the_site_to_say_what_for(counter: Counter) -> None:
    from desk_app.services.attachments import allow_identity_images

    with manager(counter.profile) as session:
        allow_identity_images(session.store, session.clerk, "高龄津贴", counter.clock.now())
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    screen = open_pictures(counter)
    file = file_in(counter, "card.png", saved(sheet(), "PNG"))
    screen.choose = lambda *_given: str(file)
    go_to(counter, screen, "身份证")
    hands.press("Ctrl+U")
    (item,) = kept(counter)
    assert (item.purpose, item.looks) == ("高龄津贴", 1)


def test_pictures_stay_through_lock_and_restart_and_are_nowhere_in_plain(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    screen = open_pictures(counter)
    file = file_in(counter, "photo.jpg", saved(on_a_table()))
    screen.choose = lambda *_given: str(file)
    go_to(counter, screen, book(counter))
    hands.press("Ctrl+U")
    hands.press("Ctrl+L")
    assert screen.presenter.shown is None
    assert "第 1 份" not in counter.words()
    counter.sign_in()
    hands.wait_until(lambda: screen.presenter.shown is not None, "the pictures are back")
    hands.calm()
    (before,) = kept(counter)
    counter.reopen()
    assert kept(counter) == (before,)
    counter.close()
    assert in_plain(counter) == []
    with manager(counter.profile) as session:
        assert session.store.verify().ok


def in_plain(counter: Counter) -> list[str]:
    """Files of the profile that hold a picture anybody can see."""
    printed = counter.profile.printed_folder
    files = (file for file in counter.folder.rglob("*") if file.is_file() and printed not in file.parents)
    return [file.name for file in files if any(sign in file.read_bytes() for sign in SIGNS)]


def test_the_acts_of_a_case_are_where_they_were(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    open_pictures(counter)
    hands.press("Escape")
    cases = counter.running.program.cases
    assert cases is not None
    hands.press("Down", "Return")
    choose(hands, cases, "申请人撤回")
    assert "申请人撤回" in counter.words()
