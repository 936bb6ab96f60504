"""Exercises, answers and results as JSON text, for the page's worker and the command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from latihan.domain.rupiah import Language
from latihan.grading.answer import Answer, Choices, Program, Table
from latihan.grading.display import shown
from latihan.grading.exercise import (
    CodeRule,
    Column,
    Exercise,
    Limits,
    Option,
    QuizRule,
    Rule,
    ScenarioRule,
    TableRule,
)
from latihan.grading.grade import CheckBroken, grade
from latihan.grading.grade import run as run_program
from latihan.grading.result import Result, tell

Json = Mapping[str, Any]


def check(exercise: str, answer: str, language: Language) -> str:
    """The result of an answer, as JSON; a crash in the exercise's checks is told as `check_broken`, not raised."""
    parsed = exercise_from_json(json.loads(exercise))
    try:
        result = grade(parsed, answer_from_json(json.loads(answer)), language)
    except CheckBroken as error:
        result = Result("error", (tell("check_broken", where=str(error)),))
    return json.dumps(result_json(result, language))


def run(exercise: str, answer: str, language: Language, write: Callable[[str], None] | None = None) -> str:
    """The result of a run of the learner's program, as JSON; `write` gets the output as it comes."""
    source = Program(json.loads(answer)["source"])
    return json.dumps(result_json(run_program(exercise_from_json(json.loads(exercise)), source, write), language))


def exercise_json(exercise: Exercise) -> dict[str, Any]:
    """What the page carries of an exercise."""
    return {
        "id": exercise.id,
        "kind": exercise.kind,
        "limits": asdict(exercise.limits),
        "rule": asdict(exercise.rule),
    }


def exercise_from_json(data: Json) -> Exercise:
    """The exercise that `exercise_json` wrote; KeyError where a field is missing."""
    return Exercise(data["id"], data["kind"], _RULES[data["kind"]](data["rule"]), Limits(**data["limits"]))


def answer_from_json(data: Json) -> Answer:
    """`{"source"}`, `{"rows"}` or `{"choices"}`; KeyError for anything else."""
    if "source" in data:
        return Program(data["source"])
    if "rows" in data:
        return Table(_rows(data["rows"]))
    return Choices(tuple(data["choices"]))


def answer_json(answer: Answer) -> dict[str, Any]:
    """The answer as `answer_from_json` reads it."""
    match answer:
        case Program(source):
            return {"source": source}
        case Table(rows):
            return {"rows": [list(row) for row in rows]}
        case Choices(picked):
            return {"choices": list(picked)}


def result_json(result: Result, language: Language) -> dict[str, Any]:
    """The result, its values in words of the language."""
    return {
        "status": result.status,
        "feedback": [
            {
                "key": feedback.key,
                "at": feedback.at,
                "values": {name: shown(value, language) for name, value in feedback.values.items()},
            }
            for feedback in result.feedback
        ],
        "output": result.output,
        "truncated": result.truncated,
    }


def _rows(rows: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in rows)


def _code(rule: Json) -> Rule:
    return CodeRule(rule["checks"], rule["starter"], rule["solution"], rule["data"])


def _table(rule: Json) -> Rule:
    columns = tuple(Column(column["key"], column["type"], tuple(column["words"])) for column in rule["columns"])
    return TableRule(rule["checks"], columns, _rows(rule["starter"]), _rows(rule["solution"]))


def _quiz(rule: Json) -> Rule:
    return QuizRule(rule["form"], tuple(rule["choices"]), tuple(rule["right"]), tuple(rule["items"]))


def _scenario(rule: Json) -> Rule:
    steps = {
        step: {key: Option(option["to"], option["poor"]) for key, option in options.items()}
        for step, options in rule["steps"].items()
    }
    return ScenarioRule(rule["start"], steps, dict(rule["endings"]))


_RULES: dict[str, Callable[[Json], Rule]] = {"code": _code, "table": _table, "quiz": _quiz, "scenario": _scenario}
