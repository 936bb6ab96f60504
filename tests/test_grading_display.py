"""Values of feedback as a learner reads them."""

from decimal import Decimal

import pytest

from latihan.grading.display import MAX_SHOWN, shown


class Broken:
    def __repr__(self):
        raise ValueError("rusak")


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (105_000, "105.000", "105,000"),
        (-1_000, "-1.000", "-1,000"),
        (Decimal("14.75"), "14,75", "14.75"),
        (Decimal("NaN"), "NaN", "NaN"),
        (10**5000, "10³⁰ …", "10³⁰ …"),
        (True, "True", "True"),
        ("<b>", "<b>", "<b>"),
        (None, "None", "None"),
        ([5_000, "a"], "[5000, 'a']", "[5000, 'a']"),
        ([10**5000], "<list>", "<list>"),
        (Broken(), "<Broken>", "<Broken>"),
    ],
    ids=lambda v: type(v).__name__,
)
def test_a_value_is_shown_in_words_of_the_language(value, indonesian, english):
    """Numbers take the language's marks; everything else reads as in the program, and nothing raises."""
    assert (indonesian, english) == (shown(value, "id"), shown(value, "en"))


def test_no_address_is_shown():
    """The address of a generator tells a learner nothing and differs from run to run."""
    name = "test_no_address_is_shown.<locals>"
    assert f"<generator object {name}.<genexpr>>" == shown((m for m in []), "id")
    assert f"[<function {name}.<lambda>>]" == shown([lambda: 0], "id")


def test_a_long_value_is_cut():
    """At most MAX_SHOWN characters and a sign that there is more."""
    assert "x" * MAX_SHOWN + "…" == shown("x" * 1000, "id")
