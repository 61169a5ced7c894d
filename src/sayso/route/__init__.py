"""The route: the only place that knows the order of the stages.

``read_pile`` takes paths into a case, ``work_out`` makes of a case's documents what crosses them.
"""

from sayso.route.reading import Report, Step, Tally, Wanted, count_found, read_pile, silent
from sayso.route.working_out import is_worked_out, work_out

__all__ = ["Report", "Step", "Tally", "Wanted", "count_found", "is_worked_out", "read_pile", "silent", "work_out"]
