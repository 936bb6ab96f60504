"""Promise 3: a text mentions only fields that some check gives."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from latihan.authoring.fault import Fault, listed, nearest
from latihan.authoring.folder import TEXTS, Folder
from latihan.authoring.trial import Trial
from latihan.authoring.wording import FIELD
from latihan.grading.exercise import CodeRule, TableRule
from latihan.messages import LANGUAGES, messages


def fields_are_given(folder: Folder, trial: Trial) -> Iterator[Fault]:
    """3. Each `{field}` is given by the mistake's feedback, and by every `tell` of its key in the checks."""
    rule = folder.exercise.rule
    if not isinstance(rule, CodeRule | TableRule):
        return
    told = list(_tells(rule.checks))
    for language, file in TEXTS.items():
        text = folder.texts[language]
        for key, reply in text.feedback.items():
            given = [fields for _, name, fields in told if name == key and fields is not None]
            if key in folder.mistakes:
                result = trial.result(folder.mistakes[key], language)
                given += [frozenset(said.values) for said in result.feedback if said.key == key]
            for field in dict.fromkeys(FIELD.findall(reply)):
                lacking = [fields for fields in given if field not in fields]
                if lacking:
                    what = f"`## feedback: {key}` mentions `{{{field}}}`, which the check does not give"
                    expected = listed(sorted(lacking[0])) or f'no fields, since `tell("{key}")` gives none'
                    line = text.lines.get(f"feedback: {key}", 0)
                    yield Fault(folder.exercise.id, file, line, what, expected, nearest(field, lacking[0]))
    own, shared = folder.texts["id"].feedback, messages("id")["feedback"]
    for line, name, _ in told:
        if name not in own and name not in shared:
            to_do = nearest(name, [*own, *shared]) or f"Write `## feedback: {name}` in both texts."
            yield Fault(folder.exercise.id, "checks.py", line, f'`tell("{name}")` has no text', "", to_do)
    if isinstance(rule, TableRule):
        yield from _cells(folder, trial, rule)


def _tells(checks: str) -> Iterator[tuple[int, str, frozenset[str] | None]]:
    """Line, key and fields of every `tell("key", …)`; None where `**values` hides the fields."""
    for node in ast.walk(ast.parse(checks)):
        if not (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tell" and node.args
        ):
            continue
        match node.args[0]:
            case ast.Constant(value=str(key)):
                names = [keyword.arg for keyword in node.keywords if keyword.arg != "at"]
                fields = frozenset(name for name in names if name)
                yield node.lineno, key, None if None in names else fields


def _cells(folder: Folder, trial: Trial, rule: TableRule) -> Iterator[Fault]:
    """A check of a table marks cells that the table has."""
    cells = {f"{row}:{column.key}" for row in range(1, len(rule.starter) + 1) for column in rule.columns}
    for name, answer in folder.mistakes.items():
        for language in LANGUAGES:
            for said in trial.result(answer, language).feedback:
                if said.at is not None and said.at not in cells:
                    what = f'`tell("{said.key}", at=…)` marks {said.at} for mistakes/{name}.csv, which is no cell'
                    yield Fault(folder.exercise.id, "checks.py", 0, what, '`at=(row, "column")`, rows from 1')
