"""The words of the papers as the settings know them, and what they ask of the rest of the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desk_app.domain.documents import DocumentKind
from desk_app.domain.wording import Fault, WordingVersion
from desk_app.ui.screens.intake.calls import PageImage


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paper: as it stands, and as the draft has it."""

    key: str
    text: str
    draft: str
    blanks: tuple[str, ...]
    versions: tuple[WordingVersion, ...] = ()


@dataclass(frozen=True, slots=True)
class WordingCalls:
    """What the page of words may ask for."""

    papers: tuple[DocumentKind, ...]
    sentences: Callable[[DocumentKind, str], tuple[Sentence, ...]]
    """Slow, lane ``store``. (paper, variant; "" for all items) -> its sentences in order."""
    faults: Callable[[str, str], tuple[Fault, ...]]
    """Quick. (key, text) -> what speaks against it."""
    preview: Callable[[DocumentKind, str, str], tuple[PageImage, ...]]
    """Slow, lane ``files``. (paper, key, text) -> a sample paper that says it so. Raises PaperTrouble."""
    save: Callable[[str, str], None]
    """Slow, lane ``store``. (key, text; "" for the draft). Raises NotAllowed, InputError."""
    test_print: Callable[[DocumentKind, str, str], str]
    """Slow, lane ``files``. (paper, key, text) print it with sample people only; returns what to say."""
