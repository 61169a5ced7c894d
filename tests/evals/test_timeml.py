from pathlib import Path

import pytest

from evals.measure import Absent
from evals.timeml import read_tml, score

DOCUMENT = """<?xml version="1.0" ?>
<TimeML>
<DOCID>tarsk</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2031-05-20" functionInDocument="CREATION_TIME">May 20, 2031</TIMEX3></DCT>
<TEXT>
Rebels <EVENT eid="e1" class="OCCURRENCE">took</EVENT> Tarsk &amp; Ostrel
<TIMEX3 tid="t1" type="DATE" value="2031-05-18">Sunday</TIMEX3> after
<TIMEX3 tid="t2" type="DURATION" value="P3D">three days</TIMEX3> of shelling.
</TEXT>
</TimeML>
"""


def test_markup_is_taken_out_and_labels_keep_their_words(tmp_path: Path) -> None:
    path = tmp_path / "tarsk.tml"
    path.write_text(DOCUMENT)
    read = read_tml(path)
    assert read.published == "2031-05-20"
    assert "<" not in read.text
    assert "Tarsk & Ostrel" in read.text
    assert [(span.of(read.text), kind, value) for span, kind, value in read.labels] == [
        ("Sunday", "DATE", "2031-05-18"),
        ("three days", "DURATION", "P3D"),
    ]


def test_a_text_read_rightly_scores_one(tmp_path: Path) -> None:
    (tmp_path / "timeml").mkdir()
    (tmp_path / "timeml" / "tarsk.tml").write_text(DOCUMENT)
    assert [(each.name, each.value) for each in score(tmp_path)] == [
        ("extent F1, relaxed", 1.0),
        ("extent F1, strict", 1.0),
        ("value F1", 1.0),
    ]


def test_without_data_the_set_is_skipped_aloud(tmp_path: Path) -> None:
    with pytest.raises(Absent):
        score(tmp_path)
