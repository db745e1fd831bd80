"""Readers asked over real lines on this computer."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from desk_app.devices.card_message import encode
from desk_app.devices.id_reader import (
    SAMPLE_CARD,
    HttpReader,
    IdReader,
    ProcessReader,
    ReaderChoice,
    ReaderKind,
    SimulatedReader,
    SocketReader,
    loopback,
    make_reader,
)
from desk_app.devices.simulated_services import as_answer, http_service, socket_service
from desk_app.domain.errors import DeviceTrouble

PERSON = replace(SAMPLE_CARD, photo=b"")


def code_of(reader: IdReader) -> str:
    with pytest.raises(DeviceTrouble) as trouble:
        reader.read()
    return trouble.value.code


@pytest.mark.parametrize("kind", [ReaderKind.HTTP, ReaderKind.SOCKET])
def test_a_local_service_gives_the_card_that_lies_there(kind: ReaderKind) -> None:
    deck = SimulatedReader()
    service = http_service if kind is ReaderKind.HTTP else socket_service
    with service(deck) as address:
        reader = make_reader(ReaderChoice(kind, address))
        assert reader is not None
        assert reader.read() is None
        deck.card = PERSON
        assert reader.read() == PERSON
        assert reader.read() == PERSON
        reader.close()
    assert code_of(reader) == "reader_silent"


def test_a_line_that_broke_is_opened_anew() -> None:
    deck = SimulatedReader()
    deck.card = PERSON
    with socket_service(deck) as address:
        reader = SocketReader(address, "read")
        assert reader.read() == PERSON
    assert code_of(reader) == "reader_silent"
    with socket_service(deck, int(address.rstrip("/").rpartition(":")[2])):
        assert reader.read() == PERSON
        reader.close()


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://192.0.2.1:80/", "reader_not_here"),
        ("http://reader.example:80/", "reader_not_here"),
        ("http://127.0.0.1/", "reader_address"),
        ("ws://127.0.0.1:80/", "reader_address"),
        ("http://127.0.0.1:99999/", "reader_address"),
        ("http://[::1/", "reader_address"),
        ("", "reader_address"),
    ],
)
def test_only_this_computer_is_asked(address: str, code: str) -> None:
    with pytest.raises(DeviceTrouble) as trouble:
        HttpReader(address)
    assert trouble.value.code == code


def test_names_of_this_computer() -> None:
    assert loopback("ws://localhost:6688", ("ws",)) == ("localhost", 6688, "/")
    assert loopback(" http://[::1]:80/a?b=c ", ("http",)) == ("::1", 80, "/a?b=c")


@pytest.fixture
def other_service() -> Iterator[str]:
    """A service that is none of a card reader: every path is forbidden or leads away."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(302 if self.path == "/away" else 403)
            self.send_header("Location", "http://192.0.2.1/")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Answering)
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.mark.parametrize("path", ["/", "/away"])
def test_a_service_that_refuses_or_leads_away_is_said_so(other_service: str, path: str) -> None:
    assert code_of(HttpReader(other_service + path)) == "reader_refused"


HELPER = """
import sys
for line in sys.stdin:
    sys.stdout.write({answer!r} + "\\n")
    sys.stdout.flush()
"""


def helper(folder: Path, answer: str, body: str = HELPER) -> ProcessReader:
    script = folder / "helper.py"
    script.write_text(body.format(answer=answer), encoding="utf-8")
    return ProcessReader((sys.executable, "-X", "utf8", str(script)))


def test_a_process_gives_the_card_as_bytes_or_as_facts(tmp_path: Path) -> None:
    import base64

    message = base64.b64encode(encode(PERSON)).decode()
    for answer in (json.dumps({"message": message, "picture": ""}), as_answer(PERSON)):
        reader = helper(tmp_path, answer)
        assert reader.read() == PERSON
        assert reader.read() == PERSON
        reader.close()
        reader.close()


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ('{"trouble": "reader_port"}', "reader_port"),
        ('{"trouble": "anything"}', "reader_nonsense"),
        ('{"message": "%"}', "reader_nonsense"),
        ('{"message": ""}', "reader_nonsense"),
        ("[]", "reader_nonsense"),
        ("nonsense", "reader_nonsense"),
    ],
)
def test_what_a_process_says_went_wrong(tmp_path: Path, answer: str, code: str) -> None:
    reader = helper(tmp_path, answer)
    assert code_of(reader) == code
    reader.close()


def test_a_process_without_a_card(tmp_path: Path) -> None:
    reader = helper(tmp_path, '{"card": null}')
    assert reader.read() is None
    reader.close()


def test_a_process_that_ends_or_sleeps_is_given_up_and_begun_anew(tmp_path: Path) -> None:
    ending = helper(tmp_path, "", "raise SystemExit")
    assert code_of(ending) == "reader_silent"
    assert code_of(ending) == "reader_silent"
    script = tmp_path / "sleeper.py"
    script.write_text("import time\ntime.sleep(60)", encoding="utf-8")
    sleeping = ProcessReader((sys.executable, str(script)), patience=0.1)
    assert code_of(sleeping) == "reader_silent"


def test_a_program_that_is_not_there() -> None:
    assert code_of(ProcessReader(("no-such-program-anywhere",))) == "reader_program"
    for line in ("", '"open'):
        with pytest.raises(DeviceTrouble):
            make_reader(ReaderChoice(ReaderKind.PROCESS, line))


def test_a_program_with_blanks_in_its_path() -> None:
    reader = make_reader(ReaderChoice(ReaderKind.PROCESS, '"no such/program" -m x'))
    assert reader is not None
    assert code_of(reader) == "reader_program"


def test_nothing_to_ask_and_a_card_laid_down_by_hand() -> None:
    assert make_reader(ReaderChoice()) is None
    assert make_reader(ReaderChoice(ReaderKind.WEDGE)) is None
    reader = make_reader(ReaderChoice(ReaderKind.SIMULATOR))
    assert isinstance(reader, SimulatedReader)
    assert reader.read() is None
    reader.card = PERSON
    assert reader.read() is PERSON
    reader.close()
