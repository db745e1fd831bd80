"""Every key binding, once. Actions, the hint bar, the overlay of keys and the tests read this table.

The words for a key stand in ``shell/view.py`` (they are for people); here stand ids, keys and where they
work.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Context(StrEnum):
    """Where a key works. Within one context together with the global one, no key stands twice."""

    GLOBAL = "global"
    LOOKUP = "lookup"
    INTAKE = "intake"
    MATERIALS = "materials"
    """The paper list inside the intake: the only place with single letters."""
    CASES = "cases"
    HANDOVER = "handover"
    PICTURES = "pictures"
    """The pictures of one case: single letters work in its list, as in the paper list."""
    QUICK = "quick"
    """Entering many, or later."""
    UNLOCK = "unlock"
    SETUP = "setup"
    """The pages of the first run."""
    SHIFT = "shift"
    SETTINGS = "settings"
    REGISTERS = "registers"
    DIALOG = "dialog"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One binding.

    ``by_view``: the widget in focus handles it (single letters, arrows, Enter, Esc, a held key), so no
    action is made; it stands here for the overlay and the hints.
    """

    id: str
    keys: tuple[str, ...]
    context: Context
    by_view: bool = False
    caps: tuple[str, ...] = ()
    """What the key caps show where it differs from ``keys[0]``."""

    @property
    def cap_texts(self) -> tuple[str, ...]:
        """The caps of one chord, such as ("Ctrl", "Enter")."""
        return self.caps or tuple(_CAPS.get(part, part) for part in _parts(self.keys[0]))

    @property
    def key_text(self) -> str:
        """The chord in one word, such as Ctrl+Enter."""
        return "+".join(self.cap_texts)


_CAPS = {"Return": "Enter", "Escape": "Esc", "Space": "空格", "Comma": ","}
_DIGITS = tuple("123456789")
_PICK = tuple(f"Alt+{digit}" for digit in _DIGITS)
_QUEUE = tuple(f"Ctrl+Shift+{digit}" for digit in _DIGITS)
_ONE_TO_NINE = "1⋯9"
_LEAPS = ("Shift+Up", "Shift+Down", "Shift+Left", "Shift+Right")
_ARROWS = ("Up", "Down")


def _parts(key: str) -> list[str]:
    return ["Ctrl", "+"] if key == "Ctrl++" else key.split("+")


def _global() -> tuple[Shortcut, ...]:
    place = Context.GLOBAL
    return (
        Shortcut("command", ("Ctrl+K",), place),
        Shortcut("go.lookup", ("Ctrl+1",), place),
        Shortcut("go.intake", ("Ctrl+2",), place),
        Shortcut("go.cases", ("Ctrl+3",), place),
        Shortcut("go.handover", ("Ctrl+5",), place),
        Shortcut("go.registers", ("Ctrl+8",), place),
        Shortcut("go.settings", ("Ctrl+,",), place),
        Shortcut("go.queue", _QUEUE, place, caps=("Ctrl", "Shift", _ONE_TO_NINE)),
        Shortcut("shift.open", ("Ctrl+Shift+O",), place),
        Shortcut("go.shift", ("Ctrl+Shift+W",), place),
        Shortcut("primary", ("Ctrl+Return", "Ctrl+Enter"), place),
        Shortcut("lane.new", ("Ctrl+T",), place),
        Shortcut("lane.hold", ("Ctrl+H",), place),
        Shortcut("lane.next", ("Ctrl+Tab",), place),
        Shortcut("lane.previous", ("Ctrl+Shift+Tab", "Ctrl+Shift+Backtab"), place),
        Shortcut("lane.same_item", ("Ctrl+R",), place),
        Shortcut("quick.run", ("Ctrl+Shift+R",), place),
        Shortcut("withdraw", ("Ctrl+Z",), place),
        Shortcut("guide", ("F1",), place),
        Shortcut("keys", ("Ctrl+/",), place),
        Shortcut("refresh", ("F5",), place),
        Shortcut("full_screen", ("F11",), place),
        Shortcut("large_type", ("Alt+D",), place),
        Shortcut("contrast", ("Alt+G",), place),
        Shortcut("lock", ("Ctrl+L",), place),
        Shortcut("reader.read", ("Ctrl+Shift+D",), place),
        Shortcut("customer.show", ("F8",), place),
        Shortcut("customer.sign", ("Shift+F8",), place),
        Shortcut("customer.window", ("Ctrl+Shift+K",), place),
        Shortcut("tab", ("Tab",), place, by_view=True),
        Shortcut("back", ("Escape",), place, by_view=True),
    )


