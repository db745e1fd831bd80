"""The rules of the house as data: who imports whom, ceilings, clocks; with a reason for each exception."""

from __future__ import annotations

FILE_LINES, FUNCTION_LINES, CLASS_LINES, CLASS_METHODS = 400, 50, 200, 15

# Who may import whom inside desk_app. A layer that is not named may be imported by app and cli alone.
LAYERS: dict[str, frozenset[str]] = {
    "domain": frozenset(),
    "papers": frozenset({"domain"}),
    "exchange": frozenset({"domain"}),
    "devices": frozenset({"domain"}),
    "db": frozenset({"domain"}),
    "sync": frozenset({"domain"}),
    "server": frozenset({"domain", "db", "sync.wire"}),
    "services": frozenset({"domain", "db", "papers", "exchange", "sync.wire"}),
    "ui": frozenset({"domain"}),
}
# Modules beside the layers that put things together: they may import everything.
COMPOSERS = frozenset({"app", "cli", "__main__", "commands", "config", "driving", "shots", "tour", "wiring"})

LAYER_REASONS: dict[str, str] = {
    "domain": "rules stay pure, so that desk and server share them and tests need no fixture",
    "papers": "a paper is drawn from a domain value; nothing about storage may leak on to it",
    "exchange": "files become domain values and back; storing them is a service's act",
    "devices": "a device hands over values; what they mean is decided elsewhere",
    "db": "the store keeps what the domain decided; it decides nothing",
    "sync": "the engine is handed store operations, so that the simulation can hand it others",
    "server": "the server never loads the desk's screens or use cases",
    "services": "a use case works without a screen: the command line and the tests call it",
    "ui": "a screen gets plain callables from app.py, so that no query runs in a paint event",
}

# (module of ours, what it imports, why): the exceptions to the table above. Keep it short.
EXCEPTIONS: tuple[tuple[str, str, str], ...] = ()

# Libraries that a layer must not load. domain is stricter: see DOMAIN_LIBRARIES.
DATABASE = frozenset({"sqlalchemy", "sqlite3", "sqlcipher3", "alembic", "psycopg"})
FORBIDDEN_LIBRARIES: dict[str, frozenset[str]] = {
    "ui": DATABASE | {"reportlab", "openpyxl", "httpx"},
    "papers": DATABASE | {"PySide6", "qtawesome"},
    "exchange": (DATABASE - {"sqlite3"}) | {"PySide6"},
    "services": (DATABASE - {"sqlalchemy"}) | {"PySide6", "reportlab"},
    "db": frozenset({"PySide6", "reportlab"}),
    "sync": DATABASE | {"PySide6"},
    "server": frozenset({"PySide6"}),
    "devices": DATABASE | {"reportlab"},
}
DOMAIN_LIBRARIES: dict[str, str] = {
    "stdnum": "",  # everywhere in domain
}

# Loaded under a name of its own, though another declared package is what brings it.
BROUGHT_ALONG: dict[str, str] = {"shiboken6": "belongs to PySide6-Essentials, always of the same version"}

FORBIDDEN_NAMES = frozenset({"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc"})

CLOCKS = frozenset(
    {
        "datetime.now",
        "datetime.utcnow",
        "datetime.today",
        "date.today",
        "datetime.datetime.now",
        "datetime.datetime.utcnow",
        "datetime.date.today",
        "time.time",
        "time.time_ns",
        "time.localtime",
        "time.gmtime",
        "QDateTime.currentDateTime",
        "QDateTime.currentDateTimeUtc",
        "QDate.currentDate",
        "QTime.currentTime",
    }
)
# Where the present moment is read, and why there.
CLOCK_READERS: dict[str, str] = {
    "desk_app/app.py": "the composition root hands `now` down",
    "desk_app/cli.py": "so does the command line",
    "desk_app/crash.py": "a crash happens at no moment that anybody hands in",
    "desk_app/logs.py": "log lines carry the machine's own time",
}
