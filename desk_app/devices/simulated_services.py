"""Local services as makers of card readers install them, with a simulated reader behind.

Real sockets on this computer, for tests and demonstrations of the adapters.
"""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from desk_app.devices.id_reader import SimulatedReader
from desk_app.domain.id_card import CardRead

HERE = "127.0.0.1"


def as_answer(card: CardRead | None) -> str:
    """What a service answers: ``code`` 0 with the card, or 1 while none lies there."""
    if card is None:
        return json.dumps({"code": 1, "msg": "no card", "data": None})
    until = "长期" if card.long_term else f"{card.valid_until:%Y.%m.%d}" if card.valid_until else ""
    data: dict[str, Any] = {
        "name": card.name,
        "sex": {"male": "男", "female": "女"}.get(card.sex or "", ""),
        "nation": card.nation,
        "birth": f"{card.birth:%Y%m%d}" if card.birth else "",
        "address": card.address,
        "idNumber": card.id_number,
        "department": card.authority,
        "startDate": f"{card.valid_from:%Y.%m.%d}" if card.valid_from else "",
        "endDate": until,
        "photo": base64.b64encode(card.photo).decode("ascii"),
    }
    return json.dumps({"code": 0, "data": data}, ensure_ascii=False)


@contextmanager
def http_service(reader: SimulatedReader) -> Iterator[str]:
    """A service over HTTP; the address to ask."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known = self.path == "/readIDCard"
            body = as_answer(reader.read()).encode()
            self.send_response(200 if known else 404)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing about a card is written anywhere."""

    server = ThreadingHTTPServer((HERE, 0), Answering)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://{HERE}:{server.server_port}/readIDCard"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


@contextmanager
def socket_service(reader: SimulatedReader, port: int = 0) -> Iterator[str]:
    """A service over a WebSocket; the address to ask."""
    from websockets.sync.server import ServerConnection, serve

    def answering(line: ServerConnection) -> None:
        for _ask in line:
            line.send(as_answer(reader.read()))

    with serve(answering, HERE, port) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"ws://{HERE}:{server.socket.getsockname()[1]}/"
        finally:
            server.shutdown()
            thread.join(5)
