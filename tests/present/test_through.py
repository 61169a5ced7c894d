"""Outlets that a claim came through are sources, though it is another's word."""

from __future__ import annotations

import json
from pathlib import Path

from sayso.present.listing import source_rows
from sayso.present.sources import SourceRow
from sayso.present.view import View
from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case


def sources(folder: Path, outlet: str, text: str) -> dict[str, SourceRow]:
    line = {"url": "https://x.example/1", "outlet": outlet, "published": "2031-05-20", "text": text}
    (folder / "text.jsonl").write_text(json.dumps(line), "utf-8")
    with Case.create(folder / "pile.case") as case:
        read_pile(case, Wanted((str(folder / "text.jsonl"),)), Settings(workers=1))
        work_out(case, Settings(workers=1))
        return {row.name: row for row in source_rows(View(case.pile(), case.findings()))}


def test_what_somebody_told_an_outlet_is_relayed_from_it(tmp_path: Path) -> None:
    rows = sources(
        tmp_path,
        "Kolm Blog",
        "The fleet carried out airstrikes on Kolm, local witnesses told Reuters. "
        "“Diplomats” tell Reuters that “the army fled Kolm.”",
    )
    assert dict(rows["Kolm Blog"].relays_from) == {"Reuters": 2}
    assert rows["Reuters"].through == rows["Kolm Blog"].relayed == 2


def test_a_tweet_of_an_outlet_is_relayed_from_it(tmp_path: Path) -> None:
    rows = sources(
        tmp_path, "Kolm Blog", "Odeh bombed Sundal ships, according to a tweet published by broadcaster Tarsk Radio."
    )
    assert dict(rows["Kolm Blog"].relays_from) == {"Tarsk Radio": 1}


def test_an_outlet_relays_nothing_from_itself_nor_from_who_is_accused(tmp_path: Path) -> None:
    rows = sources(
        tmp_path,
        "Tarsk Radio",
        "The army shelled Ebbing, Karim Odeh told Tarsk Radio. The envoy accused Reuters of bombing the port.",
    )
    assert set(rows) == {"Tarsk Radio"}
    assert rows["Tarsk Radio"].cited > 0
