"""The words of `latihan check`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from latihan.authoring.check import Report
from latihan.authoring.fault import Fault, counted, sentence


def report_lines(report: Report, misplaced: Sequence[Fault] = ()) -> Iterator[str]:
    """Faults grouped by exercise, then one line of counts."""
    for exercise, faults in report.faults.items():
        if faults:
            yield exercise
            yield from (f"  {sentence(fault)}" for fault in faults)
    for fault in misplaced:
        yield fault.exercise
        yield f"  {sentence(fault)}"
    counts = ", ".join(
        (counted(report.exercises, "exercise"), counted(report.mistakes, "mistake"), f"{report.also_right} also right")
    )
    broken = report.broken + len(misplaced)
    yield f"{counts}: {f'{broken} broken' if broken else 'all promises hold'}"
