"""What is wrong with an exercise folder, said so that its author can put it right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault: where (file and line, 0 for the whole file), what is wrong, what was expected, what to do."""

    exercise: str
    file: str
    line: int
    what: str
    expected: str = ""
    to_do: str = ""

    def __str__(self) -> str:
        return f"{self.exercise}/{sentence(self)}"


class BrokenExercises(Exception):
    """Exercise folders that cannot be read; the message holds every fault of every folder."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))


def sentence(fault: Fault) -> str:
    """The fault in words, beginning with its place in the folder."""
    place = f"{fault.file}:{fault.line}" if fault.line else fault.file
    said = [fault.what, f"Expected: {fault.expected}" if fault.expected else "", fault.to_do]
    return f"{place}: {' '.join(part if part.endswith(('.', '?', '!')) else part + '.' for part in said if part)}"


def nearest(name: str, known: Iterable[str]) -> str:
    """`Did you mean …?`, or nothing when no known name resembles this one."""
    match = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f"Did you mean `{match[0]}`?" if match else ""


def counted(number: int, noun: str) -> str:
    """`1 hint`, `2 hints`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(names: Iterable[str]) -> str:
    """Names in backticks, with commas."""
    return ", ".join(f"`{name}`" for name in names)
