"""The rule of quiz and scenario in the page (web/src/rules.ts), held against the grader's over every answer."""

import itertools
import json
import random
import subprocess
from pathlib import Path

import pytest

from latihan.authoring import read_all
from latihan.grading import Choices, Exercise, Option, QuizRule, ScenarioRule, grade, wire

ROOT = Path(__file__).parent.parent
RULES = ROOT / "web" / "build" / "rules.mjs"
NODE = ROOT / ".venv" / "bin" / "node"
MOST = 4_000
SCRIPT = """
import { gradeQuiz, gradeScenario } from %s;
import { readFileSync } from "node:fs";
const answers = JSON.parse(readFileSync(0, "utf8"));
const results = answers.map(({ exercise, picked }) =>
  (exercise.kind === "quiz" ? gradeQuiz : gradeScenario)(exercise.rule, picked));
process.stdout.write(JSON.stringify(results));
"""
MADE = [
    Exercise("made/quiz/one", "quiz", QuizRule("one", ("a", "b", "c"), ("b",))),
    Exercise("made/quiz/several", "quiz", QuizRule("several", ("a", "b", "c", "d"), ("a", "d"))),
    Exercise("made/quiz/order", "quiz", QuizRule("order", ("a", "b", "c", "d"), ("d", "a", "c", "b"))),
    Exercise("made/quiz/matching", "quiz", QuizRule("matching", ("m", "k"), ("x=m", "y=k", "z=m"), ("x", "y", "z"))),
    Exercise(
        "made/story/ways",
        "scenario",
        ScenarioRule(
            "s",
            {
                "s": {"a": Option("t"), "b": Option("s", poor=True), "c": Option("bubar", poor=True)},
                "t": {"a": Option("baik"), "b": Option("cukup")},
            },
            {"baik": "good", "cukup": "good", "bubar": "poor"},
        ),
    ),
]
REAL = [folder.exercise for folder in read_all(ROOT / "exercises") if folder.exercise.kind in {"quiz", "scenario"}]


def subsets(rule):
    """Every set of choices, in each order of up to two, and one that the quiz does not have."""
    for size in range(len(rule.choices) + 1):
        yield from itertools.combinations(rule.choices, size)
    yield from itertools.permutations(rule.choices, 2)
    yield ("not-there",)


def orders(rule):
    """Every order of every number of choices."""
    for size in range(len(rule.choices) + 1):
        yield from itertools.permutations(rule.choices, size)


def matchings(rule):
    """Every way to match items, items without a match included; a fixed sample where there are more than `MOST`."""
    each = (None, *rule.choices)
    pick = random.Random(2025)
    few = len(each) ** len(rule.items) <= MOST
    ways = (
        itertools.product(each, repeat=len(rule.items))
        if few
        else (pick.choices(each, k=len(rule.items)) for _ in range(MOST))
    )
    for chosen in ways:
        yield tuple(f"{i}={c}" for i, c in zip(rule.items, chosen, strict=True) if c)
    yield (f"{rule.items[0]}=not-there",)


def paths(rule):
    """Every path of up to six choices, also past an ending and by choices of other steps."""
    known = sorted({key for options in rule.steps.values() for key in options})
    for length in range(7):
        yield from itertools.product(known, repeat=length)


def walks(rule):
    """Every path that the story offers, up to nine choices."""
    open_paths = [((), rule.start)]
    while open_paths:
        path, step = open_paths.pop()
        yield path
        if step in rule.steps and len(path) < 9:
            open_paths += [((*path, key), option.to) for key, option in rule.steps[step].items()]


def answers(exercise):
    """Every answer to an exercise, or a fixed sample of `MOST` where there are more."""
    rule = exercise.rule
    if isinstance(rule, ScenarioRule):
        found = [*itertools.islice(walks(rule), MOST), *itertools.islice(paths(rule), MOST)]
    else:
        ways = {"one": subsets, "several": subsets, "order": orders, "matching": matchings}[rule.form]
        found = [*ways(rule), rule.right]
    return found if len(found) <= 2 * MOST else [*random.Random(2025).sample(found, MOST), found[-1]]


@pytest.mark.parametrize("exercise", [*MADE, *REAL], ids=lambda e: e.id)
def test_the_page_and_the_grader_give_the_same_result(exercise):
    """Status, replies, places and values are equal for every answer that a learner can give."""
    given = answers(exercise)
    sent = [{"exercise": wire.exercise_json(exercise), "picked": picked} for picked in given]
    node = [NODE, "--input-type=module", "--eval", SCRIPT % json.dumps(RULES.as_uri())]
    page = json.loads(subprocess.run(node, input=json.dumps(sent), capture_output=True, text=True, check=True).stdout)
    ours = [json.loads(json.dumps(wire.result_json(grade(exercise, Choices(picked)), "id"))) for picked in given]
    assert ours == page
    assert {"passed", "failed"} <= {result["status"] for result in page}
