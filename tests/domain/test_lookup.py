"""Look-up over the catalogue that ships, and over small ones made for a question."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.domain.catalogue import Tier
from desk_app.domain.local_words import LocalWord
from desk_app.domain.lookup import Hit, Index, MatchRank
from desk_app.domain.lookup_terms import Term, TermKind
from tests.lookup_gold import GOLD, INDEX, NAMES, TIERS

RANKS = tuple(MatchRank)
QUERIES = [query for query, _ in GOLD]


def ids(query: str, site: Tier | None = None, limit: int = 20) -> list[str]:
    return [hit.item_id for hit in INDEX.search(query, site, limit)]


def ranks(query: str, site: Tier | None = None) -> dict[str, MatchRank]:
    return {hit.item_id: hit.rank for hit in INDEX.search(query, site, 93)}


def small(rows: str, used: Mapping[str, int] | None = None, sayings: tuple[LocalWord, ...] = ()) -> Index:
    """An index of lines "id kind text syllables..."; town, community or village by the id."""
    terms = []
    for line in rows.strip().splitlines():
        item_id, kind, text, *syllables = line.split()
        terms.append(Term(item_id, TermKind(kind), text, tuple(syllables)))
    tiers = {term.item_id: list(Tier)[int(term.item_id[0]) - 1] for term in terms}
    return Index(terms, tiers, used or {}, sayings)


# Spelling


@pytest.mark.parametrize("item_id", TIERS)
def test_every_item_is_found_first_by_its_name(item_id: str) -> None:
    first = INDEX.search(NAMES[item_id], TIERS[item_id])[0]
    assert (first.item_id, first.rank) == (item_id, MatchRank.EXACT)
    assert first.name_spans
    assert NAMES[item_id].startswith(NAMES[item_id][slice(*first.name_spans[0])], first.name_spans[0][0])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("医保zhuanwai", "1-40"),
        ("gaoling津贴", "1-19"),
        ("80sui", "2-18"),
        ("八十岁以上", "2-18"),
        ("80岁补贴", "1-19"),
        ("ＹＬＢＸ", "1-5"),
        ("《老年优待证》", "1-26"),
        ("lao'nian'zheng", "1-26"),
        ("LAO NIAN ZHENG", "1-26"),
        ("转外就医医疗费用手工报销(参保居民)", "1-44"),
        ("hpv", "2-14"),
        ("城填无业", "2-11"),
        ("城镇无业", "2-11"),
    ],
)
def test_spelling_makes_no_difference(typed: str, meant: str) -> None:
    assert meant in ids(typed, limit=3)
    assert ranks(typed)[meant] not in (MatchRank.INITIALS, MatchRank.FUZZY) or typed == "ＹＬＢＸ"


# Order


def test_the_example_of_the_command_line() -> None:
    assert ids("zdsh", Tier.TOWN, 5)[0] == "1-1"
    assert INDEX.search("zdsh", Tier.TOWN, 5)[0].why == "name_initials"
    assert ids("zdsh", Tier.COMMUNITY, 5)[0] == "2-1"


ORDERED = """
1-1 name 津贴补助 jin tie bu zhu
1-2 name 津贴 jin tie
1-3 name 高龄津贴 gao ling jin tie
1-4 name 进退 jin tui
1-5 name 急停 ji ting
"""


def test_ranks_in_order() -> None:
    index = small(ORDERED)
    assert [(hit.item_id, hit.rank) for hit in index.search("津贴")] == [
        ("1-2", MatchRank.EXACT),
        ("1-1", MatchRank.PREFIX),
        ("1-3", MatchRank.WORD),
    ]
    assert [(hit.item_id, hit.rank) for hit in index.search("jintie")] == [
        ("1-2", MatchRank.EXACT),
        ("1-1", MatchRank.PREFIX),
        ("1-3", MatchRank.WORD),
    ]
    assert [hit.item_id for hit in index.search("jt")] == ["1-2", "1-4", "1-5", "1-1", "1-3"]
    assert {hit.rank for hit in index.search("jt")} == {MatchRank.INITIALS}
    assert [(hit.item_id, hit.rank) for hit in index.search("津帖")] == [("1-2", MatchRank.FUZZY)]


def test_half_a_syllable_is_not_exact_yet() -> None:
    assert small(ORDERED).search("jinti")[0].rank is MatchRank.PREFIX


def test_then_the_own_list_then_use_then_kind_then_the_catalogue() -> None:
    rows = """
    1-1 name 护理补贴一 hu li bu tie yi
    1-2 name 甲事项 jia shi xiang
    1-2 alias 护理补贴二 hu li bu tie er
    1-3 name 护理补贴三 hu li bu tie san
    1-4 name 护理补贴四 hu li bu tie si
    2-1 name 护理补贴五 hu li bu tie wu
    """
    assert [hit.item_id for hit in small(rows).search("护理")] == ["1-1", "1-3", "1-4", "2-1", "1-2"]
    used = {"1-4": 9, "1-2": 3}
    assert [hit.item_id for hit in small(rows, used).search("护理")] == ["1-4", "1-2", "1-1", "1-3", "2-1"]
    own_first = small(rows, used).search("护理", Tier.COMMUNITY)
    assert [hit.item_id for hit in own_first] == ["2-1", "1-4", "1-2", "1-1", "1-3"]
    assert [hit.own_list for hit in own_first] == [True, False, False, False, False]
    assert all(hit.own_list for hit in small(rows).search("护理"))


def test_papers_scenes_and_departments_come_after_what_items_are_called() -> None:
    rows = """
    1-1 name 甲事项 jia shi xiang
    1-1 material 户口簿 hu kou bu
    1-2 name 乙事项 yi shi xiang
    1-2 scene 户口簿 hu kou bu
    1-3 name 补办户口簿 bu ban hu kou bu
    1-4 name 丁事项 ding shi xiang
    1-4 department 户口簿局 hu kou bu ju
    """
    for query in ("户口簿", "hukoubu", "hkb"):
        found = small(rows, {"1-1": 99}).search(query)
        assert [hit.item_id for hit in found] == ["1-3", "1-1", "1-2", "1-4"]
    assert {hit.rank for hit in small(rows).search("户口簿")} == {MatchRank.WORD}


@given(st.sampled_from(QUERIES), st.sampled_from([None, *Tier]))
def test_order_holds_for_every_gold_query(query: str, site: Tier | None) -> None:
    hits = INDEX.search(query, site, 93)
    assert len({hit.item_id for hit in hits}) == len(hits)
    places = [RANKS.index(hit.rank) for hit in hits]
    assert places == sorted(places)
    for rank in (MatchRank.EXACT, MatchRank.PREFIX):
        own = [hit.own_list for hit in hits if hit.rank is rank]
        assert own == sorted(own, reverse=True)
    for hit in hits:
        assert hit.own_list == (site in (None, TIERS[hit.item_id]))
        assert hit.why == f"{hit.kind.value}_{hit.rank.value}"


@settings(max_examples=200)
@given(st.sampled_from(QUERIES), st.integers(0, 20), st.sampled_from([None, *Tier]))
def test_a_smaller_limit_gives_the_same_beginning(query: str, limit: int, site: Tier | None) -> None:
    few, many = INDEX.search(query, site, limit), INDEX.search(query, site, 93)
    assert len(few) == min(limit, len(many)) or len(many) < 3
    if few and few[-1].rank is not MatchRank.FUZZY and RANKS.index(few[-1].rank) < 3:
        assert [hit.item_id for hit in few] == [hit.item_id for hit in many[:limit]]


def test_a_guess_of_the_own_list_never_hides_a_real_match_of_another() -> None:
    assert ids("一喷三防", Tier.TOWN)[0] == "3-1"
    assert ids("低保户", Tier.VILLAGE)[0] in {"1-1", "2-1"}


def test_an_item_that_the_catalogue_does_not_list_is_not_found() -> None:
    index = Index([Term("9-9", TermKind.NAME, "低保", ("di", "bao"))], {"1-1": Tier.TOWN}, sayings=())
    assert index.search("低保") == ()


# Several words, sentences


def test_all_words_must_be_met() -> None:
    assert set(ids("职工 转外")) <= {"1-49", "1-53"}
    assert ids("居民 住院 报销")[0] == "1-42"
    assert ids("jm zhuyuan 报销")[0] == "1-42"
    assert ids("低保 户口簿 一喷三防") == []
    assert ids("职工 医保zhuanwai")[0] in {"1-49", "1-53"}


def test_words_met_in_names_come_before_words_met_in_papers() -> None:
    rows = """
    1-1 name 居民补贴 ju min bu tie
    1-1 material 身份证 shen fen zheng
    1-2 name 身份补贴 shen fen bu tie
    1-2 alias 居民证 ju min zheng
    """
    assert [hit.item_id for hit in small(rows).search("居民 身份")] == ["1-2", "1-1"]


def test_a_word_that_everybody_has_does_not_hide_the_rare_one() -> None:
    many = "\n".join(f"1-{number} name 申请{number} shen qing {number}" for number in range(300))
    rare = "1-299 alias 甲乙 jia yi\n1-299 material 身份证 shen fen zheng\n1-298 alias 甲乙 jia yi"
    other = "1-300 name 甲乙 jia yi\n1-300 material 丙丁 bing ding"
    index = small(f"{many}\n{rare}\n{other}")
    assert [hit.item_id for hit in index.search("申请 甲乙")] == ["1-298", "1-299"]
    assert [hit.item_id for hit in index.search("shenqing jy")] == ["1-298", "1-299"]
    assert [hit.item_id for hit in index.search("甲乙 身份 申请")] == ["1-299"]


def test_two_words_typed_in_one() -> None:
    first = INDEX.search("低保申请")[0]
    assert first.item_id in {"1-1", "2-1"}
    assert first.rank is MatchRank.WORD


def test_a_mistyped_part_of_mixed_writing_is_guessed() -> None:
    hits = INDEX.search("医保zuanwai")
    assert hits[0].item_id in {"1-40", "1-44", "1-49", "1-53"}
    assert {hit.rank for hit in hits} == {MatchRank.FUZZY}


def test_a_question_in_a_sentence() -> None:
    assert ids("我失业了怎么办")[0] == "1-4"
    assert {hit.rank for hit in INDEX.search("我失业了怎么办")} == {MatchRank.WORD}
    assert set(ids("送老人去敬老院", limit=3)) & {"1-2", "2-2"}
    assert ids("请问您") == []


def test_one_word_of_a_long_sentence_is_not_enough() -> None:
    assert ids("鼉鼉鼉鼉鼉鼉看病鼉鼉鼉鼉鼉") == []


# Confusions and guesses


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("naolianzheng", "1-26"),
        ("gaolinjingtie", "1-19"),
        ("zuanwaijiuyi", "1-40"),
        ("shenyudenji", "1-27"),
        ("高岭津贴", "1-19"),
        ("高龄金贴", "1-19"),
        ("户口薄", "1-38"),
        ("zdhs", "1-1"),
    ],
)
def test_confused_sounds_and_mistypings_are_guesses(typed: str, meant: str) -> None:
    assert meant in ids(typed, limit=5)
    assert ranks(typed)[meant] is MatchRank.FUZZY


def test_two_characters_inside_longer_texts_may_be_chance() -> None:
    hits = ranks("地保")  # 失地保险 has them; 低保 was meant
    assert hits["1-9"] is MatchRank.WORD
    assert hits["1-1"] is MatchRank.FUZZY


def test_nothing_is_guessed_beside_what_is_found() -> None:
    assert MatchRank.FUZZY not in ranks("八十岁").values()


@pytest.mark.parametrize(
    "number", ["371073198001010016", "11010519600215002X", "13900001111", "2026", "12345"]
)
def test_a_number_is_never_a_mistyped_name(number: str) -> None:
    assert MatchRank.FUZZY not in ranks(number).values()


# Marks


def marked(hit: Hit) -> tuple[list[str], list[str]]:
    name = NAMES[hit.item_id]
    return [hit.text[slice(*span)] for span in hit.spans], [name[slice(*span)] for span in hit.name_spans]


def hit_of(query: str, item_id: str) -> Hit:
    return next(hit for hit in INDEX.search(query, None, 93) if hit.item_id == item_id)


def test_what_was_met_is_marked_in_the_text_and_in_the_name() -> None:
    assert marked(hit_of("ylbx", "1-6")) == (["养老保险"], ["养老保险"])
    assert marked(hit_of("ylbx", "1-47")) == (["医疗保险"], ["医疗保险"])
    assert marked(hit_of("ylbx", "1-5")) == (["养老保险"], ["养老保险"])  # met in an alias
    assert marked(hit_of("残补", "1-17")) == (["残补"], [])
    assert marked(hit_of("80sui", "2-18")) == (["80岁"], ["80岁"])
    assert marked(hit_of("八十岁", "2-18")) == (["80岁"], ["80岁"])
    assert marked(hit_of("廉租房", "2-5")) == (["廉租房"], ["廉租房", "廉租房"])  # met in an alias
    assert marked(hit_of("廉租房补贴", "2-5"))[1] == ["廉租房补贴"]
    assert marked(hit_of("低保 申请", "2-8"))[1] == ["低保", "申请"]
    assert marked(hit_of("居民 住院 报销", "1-42"))[1] == ["住院", "报销", "居民"]
    assert marked(hit_of("高岭津贴", "1-19"))[0] == ["高龄津贴"]


def test_an_item_without_a_name_has_nothing_to_mark() -> None:
    (hit,) = small("1-1 alias 低保 di bao").search("低保")
    assert hit.name_spans == ()


@given(st.sampled_from(QUERIES))
def test_marks_lie_in_the_text_in_order_and_apart(query: str) -> None:
    for hit in INDEX.search(query):
        for spans, text in ((hit.spans, hit.text), (hit.name_spans, NAMES[hit.item_id])):
            edges = [0, *(edge for span in spans for edge in span), len(text)]
            assert edges == sorted(edges)
            assert all(start < end for start, end in spans)
        assert hit.spans


# Sayings


def test_sayings_may_be_others_than_ours() -> None:
    saying = LocalWord("吃皇粮", ("chi", "huang", "liang"), ("1-1", "9-9"))
    index = small("1-1 name 低保 di bao", sayings=(saying,))
    assert index.search("吃皇粮")[0].item_id == "1-1"
    assert index.search("chl")[0].why == "alias_initials"


# Anything may be typed


@pytest.mark.parametrize(
    "query", ["", " ", "。！？", "\x00\x01", "\ud800", "\u202e", "ⅫⅫ", "😀", "()", "'", "%", "*", "a" * 10**6]
)
def test_hostile_queries_find_nothing_or_something_but_never_fail(query: str) -> None:
    for hit in INDEX.search(query):
        assert hit.item_id in TIERS


@pytest.mark.parametrize(
    "query", ["低" * 10**6, "申请" * 1000, "ga" * 500, "sh" * 500, "zh" * 500, "1" * 10**6]
)
def test_endless_queries_are_cut(query: str) -> None:
    assert INDEX.search(query) == INDEX.search(query[:64])


@given(st.text(max_size=70), st.sampled_from([None, *Tier]))
def test_any_text_is_a_query(query: str, site: Tier | None) -> None:
    assert len(INDEX.search(query, site)) <= 20


@given(st.text(alphabet="abcdefghijlmnsuz 低保申请老年证8", max_size=24))
def test_any_typing_is_a_query(query: str) -> None:
    assert len(INDEX.search(query, Tier.TOWN, 5)) <= 5


def test_no_room_for_hits_no_hits() -> None:
    assert INDEX.search("低保", limit=0) == ()
    assert INDEX.search("低保", limit=-1) == ()


def test_an_empty_catalogue_finds_nothing() -> None:
    empty = Index([], {})
    for query in ("低保", "dibao", "db", "低保申请", "dibaoshenqing", "低保 申请"):
        assert empty.search(query) == ()
