"""Promise 3: a text mentions only fields that some check gives, and every key that a check gives has a text."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from latihan.authoring.fault import Fault, listed, nearest
from latihan.authoring.folder import Folder
from latihan.authoring.folder_files import TEXTS
from latihan.authoring.sections import CODE_SPAN
from latihan.authoring.text import replies
from latihan.authoring.trial import Trial
from latihan.authoring.wording import FIELD
from latihan.grading.exercise import CodeRule, TableRule
from latihan.messages import messages

Tell = tuple[int, str, frozenset[str] | None]


def fields_are_given(folder: Folder, trial: Trial) -> Iterator[Fault]:
    """3. Each `{field}` is given by the mistake's feedback, and by every `tell` of its key in the checks."""
    told = _tells(folder)
    for language, file in TEXTS.items():
        text = folder.texts[language]
        for key, reply in replies(text).items():
            given = [fields for _, name, fields in told if name == key and fields is not None]
            if key in folder.mistakes:
                result = trial.result(folder.mistakes[key], language)
                given += [frozenset(said.values) for said in result.feedback if said.key == key]
            if not text.feedback:
                given = [frozenset()]
            for field in _fields(reply, code_too=bool(text.feedback)):
                if all(field in fields for fields in given):
                    continue
                known = sorted(frozenset().union(*given))
                who = "not every check" if field in known else "no check"
                what = f"The reply `{key}` mentions `{{{field}}}`, which {who} gives that tells `{key}`"
                near = "" if field in known else nearest(field, known)
                line = text.lines.get(f"feedback: {key}", 0)
                yield Fault(folder.exercise.id, file, line, what, listed(known) or "no fields", near)


def _fields(reply: str, *, code_too: bool) -> dict[str, None]:
    """Fields in their order; in a reply that no check fills, braces within code are code."""
    return dict.fromkeys(FIELD.findall(reply if code_too else CODE_SPAN.sub("", reply)))


def told_has_a_text(folder: Folder, _: Trial) -> Iterator[Fault]:
    """3. Every key in the checks is a feedback of the exercise or a shared reply, whose fields are given."""
    own, shared = folder.texts["id"].feedback, messages("id")["feedback"]
    for line, key, fields in _tells(folder):
        if key in own:
            continue
        if key not in shared:
            to_do = nearest(key, [*own, *shared]) or f"Write `## feedback: {key}` in both texts."
            yield Fault(folder.exercise.id, "checks.py", line, f'`tell("{key}")` has no text', "", to_do)
        elif fields is not None and (lacking := set(FIELD.findall(shared[key])) - fields):
            what = f'`tell("{key}")` does not give what the shared reply mentions'
            yield Fault(folder.exercise.id, "checks.py", line, what, listed(sorted(lacking)))


def cells_exist(folder: Folder, trial: Trial) -> Iterator[Fault]:
    """2. What is told of a table marks a cell that the table has."""
    rule = folder.exercise.rule
    if not isinstance(rule, TableRule):
        return
    cells = {f"{row}:{column.key}" for row in range(1, len(rule.starter) + 1) for column in rule.columns}
    for name, answer in folder.mistakes.items():
        for _, result in trial.outcomes(answer):
            for said in result.feedback:
                if said.at is not None and said.at not in cells:
                    what = f'`tell("{said.key}", at=…)` marks {said.at} for {name}.csv, and there is no such cell'
                    yield Fault(folder.exercise.id, "checks.py", 0, what, "`at=(row, column)`, rows from 1")


def _tells(folder: Folder) -> list[Tell]:
    """Line, key and fields of every `tell("key", …)` in the checks; None where `**values` hides the fields."""
    rule, told = folder.exercise.rule, list[Tell]()
    for node in ast.walk(ast.parse(rule.checks)) if isinstance(rule, CodeRule | TableRule) else ():
        match node:
            case ast.Call(func=ast.Name(id="tell"), args=[ast.Constant(value=str(key)), *_], keywords=keywords):
                names = [keyword.arg for keyword in keywords if keyword.arg != "at"]
                told.append((node.lineno, key, None if None in names else frozenset(filter(None, names))))
    return told
