"""文书用语: which paper, which sentence; the words, what fills itself in, and the paper as it will be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.catalogue import HandlingMode, LegalNature
from desk_app.domain.documents import DocumentKind
from desk_app.ui.screens.intake.calls import PageImage
from desk_app.ui.screens.settings.shown import Shown, WordingShown
from desk_app.ui.screens.settings.wording.words import blank_word, fault_words, sentence_name
from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.boxes import Card, CardHead, clear_layout
from desk_app.ui.widgets.button import Button, ButtonKind, ButtonSize
from desk_app.ui.widgets.chips import Flow
from desk_app.ui.widgets.line import NoteBox, PickBox
from desk_app.ui.widgets.pdf_preview import PdfPreview, page_image
from desk_app.ui.widgets.text import Text
from desk_app.ui.words import screen_date, word

VARIANTS = ("", *(kind.value for kind in LegalNature), *(mode.value for mode in HandlingMode))
_SIDE_BY_SIDE = 760


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsWording", text)


def _variant_word(variant: str) -> str:
    if not variant:
        return _tr("全部事项")
    return word(LegalNature(variant) if variant in set(LegalNature) else HandlingMode(variant))


class WordingPage(QWidget):
    """Everything is reached by Tab; the blanks below the box write themselves where the cursor stands."""

    paper_chosen = Signal(object)
    variant_chosen = Signal(str)
    sentence_chosen = Signal(int)
    typed = Signal(str)
    save_requested = Signal()
    draft_requested = Signal()
    test_requested = Signal()

    def __init__(self, papers: Sequence[DocumentKind]) -> None:
        super().__init__()
        self._papers = tuple(papers)
        self._blanks: tuple[str, ...] | None = None
        self._pages: tuple[PageImage, ...] = ()
        self.paper = PickBox(_tr("哪张文书"))
        self.paper.addItems([word(kind) for kind in self._papers])
        self.variant = PickBox(_tr("对哪类事项"))
        self.variant.addItems([_variant_word(variant) for variant in VARIANTS])
        self.sentence = PickBox(_tr("哪一句"))
        self.sentence.setMinimumContentsLength(12)
        self.box = NoteBox(_tr("这句怎么说"), lines=5)
        self.faults = Text("", "body", "red", wrap=True)
        self.version = Text("", "caption", "quiet", wrap=True)
        self.save = Button(_tr("存下，以后都这么说"), ButtonKind.PRIMARY, icon="check", keys="Ctrl+Enter")
        self.draft = Button(_tr("还原成原来的话"), icon="arrow-counter-clockwise", size=ButtonSize.SMALL)
        self.test = Button(_tr("试打"), icon="printer", size=ButtonSize.SMALL)
        self.preview = PdfPreview(_tr("样张"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        card = Card()
        card.set_head(CardHead(_tr("文书上的话"), "file-text"))
        for label, pick in (
            (_tr("哪张文书"), self.paper),
            (_tr("对哪类事项"), self.variant),
            (_tr("哪一句"), self.sentence),
        ):
            card.body.addWidget(Text(label, "label", "quiet"))
            card.body.addWidget(pick)
        card.body.addWidget(Text(_tr("这句怎么说（两个星号之间的字加粗）"), "label", "quiet"))
        card.body.addWidget(self.box)
        card.body.addWidget(self.faults)
        self._fills = Text(_tr("自动填的内容，点一下写到光标那里"), "label", "quiet")
        card.body.addWidget(self._fills)
        chips = QWidget()
        self._chips = Flow(chips)
        card.body.addWidget(chips)
        card.body.addWidget(self.version)
        card.body.addWidget(self.save)
        beside = QHBoxLayout()
        beside.addWidget(self.draft)
        beside.addWidget(self.test)
        beside.addStretch(1)
        card.body.addLayout(beside)
        paper = Card()
        paper.set_head(CardHead(_tr("样张，上面的人都是样例"), "eye"))
        paper.body.addWidget(self.preview)
        left, right = QVBoxLayout(), QVBoxLayout()
        for box, held in ((left, card), (right, paper)):
            box.addWidget(held)
            box.addStretch(1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setSpacing(12)
        self._across.addLayout(left, 1)
        self._across.addLayout(right, 1)

    def _connect(self) -> None:
        self.paper.activated.connect(lambda at: self.paper_chosen.emit(self._papers[at]))
        self.variant.activated.connect(lambda at: self.variant_chosen.emit(VARIANTS[at]))
        self.sentence.activated.connect(self.sentence_chosen)
        self.box.textChanged.connect(lambda: self.typed.emit(self.box.toPlainText()))
        self.save.clicked.connect(self.save_requested)
        self.draft.clicked.connect(self.draft_requested)
        self.test.clicked.connect(self.test_requested)

    def lay(self, shown: Shown) -> None:
        """Show everything."""
        wording = shown.wording
        self.paper.setCurrentIndex(self._papers.index(wording.paper))
        self.variant.setCurrentIndex(VARIANTS.index(wording.variant))
        names = [sentence_name(each) for each in wording.sentences]
        if names != [self.sentence.itemText(at) for at in range(self.sentence.count())]:
            self.sentence.clear()
            self.sentence.addItems(names)
        self.sentence.setCurrentIndex(wording.at)
        if self.box.toPlainText() != wording.text:
            self.box.setPlainText(wording.text)
        self.box.setReadOnly(not shown.may)
        faults = _tr("；").join(fault_words(fault) for fault in wording.faults)
        self.faults.setText(faults)
        self.faults.setVisible(bool(faults))
        self._lay_below(wording, shown)

    def _lay_below(self, wording: WordingShown, shown: Shown) -> None:
        free = shown.may and not shown.busy
        self.save.setEnabled(free and wording.dirty and not wording.faults)
        self.test.setEnabled(not shown.busy and not wording.faults)
        sentence = wording.sentence
        changed = sentence is not None and (wording.dirty or sentence.text != sentence.draft)
        self.draft.setEnabled(free and changed)
        versions = sentence.versions if sentence else ()
        last = versions[-1] if versions else None
        self.version.setText(
            _tr("第 {n} 版，{by} {day} 改的。打过的纸还是当时的话。").format(
                n=last.number, by=last.by, day=screen_date(last.at.date())
            )
            if last
            else _tr("还是程序带来的话。改过的都留着版本，打过的纸不变。")
        )
        self._show_blanks(sentence.blanks if sentence else ())
        if wording.pages is not self._pages:
            self._pages = wording.pages
            self.preview.show_pages(
                [page_image(page.width, page.height, page.grey) for page in wording.pages]
            )

    def _show_blanks(self, blanks: tuple[str, ...]) -> None:
        if blanks == self._blanks:
            return
        self._blanks = blanks
        self._fills.setVisible(bool(blanks))
        clear_layout(self._chips)
        before: QWidget = self.box
        for blank in blanks:
            chip = Button(blank_word(blank), size=ButtonSize.SMALL)
            chip.setAccessibleName(_tr("写上{blank}").format(blank=blank_word(blank)))
            chip.clicked.connect(lambda _on=False, blank=blank: self._write(blank))
            self._chips.addWidget(chip)
            QWidget.setTabOrder(before, chip)
            before = chip
        QWidget.setTabOrder(before, self.save)

    def _write(self, blank: str) -> None:
        self.box.insertPlainText(f"{{{blank}}}")
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words and paper side by side where both have room."""
        super().resizeEvent(event)
        least = _SIDE_BY_SIDE * (1.35 if look_now().large else 1)
        wide = event.size().width() >= least
        way = QBoxLayout.Direction
        self._across.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def focus_start(self) -> None:
        """The first choice."""
        self.paper.setFocus()
