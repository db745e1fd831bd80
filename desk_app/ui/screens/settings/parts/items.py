"""事项: what the site says of each item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desk_app.domain.catalogue import OfferedItem, SiteItem, Verification
from desk_app.domain.remedies import Remedy
from desk_app.ui.screens.settings.items.rows import ItemChoice, ItemRow, rows_of
from desk_app.ui.screens.settings.session import SettingsSession
from desk_app.ui.screens.settings.shown import ItemsShown, Said

LONGEST_PROMISE = 366
"""Working days; no list of the notice promises more than a year."""


class ItemsPart:
    """Every change is an act of its own and is saved at once; the list is then read anew."""

    def __init__(self, session: SettingsSession) -> None:
        self._session = session
        self._offered: dict[str, OfferedItem] = {}
        self._rows: tuple[ItemRow, ...] | None = None
        self._chosen = ""
        self._said = SiteItem("")
        self._typed: dict[str, str] = {}
        """Lines of the chosen item that were left and are not saved: not yet, or because something failed."""

    def read(self) -> None:
        """Read what the site offers."""
        self._session.read(self._session.calls.items, self._arrived, "items", "store")
        self._read_chosen()

    def _arrived(self, items: tuple[OfferedItem, ...]) -> None:
        calls = self._session.calls
        self._offered = {item.item.id: item for item in items}
        self._rows = rows_of(items, calls.site().tier, calls.initials)

    def choose(self, item_id: str) -> None:
        """The line that has the keys."""
        if item_id != self._chosen:
            self._chosen, self._said, self._typed = item_id, SiteItem(item_id), {}
            self._read_chosen()
            self._session.changed.emit()

    def _read_chosen(self) -> None:
        item_id, calls = self._chosen, self._session.calls
        if item_id:
            self._session.read(lambda: calls.override(item_id), self._said_arrived, "override", "store")

    def _said_arrived(self, said: SiteItem | None) -> None:
        self._said = said or SiteItem(self._chosen)

    def decide(self, choice: ItemChoice) -> None:
        """A tick or another mode."""
        self._change(choice.item_id, {"offered": choice.offered, "mode": choice.mode}, Said.SAVED)

    def change(self, key: str, text: str) -> None:
        """A line of the details was left."""
        if not self._chosen:
            return
        plain = self._typed[key] = text.strip()
        if key == "remedy":
            self._change(self._chosen, {key: Remedy(plain) if plain else None}, Said.SAVED)
        elif key != "promised_days":
            self._change(self._chosen, {key: plain}, Said.SAVED)
        elif _days_hold(plain):
            self._change(self._chosen, {key: int(plain) if plain else None}, Said.SAVED)
        else:
            self._session.changed.emit()

    def verify(self) -> None:
        """核定: somebody of this site compared the guide with the department's own list."""
        if self._chosen:
            name, today = self._session.calls.verified_today()
            self._change(self._chosen, {"verified": Verification(name, today)}, Said.VERIFIED)

    def _change(self, item_id: str, fields: Mapping[str, object], said: Said) -> None:
        """Laid over what the site has said by the time it is saved, not by the time it was typed."""
        calls = self._session.calls

        def save() -> None:
            so_far = calls.override(item_id) or SiteItem(item_id)
            calls.save_item(replace(so_far, **fields))  # type: ignore[arg-type]  # replace checks the names

        def saved(_nothing: None) -> None:
            for key in fields:
                self._typed.pop(key, None)
            if item_id == self._chosen:
                self._said = replace(self._said, **fields)  # type: ignore[arg-type]  # as above
            self._session.tell(said)
            self._session.site_changed.emit()
            self.read()

        self._session.when_free(lambda: self._session.begin(save, saved))

    def shown(self) -> ItemsShown:
        """The page."""
        item = self._offered.get(self._chosen)
        return ItemsShown(
            self._rows, item, self._values(), not _days_hold(self._typed.get("promised_days", ""))
        )

    def _values(self) -> dict[str, str]:
        if not self._chosen:
            return {}
        days = "" if self._said.promised_days is None else str(self._said.promised_days)
        texts = ("counter", "phone", "complaint_phone", "address", "hours", "reminder")
        remedy = self._said.remedy.value if self._said.remedy else ""
        saved = {
            "promised_days": days,
            "remedy": remedy,
            **{key: str(getattr(self._said, key)) for key in texts},
        }
        return saved | self._typed


def _days_hold(text: str) -> bool:
    return not text or (text.isascii() and text.isdigit() and int(text) <= LONGEST_PROMISE)
