"""How the look-up screen says limits, places, facts and papers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desk_app.domain.catalogue import HandlingMode, SiteItem, Tier, TimeLimit, offer
from desk_app.domain.lookup_terms import TermKind
from desk_app.domain.worktime import Unit
from desk_app.ui.screens.lookup import words
from desk_app.ui.screens.lookup.shown import Home, Row
from tests.ui.screens.lookup_world import ITEMS, RELEASE, SITE, Stage


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(qtbot)


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [(4, "晚上好"), (6, "早上好"), (9, "上午好"), (12, "中午好"), (15, "下午好"), (20, "晚上好")],
)
def test_greetings_by_the_hour(hour: int, greeting: str) -> None:
    home = Home(hour, "", SITE, (), None, signed_in=False)
    assert words.greeting(home) == f"示例镇便民服务中心，{greeting}"


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        (TimeLimit(0), "当场办结"),
        (TimeLimit(5), "5 个工作日"),
        (TimeLimit(20, Unit.NATURAL), "20 个自然日"),
        (TimeLimit(), "以窗口告知为准"),
    ],
)
def test_limits_in_words(limit: TimeLimit, said: str) -> None:
    offered = replace(offer(ITEMS[0], RELEASE, Tier.TOWN), promised=limit)
    assert words.short_limit(offered) == said


@pytest.mark.parametrize(
    ("tier", "mode", "said"),
    [
        (Tier.TOWN, HandlingMode.DIRECT, "本镇可办"),
        (Tier.TOWN, HandlingMode.ENTRUSTED_RECEIVE, "本镇收件转报"),
        (Tier.COMMUNITY, HandlingMode.ENTRUSTED_ACCEPT, "到镇便民服务中心办"),
        (Tier.VILLAGE, HandlingMode.DIRECT, "到镇便民服务中心办"),
    ],
)
def test_where_it_is_done_in_words(tier: Tier, mode: HandlingMode, said: str) -> None:
    own = tier is Tier.TOWN
    offered = replace(offer(ITEMS[0], RELEASE, tier), mode=mode if own else HandlingMode.ADVICE)
    assert words.place(Row(offered, own=own), replace(SITE, tier=tier)) == said


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (TermKind.ALIAS, "也叫“低保”"),
        (TermKind.MATERIAL, "要带“低保”"),
        (TermKind.CURRENT, "现称“低保”"),
        (TermKind.SCENE, "“低保”这类事"),
        (TermKind.DEPARTMENT, "低保的事"),
        (TermKind.NAME, "低保"),
    ],
)
def test_why_a_row_is_here(kind: TermKind, said: str) -> None:
    row = Row(offer(ITEMS[0], RELEASE, Tier.TOWN), matched="低保", matched_kind=kind)
    text, offset = words.matched(row)
    assert text == said
    assert text[offset:].startswith("低保")


def test_places_in_words(stage: Stage) -> None:
    stage.query("zdsh")
    guide = stage.presenter.session.picture().guide
    assert guide is not None
    lines = words.place_lines(guide)
    assert lines == (
        "工作日 8:30-12:00，13:30-17:30",
        "咨询 0000-0000000",
        "示例镇文明路 1 号",
        "监督投诉 0000-1111111",
    )
    bare = replace(SITE, phone="", complaint_phone="", address="", hours="")
    assert words.place_lines(replace(guide, site=bare)) == ("电话和地址还没填，可在设置里补上",)
    advised = offer(ITEMS[0], RELEASE, Tier.TOWN, SiteItem("1-1", offered=False))
    assert words.place_title(replace(guide, offered=advised)) == "民政"


def test_facts_in_words_when_little_is_known() -> None:
    bare = replace(
        ITEMS[0], fee="", result="", home_visit=False, cross_region="全省通办", promised_note="看情况"
    )
    offered = offer(replace(bare, statutory=TimeLimit()), RELEASE, Tier.TOWN)
    limit, fee, ways, result = words.facts(offered)
    assert (limit[2], fee[1], result[1]) == ("看情况", "以窗口告知为准", "以窗口告知为准")
    assert ways[2] == "全省通办"
    unknown = offer(replace(bare, cross_region="不详"), RELEASE, Tier.TOWN)
    assert words.facts(unknown)[2][2] == "窗口、爱山东APP、电话"


def test_materials_in_words() -> None:
    item = ITEMS[0]
    no_licence = replace(item, materials=(replace(item.materials[0], copies=0),))
    offered = offer(no_licence, RELEASE, Tier.TOWN)
    assert words.materials_note(offered) == "1 项材料"
    assert words.copies_word(no_licence.materials[0]) == "—"
    assert words.material_sentence(no_licence.materials[0], brought=False) == "1，申请表，表格，必要，没带"
