"""Event bodies as canonical JSON, and back.

Canonical: keys sorted, no spaces, UTF-8, empty optional values left in. The same event always gives the same
text, so its digest can be checked for ever. Bodies are never migrated; :func:`decode` reads old ones with
today's classes (new fields need defaults, and an upcaster where meaning changed).
"""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

T = TypeVar("T")


def encode(value: object) -> str:
    """Canonical JSON of a dataclass."""
    return json.dumps(to_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def decode(cls: type[T], text: str) -> T:
    """The dataclass this text was made from. Raises ``ValueError`` when it was not."""
    try:
        return cast(T, _read(cls, json.loads(text)))
    except (TypeError, KeyError, AttributeError) as fault:
        raise ValueError(f"not a {cls.__name__}") from fault


def to_plain(value: object) -> Any:
    """A dataclass, collection or scalar as what JSON can hold."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    return _scalar(value)


def _scalar(value: object) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def from_plain(cls: type[T], plain: Any) -> T:
    """Like :func:`decode`, from parsed JSON."""
    return decode(cls, json.dumps(plain))


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def _read(kind: Any, plain: Any) -> Any:
    if is_dataclass(kind):
        return _read_dataclass(kind, plain)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _read_optional(kind, plain)
    if origin is tuple:
        return tuple(_read(get_args(kind)[0], item) for item in plain)
    if origin is not None and issubclass(origin, Mapping):
        key_kind, value_kind = get_args(kind)
        return {_read(key_kind, key): _read(value_kind, item) for key, item in plain.items()}
    return _read_scalar(kind, plain)


def _read_dataclass(kind: Any, plain: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    known = {name: _read(hints[name], item) for name, item in plain.items() if name in kind.__slots__}
    return kind(**known)


def _read_optional(kind: Any, plain: Any) -> Any:
    if plain is None:
        return None
    inner = next(arg for arg in get_args(kind) if arg is not type(None))
    return _read(inner, plain)


def _read_scalar(kind: Any, plain: Any) -> Any:
    if kind is int and isinstance(plain, str):
        return int(plain)
    if kind is datetime or kind is date:
        return kind.fromisoformat(plain)
    if isinstance(kind, type) and issubclass(kind, (Enum, UUID)):
        return kind(plain)
    if not isinstance(plain, kind):
        raise TypeError(f"expected {kind.__name__}")
    return plain
