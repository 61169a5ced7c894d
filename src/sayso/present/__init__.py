"""Present: a case goes in; the exchange form, listings, explanations and a folder of pages come out.

Everything here works from ``View(pile, findings)`` and, where texts are needed, a function that fetches an edition by
document id. Nothing here decides anything: what is shown is what the claims say, who says so, and who says otherwise.
"""

from __future__ import annotations

from sayso.present.dossier import actor_dossier
from sayso.present.events import event_detail
from sayso.present.explain import explain
from sayso.present.exports.checking import check_export
from sayso.present.exports.writing import export_jsonl
from sayso.present.lines import Filters
from sayso.present.listing import actor_rows, dispute_rows, event_rows, search_rows, source_rows, timeline_rows
from sayso.present.view import View

__all__ = [
    "Filters",
    "View",
    "actor_dossier",
    "actor_rows",
    "check_export",
    "dispute_rows",
    "event_detail",
    "event_rows",
    "explain",
    "export_jsonl",
    "search_rows",
    "source_rows",
    "timeline_rows",
]
