"""One entry of a history in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desk_app.domain.masking import Kind, mask
from desk_app.ui.theme.look import Tone


@dataclass(frozen=True, slots=True)
class Told:
    """What it was, what more there is to say, and how it reads."""

    title: str
    detail: str
    tone: Tone


def free(text: str) -> str:
    """What a clerk typed may hold a number."""
    return mask(Kind.TEXT, text)


def parts(*texts: str) -> str:
    """Those that say something, one behind the other."""
    return "，".join(text for text in texts if text)


def said(text: str) -> str:
    """The words in the language of the desk."""
    return QCoreApplication.translate("Cases", text)
