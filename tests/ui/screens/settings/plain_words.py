"""Papers of two sentences each, for tests of the settings."""

from __future__ import annotations

from collections.abc import Callable

from desk_app.domain.documents import DocumentKind
from desk_app.domain.wording import Fault, Flaw
from desk_app.ui.screens.intake.calls import PageImage
from desk_app.ui.screens.settings.wording.values import Sentence, WordingCalls

Tell = Callable[..., None]


def two_sentences(kind: DocumentKind, variant: str) -> tuple[Sentence, ...]:
    keys = (f"{kind.value}.title", f"{kind.value}.lead")
    return tuple(Sentence(f"{key}@{variant}" if variant else key, key, key, ("due",)) for key in keys)


def plain_words(tell: Tell) -> WordingCalls:
    def preview(*asked: object) -> tuple[PageImage, ...]:
        tell("preview", *asked)
        return (PageImage(1, 1, b"\xff"),)

    def test_print(*asked: object) -> str:
        tell("test words", *asked)
        return "试打的纸已送出"

    return WordingCalls(
        papers=tuple(DocumentKind),
        sentences=two_sentences,
        faults=lambda _key, text: () if text else (Fault(Flaw.EMPTY),),
        preview=preview,
        save=lambda key, text: tell("wording", key, text),
        test_print=test_print,
    )
