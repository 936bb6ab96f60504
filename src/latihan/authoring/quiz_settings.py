"""Reads the `[quiz]` table of `exercise.toml`."""

from __future__ import annotations

from typing import Any, get_args

from latihan.authoring.fault import listed, nearest
from latihan.authoring.toml_file import TomlFile, is_keys
from latihan.grading.exercise import QuizForm, QuizRule

FORMS: tuple[QuizForm, ...] = get_args(QuizForm)
_RIGHT = "quiz.right"


def quiz_rule(file: TomlFile, table: Any) -> QuizRule | None:
    """The rule; faults go to the file, and there may be a rule beside them."""
    if not isinstance(table, dict):
        file.fault("", "`[quiz]` is missing", "`[quiz]` with `form`, `choices` and `right`")
        return None
    form = file.get(table, "form", lambda value: value in FORMS, listed(FORMS), "quiz")
    known = ("form", "choices", "right", "items") if form == "matching" else ("form", "choices", "right")
    file.only(table, known, "quiz")
    choices = file.get(table, "choices", _is_two, "two or more different keys", "quiz")
    right = file.get(table, "right", is_keys, "different keys", "quiz")
    items = file.get(table, "items", _is_two, "two or more different keys", "quiz") if form == "matching" else []
    file.plain_keys("quiz.choices", choices or ())
    file.plain_keys("quiz.items", items or ())
    if not form or choices is None or right is None or items is None:
        return None
    _must_be_right(file, form, choices, right, items)
    return QuizRule(form, tuple(choices), tuple(right), tuple(items))


def _is_two(value: Any) -> bool:
    return is_keys(value) and len(value) >= 2


def _must_be_right(file: TomlFile, form: QuizForm, choices: list[str], right: list[str], items: list[str]) -> None:
    if form == "matching":
        _must_match(file, choices, right, items)
        return
    for key in right:
        if key not in choices:
            file.fault(_RIGHT, f"`right` has `{key}`, which is no choice", listed(choices), nearest(key, choices))
    if form == "one" and len(right) != 1:
        file.fault(_RIGHT, f"`right` has {len(right)} keys", "one key", 'For more, write `form = "several"`.')
    if form == "several" and not right:
        file.fault(_RIGHT, "`right` is empty", "one or more keys")
    if form == "several" and set(right) == set(choices):
        file.fault(_RIGHT, "Every choice is right", "at least one wrong choice")
    if form == "order" and set(right) != set(choices):
        file.fault(_RIGHT, "`right` lacks a choice or has another", "all keys of `choices` in the right order")
    if form == "order" and right == choices:
        file.fault("quiz.choices", "The choices already stand in the right order", "another order at the start")


def _must_match(file: TomlFile, choices: list[str], right: list[str], items: list[str]) -> None:
    pairs = [pair.partition("=")[::2] for pair in right]
    for item, choice in pairs:
        if item not in items or choice not in choices:
            near = nearest(item, items) if item not in items else nearest(choice, choices)
            file.fault(_RIGHT, f"`right` has `{item}={choice}`", '`"item=choice"` of the keys above', near)
    for item in items:
        if [first for first, _ in pairs].count(item) != 1:
            file.fault(_RIGHT, f"The item `{item}` is not matched exactly once", f'one `"{item}=…"` in `right`')
