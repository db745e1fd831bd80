"""The sentence matches state and date, for every state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk_app.domain.case_life import DeliveryWay
from desk_app.domain.cases import Case, CaseState, apply
from desk_app.domain.catalogue import TimeLimit
from desk_app.domain.phone_lines import Line, PhoneLine, phone_line
from tests.domain import lives as of

TODAY = date(2026, 11, 5)
DUE = date(2026, 11, 9)
HERE = "示例镇便民服务中心"
OWING = of.after(of.OWING_RECEIVED, of.OWING_ACCEPTED)

STATES: dict[CaseState, PhoneLine] = {
    CaseState.NOTICED: PhoneLine(Line.BRING, {"count": 1, "papers": "材料2"}),
    CaseState.RECEIVED: PhoneLine(Line.ANSWER_BY, {"day": DUE}),
    CaseState.FORWARDED: PhoneLine(Line.FORWARDED, {"day": DUE, "to": HERE, "on": date(2026, 11, 3)}),
    CaseState.SUPPLEMENTING: PhoneLine(Line.SUPPLEMENT_BY, {"day": DUE, "count": 1, "papers": "材料2"}),
    CaseState.ACCEPTED: PhoneLine(Line.DECIDED_BY, {"day": DUE}),
    CaseState.HANDLING: PhoneLine(Line.DECIDED_BY, {"day": DUE}),
    CaseState.SUSPENDED: PhoneLine(
        Line.SUSPENDED,
        {
            "special": "appraisal",
            "on": date(2026, 11, 4),
            "until": date(2026, 12, 1),
            "day": date(2026, 12, 7),
        },
    ),
    CaseState.AMENDING: PhoneLine(Line.AMEND_BY, {"day": DUE, "count": 1, "papers": "材料2"}),
    CaseState.REPORTED: PhoneLine(Line.REPORTED, {"to": "区民政部门", "day": DUE}),
    CaseState.READY: PhoneLine(Line.FETCH, {"on": date(2026, 11, 6)}),
    CaseState.DELIVERED: PhoneLine(Line.DELIVERED, {"on": date(2026, 11, 8), "way": "counter"}),
    CaseState.FINISHED: PhoneLine(Line.FINISHED, {"on": date(2026, 11, 2)}),
    CaseState.ASSISTED: PhoneLine(Line.ASSISTED, {"on": date(2026, 11, 2)}),
    CaseState.REFUSED: PhoneLine(
        Line.REFUSED, {"on": date(2026, 11, 3), "refusal": "not_competent", "instead": "区民政部门"}
    ),
    CaseState.RETURNED: PhoneLine(Line.RETURNED, {"on": date(2026, 11, 10)}),
    CaseState.WITHDRAWN: PhoneLine(Line.WITHDRAWN, {"on": date(2026, 11, 3)}),
    CaseState.VOIDED: PhoneLine(Line.VOIDED, {"on": date(2026, 11, 3)}),
    CaseState.TERMINATED: PhoneLine(Line.TERMINATED, {"on": date(2026, 11, 3)}),
}
STATES[CaseState.ARCHIVED] = STATES[CaseState.REFUSED]


@pytest.mark.parametrize("state", CaseState)
def test_each_state_has_its_sentence(state: CaseState) -> None:
    assert phone_line(of.life(state), TODAY, of.CALENDAR) == STATES[state]


UNKNOWN = replace(of.PIN, promised=TimeLimit(), statutory=TimeLimit())


MORE: tuple[tuple[Case, date, PhoneLine], ...] = (
    (
        of.after(of.RECEIVED, of.ACROSS, of.HEARD),
        TODAY,
        PhoneLine(
            Line.ACROSS,
            {
                **{"on": date(2026, 11, 3), "to": "示例省示例县医保局", "via": "post", "number": "EMS1"},
                **{"receipt": "HZ-7", "day": date(2026, 11, 18)},
            },
        ),
    ),
    (of.life(CaseState.HANDLING), date(2026, 11, 10), PhoneLine(Line.LATE, {"day": DUE})),
    (of.life(CaseState.REPORTED), date(2026, 11, 10), PhoneLine(Line.LATE, {"day": DUE})),
    (
        of.life(CaseState.SUPPLEMENTING),
        date(2026, 11, 10),
        PhoneLine(Line.SUPPLEMENT_LATE, {"day": DUE, "count": 1, "papers": "材料2"}),
    ),
    (
        of.life(CaseState.AMENDING),
        date(2026, 11, 10),
        PhoneLine(Line.AMEND_LATE, {"day": DUE, "count": 1, "papers": "材料2"}),
    ),
    (of.after(of.RECEIVED, of.ACCEPTED, pin=UNKNOWN), TODAY, PhoneLine(Line.NO_LIMIT, {})),
    (
        of.after(of.RECEIVED, of.ACCEPTED, of.BEGUN, of.REPORTED, pin=UNKNOWN),
        TODAY,
        PhoneLine(Line.REPORTED, {"to": "区民政部门"}),
    ),
    (
        OWING,
        TODAY,
        PhoneLine(Line.DEFERRED_BY, {"day": of.PROMISE, "count": 1, "papers": "材料2", "due": DUE}),
    ),
    (
        OWING,
        date(2026, 11, 7),
        PhoneLine(Line.DEFERRED_LATE, {"day": of.PROMISE, "count": 1, "papers": "材料2", "due": DUE}),
    ),
    (
        of.after(of.RECEIVED, of.ACCEPTED, of.SENT),
        TODAY,
        PhoneLine(Line.FORWARDED, {"day": DUE, "to": HERE, "on": date(2026, 11, 3)}),
    ),
    (
        of.after(of.RECEIVED, of.ACCEPTED, of.SENT, of.SIGNED_BY_DEPARTMENT),
        TODAY,
        PhoneLine(Line.DECIDED_THERE_BY, {"day": DUE, "to": HERE, "on": date(2026, 11, 4)}),
    ),
    (
        of.after(of.RECEIVED, of.SENT, of.SIGNED),
        TODAY,
        PhoneLine(Line.ANSWER_THERE_BY, {"day": DUE, "to": HERE, "on": date(2026, 11, 4)}),
    ),
    (
        of.after(of.RECEIVED, of.ACCEPTED, of.BEGUN, of.REJECTED),
        TODAY,
        PhoneLine(Line.FETCH_DECISION, {"on": date(2026, 11, 6)}),
    ),
    (
        of.after(of.RECEIVED, of.ACCEPTED, of.BEGUN, of.REGISTERED_ONLY),
        TODAY,
        PhoneLine(Line.FINISHED, {"on": date(2026, 11, 6)}),
    ),
    (
        apply(of.life(CaseState.READY), replace(of.DELIVERED, way=DeliveryWay.POST, express="EA123456789CN")),
        TODAY,
        PhoneLine(Line.DELIVERED, {"on": date(2026, 11, 8), "way": "post", "express": "EA123456789CN"}),
    ),
    (
        apply(of.life(CaseState.RECEIVED), replace(of.REFUSED, instead="")),
        TODAY,
        PhoneLine(Line.REFUSED, {"on": date(2026, 11, 3), "refusal": "not_competent"}),
    ),
)


@pytest.mark.parametrize(("case", "today", "wanted"), MORE)
def test_it_says_where_the_papers_are_and_until_when(case: Case, today: date, wanted: PhoneLine) -> None:
    assert phone_line(case, today, of.CALENDAR) == wanted


def test_nothing_of_the_person_is_in_it() -> None:
    for state in CaseState:
        said = str(phone_line(of.life(state), TODAY, of.CALENDAR))
        assert not any(part in said for part in ("张", "1101", "138"))


def test_every_sentence_is_said_somewhere() -> None:
    told = {found.line for found in STATES.values()}
    assert told | {wanted.line for _, _, wanted in MORE} == set(Line)
