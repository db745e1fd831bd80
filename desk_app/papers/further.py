"""The further papers of a case: which module draws which, on what, and under which title."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desk_app.domain.documents import DocumentKind
from desk_app.papers import (
    appointment,
    bag_label,
    clock_notices,
    cross_town,
    deferral,
    endings,
    informed_promise,
    mandate,
    manifest,
    refusal,
    result,
    supplement,
)
from desk_app.papers.request import PaperRequest
from desk_app.papers.sheet import Sheet
from desk_app.papers.subset import Ink
from desk_app.papers.wording import Wording

ON_PAGES: Mapping[DocumentKind, Callable[[PaperRequest, Ink, Wording], Sheet]] = {
    DocumentKind.SUPPLEMENT_NOTICE: supplement.lay_out,
    DocumentKind.REFUSAL: refusal.lay_out,
    DocumentKind.DEFERRAL_PROMISE: deferral.lay_out_promise,
    DocumentKind.DEFERRAL_NOTICE: deferral.lay_out_notice,
    DocumentKind.MANDATE: mandate.lay_out,
    DocumentKind.HANDOVER_MANIFEST: manifest.lay_out,
    DocumentKind.RESULT_NOTICE: result.lay_out,
    DocumentKind.NOT_CONFIRMED: refusal.lay_out_rejection,
    DocumentKind.DELIVERY_RECEIPT: result.lay_out_delivery,
    DocumentKind.EXTENSION_NOTICE: clock_notices.lay_out_extension,
    DocumentKind.SPECIAL_PROCEDURE_NOTICE: clock_notices.lay_out_special,
    DocumentKind.APPOINTMENT: appointment.lay_out,
    DocumentKind.BAG_LABEL: bag_label.lay_out,
    DocumentKind.INFORMED_PROMISE: informed_promise.lay_out,
    DocumentKind.CROSS_TOWN: cross_town.lay_out,
    DocumentKind.RETURN_SLIP: endings.lay_out_return,
    DocumentKind.CLOSING_NOTE: endings.lay_out_note,
    DocumentKind.DEFERRAL_OUTCOME: endings.lay_out_deferral,
}
ON_ROLL: Mapping[DocumentKind, Callable[[PaperRequest, Ink, Wording], Sheet]] = {
    DocumentKind.SUPPLEMENT_NOTICE: supplement.on_roll,
    DocumentKind.RESULT_NOTICE: result.on_roll,
    DocumentKind.APPOINTMENT: appointment.on_roll,
    DocumentKind.CROSS_TOWN: cross_town.on_roll,
}
TITLES: Mapping[DocumentKind, Callable[[PaperRequest, Wording], str]] = {
    DocumentKind.MANDATE: mandate.title_of,
    DocumentKind.NOT_CONFIRMED: refusal.rejection_title,
    DocumentKind.CLOSING_NOTE: endings.note_title,
    DocumentKind.DEFERRAL_OUTCOME: endings.deferral_title,
}
"""Papers whose title depends on what they say."""