def _lookup() -> tuple[Shortcut, ...]:
    place = Context.LOOKUP
    return (
        Shortcut("lookup.move", _ARROWS, place, by_view=True, caps=("↑↓",)),
        Shortcut("lookup.pick", _PICK, place, caps=("Alt", _ONE_TO_NINE)),
        Shortcut("lookup.take", ("Return", "Enter"), place, by_view=True),
        Shortcut("lookup.start", ("F2",), place),
        Shortcut("lookup.checklist", ("F6",), place),
        Shortcut("lookup.referral", ("F7",), place),
        Shortcut("lookup.note", ("Ctrl+N",), place),
        Shortcut("lookup.pictures", ("Ctrl+U",), place),
        Shortcut("lookup.tick", ("Space",), place, by_view=True),
    )


def _intake() -> tuple[Shortcut, ...]:
    place = Context.INTAKE
    return (
        Shortcut("intake.next_field", ("Return", "Enter"), place, by_view=True),
        Shortcut("intake.change_item", ("F3",), place),
        Shortcut("intake.take_all", ("F4",), place),
        Shortcut("intake.more", ("F10",), place),
        Shortcut("intake.pictures", ("Ctrl+U",), place),
        Shortcut("intake.id_number", ("Alt+I",), place),
        Shortcut("intake.who", ("Alt+W",), place),
        Shortcut("intake.materials", ("Alt+M",), place),
        Shortcut("intake.remark", ("Alt+B",), place),
        Shortcut("intake.pick", _PICK, place, caps=("Alt", _ONE_TO_NINE)),
        Shortcut("intake.reveal", ("Alt+S",), place, by_view=True),
    )


def _materials() -> tuple[Shortcut, ...]:
    place = Context.MATERIALS
    return (
        Shortcut("materials.row", _DIGITS, place, by_view=True, caps=(_ONE_TO_NINE,)),
        Shortcut("materials.original", ("Y",), place, by_view=True),
        Shortcut("materials.copy", ("F",), place, by_view=True),
        Shortcut("materials.e_licence", ("D",), place, by_view=True),
        Shortcut("materials.deferred", ("R",), place, by_view=True),
        Shortcut("materials.missing", ("Q",), place, by_view=True),
    )


def _handover() -> tuple[Shortcut, ...]:
    place = Context.HANDOVER
    return (
        Shortcut("handover.take", ("Return", "Enter"), place, by_view=True),
        Shortcut("handover.new", ("Ctrl+N",), place),
        Shortcut("handover.by_hand", ("Ctrl+J",), place),
        Shortcut("handover.remove", ("Delete",), place, by_view=True, caps=("Del",)),
        Shortcut("handover.move", _ARROWS, place, by_view=True, caps=("↑↓",)),
        Shortcut("handover.differ", ("Alt+B",), place),
        Shortcut("handover.step", ("Alt+Down",), place, caps=("Alt", "↓")),
        Shortcut("handover.step_back", ("Alt+Up",), place, caps=("Alt", "↑")),
        Shortcut("handover.reprint", ("Ctrl+P",), place),
        Shortcut("handover.more", ("F10",), place),
        Shortcut("handover.pick", _PICK, place, caps=("Alt", _ONE_TO_NINE)),
    )


