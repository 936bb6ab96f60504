"""Reads `exercise.toml`: what is common to every kind, and the rule of quizzes and scenarios."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast, get_args

from latihan.authoring.fault import Fault, listed, nearest
from latihan.grading.exercise import CellType, Kind, Limits, Option, QuizForm, QuizRule, Rule, ScenarioRule

FILE = "exercise.toml"
KINDS: tuple[Kind, ...] = get_args(Kind)
FORMS: tuple[QuizForm, ...] = get_args(QuizForm)
CELL_TYPES = tuple(kind for kind in get_args(CellType) if kind != "word")
_OWN_TABLE = {"table": "columns", "quiz": "quiz", "scenario": "scenario"}
MAX_SECONDS = 60
_KEY = re.compile(r"[a-z0-9][a-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Settings:
    """The file's content; `columns` are the types of a table's cells to fill, a type or the words to choose from."""

    kind: Kind
    why: str
    minutes: int
    level: int
    covers: tuple[str, ...] = ()
    fixtures: tuple[str, ...] = ()
    limits: Limits = Limits()
    columns: Mapping[str, CellType | tuple[str, ...]] = field(default_factory=dict)
    rule: Rule | None = None


class _Reader:
    """The file's source, to find lines in, and the faults found so far."""

    def __init__(self, exercise: str, source: str) -> None:
        self.exercise, self.source = exercise, source
        self.faults: list[Fault] = []

    def fault(self, where: str, what: str, expected: str = "", to_do: str = "") -> None:
        self.faults.append(Fault(self.exercise, FILE, line_of(self.source, where), what, expected, to_do))

    def get(
        self, table: Mapping[str, Any], key: str, check: Callable[[Any], bool], expected: str, where: str = ""
    ) -> Any:
        """The value of a key when it is as expected; a fault and None otherwise."""
        place = f"{where}.{key}" if where else key
        if key not in table:
            self.fault(where, f"`{place}` is missing", expected, f"Add `{key} = …`.")
        elif check(table[key]):
            return table[key]
        else:
            self.fault(place, f"`{place}` is {table[key]!r}", expected)
        return None

    def only(self, table: Mapping[str, Any], known: tuple[str, ...], where: str = "") -> None:
        for key in table:
            if key not in known:
                place = f"{where}.{key}" if where else key
                self.fault(place, f"`{place}` is unknown", listed(known), nearest(key, known))


def line_of(source: str, place: str) -> int:
    """The line of a dotted place such as `quiz.form`, of its table where it stands in none, or 0."""
    wanted, found, section = place.split("."), 0, []
    for number, line in enumerate(source.splitlines(), 1):
        if header := re.match(r"\s*\[([^\[\]]+)\]", line):
            section = [part.strip().strip("\"'") for part in header[1].split(".")]
            here = section
        elif key := re.match(r"\s*([\w.\"'-]+)\s*=", line):
            here = section + [part.strip("\"'") for part in key[1].split(".")]
        else:
            continue
        if here == wanted:
            return number
        if place and wanted[: len(here)] == here:
            found = number
    return found


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_keys(value: Any) -> bool:
    return isinstance(value, list) and all(_is_text(key) for key in value) and len(set(value)) == len(value)


def _is_whole(low: int, high: int) -> Callable[[Any], bool]:
    return lambda value: type(value) is int and low <= value <= high


def _is_seconds(value: Any) -> bool:
    return type(value) in (int, float) and 0 < value <= MAX_SECONDS


