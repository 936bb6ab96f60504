"""Reading and formatting of amounts as people write them."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from latihan.domain.rupiah import (
    MAX_DIGITS,
    Doubt,
    Language,
    format_decimal,
    format_number,
    format_rupiah,
    read_decimal,
    read_rupiah,
)

FIXTURE = Path(__file__).parents[1] / "exercises" / "fixtures" / "amounts-raw.csv"
RAW = list(csv.DictReader(FIXTURE.read_text(encoding="utf-8").splitlines()))

amounts = st.integers(1 - 10**MAX_DIGITS, 10**MAX_DIGITS - 1)
languages = st.sampled_from(["id", "en"])
anything = st.one_of(
    st.text(),
    st.text(alphabet="0123456789.,-+()= _Rpjtarbuk\n\u00a0−٣５"),
    st.from_regex(r"(rp)?[-(]?[0-9.,]{1,40}(juta|rb|,-)?", fullmatch=True),
)


@pytest.mark.parametrize("row", RAW, ids=[repr(row["tertulis"]) for row in RAW])
def test_every_row_of_the_raw_amounts_is_read_or_asked_back(row: dict[str, str]) -> None:
    """Every row of amounts-raw.csv gives its rupiah, and the rows without one give a Doubt."""
    got = read_rupiah(row["tertulis"], "id")
    assert (int(row["rupiah"]) if row["rupiah"] else None) == (None if isinstance(got, Doubt) else got)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Rp200.000", "id", 200_000),
        ("200.000", "id", 200_000),
        ("200 000", "id", 200_000),
        ("200\u00a0000", "id", 200_000),
        ("200\u202f000", "id", 200_000),
        ("200000", "id", 200_000),
        ("\u200b200.000\ufeff", "id", 200_000),
        ("200_000", "id", 200_000),
        ("Rp 1.500.000,-", "id", 1_500_000),
        ("Rp 1.500.000,--", "id", 1_500_000),
        ("Rp 1.500.000,=", "id", 1_500_000),
        ("1.500.000.-", "id", 1_500_000),
        ("RP. 85.000,–", "id", 85_000),
        ("IDR 85.000", "id", 85_000),
        ("85.000 rupiah", "id", 85_000),
        ("750rb", "id", 750_000),
        ("750 ribu", "id", 750_000),
        ("50K", "id", 50_000),
        ("1,5 juta", "id", 1_500_000),
        ("0,75 jt.", "id", 750_000),
        ("2 jt", "id", 2_000_000),
        ("1,25 miliar", "id", 1_250_000_000),
        ("(Rp 50.000)", "id", -50_000),
        ("Rp (50.000)", "id", -50_000),
        ("−50.000", "id", -50_000),
        ("Rp -50.000", "id", -50_000),
        ("-Rp50.000", "id", -50_000),
        ("+50.000", "id", 50_000),
        ("٢٠٠٠٠٠", "id", 200_000),
        ("２００.０００", "id", 200_000),
        ("200,000", "en", 200_000),
        ("Rp1,250,000.00", "en", 1_250_000),
        ("1.5 million", "en", 1_500_000),
        ("1.5 juta", "en", 1_500_000),
    ],
)
def test_an_amount_as_people_write_it_is_read(text: str, language: Language, expected: int) -> None:
    """Currency, thousand marks, spaces, spoken thousands, `,-` and both negative forms give the amount meant."""
    assert expected == read_rupiah(text, language)


@pytest.mark.parametrize(
    ("text", "language", "kind", "readings"),
    [
        ("12.50", "id", "ambiguous", (1_250, 12_500)),
        ("12,500", "id", "ambiguous", (12_500, Decimal("12.5"))),
        ("12.500", "en", "ambiguous", (12_500, Decimal("12.5"))),
        ("45.000", "en", "ambiguous", (45_000, 45)),
        ("1,250,000", "id", "ambiguous", ()),
        ("1.250.000", "en", "ambiguous", ()),
        ("1,250.00", "id", "ambiguous", ()),
        ("1.250,000", "id", "ambiguous", (1_250_000, 1_250)),
        ("1.5 juta", "id", "ambiguous", (1_500_000, 15_000_000)),
        ("1,500 juta", "id", "ambiguous", (1_500_000_000, 1_500_000)),
        ("1.25.000", "id", "ambiguous", ()),
        ("1.250 000", "id", "ambiguous", ()),
        ("1.250.", "id", "ambiguous", ()),
        ("200,0", "id", "ambiguous", ()),
        ("50.000-", "id", "ambiguous", (50_000, -50_000)),
        ("--5", "id", "ambiguous", ()),
        ("-Rp-5", "id", "ambiguous", ()),
        ("200\n000", "id", "ambiguous", ()),
        ("1,5", "id", "fraction", ()),
        ("1.250.000,50", "id", "fraction", ()),
        ("1,2345 rb", "id", "fraction", ()),
        ("12.50", "en", "fraction", ()),
        ("", "id", "empty", ()),
        (" \u00a0\n", "id", "empty", ()),
        ("-", "id", "empty", ()),
        ("Rp", "id", "empty", ()),
        ("dua ratus ribu", "id", "letters", ()),
        ("a", "id", "letters", ()),
        ("3 M", "id", "letters", ()),
        ("2 thouſand", "en", "letters", ()),
        ("1e5", "id", "letters", ()),
        ("5²", "id", "letters", ()),
        ("💰200", "id", "letters", ()),
        ("9/7/2025", "id", "letters", ()),
        ("=A1+B2", "id", "formula", ()),
        ("=200000", "id", "formula", ()),
        ("100+50", "id", "formula", ()),
        ("100-50", "id", "formula", ()),
        ("22 x 20.000", "id", "formula", ()),
        ("22 orang @8.000", "id", "formula", ()),
        ("-0", "id", "negative_zero", ()),
        ("(0)", "id", "negative_zero", ()),
        ("9" * 30, "id", "too_long", ()),
        ("0" * 30, "id", "too_long", ()),
        ("999.999.999.999 jt", "id", "too_long", ()),
    ],
)
def test_a_doubtful_amount_is_asked_back(
    text: str, language: Language, kind: str, readings: tuple[object, ...]
) -> None:
    """What may mean two amounts, or none, gives a Doubt of its kind, with the text and the candidates."""
    assert Doubt(kind, text, readings) == read_rupiah(text, language)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("0,45", "id", Decimal("0.45")),
        ("0.45", "en", Decimal("0.45")),
        ("1,250", "id", Decimal("1.25")),
        ("1.250", "id", Decimal(1250)),
        ("14,75", "id", Decimal("14.75")),
        ("-2,5", "id", Decimal("-2.5")),
        ("0.45", "id", Doubt("ambiguous", "0.45", (Decimal("0.45"), 45))),
        ("0.125", "id", Doubt("ambiguous", "0.125", (Decimal("0.125"), 125))),
        ("14,75", "en", Doubt("ambiguous", "14,75", (Decimal("14.75"), 1475))),
        ("0.0", "id", Doubt("ambiguous", "0.0")),
        ("1/2", "id", Doubt("formula", "1/2")),
        ("-0,0", "id", Doubt("negative_zero", "-0,0")),
    ],
)
def test_hectares_take_the_decimal_mark_of_the_language(text: str, language: Language, expected: object) -> None:
    """In Indonesian a point is a thousand mark before exactly three digits and is asked back otherwise."""
    assert expected == read_decimal(text, language)


def test_amounts_are_formatted_in_both_languages() -> None:
    """The currency stands before the number and the minus before both."""
    assert ["Rp1.250.000", "Rp1,250,000"] == [format_rupiah(1_250_000, "id"), format_rupiah(1_250_000, "en")]
    assert ["-Rp50.000", "-50,000"] == [format_rupiah(-50_000, "id"), format_rupiah(-50_000, "en", symbol=False)]
    assert ["-1.000", "999"] == [format_number(-1000, "id"), format_number(999, "en")]
    assert "12,5" == format_number(Decimal("12.5"), "id")


def test_decimals_keep_their_digits_and_never_show_a_negative_zero() -> None:
    """`1.20` keeps its zero; zero has no sign; a number too long to read stays in Python's notation."""
    got = [format_decimal(Decimal(text), "id") for text in ("1.20", "1234567.5", "-0.0", "1E+2", "1E+999999", "NaN")]
    assert ["1,20", "1.234.567,5", "0,0", "100", "1E+999999", "NaN"] == got


