"""Slips: how many a second, how large, how soon the first; against bare reportlab drawing the same page.

The peer draws the same words and lines with reportlab's own canvas and fonts, without any code, layout or
fallback: what a page costs at least. Both run in turns, so that a noisy machine spoils both alike.
Targets: at least 250 a second in a batch, at most 50 kB each, the first within 400 ms, the next within 100.
"""

from __future__ import annotations

import io
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from benchmarks.figure import Figure, median, report
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.papers.draw import draw, draw_batch
from desk_app.papers.fonts import FontChain, Role, find_fonts
from desk_app.papers.request import SIZES, PaperRequest
from desk_app.papers.sheet import PT, Sheet
from tests.papers import samples

FONTS = Path(__file__).parents[1] / "build" / "fonts"
BATCH_LIMIT, SIZE_LIMIT, FIRST_LIMIT_MS, NEXT_LIMIT_MS = 250.0, 50_000, 400.0, 100.0

FIRST = """
import time
began = time.perf_counter()
from benchmarks.slips import FONTS, requests
from desk_app.papers.draw import draw
from desk_app.papers.fonts import find_fonts
began = time.perf_counter()
draw(requests(1)[0], find_fonts([FONTS]))
print(time.perf_counter() - began)
"""

Text = tuple[float, float, str, Role, float]


def requests(count: int, size: PaperSize = PaperSize.A5) -> list[PaperRequest]:
    """Receipts that differ in their event, as those of a day do."""
    plain = samples.request(DocumentKind.RECEIPT, size, case=samples.case())
    return [
        replace(plain, printing=replace(plain.printing, event_id=UUID(int=(7 << 120) + number)))
        for number in range(count)
    ]


def texts_of(request: PaperRequest, fonts: FontChain) -> list[Text]:
    """Every piece of text that a slip draws."""
    drawn: list[Text] = []
    original = Sheet.text

    def noted(
        self: Sheet, x: float, y: float, text: str, role: Role, size: float, spacing: float = 0.0
    ) -> float:
        drawn.append((x, y, text, role, size))
        return original(self, x, y, text, role, size, spacing)

    setattr(Sheet, "text", noted)  # noqa: B010  # an assignment would hide from mypy what is done here
    try:
        draw(request, fonts)
    finally:
        setattr(Sheet, "text", original)  # noqa: B010  # as above
    return drawn


def bare_reportlab(texts: list[Text]) -> Callable[[int], bytes]:
    """A document of so many pages with the same words and as many lines, drawn by reportlab alone."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    names = {
        Role.TITLE: "NotoSerifSC_900Black",
        Role.BODY: "NotoSerifSC_400Regular",
        Role.LABEL: "NotoSansSC_500Medium",
        Role.STRONG: "NotoSansSC_700Bold",
        Role.PLAIN: "NotoSansSC_400Regular",
        Role.KAI: "LXGWWenKai-Regular",
    }
    for name in names.values():
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))

    def pages(count: int) -> bytes:
        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=(210 * PT, 148 * PT), pageCompression=1)
        for _ in range(count):
            for x, y, text, role, size in texts:
                canvas.setFont(names[role], size)
                canvas.drawString(x * PT, (148 - y) * PT, text)
            for line in range(40):
                canvas.line(20, line * 10, 400, line * 10)
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    return pages


def rate(work: Callable[[], object], count: int) -> float:
    """Slips a second."""
    began = time.perf_counter()
    work()
    return count / (time.perf_counter() - began)


def first_slip() -> float:
    """Milliseconds to the first slip in a process of its own, loading reportlab and fonts included."""
    command = [sys.executable, "-c", FIRST]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=FONTS.parents[1])
    return float(done.stdout) * 1000


def main(*, short: bool = False) -> list[Figure]:
    """Slips in one print job and each by itself, how soon, how large."""
    count, rounds = (60, 2) if short else (300, 5)
    fonts = find_fonts([FONTS])
    made = requests(count)
    peer = bare_reportlab(texts_of(made[0], fonts))
    ours, bare, single = [], [], []
    for _ in range(rounds):
        bare.append(rate(lambda: peer(count), count))
        ours.append(rate(lambda: draw_batch(made, fonts), count))
        single.append(rate(lambda: [draw(each, fonts) for each in made[:50]], 50))
    batch, limit, alone = map(statistics.median, (ours, bare, single))
    first = median([first_slip() for _ in range(1 if short else 5)])
    shared = len(draw_batch(made, fonts).pdf) / count / 1000
    name = "bare reportlab"
    return [
        Figure("slips in one print job", batch, "/s", limit, f"{name}, no codes", least=BATCH_LIMIT),
        Figure("slips, each a file of its own", alone, "/s", limit, name),
        Figure("first slip", first, most=FIRST_LIMIT_MS),
        Figure("next slip", 1000 / alone, most=NEXT_LIMIT_MS),
        *(
            Figure(f"receipt {size.value}", _kilobytes(size, fonts), "kB", most=SIZE_LIMIT / 1000)
            for size in SIZES[DocumentKind.RECEIPT]
        ),
        Figure("receipt in a print job, each", shared, "kB"),
    ]


def _kilobytes(size: PaperSize, fonts: FontChain) -> float:
    return len(draw(requests(1, size)[0], fonts).pdf) / 1000


if __name__ == "__main__":
    sys.exit(report(main()))
