"""The plug is pulled at any moment: what was said to be committed is there, once, and nothing is half done.

``DESK_APP_KILLS`` sets the number of rounds; forty run with every other test, hundreds by hand.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from desk_app.db.store import Store
from desk_app.domain.case_list import CaseQuery, CaseSort
from desk_app.domain.cases import CaseState
from desk_app.domain.journal import Stream
from tests.desks import make_store, reopen

ROUNDS = int(os.environ.get("DESK_APP_KILLS", "40"))
MOST_LINES = 9
LAST_BREATH = 0.02
"""Seconds after the last awaited line: where in the next act the child is then, chance decides."""
ROOT = Path(__file__).parent.parent.parent


@dataclass
class Said:
    """What every child said was durable before it was killed."""

    cases: list[UUID] = field(default_factory=list)
    papers: set[UUID] = field(default_factory=set)
    last_draft: UUID | None = None

    def hear(self, words: str) -> None:
        for line in words.splitlines():
            what, _, name = line.partition(" ")
            if what == "case":
                self.cases.append(UUID(name))
                self.last_draft = None
            elif what == "paper":
                self.papers.add(UUID(name))
            elif what == "draft":
                self.last_draft = UUID(name)


@pytest.mark.timeout(60 + ROUNDS * 3)
def test_kill_at_any_moment(tmp_path: Path) -> None:
    chance = Random(20261124)
    make_store(tmp_path).close()
    said = Said()
    kills = 0
    for turn in range(ROUNDS):
        said.hear(_live_and_die(tmp_path, turn, chance))
        kills += 1
        store = reopen(tmp_path)
        _check(store, said, thorough=turn % 10 == 9 or turn == ROUNDS - 1)
        store.close()
    assert kills == ROUNDS
    assert len(said.cases) > ROUNDS // 4, "the children hardly worked: the moments prove nothing"


def _live_and_die(folder: Path, seed: int, chance: Random) -> str:
    """Lives are counted in lines, not in time: on a loaded machine the children still get their work done."""
    command = [sys.executable, "-m", "tests.db.torture_child", str(folder), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as child:
        assert child.stdout is not None
        heard = [child.stdout.readline() for _ in range(chance.randint(1, MOST_LINES))]
        time.sleep(chance.random() * LAST_BREATH)
        child.kill()
        return "".join(heard) + child.stdout.read()


def _check(store: Store, said: Said, *, thorough: bool) -> None:
    with store.read() as reader:
        for case_id in said.cases if thorough else said.cases[-20:]:
            case = reader.cases.get(case_id)
            assert case.state is CaseState.ACCEPTED
            kinds = Counter(entry.envelope.kind for entry in reader.journal.of_stream(Stream.CASE, case_id))
            assert kinds["case.registered"] == kinds["case.accepted"] == 1
            for paper in case.documents:
                assert reader.documents.get(paper.sha256)
        shown = reader.cases.page(CaseQuery(sort=CaseSort.NUMBER, limit=100_000)).lines
        drafts = {draft.id: draft for draft in reader.drafts.all()}
        if thorough:
            issued = [paper.id for line in shown for paper in reader.cases.get(line.id).documents]
            assert said.papers <= set(issued)
            assert len(issued) == len(set(issued))
    ids, numbers = [line.id for line in shown], [line.number for line in shown]
    assert set(said.cases) <= set(ids)
    assert len(numbers) == len(set(numbers))
    if said.last_draft is not None and said.last_draft not in ids:
        form = drafts[said.last_draft].form
        assert form is not None
        assert form.cursor == "phone"
    if thorough:
        assert store.verify().ok
