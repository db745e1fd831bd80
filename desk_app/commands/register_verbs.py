"""Verbs on registers: one goes out as a file, an old one comes in."""

from __future__ import annotations

from desk_app.commands.profile_verbs import SIGN_IN, late, told
from desk_app.commands.verb import Option, Verb
from desk_app.domain.register_period import Span
from desk_app.domain.registers import Basis, RegisterKind

_RUNS = "desk_app.commands.register_runs"
REGISTER_ACTIONS = ("export", "show", "figures")
IMPORT_ACTIONS = ("preview", "run", "undo", "list")

VERBS: tuple[Verb, ...] = (
    Verb(
        "register",
        "write a month's register into a file, or show its lines or figures; masked",
        (
            Option("action", "what to do", positional=True, choices=REGISTER_ACTIONS),
            Option("month", "such as 2026-11"),
            Option("kind", "which register", choices=tuple(kind.value for kind in RegisterKind)),
            Option("by", "which day counts", choices=tuple(basis.value for basis in Basis)),
            Option("span", "the month, or what it lies in", choices=tuple(span.value for span in Span)),
            Option("with-back", "figures count what was typed later from a paper ledger", flag=True),
            Option("out", "export: file, .xlsx or .csv"),
            Option("reveal", "export: full numbers; needs a purpose", flag=True),
            Option("purpose", "export: what full numbers are for"),
            *SIGN_IN,
        ),
        late(_RUNS, "register"),
        told,
        examples=("desk-app register export --month 2026-11 --out 11.xlsx",),
    ),
    Verb(
        "import",
        "take over an old ledger from xlsx or csv: look at it, take it over, undo it",
        (
            Option("action", "what to do", positional=True, choices=IMPORT_ACTIONS),
            Option("file", "preview, run: the ledger"),
            Option("columns", "FIELD=COLUMN with commas between; from 1, 0 for none; over the guess"),
            Option("import", "undo: id of the import"),
            Option("reason", "undo: why"),
            *SIGN_IN,
        ),
        late(_RUNS, "ledger"),
        told,
        examples=("desk-app import preview --file 2019.xlsx --columns day=2,name=3",),
    ),
)
