"""Reading a paper back, as a citizen's telephone or an archive would."""

from __future__ import annotations

import pypdfium2

MM = 72 / 25.4


def text_of(pdf: bytes) -> str:
    """All text, without line breaks and spaces, which a line's end may add or take."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return "".join("".join(pages).split())


def sizes_of(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each page in whole millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [(round(page.get_width() / MM), round(page.get_height() / MM)) for page in document]
    finally:
        document.close()


def boxes_of(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Left, right, bottom, top of every visible character, as parts of its page: 0 to 1 is on it."""
    document = pypdfium2.PdfDocument(pdf)
    boxes: list[tuple[float, float, float, float]] = []
    try:
        for page in document:
            text = page.get_textpage()
            width, height = page.get_size()
            for index in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(index)
                boxes.append((left / width, right / width, bottom / height, top / height))
    finally:
        document.close()
    return boxes
