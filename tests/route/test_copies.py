"""A text that is printed again changes nothing about which events there are."""

from __future__ import annotations

import json
from pathlib import Path

from sayso.records.claim import Deed
from sayso.records.matter import MatterKind
from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case

_Document = tuple[str, str, str]

RAID = (
    "Karst Courier",
    "2031-05-20",
    "General Odeh led an offensive against the Islamist militias of Ebbing. The assault was initiated Friday in the "
    "form of a full-scale offensive against the Islamist militias in Ebbing, which left many dead.",
)
RAID_TOO = (
    "Tarsk Herald",
    "2031-05-21",
    "General Odeh led a deadly assault on Islamist militias in the port of Ebbing last week, and his men went on.",
)
FRIDAY = (
    "Sundal Post",
    "",
    "The general is known for his temper and for his hats.\n\nHis attack on Ebbing on Friday seemed to change things "
    "considerably, and the new government was harshly critical of him and of all that he stands for.",
)


def _printed_again(document: _Document) -> _Document:
    return "Lorn Mirror", "2031-05-22", document[2]


def _grouped(folder: Path, *documents: _Document) -> set[frozenset[tuple[str, str]]]:
    """The deeds of each event, as outlet and quote."""
    lines = [
        json.dumps({"url": f"https://x.example/{outlet}", "outlet": outlet, "published": day, "text": text})
        for outlet, day, text in documents
    ]
    folder.mkdir()
    (folder / "texts.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    settings = Settings(workers=1)
    with Case.create(folder / "pile.sayso") as case:
        read_pile(case, Wanted((str(folder / "texts.jsonl"),)), settings)
        found, pile = work_out(case, settings), case.pile()
    events = (each.claims for each in found.matters if each.kind is MatterKind.EVENT)
    told = ([pile.claims[own] for own in event] for event in events)
    return {
        frozenset(
            (pile.passages[each.passage].outlet or "", each.quote) for each in claims if isinstance(each.content, Deed)
        )
        for claims in told
    }


def test_what_is_printed_again_joins_and_parts_no_events(tmp_path: Path) -> None:
    documents = (FRIDAY, RAID, RAID_TOO)
    before = _grouped(tmp_path / "before", *documents)
    again = _printed_again(documents[0])
    after = _grouped(tmp_path / "after", *documents, again)
    own = {frozenset(each for each in event if each[0] != again[0]) for event in after}
    assert own - {frozenset()} == before
    assert len(after) == len(before)
