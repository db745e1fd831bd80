"""From Enter in the password box to the work list; against what the password itself costs.

The password is stretched by Argon2id on purpose: that time is the peer, measured in the same process just
before. Everything beyond it is ours: the key, the store, its readers, the screens.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from benchmarks.child import NOW, environment, told_by
from benchmarks.figure import Figure, median, report

BEYOND_MS = 150.0
CHILD = "import sys; from benchmarks.unlock import drive; drive(sys.argv[1])"


def drive(profile: str) -> None:
    """In a process of its own: unlock once, as a clerk does in the morning, and print what it took."""
    from PySide6.QtCore import QEvent, QObject, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from benchmarks.desk import open_desk, wait_until
    from desk_app.driving import Driver
    from desk_app.services.demo import PASSWORD

    painted: list[float] = []

    class Paints(QObject):
        """Notes every painting after the sign-in: the last one is that of the list with today's work."""

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
            if event.type() is QEvent.Type.Paint and running.desk.clerk is not None:
                painted.append(time.perf_counter())
            return False

    with open_desk(Path(profile)) as running:
        hands = Driver(running, pause=0)
        hands.type(PASSWORD)
        box = hands.focus
        paints = Paints()
        QApplication.instance().installEventFilter(paints)  # type: ignore[union-attr]  # open_desk made one
        began = time.perf_counter()
        QTest.keyClick(box, Qt.Key.Key_Return)
        wait_until(lambda: running.program.intake is not None and running.jobs.idle())
        assert running.window.frame.isVisible()
        print("whole", (painted[-1] - began) * 1000)
        print("password", password_alone(Path(profile)))


def password_alone(profile: Path) -> float:
    """Milliseconds to open the key slot, without store or screen."""
    import secrets

    from desk_app.db.profile_file import ProfileFolder
    from desk_app.db.vault import Vault
    from desk_app.services.demo import ADMIN, PASSWORD

    times = []
    for _ in range(3):
        began = time.perf_counter()
        Vault.load(ProfileFolder(profile).vault_file, secrets.token_bytes).unlock(ADMIN, PASSWORD, NOW)
        times.append((time.perf_counter() - began) * 1000)
    return median(times)


def main(*, short: bool = False) -> list[Figure]:
    """Medians over several mornings; the first, which compiles and warms, does not count."""
    from benchmarks.sites import busy_profile

    whole: list[float] = []
    password: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        profile = busy_profile(Path(folder) / "profile")
        here = environment(Path(folder) / "cache")
        for _ in range(1 + (2 if short else 5)):
            found = told_by(CHILD, here, str(profile))
            whole.append(found["whole"])
            password.append(found["password"])
    kdf = median(password[1:])
    beyond = median([all_ - kdf_ for all_, kdf_ in zip(whole[1:], password[1:], strict=True)])
    return [
        Figure("unlock to work list", median(whole[1:]), "ms", kdf, "password (Argon2id)"),
        Figure("unlock to work list, beyond the password", beyond, "ms", most=BEYOND_MS),
    ]


if __name__ == "__main__":
    sys.exit(report(main()))
