"""The verbs on shifts at a counter, and on who stands in for whom."""

from __future__ import annotations

from desk_app.commands.profile_verbs import SIGN_IN, late, told
from desk_app.commands.verb import Option, Verb

SHIFT_ACTIONS = ("open", "close", "page", "hand-on")
STAND_IN_ACTIONS = ("give", "end", "list")

VERBS: tuple[Verb, ...] = (
    Verb(
        "shift",
        "open or close a counter, read what is unfinished, leave an original with somebody over night",
        (
            Option("action", "what to do", positional=True, choices=SHIFT_ACTIONS),
            Option("note", "close: what the next person should know"),
            Option("case", "hand-on: id or receipt number"),
            Option("material", "hand-on: row of the paper list"),
            Option("to", "hand-on: who keeps it"),
            Option("reason", "hand-on: why it was not given back"),
            *SIGN_IN,
        ),
        late("desk_app.commands.shift_runs", "shift"),
        told,
        examples=("desk-app shift page", "desk-app shift close --note 王某某明早来取原件"),
    ),
    Verb(
        "stand-in",
        "let somebody work off the queue of a colleague who is away, for some days",
        (
            Option("action", "what to do", positional=True, choices=STAND_IN_ACTIONS),
            Option("absent", "give: account of who is away"),
            Option("present", "give: account of who stands in"),
            Option("first", "give: first day; today when absent"),
            Option("last", "give: last day"),
            Option("stand-in", "end: id of the period"),
            *SIGN_IN,
        ),
        late("desk_app.commands.shift_runs", "stand_in"),
        told,
        examples=("desk-app stand-in give --absent 王某某 --present 孙某某 --last 2026-12-04",),
    ),
)
