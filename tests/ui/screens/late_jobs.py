"""Jobs whose answers come when the test lets them."""

from __future__ import annotations

from desk_app.ui.jobs import InlineJobs, Job


class LateJobs(InlineJobs):
    """Answers come when the test lets them."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[tuple[Job, str]] = []

    def _start(self, job: Job, lane: str) -> None:
        self.waiting.append((job, lane))

    def release(self) -> None:
        """Let everything that waits be answered."""
        waiting, self.waiting = self.waiting, []
        for job, lane in waiting:
            super()._start(job, lane)
