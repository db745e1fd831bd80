"""QPalette to match the style sheet, for what Qt draws itself: selections, placeholders, disabled text."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from desk_app.ui.theme.look import Look

_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "canvas"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "surfaceAlt"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.PlaceholderText, "text3"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "onPrimary"),
    (QPalette.ColorRole.Highlight, "primary"),
    (QPalette.ColorRole.HighlightedText, "onPrimary"),
    (QPalette.ColorRole.Accent, "primary"),
    (QPalette.ColorRole.Link, "link"),
    (QPalette.ColorRole.LinkVisited, "link"),
    (QPalette.ColorRole.ToolTipBase, "tooltip"),
    (QPalette.ColorRole.ToolTipText, "onTooltip"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "surfaceAlt"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "lineStrong"),
    (QPalette.ColorRole.Shadow, "lineStrong"),
)
_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def qt_palette(current: Look) -> QPalette:
    """The palette of a look. Disabled text keeps its contrast: it is said by the ground, not by fading."""
    palette = QPalette()
    for role, name in _ROLES:
        palette.setColor(role, QColor(current.colour(name)))
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(current.colour("text3")))
    return palette
