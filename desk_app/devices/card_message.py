"""The text part of a resident identity card as the card holds it: 256 bytes of UTF-16 (GA 450-2013).

Fields have fixed lengths and are padded with spaces::

    name 15 | sex 1 | nation 2 | birth 8 | address 35 | number 18 | authority 15 | from 8 | until 8 | free 18

lengths in characters of two bytes, little end first. Sex is 1 or 2 (0, 9: not told), ``until`` may be 长期.
"""

from __future__ import annotations

from dataclasses import replace

from desk_app.devices.card_text import card_of_fields
from desk_app.domain.checked import Sex
from desk_app.domain.errors import DeviceTrouble
from desk_app.domain.id_card import CardRead

MESSAGE_BYTES = 256
LAYOUT: tuple[tuple[str, int], ...] = (
    ("name", 15),
    ("sex", 1),
    ("nation", 2),
    ("birth", 8),
    ("address", 35),
    ("id_number", 18),
    ("authority", 15),
    ("valid_from", 8),
    ("valid_until", 8),
    ("free", 18),
)
"""Field and length in characters."""


def decode(message: bytes, photo: bytes = b"") -> CardRead:
    """The card in a base message. Raises DeviceTrouble ``reader_nonsense`` when it holds none."""
    if len(message) != MESSAGE_BYTES:
        raise DeviceTrouble("reader_nonsense")
    fields, at = {}, 0
    for name, length in LAYOUT:  # bytes are cut, not text: two units make one rare character
        fields[name] = message[at : at + 2 * length].decode("utf-16-le", "replace").strip(" \0")
        at += 2 * length
    card = card_of_fields(fields)
    if card is None:
        raise DeviceTrouble("reader_nonsense")
    return replace(card, photo=photo)


def encode(card: CardRead) -> bytes:
    """A base message, for simulators and tests."""
    until = "长期" if card.long_term else f"{card.valid_until:%Y%m%d}" if card.valid_until else ""
    said = {
        "name": card.name,
        "sex": {Sex.MALE: "1", Sex.FEMALE: "2", None: "0"}[card.sex],
        "nation": card.nation,
        "birth": f"{card.birth:%Y%m%d}" if card.birth else "",
        "address": card.address,
        "id_number": card.id_number,
        "authority": card.authority,
        "valid_from": f"{card.valid_from:%Y%m%d}" if card.valid_from else "",
        "valid_until": until,
    }
    space = " ".encode("utf-16-le")
    parts = []
    for name, length in LAYOUT:
        data = said.get(name, "").encode("utf-16-le")[: 2 * length]
        parts.append(data + space * (length - len(data) // 2))
    return b"".join(parts)
