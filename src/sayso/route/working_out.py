"""A read pile to findings: trace, judge, resolve, weigh, and keep the whole of it at once."""

from __future__ import annotations

from sayso.records.pile import Findings
from sayso.route.finding import find, uncollected
from sayso.route.reading import Report, Step, silent
from sayso.route.versions import findings_version
from sayso.settings import Settings
from sayso.store import Case

_ROUNDS = 3
"""How often to start over when documents came in while it was being worked out."""


def is_worked_out(case: Case, settings: Settings) -> bool:
    """Whether the findings are those of all documents and judgements, made by this version."""
    return not case.is_stale(findings_version(settings))


def work_out(case: Case, settings: Settings, report: Report = silent, *, again: bool = False) -> Findings:
    """Make the findings anew from all that was read, unless they are what they should be already.

    Interrupted anywhere it leaves the earlier findings, marked as stale.
    """
    version = findings_version(settings)
    if not again and not case.is_stale(version):
        return case.findings()
    with uncollected():
        for _ in range(_ROUNDS):
            generation = case.generation()
            findings = _find(case, settings, report)
            report(Step("keep"))
            case.save_findings(findings, generation, version)
            if case.generation() == generation:
                break
    return findings


def _find(case: Case, settings: Settings, report: Report) -> Findings:
    with case.still():
        return find(case.pile(), case.editions(), case.edition, settings, report)
