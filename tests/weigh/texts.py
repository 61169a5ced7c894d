"""Reads and weighs a few short texts, for tests of what only shows in whole sentences."""

from __future__ import annotations

import json
from pathlib import Path

from sayso.records.matter import DisputeKind
from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case


def opened(folder: Path, slot: str, *documents: tuple[str, str, str]) -> list[tuple[DisputeKind, list[str]]]:
    """Kind and values of each dispute over ``slot``, among documents given as outlet, day and text."""
    lines = [
        json.dumps({"url": f"https://x.example/{at}", "outlet": outlet, "published": day, "text": text})
        for at, (outlet, day, text) in enumerate(documents)
    ]
    (folder / "texts.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    settings = Settings(workers=1)
    with Case.create(folder / "pile.sayso") as case:
        read_pile(case, Wanted((str(folder / "texts.jsonl"),)), settings)
        found = work_out(case, settings).disputes
    return [(each.kind, [value.value for value in each.values]) for each in found if each.slot == slot]
