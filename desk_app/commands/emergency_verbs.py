"""The verb on emergency forms: numbers set aside on paper for an outage."""

from __future__ import annotations

from desk_app.commands.profile_verbs import SIGN_IN, late, told
from desk_app.commands.verb import Option, Verb

ACTIONS = ("forms", "out", "void")

VERBS: tuple[Verb, ...] = (
    Verb(
        "emergency",
        "set numbers aside and write blank forms; list what is still out; void a spoiled one",
        (
            Option("action", "what to do", positional=True, choices=ACTIONS),
            Option("count", "forms: how many"),
            Option("out", "forms: the PDF to write"),
            Option("number", "void: the receipt number on the form"),
            Option("reason", "void: why"),
            *SIGN_IN,
        ),
        late("desk_app.commands.emergency_runs", "emergency"),
        told,
        examples=("desk-app emergency forms --count 20 --out forms.pdf",),
    ),
)
