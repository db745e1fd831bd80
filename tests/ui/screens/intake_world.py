"""Where the tests of other screens find the late jobs."""

from tests.ui.screens.late_jobs import LateJobs

__all__ = ["LateJobs"]
