"""The registers of the made-up counter: a month, its way out, an old ledger coming in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

from desk_app.shots.camera import Camera

OLD_LEDGER = """登记日期,姓名,身份证号,联系电话,办理事项,方式,受理人,办结日期,满意度,册页,经办科室
2019-05-06,张某某,11010519491231002X,13800000000,老年优待证,代办,赵某某,2019-05-09,满意,第3册12页,民政
2019年5月7日,李某某,371073198001010016,13900001111,居民参保登记,帮办,赵某某,2019.5.7,满意,第3册12页,人社
5月8日,王某某,110105195003070019,13700002222,残疾人两项补贴,咨询,赵某某,,,第3册13页,残联
2019-05-08,,11010519600215002X,13600003333,高龄津贴,代办,赵某某,2019-05-06,满意,第3册13页,民政
"""
"""Two lines that hold and two that do not."""


def at_the_registers(camera: Camera, folder: Path) -> Iterator[Path]:
    """From the register of this month to what is wrong with an old ledger."""
    hands = camera.hands
    hands.press("Ctrl+8")
    camera.settle()
    yield from camera.take("registers")
    hands.press("Ctrl+E", "Tab", "Tab", "Tab", "Space")
    yield from camera.take("registers-export")
    hands.press("Escape", "Alt+Up")
    camera.settle()
    yield from camera.take("registers-why")
    hands.press("Alt+Down")
    camera.settle()
    yield from _old_ledger(camera, folder)


def _old_ledger(camera: Camera, folder: Path) -> Iterator[Path]:
    """Its columns guessed, its mistakes named, then mended and taken over."""
    hands, ledger = camera.hands, folder / "2019年台账.csv"
    ledger.write_text(OLD_LEDGER, encoding="utf-8-sig")
    hands.press("Ctrl+N")
    with chdir(folder):  # a picture must not tell of the computer it was taken on
        _look(camera, ledger.name)
        yield from camera.take("ledger-wrong")
        sound = "".join(OLD_LEDGER.splitlines(keepends=True)[:3])
        ledger.write_text(sound, encoding="utf-8-sig")
        screen = camera.running.program.registers
        if screen is not None:
            screen.taking.focus_start()
        _look(camera, ledger.name)
        yield from camera.take("ledger-ready")
        hands.press("Ctrl+Return")
        camera.settle()
        yield from camera.take("ledger-taken")
    hands.press("Escape")
    camera.settle()
    ledger.unlink()


def _look(camera: Camera, name: str) -> None:
    camera.hands.compose(name)
    camera.hands.press("Return")
    camera.settle()
