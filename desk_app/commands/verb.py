"""What every verb shares: its arguments, its surroundings, and how answers and errors are written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from desk_app.domain.errors import DeskError, InputError

if TYPE_CHECKING:
    from desk_app.db.vault import Kdf

Arguments = Mapping[str, Any]
Answer = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything a verb may touch: nothing is read from the process itself."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    now: Callable[[], datetime]
    profile: Path
    ask_password: Callable[[], str]
    random: Callable[[int], bytes]
    closing: ExitStack
    """What a verb opened once for many lines is closed by this, in the end."""
    kdf: Kdf | None = None
    """Cost of a new profile's passwords; None is the full one."""
    opened: dict[object, Any] = field(default_factory=dict)
    """Sessions of this call, so that a batch signs in once."""


Run = Callable[[Arguments, Surroundings], Iterable[Answer]]
Tell = Callable[[Answer], str]


@dataclass(frozen=True, slots=True)
class Option:
    """One argument: its name on the command line is also its key in a batch line."""

    name: str
    help: str
    positional: bool = False
    flag: bool = False
    choices: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: what it is called, takes and does. ``prepare`` makes a runner that a batch calls many times."""

    name: str
    help: str
    options: tuple[Option, ...]
    prepare: Callable[[Surroundings], Run]
    tell: Tell
    """How an answer reads without ``--json``."""
    reads_case: bool = False
    """Whether the verb reads one JSON object from standard input."""
    by_options: tuple[str, ...] = ()
    """Actions of such a verb that take everything from options and read nothing."""
    examples: tuple[str, ...] = field(default=())


def write_answers(answers: Iterable[Answer], to: TextIO, tell: Tell | None) -> None:
    """One line an answer: JSON, or words where ``tell`` is given."""
    for answer in answers:
        print(tell(answer) if tell else json.dumps(answer, ensure_ascii=False), file=to, flush=True)


def read_object(text: str, line: int = 1) -> Arguments:
    """One JSON object. Raises InputError."""
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise InputError("not_json", line=line) from fault
    if not isinstance(plain, dict):
        raise InputError("not_an_object", line=line)
    return plain


def text(arguments: Arguments, name: str, default: str | None = None) -> str:
    """A text argument. Raises InputError when it is absent or of another kind."""
    value = arguments.get(name)
    if value is None:
        if default is None:
            raise InputError("argument_missing", argument=name)
        return default
    if not isinstance(value, str):
        raise InputError("argument_not_text", argument=name)
    return value


def whole(arguments: Arguments, name: str, default: int) -> int:
    """A whole number. Raises InputError."""
    value = arguments.get(name)
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise InputError("argument_not_number", argument=name)
    try:
        return int(value)
    except ValueError as fault:
        raise InputError("argument_not_number", argument=name) from fault


def moment(arguments: Arguments, name: str) -> datetime | None:
    """A date and time, or None when absent; without a zone it is the counter's own. Raises InputError."""
    from desk_app.domain.worktime import SHANGHAI

    value = arguments.get(name)
    if value is None:
        return None
    try:
        found = datetime.fromisoformat(value)
    except (TypeError, ValueError) as fault:
        raise InputError("argument_not_moment", argument=name) from fault
    return found if found.tzinfo else found.replace(tzinfo=SHANGHAI)


def error_answer(error: DeskError) -> Answer:
    """An error as an object: its code for programs, its sentence for people."""
    from desk_app.ui.messages import sentence

    return {"error": error.code, "message": sentence(error)}