@given(amounts, languages, st.booleans())
def test_an_amount_that_was_formatted_reads_as_itself(amount: int, language: Language, symbol: bool) -> None:
    """read_rupiah undoes format_rupiah, in either language."""
    assert amount == read_rupiah(format_rupiah(amount, language, symbol), language)


@given(st.decimals(-(10**9), 10**9, places=4), languages)
def test_a_decimal_that_was_formatted_reads_as_itself(value: Decimal, language: Language) -> None:
    """read_decimal undoes format_decimal, in either language."""
    assert value == read_decimal(format_decimal(value, language), language)


@given(anything, languages)
def test_any_text_gives_a_number_or_a_doubt(text: str, language: Language) -> None:
    """Nothing raises; an amount stays within MAX_DIGITS; candidates are two or more different ones, or none."""
    for got in (read_rupiah(text, language), read_decimal(text, language)):
        if isinstance(got, Doubt):
            assert text == got.text
            assert got.readings == () or len(set(got.readings)) > 1
        else:
            assert abs(got) < 10**MAX_DIGITS


@given(amounts)
def test_an_english_amount_is_never_read_as_another_in_indonesian(amount: int) -> None:
    """An amount written with English marks is, in Indonesian, the same amount or asked back."""
    got = read_rupiah(format_number(amount, "en"), "id")
    assert isinstance(got, Doubt) or got == amount
