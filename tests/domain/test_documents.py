"""Papers: names that stand in the journal for ever, and what a slip says of its printing."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from desk_app.domain.bodies import decode, encode
from desk_app.domain.documents import DocumentKind, IssuedDocument, PaperSize, Printing

AT = datetime(2026, 11, 25, 1, 30, tzinfo=UTC)


def test_stored_names_do_not_change() -> None:
    kinds = {kind.value for kind in DocumentKind}
    assert kinds >= {"receipt", "acceptance", "notice", "completion", "assistance", "referral"}
    assert {size.value for size in PaperSize} >= {"A4", "A5", "80mm"}


def test_a_paper_is_printed_once_when_it_is_made() -> None:
    paper = IssuedDocument(UUID(int=1), DocumentKind.RECEIPT, PaperSize.A5, "001", "ab" * 32, 2, AT)
    assert paper.printed == 1
    assert decode(IssuedDocument, encode(paper)) == paper


def test_a_slip_is_the_first_print_of_a_real_case_unless_it_says_otherwise() -> None:
    printing = Printing("001", UUID(int=1), AT, "张某某")
    assert (printing.nth, printing.demo, printing.large_type, printing.explain_due) == (
        1,
        False,
        False,
        False,
    )
