"""The rule of a scenario."""

import pytest

from latihan.grading import Option, Result, ScenarioRule, tell
from latihan.grading.scenario import best_path, grade_scenario

RULE = ScenarioRule(
    "datang",
    {
        "datang": {"tanya": Option("rapat"), "putuskan": Option("datang", poor=True)},
        "rapat": {"catat": Option("mandiri"), "tutup": Option("bubar", poor=True)},
    },
    {"mandiri": "good", "bubar": "poor"},
)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((), Result("failed", (tell("scenario_unfinished"),))),
        (("tanya",), Result("failed", (tell("datang:tanya", at="datang:tanya"), tell("scenario_unfinished")))),
        (
            ("putuskan", "tanya", "catat"),
            Result("passed", (tell("rapat:catat", at="rapat:catat"), tell("ending:mandiri"))),
        ),
        (("tanya", "tutup"), Result("failed", (tell("rapat:tutup", at="rapat:tutup"), tell("ending:bubar")))),
        (("catat",), Result("error", (tell("unknown_choice", at="datang:catat", choice="catat"),))),
        (
            ("tanya", "catat", "lagi"),
            Result("error", (tell("unknown_choice", at="mandiri:lagi", choice="lagi"),)),
        ),
    ],
)
def test_a_path_is_walked_from_the_start(path, expected):
    """A poor choice leads back, a good ending passes, a path that leaves the story is an error."""
    assert expected == grade_scenario(RULE, path)


def test_the_best_path_is_the_shortest_without_a_poor_choice():
    """The solution shown for a scenario never goes through a choice marked poor."""
    assert best_path(RULE) == ("tanya", "catat")


def test_a_story_without_a_good_ending_has_no_best_path():
    """Where every way is poor, there is no solution to show."""
    rule = ScenarioRule("a", {"a": {"x": Option("b", poor=True)}}, {"b": "good"})
    assert None is best_path(rule)
