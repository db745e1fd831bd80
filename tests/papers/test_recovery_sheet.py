from __future__ import annotations

from datetime import UTC, date, datetime

import pypdfium2

from desk_app.papers.fonts import find_fonts
from desk_app.papers.recovery_sheet import draw_recovery_sheet
from desk_app.paths import font_dirs

WORDS = "5TSC-N3BL-YGV3-PK6I-OX6X-EQTB-DXEI-CQYI"


def test_the_words_and_the_advice_stand_on_one_page() -> None:
    pdf = draw_recovery_sheet(
        "示例镇便民服务中心",
        WORDS,
        datetime(2026, 11, 25, tzinfo=UTC),
        date(2026, 11, 25),
        find_fonts(font_dirs()),
    )
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage().get_text_range()
    pages = len(document)
    document.close()
    assert pages == 1
    assert all(group in text for group in WORDS.split("-"))
    assert "旧的立刻作废" in text.replace("\r\n", "")
