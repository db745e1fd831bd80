"""Names of sentences and of what fills itself in, and what speaks against a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.domain.wording import Fault, WordingFlaw
from desk_app.ui.screens.settings.wording.values import Sentence

_NAMES = {"title": "标题", "copies": "份数", "lead": "正文"}
_BLANKS = {
    "you": "您／你单位",
    "date": "申请日期",
    "item": "事项名称",
    "site": "站点名称",
    "we": "我中心／站／点",
    "to": "送到哪里",
    "missing": "所缺材料",
    "limit": "时限",
    "due": "截止日期",
    "by": "补齐日期",
    "how": "领取方式",
    "phone": "电话",
    "finished": "办结日期",
    "department": "部门",
    "reason": "理由",
    "basis": "依据",
    "name": "姓名",
    "copies": "份数",
    "verdict": "决定",
    "approver": "批准人",
    "days": "天数",
    "special": "程序种类",
}
_MOST = 16


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsWording", text)


def blank_word(blank: str) -> str:
    """What fills itself in, in words."""
    return _tr(_BLANKS.get(blank, blank))


def sentence_name(sentence: Sentence) -> str:
    """标题, 正文 …, else how the sentence begins."""
    part = sentence.key.partition("@")[0].partition(".")[2]
    text = sentence.draft.replace("**", "")
    for blank in sentence.blanks:
        text = text.replace(f"{{{blank}}}", f"〔{blank_word(blank)}〕")
    begin = text if len(text) <= _MOST else text[:_MOST] + "…"
    name = _NAMES.get(part)
    return _tr("{name}：{begin}").format(name=_tr(name), begin=begin) if name else begin


def fault_words(fault: Fault) -> str:
    """What is wrong, and what to do."""
    detail = blank_word(fault.detail) if fault.flaw is WordingFlaw.LACKS_BLANK else fault.detail
    return {
        WordingFlaw.EMPTY: _tr("不能空着；不要自己的话就点“还原”"),
        WordingFlaw.TOO_LONG: _tr("长了 {detail} 个字，纸上放不下"),
        WordingFlaw.UNKNOWN_BLANK: _tr("“{detail}”这里填不出来，用下面给的"),
        WordingFlaw.LACKS_BLANK: _tr("要写上“{detail}”，群众的权利靠它"),
        WordingFlaw.FORBIDDEN: _tr("这张纸上不能说“{detail}”"),
        WordingFlaw.HALF_STRONG: _tr("加粗的星号要成对"),
    }[fault.flaw].format(detail=detail)
