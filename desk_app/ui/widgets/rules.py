"""Rules that are kept, broken or not judged yet, each with a mark: shown while a password is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.ink import metrics

_GAP, _BETWEEN = 6, 18


@dataclass(frozen=True, slots=True)
class RuleText:
    """One rule; ``kept`` is None before there is anything to judge."""

    text: str
    kept: bool | None = None


_MARKS: dict[bool | None, tuple[str, str]] = {
    True: ("check-circle-fill", "green"),
    False: ("x-circle", "red"),
    None: ("info", "text3"),
}


class Rules(QWidget):
    """Rules in as many lines as they need."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.rules: tuple[RuleText, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)

    def show_rules(self, rules: Sequence[RuleText]) -> None:
        """Show how the rules stand."""
        if tuple(rules) == self.rules:
            return
        self.rules = tuple(rules)
        broken = [rule.text for rule in self.rules if rule.kept is False]
        self.setAccessibleName("；".join([self._name, *map(_sentence, self.rules)]))
        self.setAccessibleDescription("；".join(broken))
        self.updateGeometry()
        self.update()

    def _line(self) -> int:
        return metrics(look_now(), "caption").height() + 6

    def _places(self, width: int) -> list[tuple[QPointF, RuleText]]:
        current = look_now()
        measure, icon = metrics(current, "caption"), current.size("icon")
        left, top, places = 0, 0, []
        for rule in self.rules:
            needed = icon + _GAP + measure.horizontalAdvance(rule.text)
            if left and left + needed > width:
                left, top = 0, top + self._line()
            places.append((QPointF(left, top), rule))
            left += needed + _BETWEEN
        return places

    def hasHeightForWidth(self) -> bool:
        """Rules wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all lines."""
        places = self._places(width)
        return round(places[-1][0].y()) + self._line() if places else 0

    def sizeHint(self) -> QSize:
        """As high as its width asks for."""
        return QSize(300, self.heightForWidth(max(self.width(), 300)))

    def minimumSizeHint(self) -> QSize:
        """A rule a line."""
        return QSize(160, self._line())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mark and words, one after another."""
        painter = QPainter(self)
        current = look_now()
        painter.setFont(current.font("caption"))
        side = current.size("icon")
        for at, rule in self._places(self.width()):
            icon, role = _MARKS[rule.kept]
            middle = at.y() + self._line() / 2
            paint_icon(painter, icon, QRectF(at.x(), middle - side / 2, side, side), current.colour(role))
            painter.setPen(current.colour("text2" if rule.kept is None else role))
            box = QRectF(at.x() + side + _GAP, at.y(), self.width(), self._line())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, rule.text)


def _sentence(rule: RuleText) -> str:
    if rule.kept is None:
        return rule.text
    said = "做到了" if rule.kept else "还没做到"
    return f"{rule.text}，{QCoreApplication.translate('Rules', said)}"
