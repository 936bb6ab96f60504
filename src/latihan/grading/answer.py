"""What a learner hands in."""

from __future__ import annotations

from dataclasses import dataclass

from latihan.grading.exercise import Rows


@dataclass(frozen=True, slots=True)
class Program:
    """A program as typed."""

    source: str


@dataclass(frozen=True, slots=True)
class Table:
    """All data rows as typed, fixed cells included."""

    rows: Rows


@dataclass(frozen=True, slots=True)
class Choices:
    """Keys picked: of a quiz in order, `item=choice` when matching, of a scenario the path from the start."""

    picked: tuple[str, ...]


Answer = Program | Table | Choices
