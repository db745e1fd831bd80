"""Verbs on a profile: make one, accept a case, list, print again, verify, rebuild, back up, restore."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from desk_app.commands.plain_verbs import TIERS
from desk_app.commands.verb import Answer, Option, Run, Surroundings, Verb
from desk_app.domain.documents import DocumentKind

SIGN_IN = (
    Option("user", "who signs in (default: the first account)"),
    Option("password-file", "file with the password; asked for when absent"),
)


_RUNS = "desk_app.commands.profile_runs"


def late(module: str, name: str) -> Callable[[Surroundings], Run]:
    """The verb's own code, loaded when it is called: nobody waits for the store to look something up."""

    def prepare(around: Surroundings) -> Run:
        made: Run = getattr(import_module(module), name)(around)
        return made

    return prepare


def told(answer: Answer) -> str:
    """An answer in lines, for people."""
    return "\n".join(f"{name}: {value}" for name, value in answer.items())


def _told_line(answer: Answer) -> str:
    return "\t".join(str(answer[name]) for name in ("number", "state", "due", "item_name"))


VERBS: tuple[Verb, ...] = (
    Verb(
        "init",
        "make a profile",
        (
            Option("site-name", "name of the site"),
            Option("site-tier", "its tier", choices=TIERS),
            Option("admin", "name of the first account"),
            Option("password-file", "file with its password; asked for when absent"),
            Option("region-code", "12 digits"),
            Option("point-code", "6 digits, the first part of receipt numbers"),
            Option("device-number", "one digit within the point"),
            Option("counter", "such as 03 号窗口"),
            Option("phone", "telephone for enquiries"),
            Option("complaint-phone", "telephone for complaints"),
            Option("review-organ", "where one asks for a review (复议机关)"),
            Option("court", "where one sues"),
            Option("short-name", "what stands before the series of its papers"),
        ),
        late(_RUNS, "init"),
        told,
    ),
    Verb(
        "accept",
        "take in one case, read as JSON from standard input",
        SIGN_IN,
        late(_RUNS, "accept"),
        told,
        reads_case=True,
    ),
    Verb(
        "cases",
        "list cases, masked",
        (*SIGN_IN, Option("reveal", "full numbers", flag=True)),
        late(_RUNS, "cases"),
        _told_line,
    ),
    Verb(
        "paper",
        "make one more paper of a case: a bag label, a mandate, a notice",
        (
            Option("case", "id or receipt number", positional=True),
            Option("paper", "which", choices=tuple(kind.value for kind in DocumentKind), required=True),
            *SIGN_IN,
        ),
        late("desk_app.commands.paper_runs", "paper"),
        told,
    ),
    Verb(
        "slip",
        "write an archived paper of a case",
        (
            Option("case", "id or receipt number", positional=True),
            Option("paper", "which", choices=tuple(kind.value for kind in DocumentKind)),
            Option("out", "PDF file"),
            *SIGN_IN,
        ),
        late(_RUNS, "slip"),
        told,
    ),
    Verb(
        "verify",
        "check the journal's chains, and the projections against a replay",
        SIGN_IN,
        late(_RUNS, "verify"),
        told,
    ),
    Verb("rebuild", "drop the projections and replay the journal", SIGN_IN, late(_RUNS, "rebuild"), told),
    Verb("backup", "write a verified backup", (Option("out", "file"), *SIGN_IN), late(_RUNS, "backup"), told),
    Verb(
        "restore",
        "make a profile from a backup",
        (
            Option("file", "backup", positional=True),
            Option("overwrite", "put the old profile aside", flag=True),
        ),
        late(_RUNS, "restore"),
        told,
    ),
)
