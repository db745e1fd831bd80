"""Card readers: one Protocol, an adapter for each way in which real ones answer.

==========  ======================================================================================
wedge       types the card like a keyboard; nothing to ask (``card_text.card_of_typed`` reads it)
socket      a local service with JSON over ``ws://127.0.0.1:port``
http        a local service with JSON over ``http://127.0.0.1:port/…``
process     a 32-bit program beside ours that calls the maker's library (``sdt_process``)
simulator   a card that is laid down and lifted by hand, for demonstrations and tests
==========  ======================================================================================

Every adapter speaks to this computer alone: an address elsewhere is refused, whatever it answers. Reading is
slow and happens off the window's thread; nothing that a card says is logged.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import http.client
import ipaddress
import json
import queue
import shlex
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import IO, Protocol
from urllib.parse import urlsplit

from desk_app.devices.card_message import decode
from desk_app.devices.card_text import LONGEST_ANSWER, card_of_answer
from desk_app.domain.checked import Sex
from desk_app.domain.errors import DeviceTrouble
from desk_app.domain.id_card import CardRead

PATIENCE = 3.0
"""Seconds an answer may take: reading a card needs about one."""
ASK = '{"action": "readIDCard"}'
"""What a WebSocket service is asked; makers differ, so it is a setting."""
HELPER_LINE = 1_000_000
"""Characters one line of the helper process may have."""


class ReaderKind(StrEnum):
    """How the reader at this desk answers."""

    NONE = "none"
    WEDGE = "wedge"
    SOCKET = "socket"
    HTTP = "http"
    PROCESS = "process"
    SIMULATOR = "simulator"


class IdReader(Protocol):
    """Something a card can be laid on."""

    def read(self) -> CardRead | None:
        """The card that lies there now; None when there is none. Slow. Raises DeviceTrouble."""

    def close(self) -> None:
        """Let go of the device."""


def loopback(address: str, schemes: tuple[str, ...]) -> tuple[str, int, str]:
    """Host, port and path of an address on this computer.

    Raises DeviceTrouble ``reader_address`` for no such address, ``reader_not_here`` for another computer.
    """
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError as fault:
        raise DeviceTrouble("reader_address") from fault
    if parts.scheme not in schemes or not host or port is None:
        raise DeviceTrouble("reader_address")
    if not _is_here(host):
        raise DeviceTrouble("reader_not_here")
    path = parts.path or "/"
    return host, port, f"{path}?{parts.query}" if parts.query else path


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class HttpReader:
    """A local service that is asked with GET and answers JSON."""

    def __init__(self, address: str) -> None:
        self._host, self._port, self._path = loopback(address, ("http",))

    def read(self) -> CardRead | None:
        """Ask once. Redirects are not followed: they could lead off this computer."""
        connection = http.client.HTTPConnection(self._host, self._port, timeout=PATIENCE)
        try:
            connection.request("GET", self._path, headers={"Accept": "application/json"})
            answer = connection.getresponse()
            body = answer.read(LONGEST_ANSWER + 1)
        except (OSError, http.client.HTTPException) as fault:
            raise DeviceTrouble("reader_silent") from fault
        finally:
            connection.close()
        if answer.status != http.HTTPStatus.OK:
            raise DeviceTrouble("reader_refused", status=answer.status)
        return card_of_answer(body.decode("utf-8", "replace"))

    def close(self) -> None:
        """Nothing is held between two questions."""


class SocketReader:
    """A local service that answers JSON over a WebSocket.

    The line is opened for each question: it is on this computer, costs milliseconds, and a service that was
    started anew is simply there again.
    """

    def __init__(self, address: str, ask: str = ASK) -> None:
        host, port, path = loopback(address, ("ws",))
        shown = f"[{host}]" if ":" in host else host
        self._address, self._ask = f"ws://{shown}:{port}{path}", ask or ASK

    def read(self) -> CardRead | None:
        """Ask once."""
        try:
            from websockets.exceptions import WebSocketException
            from websockets.sync.client import connect
        except ImportError as fault:
            raise DeviceTrouble("reader_part_missing") from fault
        try:
            with connect(
                self._address,
                open_timeout=PATIENCE,
                close_timeout=1,
                ping_interval=None,
                max_size=LONGEST_ANSWER,
                proxy=None,
            ) as line:
                line.send(self._ask)
                answer = line.recv(PATIENCE)
        except (OSError, WebSocketException) as fault:
            raise DeviceTrouble("reader_silent") from fault
        return card_of_answer(answer if isinstance(answer, str) else answer.decode("utf-8", "replace"))

    def close(self) -> None:
        """Nothing is held between two questions."""


class ProcessReader:
    """A program beside ours that answers one JSON line for each line it is sent (docs/devices.md).

    Makers' libraries are 32-bit and crash at times; in a process of its own neither hurts the desk.
    """

    def __init__(self, command: Sequence[str], patience: float = PATIENCE) -> None:
        if not command:
            raise DeviceTrouble("reader_address")
        self._command, self._patience = tuple(command), patience
        self._process: subprocess.Popen[str] | None = None
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()

    def read(self) -> CardRead | None:
        """Ask once; a program that ended is started anew at the next question."""
        process = self._started()
        try:
            _say(process.stdin, {"ask": "read"})
            line = self._lines.get(timeout=self._patience)
        except (OSError, queue.Empty) as fault:
            self.close()
            raise DeviceTrouble("reader_silent") from fault
        if not line:
            self.close()
            raise DeviceTrouble("reader_silent")
        return _card_of_line(line)

    def _started(self) -> subprocess.Popen[str]:
        if self._process is None:
            try:
                self._process = subprocess.Popen(  # noqa: S603 - the program is chosen in the settings
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    encoding="utf-8",
                    errors="replace",
                )
            except OSError as fault:
                raise DeviceTrouble("reader_program") from fault
            self._lines = queue.SimpleQueue()
            pump = (self._process.stdout, self._lines)
            threading.Thread(target=_pump, args=pump, name="card-process", daemon=True).start()
        return self._process

    def close(self) -> None:
        """End the program: its input closes, and it goes; one that does not is ended."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            with contextlib.suppress(OSError):  # it is gone already
                process.stdin.close()
        try:
            process.wait(1)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _say(pipe: IO[str] | None, ask: dict[str, str]) -> None:
    if pipe is None:
        raise OSError("no pipe")
    pipe.write(json.dumps(ask) + "\n")
    pipe.flush()


