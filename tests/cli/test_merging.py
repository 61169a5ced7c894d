"""Two people's cases come together, and say where the two judged differently."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.test_judging import ADA, BEN, claim_saying, judge, states


def test_two_peoples_work_comes_together(run: Run, war: Path, tmp_path: Path) -> None:
    ada, ben = (Path(shutil.copy(war, tmp_path / f"{name}.case")) for name in ("ada", "ben"))
    own = claim_saying(run, ada, "stormed")
    judge(run, ada, "reject", own, *ADA)
    judge(run, ben, "confirm", own, *BEN)
    judge(run, ben, "rename", "Karim Odeh", "--as", "The General", *BEN)
    both, turned = tmp_path / "both.case", tmp_path / "turned.case"
    ran = run("merge", ada, ben, "-o", both, "--workers", 0, "--json")
    assert ran.code == 0, ran.err
    told = json.loads(ran.out)
    assert [told[each]["judgements"] for each in ("first", "second", "merged")] == [1, 2, 3]
    assert [(row["verb"], row["state"]) for row in told["contrary"]] == [
        ("reject", "contrary"),
        ("confirm", "contrary"),
    ]
    assert states(run, both) == ["contrary", "contrary", "holds"]
    assert "The General" in run("actors", "--case", both).out
    assert "Judged differently:" in run("merge", ben, ada, "-o", turned, "--workers", 0).out
    assert (
        run("export", "--with-judgements", "--case", both).out
        == run("export", "--with-judgements", "--case", turned).out
    )
    assert run("merge", ada, ben, "-o", both).code == 4
    assert run("merge", ada, tmp_path / "nobody.case", "-o", tmp_path / "new.case").code == 4
