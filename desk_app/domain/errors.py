"""The exception tree.

::

    DeskError                      a person can do something about it; its sentence stands in ui/messages.py
    ├── InputError                 what was typed or handed in is not usable
    │   ├── InvalidIdentity        an id, code, name or telephone number does not hold
    │   └── BadFile                a file given to the program is broken, hostile or of another kind
    ├── IllegalMove                the law or the site's mode does not allow this act now
    ├── NotAllowed                 this user may not do this
    │   └── SignInFailed           wrong password, locked or unknown user
    ├── NotFound                   no such item, case, person or paper
    ├── StoreTrouble               the environment failed; nothing that was committed is lost
    │   ├── StoreLocked            another program holds the store
    │   ├── StoreDamaged           the file is not readable as our store
    │   ├── StoreTooNew            written by a newer version of the program
    │   ├── DiskFull               no room left
    │   └── StoreMissing           there is no profile at that place
    ├── DeviceTrouble              a reader or scanner does not answer; everything can be typed instead
    └── PaperTrouble               a paper could not be drawn or printed; the case is safe
        ├── GlyphMissing           no font has this character
        └── PrinterTrouble         the printer or the folder refused

Everything else that is raised is a bug and goes to the crash handler.
"""

from __future__ import annotations

from typing import ClassVar


class DeskError(Exception):
    """Something a person can act on.

    ``code`` names the sentence to show; ``params`` fill its blanks. Neither may hold personal data:
    both are written to the log.
    """

    default_code: ClassVar[str] = "desk_error"

    def __init__(self, code: str | None = None, /, **params: str | int) -> None:
        self.code = code or self.default_code
        self.params = params
        super().__init__(self.code, params)

    def __str__(self) -> str:
        if not self.params:
            return self.code
        blanks = ", ".join(f"{name}={value}" for name, value in sorted(self.params.items()))
        return f"{self.code} ({blanks})"


class InputError(DeskError):
    """What was typed or handed in is not usable; it is kept where it was typed."""

    default_code = "input_error"


class InvalidIdentity(InputError):
    """An id number, credit code, name or telephone number does not hold."""

    default_code = "invalid_identity"


class BadFile(InputError):
    """A file given to the program is broken, hostile or of another kind; nothing was changed."""

    default_code = "bad_file"


class IllegalMove(DeskError):
    """The rules (domain.md, appendix B) do not allow this act on the case as it stands."""

    default_code = "illegal_move"


class NotAllowed(DeskError):
    """This user may not do this here."""

    default_code = "not_allowed"


class SignInFailed(NotAllowed):
    """Wrong password, unknown user, or locked after too many failures."""

    default_code = "sign_in_failed"


class NotFound(DeskError):
    """There is no such item, case, person or paper."""

    default_code = "not_found"


class StoreTrouble(DeskError):
    """The environment failed. What was committed is safe."""

    default_code = "store_trouble"


class StoreLocked(StoreTrouble):
    """Another program, or a second window of this one, holds the store."""

    default_code = "store_locked"


class StoreDamaged(StoreTrouble):
    """The file cannot be read as a store of this program."""

    default_code = "store_damaged"


class StoreTooNew(StoreTrouble):
    """The store was written by a newer version of the program and is left untouched."""

    default_code = "store_too_new"


class DiskFull(StoreTrouble):
    """No room is left on the disk; the act was not committed and can be repeated."""

    default_code = "disk_full"


class StoreMissing(StoreTrouble):
    """There is no profile at that place."""

    default_code = "store_missing"


class DeviceTrouble(DeskError):
    """A device at the counter does not answer, or answers nonsense. Everything can be typed instead."""

    default_code = "device_trouble"


class PaperTrouble(DeskError):
    """A paper could not be drawn or printed. The case is committed and safe."""

    default_code = "paper_trouble"


class GlyphMissing(PaperTrouble):
    """No available font can draw a character that must stand on the paper."""

    default_code = "glyph_missing"


class PrinterTrouble(PaperTrouble):
    """The printer, or the folder that stands in for it, refused the page."""

    default_code = "printer_trouble"