def _pump(pipe: IO[str], lines: queue.SimpleQueue[str]) -> None:
    """Bring what the program says to whoever waits; an empty line says that it ended."""
    with pipe:
        while line := pipe.readline(HELPER_LINE):
            lines.put(line)
    lines.put("")


def _card_of_line(line: str) -> CardRead | None:
    """An answer of the helper. Raises DeviceTrouble with the code it names, when it is one of ours."""
    try:
        answer = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise DeviceTrouble("reader_nonsense") from fault
    if not isinstance(answer, dict):
        raise DeviceTrouble("reader_nonsense")
    trouble = answer.get("trouble")
    if trouble is not None:
        raise DeviceTrouble(trouble if trouble in HELPER_TROUBLES else "reader_nonsense")
    if "message" in answer:
        return decode(_bytes(answer["message"]), _bytes(answer.get("picture", "")))
    return card_of_answer(line)


def _bytes(said: object) -> bytes:
    try:
        return base64.b64decode(str(said), validate=True)
    except (binascii.Error, ValueError) as fault:
        raise DeviceTrouble("reader_nonsense") from fault


HELPER_TROUBLES = ("reader_library", "reader_port", "reader_card")
"""What a helper may say went wrong: no library, no device at the port, a card that could not be read."""


SAMPLE_CARD = CardRead(
    id_number="11010519491231002X",
    name="张某某",
    sex=Sex.FEMALE,
    nation="01",
    birth=date(1949, 12, 31),
    address="示例镇示例村 1 号",
    authority="示例市公安局",
    valid_from=date(2015, 1, 1),
    long_term=True,
)
"""The card of demonstrations: a made-up person with a number that holds."""


class SimulatedReader:
    """A reader without a device: cards are laid down and lifted by whoever drives it."""

    def __init__(self) -> None:
        self.card: CardRead | None = None

    def read(self) -> CardRead | None:
        """The card that was laid down."""
        return self.card

    def close(self) -> None:
        """Nothing is held."""


@dataclass(frozen=True, slots=True)
class ReaderChoice:
    """The reader of a desk, as its settings say it."""

    kind: ReaderKind = ReaderKind.NONE
    address: str = ""
    """Address of the local service, or the program of a process with its arguments."""
    ask: str = ""


def make_reader(choice: ReaderChoice) -> IdReader | None:
    """The reader of a choice; None where nothing has to be asked. Raises DeviceTrouble for a bad address."""
    match choice.kind:
        case ReaderKind.SOCKET:
            return SocketReader(choice.address, choice.ask)
        case ReaderKind.HTTP:
            return HttpReader(choice.address)
        case ReaderKind.PROCESS:
            return ProcessReader(_command(choice.address))
        case ReaderKind.SIMULATOR:
            return SimulatedReader()
        case _:
            return None


def _command(line: str) -> tuple[str, ...]:
    """A program with its arguments; paths with blanks stand in double quotes."""
    try:
        words = shlex.split(line, posix=False)
    except ValueError as fault:
        raise DeviceTrouble("reader_address") from fault
    return tuple(word.strip('"') for word in words)
