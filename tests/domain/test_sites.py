"""Sites and rights: who may do what."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from desk_app.domain.catalogue import Tier
from desk_app.domain.sites import RIGHTS, Clerk, Device, Right, Role, Site, short_name_of

SITE = Site(UUID(int=1), "示例镇便民服务中心", Tier.TOWN, "371073000000", "371073")
DEVICE = Device(UUID(int=2), 1, "03 号窗口")

# Written out, so that a right given by accident is seen in review.
TABLE: dict[Role, str] = {
    Role.CLERK: "accept print receive reveal",
    Role.AGENT: "print receive reveal",
    Role.MANAGER: "accept backup export_unmasked manage_catalogue manage_site manage_users print receive "
    "reveal",
    Role.AUDITOR: "backup read_audit",
}


@pytest.mark.parametrize("role", Role)
def test_the_rights_of_every_role(role: Role) -> None:
    assert " ".join(sorted(RIGHTS[role])) == TABLE[role]
    clerk = Clerk(UUID(int=3), "张某某", role, SITE, DEVICE)
    assert {right.value for right in Right if clerk.may(right)} == set(TABLE[role].split())


def test_who_audits_does_not_act_and_who_acts_does_not_audit() -> None:
    for role, rights in RIGHTS.items():
        assert (Right.READ_AUDIT in rights) is (role is Role.AUDITOR)
    assert not RIGHTS[Role.AUDITOR] & {Right.RECEIVE, Right.ACCEPT, Right.MANAGE_USERS}


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("示例镇便民服务中心", "示例镇"),
        ("柳林社区便民服务站", "柳林社区"),
        ("东村代办点", "东村"),
        ("东村便民服务代办点", "东村"),
        ("便民服务中心", "便民服务中心"),
        ("示例镇政务大厅", "示例镇政务大厅"),
    ],
)
def test_a_name_is_shortened_to_what_stands_before_a_series(name: str, short: str) -> None:
    assert short_name_of(name) == short
    assert replace(SITE, name=name).short == short


def test_a_short_name_that_was_given_wins() -> None:
    assert replace(SITE, short_name="示例").short == "示例"
