"""热线话术条 (B25): the sentence to say to a citizen who asks how their case stands.

The domain gives a code and its blanks (``domain/phone_lines.py``); here are the words. A part in square
brackets is left out when one of its blanks is unknown. Nothing of the person is in a sentence: it may be
copied and sent.
"""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication

from desk_app.domain.phone_lines import Blank, PhoneLine
from desk_app.ui.words import citizen_date, word_for

SENTENCES: dict[str, str] = {
    "bring": "您这件还差 {count} 份材料：{papers}。带齐了来，当天就能接着办。",
    "answer_by": "您的材料我们收到了，[最晚 {day}]答复您受理不受理。",
    "answer_there_by": "您的材料[ {on}]已经到{to}，[最晚 {day}]答复您受理不受理。",
    "forwarded": "您的材料 {on}转往{to}，正在路上[，最晚 {day}有答复]。",
    "across": (
        "您这件 {on}转到{to}去办了（{via}[，编号 {number}]）[，那边回执号 {receipt}][，最晚 {day}答复]。"
    ),
    "supplement_by": "您这件要补 {count} 份材料：{papers}。请在 {day}前补来。",
    "supplement_late": "您这件要补的 {count} 份材料（{papers}） {day}到期了。还想办的话，请尽快和我们联系。",
    "decided_by": "您这件正在办，最晚 {day}办好。",
    "decided_there_by": "您这件[ {on}]已转到{to}，正在办[，最晚 {day}办好]。",
    "no_limit": "您这件正在办，办好了马上告诉您。",
    "late": "您这件本该 {day}办好，现在超了期。我们已经在催，有结果马上告诉您。",
    "deferred_by": "您这件已经受理，还差 {count} 份材料：{papers}。请在 {day}前补来[，最晚 {due}办好]。",
    "deferred_late": "您答应 {day}前补的 {count} 份材料还没到：{papers}。请尽快补来，不然这件只能先停办。",
    "suspended": "您这件 {on}起在做{special}，这段时间不算在期限里[，最长到 {until}][；最晚 {day}办好]。",
    "amend_by": "您这件办的过程中还要补 {count} 份材料：{papers}。请在 {day}前补来。",
    "amend_late": "您这件要补的 {count} 份材料（{papers}） {day}到期了。还想办的话，请尽快和我们联系。",
    "reported": "您这件我们审完了，已报{to}，等上面的结果[，最晚 {day}有结果]。",
    "fetch": "您这件[ {on}]办好了，带上身份证就可以来领。",
    "fetch_decision": "您这件[ {on}]有结果了，请带身份证来领决定书，上面写着理由，不服可以怎么办也写着。",
    "delivered": "您这件 {on}已经送到（{way}）[，邮寄单号 {express}]。",
    "finished": "您这件[ {on}]已经办完，不用再跑。",
    "assisted": "您这件[ {on}]已经帮您办好，不用再跑。",
    "refused": "您这件[ {on}]没有受理[：{refusal}][。可以到{instead}去办]。通知书上写着理由。",
    "returned": "您这件要补的材料到期没来，[{on}]已经退件。材料备齐了可以重新办。",
    "withdrawn": "您这件[ {on}]已经按您的意思撤回。想办的话随时可以重新办。",
    "voided": "您这件是录错了，[{on}]已经作废，不影响您办事。",
    "terminated": "您这件[ {on}]已经终止。想知道原因或重新办，请到窗口来。",
}

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_NAMES = re.compile(r"\{(\w+)\}")
_CODES = {"special": "Special", "via": "Via", "way": "DeliveryWay", "refusal": "Refusal"}


def phone_sentence(said: PhoneLine) -> str:
    """What to say."""
    blanks = {name: _words(name, value) for name, value in said.blanks.items()}

    def kept(part: re.Match[str]) -> str:
        text = part.group(1)
        return text if all(name in blanks for name in _NAMES.findall(text)) else ""

    template = QCoreApplication.translate("PhoneSentences", SENTENCES[said.line.value])
    return _NAMES.sub(lambda found: blanks.get(found.group(1), ""), _OPTIONAL.sub(kept, template))


def _words(name: str, value: Blank) -> str:
    if isinstance(value, date):
        return citizen_date(value)
    return word_for(_CODES.get(name, ""), str(value))
