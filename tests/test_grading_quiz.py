"""The rule of a quiz."""

import pytest

from latihan.grading import QuizRule, Result, tell
from latihan.grading.quiz import grade_quiz

ONE = QuizRule("one", ("a", "b"), ("b",))
SEVERAL = QuizRule("several", ("a", "b", "c"), ("a", "c"))
ORDER = QuizRule("order", ("a", "b", "c"), ("c", "a", "b"))
MATCHING = QuizRule("matching", ("masuk", "keluar"), ("x=masuk", "y=keluar", "z=masuk"), ("x", "y", "z"))


def reply(key, at):
    return tell(key, at=at)


@pytest.mark.parametrize(
    ("rule", "picked", "expected"),
    [
        (ONE, ("b",), Result("passed", (reply("choice:b", "b"),))),
        (ONE, ("a",), Result("failed", (reply("choice:a", "a"),))),
        (ONE, (), Result("failed", (tell("nothing_chosen"),))),
        (SEVERAL, ("c", "a"), Result("passed", (reply("choice:a", "a"), reply("choice:c", "c")))),
        (SEVERAL, ("a", "b"), Result("failed", (reply("choice:b", "b"),))),
        (SEVERAL, ("a",), Result("failed", (tell("choices_missing", missing=1),))),
        (ORDER, ("c", "a", "b"), Result("passed")),
        (ORDER, ("c", "b", "a"), Result("failed", (reply("choice:b", "b"),))),
        (ORDER, ("c", "a"), Result("failed", (tell("choices_missing", missing=1),))),
        (MATCHING, ("x=masuk", "y=keluar", "z=masuk"), Result("passed")),
        (MATCHING, ("z=keluar", "x=keluar"), Result("failed", (reply("item:x", "x"), reply("item:z", "z")))),
        (MATCHING, ("x=masuk",), Result("failed", (tell("items_unmatched", missing=2),))),
    ],
)
def test_a_quiz_replies_by_its_form(rule, picked, expected):
    """Each form passes on the right answer alone, and replies to what was picked wrongly before what is missing."""
    assert expected == grade_quiz(rule, picked)


@pytest.mark.parametrize(("rule", "picked"), [(ONE, ("z",)), (MATCHING, ("x=kosong",)), (MATCHING, ("masuk",))])
def test_a_choice_that_the_quiz_does_not_have_is_an_error(rule, picked):
    """A stale page or a hand-written answer file gets a reply, not a crash."""
    expected = Result("error", (tell("unknown_choice", at=picked[0], choice=picked[0]),))
    assert expected == grade_quiz(rule, picked)


def test_two_picked_where_one_is_right_is_not_passed():
    """Picking everything does not pass a quiz with one right choice."""
    assert grade_quiz(ONE, ("b", "a")).status == "failed"
