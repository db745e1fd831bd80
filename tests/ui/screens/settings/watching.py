"""A presenter of the settings that is watched."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QObject

from desk_app.ui.jobs import InlineJobs, Jobs
from desk_app.ui.screens.settings.presenter import SettingsPresenter
from desk_app.ui.screens.settings.sections import Section
from desk_app.ui.screens.settings.shown import PersonTask, Said, Shown
from tests.ui.screens.settings.office import Office

GOOD = "geheim-2026"


@dataclass
class Watched:
    """A presenter and what it said."""

    presenter: SettingsPresenter
    shown: list[Shown] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.presenter.pictured.connect(self.shown.append)
        self.presenter.session.site_changed.connect(lambda: self.said.append("site"))
        self.presenter.session.copy_wanted.connect(self.said.append)

    @property
    def now(self) -> Shown:
        return self.shown[-1]

    def asks(self, task: PersonTask) -> bool:
        return self.now.people.task is task

    def did(self, said: Said) -> bool:
        return self.now.said is said

    def busy(self) -> bool:
        return self.now.busy


def opened(office: Office, section: Section, owner: QObject, jobs: Jobs | None = None) -> Watched:
    watched = Watched(SettingsPresenter(office.calls, jobs or InlineJobs(owner), owner))
    watched.presenter.open(section)
    return watched
