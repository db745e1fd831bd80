"""The words of the papers that a site may change, and the guard over what must not be said.

Defaults are the drafts of domain.md, appendix A. A site edits resources/papers/wording.toml: a table for each
paper, and below it tables named after a legal nature (``benefit``) or a mode (``entrusted_accept``) for words
that differ there. The closest words win: mode, then legal nature, then the paper's own.

``{blanks}`` are filled by the program; ``**stars**`` print strong. Sentences on which rights hang, such as
that a receipt proves receipt only, are not in here: they stand in the module of their paper.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

from desk_app.domain.catalogue import HandlingMode, LegalNature
from desk_app.domain.errors import BadFile
from desk_app.papers.fonts import Role
from desk_app.papers.further_words import FORBIDDEN, FURTHER
from desk_app.papers.typeset import Span

DEFAULTS: Mapping[str, str] = {
    "receipt.title": "收件凭证",
    "receipt.stub_title": "群众存根",
    "receipt.lead": "{you}于{date}就“**{item}**”向{site}提交的下列材料，{we}已收到：",
    "receipt.counted": "以上材料已当面点清。本凭证不代表审批结果。",
    "receipt.forward": "材料将于{date}前转送{to}。",
    "receipt.advice": "凭此联领取结果。走不动可打电话，代办员送上门，不收费。",
    "receipt.advice_open": "凭此联问进度。走不动可打电话，代办员上门，不收费。",
    "receipt.copies": "第一联　窗口留存",
    "acceptance.title": "受理通知书",
    "acceptance.complete": ("{you}于{date}提出的“**{item}**”申请，经审查，材料齐全、符合要求，现予受理。"),
    "acceptance.tolerance": (
        "{you}于{date}提出的“**{item}**”申请，经审查，主要材料齐全，缺{missing}，现容缺受理。"
    ),
    "acceptance.supply": (
        "请于**{date}**前补齐所缺材料；逾期未补齐的，退还材料、终止本次办理，可以重新申请。"
    ),
    "acceptance.supply_open": (
        "请按承诺的日期补齐所缺材料；逾期未补齐的，退还材料、终止本次办理，可以重新申请。"
    ),
    "acceptance.promised": "本事项承诺**{limit}**内办结（截止**{due}**）。",
    "acceptance.paused": "本事项承诺**{limit}**内办结，现暂停计时，恢复后另行告知截止日期。",
    "acceptance.statutory": "本事项法定办结时限为**{limit}**（截止**{due}**）。",
    "acceptance.same_day": "本事项**当日办结**。",
    "acceptance.unknown": "本事项的办结时限**以窗口告知为准**。",
    "acceptance.delivery": "结果领取方式：{how}。",
    "acceptance.ask": "查进度：到窗口出示右上角的码，或拨打 {phone}。",
    "acceptance.ask_here": "查进度：到窗口出示右上角的码。",
    "acceptance.copies": "一式两份　申请人、窗口各执一份",
    "notice.title": "一次性告知书",
    "notice.lead": "{you}办理“**{item}**”，经核对还需补齐下列材料。除此以外，不再要求其他材料。",
    "notice.lead_open": "办理“**{item}**”，还需备齐下列材料。除此以外，不再要求其他材料。",
    "notice.nothing": "办理“**{item}**”要的材料都带齐了，可以当场办。",
    "notice.after": "带上本单来办，填过的不用重填；受理后{limit}办结。",
    "notice.stay": "拨打 {phone}，代办员上门，不收费",
    "notice.call": "拨打 {phone}，先问清楚再出门",
    "notice.understood": "还要补哪些材料，我已清楚。签字：",
    "notice.copies": "上联群众带走",
    "checklist.title": "要带什么",
    "checklist.lead": "办理“**{item}**”，请带齐：",
    "reference.mark": "参考",
    "reference.note": "本单按参考指南打印，本站点尚未核定，以窗口告知为准。",
    "completion.title": "办结凭单",
    "completion.lead": "{you}于{date}提出的“**{item}**”申请，已于**{finished}**办结。",
    "completion.check": "请核对姓名、内容无误后再签字。",
    "completion.copies": "一式两份　申请人、窗口各执一份",
    "assistance.title": "帮办记录",
    "assistance.lead": "{you}于{date}来办“**{item}**”，工作人员当场帮助办理。",
    "assistance.limits": "本单只记录帮办，不是受理凭证；办理结果由{department}决定。帮办不收费。",
    "assistance.copies": "一式两份　申请人、窗口各执一份",
    "referral.title": "指路条",
    "referral.lead": "“**{item}**”在这里办不了，请到：",
    "referral.advice": "出门前先打电话问一声，省得白跑。",
    "referral.unknown": "请先打电话问清楚",
    **FURTHER,
}

_BLANK = re.compile(r"\{([^{}]*)\}")
EVERYWHERE_FORBIDDEN = ("行政许可", "失信")
"""行政许可: none of these items is one (task_type 20). 失信: has no basis in a promise (appendix A5)."""
_VARIANTS = frozenset(kind.value for kind in (*LegalNature, *HandlingMode))


@dataclass(frozen=True, slots=True)
class Wording:
    """The words in force at a site. Keys are ``paper.sentence`` or ``paper.sentence@variant``."""

    changed: Mapping[str, str] = field(default_factory=dict)

    def template(self, key: str, nature: LegalNature | None = None, mode: HandlingMode | None = None) -> str:
        """The sentence with its blanks still open."""
        for variant in (mode, nature):
            if variant and f"{key}@{variant.value}" in self.changed:
                return self.changed[f"{key}@{variant.value}"]
        return self.changed.get(key, DEFAULTS[key])

    def say(
        self,
        key: str,
        nature: LegalNature | None = None,
        mode: HandlingMode | None = None,
        **blanks: str,
    ) -> str:
        """The sentence, filled, without emphasis."""
        return _filled(self.template(key, nature, mode).replace("**", ""), blanks)

    def spans(
        self,
        key: str,
        nature: LegalNature | None = None,
        mode: HandlingMode | None = None,
        role: Role = Role.BODY,
        **blanks: str,
    ) -> tuple[Span, ...]:
        """The sentence, filled, with its strong parts marked. Stars inside a blank's value stay stars."""
        parts = self.template(key, nature, mode).split("**")
        return tuple(
            Span(_filled(part, blanks), Role.STRONG if at % 2 else role)
            for at, part in enumerate(parts)
            if part
        )


