"""grade(exercise, answer) -> Result: the one entry for every kind of exercise."""

from __future__ import annotations

from collections.abc import Callable
from decimal import localcontext
from time import monotonic
from types import FunctionType
from typing import Any

from latihan.domain.rupiah import Language
from latihan.grading.answer import Answer, Choices, Program, Table
from latihan.grading.errors import crash_feedback, learner_line
from latihan.grading.exercise import CodeRule, Exercise, QuizRule, ScenarioRule, TableRule
from latihan.grading.program import Crash, LearnerProgram, Run, compiled, execute, parse
from latihan.grading.quiz import grade_quiz
from latihan.grading.result import PASSED, Feedback, Result, Stop, tell
from latihan.grading.scenario import grade_scenario
from latihan.grading.table import LearnerTable

CHECKS_FILENAME = "checks.py"


class CheckBroken(Exception):
    """A crash in an exercise's own checks: the author's fault, never the learner's."""


def grade(exercise: Exercise, answer: Answer, language: Language = "id") -> Result:
    """The result of an answer. Language matters only where people write numbers by its marks, in tables.

    Raises CheckBroken when the exercise's checks crash, TypeError when the answer is of another kind.
    """
    rule = exercise.rule
    if isinstance(rule, CodeRule) and isinstance(answer, Program):
        return _stopped(lambda: _grade_program(exercise, rule, answer.source))
    if isinstance(rule, TableRule) and isinstance(answer, Table):
        return _stopped(lambda: _grade_table(rule, LearnerTable(rule, answer.rows, language)))
    if isinstance(rule, QuizRule) and isinstance(answer, Choices):
        return grade_quiz(rule, answer.picked)
    if isinstance(rule, ScenarioRule) and isinstance(answer, Choices):
        return grade_scenario(rule, answer.picked)
    raise TypeError(f"{exercise.id} is of kind {exercise.kind}; the answer is a {type(answer).__name__}")


def run(exercise: Exercise, answer: Program, write: Callable[[str], None] | None = None) -> Result:
    """The learner's own run: what it printed, and the reply to a crash; `write` gets the output as it comes."""
    assert isinstance(exercise.rule, CodeRule)
    until = monotonic() + exercise.limits.run_seconds
    try:
        code = compiled(parse(answer.source), answer.source)
        with localcontext():
            done = execute(code, exercise.rule.data, until, write)
    except Stop as stop:
        return stop.result
    except Crash as crash:
        return _ran(crash.run, Result(crash.status, (crash.feedback,)))
    return _ran(done, PASSED)


def _ran(run: Run, result: Result) -> Result:
    return Result(result.status, result.feedback, run.output, run.truncated)


def _stopped(grade_it: Callable[[], Result]) -> Result:
    try:
        return grade_it()
    except Stop as stop:
        return stop.result


def _grade_program(exercise: Exercise, rule: CodeRule, source: str) -> Result:
    with localcontext():  # a program may set the precision of all that is computed with Decimal
        program = LearnerProgram(source, rule.data, exercise.limits.check_seconds)
        program.run()
        return _first(rule.checks, program) or PASSED


def _grade_table(rule: TableRule, table: LearnerTable) -> Result:
    if found := _first(rule.checks, table):
        return found
    wrong = table.first_wrong()
    return Result("failed", (tell("cell_wrong", at=wrong),)) if wrong else PASSED


def _first(checks: str, subject: LearnerProgram | LearnerTable) -> Result | None:
    """The result of the first check that tells something."""
    for check in load_checks(checks):
        try:
            found = check(subject)
        except Stop:
            raise
        except Exception as error:
            if learner_line(error.__traceback__):  # as where a check compares with an object of the learner's own class
                return Result("error", (crash_feedback(error, (), ()),))
            raise CheckBroken(_where(error)) from error
        if isinstance(found, Feedback):
            return Result("failed", (found,))
        if found is not None:
            raise CheckBroken(f"{check.__name__} gave {found!r}; a check gives tell(…) or None")
    return None


def load_checks(source: str) -> list[Callable[[Any], object]]:
    """The checks of a `checks.py` in the order they stand; names with a leading underscore are helpers."""
    names: dict[str, Any] = {"__name__": "checks"}
    try:
        exec(compile(source, CHECKS_FILENAME, "exec"), names)
    except Exception as error:
        raise CheckBroken(_where(error)) from error
    return [
        value
        for name, value in names.items()
        if isinstance(value, FunctionType) and value.__module__ == "checks" and not name.startswith("_")
    ]


def _where(error: Exception) -> str:
    line: int | str | None = getattr(error, "lineno", None)
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == CHECKS_FILENAME:
            line = trace.tb_lineno
        trace = trace.tb_next
    return f"{CHECKS_FILENAME}:{line or '?'}: {type(error).__name__}: {error}"
