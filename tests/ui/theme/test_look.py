from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desk_app.domain.worktime import Lamp
from desk_app.paths import font_dirs
from desk_app.ui.theme import meanings
from desk_app.ui.theme.fonts import can_draw, load_fonts, load_rare
from desk_app.ui.theme.icons import CODES, font_file, icon, outline
from desk_app.ui.theme.look import Look, Scheme, Tone, WidthClass, look, look_now, tokens, width_class
from desk_app.ui.theme.marks import Drawing, LampShape, paint_drawing, paint_lamp, paint_seal
from desk_app.ui.theme.palette import qt_palette
from desk_app.ui.theme.sheet import sheet
from desk_app.ui.theme.switch import LookSwitch
from desk_app.ui.words import WORDS

EVERY_LOOK = [look(scheme, large) for scheme in Scheme for large in (False, True)]
TEXT_PAIRS = [
    *(
        (text, ground)
        for text in ("text", "text2", "text3")
        for ground in ("canvas", "surface", "surfaceAlt")
    ),
    *((text, ground) for text in ("text", "text2") for ground in ("sunken", "selected", "hover")),
    ("onPrimary", "primary"),
    ("onSuccess", "successBtn"),
    ("onDanger", "dangerBtn"),
    ("railText", "rail"),
    ("onRailActive", "railActive"),
    ("onMark", "mark"),
    ("onTooltip", "tooltip"),
    ("link", "surface"),
    ("sealText", "seal"),
]


def _ids(current: Look) -> str:
    return f"{current.scheme.value}{'-large' if current.large else ''}"


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_every_palette_names_the_same_roles() -> None:
    palettes = list(tokens()["colours"].values())
    assert all(palette.keys() == palettes[0].keys() for palette in palettes)
    assert all(re.fullmatch(r"#[0-9A-F]{6}", value) for palette in palettes for value in palette.values())


@pytest.mark.parametrize("current", EVERY_LOOK, ids=_ids)
def test_text_can_be_read(current: Look) -> None:
    needed = 7.0 if current.scheme is Scheme.HIGH_CONTRAST else 4.5
    for text, ground in TEXT_PAIRS:
        least = 4.5 if text == "sealText" else needed  # the seal is a mark, not text
        assert contrast(current.colour(text), current.colour(ground)) >= least, (text, ground)
    for tone in Tone:
        assert contrast(*current.tone(tone)) >= needed, tone
    assert contrast(current.colour("focus"), current.colour("canvas")) >= 3


@pytest.mark.parametrize("current", EVERY_LOOK, ids=_ids)
def test_the_sheet_and_the_palette_are_filled(current: Look) -> None:
    filled = sheet(current)
    assert "$" not in filled
    assert current.colours["surface"] in filled
    palette = qt_palette(current)
    assert palette.color(QPalette.ColorRole.Base) == current.colour("surface")
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == current.colour("text3")


def test_large_type_grows_type_and_targets() -> None:
    small, large = look(Scheme.LIGHT), look(Scheme.LIGHT, large=True)
    assert all(large.pixels[step] > small.pixels[step] for step in small.pixels)
    assert large.size("control") == 52
    assert min(large.pixels.values()) >= 17
    assert min(small.pixels.values()) >= 13


@pytest.mark.parametrize(
    ("width", "large", "expected"),
    [
        (1440, False, WidthClass.WIDE),
        (1439, False, WidthClass.STANDARD),
        (1279, False, WidthClass.NARROW),
        (1023, False, WidthClass.COMPACT),
        (1920, True, WidthClass.NARROW),
        (900, True, WidthClass.COMPACT),
    ],
)
def test_width_classes(width: int, large: bool, expected: WidthClass) -> None:
    assert width_class(width, look(Scheme.LIGHT, large)) is expected


def test_the_switch_puts_a_look_on_and_goes_back(qtbot: QtBot, qapp: QApplication) -> None:
    switch = LookSwitch(qapp, Scheme.DARK)
    changes: list[Look] = []
    switch.changed.connect(changes.append)
    label = QLabel("字")
    label.setProperty("kind", "title")
    qtbot.addWidget(label)
    assert look_now() is look(Scheme.DARK)
    switch.toggle_large()
    assert look_now() is look(Scheme.DARK, large=True)
    assert qapp.font().pixelSize() == 20
    switch.toggle_contrast()
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(0, 0, 0)
    switch.choose(Scheme.HIGH_CONTRAST, large=True)  # in force already
    switch.toggle_contrast()
    assert switch.look is look(Scheme.DARK, large=True)
    assert len(changes) == 3
    switch.choose(Scheme.LIGHT, large=False)
    switch.deleteLater()


def test_begun_in_high_contrast_one_comes_back_to_light(qapp: QApplication) -> None:
    switch = LookSwitch(qapp, Scheme.HIGH_CONTRAST)
    switch.toggle_contrast()
    assert switch.look.scheme is Scheme.LIGHT
    switch.deleteLater()


