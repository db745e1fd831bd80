"""How one may go against a decision (domain.md, appendix A3)."""

from __future__ import annotations

from enum import StrEnum


class Remedy(StrEnum):
    """Which of the two wordings holds for an item: the district's justice bureau says so, nobody guesses."""

    REVIEW_FIRST = "review_first"
    """Duty-to-act matters: review must come first (行政复议法 2023 art. 23, 行政诉讼法 art. 45)."""
    EITHER = "either"
    """Review within 60 days or a suit within 6 months."""
