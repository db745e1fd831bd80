"""``python -m desk_app`` and the ``desk-app`` command: the window, or a verb of the command line."""

import sys


def main() -> int:
    """Open the window, or run a verb. Returns the exit code."""
    if len(sys.argv) > 1:
        from desk_app.cli import main as run_verb

        return run_verb()
    prepare_start()
    from desk_app.app import run_desk

    return run_desk(sys.argv[:1])


def prepare_start() -> None:
    """Spare the start two things that cost it a fifth of its time.

    PySide6 puts a hook round ``import`` that reads the source of every module loaded after it, to see whether
    it switches PySide6's optional spelling (``from __feature__ import snake_case``). Nothing here does.
    Garbage collection looks again and again at modules and classes that all stay; ``app.py`` lets it work
    once the first page stands.
    """
    import builtins
    import gc
    import importlib

    gc.disable()
    plain_import = builtins.__import__
    importlib.import_module("PySide6.QtCore")
    builtins.__import__ = plain_import


if __name__ == "__main__":
    sys.exit(main())
