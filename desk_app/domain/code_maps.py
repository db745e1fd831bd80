"""What others call the states of a case, as data: the city's numbers and the province's hand-over codes.

Sources: domain.md §2.2 (city: ``status``, where 30 and above counts as accepted and 90 and above as closed;
province: 前置库) and appendix B, whose rows say which code stands after which act. A pause is a flag of the
city, no state.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desk_app.domain.case_life import Verdict
from desk_app.domain.case_record import Case
from desk_app.domain.case_values import CaseState
from desk_app.domain.catalogue import HandlingMode


@dataclass(frozen=True, slots=True)
class Outward:
    """One state as the platforms above know it."""

    city: str
    province: str
    paused: bool = False
    """The city's ``is_pause``."""
    city_before: str = ""
    """A city code to be sent first: 50 审批通过 or 40 审批不通过, before 90 正常办结."""


_S = CaseState
_APPROVED = Outward("90", "10", city_before="50")
_REJECTED = Outward("90", "10", city_before="40")

CODES: Mapping[CaseState, Outward] = {
    _S.NOTICED: Outward("22", "01"),
    _S.RECEIVED: Outward("26", "02"),
    _S.FORWARDED: Outward("26", "02"),
    _S.SUPPLEMENTING: Outward("28", "06"),
    _S.ACCEPTED: Outward("30", "05"),
    _S.HANDLING: Outward("30", "08"),
    _S.SUSPENDED: Outward("30", "09", paused=True),
    _S.AMENDING: Outward("37", "06"),
    _S.REPORTED: Outward("30", "11"),
    _S.READY: _APPROVED,
    _S.DELIVERED: _APPROVED,
    _S.FINISHED: _APPROVED,
    _S.REFUSED: Outward("97", "07"),
    _S.RETURNED: Outward("99", "13"),
    _S.WITHDRAWN: Outward("98", "13"),
    _S.VOIDED: Outward("99", "12"),
    _S.TERMINATED: Outward("99", "13"),
    _S.ARCHIVED: _APPROVED,
}
"""By state, for a case that was decided in the citizen's favour where it was decided at all."""

UNREPORTED = frozenset({CaseState.ASSISTED})
"""帮办完成 counts as assistance and has no code above."""


def codes_of(state: CaseState, mode: HandlingMode, verdict: Verdict | None = None) -> Outward | None:
    """The codes of a state; None where nothing is reported: help on the spot, and sites that only advise."""
    if state in UNREPORTED or mode is HandlingMode.ADVICE:
        return None
    found = CODES[state]
    return _REJECTED if verdict is Verdict.REJECTED and found is _APPROVED else found


def outward(case: Case) -> Outward | None:
    """The codes of a case. An archived one keeps those of how it ended: filing it away is no new result.

    Appendix B names 90 for every archived case; a refused or withdrawn one would then count as finished.
    """
    decision = case.lived.decision
    state = CaseState(case.lived.ended_as) if case.lived.ended_as else case.state
    return codes_of(state, case.item.mode, decision.verdict if decision else None)


FOUR_WORDS: Mapping[CaseState, CaseState] = {
    **dict.fromkeys((_S.NOTICED,), _S.NOTICED),
    **dict.fromkeys((_S.RECEIVED, _S.FORWARDED, _S.SUPPLEMENTING), _S.RECEIVED),
    **dict.fromkeys((_S.ACCEPTED, _S.HANDLING, _S.SUSPENDED, _S.AMENDING, _S.REPORTED), _S.ACCEPTED),
    **dict.fromkeys((_S.FINISHED, _S.ASSISTED, _S.READY, _S.DELIVERED), _S.FINISHED),
    **dict.fromkeys((_S.REFUSED, _S.RETURNED, _S.WITHDRAWN, _S.VOIDED), _S.FINISHED),
    **dict.fromkeys((_S.TERMINATED, _S.ARCHIVED), _S.FINISHED),
}
"""The four words promised to automation, which were there before the later life: noticed, received, accepted,
finished (closed, one way or the other)."""
