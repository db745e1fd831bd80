"""文书用语: one sentence of one paper, for all items or for one sort of them."""

from __future__ import annotations

from desk_app.domain.documents import DocumentKind
from desk_app.domain.sites import Right
from desk_app.domain.wording import WordingFlaw
from desk_app.ui.screens.intake.calls import PageImage
from desk_app.ui.screens.settings.session import SettingsSession
from desk_app.ui.screens.settings.shown import Said, WordingShown
from desk_app.ui.screens.settings.wording.values import Sentence, WordingCalls


class WordingPart:
    """What is typed is judged and shown on a sample paper at once; it holds when it is saved."""

    def __init__(self, session: SettingsSession) -> None:
        self._session = session
        self._calls = session.calls.wording
        self._paper = self._calls.papers[0]
        self._variant = ""
        self._sentences: tuple[Sentence, ...] = ()
        self._at = 0
        self._text: str | None = None
        """What was typed and not saved; None: as it stands."""
        self._pages: tuple[PageImage, ...] = ()

    def read(self) -> None:
        """The page is opened, or another paper or sort of item chosen."""
        paper, variant = self._paper, self._variant
        read = self._calls.sentences
        self._session.read(lambda: read(paper, variant), self._arrived, "wording", "store")

    def _arrived(self, sentences: tuple[Sentence, ...]) -> None:
        self._sentences = sentences
        self._at = min(self._at, max(0, len(sentences) - 1))
        self._draw()

    def choose_paper(self, paper: DocumentKind) -> None:
        """Another paper."""
        self._paper, self._at, self._text = paper, 0, None
        self.read()

    def choose_variant(self, variant: str) -> None:
        """For all items, or for those of one legal nature or mode."""
        self._variant, self._text = variant, None
        self.read()

    def choose(self, at: int) -> None:
        """Another sentence."""
        if at != self._at:
            self._at, self._text = at, None
            self._draw()
            self._session.changed.emit()

    @property
    def sentence(self) -> Sentence | None:
        """The one in hand."""
        return self._sentences[self._at] if self._at < len(self._sentences) else None

    def type_text(self, text: str) -> None:
        """A key in the box."""
        sentence = self.sentence
        if sentence is not None and text != self._shown_text():
            self._text = text
            self._draw()
            self._session.changed.emit()

    def _shown_text(self) -> str:
        sentence = self.sentence
        return self._text if self._text is not None else sentence.text if sentence else ""

    def _draw(self) -> None:
        """The sample paper, as it would be."""
        sentence, paper, text = self.sentence, self._paper, self._shown_text()
        if sentence is None or _faulty(self._calls, sentence, text):
            return
        draw = self._calls.preview
        key = sentence.key
        self._session.read(lambda: draw(paper, key, text), self._drawn, "wording preview")

    def _drawn(self, pages: tuple[PageImage, ...]) -> None:
        self._pages = pages

    def save(self) -> None:
        """From now on papers say it so."""
        if self._text is not None and not _faulty(self._calls, self.sentence, self._text):
            self._keep(self._text)

    def back_to_draft(self) -> None:
        """As the program came."""
        sentence = self.sentence
        if sentence is not None and (self._text is not None or sentence.text != sentence.draft):
            self._keep("")

    def _keep(self, text: str) -> None:
        sentence, save = self.sentence, self._calls.save
        if sentence is None or not self._session.may(Right.MANAGE_SITE):
            return
        key = sentence.key

        def kept(_nothing: None) -> None:
            self._text = None
            self._session.tell(Said.SAVED)
            self.read()

        self._session.begin(lambda: save(key, text), kept)

    def test(self) -> None:
        """On paper, with sample people only."""
        sentence, paper, text, print_ = self.sentence, self._paper, self._shown_text(), self._calls.test_print
        if sentence is None or _faulty(self._calls, sentence, text):
            return
        key = sentence.key
        told = self._session.tell
        self._session.begin(lambda: print_(paper, key, text), lambda words: told(Said.TEXT, words), "files")

    def shown(self) -> WordingShown:
        """The page."""
        sentence, text = self.sentence, self._shown_text()
        faults = self._calls.faults(sentence.key, text) if sentence else ()
        return WordingShown(
            self._paper, self._variant, self._sentences, self._at, text, faults, self._pages,
            dirty=self._text is not None and not any(fault.flaw is WordingFlaw.EMPTY for fault in faults),
        )  # fmt: skip


def _faulty(calls: WordingCalls, sentence: Sentence | None, text: str) -> bool:
    return sentence is not None and bool(calls.faults(sentence.key, text))
