"""What is burned into pictures: statutory words, the same on the screen, on paper and in a file."""

from __future__ import annotations

from desk_app.domain.attachments import Attachment, Grade
from desk_app.domain.worktime import local_day

CHECKED_TEXT = "此件经与原件核对无误，仅供办理政务服务事项时使用"
"""国办函〔2016〕108号, for copies of grade B."""


def across(item: Attachment) -> str:
    """What runs over the whole picture: for what an identity card was photographed."""
    return f"仅用于{item.purpose}" if item.purpose else ""


def foot(item: Attachment) -> str:
    """What stands below: who compared the picture with the original, and when."""
    if item.grade is not Grade.CHECKED:
        return ""
    return f"{CHECKED_TEXT}  {item.graded_by} {local_day(item.graded_at).isoformat()}"
