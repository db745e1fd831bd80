"""The verb on a standing case: any act of the move table, read as JSON."""

from __future__ import annotations

from desk_app.commands.profile_verbs import SIGN_IN, late, told
from desk_app.commands.verb import Option, Verb
from desk_app.domain.moves import MOVES, Act

ACTIONS = ("act",)

BY_INTAKE = frozenset({Act.GIVE_NOTICE, Act.RECEIVE})
"""``desk-app accept`` does these, with a whole form."""

VERBS: tuple[Verb, ...] = (
    Verb(
        "case",
        "do one act on a case: JSON from standard input says which (case, act) and what (its own parts)",
        (
            Option("action", "act", positional=True, choices=ACTIONS),
            Option("case", "id or receipt number"),
            Option(
                "act",
                "which act",
                choices=tuple(dict.fromkeys(move.act.value for move in MOVES if move.act not in BY_INTAKE)),
            ),
            Option("at", "when it happened, where that is not now"),
            Option("approver", "account that agreed, where the act needs approval"),
            *SIGN_IN,
        ),
        late("desk_app.commands.case_runs", "case"),
        told,
        reads_case=True,
        examples=(
            '{"case": "37107313262800193", "act": "begin"}',
            '{"case": "37107313262800193", "act": "withdraw", "reason": "本人不办了"}',
        ),
    ),
)
