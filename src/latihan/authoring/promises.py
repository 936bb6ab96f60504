"""The promises of every exercise, each a function from a folder to its faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from latihan.authoring.fault import Fault, listed
from latihan.authoring.folder import ALSO_RIGHT, ENDINGS, MISTAKES, TEXTS, Folder
from latihan.authoring.host import Host
from latihan.authoring.promise_crash import crashes_are_named, noise_is_swallowed
from latihan.authoring.promise_fields import fields_are_given
from latihan.authoring.promise_skeleton import languages_agree
from latihan.authoring.promise_story import story_leads_on
from latihan.authoring.trial import Trial, broken_check
from latihan.grading.answer import Choices, Program, Table
from latihan.grading.exercise import CodeRule, QuizRule, ScenarioRule, TableRule
from latihan.grading.result import Result
from latihan.grading.scenario import best_path
from latihan.messages import LANGUAGES, messages

Promise = Callable[[Folder, Trial], Iterator[Fault]]
MIN_MISTAKES = 2


def broken_promises(folder: Folder, host: Host) -> list[Fault]:
    """Every fault of every promise, each once; a crash in the checks alone, since all else follows from it."""
    trial = Trial(folder, host)
    faults = dict.fromkeys(fault for promise in PROMISES for fault in promise(folder, trial))
    crashes = [fault for fault in faults if fault.file == "checks.py" and fault.what.startswith("A check crashes")]
    return sorted(crashes or faults)


def solution_passes(folder: Folder, trial: Trial) -> Iterator[Fault]:
    """1. The solution passes, in both languages."""
    rule = folder.exercise.rule
    match rule:
        case CodeRule():
            yield from _must_pass(folder, trial, "solution.py", Program(rule.solution))
        case TableRule():
            yield from _must_pass(folder, trial, "solution.csv", Table(rule.solution))
        case QuizRule():
            yield from _must_pass(folder, trial, "exercise.toml", Choices(rule.right))
        case ScenarioRule():
            path = best_path(rule)
            if path is not None:
                yield from _must_pass(folder, trial, "exercise.toml", Choices(path))


def starter_fails(folder: Folder, trial: Trial) -> Iterator[Fault]:
    """1. What the learner starts from does not pass."""
    rule = folder.exercise.rule
    match rule:
        case CodeRule():
            file, answer = "starter.py", Program(rule.starter)
        case TableRule():
            file, answer = "starter.csv", Table(tuple(tuple(c.replace("?", "") for c in row) for row in rule.starter))
        case QuizRule(form="order"):
            file, answer = "exercise.toml", Choices(rule.choices)
        case _:
            file, answer = "exercise.toml", Choices(())
    for language in LANGUAGES:
        result = trial.result(answer, language)
        if fault := broken_check(folder, result):
            yield fault
        elif result.status == "passed":
            to_do = "Take something out of it, or make the checks stricter."
            yield Fault(folder.exercise.id, file, 0, "What the learner starts from passes already", "", to_do)


def also_right_passes(folder: Folder, trial: Trial) -> Iterator[Fault]:
    """5. Other right answers pass too."""
    for name, answer in folder.also_right.items():
        yield from _must_pass(folder, trial, f"{ALSO_RIGHT}/{name}{ENDINGS[folder.exercise.kind]}", answer)


def _must_pass(folder: Folder, trial: Trial, file: str, answer: Program | Table | Choices) -> Iterator[Fault]:
    for language in LANGUAGES:
        result = trial.result(answer, language)
        if fault := broken_check(folder, result):
            yield fault
        elif result.status != "passed":
            what = f"This right answer does not pass: {trial.said(result, language)}"
            yield Fault(folder.exercise.id, file, 0, what, "", "Correct the answer or the check.")


def mistakes_are_named(folder: Folder, trial: Trial) -> Iterator[Fault]:
    """2. Each mistake gets exactly the feedback that it is named after, and every feedback has such a mistake."""
    ending = ENDINGS.get(folder.exercise.kind)
    if ending is None:
        return
    for name, answer in folder.mistakes.items():
        yield from _mistake(folder, trial, name, f"{MISTAKES}/{name}{ending}", answer)
    for language, file in TEXTS.items():
        text = folder.texts[language]
        for key in text.feedback:
            if key not in folder.mistakes:
                line, to_do = text.lines.get(f"feedback: {key}", 0), f"Write {MISTAKES}/{key}{ending}."
                yield Fault(folder.exercise.id, file, line, f"No mistake gets `## feedback: {key}`", "", to_do)
    if len(folder.mistakes) < MIN_MISTAKES:
        what = f"There are {len(folder.mistakes)} mistakes"
        to_do = "What do learners get wrong here?"
        yield Fault(folder.exercise.id, f"{MISTAKES}/", 0, what, f"at least {MIN_MISTAKES}", to_do)


def _mistake(folder: Folder, trial: Trial, name: str, file: str, answer: Program | Table | Choices) -> Iterator[Fault]:
    own, shared = folder.texts["id"].feedback, messages("id")["feedback"]
    if name not in own and name not in shared:
        to_do = f"Write `## feedback: {name}`, or rename the file."
        yield Fault(
            folder.exercise.id, file, 0, f"No text has a feedback `{name}` and no shared reply is so called", "", to_do
        )
    for language in LANGUAGES:
        result = trial.result(answer, language)
        if fault := broken_check(folder, result):
            yield fault
        elif [said.key for said in result.feedback] != [name]:
            what = f"This mistake gets {trial.said(result, language)}"
            to_do = "Correct the answer, or the order and conditions of the checks."
            yield Fault(folder.exercise.id, file, 0, what, f"`{name}`", to_do)


def choices_are_replied(folder: Folder, trial: Trial) -> Iterator[Fault]:
    """2. Every choice that can be wrong gets its own reply, and no two replies are the same."""
    rule = folder.exercise.rule
    if isinstance(rule, QuizRule):
        for key, answer in _wrong_answers(rule):
            result = trial.result(Choices(answer), "id")
            if result.status != "failed" or [said.key for said in result.feedback] != [key]:
                what = f"The answer {listed(answer)} gets {trial.said(result, 'id')}"
                yield Fault(folder.exercise.id, "exercise.toml", 0, what, f"`{key}`")
    if isinstance(rule, ScenarioRule):
        for key, path in _steps_taken(rule):
            result = trial.result(Choices(path), "id")
            if not _begins_with(result, key):
                what = f"The path {listed(path)} gets {trial.said(result, 'id')}"
                yield Fault(folder.exercise.id, "exercise.toml", 0, what, f"`{key}`")
    yield from _different_replies(folder)


def _begins_with(result: Result, key: str) -> bool:
    return bool(result.feedback) and result.feedback[0].key == key


def _wrong_answers(rule: QuizRule) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each reply to a wrong choice, with an answer that gets it."""
    if rule.form == "matching":
        right = dict(pair.split("=", 1) for pair in rule.right)
        for item in rule.items:
            wrong = next(choice for choice in rule.choices if choice != right[item])
            yield f"item:{item}", tuple(f"{i}={wrong if i == item else c}" for i, c in right.items())
    elif rule.form == "order":
        for place in range(1, len(rule.right)):
            moved = rule.right[place]
            yield f"choice:{moved}", (moved, *(key for key in rule.right if key != moved))
    else:
        for choice in rule.choices:
            if choice not in rule.right:
                yield f"choice:{choice}", (choice,)


