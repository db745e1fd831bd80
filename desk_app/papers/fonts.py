"""Which font draws which character.

Paths are handed in: the program knows where its set-up put fonts and where the system keeps its own. A role
has an order of preference (experience.md §12, tokens.json "paper"); behind it stand the other fonts, and last
those with rare characters, opened only when such a character appears (GB 18030-2022, level 3; feature B15).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desk_app.domain.errors import PaperTrouble
from desk_app.papers.truetype import Face


class Role(StrEnum):
    """What a piece of text is on paper."""

    TITLE = "title"
    BODY = "body"
    LABEL = "label"
    STRONG = "strong"
    PLAIN = "plain"
    """Small print, and everything on a thermal roll."""
    KAI = "kai"
    """Advice to citizens."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face: a file, and its place in a collection."""

    path: Path
    index: int = 0


# Names of files, best first. Windows keeps simfang, simkai, simhei and simsun; the set-up brings the others.
CANDIDATES: Mapping[Role, tuple[str, ...]] = {
    Role.TITLE: (
        "FZXBSJW.TTF",
        "NotoSerifSC_900Black.ttf",
        "NotoSerifSC-Black.ttf",
        "simhei.ttf",
        "NotoSansSC_700Bold.ttf",
    ),
    Role.BODY: (
        "simfang.ttf",
        "NotoSerifSC_400Regular.ttf",
        "NotoSerifSC-Regular.ttf",
        "simsun.ttc",
        "uming.ttc",
    ),
    Role.LABEL: ("NotoSansSC_500Medium.ttf", "NotoSansSC-Medium.ttf", "simhei.ttf", "wqy-zenhei.ttc"),
    Role.STRONG: ("NotoSansSC_700Bold.ttf", "NotoSansSC-Bold.ttf", "simhei.ttf", "wqy-zenhei.ttc"),
    Role.PLAIN: ("NotoSansSC_400Regular.ttf", "NotoSansSC-Regular.ttf", "simhei.ttf", "wqy-zenhei.ttc"),
    Role.KAI: ("simkai.ttf", "LXGWWenKai-Regular.ttf", "ukai.ttc"),
}
TICKED = "☑"
"""Few fonts have it: it is drawn as the open box with a tick over it (sheet.py) and read back as itself."""
OPEN_BOX = "□"
RARE = ("HanaMinA.ttf", "HanaMinB.ttf", "simsunb.ttf", "SimSun-ExtB.ttf", "TW-Sung-Ext-B-98_1.ttf")


_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


class FontChain:
    """The fonts of this machine in the order in which they are asked for a character.

    Faces are opened when first needed and kept; a font that turns out to be unusable is passed over.
    """

    def __init__(self, roles: Mapping[Role, Sequence[FontFile]], rare: Sequence[FontFile] = ()) -> None:
        everything = [file for files in roles.values() for file in files]
        self._order = {role: _once([*roles.get(role, ()), *everything, *rare]) for role in Role}
        self._faces: dict[FontFile, Face | None] = {}
        self._known: dict[Role, dict[str, tuple[Face, int] | None]] = {role: {} for role in Role}
        if not everything:
            raise PaperTrouble("fonts_missing")

    def runs(self, text: str, role: Role) -> list[tuple[Face, str]]:
        """The text in pieces, each with the face that draws it. Characters that no font has are left out."""
        pieces: list[tuple[Face, str]] = []
        for char in text:
            found = self._find(char, role)
            if found is None:
                continue
            if pieces and pieces[-1][0] is found[0]:
                pieces[-1] = (found[0], pieces[-1][1] + char)
            else:
                pieces.append((found[0], char))
        return pieces

    def width(self, text: str, role: Role, size: float) -> float:
        """How wide the text is in points."""
        return sum(self.advances(text, role)) * size / 1000

    def advances(self, text: str, role: Role) -> list[int]:
        """The advance of each character in 1/1000 em; 0 for one that no font has."""
        known = self._known[role]
        found = [known[char] if char in known else self._find(char, role) for char in text]
        return [entry[1] if entry else 0 for entry in found]

    def lacks(self, char: str, role: Role = Role.BODY) -> bool:
        """Whether no font can draw the character."""
        return self._find(char, role) is None

    @property
    def plain_file(self) -> Path:
        """The file whose letters are burned into pictures: the plain one with Chinese."""
        return self.runs("仅", Role.PLAIN)[0][0].path

    def opened(self) -> tuple[str, ...]:
        """Names of the font files in use so far."""
        return tuple(file.path.name for file, face in self._faces.items() if face is not None)

    def _find(self, char: str, role: Role) -> tuple[Face, int] | None:
        known = self._known[role]
        if char not in known:
            known[char] = self._search(char, role)
        return known[char]

    def _search(self, char: str, role: Role) -> tuple[Face, int] | None:
        code = ord(OPEN_BOX if char == TICKED else char)
        for file in self._order[role]:
            face = self._face(file)
            glyph = face.glyph(code) if face else 0
            if face and glyph:
                return face, face.advance(glyph)
        return None

    def _face(self, file: FontFile) -> Face | None:
        if file not in self._faces:
            try:
                self._faces[file] = Face(file.path, file.index)
            except PaperTrouble:
                self._faces[file] = None
        return self._faces[file]


def find_fonts(directories: Iterable[Path]) -> FontChain:
    """The chain that these folders allow; earlier folders win.

    Raises:
        PaperTrouble: ``fonts_missing``, when none of the candidates is there.
    """
    present: dict[str, Path] = {}
    for directory in directories:
        for path in sorted(directory.iterdir()) if directory.is_dir() else ():
            present.setdefault(path.name.lower(), path)
    roles = {role: _present(names, present) for role, names in CANDIDATES.items()}
    return FontChain(roles, _present(RARE, present))


def missing_characters(text: str, fonts: FontChain) -> tuple[str, ...]:
    """The characters of a text that would not come out on paper, once each, in their order."""
    return tuple(dict.fromkeys(char for char in printable(text).replace("\n", "") if fonts.lacks(char)))


def printable(text: str) -> str:
    """The text as it can stand on paper: composed, without control, direction and variation characters.

    Line breaks stay. Tabs become spaces. Composition (NFC) keeps full-width forms.
    """
    plain = text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    if plain.replace("\u3000", "").isprintable():
        return _SELECTORS.sub("", plain)
    lines = plain.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _SELECTORS.sub("", "".join(char for char in lines if char == "\n" or _visible(char)))


def _visible(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")


def _present(names: Iterable[str], present: Mapping[str, Path]) -> tuple[FontFile, ...]:
    return tuple(FontFile(present[name.lower()]) for name in names if name.lower() in present)


def _once(files: Iterable[FontFile]) -> tuple[FontFile, ...]:
    return tuple(dict.fromkeys(files))
