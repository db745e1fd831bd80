"""What stands behind the page of words: the sentences of a paper, sample papers, and keeping them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desk_app.domain.documents import DocumentKind
from desk_app.domain.wording import WordingVersion, in_force
from desk_app.ui.screens.intake.calls import PageImage
from desk_app.ui.screens.settings.papers.values import PaperSetting
from desk_app.ui.screens.settings.wording.values import Sentence, WordingCalls
from desk_app.wiring.paper_setup import sample_request
from desk_app.wiring.printing import PREVIEW_DPI, Printing, render_pages

if TYPE_CHECKING:
    from desk_app.papers.request import DrawnPaper
    from desk_app.wiring.desk import Desk


def wording_calls(desk: Desk, printing: Printing) -> WordingCalls:
    """Everything the page may ask for."""
    from desk_app.papers.wording_lint import faults_of

    wiring = WordingWiring(desk, printing)
    return WordingCalls(
        papers=tuple(DocumentKind),
        sentences=wiring.sentences,
        faults=faults_of,
        preview=wiring.preview,
        save=wiring.save,
        test_print=wiring.test_print,
    )


class WordingWiring:
    """The slow answers."""

    def __init__(self, desk: Desk, printing: Printing) -> None:
        self._desk = desk
        self._printing = printing

    def _versions(self) -> Mapping[str, tuple[WordingVersion, ...]]:
        from desk_app.services.wordings import wording_versions

        return wording_versions(self._desk.open_store, self._desk.present_clerk)

    def sentences(self, paper: DocumentKind, variant: str) -> tuple[Sentence, ...]:
        """The sentences of a paper, as they hold for a sort of items."""
        from desk_app.papers.wording import DEFAULTS
        from desk_app.papers.wording_lint import blanks_of

        versions = self._versions()
        changed = self._printing.words.site | in_force(versions)
        found = []
        for plain, draft in DEFAULTS.items():
            if plain.partition(".")[0] == paper.value:
                key = f"{plain}@{variant}" if variant else plain
                text = changed.get(key) or changed.get(plain) or draft
                found.append(Sentence(key, text, draft, blanks_of(plain), versions.get(key, ())))
        return tuple(found)

    def _drawn(self, paper: DocumentKind, key: str, text: str) -> DrawnPaper:
        from desk_app.papers.request import sizes_of

        chosen = self._desk.settings.paper(paper).size
        size = chosen if chosen in sizes_of(paper) else sizes_of(paper)[0]
        request = sample_request(self._desk, paper, size)
        # A sentence for one sort of items is shown as if the sample were of that sort.
        return self._printing.draw(request, {key.partition("@")[0]: text})

    def preview(self, paper: DocumentKind, key: str, text: str) -> tuple[PageImage, ...]:
        """A sample paper that says it so."""
        pages = render_pages(self._drawn(paper, key, text).pdf, PREVIEW_DPI)
        return tuple(PageImage(page.width, page.height, page.grey) for page in pages)

    def save(self, key: str, text: str) -> None:
        """From now on; what was printed stays as it is."""
        from desk_app.services.wordings import change_wording

        desk = self._desk
        change_wording(desk.open_store, desk.present_clerk, key, text, desk.now())
        self._printing.words.forget()

    def test_print(self, paper: DocumentKind, key: str, text: str) -> str:
        """Sample people only, marked 演示."""
        from desk_app.devices.printers import PrintJob
        from desk_app.ui.words import word

        drawn, choice = self._drawn(paper, key, text), self._desk.settings.paper(paper)
        setting = PaperSetting(choice.printer, drawn.size, 1)
        job = PrintJob(self._desk.new_id(), f"test-{paper.value}", drawn.pdf, setting.size, 1)
        self._printing.printer(choice).print(job)
        return word(paper)