def _pictures() -> tuple[Shortcut, ...]:
    place = Context.PICTURES
    return (
        Shortcut("pictures.move", _ARROWS, place, by_view=True, caps=("↑↓",)),
        Shortcut("pictures.take", ("Return", "Enter"), place, by_view=True),
        Shortcut("pictures.add", ("Ctrl+U",), place),
        Shortcut("pictures.paste", ("Ctrl+V",), place),
        Shortcut("pictures.camera", ("Ctrl+Shift+U",), place),
        Shortcut("pictures.turn", ("R",), place, by_view=True),
        Shortcut("pictures.cut", ("C",), place, by_view=True),
        Shortcut("pictures.straighten", ("S",), place, by_view=True),
        Shortcut(
            "pictures.grade",
            ("Shift+A", "Shift+B", "Shift+C", "Shift+D"),
            place,
            by_view=True,
            caps=("Shift", "A⋯D"),
        ),
        Shortcut("pictures.remove", ("Delete",), place, by_view=True, caps=("Del",)),
        Shortcut("pictures.zoom", ("+", "-", "0"), place, by_view=True, caps=("+ − 0",)),
        Shortcut(
            "pictures.pan",
            ("Shift+Up", "Shift+Down", "Shift+Left", "Shift+Right"),
            place,
            by_view=True,
            caps=("Shift", "↑↓"),
        ),
        Shortcut("pictures.page", ("PgUp", "PgDown"), place, by_view=True, caps=("PgUp PgDn",)),
        Shortcut("pictures.pick", _PICK, place, caps=("Alt", _ONE_TO_NINE)),
    )


def _quick() -> tuple[Shortcut, ...]:
    place = Context.QUICK
    return (
        Shortcut("quick.next", ("Return", "Enter"), place, by_view=True),
        Shortcut("quick.slips", ("Alt+P",), place),
        Shortcut("quick.print", ("Ctrl+P",), place),
        Shortcut("quick.list", ("Alt+M",), place),
        Shortcut("quick.forms", ("Alt+W",), place),
        Shortcut("quick.new_forms", ("Ctrl+N",), place),
        Shortcut("quick.void", ("Delete",), place, by_view=True, caps=("Del",)),
        Shortcut("quick.void_all", ("Ctrl+Delete",), place, caps=("Ctrl", "Del")),
    )


def _registers() -> tuple[Shortcut, ...]:
    place = Context.REGISTERS
    return (
        Shortcut("registers.period", _PICK, place, caps=("Alt", _ONE_TO_NINE)),
        Shortcut("registers.next", ("Alt+Down",), place, caps=("Alt", "↓")),
        Shortcut("registers.previous", ("Alt+Up",), place, caps=("Alt", "↑")),
        Shortcut("registers.filter", ("Ctrl+F",), place),
        Shortcut("registers.export", ("Ctrl+E",), place),
        Shortcut("registers.print", ("Ctrl+P",), place),
        Shortcut("registers.new", ("Ctrl+N",), place),
        Shortcut("registers.undo", ("Delete",), place, caps=("Del",)),
    )


