"""The verb on batches of cases between places, and on the originals that an office keeps."""

from __future__ import annotations

from desk_app.commands.profile_verbs import SIGN_IN, late, told
from desk_app.commands.verb import Option, Verb
from desk_app.domain.case_life import Carrier

ACTIONS = (
    *("open", "address", "add", "remove", "drop", "send"),
    *("receive", "accept", "return", "return-all", "list"),
    *("take", "check", "give-back", "originals"),
)

VERBS: tuple[Verb, ...] = (
    Verb(
        "handover",
        "fill, send, count, accept or return a batch of cases; take, check or give back an original",
        (
            Option("action", "what to do", positional=True, choices=ACTIONS),
            Option("bag", "id or number of the batch"),
            Option("case", "id or receipt number"),
            Option("to", "open, address: where to; give-back: into whose hands"),
            Option("to-site", "open, address: id of the receiving site; absent for a department"),
            Option(
                "carrier",
                "open, address: how it travels",
                choices=tuple(carrier.value for carrier in Carrier),
            ),
            Option("express", "open, address, send: post number"),
            Option("remark", "add: what stands behind the case; receive: what is said of the whole bag"),
            Option("signed-by", "receive, accept: who signed"),
            Option("seen", "receive: receipt numbers that were scanned, with commas between them"),
            Option("extra", "receive: what was there besides, with semicolons between"),
            Option("differing", "receive: NUMBER=what differs, with semicolons between"),
            Option("absent", "receive: NUMBER=what is said of a missing case, with semicolons between"),
            Option("refused", "receive: NUMBER=reason, with semicolons between"),
            Option("reason", "return, return-all, drop: why"),
            Option("material", "take, check, give-back: row of the paper list"),
            Option("state", "list: only batches in this state"),
            *SIGN_IN,
        ),
        late("desk_app.commands.handover_runs", "handover_batches"),
        told,
        examples=(
            "desk-app handover open --to 民政部门",
            "desk-app handover receive --bag B37107313262800193 --signed-by 钱某某 --seen 371…",
        ),
    ),
)
