"""What was meant when nothing is found as typed: confused sounds, one mistyping, parts of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from desk_app.domain.lookup_board import Board
from desk_app.domain.lookup_match import MatchRank
from desk_app.domain.lookup_parts import (
    Sense,
    Senses,
    known_parts,
    most_of,
    runs_of_words,
    senses_of_word,
    two_words,
)
from desk_app.domain.lookup_pool import Found, Place, Pool
from desk_app.domain.lookup_readings import Reading, heard, spelled
from desk_app.domain.lookup_stock import Stock

_FEW = 3
"""Fewer hits than this may be chance."""
_SAME_SOUND, _MISTYPED, _IN_PARTS = 0, 10, 20
"""How far a guess goes, nearest first; within 10 whole texts come before beginnings before parts."""
_ABOUT = 3
_SHAPES = {place: number for number, place in enumerate(Place)}
_MOST_GUESSED = 200


def guess(board: Board, words: tuple[str, ...]) -> None:
    """Add what may have been meant, when nothing was found, or little that may be chance."""
    if _is_number(words) or (board.best and not _may_be_chance(board, words)):
        return
    readings = sorted(spelled(words), key=lambda reading: len(reading.tokens))[:1]
    if not board.best:
        for reading in readings:
            for tables in two_words(board.stock, reading):
                board.enter_all_words(tables)
    _guess_whole(board, words)
    runs = runs_of_words(words)
    if not board.best and len(runs) > 1:
        stock = board.stock
        board.enter_all_words([senses_of_word(stock, run) or _guessed_senses(stock, run) for run in runs])
    if not board.best and len(words) == 1:  # blanks say that all words must be met
        for reading in readings:
            _guess_parts(board, reading)


def _is_number(words: tuple[str, ...]) -> bool:
    """An id number, a telephone, a case: like a number in a name by chance only, never meant as one."""
    return "".join(words).removesuffix("x").isdecimal()


def _may_be_chance(board: Board, words: tuple[str, ...]) -> bool:
    """Few hits, and those by first letters, or by two characters that stand inside longer texts."""
    typed, ranks = "".join(words), board.ranks()
    pair = ranks == {MatchRank.WORD} and len(typed) == 2 and not typed.isascii()
    return len(board) < min(_FEW, board.limit) and (pair or ranks == {MatchRank.INITIALS})


def _guess_whole(board: Board, words: tuple[str, ...]) -> None:
    kinds = (False,) if board.best else (False, True)  # beside hits, only what items are called
    for sounds in heard(words, board.stock.sound_of):
        _enter(board, _SAME_SOUND, kinds, partial(Pool.sounding, sounds=sounds))
    typed = "".join(words)
    for view, place in _views_for(typed, beside_hits=bool(board.best)):
        _enter(board, _MISTYPED, kinds, partial(Pool.near, view=view, typed=typed, place=place), place)


def _views_for(typed: str, *, beside_hits: bool) -> Iterator[tuple[str, Place]]:
    """Which spellings of the texts are compared for mistypings, and how much of a text must be met.

    The shorter the query, the more there is that looks like it, first letters most of all.
    """
    size = len(typed)
    if not typed.isascii():
        if size > 1:
            yield "chars", Place.INSIDE if size > 2 else Place.WHOLE
        return
    if size >= 5:
        yield "letters", Place.INSIDE
    if size >= 3:
        yield "firsts", Place.INSIDE if size > 3 and not beside_hits else Place.START


def _enter(
    board: Board,
    cost: int,
    kinds: Sequence[bool],
    places: Callable[[Pool], Iterator[Found]],
    widest: Place = Place.INSIDE,
) -> None:
    """Enter guesses, a whole text before a beginning before a part."""
    for about in kinds:
        for pool in board.pools(about=about):
            for found in places(pool):
                shape = _SHAPES[pool.place_of(found)]
                if shape <= _SHAPES[widest]:
                    grade = cost + _ABOUT * about + shape
                    for owner in pool.owners[found.row][: board.limit]:
                        board.enter(MatchRank.FUZZY, grade, 0, owner, pool, found)


def _guessed_senses(stock: Stock, word: str) -> Senses:
    """What a single mistyped word may mean."""
    board = Board(stock, None, _MOST_GUESSED)
    _guess_whole(board, (word,))
    found = {
        item_id: Sense(match.rank, False, match.owner, match.row, match.stretches[0], ())
        for item_id, match in board.best.items()
    }
    return Senses(stock, (), MatchRank.FUZZY, found)


def _guess_parts(board: Board, reading: Reading) -> None:
    """The items that have most of the words of a sentence, those that have more of them first."""
    for share, found in most_of(known_parts(board.stock, reading), len(reading.tokens)):
        board.enter_senses(MatchRank.FUZZY, _IN_PARTS + round(1000 * (1 - share)), found)
