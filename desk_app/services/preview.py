"""The case a form would become, for the live preview of its paper. Nothing is stored or numbered."""

from __future__ import annotations

from datetime import datetime

from desk_app.domain.cases import Case, CaseEvent, CaseRegistered, fold
from desk_app.domain.catalogue import OfferedItem
from desk_app.domain.intake import IntakeForm, judge
from desk_app.services.intake import Intake, acts_of, pin


def case_as_it_would_be(form: IntakeForm, offered: OfferedItem, now: datetime) -> Case:
    """Fold the very events the commit would record, with an empty number."""
    registered = CaseRegistered(
        number="",
        item=pin(offered),
        person=form.id,
        applicant=form.applicant,
        acting=form.acting,
        channel=form.channel,
        at=now,
        proxy=form.as_proxy(),
        fields=dict(form.fields),
        remark=form.remark,
    )
    events: list[CaseEvent] = [registered, *acts_of(Intake(form, offered), judge(form, offered), now)]
    return fold(form.id, events)
