"""Text that is painted and not a label: it wraps, marks, ends in …, and its room is what it paints."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSizePolicy
from pytestqt.qtbot import QtBot

from desk_app.ui.theme.look import look_now
from desk_app.ui.widgets.fact import Fact
from desk_app.ui.widgets.link import WrapLink
from desk_app.ui.widgets.paragraph import Paragraph, extent
from desk_app.ui.widgets.points import Point, Points

LONG = "以家庭为单位申请，共同生活成员的人均收入低于当地现行标准" * 3


def painted(paragraph: Paragraph, width: int = 220, height: int = 120) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(look_now().colour("surface"))
    painter = QPainter(image)
    paragraph.paint(painter, 0, 0, look_now().colour("text"))
    painter.end()
    return image


def holds(image: QImage, colour: QColor) -> bool:
    pixels = ((x, y) for y in range(image.height()) for x in range(image.width()))
    return any(image.pixelColor(x, y) == colour for x, y in pixels)


@pytest.mark.usefixtures("qapp")
def test_text_wraps_and_its_extent_is_its_height() -> None:
    one = extent("短", "body", 200)
    many = extent(LONG, "body", 200)
    assert one.height == one.line
    assert many.height > 3 * one.height
    assert many.height == Paragraph(LONG, "body", 200).height
    assert 0 < many.last_line <= 200


@pytest.mark.usefixtures("qapp")
def test_what_has_no_room_ends_in_an_ellipsis() -> None:
    cut = extent(LONG, "body", 200, most_lines=2)
    assert (cut.height, cut.cut) == (2 * cut.line, True)
    assert not extent(LONG, "body", 200).cut
    assert not extent("短", "body", 200, most_lines=2).cut


@pytest.mark.usefixtures("qapp")
def test_an_empty_text_and_no_width_are_no_trouble() -> None:
    assert extent("", "body", 100).last_line == 0
    assert extent(LONG, "body", -5).height > 0


@pytest.mark.usefixtures("qapp")
def test_marks_stand_on_their_ground_and_stay_inside_a_cut_text() -> None:
    ground = look_now().colour("mark")
    assert holds(painted(Paragraph("高龄津贴", "body", 200, marks=[(0, 2)])), ground)
    assert not holds(painted(Paragraph("高龄津贴", "body", 200)), ground)
    cut = Paragraph(LONG, "body", 200, most_lines=1, marks=[(0, 2), (60, 70), (8, 70)])
    assert holds(painted(cut), ground)


def test_points_are_as_high_as_what_they_say(qtbot: QtBot) -> None:
    points = Points("check-circle")
    qtbot.addWidget(points)
    assert points.heightForWidth(300) == 0
    points.show_points([Point("一"), Point(LONG, lead="问？")])
    assert points.hasHeightForWidth()
    assert points.heightForWidth(200) > points.heightForWidth(900) > 2 * extent("一", "body", 900).line
    assert points.sizeHint().height() == points.heightForWidth(max(points.width(), 160))
    assert points.accessibleName() == f"一；问？，{LONG}"
    assert points.minimumSizeHint().width() <= 160
    before = points.points
    points.show_points(list(before))
    assert points.points is before


@pytest.mark.parametrize("width", [90, 140, 400])
def test_a_tag_stands_behind_the_last_words_or_below(qtbot: QtBot, width: int) -> None:
    points = Points(numbered=True)
    qtbot.addWidget(points)
    points.show_points([Point("社会救助暂行办法", tag="文号待核")])
    points.resize(width, points.heightForWidth(width))
    image = points.grab().toImage()
    assert holds(image, look_now().colour("amberSoft"))


def test_points_out_of_sight_are_not_painted(qtbot: QtBot) -> None:
    points = Points()
    qtbot.addWidget(points)
    points.show_points([Point("一"), Point("二"), Point("三")])
    points.resize(200, points.heightForWidth(200))
    ink = look_now().colour("text")
    whole = points.grab().toImage()
    last = points.grab(QRect(0, points.height() - 12, 200, 12)).toImage()
    assert holds(whole, ink)
    assert last.height() == 12


def test_a_link_wraps_and_is_pressed_by_keys(qtbot: QtBot) -> None:
    link = WrapLink()
    qtbot.addWidget(link)
    link.set_words("被征地农民参加居民基本养老保险补贴资料审核、转报及信息录入")
    assert link.hasHeightForWidth()
    assert link.heightForWidth(160) > link.heightForWidth(900)
    assert link.heightForWidth(900) >= look_now().size("min_target")
    assert link.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Minimum
    link.resize(200, link.heightForWidth(200))
    link.show()
    pressed: list[str] = []
    link.clicked.connect(lambda: pressed.append("x"))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_A):
        QTest.keyClick(link, key)
    assert pressed == ["x", "x"]
    link.setDown(True)
    assert holds(link.grab().toImage(), look_now().colour("hover"))
    assert link.minimumSizeHint().height() == look_now().size("min_target")


def test_a_fact_is_as_high_as_its_value(qtbot: QtBot) -> None:
    fact = Fact()
    qtbot.addWidget(fact)
    fact.say("结果", "通过")
    low = fact.heightForWidth(160)
    fact.say("结果", "通过", "当场打印")
    assert fact.heightForWidth(160) > low
    assert fact.accessibleName() == "结果，通过，当场打印"
    assert fact.words == ("结果", "通过", "当场打印")
    assert fact.hasHeightForWidth()
    assert fact.sizeHint().width() >= fact.minimumSizeHint().width()
    fact.resize(160, 90)
    assert holds(fact.grab().toImage(), look_now().colour("text"))
    assert fact.childAt(QPoint(5, 5)) is None
