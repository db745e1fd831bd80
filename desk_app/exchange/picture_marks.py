"""The words burned into a picture before anybody sees it (domain.md §9.2, §9.3).

They are part of the pixels of what is shown and of what leaves the program; what is stored stays clean, so
that a grade given later still says who compared it and when.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_SIZE = 26
"""Letters are this part of the shorter side."""
_INK = (150, 20, 20, 110)
_HALO = (255, 255, 255, 90)
"""So that it is read on a dark table as well."""
_STRIP = (255, 255, 255, 205)
_STRIP_INK = (120, 16, 16, 255)
_ANGLE = 28


def marked(image: Image.Image, across: str, foot: str, font: Path) -> Image.Image:
    """A copy with ``across`` repeated slantwise over it and ``foot`` on a strip below; each may be empty."""
    if not across and not foot:
        return image
    base = image.convert("RGBA")
    size = max(14, min(base.size) // _SIZE)
    if across:
        base.alpha_composite(_slanted(base.size, across, ImageFont.truetype(str(font), size)))
    if foot:
        _write_foot(base, foot, font, size)
    return base.convert("RGB")


def _slanted(size: tuple[int, int], text: str, font: ImageFont.FreeTypeFont) -> Image.Image:
    """The text again and again, so that no part of the picture can be cut out without it."""
    side = int((size[0] ** 2 + size[1] ** 2) ** 0.5) + 1
    sheet = Image.new("RGBA", (side, side))
    draw = ImageDraw.Draw(sheet)
    width, line = draw.textlength(text, font=font), font.size * 5
    step = int(width + font.size * 4)
    for row, top in enumerate(range(0, side, int(line))):
        for left in range(-(row % 2) * step // 2, side, step):
            draw.text((left, top), text, font=font, fill=_INK, stroke_width=1, stroke_fill=_HALO)
    turned = sheet.rotate(_ANGLE, Image.Resampling.BICUBIC)
    left, top = (side - size[0]) // 2, (side - size[1]) // 2
    return turned.crop((left, top, left + size[0], top + size[1]))


def _write_foot(base: Image.Image, text: str, font: Path, size: int) -> None:
    strip = Image.new("RGBA", base.size)
    draw = ImageDraw.Draw(strip)
    room = base.width - size
    face = ImageFont.truetype(str(font), size)
    while size > 9 and draw.textlength(text, font=face) > room:
        size -= 1
        face = ImageFont.truetype(str(font), size)
    top = base.height - round(size * 1.9)
    draw.rectangle((0, top, base.width, base.height), fill=_STRIP)
    draw.text((size // 2, top + size // 3), text, font=face, fill=_STRIP_INK)
    base.alpha_composite(strip)
