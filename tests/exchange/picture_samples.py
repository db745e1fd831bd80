"""Made-up sheets: white paper with black marks like print, flat or lying on a dark table."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageDraw

TABLE = (70, 60, 50)


def sheet(width: int = 600, height: int = 850) -> Image.Image:
    """A page with lines of print."""
    page = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(page)
    for top in range(height // 10, height - height // 10, 24):
        for left in range(width // 10, width - width // 10, 20):
            draw.rectangle((left, top, left + 12, top + 9), fill="black")
    return page


def on_a_table(width: int = 1000, height: int = 1300) -> Image.Image:
    """The page, photographed with some table around it: from a fifth to four fifths."""
    photo = Image.new("RGB", (width, height), TABLE)
    photo.paste(sheet(width * 3 // 5, height * 3 // 5), (width // 5, height // 5))
    return photo


def saved(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """The bytes of a file."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()
