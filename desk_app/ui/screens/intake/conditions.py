"""Which conditions of an item are certain from the number alone: a least age, and nothing else.

A guide's condition is prose. Only one that opens with an age (年满 80 周岁 …) can be read safely; anything
else is the clerk's to judge, and no chip may pretend otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from desk_app.domain.identity import age_on

_LEAST_AGE = re.compile(r"年满\s*(\d{1,3})\s*周岁(?!以下)")


@dataclass(frozen=True, slots=True)
class AgeRule:
    """A least age in full years, and whether the applicant has it today."""

    years: int
    met: bool


def age_rules(conditions: tuple[str, ...], birth: date | None, today: date) -> tuple[AgeRule, ...]:
    """The age rules of an item; empty while nobody's date of birth is known."""
    if birth is None:
        return ()
    found = (_LEAST_AGE.match(text) for text in conditions)
    years = dict.fromkeys(int(match[1]) for match in found if match)
    return tuple(AgeRule(least, age_on(birth, today) >= least) for least in years)