def read_wording(text: str) -> Wording:
    """The words of a site's file.

    Raises:
        BadFile: ``wording_syntax``; ``wording_unknown`` for a sentence that does not exist; ``wording_blank``
            for a blank the program does not fill there; ``wording_forbidden`` for words that must not be
            printed.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadFile("wording_syntax") from error
    changed: dict[str, str] = {}
    for paper, table in tables.items():
        for name, value in (table if isinstance(table, dict) else {"": table}).items():
            if isinstance(value, dict):
                changed |= {f"{paper}.{inner}@{name}": each for inner, each in value.items()}
            else:
                changed[f"{paper}.{name}"] = value
    for key, sentence in changed.items():
        _judge(key, sentence)
    return Wording(changed)


def _judge(key: str, sentence: object) -> None:
    plain, _, variant = key.partition("@")
    if plain not in DEFAULTS or (variant and variant not in _VARIANTS) or not isinstance(sentence, str):
        raise BadFile("wording_unknown", key=key)
    if not set(_BLANK.findall(sentence)) <= set(_BLANK.findall(DEFAULTS[plain])):
        raise BadFile("wording_blank", key=key)
    whole = sentence.replace("主要材料齐全", "") if plain == "acceptance.tolerance" else ""
    if any(word in sentence for word in EVERYWHERE_FORBIDDEN) or "材料齐全" in whole:
        raise BadFile("wording_forbidden", key=key)
    barred = (*FORBIDDEN.get(plain, ()), *FORBIDDEN.get(plain.partition(".")[0], ()))
    if any(word in sentence.replace("主要材料齐全", "") for word in barred):
        raise BadFile("wording_forbidden", key=key)


def _filled(template: str, blanks: Mapping[str, str]) -> str:
    return _BLANK.sub(lambda match: blanks.get(match[1], ""), template)
