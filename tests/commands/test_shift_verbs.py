"""``desk-app shift`` and ``stand-in``: a counter is opened and closed, a queue given, from a script."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any
from uuid import UUID

import pytest

from desk_app import cli
from desk_app.db.profile_file import ProfileFolder
from desk_app.db.store import Store
from desk_app.db.vault import Vault
from desk_app.domain.intake import IntakeForm
from desk_app.domain.sites import Role
from desk_app.services.accounts import NewUser, add_user, sign_in
from tests.commands.console import PASSWORD, Console
from tests.commands.test_profile_verbs import case as application
from tests.services.desk_samples import CALENDAR, NOW

Answer = dict[str, Any]


@pytest.fixture
def desk(console: Console) -> Console:
    console.make_profile("--device-number", "3")
    return console


def opener(profile: ProfileFolder) -> Callable[[bytes], Store]:
    return lambda key: Store.open(profile.path, key, calendar=CALENDAR, random=Random(4).randbytes)


def add_account(desk: Console, name: str) -> None:
    profile = ProfileFolder(desk.profile)
    vault = Vault.load(profile.vault_file, Random(3).randbytes)
    session = sign_in(vault, profile.read(), opener(profile), "管理员", PASSWORD, NOW)
    add_user(vault, session, NewUser(name, Role.CLERK), "guitai-2026", NOW)
    session.store.close()


def refused(desk: Console, verb: str, *lines: Answer) -> list[str]:
    code, answers = desk.batch(verb, *({"password-file": str(desk.password_file), **line} for line in lines))
    assert code == cli.FAILED
    assert all(answer["message"] for answer in answers)
    return [answer["error"] for answer in answers]


def test_an_original_keeps_the_counter_open_until_somebody_has_it(desk: Console) -> None:
    (taken,) = desk.signed_in("accept", given=application("1-1"))
    number = str(taken["number"])
    (opened,) = desk.signed_in("shift", "open")
    assert (opened["closed_at"], opened["left"]) == (None, [])
    desk.signed_in("handover", "take", "--case", number, "--material", "4")
    (page,) = desk.signed_in("shift", "page")
    assert [one["number"] for one in page["blocking"]] == [number]
    assert (page["shift"]["id"], page["before"], page["today"]) == (opened["id"], None, 1)
    assert [end["kind"] for end in page["ends"]] == ["original"]
    assert refused(desk, "shift", {"action": "close"}) == ["originals_held"]
    where = ("hand-on", "--case", number, "--material", "4")
    (mine,) = desk.signed_in("shift", *where, "--to", "管理员", "--reason", "自己锁柜子")
    assert mine["holder"] == "管理员"
    assert refused(desk, "shift", {"action": "close"}) == ["originals_held"]
    desk.signed_in("shift", *where, "--to", "保险柜", "--reason", "来取的人没到")
    (closed,) = desk.signed_in("shift", "close", "--note", "明早来取")
    assert (closed["note"], closed["left"][0]["note"]) == ("明早来取", "保险柜，来取的人没到")
    assert desk.signed_in("shift", "page")[0]["before"]["id"] == opened["id"]


def test_a_queue_is_given_for_some_days(desk: Console) -> None:
    add_account(desk, "孙某某")
    named = ("--absent", "管理员", "--present", "孙某某")
    (given,) = desk.signed_in("stand-in", "give", *named, "--last", "2026-11-30")
    assert (given["first"], given["last"], given["holds"]) == ("2026-11-24", "2026-11-30", True)
    assert desk.signed_in("stand-in", "list") == [given]
    (ended,) = desk.signed_in("stand-in", "end", "--stand-in", str(given["stand_in"]))
    assert (ended["holds"], ended["ended_at"]) == (False, NOW.isoformat())
    asked = {"action": "give", "absent": "管理员", "present": "管理员", "last": "2026-11-30"}
    assert refused(
        desk,
        "stand-in",
        asked,
        {**asked, "absent": "没有这个人"},
        {**asked, "last": "soon"},
        {"action": "give", "absent": "管理员", "present": "管理员"},
        {"action": "end", "stand-in": "1"},
        {"action": "end", "stand-in": "00000000-0000-0000-0000-000000000001"},
        {"action": "dance"},
    ) == [
        "stands_in_for_self",
        "unknown_user",
        "argument_not_moment",
        "argument_missing",
        "argument_not_type",
        "no_such_stand_in",
        "argument_not_type",
    ]


def test_a_form_on_hold_is_named_by_its_item(desk: Console) -> None:
    profile = ProfileFolder(desk.profile)
    vault = Vault.load(profile.vault_file, Random(3).randbytes)
    session = sign_in(vault, profile.read(), opener(profile), "管理员", PASSWORD, NOW)
    with session.store.scratch() as scratch:
        for lane, item_id in enumerate(("1-1", "9-99"), 1):
            scratch.drafts.put(lane, IntakeForm(UUID(int=lane), item_id=item_id), session.clerk.user_id, NOW)
    session.store.close()
    (page,) = desk.signed_in("shift", "page")
    assert [end["what"] for end in page["ends"]] == ["最低生活保障审核", "9-99"]
