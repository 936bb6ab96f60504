"""The member register as of a day."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from latihan.domain.members import (
    Member,
    months_of_membership,
    read_members,
    registered_on,
    reused_numbers,
    total_area,
)

FIXTURE = Path(__file__).parents[1] / "exercises" / "fixtures" / "members.csv"
REGISTER = read_members(FIXTURE.read_text(encoding="utf-8"))
HEADING = "no_anggota,nama,jenis_kelamin,jabatan,luas_lahan_ha,tanggal_masuk,tanggal_keluar\n"


@pytest.mark.parametrize(("day", "expected"), [((2025, 4, 1), 24), ((2025, 7, 31), 25), ((2025, 12, 31), 24)])
def test_members_are_counted_as_of_a_day(day: tuple[int, int, int], expected: int) -> None:
    """24 on 1 April, 25 on 31 July, 24 again on 31 December, after Marsudi left on 8 August."""
    assert expected == len(registered_on(REGISTER, date(*day)))


def test_the_area_leaves_out_who_has_left() -> None:
    """14,75 ha on 31 December; 15,60 with the leaver."""
    today = registered_on(REGISTER, date(2025, 12, 31))
    assert [Decimal("14.75"), Decimal("15.60")] == [total_area(today), total_area(REGISTER)]


def test_a_member_belongs_from_the_day_of_joining_to_the_day_before_leaving() -> None:
    """Marsudi is registered on 5 January 2022 and on 7 August 2025, not on 4 January or 8 August."""
    marsudi = [member for member in REGISTER if member.number == "A-23"]
    days = [date(2022, 1, 4), date(2022, 1, 5), date(2025, 8, 7), date(2025, 8, 8)]
    assert [0, 1, 1, 0] == [len(registered_on(marsudi, day)) for day in days]


def test_the_month_of_entry_counts() -> None:
    """Hendra joined in November 2022: 26 months to December 2024, 26 times 20.000 is 520.000; none before joining."""
    hendra = next(member for member in REGISTER if member.number == "A-18")
    assert 26 == months_of_membership(hendra.joined, date(2024, 12, 31))
    assert 0 == months_of_membership(hendra.joined, date(2022, 10, 31))


@given(st.dates(date(2000, 1, 1), date(2030, 12, 1)), st.integers(0, 400))
def test_a_month_later_is_one_month_more(joined: date, months: int) -> None:
    """Counting months one by one from the month of entry gives the same number."""
    year, month = divmod(joined.year * 12 + joined.month - 1 + months, 12)
    assert months + 1 == months_of_membership(joined, date(year, month + 1, 28))


def test_a_reused_number_is_found() -> None:
    """No number repeats in the register; one given out again is named once."""
    assert () == reused_numbers(REGISTER)
    assert ("A-23",) == reused_numbers([*REGISTER, REGISTER[22], REGISTER[22]])


def test_a_member_is_read_whole() -> None:
    """Number, name, sex, office, hectares and both dates."""
    expected = Member("A-23", "Marsudi", "L", "Anggota", Decimal("0.85"), date(2022, 1, 5), date(2025, 8, 8))
    assert expected == REGISTER[22]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("no_anggota,nama\n", "no column jenis_kelamin, jabatan, luas_lahan_ha"),
        (HEADING + 'A-01,Sutrisno,L,Ketua,"1,20",2022-01-05,\n', "row 1.*expected hectares like 0.45"),
        (HEADING + "A-01,Sutrisno,L,Ketua,1.20,5 Januari 2022,\n", "row 1.*dates like 2025-01-31"),
        (HEADING + "A-01,Sutrisno\n", "row 1"),
    ],
)
def test_an_unreadable_register_says_where(text: str, message: str) -> None:
    """The error names the row, shows it and says what was expected."""
    with pytest.raises(ValueError, match=message):
        read_members(text)