def read_settings(source: str, exercise: str) -> tuple[Settings | None, list[Fault]]:
    """The settings and every fault; None where a fault leaves no settings to speak of."""
    reader = _Reader(exercise, source)
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        return None, [Fault(exercise, FILE, int(line[1]) if line else 0, f"This is not TOML: {error}", "`key = value`")]
    kind = _kind(reader, data)
    own = _OWN_TABLE.get(kind or "")
    reader.only(data, ("kind", "why", "minutes", "level", "covers", "fixtures", "limits", *([own] if own else [])))
    why = reader.get(data, "why", _is_text, "one sentence that says why this exercise exists")
    minutes = reader.get(data, "minutes", _is_whole(1, 120), "whole minutes, 1 to 120")
    level = reader.get(data, "level", _is_whole(1, 5), "a level from 1 to 5")
    covers = reader.get(data, "covers", _is_keys, 'item ids, as ["T02"], or []')
    fixtures = reader.get({"fixtures": [], **data}, "fixtures", _is_keys, 'file names, as ["members.csv"]')
    limits = _limits(reader, data.get("limits", {}))
    columns = _columns(reader, data.get("columns", {})) if kind == "table" else {}
    rule = _RULES[kind](reader, data.get(kind)) if kind in _RULES else None
    if kind is None or reader.faults:
        return None, reader.faults
    return Settings(kind, why, minutes, level, tuple(covers), tuple(fixtures), limits, columns, rule), []


def _kind(reader: _Reader, data: Mapping[str, Any]) -> Kind | None:
    kind = data.get("kind")
    if kind in KINDS:
        return cast(Kind, kind)
    what = f"`kind` is {kind!r}" if "kind" in data else "`kind` is missing"
    reader.fault("kind", what, listed(KINDS), nearest(str(kind), KINDS))
    return None


def kind_in(source: str) -> Kind | None:
    """The kind that a file names, whatever else is wrong with it."""
    found = re.search(r"^kind\s*=\s*[\"'](\w+)[\"']", source, re.M)
    return cast(Kind, found[1]) if found and found[1] in KINDS else None


def _limits(reader: _Reader, table: Any) -> Limits:
    if not isinstance(table, dict):
        reader.fault("limits", "`limits` is not a table", "`[limits]` with `check_seconds` and `run_seconds`")
        return Limits()
    known = ("check_seconds", "run_seconds")
    reader.only(table, known, "limits")
    expected = f"seconds, more than 0 and at most {MAX_SECONDS}"
    given = {key: reader.get(table, key, _is_seconds, expected, "limits") for key in known if key in table}
    return Limits(**{key: float(value) for key, value in given.items() if value is not None})


def _columns(reader: _Reader, table: Any) -> dict[str, CellType | tuple[str, ...]]:
    columns: dict[str, CellType | tuple[str, ...]] = {}
    if not isinstance(table, dict):
        reader.fault("columns", "`columns` is not a table", '`[columns]` with lines such as `saldo = "amount"`')
        return columns
    for key, value in table.items():
        if value in CELL_TYPES:
            columns[key] = cast(CellType, value)
        elif _is_keys(value) and len(value) > 1:
            columns[key] = tuple(value)
        else:
            to_do = nearest(value, CELL_TYPES) if isinstance(value, str) else ""
            reader.fault(
                f"columns.{key}", f"`columns.{key}` is {value!r}", f"{listed(CELL_TYPES)} or a list of word keys", to_do
            )
    return columns


def _quiz(reader: _Reader, table: Any) -> QuizRule | None:
    if not isinstance(table, dict):
        reader.fault("", "`[quiz]` is missing", "`[quiz]` with `form`, `choices` and `right`")
        return None
    form = reader.get(table, "form", lambda value: value in FORMS, listed(FORMS), "quiz")
    known = ("form", "choices", "right", "items") if form == "matching" else ("form", "choices", "right")
    reader.only(table, known, "quiz")
    choices = reader.get(table, "choices", _is_keys, "two or more different keys", "quiz") or []
    right = reader.get(table, "right", _is_keys, "different keys", "quiz")
    items = reader.get(table, "items", _is_keys, "different keys", "quiz") or [] if form == "matching" else []
    _plain_keys(reader, "quiz.choices", choices)
    _plain_keys(reader, "quiz.items", items)
    if len(choices) < 2:
        reader.fault("quiz.choices", f"The quiz has {len(choices)} choices", "two or more")
    if form and right is not None:
        _right(reader, form, choices, right, items)
    return None if form is None or right is None else QuizRule(form, tuple(choices), tuple(right), tuple(items))


