"""What the further papers of a case say that neither the case nor the site knows. Loads nothing heavy.

Each value is handed in by whoever asks for the paper; a paper that needs one and gets none raises
``paper_lacks`` with the name of the field.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk_app.domain.case_life import Carrier
from desk_app.domain.mandates import Power
from desk_app.domain.people import MandateKind, Party, Relation
from desk_app.domain.remedies import Remedy


class SupplyWay(StrEnum):
    """How a paper that is still owed will come."""

    COUNTER = "counter"
    ONLINE = "online"
    POST = "post"
    AGENT = "agent"


@dataclass(frozen=True, slots=True)
class LentPaper:
    """A paper the agent is given; an original must go back."""

    name: str
    original: bool = False


@dataclass(frozen=True, slots=True)
class Mandate:
    """委托书 (A6): who acts for whom, in what, how far, how long.

    With ``kind`` GUARDIANSHIP the paper is the guardian's own declaration: nobody gives a mandate.
    """

    principal: Party
    agent: Party
    relation: Relation
    matters: tuple[str, ...]
    kind: MandateKind = MandateKind.WRITTEN
    reason: str = ""
    powers: frozenset[Power] = frozenset({Power.SUBMIT, Power.SUPPLEMENT, Power.FETCH})
    first: date | None = None
    last: date | None = None
    """None: until the matter is finished."""
    staff_number: str = ""
    agent_site: str = ""
    papers: tuple[LentPaper, ...] = ()
    thumb_print: bool = False
    """The principal cannot write: a thumb-print and two witnesses instead of a signature."""
    proof: str = ""
    """What proves guardianship: a birth certificate, a judgment."""


@dataclass(frozen=True, slots=True)
class ManifestLine:
    """One case in a hand-over batch."""

    number: str
    applicant: str
    item: str
    copies: int
    pages: int | None = None
    due: date | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A hand-over batch (A7)."""

    batch: str
    sender: str
    receiver: str
    carrier: Carrier
    lines: tuple[ManifestLine, ...]
    express: str = ""
    differences: str = ""
    """What was found different on arrival; empty on the way out."""
    refusal: str = ""
    """Why all or some of it goes back; empty on the way out."""
    copy: str = ""
    """Which of the copies this is, in the words of the paper; empty on a preview."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """预约: the day and hour a citizen is expected."""

    day: date
    hours: str
    """As spoken: 9:00–9:30."""
    name: str
    phone: str = ""
    call: str = ""
    """The number in the queue, when it is given beforehand."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One certificate that a promise stands in for."""

    name: str
    basis: str
    content: str


@dataclass(frozen=True, slots=True)
class InformedPromise:
    """What a 告知承诺书 tells: which certificates it spares, and how the promise is checked."""

    proofs: tuple[Proof, ...]
    check: str
    """部门间数据核对, 入户核查 …"""


@dataclass(frozen=True, slots=True)
class Particulars:
    """Everything a further paper may need; what a paper does not speak of is not looked at."""

    remedy: Remedy | None = None
    way: SupplyWay | None = None
    """How owed papers will come; None leaves the boxes open for the pen."""
    corrected: tuple[str, ...] = ()
    """What was put right on the spot (当场更正): listed apart on a 补正材料告知书."""
    approver: str = ""
    """Name of who approved an extension."""
    served: tuple[str, ...] = ()
    """Names and numbers of the papers that are served; else the result of the case."""
    mandate: Mandate | None = None
    manifest: Manifest | None = None
    appointment: Appointment | None = None
    promise: InformedPromise | None = None


PLAIN = Particulars()
"""Nothing beyond the case."""
