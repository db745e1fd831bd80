"""``tour`` and ``shots``: the program shows itself, without a display if need be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desk_app.commands.verb import Answer, Arguments, Option, Run, Surroundings, Verb, text


def _tour(_surroundings: Surroundings) -> Run:
    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        from desk_app.tour import give_tour

        for step in give_tour(Path(text(arguments, "out", "build/tour")), around.now, around.random):
            yield {"step": step.name, "file": str(step.file)}

    return run


def _shots(_surroundings: Surroundings) -> Run:
    def run(arguments: Arguments, around: Surroundings) -> Iterator[Answer]:
        from desk_app.shots import MOMENT, take_shots
        from desk_app.shots.manual import manual_pictures

        take = manual_pictures if arguments.get("manual") else take_shots
        for file in take(Path(text(arguments, "out", "build/shots")), lambda: MOMENT, around.random):
            yield {"file": str(file)}

    return run


def _told(answer: Answer) -> str:
    return "  ".join(str(value) for value in answer.values())


VERBS: tuple[Verb, ...] = (
    Verb(
        "tour",
        "do the counter's main job through the real window, leaving pictures and slips",
        (Option("out", "folder (default: build/tour)"),),
        _tour,
        _told,
    ),
    Verb(
        "shots",
        "photograph every screen in every theme, and every paper",
        (
            Option("out", "folder (default: build/shots)"),
            Option("manual", "only the pictures of the clerk's manual, made small", flag=True),
        ),
        _shots,
        _told,
    ),
)
