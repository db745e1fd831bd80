"""The rules of the house as functions over source text; tests/test_architecture.py applies them to the tree.

Each rule returns findings; a finding reads like a letter: where, what, why, what instead.
"""

from tests.house.conduct import clocks, commits, unfinished
from tests.house.layers import directions, libraries, stars
from tests.house.qt import colours, qt_habits
from tests.house.shape import ceilings, names
from tests.house.source import Rule

CODE_RULES: tuple[Rule, ...] = (
    directions,
    libraries,
    stars,
    names,
    ceilings,
    clocks,
    commits,
    colours,
    qt_habits,
    unfinished,
)
