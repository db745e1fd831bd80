"""The pages of the first run in one frame: steps at the left, the page, and what leads on below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk_app.ui.messages import told
from desk_app.ui.screens.first_run.calls import Step
from desk_app.ui.screens.first_run.foot import Foot
from desk_app.ui.screens.first_run.items_page import ItemsPage
from desk_app.ui.screens.first_run.people_page import PeoplePage
from desk_app.ui.screens.first_run.presenter import FirstRunPresenter
from desk_app.ui.screens.first_run.printing_page import PrintingPage
from desk_app.ui.screens.first_run.shown import Shown
from desk_app.ui.screens.first_run.site_page import SitePage
from desk_app.ui.screens.first_run.step_list import StepList
from desk_app.ui.screens.first_run.trial_page import TrialPage
from desk_app.ui.screens.first_run.words import advice, heading, step_state, step_word
from desk_app.ui.shortcuts import bind
from desk_app.ui.theme.look import Tone, WidthClass, look_now
from desk_app.ui.widgets.banner import Banner
from desk_app.ui.widgets.boxes import row, scrolled
from desk_app.ui.widgets.brand import AIR, BrandWords, SplitPage
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.seal import Seal
from desk_app.ui.widgets.text import Text

_SIDE = {WidthClass.WIDE: 21, WidthClass.STANDARD: 21, WidthClass.NARROW: 22, WidthClass.COMPACT: 0}
"""Percent of the width that the steps take."""


class FirstRunView(SplitPage):
    """``presenter.session.finished`` and ``demo_ready`` say that the program goes on elsewhere."""

    large_type_requested = Signal()
    contrast_requested = Signal()

    def __init__(self, presenter: FirstRunPresenter, parent: QWidget | None = None) -> None:
        super().__init__(_SIDE, parent)
        self.setObjectName("firstRun")
        self._presenter = presenter
        self._face: tuple[Step, bool] | None = None
        self._waiting: QWidget | None = None
        self.site, self.people = SitePage(), PeoplePage()
        self.items, self.trial = ItemsPage(), TrialPage()
        self.printing = PrintingPage(presenter.session.calls.sizes)
        self._pages: dict[Step, SitePage | PeoplePage | ItemsPage | PrintingPage | TrialPage] = {
            Step.SITE: self.site,
            Step.PEOPLE: self.people,
            Step.ITEMS: self.items,
            Step.PRINTING: self.printing,
            Step.TRIAL: self.trial,
        }
        self._fill_side()
        self.set_main(self._made_main())
        self._connect()
        presenter.pictured.connect(self.show_picture)
        presenter.session.focus_wanted.connect(self._focus_on)

    def _fill_side(self) -> None:
        side = self.side
        self.steps = StepList(step_word, step_state)
        side.body.addWidget(
            row(Seal(46), BrandWords(self.tr("首次设置"), kind="subtitle"), spacing=14, stretch_last=True)
        )
        side.body.addSpacing(16)
        side.body.addWidget(self.steps)
        side.body.addStretch(1)
        side.body.addWidget(
            Text(self.tr("大约 10 分钟。随时可关，下次从这一步继续。"), "caption", "onRail", wrap=True)
        )

    def _made_main(self) -> QWidget:
        self.heading = Text("", "date", wrap=True)
        self.demo = Button(self.tr("先看演示"), icon="eye", keys="Alt+Y")
        self.demo.setToolTip(self.tr("还没想好？先在示例镇里随便点点，不影响正式数据。"))
        self.advice = Text("", "body", "quiet", wrap=True)
        self.banner = Banner()
        self.banner.hide()
        self._stack = QStackedWidget()
        self._holders: dict[Step, QWidget] = {}
        for step, page in self._pages.items():
            self.air(page)
            holder = page if step is Step.ITEMS else scrolled(page)
            self._holders[step] = holder
            self._stack.addWidget(holder)
        self.foot = Foot()
        self.back, self.onward = self.foot.back, self.foot.onward
        main = QWidget()
        self._margins = QVBoxLayout(main)
        self._margins.setSpacing(10)
        head = QHBoxLayout()
        head.setContentsMargins(AIR, 0, AIR, 0)
        head.addWidget(self.heading, 1)
        head.addWidget(self.demo)
        self._margins.addLayout(head)
        self.advice.setContentsMargins(AIR, 0, AIR, 0)
        self._margins.addWidget(self.advice)
        self._margins.addWidget(self.banner)
        self._margins.addWidget(self._stack, 1)
        self._margins.addWidget(self.foot)
        return main

    def _connect(self) -> None:
        presenter = self._presenter
        self.site.tier_chosen.connect(presenter.site.set_tier)
        self.site.typed.connect(presenter.site.type_text)
        self.site.left.connect(presenter.site.leave)
        self.people.name_typed.connect(presenter.people.type_name)
        self.people.name_left.connect(presenter.people.leave_name)
        self.people.password_typed.connect(presenter.people.type_password)
        self.people.sheet_kept.connect(presenter.people.keep_sheet)
        self.people.print_requested.connect(presenter.people.print_sheet)
        self.people.save_requested.connect(presenter.people.save_sheet)
        self.people.renew_requested.connect(presenter.people.renew_sheet)
        self.items.decided.connect(presenter.items.decide)
        self.printing.changed.connect(presenter.printing.change)
        self.printing.test_requested.connect(presenter.printing.test)
        self.printing.look_again_requested.connect(presenter.printing.load)
        self.trial.start_requested.connect(presenter.finish)
        self.trial.demo_requested.connect(presenter.make_demo)
        self.demo.clicked.connect(presenter.make_demo)
        self.steps.chosen.connect(presenter.go)
        self.back.clicked.connect(presenter.back)
        self.onward.clicked.connect(self.primary)
        bind(self, {"setup.back": presenter.back, "setup.demo": self._demo_by_key})
        QWidget.setTabOrder(self.onward, self.demo)

    def _demo_by_key(self) -> None:
        if self._step is Step.TRIAL or not self.demo.isHidden():
            self._presenter.make_demo()

    def show_picture(self, shown: Shown) -> None:
        """Everything as it is now."""
        if shown.busy and self._waiting is None:
            self._waiting = self.focusWidget()
        for page in self._pages.values():
            page.lay(shown)
        self.steps.show_steps(shown.step, shown.done, shown.reachable)
        self.heading.setText(heading(shown))
        self.advice.setText(advice(shown, compact=self.side.isHidden()))
        self.foot.lay(shown)
        self.demo.setVisible(shown.step is Step.SITE and shown.offers_demo)
        self.demo.setEnabled(not shown.busy)
        if shown.trouble is None:
            self.banner.hide()
        else:
            self.banner.say(Tone.RED, *told(shown.trouble))
        self._stack.setCurrentWidget(self._holders[shown.step])
        self._lead_keys(shown)

    def _lead_keys(self, shown: Shown) -> None:
        """To where a page begins; after something slow, back to where they were."""
        face = (shown.step, shown.people.made)
        if face != self._face:
            self._face, self._waiting = face, None
            self.focus_start()
        elif not shown.busy and self._waiting is not None:
            if self.isVisible():  # when all is done the keys belong to the desk
                self._waiting.setFocus()
            self._waiting = None

    def focus_start(self) -> None:
        """Where work on this page begins."""
        if self._step is not None:
            self._pages[self._step].focus_start()
            self._reveal_focus()

    @property
    def _step(self) -> Step | None:
        return self._face[0] if self._face else None

    def _focus_on(self, name: str) -> None:
        if self._step is not None:
            self._pages[self._step].focus_on(name)
            self._reveal_focus()

    def _reveal_focus(self) -> None:
        holder = self._stack.currentWidget()
        if isinstance(holder, QScrollArea) and holder.isAncestorOf(self.focusWidget()):
            holder.ensureWidgetVisible(self.focusWidget(), 0, look_now().size("control"))

    def primary(self) -> None:
        """Ctrl+Enter: on, or to what is still missing."""
        if not self.onward.isEnabled():
            if self._step is Step.PEOPLE:
                self.people.focus_on("sheet_kept")
        elif self._step is Step.TRIAL:
            self.trial.go_on()
        else:
            self._presenter.next()

    def bind_look_keys(self) -> None:
        """Alt+D and Alt+G, where the page is a window of its own and nobody else has bound them."""
        wishes = {"large_type": self.large_type_requested, "contrast": self.contrast_requested}
        bind(self, {name: wish.emit for name, wish in wishes.items()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field, Ctrl+Enter to the next page."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.primary()
        elif isinstance(self.focusWidget(), QLineEdit | QComboBox):
            self.focusNextChild()
            self._reveal_focus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The window gives the page the keys: they belong to a field of it."""
        super().focusInEvent(event)
        self.focus_start()

    def fit(self, room: WidthClass) -> None:
        """The steps give way, then the air."""
        super().fit(room)
        edge = 42 if room in (WidthClass.WIDE, WidthClass.STANDARD) else 14
        high = self.height() >= (900 if look_now().large else 700)
        self._margins.setContentsMargins(edge, 40 if high else 14, edge, 28 if high else 12)
