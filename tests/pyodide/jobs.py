"""What the two hosts are given: every answer of every exercise, and every nasty program."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from twins import Job

from latihan.authoring.folder import Folder
from latihan.authoring.sheet import as_typed
from latihan.grading.answer import Answer, Choices, Program, Table
from latihan.grading.exercise import CodeRule, Exercise, Limits, QuizRule, ScenarioRule, TableRule
from latihan.grading.wire import answer_json, exercise_json
from latihan.messages import LANGUAGES, Language

ROOT = Path(__file__).parents[2]
NASTY = ROOT / "tests" / "data" / "nasty"
REPLIES: dict[str, dict[str, Any]] = tomllib.loads((NASTY / "replies.toml").read_text(encoding="utf-8"))
CHECKS = """
from latihan.grading import tell

def jumlah(program):
    got = program.call("jumlah", [100, 200])
    if got != 300:
        return tell("jumlah_salah", hasil=got)

def jumlah_lain(program):
    got = program.call("jumlah", [100, 250])
    if got != 350:
        return tell("jumlah_lain_salah", hasil=got)
"""
MOST_CHOICES = 200


def jobs_of(folder: Folder) -> list[Job]:
    """Every answer of an exercise in both languages, and every program run."""
    exercise = exercise_json(folder.exercise)
    jobs = [
        Job(
            "check",
            exercise,
            answer_json(typed(folder, answer, language)),
            language,
            f"{folder.exercise.id}: {name}, {language}",
        )
        for name, answer in answers(folder).items()
        for language in LANGUAGES
    ]
    runs = [
        Job("run", exercise, answer_json(answer), "id", f"{folder.exercise.id}: {name}, run")
        for name, answer in answers(folder).items()
        if isinstance(answer, Program)
    ]
    return jobs + runs


def typed(folder: Folder, answer: Answer, language: Language) -> Answer:
    """The answer as a learner of the language types it: a file's decimals get its marks."""
    rule = folder.exercise.rule
    if isinstance(rule, TableRule) and isinstance(answer, Table):
        return Table(as_typed(rule, answer.rows, language))
    return answer


def answers(folder: Folder) -> dict[str, Answer]:
    """Solution, starter, mistakes and other right answers; of quiz and scenario every choice there is."""
    rule = folder.exercise.rule
    found: dict[str, Answer] = {}
    if isinstance(rule, CodeRule):
        found = {"solution": Program(rule.solution), "starter": Program(rule.starter)}
    elif isinstance(rule, TableRule):
        found = {"solution": Table(rule.solution), "starter": Table(rule.starter)}
    elif isinstance(rule, QuizRule):
        found = {" ".join(picked) or "nothing": Choices(picked) for picked in quiz_picks(rule)}
    else:
        found = {" ".join(path) or "start": Choices(path) for path in paths(rule)}
    found |= {f"mistakes/{name}": answer for name, answer in folder.mistakes.items()}
    return found | {f"also-right/{name}": answer for name, answer in folder.also_right.items()}


def quiz_picks(rule: QuizRule) -> list[tuple[str, ...]]:
    """What can be picked, from nothing to a key that is not there; the first MOST_CHOICES where there are more."""
    picks: Iterator[tuple[str, ...]]
    if rule.form == "one":
        picks = ((choice,) for choice in rule.choices)
    elif rule.form == "several":
        sizes = range(1, len(rule.choices) + 1)
        picks = itertools.chain.from_iterable(itertools.combinations(rule.choices, size) for size in sizes)
    elif rule.form == "order":
        picks = itertools.permutations(rule.choices)
    else:
        right = dict(pair.split("=", 1) for pair in rule.right)
        picks = (
            tuple(f"{one}={choice if one == item else right[one]}" for one in rule.items)
            for item in rule.items
            for choice in rule.choices
        )
    return [(), ("no-such-choice",), tuple(rule.right), *itertools.islice(picks, MOST_CHOICES)]


def paths(rule: ScenarioRule) -> list[tuple[str, ...]]:
    """A path to every choice of every step, and the start itself."""
    found: list[tuple[str, ...]] = [()]
    seen = {rule.start}
    waiting: list[tuple[str, tuple[str, ...]]] = [(rule.start, ())]
    for step, path in waiting:
        for key, option in rule.steps.get(step, {}).items():
            found.append((*path, key))
            if option.to not in seen:
                seen.add(option.to)
                waiting.append((option.to, (*path, key)))
    return found


def nasty_names(*, by_host: bool = False) -> list[str]:
    """Names of the nasty programs: those that come back, or those that the host must end."""
    return [path.stem for path in sorted(NASTY.glob("*.py")) if ("host" in REPLIES.get(path.stem, {})) == by_host]


def nasty_exercise(name: str) -> Exercise:
    """The exercise that a nasty program answers, with the time that it needs."""
    seconds = REPLIES.get(name, {}).get("seconds", 10)
    return Exercise("a/b/c", "code", CodeRule(CHECKS, "", "", {"kas.csv": "tanggal,saldo\n"}), Limits(seconds, seconds))


def nasty_program(name: str) -> Program:
    return Program((NASTY / f"{name}.py").read_bytes().decode())


def nasty_jobs(name: str) -> Sequence[Job]:
    """A nasty program checked and run."""
    exercise, answer = exercise_json(nasty_exercise(name)), answer_json(nasty_program(name))
    return [Job(call, exercise, answer, "id", f"{name}: {call}") for call in ("check", "run")]
