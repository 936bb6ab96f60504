"""The learner's table as checks see it, every cell read before the first check runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from latihan.domain.rupiah import Doubt, Language, format_number, read_decimal, read_rupiah
from latihan.grading.exercise import Column, Rows, TableRule
from latihan.grading.result import Feedback, Stop, tell

Cell = int | Decimal | str
MAX_TEXT = 500


class LearnerTable:
    """What a check may ask of the learner's table; see docs/contributing/architecture.md. Rows count from 1."""

    def __init__(self, rule: TableRule, rows: Rows, language: Language) -> None:
        self._rule = rule
        self._columns = {column.key: column for column in rule.columns}
        self._place = {column.key: index for index, column in enumerate(rule.columns)}
        _must_have_shape(rule, rows)
        self._cells: dict[tuple[int, str], Cell] = {}
        for row, starter in enumerate(rule.starter, 1):
            for column, fixed in zip(rule.columns, starter, strict=True):
                typed = rows[row - 1][self._place[column.key]]
                asked = fixed == "?"
                value = read_cell(column, typed, language) if asked else _fixed(column, fixed)
                if isinstance(value, Feedback):
                    raise Stop("failed", Feedback(value.key, f"{row}:{column.key}", value.values))
                self._cells[row, column.key] = value

    @property
    def rows(self) -> int:
        return len(self._rule.starter)

    def amount(self, row: int, column: str) -> int:
        """Whole rupiah or a count; ValueError for a fixed cell that holds no whole number."""
        return int(self._cells[row, column])

    def decimal(self, row: int, column: str) -> Decimal:
        return Decimal(self._cells[row, column])

    def text(self, row: int, column: str) -> str:
        return str(self._cells[row, column])

    def asked(self, row: int, column: str) -> bool:
        return self._rule.starter[row - 1][self._place[column]] == "?"

    def right(self, row: int, column: str) -> Cell:
        """The solution's cell, of the column's type."""
        return _fixed(self._columns[column], self._rule.solution[row - 1][self._place[column]])

    def first_wrong(self) -> tuple[int, str] | None:
        """The first cell, row by row, that differs from the solution."""
        for row in range(1, self.rows + 1):
            for column in self._rule.columns:
                if self.asked(row, column.key) and not self._agrees(row, column):
                    return row, column.key
        return None

    def _agrees(self, row: int, column: Column) -> bool:
        got, right = self._cells[row, column.key], self.right(row, column.key)
        if column.type == "text":
            return plain_text(str(got)) == plain_text(str(right))
        return got == right


def plain_text(text: str) -> str:
    """Text as it is compared: case and spacing do not count."""
    return " ".join(text.casefold().split())


def read_cell(column: Column, typed: str, language: Language) -> Cell | Feedback:
    """A typed cell as the column's type, or the shared reply that asks it back."""
    if not typed.strip():
        return tell("cell_empty")
    if len(typed) > MAX_TEXT:
        return tell("cell_too_long", typed=typed[:40] + "…")
    return _READERS[column.type](column, typed.strip(), language)


def _amount(_: Column, typed: str, language: Language) -> Cell | Feedback:
    return _asked_back(read_rupiah(typed, language), language)


def _decimal(_: Column, typed: str, language: Language) -> Cell | Feedback:
    return _asked_back(read_decimal(typed, language), language)


def _asked_back(read: int | Decimal | Doubt, language: Language) -> Cell | Feedback:
    if not isinstance(read, Doubt):
        return read
    shown = read.text if len(read.text) <= 40 else read.text[:40] + "…"
    if not read.readings:
        return tell(f"cell_{read.kind}", typed=shown)
    readings = " / ".join(format_number(reading, language) for reading in read.readings)
    return tell(f"cell_{read.kind}_readings", typed=shown, readings=readings)


def _date(_: Column, typed: str, __: Language) -> Cell | Feedback:
    """ISO as in files, or day first as on paper."""
    parts = typed.replace("/", "-").replace(".", "-").split("-")
    if len(parts) == 3 and all(part.strip().isascii() and part.strip().isdigit() for part in parts):
        year, month, day = parts if len(parts[0]) == 4 else reversed(parts)
        try:
            return date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            pass
    return tell("cell_not_date", typed=typed)


def _word(column: Column, typed: str, _: Language) -> Cell | Feedback:
    return typed if typed in column.words else tell("cell_unknown_word", typed=typed)


def _text(_: Column, typed: str, __: Language) -> Cell | Feedback:
    return typed


_READERS: dict[str, Callable[[Column, str, Language], Cell | Feedback]] = {
    "amount": _amount,
    "count": _amount,
    "decimal": _decimal,
    "date": _date,
    "word": _word,
    "text": _text,
}


def _fixed(column: Column, cell: str) -> Cell:
    """A cell as the author wrote it: whole numbers and decimals in Python's own notation."""
    try:
        if column.type in {"amount", "count"}:
            return int(cell)
        if column.type == "decimal":
            return Decimal(cell)
    except (ValueError, ArithmeticError):
        return cell
    return cell


def _must_have_shape(rule: TableRule, rows: Rows) -> None:
    width = len(rule.columns)
    if len(rows) != len(rule.starter) or any(len(row) != width for row in rows):
        found = tell("table_shape", expected_rows=len(rule.starter), found_rows=len(rows), expected_columns=width)
        raise Stop("error", found)
