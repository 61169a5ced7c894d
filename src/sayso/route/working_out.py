"""A read pile to findings: trace, judge, resolve, weigh, and keep the whole of it at once, or what a few add to it."""

from __future__ import annotations

from dataclasses import replace

from sayso.records.document import Edition
from sayso.records.pile import Findings
from sayso.route.adding import Added, add
from sayso.route.finding import find, uncollected, with_asides
from sayso.route.reading import Report, Step, silent
from sayso.route.versions import findings_version
from sayso.settings import Settings
from sayso.store import Case

_ROUNDS = 3
"""How often to start over when documents came in while it was being worked out."""

_FEW = 10
"""Documents at once that are added rather than worked out with all the others."""


def is_worked_out(case: Case, settings: Settings) -> bool:
    """Whether the findings are those of all documents and judgements, made by this version."""
    return not case.is_stale(findings_version(settings))


def bring_up_to_date(case: Case, settings: Settings, report: Report = silent, *, settle: bool = False) -> Added | None:
    """Add to the findings of a large case what a few new documents tell; work out anything else as ``work_out`` does.

    With ``settle`` the whole is worked out however little came in. Gives back what was added; None where the whole was
    worked out or nothing was to be done.
    """
    fresh = None if settle else case.to_add(findings_version(settings))
    if fresh and len(fresh) <= _FEW:
        held = len(case.document_ids())
        if held >= settings.large and len(fresh) + len(case.unsettled()) <= settings.share * held:
            report(Step("add"))
            return add(case, fresh, settings)
    if fresh is None or fresh:
        work_out(case, settings, report)
    return None


def work_out(case: Case, settings: Settings, report: Report = silent, *, again: bool = False) -> Findings:
    """Make the findings anew from all that was read, unless they are what they should be already.

    Interrupted anywhere it leaves the earlier findings, marked as stale.
    """
    version = findings_version(settings)
    if not again and case.is_settled() and not case.is_stale(version):
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
        pile = with_asides(case.pile(), lambda wanted: case.asides(wanted.doings, wanted.things))

        def edition_of(document: str) -> Edition:
            text = case.text(document)
            return replace(pile.editions[document], text=text)

        # What the pile holds of a text is not read from the case again.
        editions = (replace(pile.editions[own], text=text) for own, text in case.texts())
        return find(pile, editions, edition_of, settings, report)