def test_our_icon_table_is_that_of_the_font(qapp: QApplication) -> None:
    spec = find_spec("qtawesome")
    assert spec is not None
    charmap = Path(str(spec.origin)).parent / "fonts" / "phosphor-charmap-1.3.0.json"
    theirs = json.loads(charmap.read_text("utf-8"))
    assert {name: f"{code:x}" for name, code in CODES.items()} == {
        name: theirs[name].removeprefix("0x") for name in CODES
    }
    assert font_file().is_file()


def test_every_icon_has_an_outline_inside_its_square(qapp: QApplication) -> None:
    for name in CODES:
        box = outline(name).boundingRect()
        assert not box.isEmpty(), name
        assert QRect(-2, -2, 104, 104).contains(box.toAlignedRect()), name


def test_icons_follow_the_look_and_the_state(qapp: QApplication) -> None:
    switch = LookSwitch(qapp, Scheme.LIGHT)
    mark = icon("stack", "red", selected="stack-fill", selected_role="green")
    size = QSize(40, 40)

    def colours(mode: QIcon.Mode, state: QIcon.State) -> set[str]:
        image = QIcon(mark).pixmap(size, mode, state).toImage()
        assert not image.isNull()
        points = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return {image.pixelColor(x, y).name() for x, y in points if image.pixelColor(x, y).alpha() == 255}

    assert look_now().colour("red").name() in colours(QIcon.Mode.Normal, QIcon.State.Off)
    assert look_now().colour("green").name() in colours(QIcon.Mode.Normal, QIcon.State.On)
    assert look_now().colour("text3").name() in colours(QIcon.Mode.Disabled, QIcon.State.Off)
    switch.choose(Scheme.DARK, large=False)
    assert look_now().colour("red").name() in colours(QIcon.Mode.Normal, QIcon.State.Off)
    switch.choose(Scheme.LIGHT, large=False)
    switch.deleteLater()


def test_every_icon_we_name_by_meaning_exists() -> None:
    for table in (meanings.MODE_LOOKS, meanings.MATERIAL_LOOKS, meanings.OUTCOME_LOOKS):
        assert {icon_name for _, icon_name in table.values()} <= CODES.keys()
    assert meanings.MODE_LOOKS.keys() == WORDS["HandlingMode"].keys()
    assert meanings.MATERIAL_LOOKS.keys() == WORDS["MaterialState"].keys()
    assert meanings.OUTCOME_LOOKS.keys() == WORDS["Outcome"].keys()
    assert meanings.CASE_STATE_TONES.keys() == WORDS["CaseState"].keys()


def _draw(drawing: Drawing, painter: QPainter) -> None:
    paint_drawing(painter, drawing, QRect(0, 0, 64, 64))


def _light(lamp: LampShape, painter: QPainter) -> None:
    paint_lamp(painter, lamp, QRect(2, 2, 60, 60))


def _painted(paint: Callable[[QPainter], None], least_alpha: int = 255) -> set[str]:
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    colours = (image.pixelColor(x, y) for x in range(64) for y in range(64))
    return {colour.name() for colour in colours if colour.alpha() >= least_alpha}


def test_lamps_are_those_of_the_domain_and_each_is_drawn(qapp: QApplication) -> None:
    assert {lamp.value for lamp in LampShape} == {lamp.value for lamp in Lamp}
    for scheme in Scheme:
        switch = LookSwitch(qapp, scheme)
        for lamp in LampShape:
            assert _painted(partial(_light, lamp))
        switch.deleteLater()


def test_the_seal_is_red_and_white_and_drawings_are_drawn(qapp: QApplication) -> None:
    switch = LookSwitch(qapp, Scheme.LIGHT)
    seal = _painted(lambda painter: paint_seal(painter, QRect(0, 0, 64, 64)))
    assert {look_now().colour("seal").name(), "#ffffff"} <= seal
    for drawing in Drawing:
        assert _painted(partial(_draw, drawing), least_alpha=40)
    switch.deleteLater()


def test_the_screen_gets_a_chinese_font(qapp: QApplication) -> None:
    family = load_fonts(font_dirs())
    assert family
    assert can_draw("便民服务", qapp.font())
    assert family in QFontDatabase.families()


def test_without_any_file_a_font_of_the_system_or_none_is_taken(qapp: QApplication, tmp_path: Path) -> None:
    family = load_fonts([tmp_path])
    assert family == "" or QFontDatabase.hasFamily(family)


def test_rare_characters_bring_their_font_once(qapp: QApplication, tmp_path: Path) -> None:
    load_fonts(font_dirs())
    assert not load_rare("张某某", font_dirs())
    assert not load_rare("𠮷", [tmp_path])
    if load_rare("𠮷", font_dirs()):
        assert can_draw("𠮷", qapp.font())
        assert not load_rare("𠮷", font_dirs())
    load_fonts(font_dirs())
