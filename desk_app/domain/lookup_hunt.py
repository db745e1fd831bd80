"""One search, stage by stage: as typed, word by word, by first letters, by guess.

Each stage is tried only while there is room for more hits; `desk_app/domain/lookup.py` tells the order that
results from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from desk_app.domain.catalogue import Tier
from desk_app.domain.local_words import without_fillers
from desk_app.domain.lookup_board import Board, Quota
from desk_app.domain.lookup_guess import guess
from desk_app.domain.lookup_match import RANKS, Match, MatchRank
from desk_app.domain.lookup_parts import runs_of_words, senses_of_word
from desk_app.domain.lookup_pool import Place, Pool
from desk_app.domain.lookup_readings import Reading, shortened, spelled
from desk_app.domain.lookup_stock import Stock

_SPELLED = {Place.WHOLE: MatchRank.EXACT, Place.START: MatchRank.PREFIX, Place.INSIDE: MatchRank.WORD}
_SHORTENED = dict.fromkeys(Place, MatchRank.INITIALS)
_NEAR = {place: near for near, place in enumerate(Place)}
_Standing = list[list[tuple[Pool, list[Reading]]]]
_VOWELS = frozenset("aeiouv")
"""Where letters with vowels spell something, they are hardly meant as first letters."""


def hunt(stock: Stock, words: tuple[str, ...], site: Tier | None, limit: int) -> list[Match]:
    """The matches for these words, the best first, at most ``limit``."""
    board = Board(stock, site, limit)
    for stage in (_as_spelled, _word_by_word, _as_shortened):
        if not board.is_full:
            stage(board, words)
    core = without_fillers(words)
    if not board.best and core not in ((), words):
        # A question put as a sentence: without 我, 怎么办 and the like something may be found.
        found = hunt(stock, core, site, limit)
        if found:
            return [replace(match, rank=max(match.rank, MatchRank.WORD, key=RANKS.index)) for match in found]
    guess(board, words)
    return board.hits()


def _as_spelled(board: Board, words: tuple[str, ...]) -> None:
    _meet(board, spelled(words), _SPELLED, MatchRank.WORD)


def _as_shortened(board: Board, words: tuple[str, ...]) -> None:
    if not board.best or _VOWELS.isdisjoint("".join(words)):
        _meet(board, shortened(words), _SHORTENED, MatchRank.INITIALS)


def _word_by_word(board: Board, words: tuple[str, ...]) -> None:
    """All words must be met, each in any text of the item."""
    if len(words) > 1:
        board.enter_all_words([senses_of_word(board.stock, word) for word in words])
    runs = runs_of_words(words)
    if not board.best and len(runs) > 1 and runs != words:
        board.enter_all_words([senses_of_word(board.stock, run) for run in runs])


def _meet(
    board: Board, readings: Sequence[Reading], ranks: Mapping[Place, MatchRank], about_rank: MatchRank
) -> None:
    """Enter what stands in the names of items, the best places first, then what is said about them."""
    called = _standing(board, readings, about=False)
    for place, rank in ranks.items():
        near = _NEAR[place] if rank is MatchRank.INITIALS else 0
        _meet_at(board, place, called, rank, 0, near)
    if not board.is_full:
        _meet_at(board, Place.INSIDE, _standing(board, readings, about=True), about_rank, 1, 0)


def _standing(board: Board, readings: Sequence[Reading], *, about: bool) -> _Standing:
    """The site's own pools and the others, each with the readings that it may hold."""
    return [
        [(pool, [reading for reading in readings if pool.may_hold(reading)]) for pool in pools]
        for pools in board.stock.lists(board.site, about)
    ]


def _meet_at(board: Board, place: Place, standing: _Standing, rank: MatchRank, grade: int, near: int) -> None:
    for pools in standing:
        if board.settles(rank, grade):
            return  # what the other lists hold comes after all these
        for pool, readings in pools:
            quota = Quota(board.limit)
            for reading in readings:
                if not (reading.unfinished and place is Place.WHOLE):
                    _meet_first(board, pool, reading, place, quota, rank, grade, near)


def _meet_first(
    board: Board,
    pool: Pool,
    reading: Reading,
    place: Place,
    quota: Quota,
    rank: MatchRank,
    grade: int,
    near: int,
) -> None:
    """Enter the items that the quota takes; texts, and the owners of each, stand in the order of finding."""
    for found in pool.matches(reading, place):
        owners = pool.owners[found.row]
        if not quota.takes(owners[0]):
            return
        board.enter(rank, grade, near, owners[0], pool, found, (reading,))
        for owner in islice(owners, 1, None):
            if not quota.takes(owner):
                break
            board.enter(rank, grade, near, owner, pool, found, (reading,))
