"""The command line, called in this process with its surroundings in hand."""

from __future__ import annotations

import io
import json
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest

from desk_app import cli
from desk_app.commands.verb import Surroundings
from desk_app.db.vault import Kdf
from tests.services.desk_samples import NOW

PASSWORD = "kaichuang-2026"


@dataclass
class Console:
    """A terminal of one test."""

    folder: Path
    patch: pytest.MonkeyPatch

    def __post_init__(self) -> None:
        self.password_file = self.folder / "password"
        self.password_file.write_text(PASSWORD + "\n", encoding="utf-8")
        self.profile = self.folder / "profile"
        self._random = Random(5)

    def run(self, *arguments: str, given: str = "") -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        out, err = io.StringIO(), io.StringIO()

        def around(profile: str | None, closing: ExitStack) -> Surroundings:
            return Surroundings(
                stdin=io.StringIO(given),
                stdout=out,
                stderr=err,
                now=lambda: NOW,
                profile=Path(profile) if profile else self.profile,
                ask_password=lambda: PASSWORD,
                random=self._random.randbytes,
                closing=closing,
                kdf=Kdf(memory_kib=64, passes=1),
            )

        self.patch.setattr(cli, "surroundings", around)
        code = cli.main(list(arguments))
        return code, out.getvalue(), err.getvalue()

    def answers(self, *arguments: str, given: str = "") -> list[dict[str, Any]]:
        """What a verb answers in JSON; the call must succeed."""
        code, out, err = self.run(*arguments, "--json", given=given)
        assert code == cli.OK, err
        return [json.loads(line) for line in out.splitlines()]

    def batch(self, verb: str, *lines: object) -> tuple[int, list[dict[str, Any]]]:
        """A batch over standard input."""
        given = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
        code, out, _ = self.run(verb, "--batch", "-", given=given)
        return code, [json.loads(line) for line in out.splitlines()]

    def make_profile(self, *more: str) -> dict[str, Any]:
        """A town centre."""
        return self.answers(
            *("init", "--site-name", "示例镇便民服务中心", "--site-tier", "town", "--admin", "管理员"),
            *("--password-file", str(self.password_file), *more),
        )[0]

    def signed_in(self, verb: str, *arguments: str, given: str = "") -> list[dict[str, Any]]:
        """A verb on the profile."""
        return self.answers(verb, *arguments, "--password-file", str(self.password_file), given=given)
