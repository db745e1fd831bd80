"""Texts of a card, whatever a device calls them: JSON of local services, lines that a reader types.

Local services of different makers give the same facts under different names; the names met so far stand in
:data:`NAMES`. docs/devices.md tells how a service is described to this program.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from desk_app.domain.checked import Sex
from desk_app.domain.errors import DeviceTrouble
from desk_app.domain.id_card import CardRead
from desk_app.domain.identity import check_resident_id
from desk_app.domain.names import check_name

LONGEST_ANSWER = 4_000_000
"""Characters: a card with its picture in base64 has some 60,000."""
LONGEST_FIELD = 200
LONG_TERM = "长期"
ENVELOPES = ("data", "result", "cardInfo", "info", "content")
NAMES: Mapping[str, tuple[str, ...]] = {
    "id_number": ("id_number", "idNumber", "idNum", "idCardNo", "cardNo", "certNumber", "IDNO", "code"),
    "name": ("name", "Name", "partyName", "certName"),
    "sex": ("sex", "Sex", "gender", "sexCode"),
    "nation": ("nation", "Nation", "nationCode", "folk"),
    "birth": ("birth", "Birth", "birthday", "bornDay", "birthDay"),
    "address": ("address", "Address", "certAddress", "addr"),
    "authority": ("authority", "issue", "department", "certOrg", "signGov"),
    "valid_from": ("valid_from", "validFrom", "startDate", "effDate", "validStart"),
    "valid_until": ("valid_until", "validUntil", "endDate", "expDate", "validEnd"),
    "photo": ("photo", "image", "headImage", "identityPic", "base64Photo"),
}
_SEXES = {"男": Sex.MALE, "1": Sex.MALE, "女": Sex.FEMALE, "2": Sex.FEMALE}
_FOLKS = (
    "汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 "
    "纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 "
    "鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺"
).split()
"""The peoples of GB/T 3304 in the order of their numbers, 01 to 56."""
_NOT_DIGITS = re.compile(r"[^0-9]")
_SEPARATORS = re.compile(r"[|;,，；\t\r\n]+")
_NUMBER = re.compile(r"[0-9]{17}[0-9Xx]")


def card_of_answer(text: str) -> CardRead | None:
    """The card in a service's answer; None when the answer says that there is none.

    Raises DeviceTrouble ``reader_nonsense`` for what is no JSON object, or too long to be one.
    """
    if len(text) > LONGEST_ANSWER:
        raise DeviceTrouble("reader_nonsense")
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise DeviceTrouble("reader_nonsense") from fault
    if not isinstance(answer, dict):
        raise DeviceTrouble("reader_nonsense")
    return card_of_fields(_inner(answer))


def _inner(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    """The part of an answer that holds the card: services like to wrap it."""
    for name in ENVELOPES:
        part = answer.get(name)
        if isinstance(part, dict):
            return part
    return answer


def card_of_fields(fields: Mapping[str, Any]) -> CardRead | None:
    """A card from named texts; None where no identity number stands among them."""
    said = {fact: _said(fields, names) for fact, names in NAMES.items()}
    number = _NUMBER.fullmatch(said["id_number"].strip())
    if number is None:
        return None
    until = said["valid_until"].strip()
    return CardRead(
        id_number=number[0].upper(),
        name=said["name"].strip(),
        sex=_SEXES.get(said["sex"].strip()[:1]),
        nation=nation_code(said["nation"]),
        birth=day_of(said["birth"]),
        address=said["address"].strip(),
        authority=said["authority"].strip(),
        valid_from=day_of(said["valid_from"]),
        valid_until=day_of(until),
        long_term=until == LONG_TERM,
        photo=_picture(fields),
    )


def _said(fields: Mapping[str, Any], names: Sequence[str]) -> str:
    for name in names:
        value = fields.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool):
            return str(value)[:LONGEST_FIELD]
    return ""


def _picture(fields: Mapping[str, Any]) -> bytes:
    for name in NAMES["photo"]:
        value = fields.get(name)
        if isinstance(value, str):
            try:
                return base64.b64decode(value.rpartition(",")[2], validate=True)
            except (binascii.Error, ValueError):
                return b""
    return b""


def nation_code(said: str) -> str:
    """Two digits of GB/T 3304 from a number or a name (汉, 汉族); "" for what is neither."""
    bare = said.strip().removesuffix("族")
    if bare.isascii() and bare.isdigit() and 1 <= int(bare) <= 99:
        return f"{int(bare):02d}"
    return f"{_FOLKS.index(bare) + 1:02d}" if bare in _FOLKS else ""


def day_of(said: str) -> date | None:
    """A day from 20200501, 2020-05-01, 2020.05.01 or 2020年5月1日; None for anything else."""
    parts = [part for part in _NOT_DIGITS.split(said) if part]
    if len(parts) == 1 and len(parts[0]) == 8:
        parts = [parts[0][:4], parts[0][4:6], parts[0][6:]]
    if len(parts) != 3 or len(parts[0]) != 4:
        return None
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None


def card_of_typed(text: str, today: date) -> CardRead | None:
    """A card from what a keyboard wedge types: facts in lines, or in one line with | ; or , between.

    The order differs between makers, so every part is told by its shape: the number by its check character,
    the first part that is a name, the longest other text as the address, days as birth and validity. A part
    that is nothing but a number is no card with facts: None; so is anything without a valid number.
    """
    if len(text) > LONGEST_FIELD * len(NAMES):
        return None
    parts = [part.strip() for part in _SEPARATORS.split(text) if part.strip()]
    number = next((part for part in parts if check_resident_id(part, today).valid), "")
    if not number or len(parts) < 2:
        return None
    parts.remove(number)
    sex = next((part for part in parts if part in ("男", "女")), "")
    nation = next((part for part in parts if part != sex and nation_code(part)), "")
    days = [day for part in parts for day in _days(part)]
    words = [part for part in parts if part not in (sex, nation) and not _days(part) and part != LONG_TERM]
    name = next((word for word in words if check_name(word).valid), "")
    rest = sorted((word for word in words if word != name), key=len, reverse=True)
    authority = next((word for word in rest if word.endswith(("公安局", "分局"))), "")
    found = check_resident_id(number, today)
    validity = [day for day in days if day != found.birth]
    return CardRead(
        id_number=found.normalised,
        name=name,
        sex=_SEXES.get(sex, found.sex),
        nation=nation_code(nation),
        birth=next((day for day in days if day == found.birth), None),
        address=next((word for word in rest if word != authority), ""),
        authority=authority,
        valid_from=validity[0] if validity else None,
        valid_until=validity[1] if len(validity) > 1 else None,
        long_term=any(LONG_TERM in part for part in parts),
    )


def _days(part: str) -> list[date]:
    """Days in a part; validity often comes as 2010.05.01-2030.05.01."""
    pieces = part.split("-") if part.count("-") == 1 else [part]
    found = [day_of(piece) for piece in pieces]
    return [day for day in found if day is not None]
