"""The plain part of a profile: which site and device this is. No personal data, readable before log-in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from desk_app.db.durable import write_durably
from desk_app.domain.bodies import from_plain, to_plain
from desk_app.domain.errors import IllegalMove, StoreDamaged, StoreMissing
from desk_app.domain.sites import Device, Site

FORMAT = 1


@dataclass(frozen=True, slots=True)
class ProfileInfo:
    """What can be known of a profile without a password."""

    site: Site
    device: Device
    demo: bool = False
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class ProfileFolder:
    """The files of one profile."""

    path: Path

    @property
    def info_file(self) -> Path:
        """Site and device, in plain."""
        return self.path / "profile.json"

    @property
    def vault_file(self) -> Path:
        """Key slots."""
        return self.path / "vault.json"

    @property
    def catalogue_file(self) -> Path:
        """Releases of the catalogue; public."""
        return self.path / "catalogue.db"

    @property
    def overrides_file(self) -> Path:
        """The site's own changes of items, cached for the time before log-in; no personal data."""
        return self.path / "site_items.json"

    @property
    def printed_folder(self) -> Path:
        """Where papers go when there is no printer."""
        return self.path / "printed"

    def exists(self) -> bool:
        """Whether a profile was made here."""
        return self.info_file.exists()

    def require_absent(self) -> None:
        """Raise when a profile is here already: it is never overwritten."""
        if self.exists():
            raise IllegalMove("profile_exists")

    def read(self) -> ProfileInfo:
        """The plain facts. Raises StoreMissing or StoreDamaged."""
        try:
            return from_plain(ProfileInfo, json.loads(self.info_file.read_text("utf-8")))
        except FileNotFoundError as fault:
            raise StoreMissing from fault
        except (OSError, ValueError) as fault:
            raise StoreDamaged("profile_damaged") from fault

    def write(self, info: ProfileInfo) -> None:
        """Replace the plain facts."""
        self.path.mkdir(parents=True, exist_ok=True)
        write_durably(self.info_file, json.dumps(to_plain(info), ensure_ascii=False, indent=1).encode())
