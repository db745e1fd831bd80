"""The calendar that ships with the program says what the notices say, day by day."""

from __future__ import annotations

import importlib.util
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType

import chinese_calendar
import pytest

from desk_app.domain.calendar import MarkKind
from desk_app.exchange.calendar_file import read_calendar

ROOT = Path(__file__).parents[1]
RESOURCE = ROOT / "resources" / "calendars" / "state-council.json"


@pytest.fixture(scope="module")
def converter() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "build_calendars", ROOT / "installers" / "build_calendars.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_resource_is_what_the_converter_builds(converter: ModuleType) -> None:
    assert RESOURCE.read_bytes() == converter.build(), "run installers/build_calendars.py"
    assert converter.main(["--check"]) == 0


def test_the_converter_writes_and_notices_a_file_out_of_date(converter: ModuleType, tmp_path: Path) -> None:
    out = tmp_path / "calendars" / "state-council.json"
    assert converter.main(["--check", "--out", str(out)]) == 1
    assert converter.main(["--out", str(out)]) == 0
    assert out.read_bytes() == RESOURCE.read_bytes()
    out.write_bytes(b"{}")
    assert converter.main(["--check", "--out", str(out)]) == 1


def test_every_day_of_2004_to_2026_agrees_with_the_package() -> None:
    calendar = read_calendar(RESOURCE)
    assert calendar.years == set(range(2004, 2027))
    first, last = date(2004, 1, 1), date(2026, 12, 31)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    wrong = [day for day in days if calendar.is_working(day) != chinese_calendar.is_workday(day)]
    assert wrong == []


def test_2026_as_the_domain_dossier_lists_it() -> None:
    days = read_calendar(RESOURCE).days
    makeup = [day for day, mark in days.items() if day.year == 2026 and mark.kind is MarkKind.MAKEUP]
    assert [f"{day:%m-%d}" for day in sorted(makeup)] == [
        "01-04",
        "02-14",
        "02-28",
        "05-09",
        "09-20",
        "10-10",
    ]
    spans: dict[str, list[str]] = {}
    for day, mark in sorted(days.items()):
        if day.year == 2026 and mark.kind is MarkKind.HOLIDAY:
            spans.setdefault(mark.name, []).append(f"{day:%m-%d}")
    assert {name: (span[0], span[-1], len(span)) for name, span in spans.items()} == {
        "元旦": ("01-01", "01-03", 3),
        "春节": ("02-15", "02-23", 9),
        "清明节": ("04-04", "04-06", 3),
        "劳动节": ("05-01", "05-05", 5),
        "端午节": ("06-19", "06-21", 3),
        "中秋节": ("09-25", "09-27", 3),
        "国庆节": ("10-01", "10-07", 7),
    }


def test_2025_weekends_worked_as_the_domain_dossier_lists_them() -> None:
    days = read_calendar(RESOURCE).days
    makeup = [day for day, mark in days.items() if day.year == 2025 and mark.kind is MarkKind.MAKEUP]
    assert [f"{day:%m-%d}" for day in sorted(makeup)] == ["01-26", "02-08", "04-27", "09-28", "10-11"]
