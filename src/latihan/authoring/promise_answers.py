"""Promises 1, 2 and 5: the answers in the folder get the results that their files promise."""

from __future__ import annotations

from collections.abc import Iterator

from latihan.authoring.fault import Fault, counted
from latihan.authoring.folder import Folder
from latihan.authoring.folder_files import ALSO_RIGHT, ENDINGS, MISTAKES, TEXTS
from latihan.authoring.toml_file import FILE
from latihan.authoring.trial import Trial, broken_check
from latihan.grading.answer import Answer, Choices, Program, Table
from latihan.grading.exercise import CodeRule, QuizRule, Rule, ScenarioRule, TableRule
from latihan.grading.scenario import best_path
from latihan.messages import messages

MIN_MISTAKES = 2


def solution_passes(folder: Folder, trial: Trial) -> Iterator[Fault]:
    """1. The solution passes, in both languages."""
    file, answer = _solution(folder.exercise.rule)
    yield from _must_pass(folder, trial, file, answer)


def solution_returns(folder: Folder, trial: Trial) -> Iterator[Fault]:
    """1. The solution is graded within the limit; where not, other answers are not worth waiting for."""
    file, answer = _solution(folder.exercise.rule)
    if trial.result(answer, "id").status == "timeout":
        seconds = folder.exercise.limits.check_seconds
        what = f"Checking the solution takes longer than {seconds:g} seconds"
        to_do = "Look for a loop without an end in it or in checks.py, or ask for less."
        yield Fault(folder.exercise.id, file, 0, what, "an answer within `check_seconds`", to_do)


def starter_fails(folder: Folder, trial: Trial) -> Iterator[Fault]:
    """1. What the learner starts from does not pass."""
    file, answer = _starter(folder.exercise.rule)
    for _, result in trial.outcomes(answer):
        if broken := broken_check(folder, result):
            yield broken
        elif result.status == "passed":
            to_do = "Take something out of it, or make the checks stricter."
            yield Fault(folder.exercise.id, file, 0, "What the learner starts from passes already", "", to_do)


def also_right_passes(folder: Folder, trial: Trial) -> Iterator[Fault]:
    """5. Other right answers pass too."""
    for name, answer in folder.also_right.items():
        yield from _must_pass(folder, trial, f"{ALSO_RIGHT}/{name}{ENDINGS[folder.exercise.kind]}", answer)


def mistakes_are_named(folder: Folder, trial: Trial) -> Iterator[Fault]:
    """2. Each mistake gets exactly the feedback that it is named after, and every feedback has such a mistake."""
    exercise, ending = folder.exercise.id, ENDINGS.get(folder.exercise.kind)
    if ending is None:
        return
    for name, answer in folder.mistakes.items():
        yield from _must_be_named(folder, trial, name, f"{MISTAKES}/{name}{ending}", answer)
    for language, file in TEXTS.items():
        text = folder.texts[language]
        for key in text.feedback:
            if key not in folder.mistakes:
                line, to_do = text.lines[f"feedback: {key}"], f"Write {MISTAKES}/{key}{ending}, or remove the section."
                yield Fault(exercise, file, line, f"No mistake gets `## feedback: {key}`", "", to_do)
    if len(folder.mistakes) < MIN_MISTAKES:
        what = f"The folder has {counted(len(folder.mistakes), 'mistake')}"
        yield Fault(exercise, f"{MISTAKES}/", 0, what, f"at least {MIN_MISTAKES}", "What do learners get wrong here?")


def _solution(rule: Rule) -> tuple[str, Answer]:
    match rule:
        case CodeRule():
            return "solution.py", Program(rule.solution)
        case TableRule():
            return "solution.csv", Table(rule.solution)
        case QuizRule():
            return FILE, Choices(rule.right)
        case ScenarioRule():
            return FILE, Choices(best_path(rule) or ())


def _starter(rule: Rule) -> tuple[str, Answer]:
    match rule:
        case CodeRule():
            return "starter.py", Program(rule.starter)
        case TableRule():
            return "starter.csv", Table(tuple(tuple("" if c == "?" else c for c in row) for row in rule.starter))
        case QuizRule(form="order"):
            return FILE, Choices(rule.choices)
    return FILE, Choices(())


def _must_pass(folder: Folder, trial: Trial, file: str, answer: Answer) -> Iterator[Fault]:
    for language, result in trial.outcomes(answer):
        if broken := broken_check(folder, result):
            yield broken
        elif result.status != "passed":
            what = f"This right answer does not pass: {trial.said(result, language)}"
            yield Fault(folder.exercise.id, file, 0, what, "", "Correct the answer or the check.")


def _must_be_named(folder: Folder, trial: Trial, name: str, file: str, answer: Answer) -> Iterator[Fault]:
    exercise = folder.exercise.id
    if not any(name in text.feedback for text in folder.texts.values()) and name not in messages("id")["feedback"]:
        what = f"No text has `## feedback: {name}`, nor is there a shared reply of that name"
        yield Fault(exercise, file, 0, what, "", "Write the section in both texts, or rename the file.")
    for language, result in trial.outcomes(answer):
        if broken := broken_check(folder, result):
            yield broken
        elif [said.key for said in result.feedback] != [name]:
            what = f"This mistake gets {trial.said(result, language)}"
            to_do = "Correct the answer, or the order and conditions of the checks."
            yield Fault(exercise, file, 0, what, f"`{name}`", to_do)
