"""Whether a text has exactly the sections that its exercise's rule asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from latihan.authoring.fault import Fault, nearest
from latihan.authoring.text import Choice, Text
from latihan.grading.exercise import QuizRule, Rule, ScenarioRule, TableRule

_LOOKS_LIKE_KEY = re.compile(r"[a-z]+(_[a-z]+)+")


@dataclass(frozen=True, slots=True)
class _Place:
    exercise: str
    file: str
    text: Text

    def fault(self, heading: str, what: str, expected: str = "", to_do: str = "") -> Fault:
        return Fault(self.exercise, self.file, self.text.lines.get(heading, 0), what, expected, to_do)


def text_faults(rule: Rule, text: Text, exercise: str, file: str) -> list[Fault]:
    """Sections and entries that the rule needs and the text lacks, or that the text has in vain."""
    place = _Place(exercise, file, text)
    match rule:
        case TableRule():
            return list(_table(place, rule))
        case QuizRule():
            return list(_quiz(place, rule))
        case ScenarioRule():
            return list(_scenario(place, rule))
    return []


def _same(place: _Place, name: str, needed: Iterable[str], given: Iterable[str], within: str = "") -> Iterator[Fault]:
    needed, given, mark = list(needed), list(given), "###" if within else "##"
    inside = f" in `## {within}`" if within else ""
    for key in needed:
        if key not in given:
            yield place.fault(
                within, f"There is no `{mark} {name}: {key}`{inside}", "a section for each in exercise.toml"
            )
    for key in given:
        if key not in needed:
            heading = f"{within}/{name}: {key}" if within else f"{name}: {key}"
            what = f"exercise.toml has no {name} `{key}`{inside}"
            yield place.fault(heading, what, to_do=nearest(key, needed) or "Remove this section.")


def _table(place: _Place, rule: TableRule) -> Iterator[Fault]:
    keys = [column.key for column in rule.columns]
    yield from _entries(place, "columns", keys, keys, place.text.columns)
    chosen = [word for column in rule.columns for word in column.words]
    cells = [cell for row in (*rule.starter, *rule.solution) for cell in row]
    needed = [*chosen, *(cell for cell in cells if _LOOKS_LIKE_KEY.fullmatch(cell))]
    yield from _entries(place, "words", needed, [*chosen, *cells], place.text.words)


def _entries(
    place: _Place, name: str, needed: Iterable[str], used: Iterable[str], given: Mapping[str, str]
) -> Iterator[Fault]:
    used = set(used)
    for key in dict.fromkeys(needed):
        if key not in given:
            yield place.fault(name, f"`{key}` is missing under `## {name}`", f"`- {key}: …`")
    for key in given:
        if key not in used:
            to_do = nearest(key, used) or "Remove it."
            yield place.fault(name, f"`{key}` under `## {name}` stands in no cell of the table", to_do=to_do)


def _quiz(place: _Place, rule: QuizRule) -> Iterator[Fault]:
    text = place.text
    yield from _same(place, "choice", rule.choices, text.choices)
    yield from _same(place, "item", rule.items, text.items)
    for name, told in (("choice", text.choices), ("item", text.items)):
        for key, choice in told.items():
            yield from _reply(place, rule, name, key, choice)


def _reply(place: _Place, rule: QuizRule, name: str, key: str, choice: Choice) -> Iterator[Fault]:
    heading = f"{name}: {key}"
    # The first of an order can never be the first out of place, and matching replies to items.
    never = name == "choice" and (rule.form == "matching" or (rule.form == "order" and rule.right[:1] == (key,)))
    if not choice.reply and not never:
        yield place.fault(heading, f"`## {heading}` has no reply", "lines `> …` under the label")
    if choice.reply and rule.form == "matching" and name == "choice":
        said = f"The reply of `## {heading}` is never shown"
        yield place.fault(heading, said, "in a matching the items have replies", "Move it to `## item: …`.")


def _scenario(place: _Place, rule: ScenarioRule) -> Iterator[Fault]:
    text = place.text
    yield from _same(place, "step", rule.steps, text.steps)
    yield from _same(place, "ending", rule.endings, text.endings)
    for step, told in text.steps.items():
        yield from _same(place, "choice", rule.steps.get(step, told.choices), told.choices, f"step: {step}")
        for key, choice in told.choices.items():
            if not choice.reply:
                heading = f"step: {step}/choice: {key}"
                yield place.fault(heading, f"`### choice: {key}` in `## step: {step}` has no reply", "lines `> …`")
