"""Reads `exercise.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast, get_args

from latihan.authoring.fault import Fault, listed, nearest
from latihan.authoring.quiz_settings import quiz_rule
from latihan.authoring.scenario_settings import scenario_rule
from latihan.authoring.toml_file import FILE, TomlFile, is_keys, is_text, is_whole
from latihan.grading.exercise import CellType, Kind, Limits, Rule

KINDS: tuple[Kind, ...] = get_args(Kind)
CELL_TYPES = tuple(kind for kind in get_args(CellType) if kind != "word")
MAX_SECONDS = 60
MAX_WHY = 300
_COMMON = ("kind", "why", "minutes", "level", "covers", "fixtures", "limits")
_OWN_TABLE: dict[Kind | None, tuple[str, ...]] = {
    "table": ("columns",),
    "quiz": ("quiz",),
    "scenario": ("scenario",),
}
_RULES: dict[Kind | None, Callable[[TomlFile, Any], Rule | None]] = {"quiz": quiz_rule, "scenario": scenario_rule}
ColumnTypes = Mapping[str, CellType | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Settings:
    """The file's content; `columns` are the types of a table's cells to fill, a type or the words to choose from.

    `rule` is that of a quiz or scenario.
    """

    kind: Kind
    why: str
    minutes: int
    level: int
    covers: tuple[str, ...]
    fixtures: tuple[str, ...]
    limits: Limits
    columns: ColumnTypes = field(default_factory=dict)
    rule: Rule | None = None


def read_settings(source: str, exercise: str) -> tuple[Settings | None, list[Fault]]:
    """The settings, with something neutral in the place of what is wrong, and every fault; None without a kind."""
    file = TomlFile(exercise, source)
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        what = f"This is not TOML: {error}"
        return None, [Fault(exercise, FILE, int(line[1]) if line else 0, what, "lines such as `minutes = 8`")]
    kind = _kind(file, data)
    if kind:
        file.only(data, _COMMON + _OWN_TABLE.get(kind, ()))
    why = file.get(data, "why", _is_why, f"one sentence, at most {MAX_WHY} letters, why this exercise exists")
    minutes = file.get(data, "minutes", is_whole(1, 120), "whole minutes, 1 to 120")
    level = file.get(data, "level", is_whole(1, 5), "a level from 1 to 5")
    covers = file.get(data, "covers", is_keys, 'item ids, as ["T02"], or []')
    fixtures = file.get({"fixtures": [], **data}, "fixtures", is_keys, 'file names, as ["members.csv"]')
    limits = _limits(file, data.get("limits", {}))
    columns = _columns(file, data.get("columns", {})) if kind == "table" else {}
    rule = _RULES[kind](file, data.get(kind or "")) if kind in _RULES else None
    if kind is None:
        return None, file.faults
    lists = tuple(covers or ()), tuple(fixtures or ())
    return Settings(kind, why or "", minutes or 0, level or 0, *lists, limits, columns, rule), file.faults


def _kind(file: TomlFile, data: Mapping[str, Any]) -> Kind | None:
    kind = data.get("kind")
    if kind in KINDS:
        return cast(Kind, kind)
    what = f"`kind` is {kind!r}" if "kind" in data else "`kind` is missing"
    file.fault("kind", what, listed(KINDS), nearest(str(kind), KINDS))
    return None


def _is_why(value: Any) -> bool:
    return is_text(value) and len(value) <= MAX_WHY


def _is_seconds(value: Any) -> bool:
    return type(value) in (int, float) and 0 < value <= MAX_SECONDS


def _limits(file: TomlFile, table: Any) -> Limits:
    known = ("check_seconds", "run_seconds")
    if not isinstance(table, dict):
        file.fault("limits", "`limits` is not a table", f"`[limits]` with {listed(known)}")
        return Limits()
    file.only(table, known, "limits")
    expected = f"seconds, more than 0 and at most {MAX_SECONDS}"
    given = {key: file.get(table, key, _is_seconds, expected, "limits") for key in known if key in table}
    return Limits(**{key: float(value) for key, value in given.items() if value is not None})


def _columns(file: TomlFile, table: Any) -> ColumnTypes:
    columns: dict[str, CellType | tuple[str, ...]] = {}
    if not isinstance(table, dict):
        file.fault("columns", "`columns` is not a table", '`[columns]` with lines such as `saldo = "amount"`')
        return columns
    for key, value in table.items():
        if value in CELL_TYPES:
            columns[key] = cast(CellType, value)
        elif is_keys(value) and len(value) > 1:
            columns[key] = tuple(value)
        else:
            near = nearest(value, CELL_TYPES) if isinstance(value, str) else ""
            expected = f"{listed(CELL_TYPES)} or a list of different word keys"
            file.fault(f"columns.{key}", f"`columns.{key}` is {value!r}", expected, near)
    return columns
