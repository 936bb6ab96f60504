"""Exercises, answers and results as JSON."""

import json

import pytest

from latihan.grading import (
    Choices,
    CodeRule,
    Column,
    Exercise,
    Limits,
    Option,
    Program,
    QuizRule,
    ScenarioRule,
    Table,
    TableRule,
    wire,
)

CHECKS = (
    "from latihan.grading import tell\ndef c(program):\n    return tell('salah', at=1, hasil=105_000, daftar=[5_000])\n"
)
EXERCISES = [
    Exercise("a/b/1", "code", CodeRule(CHECKS, "x", "y", {"kas.csv": "a,b\n"}), Limits(1, 2)),
    Exercise("a/b/2", "table", TableRule("", (Column("s", "word", ("m", "k")),), (("?",),), (("m",),))),
    Exercise("a/b/3", "quiz", QuizRule("matching", ("m",), ("x=m",), ("x",))),
    Exercise("a/b/4", "scenario", ScenarioRule("s", {"s": {"a": Option("e", poor=True)}}, {"e": "good"})),
]


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.kind)
def test_an_exercise_comes_back_whole_from_the_page(exercise):
    """Writing and reading an exercise gives the same value, for every kind."""
    assert exercise == wire.exercise_from_json(json.loads(json.dumps(wire.exercise_json(exercise))))


@pytest.mark.parametrize("answer", [Program("a"), Table((("1", "2"),)), Choices(("a", "b"))])
def test_an_answer_comes_back_whole(answer):
    """Each kind of answer has its own field."""
    assert answer == wire.answer_from_json(json.loads(json.dumps(wire.answer_json(answer))))


@pytest.mark.parametrize(("language", "hasil"), [("id", "105.000"), ("en", "105,000")])
def test_values_are_in_words_of_the_language(language, hasil):
    """Whole numbers get the language's thousand mark; lists stay as Python writes them."""
    exercise = json.dumps(wire.exercise_json(EXERCISES[0]))
    expected = {
        "status": "failed",
        "feedback": [{"key": "salah", "at": "1", "values": {"hasil": hasil, "daftar": "[5000]"}}],
        "output": "",
        "truncated": False,
    }
    assert expected == json.loads(wire.check(exercise, '{"source": "print(1)"}', language))


def test_a_run_gives_its_output_and_sends_it_on():
    """The worker passes `write` to show output while the program runs."""
    heard = []
    result = json.loads(
        wire.run(json.dumps(wire.exercise_json(EXERCISES[0])), '{"source": "print(1)"}', "id", heard.append)
    )
    assert (result["status"], result["output"], "".join(heard)) == ("passed", "1\n", "1\n")


def test_a_broken_check_is_told_as_ours():
    """In the page a crash in a check blames the exercise, not the learner."""
    broken = Exercise("a/b/c", "code", CodeRule("def c(p):\n    1 // 0\n", "", ""))
    result = json.loads(wire.check(json.dumps(wire.exercise_json(broken)), '{"source": ""}', "id"))
    assert (result["status"], result["feedback"][0]["key"]) == ("error", "check_broken")
