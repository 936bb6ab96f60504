"""What an exercise is to the grader: its kind, its rule and its limits, without any prose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["code", "table", "quiz", "scenario"]
CellType = Literal["amount", "decimal", "count", "date", "text", "word"]
QuizForm = Literal["one", "several", "order", "matching"]
Ending = Literal["good", "poor"]
Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """How long an answer may take, in seconds: a check of it, and a run by the learner."""

    check_seconds: float = 5.0
    run_seconds: float = 10.0


@dataclass(frozen=True, slots=True)
class CodeRule:
    """Checks, starter and solution as Python source; `data` maps file names to their text."""

    checks: str
    starter: str
    solution: str
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `words` are the keys to choose from when its type is `word`."""

    key: str
    type: CellType
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRule:
    """Data rows without the heading; a `?` in the starter is a cell that the learner fills."""

    checks: str
    columns: tuple[Column, ...]
    starter: Rows
    solution: Rows


@dataclass(frozen=True, slots=True)
class QuizRule:
    """Keys of choices in the order shown; `right` as in the exercise format, `item=choice` when matching."""

    form: QuizForm
    choices: tuple[str, ...]
    right: tuple[str, ...]
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """A choice in a scenario: the step or ending it leads to, and whether it teaches and leads back."""

    to: str
    poor: bool = False


@dataclass(frozen=True, slots=True)
class ScenarioRule:
    """Steps with their options by key, and endings, good or poor."""

    start: str
    steps: Mapping[str, Mapping[str, Option]]
    endings: Mapping[str, Ending]


Rule = CodeRule | TableRule | QuizRule | ScenarioRule


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise; `id` is its path, as `pembukuan/saldo-berjalan/isi-saldo`."""

    id: str
    kind: Kind
    rule: Rule
    limits: Limits = Limits()
