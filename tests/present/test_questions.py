"""What disputes ask, as headings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.present.questions import question_words
from sayso.present.view import View
from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (
            "Opponents accused Omar Sadat of fraud. Sadat has denied any wrongdoing.",
            "Denied: Accusation against Omar Sadat by opponents of fraud",
        ),
        (
            "Rebels said the army shelled a school in Lorn. The army denies this.",
            "Did it happen: Shelling of school by army?",
        ),
    ],
)
def test_that_somebody_is_accused_is_no_question(tmp_path: Path, text: str, heading: str) -> None:
    line = {"url": "https://x.example/1", "outlet": "Orm Gazette", "published": "2031-05-20", "text": text}
    (tmp_path / "texts.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    settings = Settings(workers=1)
    with Case.create(tmp_path / "pile.sayso") as case:
        read_pile(case, Wanted((str(tmp_path / "texts.jsonl"),)), settings)
        view = View(case.pile(), work_out(case, settings))
    assert [question_words(view, each)[0] for each in view.findings.disputes] == [heading]
