"""The rules of quiz and scenario in the page, compared with those of the grader over every combination of choices."""

import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations, permutations, product
from pathlib import Path
from random import Random

import pytest

from latihan.authoring.folder import Folder, read_folder
from latihan.grading.exercise import Exercise, Option, QuizRule, ScenarioRule
from latihan.grading.quiz import grade_quiz
from latihan.grading.scenario import grade_scenario
from latihan.grading.wire import exercise_json, result_json

ROOT = Path(__file__).parent.parent
RULES = ROOT / "web" / "build" / "rules.mjs"
NODE = Path(sys.executable).parent / "node"
DRIVER = f"""
import {{ readFileSync }} from "node:fs";
import {{ gradeQuiz, gradeScenario }} from {json.dumps(RULES.as_uri())};
const given = JSON.parse(readFileSync(0, "utf8"));
const grade = {{ quiz: gradeQuiz, scenario: gradeScenario }};
process.stdout.write(JSON.stringify(
  given.map(({{ kind, rule, answers }}) => answers.map((picked) => grade[kind](rule, picked)))
));
"""
LONGEST_PATH = 6
# A matching of nine items has 262,144 answers: of so many, these are drawn, the same in each run.
MOST = 5_000
KEYS = ("a", "b", "c")
STORY = ScenarioRule(
    "datang",
    {
        "datang": {"tanya": Option("rapat"), "putuskan": Option("datang", poor=True)},
        "rapat": {"tunggu": Option("mandiri"), "paksa": Option("bubar", poor=True), "pulang": Option("datang")},
    },
    {"mandiri": "good", "bubar": "poor"},
)
MADE = [
    QuizRule("one", KEYS, ("b",)),
    QuizRule("several", KEYS, ("a", "c")),
    QuizRule("several", KEYS, KEYS),
    QuizRule("order", KEYS, ("c", "a", "b")),
    QuizRule("matching", KEYS, ("x=a", "y=b", "z=a"), ("x", "y", "z")),
    STORY,
]


def real_exercises() -> list[Exercise]:
    """Every quiz and scenario of the project; folders with faults are told of by `latihan check`."""
    tomls = sorted((ROOT / "exercises").glob("*/*/*/exercise.toml"))
    wanted = [path.parent for path in tomls if '"quiz"' in path.read_text() or '"scenario"' in path.read_text()]
    return [read.exercise for read in map(read_folder, wanted) if isinstance(read, Folder)]


def every_answer(rule: QuizRule | ScenarioRule) -> Iterator[tuple[str, ...]]:
    """Every answer that the page can hand in, an unknown choice, and for made-up rules what no page would."""
    yield ()
    yield ("no-such-choice",)
    if isinstance(rule, ScenarioRule):
        yield from every_path(rule, rule.start, ())
    elif rule.form == "order":
        for length in range(1, len(rule.choices) + 1):
            yield from permutations(rule.choices, length)
    elif rule.form == "matching":
        for picked in product((None, *rule.choices), repeat=len(rule.items)):
            yield tuple(f"{item}={choice}" for item, choice in zip(rule.items, picked, strict=True) if choice)
    else:
        for length in range(1, len(rule.choices) + 1):
            yield from combinations(rule.choices, length)
            yield from combinations(reversed(rule.choices), length)


def every_path(rule: ScenarioRule, step: str, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield path
    yield (*path, "no-such-choice")
    if step in rule.endings or len(path) == LONGEST_PATH:
        return
    for key, option in rule.steps[step].items():
        yield from every_path(rule, option.to, (*path, key))


def answers_to(rule: QuizRule | ScenarioRule) -> list[tuple[str, ...]]:
    """Every answer, or where there are too many, the right one and a sample."""
    every = list(every_answer(rule))
    if len(every) <= MOST:
        return every
    right = getattr(rule, "right", ())
    return [every[0], every[1], right, *Random(1).sample(every, MOST)]


EXERCISES = [
    Exercise(f"made/up/{number}", "scenario" if isinstance(rule, ScenarioRule) else "quiz", rule)
    for number, rule in enumerate(MADE)
] + real_exercises()


@pytest.fixture(scope="module")
def of_the_page() -> dict[str, list[object]]:
    """What the page's rules say of every answer, by exercise; all in one run of Node, whose start takes longest."""
    given = [{**exercise_json(each), "answers": answers_to(each.rule)} for each in EXERCISES]
    node = [NODE, "--input-type=module", "-e", DRIVER]
    done = subprocess.run(node, input=json.dumps(given), capture_output=True, text=True, check=True)
    return dict(zip([each.id for each in EXERCISES], json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_page_and_grader_agree_on_every_answer(exercise, of_the_page):
    """Status, keys, places and values of the reply are equal for every answer."""
    grade = grade_scenario if isinstance(exercise.rule, ScenarioRule) else grade_quiz
    expected = [result_json(grade(exercise.rule, answer), "id") for answer in answers_to(exercise.rule)]
    assert {"passed", "failed", "error"} == {result["status"] for result in expected}
    assert expected == of_the_page[exercise.id]
