"""A paper of a later act that did not come out waits for its printer, once; and is printed again on wish."""

from __future__ import annotations

from desk_app.domain.cases import CaseState
from desk_app.domain.documents import DocumentKind
from desk_app.domain.moves import Act
from tests.stories.case_steps import begin, newest, on_the_page
from tests.stories.counter import BENEFIT, WANG, Counter


def test_the_act_stands_and_its_paper_comes_after_a_restart(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    on_the_page(counter)
    hands.press("Ctrl+Return")
    folder = counter.profile.printed_folder
    kept = {path.name: path.read_bytes() for path in folder.glob("*.pdf")}
    for path in folder.glob("*.pdf"):
        path.unlink()
    folder.rmdir()
    folder.write_text("a file where the folder should be")
    begin(counter, Act.BEGIN_SPECIAL)
    hands.press("Return")
    hands.fill("等医院评定", "办法第三条")
    hands.press("Ctrl+Return")
    assert counter.last_case().state is CaseState.SUSPENDED, "what was done is done"
    assert "已经存好，不用重新填" in counter.words()
    folder.unlink()
    folder.mkdir()
    for name, data in kept.items():
        (folder / name).write_bytes(data)
    hands = counter.reopen()
    on_the_page(counter)
    words = counter.words()
    assert "凭证没打出来：" in words
    assert "把没打出来的文书打出来" in words
    screen = counter.running.program.cases
    assert screen is not None
    (again,) = screen.case.banner.buttons
    assert "再打一次" in again.text()
    hands.press("Ctrl+Return")
    assert "等医院评定" in counter.paper("special_procedure_notice")
    case = counter.last_case()
    papers = [paper for paper in case.documents if paper.kind is DocumentKind.SPECIAL_PROCEDURE_NOTICE]
    assert [paper.printed for paper in papers] == [1]
    assert "再打一次" not in counter.words()


def test_one_paper_of_many_is_chosen_and_printed_again(counter: Counter) -> None:
    hands = counter.open_signed_in()
    counter.accept(BENEFIT, WANG)
    screen = on_the_page(counter)
    screen.case.tabs.bar.setFocus()
    hands.press("Right", "Right", "Tab", "Home")
    chosen = screen.case.tabs.chosen_paper()
    newest_made = counter.last_case().documents[-1]
    assert chosen == newest_made.id
    hands.press("Ctrl+P")
    again = counter.last_case().documents
    assert [paper.printed for paper in again] == [1, 2]
    assert "补打第1次" in newest(counter, newest_made.kind.value)
    assert "补打" in counter.words()
