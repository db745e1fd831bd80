"""``python -m desk_app.devices.sdt_process PATH_OF_SDTAPI_DLL``: JSON lines in, JSON lines out.

Protocol in docs/devices.md. Needs nothing but the standard library and this package, so that the 32-bit
Python beside the desk needs no installation of its own.
"""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Callable, Iterable
from typing import Any

from desk_app.devices.sdt_process import calls


class Answers:
    """One reader. ``load`` brings the library at the first question."""

    def __init__(self, load: Callable[[], calls.Sdt]) -> None:
        self._load = load
        self._sdt: calls.Sdt | None = None
        self._port = 0

    def answer(self, line: str) -> dict[str, Any]:
        """The answer to a line."""
        try:
            ask = json.loads(line)
        except ValueError:
            ask = None
        if not isinstance(ask, dict) or ask.get("ask") != "read":
            return {"trouble": "reader_nonsense"}
        return self._read()

    def _read(self) -> dict[str, Any]:
        try:
            sdt = self._sdt = self._sdt or self._load()
        except OSError:
            return {"trouble": "reader_library"}
        try:
            self._port = self._port or calls.open_port(sdt)
        except OSError:
            return {"trouble": "reader_port"}
        if not calls.find(sdt, self._port):
            return {"card": None}
        found = calls.read(sdt, self._port)
        if found is None:
            return {"trouble": "reader_card"}
        text, photo = (base64.b64encode(part).decode("ascii") for part in found)
        return {"message": text, "picture": photo}

    def close(self) -> None:
        """Let the port go."""
        if self._sdt is not None and self._port:
            self._sdt.SDT_ClosePort(self._port)
            self._port = 0


def serve(lines: Iterable[str], write: Callable[[str], object], answers: Answers) -> None:
    """Answer until the desk closes the pipe."""
    try:
        for line in lines:
            write(json.dumps(answers.answer(line)) + "\n")
    finally:
        answers.close()


def main(arguments: list[str]) -> int:
    """The first argument is the library."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m desk_app.devices.sdt_process LIBRARY\n")
        return 2

    def write(line: str) -> None:
        sys.stdout.write(line)
        sys.stdout.flush()

    serve(sys.stdin, write, Answers(lambda: calls.load(arguments[0])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
