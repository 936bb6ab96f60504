"""Promises 6 and 7: whatever a learner's answer does, a reply comes back, and no check crashes of it."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import replace

from latihan.authoring.fault import Fault
from latihan.authoring.folder import Folder
from latihan.authoring.trial import Trial, broken_check
from latihan.grading.answer import Program, Table
from latihan.grading.exercise import CodeRule, TableRule

_BEFORE = "# 1\n# 2\n"
CRASHES = {
    "zero_division": "1 / 0",
    "name_error": "print(zzz_qqq_xxx)",
    "exit_called": "raise SystemExit(3)",
    "input_called": "input('?')",
    "recursion": "(lambda f: f(f))(lambda f: f(f))",
    "memory": "[0] * 10**11",
    "timeout": "while True: pass",
}
NOISE = "print('x' * 1_000_000)\n"
_ODD_VALUES = ("None", "0", "-1", "''", "'x'", "[]", "['x']", "{}", "True", "2.5", "print")
_ODD_CELLS = ("0", "1", "-7", "999999999999")
LOOP_SECONDS = 0.3
HURRY_SECONDS = 1.0


def crashes_are_named(folder: Folder, trial: Trial) -> Iterator[Fault]:
    """6. A crash or an endless loop is told with the learner's own line."""
    rule = folder.exercise.rule
    if isinstance(rule, CodeRule):
        for key, line in CRASHES.items():
            result = trial.hurried(Program(_BEFORE + line + "\n"), LOOP_SECONDS)
            said = [(said.key, said.at) for said in result.feedback]
            if said != [(key, "3")]:
                what = f"A learner's `{line}` on line 3 gets {trial.said(result, 'id')}"
                yield Fault(folder.exercise.id, "checks.py", 0, what, f"`{key}` at 3")


def checks_stand_odd_answers(folder: Folder, trial: Trial) -> Iterator[Fault]:
    """6. No check crashes of an answer whose functions, names or cells hold something odd."""
    rule = folder.exercise.rule
    if isinstance(rule, CodeRule):
        for source in odd_programs(rule.solution):
            if broken := broken_check(folder, trial.hurried(Program(source), HURRY_SECONDS)):
                yield replace(broken, what=f"{broken.what} (answer: {_changed(rule.solution, source)})")
                return
    if isinstance(rule, TableRule):
        for cell in _ODD_CELLS:
            rows = tuple(tuple(cell if fixed == "?" else fixed for fixed in row) for row in _words_filled(rule))
            if broken := broken_check(folder, trial.result(Table(rows), "id")):
                yield replace(broken, what=f"{broken.what} (answer: {cell} in every cell)")
                return


def noise_is_swallowed(folder: Folder, trial: Trial) -> Iterator[Fault]:
    """7. What the program prints during checks is swallowed, however much it is."""
    rule = folder.exercise.rule
    if not isinstance(rule, CodeRule):
        return
    result = trial.result(Program(NOISE + rule.solution), "id")
    if result.output or result.status in ("error", "timeout"):
        what = f"A right answer that prints much gets {trial.said(result, 'id')}, output {result.output[:20]!r}"
        yield Fault(folder.exercise.id, "checks.py", 0, what, "no error and no output")


def odd_programs(solution: str) -> Iterator[str]:
    """The solution with each of its functions giving, and each of its names holding, something odd."""
    tree = ast.parse(solution)
    for index, node in enumerate(tree.body):
        for odd in _ODD_VALUES:
            changed = copy.deepcopy(tree)
            value = ast.parse(odd, mode="eval").body
            match node, changed.body[index]:
                case ast.FunctionDef(), ast.FunctionDef() as function:
                    function.body = [ast.Return(value)]
                case ((ast.Assign() | ast.AnnAssign()), (ast.Assign() | ast.AnnAssign()) as assign):
                    changed.body.append(ast.Assign(_targets(assign), value))
                case _:
                    break
            yield ast.unparse(ast.fix_missing_locations(changed)) + "\n"


def _targets(assign: ast.Assign | ast.AnnAssign) -> list[ast.expr]:
    names = assign.targets if isinstance(assign, ast.Assign) else [assign.target]
    return [target for target in copy.deepcopy(names) if isinstance(target, ast.Name)] or [ast.Name("_", ast.Store())]


def _changed(solution: str, source: str) -> str:
    usual = ast.unparse(ast.parse(solution)).splitlines()
    return "; ".join(line.strip() for line in source.splitlines() if line not in usual)


def _words_filled(rule: TableRule) -> tuple[tuple[str, ...], ...]:
    """The starter with every word and date in place, so that the checks are reached with odd numbers."""
    kept = {i for i, column in enumerate(rule.columns) if column.type in ("word", "date")}
    return tuple(
        tuple(right if i in kept else fixed for i, (fixed, right) in enumerate(zip(row, full, strict=True)))
        for row, full in zip(rule.starter, rule.solution, strict=True)
    )
