"""Receipt numbers of a group, `BKM-2501-003`: kind, year and month, sequence; restarting each month without gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from latihan.domain.cash_book import OPENING, CashLine

ReceiptKind = Literal["BKM", "BKK"]  # bukti kas masuk (cash in), bukti kas keluar (cash out)
ReceiptFaultKind = Literal["missing", "malformed", "wrong_side", "wrong_month", "split"]

_PATTERN = re.compile(r"(BKM|BKK)-(\d{2})(0[1-9]|1[0-2])-(\d{3})", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Receipt:
    """A receipt number; `year` has four digits, `sequence` counts from 1."""

    kind: ReceiptKind
    year: int
    month: int
    sequence: int

    def __str__(self) -> str:
        return f"{self.kind}-{self.year % 100:02}{self.month:02}-{self.sequence:03}"


@dataclass(frozen=True, slots=True)
class ReceiptFault:
    """What is wrong with the receipt of a row, counted from 1 below the heading."""

    row: int
    kind: ReceiptFaultKind
    receipt: str


def parse_receipt(text: str) -> Receipt | None:
    """The number in `text`, or None when it does not follow the pattern; sequence 000 does not."""
    found = _PATTERN.fullmatch(text)
    if found is None or found[4] == "000":
        return None
    kind: ReceiptKind = "BKM" if found[1] == "BKM" else "BKK"
    return Receipt(kind, 2000 + int(found[2]), int(found[3]), int(found[4]))


def next_receipt(receipts: Iterable[Receipt], kind: ReceiptKind, day: date) -> Receipt:
    """The number that the next receipt of this kind gets in the month of `day`; ValueError after 999."""
    used = [r.sequence for r in receipts if (r.kind, r.year, r.month) == (kind, day.year, day.month)]
    sequence = max(used, default=0) + 1
    if sequence > 999:
        raise ValueError(f"{kind} of {day:%Y-%m}: 999 receipts are used up; three digits hold no more")
    return Receipt(kind, day.year, day.month, sequence)


def gaps(receipts: Iterable[Receipt]) -> tuple[Receipt, ...]:
    """Numbers that are missing below the highest one of their kind and month, in order."""
    used = set(receipts)
    highest: dict[tuple[ReceiptKind, int, int], int] = {}
    for receipt in used:
        series = (receipt.kind, receipt.year, receipt.month)
        highest[series] = max(highest.get(series, 0), receipt.sequence)
    expected = {Receipt(*series, sequence) for series, last in highest.items() for sequence in range(1, last + 1)}
    return tuple(sorted(expected - used))


def receipt_faults(lines: Sequence[CashLine]) -> tuple[ReceiptFault, ...]:
    """Rows whose receipt does not fit, opening lines apart.

    One receipt may hold two or three lines (principal, interest, late fee): same number, same date, next to each other.
    Its month is that of the line, which finds a date with day and month swapped on the right row.
    """
    found: list[ReceiptFault] = []
    seen: set[str] = set()
    for row, line in enumerate(lines, 1):
        if line.category == OPENING:
            continue
        if kind := _fault(line, lines[row - 2] if row > 1 else None, seen):
            found.append(ReceiptFault(row, kind, line.receipt))
        seen.add(line.receipt)
    return tuple(found)


def _fault(line: CashLine, above: CashLine | None, seen: set[str]) -> ReceiptFaultKind | None:
    if not line.receipt:
        return "missing"
    receipt = parse_receipt(line.receipt)
    if receipt is None:
        return "malformed"
    if (line.cash_in and receipt.kind != "BKM") or (line.cash_out and receipt.kind != "BKK"):
        return "wrong_side"
    if (receipt.year, receipt.month) != (line.date.year, line.date.month):
        return "wrong_month"
    continues = above is not None and (above.receipt, above.date) == (line.receipt, line.date)
    return "split" if line.receipt in seen and not continues else None