def _steps_taken(rule: ScenarioRule) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each reply of a scenario, with a path that ends in it."""
    paths: dict[str, tuple[str, ...]] = {rule.start: ()}
    waiting = [rule.start]
    for step in waiting:
        for key, option in rule.steps[step].items():
            yield f"{step}:{key}", (*paths[step], key)
            if option.to in rule.steps and option.to not in paths:
                paths[option.to] = (*paths[step], key)
                waiting.append(option.to)


def _different_replies(folder: Folder) -> Iterator[Fault]:
    for language, file in TEXTS.items():
        text = folder.texts[language]
        told = {f"choice: {key}": choice.reply for key, choice in text.choices.items()}
        told |= {f"item: {key}": item.reply for key, item in text.items.items()}
        seen: dict[str, str] = {}
        for heading, reply in told.items():
            if reply and reply in seen:
                what = f"`## {heading}` has the reply of `## {seen[reply]}`"
                yield Fault(folder.exercise.id, file, text.lines.get(heading, 0), what, "a reply of its own")
            seen.setdefault(reply, heading)


PROMISES: tuple[Promise, ...] = (
    solution_passes,
    starter_fails,
    mistakes_are_named,
    choices_are_replied,
    story_leads_on,
    fields_are_given,
    languages_agree,
    also_right_passes,
    crashes_are_named,
    noise_is_swallowed,
)
