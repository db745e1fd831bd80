"""Small strokes that several widgets and delegates share: boxes, tags, key caps, numbers in a box."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from desk_app.ui.theme.icons import paint_icon
from desk_app.ui.theme.look import Look, Scheme, Tone, look_now

_TAG_PAD, _TAG_GAP = 7, 5
_CAP_PAD, _CAP_GAP = 6, 3


def paint_box(
    painter: QPainter,
    box: QRectF,
    radius: float,
    fill: QColor | None,
    border: QColor | None,
    width: float = 1.0,
) -> None:
    """A rounded box whose border lies inside ``box``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, radius, radius)
    else:
        painter.setPen(QPen(border, width))
        half = width / 2
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


def metrics(current: Look, kind: str) -> QFontMetrics:
    """Metrics of a step of the type scale."""
    return QFontMetrics(current.font(kind))


def tag_size(text: str, icon: str = "") -> QSize:
    """What :func:`paint_tag` needs."""
    measure = metrics(look_now(), "caption")
    width = measure.horizontalAdvance(text) + 2 * _TAG_PAD
    if icon:
        width += _tag_icon() + _TAG_GAP
    return QSize(width + 1, measure.height() + 4)


def _tag_icon() -> int:
    return look_now().pixels["caption"] + 1


def paint_tag(
    painter: QPainter, at: QPointF, text: str, tone: Tone, icon: str = "", *, outlined: bool = False
) -> int:
    """A tag whose left edge and middle height are given; returns its width."""
    current = look_now()
    size = tag_size(text, icon)
    box = QRectF(at.x(), at.y() - size.height() / 2, size.width(), size.height())
    ink, ground = current.tone(tone)
    contrast = current.scheme is Scheme.HIGH_CONTRAST
    border = current.colour("lineStrong") if outlined else ink if contrast else None
    fill = current.colour("surface") if outlined else ground
    paint_box(painter, box, current.size("radius_tag"), fill, border)
    ink = current.colour("text") if outlined else ink
    left = box.left() + _TAG_PAD
    if icon:
        side = _tag_icon()
        paint_icon(painter, icon, QRectF(left, at.y() - side / 2, side, side), ink)
        left += side + _TAG_GAP
    painter.save()
    painter.setFont(current.font("caption"))
    painter.setPen(ink)
    painter.drawText(
        QRectF(left, box.top(), box.right() - left, box.height()), Qt.AlignmentFlag.AlignVCenter, text
    )
    painter.restore()
    return size.width()


def caps_size(caps: Sequence[str]) -> QSize:
    """What :func:`paint_caps` needs."""
    measure = _cap_metrics()
    width = sum(max(measure.horizontalAdvance(cap) + 2 * _CAP_PAD, measure.height()) for cap in caps)
    return QSize(width + _CAP_GAP * max(0, len(caps) - 1), measure.height() + 4)


def _cap_metrics() -> QFontMetrics:
    return metrics(look_now(), "caption")


def paint_caps(painter: QPainter, at: QPointF, caps: Sequence[str]) -> int:
    """Key caps whose left edge and middle height are given; returns their width."""
    current = look_now()
    measure = _cap_metrics()
    height = measure.height() + 2
    left = at.x()
    painter.save()
    painter.setFont(current.font("caption"))
    for cap in caps:
        width = max(measure.horizontalAdvance(cap) + 2 * _CAP_PAD, measure.height())
        box = QRectF(left, at.y() - height / 2, width, height)
        radius = current.size("radius_key")
        paint_box(painter, box.translated(0, 1), radius, current.colour("lineStrong"), None)
        paint_box(painter, box, radius, current.colour("surface"), current.colour("lineStrong"))
        painter.setPen(current.colour("text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
        left += width + _CAP_GAP
    painter.restore()
    return round(left - at.x()) - _CAP_GAP


def paint_number(painter: QPainter, box: QRectF, number: int) -> None:
    """A number in a box: the n-th row, taken by Alt+n."""
    current = look_now()
    radius = current.size("radius_key") + 1
    paint_box(painter, box, radius, current.colour("surface"), current.colour("lineStrong"))
    painter.save()
    painter.setFont(current.font("caption"))
    painter.setPen(current.colour("text2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.restore()


def elided(text: str, kind: str, width: int) -> str:
    """The text cut to a width with an ellipsis."""
    return metrics(look_now(), kind).elidedText(text, Qt.TextElideMode.ElideRight, width)


def middle(box: QRect, side: int) -> QRect:
    """A square of ``side`` in the middle of a box."""
    square = QRect(0, 0, side, side)
    square.moveCenter(box.center())
    return square
