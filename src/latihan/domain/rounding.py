"""Rounding in whole numbers: half up, and parts that sum to their total."""

from __future__ import annotations

from collections.abc import Sequence


def round_half_up(numerator: int, denominator: int = 1, unit: int = 1) -> int:
    """numerator/denominator to the nearest multiple of `unit` rupiah, a half away from zero.

    Not Python's `round`, which takes a half to the even neighbour: 26.250 to the hundred is 26.300, not 26.200.
    ValueError unless denominator and unit are positive.
    """
    if denominator <= 0 or unit <= 0:
        raise ValueError(f"denominator {denominator} and unit {unit} must both be 1 or more")
    step = denominator * unit
    rounded = (2 * abs(numerator) + step) // (2 * step) * unit
    return -rounded if numerator < 0 else rounded


def share_out(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """`total` split by `weights` with the largest remainder method: the parts sum to the total exactly.

    Every part is rounded down; the units left over go to the largest remainders, ties to the earlier weight (the lower
    member number). ValueError for a negative total or weight, or when no weight is above 0.
    """
    whole = sum(weights)
    if total < 0 or whole <= 0 or min(weights) < 0:
        raise ValueError(f"cannot share {total} by {list(weights)}: expected a total of 0 or more, weights above 0")
    parts = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda place: -(total * weights[place] % whole))
    for place in by_remainder[: total - sum(parts)]:
        parts[place] += 1
    return tuple(parts)
