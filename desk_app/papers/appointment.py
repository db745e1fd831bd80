"""预约单: the day and hour, where, and what to bring. The day is the largest thing on it."""

from __future__ import annotations

from desk_app.domain.errors import PaperTrouble
from desk_app.domain.masking import Kind, Profile, mask
from desk_app.papers.blocks import facts
from desk_app.papers.checklist import offered_of, to_bring
from desk_app.papers.fonts import OPEN_BOX, Role
from desk_app.papers.forms import small_print
from desk_app.papers.furniture import Layout, finish_pages, open_layout, snug
from desk_app.papers.particulars import Appointment
from desk_app.papers.request import PaperRequest
from desk_app.papers.roll import Roll
from desk_app.papers.sheet import Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.wording import Wording
from desk_app.papers.words import asked, spoken_date, weekday


def appointment_of(request: PaperRequest) -> Appointment:
    """The hour that was given. Raises PaperTrouble ``paper_lacks`` when there is none."""
    if request.particulars.appointment is None:
        raise PaperTrouble("paper_lacks", what="appointment")
    return request.particulars.appointment


def when(appointment: Appointment) -> str:
    """12 月 8 日 周二 9:00–9:30."""
    return f"{spoken_date(appointment.day)} {weekday(appointment.day)} {appointment.hours}".strip()


def bring_lines(request: PaperRequest) -> list[str]:
    """One line a paper, with a box to tick at home."""
    return [
        f"{OPEN_BOX}{row.name}（{asked(row.form, row.copies)}{'，' + condition if condition else ''}）"
        for row, condition in to_bring(offered_of(request))
    ]


def lay_out(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """On a page."""
    layout = snug(request, lambda scale: _whole(request, ink, wording, scale))
    finish_pages(layout)
    return layout.sheet


def on_roll(request: PaperRequest, ink: Ink, wording: Wording) -> Sheet:
    """On 80 mm."""
    appointment = appointment_of(request)
    offered = offered_of(request)
    roll = Roll(request, ink, wording, wording.say("appointment.title"))
    roll.facts((("预约人", appointment.name), ("事　项", offered.item.display_name)))
    roll.facts((("电　话", _phone(appointment)), ("排　号", appointment.call)), Role.PLAIN)
    day = f"{spoken_date(appointment.day)} {weekday(appointment.day)}"
    roll.boxed("请在这个时间来", f"{day}\n{appointment.hours}")
    roll.facts((("地　点", _place(request)),), Role.PLAIN)
    bring = bring_lines(request)
    if bring:
        roll.rule()
        roll.paragraph("要带什么", Role.STRONG)
        for line in bring:
            roll.paragraph(line)
    roll.rule()
    roll.codes("到了出示此码")
    roll.paragraph(_advice(request, wording))
    return roll.finish()


def _phone(appointment: Appointment) -> str:
    if not appointment.phone:
        return ""
    kind = Kind.MOBILE if appointment.phone.startswith("1") else Kind.LANDLINE
    return mask(kind, appointment.phone, Profile.SLIP)


def _place(request: PaperRequest) -> str:
    offered = offered_of(request)
    counter = offered.counter or request.counter
    address = offered.address or request.site.address
    return "　".join(part for part in (request.site.name, counter, address) if part)


def _advice(request: PaperRequest, wording: Wording) -> str:
    phone = request.site.phone.strip()
    return wording.say("appointment.advice" if phone else "appointment.advice_here", phone=phone)


def _whole(request: PaperRequest, ink: Ink, wording: Wording, scale: float) -> Layout:
    appointment = appointment_of(request)
    offered = offered_of(request)
    layout = open_layout(request, ink, wording.say("appointment.title"), scale=scale)
    flow, sizes = layout.flow, layout.type
    flow.paragraph(when(appointment), sizes.title, 1.7, role=Role.STRONG)
    flow.y += 1.0
    facts(
        layout,
        [
            (("预约人", appointment.name), ("电话", _phone(appointment))),
            (("预约事项", offered.item.display_name),),
            (("地点", _place(request)),),
            (("排号", appointment.call),),
        ],
    )
    flow.y += 2.0
    bring = bring_lines(request)
    if bring:
        flow.paragraph("要带什么", sizes.body, 1.6, role=Role.STRONG)
        for line in bring:
            flow.paragraph(line, sizes.body, 1.5)
    flow.y += 2.0
    small_print(layout, _advice(request, wording), Role.KAI)
    return layout
