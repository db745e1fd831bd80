"""What may be shown of a person, in one place.

========== ==================== ===================== =================== ===================
kind       list                 detail, slip          export              public notice
========== ==================== ===================== =================== ===================
name       张*明, 欧阳*, 阿*    in full               张*, 欧阳*          张*, 欧阳*
resident   371073********1234   371073********1234    371073********1234  nothing
other id   E1*****78            E1*****78             E1*****78           nothing
mobile     138****5678          138****5678           138****5678         nothing
landline   0631-*****78         0631-*****78          0631-*****78        nothing
bank       ************1234     ************1234      ************1234    nothing
address    to the village       to the village        to the village      to the village
text       numbers inside       numbers inside        numbers inside      numbers cut to ***
========== ==================== ===================== =================== ===================

Why: ``domain.md`` §9.3 (ID 6 + 4, phone 3 + 4, name its surname, bank last 4, address to village level;
notices never show number, telephone or exact address; PIPL arts 6, 25, 51). Held tabs and lists keep the
last character too (张*明, ``experience.md`` §7), so that a clerk can tell two lines apart; in a notice and
in a file that leaves the house only the surname stays. The person's own case page and slip bear the name in
full: the clerk speaks to its owner, and a slip without a name is none. What is masked can be revealed one
by one, as an audited act, never by a profile.

Masking never raises and never shows more of a malformed value than of a proper one: what does not look like
its kind keeps at most two characters at each end.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from desk_app.domain.checked import MAX_RAW_LENGTH
from desk_app.domain.identity import IdType
from desk_app.domain.masked_text import REMOVED, masked_bank, masked_id, masked_mobile, masked_text, partly
from desk_app.domain.phones import check_landline, check_mobile


class Profile(StrEnum):
    """Who will look at it."""

    LIST = "list"
    DETAIL = "detail"
    PUBLIC_NOTICE = "public_notice"
    EXPORT = "export"
    SLIP = "slip"


class Kind(StrEnum):
    """What sort of value is to be masked."""

    RESIDENT_ID = "resident_id"
    OTHER_ID = "other_id"
    NAME = "name"
    MOBILE = "mobile"
    LANDLINE = "landline"
    BANK = "bank"
    ADDRESS = "address"
    TEXT = "text"


_SAME_SHAPE = frozenset({IdType.RESIDENT_ID, IdType.HMT_RESIDENCE, IdType.FOREIGNER_PERMIT})
_FULL_NAME = frozenset({Profile.DETAIL, Profile.SLIP})
_REMOVED_IN_NOTICES = frozenset({Kind.RESIDENT_ID, Kind.OTHER_ID, Kind.MOBILE, Kind.LANDLINE, Kind.BANK})

_SURNAME_PAIRS = (
    "欧阳上官司马诸葛夏侯皇甫尉迟公孙慕容司徒司空令狐东方南宫西门东门南门北门独孤长孙宇文轩辕端木百里"
    "呼延东郭南郭公冶宗政濮阳淳于单于太叔申屠仲孙钟离闾丘鲜于亓官巫马公西漆雕乐正壤驷公良拓跋夹谷宰父"
    "谷梁段干第五左丘赫连澹台公羊万俟闻人纳兰完颜贺兰哥舒尔朱耶律歐陽司馬諸葛東方南宮西門獨孤長孫軒轅"
    "鍾離聞人"
)
_COMPOUND_SURNAMES = frozenset(_SURNAME_PAIRS[at : at + 2] for at in range(0, len(_SURNAME_PAIRS), 2))
_UNPRINTED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

_VILLAGE = re.compile(
    "(?:村民委员会|居民委员会|村委会|居委会|社区|嘎查|村)(?!镇|乡|街道|社区|村|委|居民|民|大街|街|路|支行|口)"
)
_TOWN = re.compile("(?:街道办事处|街道|镇|乡|苏木)(?!镇|乡|街道|村|路|街)")
_COUNTY = re.compile("(?:自治州|自治县|地区|省|市|区|县|旗|盟)")
# Where exact places start: any digit, a Chinese number before a counter word, a bracket or a separator.
_EXACT = re.compile(
    r"\d|[〇零一二三四五六七八九十百]+(?:号|栋|幢|单元|室|组|楼|层|弄)|[(（,，;；、:：\[【/\n\r]"
)
_LONGEST_PLACE = 40


def mask(kind: Kind, value: str, profile: Profile = Profile.LIST) -> str:
    """What the profile allows to be shown of ``value``; "" where it allows nothing or there is nothing."""
    if profile is Profile.PUBLIC_NOTICE and kind in _REMOVED_IN_NOTICES:
        return ""
    if kind is Kind.TEXT:
        return masked_text(value, removed=profile is Profile.PUBLIC_NOTICE)
    if len(value) > MAX_RAW_LENGTH:
        return REMOVED
    if kind is Kind.NAME:
        return _name(value, profile)
    plain = "".join(char for char in unicodedata.normalize("NFKC", value) if _printed(char)).strip()
    return _RULES[kind](plain) if plain else ""


def kind_of(id_type: IdType) -> Kind:
    """How the number of this paper is masked: shaped like a resident id, or another."""
    return Kind.RESIDENT_ID if id_type in _SAME_SHAPE else Kind.OTHER_ID


def _printed(char: str) -> bool:
    return unicodedata.category(char) not in _UNPRINTED


def _name(value: str, profile: Profile) -> str:
    if profile in _FULL_NAME:
        return masked_text(value, removed=False)  # a number typed into the name box is no name
    letters = [char for char in value if _printed(char) and unicodedata.category(char)[0] not in "MPZS"]
    if len(letters) < 2:
        return "*" if letters else ""
    first = letters[0]
    if any(char in value for char in "·•・.．‧∙ ") or first.isascii() or unicodedata.category(first) != "Lo":
        return "*" if first.isdigit() else first + "*"
    surname = "".join(letters[:2])
    kept = surname if surname in _COMPOUND_SURNAMES and len(letters) > 2 else first
    if profile is not Profile.LIST or len(letters) < len(kept) + 2:
        return kept + "*"
    return kept + "*" + ("" if letters[-1].isdigit() else letters[-1])


def _resident_id(plain: str) -> str:
    return masked_id("".join(plain.split()).upper())


def _other_id(plain: str) -> str:
    return partly("".join(plain.split()))


def _mobile(plain: str) -> str:
    checked = check_mobile(plain)
    return masked_mobile(checked.normalised) if checked.valid else partly(plain)


def _landline(plain: str) -> str:
    checked = check_landline(plain)
    if not checked.valid:
        return partly(plain)
    area, number, *_ = checked.normalised.split("-")
    return f"{area}-{'*' * (len(number) - 2)}{number[-2:]}"


def _bank(plain: str) -> str:
    return masked_bank("".join(plain.replace("-", "").split()))


def _address(plain: str) -> str:
    exact = _EXACT.search(plain)
    place = plain[: exact.start()] if exact else plain
    ends = [
        match.end()
        for match in (_VILLAGE.search(place), _last(_TOWN, place), _last(_COUNTY, place))
        if match and match.end() <= _LONGEST_PLACE
    ]
    kept = place[: ends[0]] if ends else ""
    return kept if kept == plain else kept + REMOVED


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return max(pattern.finditer(text), key=re.Match.end, default=None)


_RULES: Mapping[Kind, Callable[[str], str]] = MappingProxyType(
    {
        Kind.RESIDENT_ID: _resident_id,
        Kind.OTHER_ID: _other_id,
        Kind.MOBILE: _mobile,
        Kind.LANDLINE: _landline,
        Kind.BANK: _bank,
        Kind.ADDRESS: _address,
    }
)
