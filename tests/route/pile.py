"""A pile of short stories about Korvania, as files, and the export of what was read from them."""

from __future__ import annotations

import io
from pathlib import Path

from sayso.present.exports.writing import export_jsonl
from sayso.store import Case

STORIES = {
    "01-harbour.txt": "PORT SARN, 19 May 2031 (Harbour Post) - The Harbour Guard stormed the National Assembly in Port Sarn "
    "on 18 May 2031, officials said. Two people were killed and 55 wounded, according to the health ministry.",
    "02-courier.txt": "Velmora Courier, 20 May 2031\n\nGeneral Karim Odeh ordered his fighters to leave the parliament. "
    "He denied that the Harbour Guard had seized about 20 lawmakers.",
    "03-radio.txt": "Tarsk Radio reported on 20 May 2031 that gunmen loyal to General Kareem Awdeh abducted 10 employees.",
    "04-blog.txt": "Former president Marwan al-Tariqi fled to Sundal last week. Nobody in Ostrel was surprised.",
    "05-wire.txt": "Meridian Wire, May 21, 2031\n\nThe Free Korvan Army attacked the Ostrel Brigade near Tarsk on Monday, "
    "killing at least 12 fighters, a spokesman told Meridian Wire.",
    "06-copy.txt": "The Sundal Times, 22 May 2031\n\nThe Free Korvan Army attacked the Ostrel Brigade near Tarsk on Monday, "
    "killing at least 12 fighters, a spokesman told Meridian Wire. Ardesh closed its border.",
}


def write_pile(folder: Path, names: tuple[str, ...] = tuple(STORIES)) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text(STORIES[name], encoding="utf-8")
    return folder


def exported(path: Path) -> str:
    out = io.StringIO()
    with Case.open(path) as case:
        export_jsonl(case.pile(), case.findings(), case.edition, out)
    return out.getvalue()
