"""The ``desk-app`` command: argument parsing only; every verb stands in ``commands/``."""

from __future__ import annotations

import argparse
import contextlib
import getpass
import secrets
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TextIO

from desk_app import __version__
from desk_app.commands.verb import (
    Answer,
    Arguments,
    Option,
    Run,
    Surroundings,
    Verb,
    error_answer,
    read_object,
    write_answers,
)
from desk_app.domain.errors import DeskError

OK, FAILED, USAGE = 0, 1, 2
_HANDLED = frozenset({"verb", "json", "batch", "profile"})


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, or run a verb. Returns the exit code; errors are sentences on standard error."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments:
        from desk_app.app import run_desk

        return run_desk(sys.argv[:1])
    parser, verbs = _parser()
    parsed = parser.parse_args(arguments)
    _speak_utf8()
    with contextlib.ExitStack() as closing:
        return _run(verbs[parsed.verb], vars(parsed), surroundings(parsed.profile, closing))


def surroundings(profile: str | None, closing: contextlib.ExitStack) -> Surroundings:
    """The real surroundings of a verb."""
    from desk_app.paths import default_profile

    return Surroundings(
        stdin=sys.stdin,
        stdout=sys.stdout,
        stderr=sys.stderr,
        now=lambda: datetime.now(UTC),
        profile=Path(profile) if profile else default_profile(),
        ask_password=lambda: getpass.getpass("口令："),
        random=secrets.token_bytes,
        closing=closing,
    )


def _all_verbs() -> tuple[Verb, ...]:
    from desk_app.commands.case_verbs import VERBS as CASE
    from desk_app.commands.catalogue_verbs import VERBS as CATALOGUE
    from desk_app.commands.emergency_verbs import VERBS as EMERGENCY
    from desk_app.commands.handover_verbs import VERBS as HANDOVER
    from desk_app.commands.plain_verbs import VERBS as PLAIN
    from desk_app.commands.profile_verbs import VERBS as PROFILE
    from desk_app.commands.register_verbs import VERBS as REGISTERS
    from desk_app.commands.shift_verbs import VERBS as SHIFT
    from desk_app.commands.show_verbs import VERBS as SHOW

    return (*PLAIN, *PROFILE, *CASE, *HANDOVER, *EMERGENCY, *REGISTERS, *SHIFT, *CATALOGUE, *SHOW)


def _parser() -> tuple[argparse.ArgumentParser, dict[str, Verb]]:
    parser = argparse.ArgumentParser(prog="desk-app", description="便民服务工作台")
    parser.add_argument("--version", action="version", version=f"desk-app {__version__}")
    subparsers = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    verbs = {verb.name: verb for verb in _all_verbs()}
    for verb in verbs.values():
        _add_verb(subparsers.add_parser(verb.name, help=verb.help, description=verb.help), verb)
    return parser, verbs


def _add_verb(parser: argparse.ArgumentParser, verb: Verb) -> None:
    for option in verb.options:
        _add_option(parser, option)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument(
        "--batch", metavar="FILE", help="one JSON object of arguments a line; - for standard input"
    )
    parser.add_argument("--profile", metavar="DIR", help="the profile (default: DESK_APP_PROFILE)")


def _add_option(parser: argparse.ArgumentParser, option: Option) -> None:
    if option.flag:
        parser.add_argument(f"--{option.name}", dest=option.name, action="store_true", help=option.help)
        return
    flags = [option.name] if option.positional else [f"--{option.name}"]
    extra = {"nargs": "?"} if option.positional else {"dest": option.name}
    choices = option.choices or None
    parser.add_argument(*flags, help=option.help, choices=choices, **extra)  # type: ignore[arg-type]  # argparse's overloads do not take a mapping


def _run(verb: Verb, parsed: Arguments, around: Surroundings) -> int:
    tell = None if parsed["json"] or parsed["batch"] else verb.tell
    try:
        with _batch(parsed["batch"], around.stdin) as lines:
            if lines is not None:
                return _run_batch(verb, lines, _given(parsed), around)
            arguments = _given(parsed)
            if verb.reads_case and arguments.get("action") not in verb.by_options:
                arguments = {**read_object(around.stdin.read()), **arguments}
            write_answers(verb.prepare(around)(arguments, around), around.stdout, tell)
            return OK
    except DeskError as error:
        return _report(error, around)
    except BrokenPipeError:
        return FAILED


def _report(error: DeskError, around: Surroundings) -> int:
    answer = error_answer(error)
    print(answer["message"], file=around.stderr)
    return FAILED


def _run_batch(verb: Verb, lines: Iterable[str], given: Arguments, around: Surroundings) -> int:
    """Every line gets its answer; a bad line gets an error and the rest goes on.

    What was given on the command line holds for each line that does not say otherwise.
    """
    run, code = verb.prepare(around), OK
    for number, line in enumerate(lines, 1):
        if line.strip():
            answers, failed = _answers_of(run, partial(_line_arguments, line, number, given), around)
            write_answers(answers, around.stdout, None)
            code = FAILED if failed else code
    return code


def _line_arguments(line: str, number: int, given: Arguments) -> Arguments:
    return {**given, **read_object(line, number)}


def _answers_of(
    run: Run, arguments: Callable[[], Arguments], around: Surroundings
) -> tuple[list[Answer], bool]:
    answers: list[Answer] = []
    try:
        answers.extend(run(arguments(), around))
    except DeskError as error:
        return [*answers, error_answer(error)], True
    return answers, False


@contextlib.contextmanager
def _batch(name: str | None, stdin: TextIO) -> Iterator[Iterable[str] | None]:
    if name is None:
        yield None
    elif name == "-":
        yield stdin
    else:
        with Path(name).open(encoding="utf-8") as handle:
            yield handle


def _given(parsed: Arguments) -> Arguments:
    return {
        name: value for name, value in parsed.items() if name not in _HANDLED and value not in (None, False)
    }


def _speak_utf8() -> None:
    """Chinese must come out whole even where the console's own encoding is another."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8")
