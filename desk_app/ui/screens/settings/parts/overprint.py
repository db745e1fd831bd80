"""套打: facts moved about on the picture of a form, and how far off each printer is."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain.documents import DocumentKind
from desk_app.domain.overprint import LEAP, STEP, Fact, Form, Offset
from desk_app.domain.sites import Right
from desk_app.ui.screens.settings.papers.values import FOLDER
from desk_app.ui.screens.settings.session import SettingsSession
from desk_app.ui.screens.settings.shown import OverprintShown, Said


class OverprintPart:
    """Every change is kept at once; a paper is printed on its form only while the form is in use."""

    def __init__(self, session: SettingsSession) -> None:
        self._session = session
        self._calls = session.calls.overprint
        self._forms = self._calls.forms()
        self._kind = self._calls.papers[0]
        self._printer = FOLDER
        self._at = 0
        self._picture = b""

    @property
    def form(self) -> Form:
        """The form in hand."""
        return self._forms.form(self._kind)

    def read(self) -> None:
        """The page is opened: what stands now."""
        self._forms = self._calls.forms()
        self._read_picture()

    def _read_picture(self) -> None:
        name, read = self.form.picture, self._calls.picture
        self._picture = b""
        if name:
            self._session.read(lambda: read(name), self._pictured, "form picture")

    def _pictured(self, picture: bytes) -> None:
        self._picture = picture

    def choose_paper(self, kind: DocumentKind) -> None:
        """Another paper."""
        self._kind, self._at = kind, 0
        self._read_picture()
        self._session.changed.emit()

    def choose_printer(self, printer: str) -> None:
        """Whose offset is looked at."""
        self._printer = printer
        self._session.changed.emit()

    def pick(self, at: int) -> None:
        """Another spot; round and round."""
        spots = len(self.form.spots)
        self._at = at % spots if spots else 0
        self._session.changed.emit()

    def move(self, across: int, down: int, *, far: bool = False) -> None:
        """The spot in hand: half a millimetre, or five."""
        step = LEAP if far else STEP
        self.turn(self.form.moved(self._at, across * step, down * step))

    def change(self, part: str, value: str) -> None:
        """A number typed: x, y, size or width of the spot in hand, in millimetres or points."""
        try:
            number = float(value.strip().replace("，", ".").replace(",", "."))
        except ValueError:
            self._session.changed.emit()
            return
        if -1000 < number < 1000:
            self.turn(self.form.changed(self._at, **{part: number}))

    def add(self, fact: Fact) -> None:
        """One more fact."""
        self._at = len(self.form.spots)
        self.turn(self.form.with_fact(fact))

    def remove(self) -> None:
        """The spot in hand goes."""
        form = self.form.without(self._at)
        self._at = max(0, min(self._at, len(form.spots) - 1))
        self.turn(form)

    def turn(self, form: Form) -> None:
        """The form otherwise; what is as it was is not kept again."""
        if form != self.form:
            self._forms = self._forms.with_form(form)
            self._save()

    def step_offset(self, across: int, down: int) -> None:
        """So many tenths of a millimetre more."""
        offset = self._forms.offsets.get(self._printer, Offset()).stepped(across, down)
        self._forms = self._forms.with_offset(self._printer, offset)
        self._save()

    def _save(self) -> None:
        if self._session.may(Right.MANAGE_SITE):
            forms, save = self._forms, self._calls.save
            self._session.keep(lambda: save(forms), "forms")
        self._session.changed.emit()

    def shown(self) -> OverprintShown:
        """The page."""
        offset = self._forms.offsets.get(self._printer, Offset())
        return OverprintShown(self.form, self._at, self._picture, self._printer, offset)


class OverprintPaper:
    """What the page of forms does with files and printers."""

    def __init__(self, session: SettingsSession, part: OverprintPart) -> None:
        self._session = session
        self._part = part

    def bring(self, path: str) -> None:
        """A picture of the form."""
        part, bring, kind = self._part, self._session.calls.overprint.bring_picture, self._part.form.kind

        def brought(name: str) -> None:
            part.turn(_with_picture(part.form, name))
            part.read()

        self._session.begin(lambda: bring(kind, path), brought, "files")

    def test(self) -> None:
        """On the form, with sample people only."""
        form, shown = self._part.form, self._part.shown()
        print_ = self._session.calls.overprint.test_print
        self._session.begin(lambda: print_(form, shown.printer), self._told, "files")

    def calibrate(self) -> None:
        """Crosses and scales."""
        form, shown = self._part.form, self._part.shown()
        print_ = self._session.calls.overprint.calibrate
        self._session.begin(lambda: print_(form, shown.printer), self._told, "files")

    def _told(self, words: str) -> None:
        self._session.tell(Said.TEXT, words)


def _with_picture(form: Form, name: str) -> Form:
    return replace(form, picture=name)
