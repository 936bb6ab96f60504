"""Rounding half up and sharing out by the largest remainder."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from latihan.domain.rounding import round_half_up, share_out

whole = st.integers(-(10**12), 10**12)
positive = st.integers(1, 10**6)
weight_lists = st.lists(st.integers(0, 10**9), min_size=1, max_size=30).filter(any)


@pytest.mark.parametrize(
    ("expected", "arguments"),
    [
        (26_300, (26_250, 1, 100)),
        (113, (225, 2)),
        (-113, (-225, 2)),
        (208_300, (2_500_000, 12, 100)),
        (0, (49, 1, 100)),
    ],
)
def test_a_half_goes_up(expected: int, arguments: tuple[int, ...]) -> None:
    """26.250 to the hundred is 26.300 and 0,45 ha times 250 kg is 113 kg, where Python's round goes down."""
    assert expected == round_half_up(*arguments)


@given(whole, positive, positive)
def test_rounding_lands_on_the_nearest_multiple(numerator: int, denominator: int, unit: int) -> None:
    """The result is a multiple of the unit, at most half a unit away, and a half goes away from zero."""
    got, exact = round_half_up(numerator, denominator, unit), Fraction(numerator, denominator)
    assert got % unit == 0
    assert abs(got - exact) <= Fraction(unit, 2)
    assert abs(got - exact) != Fraction(unit, 2) or abs(got) > abs(exact)


@pytest.mark.parametrize("arguments", [(1, 0), (1, -2), (1, 1, 0)])
def test_rounding_refuses_a_denominator_or_unit_below_one(arguments: tuple[int, ...]) -> None:
    """A zero or negative denominator or unit is an error that names both."""
    with pytest.raises(ValueError, match="must both be 1 or more"):
        round_half_up(*arguments)


def test_the_fertiliser_quota_is_shared_by_need() -> None:
    """Need 240, 90, 160, 400, 38 of a quota of 620 kg: 160, 60, 107, 267, 26, where rounding each gives 619."""
    assert (160, 60, 107, 267, 26) == share_out(620, [240, 90, 160, 400, 38])


def test_a_tie_goes_to_the_lower_member_number() -> None:
    """Equal remainders are served from the first member on."""
    assert (4, 3, 3) == share_out(10, [1, 1, 1])


@given(st.integers(0, 10**12), weight_lists)
def test_the_parts_sum_to_the_total(total: int, weights: list[int]) -> None:
    """Parts sum exactly, each is less than one unit from its exact share, and nobody without weight gets any."""
    parts = share_out(total, weights)
    assert total == sum(parts)
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - Fraction(total * weight, sum(weights))) < 1
        assert weight or not part


@given(st.integers(0, 10**9), weight_lists)
def test_a_larger_weight_never_gets_less(total: int, weights: list[int]) -> None:
    """Sorted by weight, descending, the parts never rise."""
    parts = share_out(total, sorted(weights, reverse=True))
    assert list(parts) == sorted(parts, reverse=True)


@pytest.mark.parametrize(("total", "weights"), [(1, []), (1, [0, 0]), (-1, [1]), (1, [2, -1])])
def test_sharing_refuses_what_has_no_answer(total: int, weights: list[int]) -> None:
    """No weight above 0, a negative weight or a negative total is an error that shows them."""
    with pytest.raises(ValueError, match="cannot share"):
        share_out(total, weights)
