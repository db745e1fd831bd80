"""The lock page. A solid page: nothing about any citizen stands on it or behind it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_app.domain.errors import SignInFailed
from desk_app.ui.messages import sentence, told
from desk_app.ui.screens.unlock.password_page import PasswordPage
from desk_app.ui.screens.unlock.presenter import UnlockPresenter
from desk_app.ui.screens.unlock.recovery_page import RecoveryPage
from desk_app.ui.screens.unlock.shown import Page, Shown
from desk_app.ui.shortcuts import bind
from desk_app.ui.theme.look import Tone, WidthClass, look_now
from desk_app.ui.theme.marks import Drawing
from desk_app.ui.widgets.banner import Banner
from desk_app.ui.widgets.boxes import row, scrolled
from desk_app.ui.widgets.brand import AIR, BrandWords, SplitPage
from desk_app.ui.widgets.button import Button, ButtonSize
from desk_app.ui.widgets.empty import Picture
from desk_app.ui.widgets.seal import Seal
from desk_app.ui.widgets.tag import KeyCap
from desk_app.ui.widgets.text import Text

_SIDE = {WidthClass.WIDE: 36, WidthClass.STANDARD: 34, WidthClass.NARROW: 28, WidthClass.COMPACT: 0}
"""Percent of the width that the dark side takes."""


class UnlockView(SplitPage):
    """Emits wishes that go beyond the page; the rest is between it and its presenter."""

    lookup_requested = Signal()
    """先查事项: looking up needs no log-in."""
    large_type_requested = Signal()
    contrast_requested = Signal()

    def __init__(self, presenter: UnlockPresenter, parent: QWidget | None = None) -> None:
        super().__init__(_SIDE, parent)
        self.setObjectName("unlock")
        self._presenter = presenter
        self._page: Page | None = None
        self.passwords = PasswordPage()
        self.recovery = RecoveryPage()
        self.banner = Banner()
        self.banner.hide()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.air(self.passwords))
        self._pages.addWidget(self.air(self.recovery))
        self._fill_side()
        self.set_main(self._made_main())
        self._connect()
        presenter.pictured.connect(self.show_picture)
        presenter.entered.connect(self.forget)
        presenter.refused.connect(self._ask_again)

    def _fill_side(self) -> None:
        side = self.side
        side.body.setContentsMargins(56, 64, 40, 48)
        self.site = Text("", "caption", "onRail", wrap=True)
        self._town = Picture(Drawing.TOWN, 0.85)
        side.body.addWidget(Seal(64))
        side.body.addSpacing(20)
        side.body.addWidget(BrandWords(self.tr("便民服务"), self.tr("工作台")))
        side.body.addSpacing(8)
        side.body.addWidget(Text(self.tr("一次说清　一口收齐"), "subtitle", "onRail", wrap=True))
        side.body.addWidget(Text(self.tr("一张凭证　一查到底"), "subtitle", "onRail", wrap=True))
        side.body.addStretch(1)
        side.body.addWidget(self._town)
        side.body.addSpacing(24)
        side.body.addWidget(self.site)

    def _made_main(self) -> QWidget:
        main = QWidget()
        self._margins = QVBoxLayout(main)
        self._margins.setSpacing(12)
        self._scroll = scrolled(self._pages)
        self._margins.addWidget(self.banner)
        self._margins.addWidget(self._scroll, 1)
        self._margins.addWidget(self._made_foot())
        return main

    def _made_foot(self) -> QWidget:
        self.look_up = Button(
            self.tr("先查事项"), icon="magnifying-glass", keys="Alt+K", size=ButtonSize.SMALL
        )
        self.large = Button(self.tr("大字"), icon="text-aa", keys="Alt+D", size=ButtonSize.SMALL)
        self.contrast = Button(self.tr("高对比"), icon="circle-half", keys="Alt+G", size=ButtonSize.SMALL)
        self._lock_hint = row(
            Text(self.tr("离开柜台请按"), "caption", "quiet"),
            KeyCap("Ctrl", "L"),
            Text(self.tr("锁屏"), "caption", "quiet"),
        )
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(AIR, 0, AIR, 0)
        line.setSpacing(10)
        for button in (self.look_up, self.large, self.contrast):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self._lock_hint)
        return foot

    def _connect(self) -> None:
        presenter = self._presenter
        self.passwords.chosen.connect(lambda key: presenter.choose(UUID(key)))
        self.passwords.enter_requested.connect(presenter.enter)
        self.passwords.recovery_requested.connect(presenter.open_recovery)
        self.recovery.typed.connect(presenter.judge)
        self.recovery.use_requested.connect(presenter.recover)
        self.recovery.back_requested.connect(presenter.back)
        self.recovery.chosen.connect(lambda key: presenter.choose(UUID(key)))
        self.look_up.clicked.connect(self.lookup_requested)
        self.large.clicked.connect(self.large_type_requested)
        self.contrast.clicked.connect(self.contrast_requested)
        bind(
            self,
            {"unlock.recovery": presenter.open_recovery, "unlock.lookup": self.lookup_requested.emit},
        )

    def bind_look_keys(self) -> None:
        """Alt+D and Alt+G, where the page is a window of its own and nobody else has bound them."""
        wishes = {"large_type": self.large_type_requested, "contrast": self.contrast_requested}
        bind(self, {name: wish.emit for name, wish in wishes.items()})

    def show_picture(self, shown: Shown) -> None:
        """Everything as it is now."""
        version = self.tr("版本 {version}").format(version=shown.version)
        self.site.setText(f"{shown.site_name}　{version}")
        self.passwords.lay(shown)
        self.recovery.lay(shown)
        self._say_trouble(shown)
        if shown.page is not self._page:
            self._page = shown.page
            self._pages.setCurrentWidget(self.passwords if shown.page is Page.PASSWORD else self.recovery)
            self.focus_start()

    def _say_trouble(self, shown: Shown) -> None:
        trouble = shown.trouble
        at_field = isinstance(trouble, SignInFailed) or shown.page is Page.RECOVERY
        words = sentence(trouble) if trouble is not None and at_field else ""
        self.passwords.say_problem(words if shown.page is Page.PASSWORD else "")
        self.recovery.say_problem(words if shown.page is Page.RECOVERY else "")
        if trouble is None or at_field:
            self.banner.hide()
        else:
            self.banner.say(Tone.RED, *told(trouble))

    def focus_start(self) -> None:
        """Where the keys belong now: the password of who is chosen, else the people."""
        page = self.recovery if self._page is Page.RECOVERY else self.passwords
        page.focus_start()
        self._reveal_focus()

    def _reveal_focus(self) -> None:
        """On a low window the field that has the keys, and the line below it, must be in sight."""
        focused = self.focusWidget()
        if self._pages.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused, 0, look_now().size("control") + 24)

    def forget(self) -> None:
        """Nothing that was typed stays in a field."""
        self.passwords.forget()
        self.recovery.forget()

    def _ask_again(self) -> None:
        page = self.recovery if self._page is Page.RECOVERY else self.passwords
        page.ask_again()
        self._reveal_focus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The window gives the page the keys: they belong to a field of it."""
        super().focusInEvent(event)
        self.focus_start()

    def primary(self) -> None:
        """Ctrl+Enter."""
        page = self.recovery if self._page is Page.RECOVERY else self.passwords
        page.primary()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes in, Esc goes back."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.primary()
        elif key == Qt.Key.Key_Escape:
            self._presenter.back()
        else:
            super().keyPressEvent(event)

    def fit(self, room: WidthClass) -> None:
        """The dark side gives way, then the air."""
        super().fit(room)
        share = _SIDE[room]
        self._town.setVisible(self.width() * share >= (self._town.width() + 96) * 100)
        edge = 58 if room in (WidthClass.WIDE, WidthClass.STANDARD) else 22
        short = self.height() < (840 if look_now().large else 640)
        self.passwords.people.set_low(short)
        self._margins.setContentsMargins(edge, 14 if short else 50, edge, 16 if short else 48)
        self._lock_hint.setVisible(room is not WidthClass.COMPACT and not look_now().large)
