"""The 32-bit program, asked with a library of its own making."""

from __future__ import annotations

import base64
import ctypes
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from desk_app.devices.card_message import encode
from desk_app.devices.id_reader import SAMPLE_CARD
from desk_app.devices.sdt_process import calls
from desk_app.devices.sdt_process.__main__ import Answers, serve

ASK = '{"ask": "read"}'


class Library:
    """The maker's library as far as it is called: a card is found once until it is lifted."""

    def __init__(self, port: int = 1002) -> None:
        self.port, self.lying, self.spoilt = port, False, False
        self.closed: list[int] = []

    def SDT_OpenPort(self, port: int) -> int:
        return calls.DONE if port == self.port else 0x01

    def SDT_ClosePort(self, port: int) -> int:
        self.closed.append(port)
        return calls.DONE

    def SDT_StartFindIDCard(self, _port: int, _found: object, _open: int) -> int:
        return calls.FOUND if self.lying else 0x80

    def SDT_SelectIDCard(self, _port: int, _serial: object, _open: int) -> int:
        return calls.DONE

    def SDT_ReadBaseMsg(
        self,
        _port: int,
        text: ctypes.Array[ctypes.c_char],
        length: Any,
        photo: object,
        size: object,
        _o: int,
    ) -> int:
        if self.spoilt:
            return 0x41
        message = encode(SAMPLE_CARD)
        ctypes.memmove(text, message, len(message))
        length._obj.value = len(message)
        return calls.DONE


def said(answers: Answers, line: str = ASK) -> dict[str, object]:
    return dict(answers.answer(line))


def test_a_card_is_found_selected_and_read() -> None:
    library = Library()
    answers = Answers(lambda: library)
    assert said(answers) == {"card": None}
    library.lying = True
    assert said(answers) == {"message": base64.b64encode(encode(SAMPLE_CARD)).decode(), "picture": ""}
    library.spoilt = True
    assert said(answers) == {"trouble": "reader_card"}
    answers.close()
    answers.close()
    assert library.closed == [1002]


def test_what_is_missing_is_named() -> None:
    def nowhere() -> calls.Sdt:
        raise OSError("no library")

    assert said(Answers(nowhere)) == {"trouble": "reader_library"}
    assert said(Answers(lambda: Library(port=1))) == {"trouble": "reader_port"}
    for line in ("", "[]", '{"ask": "sing"}'):
        assert said(Answers(Library), line) == {"trouble": "reader_nonsense"}


def test_it_answers_line_by_line_and_lets_the_port_go() -> None:
    library = Library()
    library.lying = True
    written = io.StringIO()
    serve([ASK, ASK], written.write, Answers(lambda: library))
    assert [list(json.loads(line)) for line in written.getvalue().splitlines()] == [
        ["message", "picture"]
    ] * 2
    assert library.closed == [1002]


def test_the_program_runs_on_its_own_and_says_that_the_library_is_not_there(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "desk_app.devices.sdt_process"]
    done = subprocess.run(
        [*command, str(tmp_path / "sdtapi.dll")], input=f"{ASK}\n", capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == {"trouble": "reader_library"}
    assert subprocess.run(command, capture_output=True, text=True, check=False).returncode == 2
