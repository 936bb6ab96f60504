"""The cash book of a group: its lines, the running balance, the monthly closing and what is wrong with it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from itertools import accumulate, groupby
from typing import Literal

OPENING = "saldo_awal"
COLUMNS = ("tanggal", "no_bukti", "uraian", "kategori", "masuk", "keluar", "saldo")

FaultKind = Literal[
    "both_sides", "no_side", "negative_amount", "date_order", "balance", "carry_forward", "negative_balance"
]


@dataclass(frozen=True, slots=True)
class CashLine:
    """A line of the cash book, whole rupiah; a line of category `saldo_awal` carries a balance and moves no money."""

    date: date
    receipt: str
    description: str
    category: str
    cash_in: int
    cash_out: int


@dataclass(frozen=True, slots=True)
class CashBook:
    """The lines and, beside each, the balance that was written down."""

    lines: tuple[CashLine, ...]
    balances: tuple[int, ...]

    @property
    def opening(self) -> int:
        """The balance before the first line: the recorded one of an opening line, worked back from any other."""
        if not self.lines:
            return 0
        return self.balances[0] - self.lines[0].cash_in + self.lines[0].cash_out


@dataclass(frozen=True, slots=True)
class Closing:
    """A month closed: `month` as `2025-01`, the rest whole rupiah."""

    month: str
    opening: int
    cash_in: int
    cash_out: int
    closing: int


@dataclass(frozen=True, slots=True)
class CashFault:
    """What is wrong with a row, counted from 1 below the heading; `expected` and `found` are rupiah where known."""

    row: int
    kind: FaultKind
    expected: int | None = None
    found: int | None = None


def read_cash_book(csv_text: str) -> CashBook:
    """The book from CSV with the headings `COLUMNS`; ValueError names row, column and what was expected."""
    reader = csv.DictReader(StringIO(csv_text.removeprefix("\ufeff"), newline=""))
    if missing := [column for column in COLUMNS if column not in (reader.fieldnames or ())]:
        raise ValueError(f"cash book: no column {', '.join(missing)}; expected the headings {', '.join(COLUMNS)}")
    rows = list(enumerate(reader, 1))
    lines = tuple(
        CashLine(
            date=_date(row, number),
            receipt=row["no_bukti"],
            description=row["uraian"],
            category=row["kategori"],
            cash_in=_rupiah(row, number, "masuk"),
            cash_out=_rupiah(row, number, "keluar"),
        )
        for number, row in rows
    )
    return CashBook(lines, tuple(_rupiah(row, number, "saldo") for number, row in rows))


def running_balance(opening: int, lines: Iterable[CashLine]) -> tuple[int, ...]:
    """The balance after each line: the balance before it, plus cash in, minus cash out."""
    return tuple(accumulate((line.cash_in - line.cash_out for line in lines), initial=opening))[1:]


def total_in(lines: Iterable[CashLine]) -> int:
    return sum(line.cash_in for line in lines)


def total_out(lines: Iterable[CashLine]) -> int:
    return sum(line.cash_out for line in lines)


def closing_balance(opening: int, lines: Sequence[CashLine]) -> int:
    """Opening balance plus all cash in minus all cash out."""
    return opening + total_in(lines) - total_out(lines)


def totals_by_category(lines: Iterable[CashLine]) -> dict[str, int]:
    """Rupiah moved in each category, whichever side it stands on; opening lines are not a category."""
    totals: dict[str, int] = {}
    for line in lines:
        if line.category != OPENING:
            totals[line.category] = totals.get(line.category, 0) + line.cash_in + line.cash_out
    return totals


def month_closings(opening: int, lines: Iterable[CashLine]) -> tuple[Closing, ...]:
    """One closing a month, in the order of the lines; each opens with the closing balance of the one before."""
    closings: list[Closing] = []
    for month, of_month in groupby(lines, key=lambda line: f"{line.date:%Y-%m}"):
        group = tuple(of_month)
        closing = closing_balance(opening, group)
        closings.append(Closing(month, opening, total_in(group), total_out(group), closing))
        opening = closing
    return tuple(closings)


def expected_balance(book: CashBook, row: int) -> int:
    """What the balance of `row` (from 1) should be, going by the balance recorded on the row above it."""
    line = book.lines[row - 1]
    before = book.balances[row - 2] if row > 1 else book.opening
    return before + line.cash_in - line.cash_out


def faults(book: CashBook) -> tuple[CashFault, ...]:
    """Everything the book itself shows to be wrong, row by row.

    A balance is compared with the one recorded above it, so that one slip is one fault. `date_order` names the row that
    goes back in time; the wrong date may be the one above it. Rules: a line has one side, amounts are never negative, a
    month opens with the balance that the last one closed with, and there is never less than no money in the box.
    """
    return tuple(fault for row in range(1, len(book.lines) + 1) for fault in _row_faults(book, row))


def _row_faults(book: CashBook, row: int) -> Iterator[CashFault]:
    line, recorded = book.lines[row - 1], book.balances[row - 1]
    for amount in (line.cash_in, line.cash_out):
        if amount < 0:
            yield CashFault(row, "negative_amount", found=amount)
    if line.cash_in and line.cash_out:
        yield CashFault(row, "both_sides")
    if not line.cash_in and not line.cash_out and line.category != OPENING:
        yield CashFault(row, "no_side")
    if row > 1 and line.date < book.lines[row - 2].date:
        yield CashFault(row, "date_order")
    if recorded != (expected := expected_balance(book, row)):
        yield CashFault(row, "carry_forward" if line.category == OPENING else "balance", expected, recorded)
    if recorded < 0:
        yield CashFault(row, "negative_balance", found=recorded)


def _date(row: dict[str, str], number: int) -> date:
    try:
        return date.fromisoformat(row["tanggal"])
    except (TypeError, ValueError):
        raise ValueError(
            f"cash book, row {number}, tanggal: {row['tanggal']!r} is no date; expected one like 2025-01-31"
        ) from None


def _rupiah(row: dict[str, str], number: int, column: str) -> int:
    try:
        return int(row[column])
    except (TypeError, ValueError):
        raise ValueError(
            f"cash book, row {number}, {column}: {row[column]!r} is no amount; expected whole rupiah like 1250000"
        ) from None
