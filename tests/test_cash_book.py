"""The cash book: balances, closings and faults, on examples, properties and the year of Sumber Rejeki."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from latihan.domain.cash_book import (
    CashBook,
    CashFault,
    CashLine,
    Closing,
    closing_balance,
    expected_balance,
    faults,
    month_closings,
    read_cash_book,
    running_balance,
    total_in,
    total_out,
    totals_by_category,
)

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "exercises" / "fixtures"
YEAR = read_cash_book((FIXTURES / "cash-book-2025.csv").read_text(encoding="utf-8"))
EXPECTED = json.loads((ROOT / "tests" / "data" / "expected.json").read_text(encoding="utf-8"))
HEADING = "tanggal,no_bukti,uraian,kategori,masuk,keluar,saldo\n"


def line(cash_in: int = 0, cash_out: int = 0, day: date = date(2025, 1, 5), category: str = "lain") -> CashLine:
    return CashLine(day, "BKM-2501-001", "", category, cash_in, cash_out)


amounts = st.integers(1, 10**9)
days = st.dates(date(2025, 1, 1), date(2026, 12, 31))
line_lists = st.lists(
    st.builds(lambda day, amount, is_in: line(amount * is_in, amount * (not is_in), day), days, amounts, st.booleans()),
    max_size=40,
).map(lambda lines: tuple(sorted(lines, key=lambda one: one.date)))
openings = st.integers(0, 10**9)


def test_the_first_lines_of_january_carry_down() -> None:
    """3.275.000 + 440.000 − 144.000 − 52.500 + 300.000 + 30.000 = 3.848.500, line by line."""
    assert (3_275_000, 3_715_000, 3_571_000, 3_518_500, 3_818_500, 3_848_500) == running_balance(
        YEAR.opening, YEAR.lines[:6]
    )


def test_january_closes_at_2_839_200() -> None:
    """3.275.000 + 1.346.700 − 1.782.500 = 2.839.200."""
    january = month_closings(YEAR.opening, YEAR.lines)[0]
    assert Closing("2025-01", 3_275_000, 1_346_700, 1_782_500, 2_839_200) == january


def test_every_balance_of_the_year_is_rederived() -> None:
    """All 386 recorded balances of cash-book-2025.csv follow from the opening balance and the two columns."""
    assert EXPECTED["baris_buku_kas"] == len(YEAR.lines)
    assert YEAR.balances == running_balance(YEAR.opening, YEAR.lines)


def test_every_month_of_the_year_is_rederived() -> None:
    """The twelve rows of month-closing-2025.csv are what month_closings gives."""
    rows = csv.DictReader((FIXTURES / "month-closing-2025.csv").read_text(encoding="utf-8").splitlines())
    columns = ("saldo_awal", "jumlah_masuk", "jumlah_keluar", "saldo_akhir")
    expected = tuple(Closing(row["bulan"], *(int(row[column]) for column in columns)) for row in rows)
    assert expected == month_closings(YEAR.opening, YEAR.lines)


def test_the_totals_of_the_year_agree_with_the_books() -> None:
    """Opening, in, out and closing of the year, and what moved in each category."""
    got = {
        "awal": YEAR.opening,
        "masuk": total_in(YEAR.lines),
        "keluar": total_out(YEAR.lines),
        "akhir": closing_balance(YEAR.opening, YEAR.lines),
    }
    assert EXPECTED["kas"] == got
    assert EXPECTED["per_kategori"] == totals_by_category(YEAR.lines)


def test_the_clean_book_has_no_fault() -> None:
    """No false alarm on cash-book-2025.csv."""
    assert () == faults(YEAR)


def test_the_balance_column_shows_its_planted_errors_and_no_others() -> None:
    """Transposition, skipped line, carry-forward and the row after the wrong date, each on its own row only."""
    book = read_cash_book((FIXTURES / "cash-book-2025-errors.csv").read_text(encoding="utf-8"))
    assert (
        CashFault(28, "balance", 1_732_200, 1_912_200),
        CashFault(92, "balance", 3_232_200, 3_284_700),
        CashFault(187, "date_order"),
        CashFault(279, "carry_forward", 2_504_000, 2_474_000),
    ) == faults(book)


@pytest.mark.parametrize(
    ("second", "balance", "expected"),
    [
        (line(5, 3), 102, [CashFault(2, "both_sides")]),
        (line(), 100, [CashFault(2, "no_side")]),
        (line(category="saldo_awal"), 100, []),
        (line(-5), 95, [CashFault(2, "negative_amount", found=-5)]),
        (line(0, -5), 105, [CashFault(2, "negative_amount", found=-5)]),
        (line(5, day=date(2025, 1, 4)), 105, [CashFault(2, "date_order")]),
        (line(5), 100, [CashFault(2, "balance", 105, 100)]),
        (line(0, 150), -50, [CashFault(2, "negative_balance", found=-50)]),
        (
            line(5, 5, date(2025, 1, 1)),
            99,
            [
                CashFault(2, "both_sides"),
                CashFault(2, "date_order"),
                CashFault(2, "balance", 100, 99),
            ],
        ),
    ],
)
def test_each_fault_is_named_on_its_row(second: CashLine, balance: int, expected: list[CashFault]) -> None:
    """A line with both sides or neither, negative amount, date going back, wrong or negative balance; all at once."""
    book = CashBook((line(category="saldo_awal"), second), (100, balance))
    assert tuple(expected) == faults(book)


def test_one_slip_is_one_fault() -> None:
    """A row that carries on from a wrong balance is right by the balance above it."""
    book = CashBook((line(10), line(10), line(10)), (10, 21, 31))
    assert [CashFault(2, "balance", 20, 21)] == list(faults(book))
    assert [10, 20, 31] == [expected_balance(book, row) for row in (1, 2, 3)]


def test_a_book_without_an_opening_line_is_worked_back() -> None:
    """The opening balance is the first recorded one less what the first line moved; an empty book opens with 0."""
    assert [70, 0] == [CashBook((line(30),), (100,)).opening, CashBook((), ()).opening]


@given(openings, line_lists)
def test_closing_is_opening_plus_in_minus_out(opening: int, lines: tuple[CashLine, ...]) -> None:
    """The last running balance, the closing balance and opening + in − out are one number."""
    last = running_balance(opening, lines)[-1] if lines else opening
    assert last == closing_balance(opening, lines) == opening + total_in(lines) - total_out(lines)


@given(openings, line_lists)
def test_every_balance_carries_down(opening: int, lines: tuple[CashLine, ...]) -> None:
    """A book whose balances are the running balance has no balance fault, whatever its lines."""
    kinds = {fault.kind for fault in faults(CashBook(lines, running_balance(opening, lines)))}
    assert kinds <= {"negative_balance"}


@given(openings, line_lists)
def test_every_month_opens_where_the_last_one_closed(opening: int, lines: tuple[CashLine, ...]) -> None:
    """Closings chain from the opening to the closing balance, and months rise without repeating."""
    closings = month_closings(opening, lines)
    assert [opening, *(one.closing for one in closings)] == [
        *(one.opening for one in closings),
        closing_balance(opening, lines),
    ]
    assert sorted({one.month for one in closings}) == [one.month for one in closings]


@given(openings, line_lists.filter(bool), st.data())
def test_a_wrong_balance_is_found_on_its_row(opening: int, lines: tuple[CashLine, ...], data: st.DataObject) -> None:
    """Changing one recorded balance gives a balance fault on that row, with what it should be."""
    right = running_balance(opening, lines)
    place = data.draw(st.integers(1, len(lines)).map(lambda row: row - 1))
    wrong = right[place] + data.draw(amounts)
    book = CashBook((line(category="saldo_awal"), *lines), (opening, *right[:place], wrong, *right[place + 1 :]))
    assert CashFault(place + 2, "balance", right[place], wrong) in faults(book)


def test_a_description_may_hold_commas_quotes_and_line_breaks() -> None:
    """Fields are read by the rules of CSV, with or without a byte order mark, with either line end."""
    text = (
        "\ufeff" + HEADING.replace("\n", "\r\n") + '2025-01-05,BKK-2501-001,"Benih 5 kg, ""padi""\nurea",x,0,10,90\r\n'
    )
    assert 'Benih 5 kg, "padi"\nurea' == read_cash_book(text).lines[0].description


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tanggal,masuk\n", "no column no_bukti, uraian, kategori, keluar, saldo"),
        ("", "no column tanggal"),
        (HEADING + "05/01/2025,B,u,k,0,1,2\n", "row 1, tanggal: '05/01/2025' is no date"),
        (HEADING + "2025-01-05,B,u,k,0,1,2\n2025-01-05,B,u,k,0,satu,2\n", "row 2, keluar: 'satu' is no amount"),
        (HEADING + "2025-01-05,B,u\n", "row 1, masuk: None is no amount"),
    ],
)
def test_an_unreadable_book_says_where(text: str, message: str) -> None:
    """The error names row, column, what stands there and what was expected."""
    with pytest.raises(ValueError, match=message):
        read_cash_book(text)
