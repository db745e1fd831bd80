"""A desk that takes in one case after another, as fast as it can, until somebody pulls the plug.

After each commit it writes what is durable now: a draft, a case, a paper.
Run as ``python -m tests.db.torture_child FOLDER SEED``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from random import Random

from desk_app.db.store import Store
from desk_app.domain.cases import CaseAccepted, DocumentIssued, MaterialsReceived
from desk_app.domain.documents import DocumentKind, PaperSize
from desk_app.domain.intake import IntakeForm
from tests.desks import CLERK, LI, MATERIALS, NOW, ZHANG, registration, reopen


def main(folder: Path, seed: int) -> None:
    """Work until killed."""
    chance = Random(seed)
    store = reopen(folder)
    say("open")
    while True:
        _take_in(store, chance)


def _take_in(store: Store, chance: Random) -> None:
    party = chance.choice((LI, ZHANG))
    form = IntakeForm(store.new_id(NOW), applicant=party, cursor="phone")
    with store.scratch() as scratch:
        scratch.drafts.put(1, form, CLERK.user_id, NOW)
    say(f"draft {form.id}")
    with store.write(CLERK, NOW) as tx:
        tx.record(registration(tx, party), form.id)
        tx.record(MaterialsReceived(MATERIALS, NOW), form.id)
        tx.record(CaseAccepted(NOW), form.id)
        tx.drafts.drop(form.id)
    say(f"case {form.id}")
    with store.write(CLERK, NOW) as tx:
        number = f"示例收字〔2026〕第{tx.counters.next_document(DocumentKind.RECEIPT, 2026):03d}号"
        sha256 = tx.documents.put(chance.randbytes(chance.choice((200, 30_000))))
        paper = DocumentIssued(tx.new_id(NOW), DocumentKind.RECEIPT, PaperSize.A5, number, sha256, 1, NOW)
        tx.record(paper, form.id)
    say(f"paper {paper.document}")


def say(words: str) -> None:
    """One line, handed to the system at once: what was said before a kill was true before it."""
    os.write(sys.stdout.fileno(), f"{words}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
