"""Pictures that a document camera or a scanner has just left in its folder."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AfterStored(StrEnum):
    """What becomes of the file outside once its picture is safely stored. A value stands in settings."""

    ASK = "ask"
    KEEP = "keep"
    MOVE = "move"
    """Into a folder beside, so that nobody takes it for a new one."""
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Arrived:
    """One file, complete: its size stood still. The name is the device's own and shows nobody."""

    path: str
    name: str
    size: int
    changed: int
    """When it was last written, in nanoseconds: another picture under the same name is another arrival."""
