"""Receipt numbers: their pattern, order and faults."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from latihan.domain.cash_book import CashLine, read_cash_book
from latihan.domain.receipts import Receipt, ReceiptFault, gaps, next_receipt, parse_receipt, receipt_faults

FIXTURES = Path(__file__).parents[1] / "exercises" / "fixtures"


def book(name: str) -> tuple[CashLine, ...]:
    return read_cash_book((FIXTURES / name).read_text(encoding="utf-8")).lines


def receipts_of(lines: tuple[CashLine, ...]) -> list[Receipt]:
    return [receipt for line in lines if (receipt := parse_receipt(line.receipt))]


receipts = st.builds(
    Receipt, st.sampled_from(["BKM", "BKK"]), st.integers(2000, 2099), st.integers(1, 12), st.integers(1, 999)
)


@given(receipts)
def test_a_number_that_was_written_reads_as_itself(receipt: Receipt) -> None:
    """parse_receipt undoes str."""
    assert receipt == parse_receipt(str(receipt))


@pytest.mark.parametrize(
    "text",
    ["", "BKM-2513-001", "BKM-2500-001", "BKM-2501-000", "BKM-2501-1", "BKM-2501-0001", "bkm-2501-001", "BB-2501-001",
     " BKM-2501-001", "BKM-2501-001\n", "BKM-٢٥٠١-001"],
)  # fmt: skip
def test_what_does_not_follow_the_pattern_is_no_receipt(text: str) -> None:
    """Month 01 to 12, three digits from 001, two kinds, nothing around it."""
    assert None is parse_receipt(text)


def test_numbers_restart_each_month_and_apart_for_each_kind() -> None:
    """After BKM-2501-002 comes 003; February and BKK begin with 001."""
    used = [Receipt("BKM", 2025, 1, 2), Receipt("BKM", 2025, 1, 1)]
    day = date(2025, 1, 31)
    got = [next_receipt(used, "BKM", day), next_receipt(used, "BKK", day), next_receipt(used, "BKM", date(2025, 2, 1))]
    assert ["BKM-2501-003", "BKK-2501-001", "BKM-2502-001"] == [str(receipt) for receipt in got]


def test_three_digits_are_not_overrun() -> None:
    """The thousandth receipt of a month is an error."""
    with pytest.raises(ValueError, match="BKM of 2025-01: 999 receipts are used up"):
        next_receipt([Receipt("BKM", 2025, 1, 999)], "BKM", date(2025, 1, 31))


def test_the_missing_numbers_of_the_planted_errors_are_found() -> None:
    """BKM-2505-002 and BKK-2506-004 are missing from the year with errors, none from the clean year."""
    assert () == gaps(receipts_of(book("cash-book-2025.csv")))
    missing = gaps(receipts_of(book("cash-book-2025-errors.csv")))
    assert ["BKK-2506-004", "BKM-2505-002"] == [str(receipt) for receipt in missing]


@given(st.sets(receipts, max_size=30))
def test_filling_the_gaps_leaves_none(used: set[Receipt]) -> None:
    """Gaps are new numbers, and with them no number is missing."""
    missing = gaps(used)
    assert set() == used & set(missing)
    assert () == gaps({*used, *missing})


def test_one_receipt_may_hold_several_lines() -> None:
    """The clean year has receipts of two and three lines and no receipt fault."""
    lines = book("cash-book-2025.csv")
    per_receipt = {receipt: receipts_of(lines).count(receipt) for receipt in receipts_of(lines)}
    assert {1, 2, 3} == set(per_receipt.values())
    assert () == receipt_faults(lines)


def test_the_planted_receipt_errors_are_found_on_their_rows() -> None:
    """Wrong side, number given twice, number missing, month of another date, line entered twice; nothing else."""
    assert (
        ReceiptFault(47, "wrong_side", "BKK-2503-001"),
        ReceiptFault(122, "split", "BKM-2505-001"),
        ReceiptFault(168, "missing", ""),
        ReceiptFault(186, "wrong_month", "BKK-2507-003"),
        ReceiptFault(236, "split", "BKM-2508-008"),
    ) == receipt_faults(book("cash-book-2025-errors.csv"))


def test_a_number_of_no_pattern_is_a_fault() -> None:
    """A receipt that is there but does not follow the pattern is malformed."""
    line = CashLine(date(2025, 1, 5), "BKM-2501-1", "", "denda", 1000, 0)
    assert (ReceiptFault(1, "malformed", "BKM-2501-1"),) == receipt_faults([line])
