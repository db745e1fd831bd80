"""All widgets on one sheet in every look: the test proves that they paint, the pictures are for people.

``DESK_APP_GALLERY=<folder>`` keeps the pictures: 13-light.png, 13-dark.png, ...
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_app.paths import font_dirs
from desk_app.ui.table_model import Column, Role, TableModel
from desk_app.ui.theme.fonts import load_fonts
from desk_app.ui.theme.icons import CODES
from desk_app.ui.theme.look import Scheme, Tone, look_now
from desk_app.ui.theme.marks import Drawing, LampShape
from desk_app.ui.theme.switch import LookSwitch
from desk_app.ui.widgets.banner import Banner, NextAct, OutcomeBanner
from desk_app.ui.widgets.boxes import Canvas, Card, CardFoot, CardHead, IconMark, row
from desk_app.ui.widgets.button import Button, ButtonKind, ButtonSize, IconButton, PrimaryButton
from desk_app.ui.widgets.chips import ChipRow, ChipText, Flow
from desk_app.ui.widgets.day_strip import DayBox, DayKind, DayStrip
from desk_app.ui.widgets.empty import EmptyState, Picture, Seal, SkeletonRows
from desk_app.ui.widgets.field import LabelledField, PasswordField
from desk_app.ui.widgets.lamp import Lamp
from desk_app.ui.widgets.line import NoteBox, PickBox, Tick
from desk_app.ui.widgets.pdf_preview import PdfPreview, page_image
from desk_app.ui.widgets.segmented import Choice, Segmented
from desk_app.ui.widgets.table import LampDelegate, Table, TagDelegate
from desk_app.ui.widgets.tag import KeyCap, ModeTag, StatusChip, Tag
from desk_app.ui.widgets.text import ElidedText, Text, section_title
from desk_app.ui.words import WORDS

LOOKS = [(scheme, large) for scheme in Scheme for large in (False, True)]


def _nothing() -> None:
    pass


def type_scale() -> QWidget:
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.addWidget(
        row(Seal(36), Text("界面要素", "title"), Text("靛墨、宣纸、朱印", "body", "quiet"), stretch_last=True)
    )
    box.addWidget(
        row(Text("今日收件 62 件", "figure"), Text("34 / 大字 44", "caption", "faint"), stretch_last=True)
    )
    for text, kind in (
        ("页面标题　高龄津贴", "title"),
        ("2026-12-08", "date"),
        ("卡片标题　材料清单", "subtitle"),
    ):
        box.addWidget(Text(text, kind))
    box.addWidget(Text("正文　居民养老保险参保登记"))
    box.addWidget(Text("辅助　上次 2025-11-20", "caption", "faint"))
    tones = row(*(Text(tone.value, "body", tone.value) for tone in Tone), stretch_last=True)
    box.addWidget(tones)
    return holder


def buttons() -> QWidget:
    disabled = Button("不可用")
    disabled.setEnabled(False)
    line = row(
        Button("受理并打印", ButtonKind.SUCCESS, icon="printer", keys="Ctrl+Enter"),
        Button("开始收件", ButtonKind.PRIMARY, icon="note-pencil", keys="F2"),
        Button("挂起", icon="pause-circle", keys="Ctrl+H"),
        Button("链接按钮", ButtonKind.LINK, icon="arrow-right"),
        stretch_last=True,
    )
    second = row(
        Button("作废", ButtonKind.DANGER, icon="trash"),
        disabled,
        Button("看今日到期", keys="Enter", size=ButtonSize.SMALL),
        IconButton("star", "收藏这个事项"),
        stretch_last=True,
    )
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.addWidget(section_title("按钮", "主按钮只有一个"))
    box.addWidget(line)
    box.addWidget(second)
    box.addWidget(PrimaryButton("受理并打印", ButtonKind.SUCCESS, icon="printer"))
    return holder


def fields() -> QWidget:
    plain = LabelledField("姓名")
    plain.set_text("张某某")
    good = LabelledField("身份证号", keys=("Alt", "I"))
    good.set_text("110105********002X")
    good.set_state("校验正确", Tone.GREEN)
    wrong = LabelledField("手机号")
    wrong.set_text("138 0000 000")
    wrong.set_problem("还差 1 位")
    carried = LabelledField("常住地址")
    carried.set_text("示例镇东村")
    carried.set_carried("沿用上次 2025-11-20")
    read_only = LabelledField("性别 / 年龄")
    read_only.set_text("女　83 岁")
    read_only.line.setReadOnly(True)
    pick = PickBox("申领方式")
    pick.addItems(["首次申领", "变更"])
    password = PasswordField("口令")
    password.set_text("secret-word")
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.addWidget(section_title("输入"))
    box.addWidget(row(plain, good, wrong))
    box.addWidget(row(carried, read_only, LabelledField("申领方式", pick), password))
    tick = Tick("我已打印或抄下")
    tick.setChecked(True)
    note = NoteBox("备注")
    note.setPlaceholderText("例：行动不便，结果请村代办员送上门")
    box.addWidget(row(tick, Tick("不勾"), LabelledField("备注（只给工作人员看）", note)))
    return holder


def marks() -> QWidget:
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.addWidget(section_title("时限灯", "形状、文字、颜色三重区分"))
    lamps = [Lamp(lamp, WORDS["Lamp"][lamp.value], size="legend") for lamp in LampShape]
    box.addWidget(row(*lamps, spacing=22, stretch_last=True))
    tags = [ModeTag(mode) for mode in WORDS["HandlingMode"]]
    more = [
        Tag("电子证照", Tone.TEAL, "device-mobile"),
        Tag("缺", Tone.RED, "x"),
        Tag("可容缺", outlined=True),
    ]
    box.addWidget(row(*tags, *more, KeyCap("Ctrl", "Enter"), stretch_last=True))
    chips = ChipRow(
        "筛选",
        [
            ChipText("all", "全部在办", 128),
            ChipText("overdue", "逾期", 1, LampShape.OVERDUE),
            ChipText("due", "今日到期", 2, LampShape.DUE),
            ChipText("mine", "我经办"),
        ],
    )
    chips.set_counts({"mine": 23})
    box.addWidget(chips)
    who = Segmented(
        "由谁来办", [Choice("self", "本人到场"), Choice("proxy", "委托他人"), Choice("visit", "上门代办")]
    )
    who.set_disabled_choices({"visit"})
    view = Segmented("样式", [Choice("board", "看板", "squares-four"), Choice("list", "列表")], small=True)
    box.addWidget(
        row(who, view, StatusChip("本机", Tone.GREEN, "cloud-check"), StatusChip("离线", Tone.AMBER))
    )
    icons = QWidget()
    flow = Flow(icons)
    for name in list(CODES)[:24]:
        flow.addWidget(IconMark(name, "text2", 24))
    box.addWidget(icons)
    return holder


def outcome() -> QWidget:
    card = Card().without_padding()
    banner = OutcomeBanner()
    banner.show_outcome("accept", "可以受理", "5 份材料齐全，条件已核对")
    card.body.addWidget(banner)
    strip = DayStrip()
    days = [DayBox("二", "24", DayKind.START, "受理当天，不算")]
    days += [DayBox("三四五六日一二"[n % 7], str(25 + n), DayKind.COUNTED) for n in range(3)]
    days += [DayBox("六", "28", DayKind.SKIPPED, "周末"), DayBox("日", "29", DayKind.SKIPPED, "周末")]
    days += [DayBox("一二三四五"[n % 5], str(1 + n), DayKind.COUNTED) for n in range(8)]
    strip.show_days([*days, DayBox("二", "8", DayKind.DUE)], "从明天起算，跳过 2 个周末")
    card.body.addWidget(strip)
    preview = PdfPreview("收件凭证")
    preview.say("选好事项就能看到凭证")
    card.body.addWidget(preview)
    paper = PdfPreview("收件凭证")
    paper.show_pages([page_image(40, 20, bytes([255] * 800))])
    card.body.addWidget(paper)
    tolerance = OutcomeBanner()
    tolerance.show_outcome("tolerance", "容缺受理", "缺 1 份，12 月 1 日前补交")
    card.body.addWidget(tolerance)
    return card


def states() -> QWidget:
    holder = QWidget()
    box = QVBoxLayout(holder)
    red, green, blue = Banner(), Banner(), Banner()
    acts = [NextAct("装好纸重打", _nothing, "Enter", primary=True), NextAct("稍后补", _nothing)]
    red.say(Tone.RED, "凭证没打出来：柜台热敏机没有纸", "办件已经受理并存好，不用重新填。", acts)
    green.say(
        Tone.GREEN,
        "已受理，凭证和通知书已打印",
        "12-08 前办结",
        [NextAct("撤回这次受理", _nothing, "Ctrl+Z")],
    )
    blue.say(Tone.AMBER, "读卡器没有反应", "先手工输入身份证号，已填的内容都在。")
    for banner in (red, green, blue):
        box.addWidget(banner)
    empty = EmptyState(Drawing.TRAY)
    empty.say("没有逾期的办件", "今天到期的还有 2 件", NextAct("看今日到期", _nothing, "Enter"))
    waiting = SkeletonRows(3)
    waiting.say("正在打开 1,986 件台账，已读 1,240 件")
    search = EmptyState(Drawing.SEARCH)
    search.say("没找到“lnzhhh”", "换个说法试试")
    box.addWidget(row(empty, search, waiting))
    return holder


def table() -> QWidget:
    rows = [
        (lamp, f"370000-1-26329-00{n}-4{n}", "《山东省老年优待证》办理") for n, lamp in enumerate(LampShape)
    ]
    tones = list(Tone)
    model = TableModel[tuple[LampShape, str, str]](
        [
            Column("", lambda _row: "", width=44, roles={Role.LAMP: lambda row: row[0]}),
            Column("办件编号", lambda row: row[1], width=200, sort_key="number"),
            Column(
                "事项", lambda row: row[2], width=0, roles={Role.STRONG: lambda row: row[0] is LampShape.DUE}
            ),
            Column(
                "状态", lambda _row: "审核中", width=90, roles={Role.TONE: lambda row: tones[len(row[0]) % 7]}
            ),
            Column(
                "剩余",
                lambda _row: "剩 1 天",
                width=90,
                right=True,
                roles={Role.TONE: lambda _row: Tone.AMBER},
            ),
        ],
        key=lambda row: row[1],
    )
    model.set_rows(rows)
    view = Table("办件")
    model.setParent(view)
    view.show_model(model)
    view.setItemDelegateForColumn(0, LampDelegate(view))
    view.setItemDelegateForColumn(3, TagDelegate(view))
    view.selectRow(2)
    card = Card().without_padding()
    head = CardHead("办件", "stack")
    head.add_beside(Tag("6 件", Tone.GREEN))
    head.add_right(Text("按到期", "caption", "faint"))
    card.set_head(head)
    card.body.addWidget(view)
    foot = CardFoot()
    foot.row.addWidget(ElidedText("共 128 件，已选 1 件", "caption", "quiet"))
    foot.row.addWidget(Picture(Drawing.TOWN, 0.6))
    card.set_foot(foot)
    view.setMinimumHeight(look_now().size("row") * 6)
    return card


def sheet() -> QWidget:
    page = Canvas()
    columns = QHBoxLayout(page)
    for parts in ((type_scale, buttons, fields, marks), (outcome, states, table)):
        side = QVBoxLayout()
        for part in parts:
            side.addWidget(part())
        side.addStretch(1)
        columns.addLayout(side)
    return page


@pytest.mark.parametrize(("scheme", "large"), LOOKS)
def test_every_widget_paints_in_every_look(
    qtbot: QtBot, qapp: QApplication, scheme: Scheme, large: bool
) -> None:
    load_fonts(font_dirs())
    switch = LookSwitch(qapp, scheme, large)
    page = sheet()
    qtbot.addWidget(page)
    page.resize(page.sizeHint().expandedTo(QSize(1700, 1200)))
    page.show()
    picture = page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 9)
        for y in range(0, picture.height(), 9)
    }
    assert look_now().colour("canvas").name() in colours
    assert look_now().colour("primary").name() in colours
    assert len(colours) > 12
    if folder := os.environ.get("DESK_APP_GALLERY"):
        picture.save(str(Path(folder) / f"13-{scheme.value}{'-large' if large else ''}.png"))
    switch.deleteLater()
