"""Reads the CSV files of a table exercise."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from latihan.authoring.fault import Fault, listed, nearest
from latihan.authoring.settings import ColumnTypes
from latihan.authoring.toml_file import FILE, line_of
from latihan.domain.rupiah import format_decimal
from latihan.grading.exercise import CellType, Column, Rows, TableRule
from latihan.messages import Language

MAX_ROWS = 60
_WHOLE = re.compile(r"-?(0|[1-9]\d*)")
_DECIMAL = re.compile(r"-?(0|[1-9]\d*)\.\d+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CSV file: its heading, and its rows with the line on which each ends."""

    file: str
    heading: tuple[str, ...]
    rows: Rows
    lines: tuple[int, ...]


def read_sheet(source: str, exercise: str, file: str) -> tuple[Sheet, list[Fault]]:
    """The file's cells, spaces around them dropped; rows of another width than the heading are faults."""
    faults: list[Fault] = []
    reader = csv.reader(source.splitlines(keepends=True), strict=True)
    rows: list[tuple[int, tuple[str, ...]]] = []
    try:
        rows = [(reader.line_num, tuple(cell.strip() for cell in row)) for row in reader if row]
    except csv.Error as error:
        faults.append(Fault(exercise, file, reader.line_num, f"This is not CSV: {error}", "cells with commas between"))
    if not rows:
        return Sheet(file, (), (), ()), faults or [Fault(exercise, file, 0, "The file is empty", "a heading and rows")]
    (_, heading), *data = rows
    for key in sorted({key for key in heading if heading.count(key) > 1 or not key}):
        what = f"The heading has the column `{key}` twice" if key else "The heading has a column without a name"
        faults.append(Fault(exercise, file, 1, what, "a different key for each column"))
    for line, row in data:
        if len(row) != len(heading):
            what = f"This row has {len(row)} cells"
            to_do = "Put a text with commas into double quotes."
            faults.append(Fault(exercise, file, line, what, f"{len(heading)}, as the heading", to_do))
    return Sheet(file, heading, tuple(row for _, row in data), tuple(line for line, _ in data)), faults


def table_rule(
    exercise: str, settings: str, types: ColumnTypes, starter: Sheet, solution: Sheet, checks: str
) -> tuple[TableRule, list[Fault]]:
    """The rule of a table from its two sheets, whose rows are as wide as their headings.

    `settings` is the source of exercise.toml, `types` what it says of the columns.
    """
    faults = shape_faults(exercise, starter, solution)
    columns = tuple(_column(key, types.get(key)) for key in starter.heading)
    for key in types:
        if key not in starter.heading:
            to_do = nearest(key, starter.heading)
            line = line_of(settings, f"columns.{key}")
            faults.append(Fault(exercise, FILE, line, f"`columns.{key}` is no column", listed(starter.heading), to_do))
    asked = [key for i, key in enumerate(starter.heading) if any(row[i] == "?" for row in starter.rows)]
    for key in asked:
        if key not in types:
            said = f"The column `{key}` has cells to fill and no type"
            line = line_of(settings, "columns")
            faults.append(Fault(exercise, FILE, line, said, f'`{key} = "amount"` or the like under `[columns]`'))
    if not asked:
        faults.append(Fault(exercise, starter.file, 0, "There is nothing to fill", "at least one cell with `?`"))
    if len(starter.rows) > MAX_ROWS:
        said = f"The table has {len(starter.rows)} rows"
        faults.append(Fault(exercise, starter.file, 0, said, f"at most {MAX_ROWS}", "Make two exercises."))
    rule = TableRule(checks, columns, starter.rows, solution.rows)
    return rule, faults or _solution_faults(exercise, rule, solution)


def _column(key: str, type_: CellType | tuple[str, ...] | None) -> Column:
    return Column(key, "word", type_) if isinstance(type_, tuple) else Column(key, type_ or "text")


def shape_faults(exercise: str, starter: Sheet, other: Sheet) -> list[Fault]:
    """Where another sheet's heading, number of rows or fixed cells are not those of the starter."""
    if other.heading != starter.heading:
        expected = f"`{','.join(starter.heading)}`, as in {starter.file}"
        return [Fault(exercise, other.file, 1, f"The heading is `{','.join(other.heading)}`", expected)]
    if len(other.rows) != len(starter.rows):
        expected = f"{len(starter.rows)}, as in {starter.file}"
        return [Fault(exercise, other.file, 0, f"The file has {len(other.rows)} rows below the heading", expected)]
    return [
        Fault(exercise, other.file, line, f"The fixed cell `{key}` is `{cell}`", f"`{fixed}`, as in {starter.file}")
        for line, row, fixed_row in zip(other.lines, other.rows, starter.rows, strict=True)
        for key, cell, fixed in zip(starter.heading, row, fixed_row, strict=False)
        if fixed not in ("?", cell)
    ]


def _is_date(cell: str) -> bool:
    try:
        return date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False


def _is_decimal(cell: str) -> bool:
    return bool(_DECIMAL.fullmatch(cell) or _WHOLE.fullmatch(cell))


_NOTATION: dict[CellType, tuple[Callable[[str], bool], str]] = {
    "amount": (lambda cell: bool(_WHOLE.fullmatch(cell)), "digits alone, as `1250000`"),
    "count": (lambda cell: bool(_WHOLE.fullmatch(cell)), "digits alone, as `24`"),
    "decimal": (_is_decimal, "a number with a point, as `0.45`"),
    "date": (_is_date, "a date as `2025-01-31`"),
    "text": (bool, "a text"),
}


def _solution_faults(exercise: str, rule: TableRule, solution: Sheet) -> list[Fault]:
    faults = []
    for line, row, fixed_row in zip(solution.lines, solution.rows, rule.starter, strict=True):
        for column, cell, fixed in zip(rule.columns, row, fixed_row, strict=True):
            if fixed != "?":
                continue
            if column.type == "word":
                good, expected = cell in column.words, f"one of {listed(column.words)}"
            else:
                is_written, expected = _NOTATION[column.type]
                good = cell != "?" and is_written(cell)
            if not good:
                said = f"The cell `{column.key}` ({column.type}) is `{cell}`"
                faults.append(Fault(exercise, solution.file, line, said, expected))
    return faults


def as_typed(rule: TableRule, rows: Rows, language: Language) -> Rows:
    """Rows of a file as a learner types them: a decimal in a file's notation gets the marks of the language."""
    types = [column.type for column in rule.columns]
    return tuple(
        tuple(
            format_decimal(Decimal(cell), language) if kind == "decimal" and _DECIMAL.fullmatch(cell) else cell
            for kind, cell in zip(types, row, strict=False)
        )
        for row in rows
    )
