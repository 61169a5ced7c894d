"""A read pile to findings: trace, judge, resolve, weigh, and keep the whole of it at once."""

from __future__ import annotations

from sayso.judge import rule, without_rejected
from sayso.records.pile import Findings
from sayso.resolve import resolve_actors, resolve_matters, resolve_places
from sayso.route.reading import Report, Step, silent
from sayso.route.versions import findings_version
from sayso.settings import Settings
from sayso.store import Case
from sayso.trace import trace
from sayso.weigh import weigh

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
    for _ in range(_ROUNDS):
        generation = case.generation()
        findings = _find(case, settings, report)
        report(Step("keep"))
        case.save_findings(findings, generation, version)
        if case.generation() == generation:
            break
    return findings


def _find(case: Case, settings: Settings, report: Report) -> Findings:
    report(Step("trace"))
    with case.still():
        pile = case.pile()
        copies = trace(case.editions(), case.edition)
        ruled = rule(pile.judgements, pile, case.edition)
    report(Step("resolve"))
    limits = ruled.constraints
    pile = without_rejected(pile, limits)
    actors = resolve_actors(pile, limits)
    places = resolve_places(pile, settings)
    matters = resolve_matters(pile, actors, places, copies, settings.dating_rounds, limits)
    report(Step("weigh"))
    unweighed = Findings(copies=copies, actors=actors, places=places, matters=matters)
    accounts, disputes = weigh(pile, unweighed, limits)
    return Findings(copies, actors, places, matters, accounts, disputes, ruled.rulings)
