"""Papers of two sentences each, and forms that are kept in memory, for tests of the settings."""

from __future__ import annotations

from collections.abc import Callable

from desk_app.domain.documents import DocumentKind
from desk_app.domain.overprint import Form, Forms
from desk_app.domain.wording import Fault, WordingFlaw
from desk_app.ui.screens.intake.calls import PageImage
from desk_app.ui.screens.settings.overprint.values import OverprintCalls
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
        faults=lambda _key, text: () if text else (Fault(WordingFlaw.EMPTY),),
        preview=preview,
        save=lambda key, text: tell("wording", key, text),
        test_print=test_print,
    )


def plain_forms(tell: Tell) -> OverprintCalls:
    kept = [Forms()]

    def save(forms: Forms) -> None:
        tell("forms")
        kept[0] = forms

    def bring(kind: DocumentKind, path: str) -> str:
        tell("picture", kind, path)
        return kind.value

    def printed(what: str) -> Callable[[Form, str], str]:
        def print_(form: Form, printer: str) -> str:
            tell(what, form.kind, printer)
            return "已送去打印"

        return print_

    return OverprintCalls(
        papers=(DocumentKind.ACCEPTANCE, DocumentKind.RECEIPT),
        forms=lambda: kept[0],
        save=save,
        picture=lambda name: name.encode(),
        bring_picture=bring,
        test_print=printed("form test"),
        calibrate=printed("calibrate"),
    )
