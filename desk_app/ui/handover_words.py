"""Sentences and key words of the hand-over screen; ``messages`` and ``words`` take them in."""

from __future__ import annotations

HANDOVER_SENTENCES: dict[str, str] = {
    "batch_not_empty": "这一批里还有件，不能作废|先把件拿出来，或者照常送出。",
    "already_across": "这件已经转到外地去办，还没有答复|有回音先记下来，再看要不要另转。",
    "not_across": "这件没有转到外地去办|要转，先办“转外地办”。",
    "not_owed": "这一批现在不用出这张单子|先看看它走到哪一步了。",
}

HANDOVER_KEYS: dict[str, str] = {
    "go.handover": "交接",
    "handover.take": "扫码、加入",
    "handover.new": "新开一批",
    "handover.by_hand": "手工加入、手工核对",
    "handover.remove": "撤下",
    "handover.move": "选一件",
    "handover.differ": "这件材料不符",
    "handover.step": "下一批",
    "handover.step_back": "上一批",
    "handover.reprint": "补打清单",
    "handover.more": "更多",
    "handover.pick": "选第几个",
}
