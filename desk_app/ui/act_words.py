"""Words of acts told late, of deliveries and corrections (see ``words`` and ``messages``)."""

from __future__ import annotations

ACT_PART_WORDS: dict[str, str] = {
    "happened": "哪天的事（今天的不用填）",
    "late_reason": "为什么今天才记",
    "promise_by": "容缺材料哪天前补来",
    "relation": "领取人是本人的什么人",
}

ACT_SENTENCES: dict[str, str] = {
    "moment_unclear": "这一天没看懂|写成 昨天、11-20，或者 11-20 15:30。",
    "not_told_late": "这一步只能记今天的|窗口自己办的事，当天办当天记。",
    "before_last_act": "不能早于 {day}|那天这件还没办到这一步，请核对日期。",
    "late_reason_needed": "还没写为什么今天才记|比如：邮寄来的，前天到，今天才拆。",
}