def _elsewhere() -> tuple[Shortcut, ...]:
    return (
        Shortcut("cases.move", _ARROWS, Context.CASES, by_view=True, caps=("↑↓",)),
        Shortcut("cases.open", ("Return", "Enter"), Context.CASES, by_view=True),
        Shortcut("cases.filter", ("Ctrl+F",), Context.CASES),
        Shortcut("cases.reprint", ("Ctrl+P",), Context.CASES),
        Shortcut("cases.reveal", ("Alt+S",), Context.CASES, by_view=True),
        Shortcut("cases.more", ("F10",), Context.CASES),
        Shortcut("cases.pick", _PICK, Context.CASES, caps=("Alt", _ONE_TO_NINE)),
        Shortcut("cases.note", ("Alt+B",), Context.CASES),
        Shortcut("cases.original_take", ("Alt+Y",), Context.CASES),
        Shortcut("cases.original_back", ("Alt+R",), Context.CASES),
        Shortcut("cases.original_keep", ("Alt+K",), Context.CASES),
        Shortcut("cases.save_queue", ("Ctrl+S",), Context.CASES),
        Shortcut("cases.drop_queue", ("Ctrl+Shift+S",), Context.CASES),
        Shortcut("cases.columns", ("Ctrl+Shift+L",), Context.CASES),
        Shortcut("cases.copy_line", ("Ctrl+Shift+C",), Context.CASES),
        Shortcut("cases.pictures", ("Ctrl+U",), Context.CASES),
        *_registers(),
        Shortcut("unlock.recovery", ("Alt+R",), Context.UNLOCK),
        Shortcut("unlock.lookup", ("Alt+K",), Context.UNLOCK),
        Shortcut("unlock.enter", ("Return", "Enter"), Context.UNLOCK, by_view=True),
        Shortcut("unlock.move", ("Left", "Right"), Context.UNLOCK, by_view=True, caps=("←→",)),
        Shortcut("setup.next_field", ("Return", "Enter"), Context.SETUP, by_view=True),
        Shortcut("setup.back", ("Alt+Left",), Context.SETUP),
        Shortcut("setup.demo", ("Alt+Y",), Context.SETUP),
        Shortcut("setup.move", _ARROWS, Context.SETUP, by_view=True, caps=("↑↓",)),
        Shortcut("setup.mode", ("Left", "Right"), Context.SETUP, by_view=True, caps=("←→",)),
        Shortcut("setup.tick", ("Space",), Context.SETUP, by_view=True),
        Shortcut("shift.move", _ARROWS, Context.SHIFT, by_view=True, caps=("↑↓",)),
        Shortcut("shift.case", ("Return", "Enter"), Context.SHIFT, by_view=True),
        Shortcut("shift.give_back", ("Alt+R",), Context.SHIFT),
        Shortcut("shift.hand_on", ("Alt+K",), Context.SHIFT),
        Shortcut("shift.note", ("Alt+B",), Context.SHIFT),
        Shortcut("shift.print", ("Ctrl+P",), Context.SHIFT),
        Shortcut("settings.section", _PICK, Context.SETTINGS, caps=("Alt", _ONE_TO_NINE)),
        Shortcut("settings.move", _ARROWS, Context.SETTINGS, by_view=True, caps=("↑↓",)),
        Shortcut("settings.open", ("Return", "Enter"), Context.SETTINGS, by_view=True),
        Shortcut("settings.filter", ("Ctrl+F",), Context.SETTINGS),
        Shortcut("settings.leap", _LEAPS, Context.SETTINGS, by_view=True, caps=("Shift", "↑↓")),
        Shortcut("settings.spot", ("PgUp", "PgDown"), Context.SETTINGS, by_view=True, caps=("PgUp PgDn",)),
        Shortcut("settings.remove", ("Delete",), Context.SETTINGS, by_view=True, caps=("Del",)),
        Shortcut("settings.new", ("Ctrl+N",), Context.SETTINGS),
        Shortcut("dialog.confirm", ("Return", "Enter"), Context.DIALOG, by_view=True),
        Shortcut("dialog.choose", _PICK, Context.DIALOG, caps=("Alt", _ONE_TO_NINE)),
        Shortcut("dialog.close", ("Escape",), Context.DIALOG, by_view=True),
    )


SHORTCUTS: tuple[Shortcut, ...] = (
    *_global(),
    *_lookup(),
    *_intake(),
    *_materials(),
    *_handover(),
    *_pictures(),
    *_quick(),
    *_elsewhere(),
)
_BY_ID = {shortcut.id: shortcut for shortcut in SHORTCUTS}


def shortcut(name: str) -> Shortcut:
    """The binding with this id."""
    return _BY_ID[name]


def in_context(context: Context) -> tuple[Shortcut, ...]:
    """All bindings of one context, in the order in which the overlay lists them."""
    return tuple(each for each in SHORTCUTS if each.context is context)


def bind(owner: QWidget, handlers: Mapping[str, Callable[[], None]]) -> dict[str, QAction]:
    """Make actions from the table: they work in the owner's window while the owner is shown and enabled.

    A screen binds its own keys to itself, the window binds the global ones; a hidden page's keys are silent.
    """
    actions = {}
    for name, handler in handlers.items():
        action = _action(owner, name, [QKeySequence(key) for key in shortcut(name).keys])
        action.triggered.connect(_plain(handler))
        actions[name] = action
    return actions


def bind_numbered(owner: QWidget, name: str, handler: Callable[[int], None]) -> None:
    """Bind a binding such as Alt+1…9: the handler gets the number, from 1."""
    for number, key in enumerate(shortcut(name).keys, 1):
        action = _action(owner, name, [QKeySequence(key)])
        action.triggered.connect(_numbered(handler, number))


def _action(owner: QWidget, name: str, keys: list[QKeySequence]) -> QAction:
    action = QAction(owner)
    action.setObjectName(name)
    action.setShortcuts(keys)
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setAutoRepeat(False)
    owner.addAction(action)
    return action


def _plain(handler: Callable[[], None]) -> Callable[[], None]:
    def called() -> None:
        handler()

    return called


def _numbered(handler: Callable[[int], None], number: int) -> Callable[[], None]:
    def called() -> None:
        handler(number)

    return called
