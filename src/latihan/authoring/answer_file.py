"""Reads an answer from a file: `.py` for code, `.csv` for a table, `.toml` with `choices` for quiz and scenario."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

from latihan.authoring.fault import sentence
from latihan.authoring.sheet import Sheet, read_sheet, shape_faults
from latihan.grading.answer import Answer, Choices, Program, Table
from latihan.grading.exercise import Exercise, TableRule


class AnswerUnreadable(Exception):
    """An answer file that cannot be read; the message says why and what was expected."""


_ENDINGS = {"code": ".py", "table": ".csv", "quiz": ".toml", "scenario": ".toml"}


def read_answer(path: Path, exercise: Exercise) -> Answer:
    """The answer in the file; AnswerUnreadable says what is wrong with it."""
    ending = _ENDINGS[exercise.kind]
    if path.suffix != ending:
        kind = f"{exercise.id} is of kind {exercise.kind}"
        raise AnswerUnreadable(f"{path}: {kind}, so its answer is a `{ending}` file, not `{path.suffix or path.name}`.")
    try:
        source = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise AnswerUnreadable(f"{path}: The file cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        raise AnswerUnreadable(f"{path}: The file is not text in UTF-8 (byte {error.start}).") from None
    return _READERS[exercise.kind](source, path, exercise)


def _program(source: str, _: Path, __: Exercise) -> Answer:
    return Program(source)


def _table(source: str, path: Path, exercise: Exercise) -> Answer:
    rule = exercise.rule
    assert isinstance(rule, TableRule)
    starter = Sheet("starter.csv", tuple(column.key for column in rule.columns), rule.starter, ())
    sheet, faults = read_sheet(source, exercise.id, str(path))
    faults = faults or shape_faults(exercise.id, starter, sheet)
    if faults:
        raise AnswerUnreadable("\n".join(sentence(fault) for fault in faults))
    return Table(sheet.rows)


def _choices(source: str, path: Path, _: Exercise) -> Answer:
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise AnswerUnreadable(f'{path}: This is not TOML: {error}. Expected: `choices = ["…"]`.') from None
    picked = data.get("choices")
    if data.keys() != {"choices"} or not isinstance(picked, list) or not all(isinstance(key, str) for key in picked):
        found = ", ".join(f"{key} = {value!r}" for key, value in data.items()) or "nothing"
        raise AnswerUnreadable(f'{path}: The file holds {found}. Expected: `choices = ["…", …]` alone.')
    return Choices(tuple(picked))


_READERS: dict[str, Callable[[str, Path, Exercise], Answer]] = {
    "code": _program,
    "table": _table,
    "quiz": _choices,
    "scenario": _choices,
}
