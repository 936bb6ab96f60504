"""Reads the `[scenario]` table of `exercise.toml`."""

from __future__ import annotations

from typing import Any

from latihan.authoring.fault import listed
from latihan.authoring.toml_file import TomlFile
from latihan.grading.exercise import Option, ScenarioRule


def scenario_rule(file: TomlFile, table: Any) -> ScenarioRule | None:
    """The rule; faults go to the file, and there may be a rule beside them."""
    if not isinstance(table, dict):
        file.fault("", "`[scenario]` is missing", "`[scenario]` with `start`, `steps` and `endings`")
        return None
    file.only(table, ("start", "steps", "endings"), "scenario")
    steps = file.get(table, "steps", _is_table, "`[scenario.steps.NAME]`", "scenario") or {}
    endings = file.get(table, "endings", _is_table, '`NAME = "good"` or `"poor"`', "scenario") or {}
    start = file.get(table, "start", _is_in(steps), f"one of {listed(steps)}", "scenario")
    file.plain_keys("scenario.steps", steps)
    file.plain_keys("scenario.endings", endings)
    for key, value in endings.items():
        if value not in ("good", "poor"):
            file.fault(f"scenario.endings.{key}", f"The ending `{key}` is {value!r}", '"good" or "poor"')
        if key in steps:
            file.fault(f"scenario.endings.{key}", f"`{key}` is a step and an ending", "a name of its own")
    places = (*steps, *endings)
    read = {key: _options(file, f"scenario.steps.{key}", value, places) for key, value in steps.items()}
    return ScenarioRule(start or "", read, endings)


def _is_table(value: Any) -> bool:
    return isinstance(value, dict)


def _is_in(names: Any) -> Any:
    return lambda value: isinstance(value, str) and value in names


def _options(file: TomlFile, where: str, table: Any, places: tuple[str, ...]) -> dict[str, Option]:
    options: dict[str, Option] = {}
    if not isinstance(table, dict) or len(table) < 2:
        file.fault(where, f"The step `{where.rpartition('.')[2]}` has too few choices", "two or more choices")
    for key, value in table.items() if isinstance(table, dict) else ():
        place = f"{where}.{key}"
        if not isinstance(value, dict):
            expected = '`{ to = "step" }` or `{ to = "step", poor = true }`'
            file.fault(place, f"The choice `{key}` is {value!r}", expected)
            continue
        file.only(value, ("to", "poor"), place)
        to = file.get(value, "to", _is_in(places), f"a step or an ending: {listed(places)}", place)
        poor = file.get({"poor": False, **value}, "poor", lambda v: isinstance(v, bool), "true or false", place)
        options[key] = Option(to or "", bool(poor))
    file.plain_keys(where, options)
    return options
