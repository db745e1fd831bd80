"""The shape of a row's words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SettingWords:
    """What a row says."""

    label: str
    note: str = ""
    placeholder: str = ""
