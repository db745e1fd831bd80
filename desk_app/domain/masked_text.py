"""Finding and masking numbers inside free text, however they are spaced or written.

Any run of eleven and more digits counts as somebody's number; a date, or a receipt number in its printed
form, does not. Masking one number too many costs a clerk a look; one too few costs a citizen.
"""

import re
import unicodedata

from desk_app.domain.numbers import check_receipt

REMOVED = "***"

_MOST_STARS = 16
_DIGIT = r"[\d⁰¹²³⁴-⁹₀-₉①-⑨⑴-⑼⒈-⒐⓪⓵-⓽❶-❾➀-➈➊-➒]"
_BETWEEN = (
    r"[\s\-_./\\·•・‧∙,+()‐-―−（）\x00-\x1f\x7f-\x9f\u00ad\u0300-\u036f\u061c\u115f\u1160\u180e"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\u3164\ufe00-\ufe0f\ufeff]"
)
_NUMERAL = "[〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两]"
_RUN = re.compile(rf"{_DIGIT}(?:{_BETWEEN}*+{_DIGIT}){{10,}}+(?:{_BETWEEN}*+[xXＸｘ×](?![A-Za-z0-9]))?")
_LETTERED = re.compile(
    rf"(?<![A-Za-z0-9])[A-Za-zＡ-Ｚａ-ｚ]{{1,2}}{_BETWEEN}*+({_DIGIT}(?:{_BETWEEN}*+{_DIGIT}){{6,9}}+)"
)
_SPELLED = re.compile(rf"{_NUMERAL}(?:{_BETWEEN}*+{_NUMERAL}){{10,}}+")
_DATE = r"(?:19|20)[0-9]{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:[12][0-9]|3[01]|0?[1-9])"
_DATES = re.compile(rf"{_DATE}(?:[\s\-]+(?:{_DATE}|[0-9]{{1,2}}))*")
_PRINTED_RECEIPT = re.compile(r"[0-9]{6}-[0-9]-[0-9]{5}-[0-9]{3}-[0-9]{2}")
_WORD = re.compile(r"\S+")

_ID = re.compile(r"[0-9]{17}[0-9X]|[0-9]{15}|[A-Z]{3}[0-9]{12}")
_MOBILE = re.compile(r"((?:00?)?86)?(1[3-9][0-9]{9})")
_BORN_18 = re.compile(
    r"[0-9]{6}(?:1[89]|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]"
)
_BORN_15 = re.compile(r"[0-9]{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}")
_BANK = re.compile(r"[0-9]{12,19}")
_BANK_IN_TEXT = re.compile(r"[0-9]{16,19}")
_SENSITIVE = 11
_LONGEST_RUN = 4000  # nothing but digits and gaps for this long is no text
_LEFT_ALONE = 8  # a year, a date, a house number beside a number that is masked


def partly(text: str) -> str:
    """Two characters at each end of a text of eight and more; nothing of a shorter one."""
    if len(text) < 8:
        return "*" * len(text)
    return text[:2] + "*" * min(len(text) - 4, _MOST_STARS) + text[-2:]


def masked_id(text: str) -> str:
    """Six characters and the last four of what is shaped like a resident id; otherwise as :func:`partly`."""
    return text[:6] + "*" * (len(text) - 10) + text[-4:] if _ID.fullmatch(text) else partly(text)


def masked_mobile(digits: str) -> str:
    """Three and the last four of eleven digits."""
    return f"{digits[:3]}****{digits[-4:]}"


def masked_bank(text: str) -> str:
    """The last four of 12 to 19 digits; otherwise as :func:`partly`."""
    return "*" * (len(text) - 4) + text[-4:] if _BANK.fullmatch(text) else partly(text)


def masked_text(text: str, *, removed: bool) -> str:
    """Mask every id, telephone and bank card number in ``text``; with ``removed`` leave only ``***`` of each.

    Spaces, hyphens, dots, brackets, invisible characters and line breaks between digits do not hide a
    number, nor do full-width, circled or other scripts' digits, nor Chinese numerals. Letters in place of
    digits are not seen.
    """
    text = _RUN.sub(lambda run: _run(run[0], removed=removed), text)
    text = _LETTERED.sub(lambda match: _lettered(match[0], match[1], removed=removed), text)
    return _SPELLED.sub(REMOVED, text)


def _run(run: str, *, removed: bool) -> str:
    if len(run) > _LONGEST_RUN:
        return REMOVED
    if _DATES.fullmatch(run) or _is_receipt(run):
        return run
    whole = _compact(run)
    if _certain(whole) or not any(len(_compact(word)) >= _SENSITIVE for word in run.split()):
        return _shown(whole, removed=removed)
    return _WORD.sub(lambda word: _word(word[0], removed=removed), run)


def _word(word: str, *, removed: bool) -> str:
    digits = _compact(word)
    return word if len(digits) <= _LEFT_ALONE or _is_receipt(word) else _shown(digits, removed=removed)


def _lettered(found: str, digits: str, *, removed: bool) -> str:
    if _DATES.fullmatch(digits):
        return found
    return REMOVED if removed else partly(_compact(found))


def _is_receipt(text: str) -> bool:
    """Only the printed form is spared: among bare digits one truncated id in 97 would pass for a receipt."""
    return _PRINTED_RECEIPT.fullmatch(text) is not None and check_receipt(text).valid


def _certain(digits: str) -> bool:
    """Whether the whole run, spaces dropped, is one number beyond doubt."""
    return bool(
        _BORN_18.fullmatch(digits)
        or _BORN_15.fullmatch(digits)
        or _MOBILE.fullmatch(digits)
        or (_BANK_IN_TEXT.fullmatch(digits) and _luhn(digits))
    )


def _shown(digits: str, *, removed: bool) -> str:
    if removed or len(digits) > 19:
        return REMOVED
    if len(digits) != 18:
        digits = digits.rstrip("X")
    if _BORN_18.fullmatch(digits) or _BORN_15.fullmatch(digits):
        return masked_id(digits)
    mobile = _MOBILE.fullmatch(digits)
    if mobile:
        return (mobile[1] or "") + masked_mobile(mobile[2])
    return masked_bank(digits) if _BANK_IN_TEXT.fullmatch(digits) else partly(digits)


def _luhn(digits: str) -> bool:
    """ISO/IEC 7812-1 annex B: what tells a card number from two numbers side by side."""
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(doubled) + sum(int(digit) for digit in digits[::-2])) % 10 == 0


def _compact(run: str) -> str:
    """The letters and digits of a run in ASCII."""
    return "".join(_plain(char) for char in run)


def _plain(char: str) -> str:
    value = unicodedata.digit(char, None)
    if value is not None:
        return str(value)
    if char == "×":
        return "X"
    letter = unicodedata.normalize("NFKC", char).upper()
    return letter if letter.isascii() and letter.isalnum() else ""
