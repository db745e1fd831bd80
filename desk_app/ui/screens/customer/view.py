"""The second window: full on a second monitor, otherwise a window of its own.

It never takes the keyboard: a citizen's touch must not carry the clerk's next key to the wrong window. What a
citizen does here is done with a finger, a pen or a mouse.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk_app.ui.screens.customer.faces.asking import ConfirmPage, RatePage, SignPage
from desk_app.ui.screens.customer.faces.plain import ProgressPage, ThanksPage, WelcomePage
from desk_app.ui.screens.customer.presenter import CustomerPresenter
from desk_app.ui.screens.customer.values import Confirm, Face, Head, Progress, Rate, Sign, Thanks
from desk_app.ui.screens.customer.words import head_word, spoken, tr
from desk_app.ui.theme.look import look_now
from desk_app.ui.theme.marks import paint_seal
from desk_app.ui.widgets.boxes import Canvas
from desk_app.ui.widgets.ink import metrics

_HEAD = 92
_SEAL = 54
_FIRST_SIZE = QSize(1024, 640)


class HeadBar(QWidget):
    """Seal and site at the left, counter at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._head, self._more = Head(), ""
        self.setFixedHeight(_HEAD)

    def say(self, head: Head, more: str) -> None:
        """Another site, counter or face."""
        self._head, self._more = head, more
        self.setAccessibleName(f"{head.site} {head.counter} {more}".strip())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In the colours of the rail."""
        painter = QPainter(self)
        current = look_now()
        painter.fillRect(self.rect(), current.colour("rail"))
        top = (_HEAD - _SEAL) / 2
        paint_seal(painter, QRectF(48, top, _SEAL, _SEAL).toRect())
        painter.setFont(current.font("customerBody"))
        painter.setPen(current.colour("sealText"))
        middle = Qt.AlignmentFlag.AlignVCenter
        right = "　".join(part for part in (self._head.counter, self._more) if part)
        words = metrics(current, "customerBody")
        room = self.width() - 48 - _SEAL - 20 - 48 - words.horizontalAdvance(right) - 40
        site = words.elidedText(self._head.site, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(48 + _SEAL + 20, 0, room, _HEAD), middle, site)
        box = QRectF(0, 0, self.width() - 48, _HEAD)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, right)


class CustomerWindow(Canvas):
    """Shows the presenter's face. ``closed`` says that it is gone, by key or by mouse."""

    closed = Signal()

    def __init__(self, presenter: CustomerPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.setWindowTitle(tr("客屏"))
        self.setWindowFlag(Qt.WindowType.Window)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents, False)
        self.resize(_FIRST_SIZE)
        self.setMinimumSize(800, 480)
        self.head = HeadBar()
        self._head = Head()
        self.welcome, self.thanks, self.progress = WelcomePage(), ThanksPage(), ProgressPage()
        self.confirm, self.sign, self.rate = ConfirmPage(), SignPage(), RatePage()
        self.pages = QStackedWidget()
        for page in (self.welcome, self.confirm, self.sign, self.rate, self.progress, self.thanks):
            page.setContentsMargins(0, 0, 0, 0)
            self.pages.addWidget(page)
        body = QVBoxLayout()
        body.setContentsMargins(56, 32, 56, 32)
        body.addWidget(self.pages)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addLayout(body, 1)
        self.confirm.answered.connect(presenter.answer)
        self.sign.signed.connect(presenter.sign)
        self.rate.pressed.connect(presenter.rate)
        presenter.faced.connect(self.show_face)
        self.show_face(presenter.face)

    def set_head(self, head: Head) -> None:
        """Whose counter it is."""
        self._head = head
        self.head.say(head, head_word(self._presenter.face))

    def show_face(self, face: Face) -> None:
        """Another face, at once: what stood there before is gone from the widgets as well."""
        self.head.say(self._head, head_word(face))
        self.setAccessibleName(spoken(face))
        match face:
            case Confirm():
                self.confirm.lay(face)
                page: QWidget = self.confirm
            case Sign():
                self.sign.lay(face)
                page = self.sign
            case Rate():
                self.rate.lay(face, self._presenter.seconds)
                page = self.rate
            case Progress():
                self.progress.lay(face)
                page = self.progress
            case Thanks():
                self.thanks.lay(face)
                page = self.thanks
            case _:
                page = self.welcome
        self.pages.setCurrentWidget(page)
        self._wipe_others(page)

    def _wipe_others(self, page: QWidget) -> None:
        """Nothing of the citizen before stays behind the face that is on show."""
        for other in (self.confirm, self.sign, self.rate, self.progress, self.thanks):
            if other is not page:
                other.forget()

    def place(self) -> None:
        """Full on the second monitor where there is one; otherwise a window like any other."""
        screen = second_screen()
        if screen is None:
            self.show()
            return
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch beside the buttons says that the citizen is there."""
        self._presenter.touch()
        super().mousePressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing may stay on it."""
        self._presenter.clear()
        super().closeEvent(event)
        self.hide()
        self.closed.emit()


def second_screen() -> QScreen | None:
    """The first monitor that is not the clerk's."""
    others = [screen for screen in QGuiApplication.screens() if screen is not QGuiApplication.primaryScreen()]
    return others[0] if others else None
