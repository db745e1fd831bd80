"""The fonts of the set-up. Without them these tests fail and say what to do; none is skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk_app.papers.fonts import FontChain, find_fonts

FONT_FOLDER = Path(__file__).parents[2] / "build" / "fonts"
NEEDED = (
    "NotoSerifSC_900Black.ttf",
    "NotoSerifSC_400Regular.ttf",
    "NotoSansSC_400Regular.ttf",
    "NotoSansSC_500Medium.ttf",
    "NotoSansSC_700Bold.ttf",
    "LXGWWenKai-Regular.ttf",
    "HanaMinA.ttf",
    "HanaMinB.ttf",
)


@pytest.fixture(scope="session")
def font_folder() -> Path:
    missing = [name for name in NEEDED if not (FONT_FOLDER / name).is_file()]
    if missing:
        pytest.fail(f"Fonts are missing: {', '.join(missing)}. Run 'make setup'.", pytrace=False)
    return FONT_FOLDER


@pytest.fixture(scope="session")
def fonts(font_folder: Path) -> FontChain:
    return find_fonts([font_folder])
