"""The verb on a standing case: any act of the move table, read as JSON."""

from __future__ import annotations

from desk_app.commands.profile_verbs import SIGN_IN, late, told
from desk_app.commands.verb import Option, Verb
from desk_app.domain.attachments import Grade
from desk_app.domain.moves import MOVES, Act

ACTIONS = ("act", "attach", "attachments")

BY_INTAKE = frozenset({Act.GIVE_NOTICE, Act.RECEIVE})
"""``desk-app accept`` does these, with a whole form."""

VERBS: tuple[Verb, ...] = (
    Verb(
        "case",
        "act: do one act, read as JSON from standard input; attach, attachments: pictures of its papers",
        (
            Option("action", "what to do", positional=True, choices=ACTIONS),
            Option("case", "id or receipt number"),
            Option(
                "act",
                "which act",
                choices=tuple(dict.fromkeys(move.act.value for move in MOVES if move.act not in BY_INTAKE)),
            ),
            Option("at", "when it happened, where that is not now"),
            Option("approver", "account that agreed, where the act needs approval"),
            Option("file", "attach: picture or PDF"),
            Option("row", "attach: row of the paper list"),
            Option(
                "paper", "attach: kind of the printed paper that was signed, or 'ledger' for a page of one"
            ),
            Option("grade", "attach: trust grade", choices=tuple(grade.value for grade in Grade)),
            Option("remove", "attachments: id of one to take away"),
            Option("reason", "attachments: why it is taken away"),
            Option("export", "attachments: id of one to copy out as PDF, marked"),
            Option("to", "attachments: the file it goes to"),
            Option("purpose", "attachments: what for; put on record"),
            *SIGN_IN,
        ),
        late("desk_app.commands.case_runs", "case"),
        told,
        reads_case=True,
        by_options=("attach", "attachments"),
        examples=(
            '{"case": "37107313262800193", "act": "begin"}',
            '{"case": "37107313262800193", "act": "withdraw", "reason": "本人不办了"}',
        ),
    ),
)
