"""What the tests of the settings share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import Shiboken


@pytest.fixture
def owner(qapp: QCoreApplication) -> Iterator[QObject]:
    """Whoever waits for answers."""
    holder = QObject()
    yield holder
    Shiboken.delete(holder)
