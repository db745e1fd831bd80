"""Event bodies as canonical JSON, and back.

Canonical: keys sorted, no spaces, UTF-8, empty optional values left in. The same event always gives the same
text, so its digest can be checked for ever. Bodies are never migrated; :func:`decode` reads old ones with
today's classes (new fields need defaults, and an upcaster where meaning changed).

How a class is written and read is worked out once and kept: replaying a journal reads millions of values.
"""

from __future__ import annotations

import json
import re
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

T = TypeVar("T")
Convert = Callable[[Any], Any]

_MODULES = re.compile(r"\b(?:\w+\.)+")
_PLAIN = (str, int, bool, float)
"""What JSON writes as it is."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2999
_LARGEST = 2**53


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def encode(value: object) -> str:
    """Canonical JSON of a dataclass."""
    return _ENCODER.encode(to_plain(value))


def decode(cls: type[T], text: str) -> T:
    """The dataclass this text was made from. Raises ``ValueError`` when it was not."""
    try:
        return cast(T, _reader(cast(Any, cls))(json.loads(text)))
    except (TypeError, KeyError, AttributeError, RecursionError) as fault:
        raise ValueError(f"not a {cls.__name__}") from fault


def to_plain(value: object) -> Any:
    """A dataclass, collection or scalar as what JSON can hold."""
    return _writer(cast(Any, type(value)))(value)


def from_plain(cls: type[T], plain: Any) -> T:
    """Like :func:`decode`, from parsed JSON."""
    return decode(cls, json.dumps(plain))


@cache
def _writer(cls: type[Any]) -> Convert:
    if is_dataclass(cls):
        return _dataclass_writer(cls)
    if issubclass(cls, Mapping):
        return lambda value: {str(to_plain(key)): to_plain(item) for key, item in value.items()}
    if issubclass(cls, (tuple, list)):
        return lambda value: [to_plain(item) for item in value]
    if issubclass(cls, Enum):
        return lambda value: value.value
    if issubclass(cls, date):
        return lambda value: value.isoformat()
    return str if issubclass(cls, UUID) else _as_it_is


def _dataclass_writer(cls: type[Any]) -> Convert:
    """Plain fields are copied; only the others are looked at one by one."""
    hints = get_type_hints(cls)
    names = tuple(field.name for field in fields(cls))
    plain = tuple(name for name in names if hints[name] in _PLAIN)
    others = tuple(name for name in names if hints[name] not in _PLAIN)

    def write(value: Any) -> dict[str, Any]:
        written = {name: getattr(value, name) for name in plain}
        for name in others:
            item = getattr(value, name)
            written[name] = _writer(item.__class__)(item)
        return written

    return write


def shape(cls: type[Any]) -> str:
    """Every field of a class and of what it holds, as text: it differs as soon as its bodies would.

    Where a class is defined does not count, so that code can be moved.
    """
    seen: set[Any] = set()
    lines: set[str] = set()
    waiting: list[Any] = [cls]
    while waiting:
        kind = waiting.pop()
        waiting += get_args(kind)
        if is_dataclass(kind) and kind not in seen:
            seen.add(kind)
            hints = get_type_hints(kind)
            name = cast("type[Any]", kind).__name__
            lines |= {
                f"{name}.{field.name}: {_MODULES.sub('', str(hints[field.name]))}" for field in fields(kind)
            }
            waiting += hints.values()
    return "\n".join(sorted(lines))


def _as_it_is(value: Any) -> Any:
    return value


@cache
def _reader(kind: Any) -> Convert:
    if is_dataclass(kind):
        return _dataclass_reader(cast("type[Any]", kind))
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _optional_reader(kind)
    if origin is tuple:
        read = _reader(get_args(kind)[0])
        return lambda plain: tuple([read(item) for item in _list(plain)])
    if origin is not None and issubclass(origin, Mapping):
        read_key, read_value = map(_reader, get_args(kind))
        return lambda plain: {read_key(key): read_value(item) for key, item in plain.items()}
    return _scalar_reader(kind)


def _list(plain: Any) -> list[Any]:
    if not isinstance(plain, list):
        raise TypeError("expected a list")
    return plain


def _dataclass_reader(cls: type[Any]) -> Convert:
    """Text is only checked, and the rest converted, in two loops that call as little as they can."""
    hints = get_type_hints(cls)
    names = frozenset(field.name for field in fields(cls) if field.init)
    texts = tuple(name for name in names if hints[name] is str)
    others = tuple((name, _reader(hints[name])) for name in names if hints[name] is not str)

    def read(plain: Any) -> Any:
        if plain.__class__ is not dict:
            raise TypeError(f"expected {cls.__name__}")
        known = plain if plain.keys() <= names else {name: plain[name] for name in names & plain.keys()}
        for name in texts:
            if name in known:
                _text(known[name])
        for name, convert in others:
            if name in known:
                known[name] = convert(known[name])
        return cls(**known)

    return read


def _text(plain: Any) -> Any:
    """Text that can be stored again: half of a surrogate pair cannot (UnicodeEncodeError is a ValueError)."""
    if plain.__class__ is not str:
        raise TypeError("expected text")
    if not plain.isascii():
        plain.encode()
    return plain


def _optional_reader(kind: Any) -> Convert:
    read = _reader(next(arg for arg in get_args(kind) if arg is not type(None)))
    return lambda plain: None if plain is None else read(plain)


def _scalar_reader(kind: Any) -> Convert:
    if kind is datetime:
        return _instant_reader
    if kind is date:
        return date.fromisoformat
    if kind is str:
        return _text
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enum_reader(kind)
    if kind is UUID:
        return UUID
    return _int_reader if kind is int else _exact_reader(kind)


def _enum_reader(kind: type[Enum]) -> Convert:
    return {member.value: member for member in kind}.__getitem__


def _instant_reader(plain: Any) -> datetime:
    at = datetime.fromisoformat(plain)
    if at.tzinfo is None or not _FIRST_YEAR <= at.year <= _LAST_YEAR:
        raise ValueError("expected an instant of our times, with its zone")
    return at


def _int_reader(plain: Any) -> Any:
    """Keys of a mapping come back as text. Beyond 53 bits no database and no other reader agrees."""
    number = int(plain) if isinstance(plain, str) else plain
    if number.__class__ is not int or not -_LARGEST <= number <= _LARGEST:
        raise TypeError("expected int")
    return number


def _exact_reader(kind: Any) -> Convert:
    def read(plain: Any) -> Any:
        if not isinstance(plain, kind):
            raise TypeError(f"expected {kind.__name__}")
        return plain

    return read
