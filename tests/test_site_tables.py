"""Fixtures drawn as ledgers."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from site_project import ROOT, SMALL

from latihan.messages import LANGUAGES, Language, messages
from latihan.site.fixture_table import table_html
from latihan.site.formats import shape, show

FIXTURES = SMALL / "exercises" / "fixtures"


@pytest.mark.parametrize(
    ("language", "heading", "cell", "day", "amount"),
    [
        ("id", "Masuk", "Saldo awal", "5 Jan 2025", "3.715.000"),
        ("en", "In", "Opening balance", "5 Jan 2025", "3,715,000"),
    ],
)
def test_headings_cells_dates_and_amounts_follow_the_language(
    language: Language, heading: str, cell: str, day: str, amount: str
) -> None:
    """The file has keys, ISO dates and plain digits; the page has none of them."""
    html = table_html("kas.csv rows=1-2", FIXTURES, language)
    for shown in (f">{heading}</th>", f">{cell}</td>", f">{day}</td>", f">{amount}</td>"):
        assert shown in html
    for raw in ("saldo_awal", "2025-01-05", "3715000"):
        assert raw not in html


def test_rows_and_columns_come_in_the_order_asked_for() -> None:
    """`rows=3,1` turns them round; the heading is not a row."""
    html = table_html("kas.csv rows=3,1 columns=saldo,uraian", FIXTURES, "id")
    assert html.index("3.571.000") < html.index("Konsumsi rapat") < html.index("3.275.000")
    assert 3 == html.count("<tr>")


def test_a_side_of_the_cash_book_without_money_is_blank() -> None:
    """In a cash book nobody writes 0; the file has 0 there."""
    html = table_html("kas.csv rows=2 columns=masuk,keluar", FIXTURES, "id")
    assert '<td class="lx-number">440.000</td><td class="lx-number"></td>' in html


@pytest.mark.parametrize(
    ("cell", "kind", "language", "shown"),
    [
        ("-13690313", "number", "id", "-13.690.313"),
        ("0", "number", "en", "0"),
        ("1.20", "decimal", "id", "1,20"),
        ("1.20", "decimal", "en", "1.20"),
        ("-0.5", "decimal", "id", "-0,5"),
        ("?", "number", "id", "?"),
        ("2025-12-09", "date", "id", "9 Des 2025"),
        ("A-07", "text", "id", "A-07"),
    ],
)
def test_a_cell_is_shown_as_people_write_it(cell: str, kind: str, language: Language, shown: str) -> None:
    """Thousand and decimal marks are those of the language."""
    assert shown == show(cell, kind, language)  # type: ignore[arg-type]


def test_a_column_is_a_number_only_when_every_cell_is() -> None:
    """Member and receipt numbers hold letters; empty cells and `?` do not count."""
    assert "number" == shape("saldo", ["1", "", "?", "-20"])
    assert "text" == shape("no_anggota", ["A-01", "7"])
    assert "decimal" == shape("luas", ["1.20", "3"])
    assert "text" == shape("tahun", ["2025"])


@pytest.mark.parametrize("path", sorted((ROOT / "exercises" / "fixtures").glob("*.csv")), ids=lambda path: path.name)
def test_every_column_of_a_fixture_has_a_heading_in_both_languages(path: Path) -> None:
    """Otherwise a page would show the key."""
    with path.open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    missing = [(tongue, key) for tongue in LANGUAGES for key in columns if key not in messages(tongue)["columns"]]
    assert [] == missing


def test_a_word_may_mean_another_thing_in_another_column():
    """`keluar` is money out in a cash book and a member who left in the register."""
    register = table_html("members.csv rows=23 columns=nama,status", ROOT / "exercises" / "fixtures", "en")
    assert "<td>Left</td>" in str(register)
