"""套打 as the settings know it, and what the page asks of the rest of the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desk_app.domain.documents import DocumentKind
from desk_app.domain.overprint import Form, Forms


@dataclass(frozen=True, slots=True)
class OverprintCalls:
    """What the page of forms may ask for."""

    papers: tuple[DocumentKind, ...]
    forms: Callable[[], Forms]
    """Quick."""
    save: Callable[[Forms], None]
    """Slow, lane ``store``. Raises NotAllowed."""
    picture: Callable[[str], bytes]
    """Slow, lane ``files``. (name) -> the picture of a form; empty where it is gone."""
    bring_picture: Callable[[DocumentKind, str], str]
    """Slow, lane ``files``. (paper, path) -> name of the picture kept. Raises BadFile, NotAllowed."""
    test_print: Callable[[Form, str], str]
    """Slow, lane ``files``. (form, printer) print it with sample people only; returns what to say."""
    calibrate: Callable[[Form, str], str]
    """Slow, lane ``files``. (form, printer) print crosses and scales; returns what to say."""
