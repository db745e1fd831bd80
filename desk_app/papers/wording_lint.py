"""What a site's sentence must keep and must not say: the lists of domain.md, appendix A, as data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from desk_app.domain.catalogue import HandlingMode, LegalNature
from desk_app.domain.wording import LONGEST, Fault, WordingFlaw
from desk_app.papers.further_words import FORBIDDEN
from desk_app.papers.wording import DEFAULTS, EVERYWHERE_FORBIDDEN

VARIANTS = frozenset(kind.value for kind in (*LegalNature, *HandlingMode))
RIGHTS_HANG_ON = frozenset(
    {"due", "by", "limit", "missing", "reason", "basis", "days", "approver", "special", "verdict", "item"}
)
"""Blanks a sentence cannot do without where its draft has them: what, why, on what basis, until when."""
MORE_FORBIDDEN: Mapping[str, tuple[str, ...]] = {
    "receipt": ("现予受理", "予以受理"),
    "notice": ("逾期", "终止", "退还材料"),
    "assistance": ("现予受理", "予以受理"),
    "acceptance.tolerance": ("材料齐全",),
    "refusal": ("收入", "残疾等级"),
    "mandate": ("收取费用",),
}
"""Beside :data:`FORBIDDEN`: a receipt accepts nothing, an advice threatens nothing, a refusal at the counter
judges neither income nor the grade of a disability."""
_BLANK = re.compile(r"\{([^{}]*)\}")


def blanks_of(key: str) -> tuple[str, ...]:
    """The blanks the program fills in a sentence, in the order of its draft."""
    return tuple(dict.fromkeys(_BLANK.findall(DEFAULTS[_plain(key)])))


def faults_of(key: str, text: str) -> tuple[Fault, ...]:
    """Everything that speaks against a sentence. A key nobody knows raises KeyError: a bug of the caller."""
    return tuple(_faults(_plain(key), text))


def _plain(key: str) -> str:
    plain, _, variant = key.partition("@")
    if plain not in DEFAULTS or (variant and variant not in VARIANTS):
        raise KeyError(key)
    return plain


def _faults(plain: str, text: str) -> Iterator[Fault]:
    if not text.strip():
        yield Fault(WordingFlaw.EMPTY)
    if len(text) > LONGEST:
        yield Fault(WordingFlaw.TOO_LONG, str(len(text) - LONGEST))
    known, used = set(_BLANK.findall(DEFAULTS[plain])), set(_BLANK.findall(text))
    without = _BLANK.sub("", text)
    for blank in sorted(used - known) or (["{ }"] if "{" in without or "}" in without else []):
        yield Fault(WordingFlaw.UNKNOWN_BLANK, blank)
    for blank in sorted((known & RIGHTS_HANG_ON) - used):
        yield Fault(WordingFlaw.LACKS_BLANK, blank)
    if text.count("**") % 2:
        yield Fault(WordingFlaw.HALF_STRONG)
    said = text.replace("**", "").replace("主要材料齐全", "")
    for words in dict.fromkeys(_barred(plain)):
        if words in said:
            yield Fault(WordingFlaw.FORBIDDEN, words)


def _barred(plain: str) -> Iterator[str]:
    yield from EVERYWHERE_FORBIDDEN
    for lists in (FORBIDDEN, MORE_FORBIDDEN):
        yield from lists.get(plain, ())
        yield from lists.get(plain.partition(".")[0], ())
