"""Build resources/calendars/state-council.json from the chinesecalendar package.

    python installers/build_calendars.py            write the file
    python installers/build_calendars.py --check    compare only; exit code 1 when it is out of date

The package (MIT licence) carries the yearly notices of the State Council's General Office since 2004. It is
needed here and in the tests only; the desk reads the file. The same package version gives the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from importlib.metadata import version
from pathlib import Path

if __package__ in {None, ""}:  # started as a script: the checkout is not on the path yet
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from chinese_calendar import constants

from desk_app.domain.calendar import Calendar, DayMark, MarkKind
from desk_app.exchange.calendar_file import dump_calendar
from installers.resource_file import write_or_compare

TARGET = Path(__file__).resolve().parents[1] / "resources" / "calendars" / "state-council.json"

# The names the notices use; the package shortens some. A holiday that is not here stops the build.
NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
    "Anti-Fascist 70th Day": "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日",
}


def build() -> bytes:
    """The content of the resource file, from the installed package."""
    days = {day: DayMark(MarkKind.HOLIDAY, NAMES[name]) for day, name in constants.holidays.items()}
    days |= {day: DayMark(MarkKind.MAKEUP, NAMES[name]) for day, name in constants.workdays.items()}
    years = frozenset(day.year for day in constants.holidays)
    source = f"国务院办公厅关于部分节假日安排的通知, chinesecalendar {version('chinesecalendar')} (MIT)"
    return dump_calendar(Calendar(years, days), source)


def main(arguments: list[str] | None = None) -> int:
    """Write or compare the resource file; answers the exit code."""
    parser = argparse.ArgumentParser(
        description="Build the calendar resource from the chinesecalendar package."
    )
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    parser.add_argument("--out", type=Path, default=TARGET, help="file to write or compare")
    options = parser.parse_args(arguments)
    return write_or_compare(options.out, build(), check=options.check)


if __name__ == "__main__":
    raise SystemExit(main())
