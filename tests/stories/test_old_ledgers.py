"""An old ledger by keyboard: its mistakes are named, it is mended, taken over, found and undone."""

from __future__ import annotations

from pathlib import Path

from desk_app.ui.screens.registers.screen import RegistersScreen
from tests.stories.counter import MANAGER_PASSWORD, Counter
from tests.stories.test_registers import at_the_registers, settled

HEAD = "登记日期,群众,身份证号,办理事项,办结日期,册页\n"
GOOD = "2026-11-03,赵某某,371073196001010019,老年优待证,2026-11-04,第3册12页\n"
BAD = "11月4日,钱某某,,居民参保登记,,第3册12页\n"
MENDED = "2026-11-04,钱某某,,居民参保登记,,第3册12页\n"


def look_at(counter: Counter, screen: RegistersScreen, file: Path) -> None:
    counter.clear_line()
    counter.hands.type(str(file))
    counter.hands.press("Return")
    counter.hands.wait_until(lambda: not screen.presenter.taking.shown.busy, "the file is read")
    counter.hands.calm()


def as_manager(counter: Counter, tmp_path: Path, text: str) -> tuple[RegistersScreen, Path]:
    file = tmp_path / "2026.csv"
    file.write_text(text, "utf-8-sig")
    counter.open_signed_in(MANAGER_PASSWORD, "z")
    screen = at_the_registers(counter)
    counter.hands.press("Ctrl+N")
    look_at(counter, screen, file)
    return screen, file


def test_a_ledger_is_mended_taken_over_and_undone(counter: Counter, tmp_path: Path) -> None:
    screen, file = as_manager(counter, tmp_path, HEAD + GOOD + BAD)
    hands, taking = counter.hands, screen.presenter.taking
    assert "还没找到：姓名" in counter.words()
    hands.press("Tab", "Tab", "Tab", "Tab", "Down", "Down")
    hands.wait_until(lambda: not taking.shown.busy, "the file is read again")
    hands.calm()
    assert "有 1 处不对" in counter.words()
    assert "不是日期，要有年月日" in counter.words()
    hands.press("Ctrl+Return")
    assert taking.shown.before == ()

    file.write_text(HEAD.replace("群众", "姓名") + GOOD + MENDED, "utf-8-sig")
    screen.taking.focus_start()
    look_at(counter, screen, file)
    assert taking.shown.ready
    assert "可以导入 2 行" in counter.words()
    hands.press("Ctrl+Return")
    hands.wait_until(lambda: len(taking.shown.before) == 1, "it is taken over")
    hands.calm()
    assert "导入好了" in counter.words()
    hands.press("Escape")
    settled(counter, screen)
    hands.press("F5")
    settled(counter, screen)
    assert "旧台账" in [cell for line in screen.presenter.listing.shown.read.lines for cell in line.cells]
    assert "赵*" in counter.words()

    hands.press("Ctrl+N")
    hands.wait_until(lambda: bool(taking.shown.before), "what was taken before is read")
    hands.press("Tab", "Tab", "Tab")
    assert screen.taking.before.table.hasFocus()
    hands.press("Delete")
    hands.type("导错了")
    hands.press("Return")
    hands.wait_until(lambda: taking.shown.before[0].undone, "it is undone")
    hands.calm()
    assert "已撤销：导错了" in counter.words()
    hands.press("Escape", "F5")
    settled(counter, screen)
    assert screen.presenter.listing.shown.read.lines == ()


def test_a_file_that_is_none_changes_nothing(counter: Counter, tmp_path: Path) -> None:
    screen, file = as_manager(counter, tmp_path, HEAD)
    assert "还没找到" in counter.words()
    file.write_bytes(b"PK\x03\x04 not a workbook")
    screen.taking.focus_start()
    look_at(counter, screen, file)
    assert "台账文件坏了" in counter.words()
    counter.hands.press("Ctrl+Return", "Escape")
    settled(counter, screen)
    assert counter.page() == "registers"


def test_a_clerk_may_not_take_one_over(counter: Counter, tmp_path: Path) -> None:
    file = tmp_path / "2026.csv"
    file.write_text(HEAD + GOOD, "utf-8-sig")
    counter.open_signed_in()
    screen = at_the_registers(counter)
    counter.hands.press("Ctrl+N")
    look_at(counter, screen, file)
    assert "权限" in counter.words() or "有权限的人" in counter.words()
    assert screen.presenter.taking.shown.look is None
