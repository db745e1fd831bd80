"""Sentences and key words of the hand-over screen; ``messages`` and ``words`` take them in."""

from __future__ import annotations

HANDOVER_SENTENCES: dict[str, str] = {
    "batch_not_empty": "这一批里还有件，不能作废|先把件拿出来，或者照常送出。",
    "not_owed": "这一批现在不用出这张单子|先看看它走到哪一步了。",
}
