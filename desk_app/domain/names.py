"""Names of people and organisations: tidied without changing a single real character of them.

Sources: 民委发〔2016〕33号 (name fields of 50 characters and more, separator U+00B7), GB 18030-2022 (88,115
ideographs). A name is data, not a key: people are matched by their number, never by name.
"""

import re
import unicodedata

from desk_app.domain.checked import MAX_RAW_LENGTH, Checked, Notice, Reason, refused

MAX_NAME_LENGTH = 100  # code points after tidying

DOT = "\u00b7"
# Everything input methods, other programs and cards put where the minority-name dot belongs.
_DOTS = re.compile(
    "[\u0387\u16eb\u2022\u2027\u2218\u2219\u22c5\u25cf\u25e6\u2981\u2e31\u2e33\u30fb\uff65\U00010101]"
)
# Full stops separate names only between two non-Latin letters; in "J. Smith" they are what they are.
_STOP = re.compile("(?<=[^\x00-\u02af])[.\u3002\uff61\uff0e\ufe52](?=[^\x00-\u02af])")
_ROUND_DOT = re.compile(" *\u00b7[ \u00b7]*")
_RUN_OF_SPACES = re.compile(" {2,}")
_IDEOGRAPH = "\u3007\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\ue000-\uf8ff\uf900-\ufaff\U00020000-\U0003fffd"
_SPACE_IN_HAN = re.compile(f"(?<=[{_IDEOGRAPH}]) (?=[{_IDEOGRAPH}])")
# Unicode gives these "compatibility ideographs" unified equivalents, and even NFC would replace them. Cards
# bear them (21 of them are two-byte characters of GBK and GB 18030), so they are left alone.
_NOT_COMPATIBILITY = re.compile("[^\uf900-\ufaff\U0002f800-\U0002fa1f]+")
_VARIANT = re.compile(f"(?<=[{_IDEOGRAPH}])[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_STRANGE_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")

_PERSON_PUNCTUATION = frozenset(" \u00b7-'\u2019.,\u0f0b")  # the last is the Tibetan syllable mark
_ORGANISATION_PUNCTUATION = _PERSON_PUNCTUATION | frozenset(
    '()&/+:\u3001\u201c\u201d\u300a\u300b\u2014"#@!?\u3010\u3011'
)
_STAND_INS = re.compile("[\u2ff0-\u2fff\u31ef]")  # ideographic description: a character told by its parts
# Letters and marks by their category, yet nothing to be seen: fillers, joiners, vowel carriers, stray
# variants.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\u00ad\u061c]"
)
_EDGES = " \t\r\n"


def check_name(value: str) -> Checked:
    """Check and tidy a person's name.

    Width, spaces and look-alike dots are normalised (NFKC, dot as U+00B7, padding such as in ``张 三``
    removed, single spaces kept in foreign names). Compatibility ideographs, characters beyond the BMP and
    Latin case stay as given. Private-use code points, which card readers return, are accepted with
    ``Notice.PRIVATE_USE``. Control, bidirectional and zero-width characters, lone surrogates, digits and
    symbols are refused.
    """
    return _check(value, _PERSON_PUNCTUATION, digits=False)


def check_organisation_name(value: str) -> Checked:
    """Check and tidy the name of an organisation: as :func:`check_name`, with digits and brackets allowed."""
    return _check(value, _ORGANISATION_PUNCTUATION, digits=True)


def _check(value: str, punctuation: frozenset[str], *, digits: bool) -> Checked:
    trimmed = _STRANGE_SPACES.sub(" ", value.strip(_EDGES + "\u3000\u00a0")).strip(" ")
    if len(trimmed) > MAX_RAW_LENGTH:
        return refused(Reason.TOO_LONG)
    hidden = _first_hidden(trimmed)
    if hidden:
        return hidden
    name = _tidied(trimmed)
    if not name:
        return refused(Reason.EMPTY)
    if len(name) > MAX_NAME_LENGTH:
        return refused(Reason.TOO_LONG, len(name) - MAX_NAME_LENGTH)
    outside = _first_unfit(name, punctuation, digits=digits)
    if outside is not None:
        return refused(Reason.BAD_CHARACTER, outside)
    return Checked(normalised=name, notices=_notices(name))


def _first_hidden(text: str) -> Checked | None:
    """Refuse what nobody can see, before normalisation could hide it."""
    visible = _VARIANT.sub(
        "-", text
    )  # a variant selector right behind an ideograph chooses its drawing: keep
    for at, char in enumerate(visible, 1):
        category = unicodedata.category(char)
        if category in {"Cc", "Cs", "Zl", "Zp"}:
            return refused(Reason.CONTROL_CHARACTER, at)
        if category == "Cf" or _UNSEEN.match(char):
            return refused(Reason.INVISIBLE_CHARACTER, at)
    return None


def _tidied(text: str) -> str:
    dotted = _STOP.sub(DOT, _DOTS.sub(DOT, text))
    folded = _NOT_COMPATIBILITY.sub(lambda run: unicodedata.normalize("NFKC", run[0]), dotted)
    spaced = _RUN_OF_SPACES.sub(" ", _ROUND_DOT.sub(DOT, folded).strip(" "))
    return _SPACE_IN_HAN.sub("", spaced)


def _first_unfit(name: str, punctuation: frozenset[str], *, digits: bool) -> int | None:
    for at, char in enumerate(name, 1):
        if not (char in punctuation or _is_letter(char) or (digits and char.isascii() and char.isdigit())):
            return at
    if name.startswith(DOT):
        return 1
    if name.endswith(DOT):
        return len(name)
    return None if any(char not in punctuation for char in name) else 1


def _is_letter(char: str) -> bool:
    """Letters, marks, ideographs, private use.

    Planes 2 and 3 are taken whole: Python 3.11 does not know the ideographs added since Unicode 14, and a
    citizen's real character must not depend on the version of the interpreter.
    """
    code = ord(char)
    return (
        unicodedata.category(char) in {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Co"}
        or char == "\u3007"
        or _STAND_INS.match(char) is not None
        or (0x20000 <= code <= 0x3FFFD and code & 0xFFFE != 0xFFFE)
    )


def _notices(name: str) -> tuple[Notice, ...]:
    found = []
    if any(unicodedata.category(char) == "Co" for char in name):
        found.append(Notice.PRIVATE_USE)
    if _STAND_INS.search(name):
        found.append(Notice.STAND_IN)
    return tuple(found)
