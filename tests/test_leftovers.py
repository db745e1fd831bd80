"""The watch over leftovers sees what it is for, and nothing else."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests import leftovers


def test_a_running_timer_is_seen_with_its_ancestors(qapp: QApplication) -> None:
    owner = QWidget()
    owner.setObjectName("register")
    timer = QTimer(owner)
    timer.start(60_000)
    assert timer in leftovers.timers()
    assert leftovers.describe(timer).endswith("in PySide6.QtWidgets.QWidget('register')")
    timer.stop()
    assert timer not in leftovers.timers()
    owner.deleteLater()


def test_a_forgotten_window_is_seen_until_it_is_deleted(qapp: QApplication) -> None:
    window = QWidget()
    assert window in leftovers.widgets()
    window.deleteLater()
    leftovers.finish_deletions()
    assert not leftovers.widgets()


FORGETFUL = {
    "window": "kept = QWidget(); kept.setObjectName('lost')",
    "timer": "kept = QTimer(); kept.setObjectName('lost'); kept.start(60_000)",
    "thread": "kept = threading.Thread(target=pause.wait, name='lost', daemon=True); kept.start()",
}


@pytest.mark.parametrize("kind", FORGETFUL)
def test_a_forgetful_test_fails_and_is_told_why(pytester: pytest.Pytester, kind: str) -> None:
    source = f"""
        import threading
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QWidget

        pause = threading.Event()
        box = []

        def test_forgetful(qapp):
            {FORGETFUL[kind]}
            box.append(kept)
    """
    pytester.makeconftest("from tests.conftest import nothing_left_behind")
    pytester.makeini(f"[pytest]\npythonpath = {Path(__file__).parent.parent}\nqt_api = pyside6")
    pytester.makepyfile(source)
    result = pytester.runpytest_subprocess("-p", "no:randomly")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*This test left behind: *lost*"])
