"""``desk-app paper``: papers made when somebody wants them, one or a list, in the site's own words."""

from __future__ import annotations

import json
from pathlib import Path

from desk_app import cli
from tests.commands.console import Console
from tests.commands.test_profile_verbs import case, desk
from tests.papers.reading import sizes_of, text_of

__all__ = ["desk"]
PROXY = {
    "name": "李某某",
    "id_number": "371073198001010016",
    "relation": "child",
    "mandate": "written",
}


def test_a_label_and_a_mandate_are_made_for_a_case(desk: Console) -> None:
    (made,) = desk.signed_in("accept", given=case(proxy=PROXY))
    (label,) = desk.signed_in("paper", made["number"], "--paper", "bag_label")
    assert sizes_of(Path(label["file"]).read_bytes()) == [(60, 40)]
    assert "袋字" in label["number"]
    (mandate,) = desk.signed_in("paper", made["case"], "--paper", "mandate")
    text = text_of(Path(mandate["file"]).read_bytes())
    assert "委托" in text
    assert "李某某" in text
    (again,) = desk.signed_in("paper", made["case"], "--paper", "mandate")
    assert again["number"] != mandate["number"]


def test_a_list_of_labels_comes_out_and_what_is_wrong_is_told(desk: Console) -> None:
    (made,) = desk.signed_in("accept", given=case())
    wanted = [
        {"case": made["number"], "paper": "bag_label"},
        {"case": made["case"], "paper": "bag_label"},
        {"case": made["case"], "paper": "nothing"},
        {"case": made["case"], "paper": "mandate"},
    ]
    lines = "\n".join(json.dumps(line) for line in wanted)
    words = ("paper", "--password-file", str(desk.password_file), "--batch", "-")
    code, out, _ = desk.run(*words, given=lines)
    answers = [json.loads(line) for line in out.splitlines()]
    assert code != cli.OK
    assert ["number" in answer for answer in answers] == [True, True, False, False]
