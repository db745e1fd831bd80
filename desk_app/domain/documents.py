"""Papers as the program knows them: which exist, who numbers them, what stands on every one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class DocumentKind(StrEnum):
    """The papers of appendix A that exist so far; a value stands in journals and never changes."""

    RECEIPT = "receipt"
    """A1 收件凭证."""
    ACCEPTANCE = "acceptance"
    """A2 受理通知书."""
    NOTICE = "notice"
    """A4a 一次性告知单: nothing was received, so no deadline and no consequence."""
    COMPLETION = "completion"
    """A8a in its short form: what a 即办件 leaves in the citizen's hand."""
    ASSISTANCE = "assistance"
    """帮办记录: help given on the spot; it is no acceptance."""
    REFERRAL = "referral"
    """指路条: where it can be done, with what, when, whom to call."""
    SUPPLEMENT_NOTICE = "supplement_notice"
    """A4b 补正材料告知书: after receipt, with its day and its consequence; never the same paper as A4a."""
    REFUSAL = "refusal"
    """A3 不予受理通知书."""
    DEFERRAL_PROMISE = "deferral_promise"
    """A5 容缺受理承诺书: what the applicant promises."""
    DEFERRAL_NOTICE = "deferral_notice"
    """A5 容缺受理通知书: what the acceptor answers."""
    MANDATE = "mandate"
    """A6 委托书; without a mandate, the declaration of a guardian."""
    HANDOVER_MANIFEST = "handover_manifest"
    """A7 材料移交清单, with the receipt the receiver signs."""
    RESULT_NOTICE = "result_notice"
    """A8a 办结通知: who fetches shows it (领取凭证)."""
    NOT_CONFIRMED = "not_confirmed"
    """A8b 不予确认(批准)告知书, signed by the deciding organ."""
    DELIVERY_RECEIPT = "delivery_receipt"
    """A9 送达回证."""
    EXTENSION_NOTICE = "extension_notice"
    """A10 延期告知书."""
    SPECIAL_PROCEDURE_NOTICE = "special_procedure_notice"
    """A10 特别程序告知书: the clocks stand, why, and for how long at most."""
    APPOINTMENT = "appointment"
    """预约单."""
    BAG_LABEL = "bag_label"
    """File-bag label (文件袋标签), 60 x 40 mm."""
    CROSS_TOWN = "cross_town"
    """通办转送单 (F38): where it was sent, how, under which number, and until when an answer comes."""
    RETURN_SLIP = "return_slip"
    """退件单: what was asked never came; the papers go back."""
    CLOSING_NOTE = "closing_note"
    """撤回 / 作废 / 终止 说明 (appendix B)."""
    DEFERRAL_OUTCOME = "deferral_outcome"
    """容缺: more time given once, or ended because the promise was not kept."""
    INFORMED_PROMISE = "informed_promise"
    """告知承诺书: part A tells, part B promises (国办发〔2020〕42号)."""


class PaperSize(StrEnum):
    """What the printer of a desk holds."""

    A4 = "A4"
    A5 = "A5"
    ROLL80 = "80mm"
    LABEL = "60x40mm"
    """A label for a file bag; no other paper fits on it."""
    FANFOLD = "241x280mm"
    """Continuous paper of 9.5 inches with its holes, 11 inches high: forms that are printed already."""
    FANFOLD_HALF = "241x140mm"
    FANFOLD_THIRD = "241x93mm"


@dataclass(frozen=True, slots=True)
class Printing:
    """What every slip ends with (appendix A): when, by whom, for the n-th time."""

    number: str
    """The document's own number, in the series of its kind."""
    event_id: UUID
    """What the QR code holds: an id and nothing about the person."""
    at: datetime
    by: str
    nth: int = 1
    demo: bool = False
    """Papers of the demo profile are marked 演示."""
    large_type: bool = False
    explain_due: bool = False
    """Whether the counted days stand on the slip (B5)."""


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """A paper that was made: its snapshot is archived with the case and never changes."""

    id: UUID
    kind: DocumentKind
    size: PaperSize
    number: str
    sha256: str
    """Name of the archived PDF in the encrypted store."""
    pages: int
    at: datetime
    printed: int = 1
