"""Glyph outlines (OpenType 1.9, glyf): taken apart, laid on a coarser grid, put together again.

Why coarser: two thirds of a slip are outlines. On a grid of 1/250 em a point moves by at most 1/500 em, a
fifth of a dot of a 600 dpi printer at 12.5 pt, and the outlines lose a sixth of their bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

_ON, _X_BYTE, _Y_BYTE, _REPEAT, _X_SAME, _Y_SAME = 0x01, 0x02, 0x04, 0x08, 0x10, 0x20
_WORDS, _SCALE, _MORE, _SCALE_XY, _TWO_BY_TWO, _INSTRUCTIONS = 0x01, 0x08, 0x20, 0x40, 0x80, 0x100
_HEADER = 10
_GRID = 250
"""Steps in an em."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A glyph without hinting, and the glyphs it is composed of."""

    data: bytes
    parts: tuple[int, ...] = ()

    def renumbered(self, numbers: dict[int, int]) -> bytes:
        """The outline with its parts named by their numbers in a subset."""
        changed = bytearray(self.data)
        at, flags = _HEADER, _MORE if self.parts else 0
        while flags & _MORE:
            flags, part = struct.unpack_from(">2H", self.data, at)
            struct.pack_into(">H", changed, at + 2, numbers[part])
            at += _component_length(flags)
        return bytes(changed)


def read_outline(data: bytes, units_per_em: int) -> Outline:
    """The glyph as the paper needs it.

    Hinting programs are left out: paper needs none, and they call functions that a subset does not carry.
    """
    if len(data) <= _HEADER:
        return Outline(b"")
    contours: int = struct.unpack_from(">h", data)[0]
    if contours < 0:
        return _composite(data)
    if contours == 0:
        return Outline(b"")
    step = max(1, units_per_em // _GRID)
    ends = struct.unpack_from(f">{contours}H", data, _HEADER)
    at = _HEADER + 2 * contours
    at += 2 + int(struct.unpack_from(">H", data, at)[0])
    flags, at = _flags(data, at, ends[-1] + 1)
    across, at = _coordinates(data, at, flags, _X_BYTE, _X_SAME)
    up, _ = _coordinates(data, at, flags, _Y_BYTE, _Y_SAME)
    return Outline(
        data[: _HEADER + 2 * contours] + b"\0\0" + _packed(flags, _grid(across, step), _grid(up, step))
    )


def _component_length(flags: int) -> int:
    scale = 2 if flags & _SCALE else 4 if flags & _SCALE_XY else 8 if flags & _TWO_BY_TWO else 0
    return 4 + (4 if flags & _WORDS else 2) + scale


def _composite(data: bytes) -> Outline:
    kept = bytearray(data)
    parts: list[int] = []
    at, flags = _HEADER, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">2H", data, at)
        parts.append(part)
        struct.pack_into(">H", kept, at, flags & ~_INSTRUCTIONS)
        at += _component_length(flags)
    return Outline(bytes(kept[:at]), tuple(parts))


def _flags(data: bytes, at: int, count: int) -> tuple[list[int], int]:
    flags: list[int] = []
    while len(flags) < count:
        flag = data[at]
        repeats = data[at + 1] if flag & _REPEAT else 0
        flags += [flag] * (repeats + 1)
        at += 2 if flag & _REPEAT else 1
    return flags[:count], at


def _coordinates(data: bytes, at: int, flags: Sequence[int], byte: int, same: int) -> tuple[list[int], int]:
    values: list[int] = []
    value = 0
    for flag in flags:
        if flag & byte:
            value += data[at] if flag & same else -data[at]
            at += 1
        elif not flag & same:
            value += struct.unpack_from(">h", data, at)[0]
            at += 2
        values.append(value)
    return values, at


def _grid(values: Sequence[int], step: int) -> list[int]:
    return [(value + step // 2) // step * step for value in values]


def _packed(flags: Sequence[int], across: Sequence[int], up: Sequence[int]) -> bytes:
    x_bytes, y_bytes, packed = bytearray(), bytearray(), bytearray()
    last_x = last_y = 0
    made: list[int] = []
    for flag, x, y in zip(flags, across, up, strict=True):
        made.append(
            (flag & _ON)
            | _step(x - last_x, x_bytes, _X_BYTE, _X_SAME)
            | _step(y - last_y, y_bytes, _Y_BYTE, _Y_SAME)
        )
        last_x, last_y = x, y
    at = 0
    while at < len(made):
        end = at + 1
        while end < len(made) and made[end] == made[at] and end - at < 256:
            end += 1
        packed += bytes((made[at] | _REPEAT, end - at - 1)) if end - at > 2 else bytes(made[at:end])
        at = end
    return bytes(packed + x_bytes + y_bytes)


def _step(delta: int, out: bytearray, byte: int, same: int) -> int:
    if delta == 0:
        return same
    if -256 < delta < 256:
        out.append(abs(delta))
        return byte | (same if delta > 0 else 0)
    out += struct.pack(">h", delta)
    return 0
