"""What the list of commands says of each, and examples for its help. The tests run every example on the sample pile."""

from __future__ import annotations

SUMMARIES: dict[str, str] = {
    "read": "Read documents into a case and work out what they say.",
    "demo": "Read the sample pile, about an invented country.",
    "timeline": "List what is said to have happened, by time.",
    "actors": "List actors, the most spoken of first.",
    "actor": "Show one actor: names, ties, deeds and words.",
    "events": "List events, those with most origins first.",
    "event": "Show one event: what each origin says of it.",
    "disputes": "List where accounts cannot all hold.",
    "sources": "List outlets: first-hand, cited, relayed.",
    "search": "Find passages by their words.",
    "show": "Show one document, and what was read from it.",
    "explain": "Show the evidence behind each part of a record.",
    "judge": "Decide something that Sayso is to hold to.",
    "judgements": "List what people decided, and what became of it.",
    "undo": "Take a judgement back.",
    "queue": "List claims to be checked, gravest first.",
    "merge": "Bring two people's work on one pile together.",
    "diff": "Say what a new batch or a judgement changed.",
    "cite": "Cite claims as footnotes or a bibliography.",
    "pack": "Write the evidence for one event as a folder.",
    "report": "Write the case as pages that open from disk.",
    "export": "Write everything in the exchange form.",
    "verify": "Check that the case is whole.",
    "names": "Say whether two names are one, and why.",
}

EXAMPLES: dict[str, tuple[str, ...]] = {
    "read": (
        "sayso read articles/ --case war.case",
        'sayso read "clips/*.html" --outlet "Harbour Post" --published 2031-05-20 --case war.case',
        'cat story.txt | sayso read - --title "Guard enters port" --case war.case',
    ),
    "demo": ("sayso demo", "sayso demo --case harbour.case --report harbour-report"),
    "timeline": (
        "sayso timeline --case war.case --from 2031-05 --to 2031-06",
        'sayso timeline --case war.case --actor "Kareem Oudeh" --json',
        "sayso timeline --case war.case --known-by 2031-05-20",
    ),
    "actors": ("sayso actors --case war.case", "sayso actors --case war.case --everyone --json"),
    "actor": (
        'sayso actor --case war.case "Kareem Oudeh"',
        'sayso actor --case war.case "Kareem Oudeh" --as-of 2031',
    ),
    "events": ('sayso events --case war.case --place "Port Sarn" --limit 20',),
    "event": ("sayso event --case war.case e-1a2b3c4d5e6f",),
    "disputes": ("sayso disputes --case war.case",),
    "sources": ("sayso sources --case war.case", "sayso sources --case war.case --skipped"),
    "search": ('sayso search --case war.case "National Assembly" storm*',),
    "show": ("sayso show --case war.case story.txt",),
    "explain": ("sayso explain --case war.case c-1a2b3c4d5e6f",),
    "judge": (
        'sayso judge reject c-1a2b3c4d5e6f --by Ada --why "the text says the reverse" --case war.case',
        'sayso judge not-same "Karim Odeh" "Marwan al-Tariqi" --by Ada --why "two men" --case war.case',
        'sayso judge dated story.txt --as 2031-05-20 --by Ada --why "the date in print" --case war.case',
    ),
    "judgements": ("sayso judgements --case war.case",),
    "undo": ('sayso undo j-1a2b3c4d5e6f --by Ada --why "I misread it" --case war.case',),
    "diff": ("sayso diff --case war.case", "sayso diff ada.case --case war.case"),
    "queue": ("sayso queue --case war.case", "sayso queue --case war.case --state checked"),
    "merge": ("sayso merge ada.case ben.case -o both.case",),
    "cite": (
        "sayso cite --case war.case c-1a2b3c4d5e6f",
        "sayso cite --case war.case --style bibtex e-1a2b3c4d5e6f",
    ),
    "pack": ("sayso pack --case war.case e-1a2b3c4d5e6f -o evidence",),
    "report": ("sayso report --case war.case -o war-report",),
    "export": ("sayso export --case war.case --to jsonl -o war.jsonl",),
    "verify": ("sayso verify --case war.case",),
    "names": ('sayso names "Karim Odeh" "Kareem Awdeh"', "sayso names --pairs pairs.csv > scored.csv"),
}


def epilog(command: str) -> str:
    """The examples of one command as its help shows them; the mark keeps click from joining their lines."""
    return "\n".join(("\b", "Examples:", *(f"  {each}" for each in EXAMPLES[command])))
