"""Words and sentences for shifts, originals over night, and standing in (see ``words`` and ``messages``)."""

from __future__ import annotations

SHIFT_WORDS: dict[str, dict[str, str]] = {
    "Loose": {
        "original": "未退原件",
        "lane": "挂着没办完",
        "call": "答应回访",
        "due": "今天到期和逾期",
        "unprinted": "文书没打出来",
        "parked": "记录对不上",
    },
}

SHIFT_SENTENCES: dict[str, str] = {
    "shift_open_already": "已经开窗了|直接办件就行。",
    "shift_not_open": "还没开窗|先开窗，再收窗。",
    "originals_held": "还有 {n} 份原件没退，先别收窗|退还本人；人没来，就写明交给谁保管、为什么。",
    "note_too_long": "留言最多 {longest} 个字|已写的都在，请写短一些。",
    "stand_in_known_already": "这段顶岗记过了|不用再记。",
    "stand_in_over": "这段顶岗已经结束了|不用再结束一次。",
    "stand_in_days": "日期不对|到期日不能早于开始，也不能早于今天。",
    "stand_in_too_long": "顶岗最长 {days} 天|离岗更久，请重新分工。",
    "stand_in_unfit": "这个人不能顶岗|账号要开着，还要有收件的权限。",
    "no_such_stand_in": "没有这段顶岗安排|请刷新后再看。",
    "queue_name_needed": "队列要有个名字|比如“今天上门的”。",
    "queue_name_long": "名字最多 {longest} 个字",
    "queues_full": "自己的队列最多 9 个|先删一个不用的。",
}

SHIFT_KEY_WORDS: dict[str, str] = {
    "go.queue": "待办的队列",
    "shift.open": "开窗",
    "go.shift": "收窗、交班一页",
    "cases.original_take": "材料里：收下原件",
    "cases.original_back": "材料里：退还原件",
    "cases.original_keep": "材料里：交人保管",
    "cases.save_queue": "存成自己的队列",
    "cases.drop_queue": "删自己的队列",
    "cases.columns": "显示哪些列",
    "shift.move": "选择",
    "shift.case": "打开办件",
    "shift.give_back": "退还原件",
    "shift.hand_on": "交人保管",
    "shift.note": "留言",
    "shift.print": "打印这一页",
}
