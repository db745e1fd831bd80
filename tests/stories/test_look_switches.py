"""Alt+D and Alt+G change the look of the desk, and the page that sets it says what holds."""

from __future__ import annotations

from desk_app.ui.screens.settings.sections import Section
from desk_app.ui.screens.settings.view import SettingsView
from desk_app.ui.widgets.switch import Switch
from tests.stories.counter import Counter


def test_the_switches_of_the_page_follow_the_keys(counter: Counter) -> None:
    hands = counter.open_signed_in()
    hands.press("Ctrl+,", f"Alt+{list(Section).index(Section.DISPLAY) + 1}")
    view = counter.running.window.findChild(SettingsView)
    assert view is not None

    def editors() -> tuple[bool, str]:
        found = view.book.display.rows.editors
        large = found["large_type"]
        assert isinstance(large, Switch)
        return large.isChecked(), view.presenter.desk.shown().values.theme

    assert editors() == (False, "light")
    hands.press("Alt+D")
    assert editors() == (True, "light")
    hands.press("Alt+G")
    assert editors() == (True, "high_contrast")
    hands.press("Alt+D", "Alt+G")
    assert editors() == (False, "light")
    assert not counter.running.desk.settings.large_type