def _right(reader: _Reader, form: str, choices: list[str], right: list[str], items: list[str]) -> None:
    where = "quiz.right"
    if form == "matching":
        pairs = [pair.partition("=")[::2] for pair in right]
        for item, choice in pairs:
            if item not in items or choice not in choices:
                reader.fault(
                    where, f"`right` has `{item}={choice}`", '"item=choice" of the keys above', nearest(item, items)
                )
        for item in items:
            if [first for first, _ in pairs].count(item) != 1:
                reader.fault(where, f"`right` must match the item `{item}` exactly once", f'"{item}=choice"')
        if not items:
            reader.fault("quiz.items", "Nothing is to be matched", "two or more items")
        return
    for key in right:
        if key not in choices:
            reader.fault(where, f"`right` has `{key}`, which is no choice", listed(choices), nearest(key, choices))
    if form == "one" and len(right) != 1:
        reader.fault(where, f"`right` has {len(right)} keys", "one key, since `form` is `one`", "Use `several`?")
    if form == "several" and not right:
        reader.fault(where, "`right` is empty", "one or more keys")
    if form == "several" and set(right) == set(choices):
        reader.fault(where, "Every choice is right", "at least one wrong choice")
    if form == "order" and set(right) != set(choices):
        reader.fault(where, "`right` must hold every choice", "all keys of `choices` in the right order")
    if form == "order" and right == choices:
        reader.fault("quiz.choices", "The choices already stand in the right order", "another order at the start")


def _scenario(reader: _Reader, table: Any) -> ScenarioRule | None:
    if not isinstance(table, dict):
        reader.fault("", "`[scenario]` is missing", "`[scenario]` with `start`, `steps` and `endings`")
        return None
    reader.only(table, ("start", "steps", "endings"), "scenario")
    steps_given = reader.get(table, "steps", lambda v: isinstance(v, dict), "`[scenario.steps.NAME]`", "scenario") or {}
    endings = reader.get(table, "endings", lambda v: isinstance(v, dict), '`NAME = "good"` or "poor"', "scenario") or {}
    start = reader.get(
        table, "start", lambda v: isinstance(v, str) and v in steps_given, f"one of {listed(steps_given)}", "scenario"
    )
    for key, value in endings.items():
        if value not in ("good", "poor"):
            reader.fault(f"scenario.endings.{key}", f"The ending `{key}` is {value!r}", '"good" or "poor"')
        if key in steps_given:
            reader.fault(f"scenario.endings.{key}", f"`{key}` is a step and an ending", "a name of its own")
    _plain_keys(reader, "scenario.endings", endings)
    _plain_keys(reader, "scenario.steps", steps_given)
    places = (*steps_given, *endings)
    steps = {key: _options(reader, f"scenario.steps.{key}", value, places) for key, value in steps_given.items()}
    return ScenarioRule(start or "", steps, endings)


def _options(reader: _Reader, where: str, table: Any, places: tuple[str, ...]) -> dict[str, Option]:
    options: dict[str, Option] = {}
    if not isinstance(table, dict) or len(table) < 2:
        reader.fault(where, f"The step `{where.split('.')[-1]}` has too few choices", "two or more choices")
    for key, value in table.items() if isinstance(table, dict) else ():
        place = f"{where}.{key}"
        if not isinstance(value, dict):
            reader.fault(
                place, f"The choice `{key}` is {value!r}", '`{ to = "step" }` or `{ to = "step", poor = true }`'
            )
            continue
        reader.only(value, ("to", "poor"), place)
        expected = f"a step or an ending: {listed(places)}"
        to = reader.get(value, "to", lambda v: isinstance(v, str) and v in places, expected, place)
        poor = reader.get({"poor": False, **value}, "poor", lambda v: isinstance(v, bool), "true or false", place)
        options[key] = Option(to or "", bool(poor))
    _plain_keys(reader, where, options)
    return options


def _plain_keys(reader: _Reader, where: str, keys: Any) -> None:
    for key in keys:
        if not _KEY.fullmatch(key):
            reader.fault(where, f"The key `{key}`", "small letters, digits and `_`", "Put the words into the texts.")


_RULES: dict[str, Callable[[_Reader, Any], Rule | None]] = {"quiz": _quiz, "scenario": _scenario}
