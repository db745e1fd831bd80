"""The words of a site's papers: judged, then kept as events. What is printed already keeps its snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from desk_app.domain.errors import InputError, NotAllowed
from desk_app.domain.sites import Clerk, Right
from desk_app.domain.wording import WordingChanged, WordingVersion, versions_of, wording_stream
from desk_app.papers.wording_lint import faults_of

if TYPE_CHECKING:
    from desk_app.db.store import Store


def change_wording(store: Store, clerk: Clerk, key: str, text: str, now: datetime) -> None:
    """Say one sentence otherwise from now on; an empty text puts the draft back.

    Raises NotAllowed; InputError ``wording_flawed`` for a sentence that must not be printed.
    """
    if not clerk.may(Right.MANAGE_SITE):
        raise NotAllowed("right_missing", right=Right.MANAGE_SITE.value)
    plain = " ".join(text.split())
    if plain and faults_of(key, plain):
        raise InputError("wording_flawed", key=key)
    with store.write(clerk, now) as tx:
        tx.record(WordingChanged(key, plain, clerk.name, now), wording_stream(clerk.site.id))


def wording_versions(store: Store, clerk: Clerk) -> Mapping[str, tuple[WordingVersion, ...]]:
    """Every version of every sentence this site has changed."""
    with store.read() as reader:
        return versions_of(reader.wordings.of_site(clerk.site.id))
