"""The route: the only place that knows the order of the stages.

``read_pile`` takes paths into a case, ``work_out`` makes of a case's documents what crosses them, ``bring_up_to_date``
adds to that what a few more tell,
``at_clocks`` makes it in memory of those that had been published or had come in by a day.
"""

from sayso.route.adding import Added
from sayso.route.clocks import Narrowed, at_clocks
from sayso.route.reading import Report, Step, Tally, Wanted, count_found, read_pile, silent
from sayso.route.versions import pipeline_of
from sayso.route.working_out import bring_up_to_date, is_worked_out, work_out

__all__ = [
    "Added",
    "Narrowed",
    "Report",
    "Step",
    "Tally",
    "Wanted",
    "at_clocks",
    "bring_up_to_date",
    "count_found",
    "is_worked_out",
    "pipeline_of",
    "read_pile",
    "silent",
    "work_out",
]
