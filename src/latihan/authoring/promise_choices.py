"""Promise 2 for quiz and scenario: every choice has its own reply, and an answer that gets it."""

from __future__ import annotations

from collections.abc import Iterator

from latihan.authoring.fault import Fault, listed
from latihan.authoring.folder import Folder
from latihan.authoring.folder_files import TEXTS
from latihan.authoring.text import Text, replies
from latihan.authoring.toml_file import FILE
from latihan.authoring.trial import Trial
from latihan.grading.answer import Choices
from latihan.grading.exercise import QuizRule, ScenarioRule

Picked = tuple[str, ...]


def choices_are_replied(folder: Folder, trial: Trial) -> Iterator[Fault]:
    """2. Every wrong choice of a quiz, and every choice of a story, gets the reply that is its own."""
    rule = folder.exercise.rule
    wanted: Iterator[tuple[str, Picked]] = iter(())
    if isinstance(rule, QuizRule):
        wanted = _wrong_answers(rule)
    elif isinstance(rule, ScenarioRule):
        wanted = _steps_taken(rule)
    for key, picked in wanted:
        result = trial.result(Choices(picked), "id")
        passed = isinstance(rule, QuizRule) and result.status == "passed"
        if passed or key not in [said.key for said in result.feedback]:
            what = f"The answer {listed(picked)} gets {trial.said(result, 'id')}"
            yield Fault(folder.exercise.id, FILE, 0, what, f"`{key}`")


def replies_differ(folder: Folder, _: Trial) -> Iterator[Fault]:
    """2. No reply stands twice, since a wrong choice is a misunderstanding of its own."""
    for language, file in TEXTS.items():
        text = folder.texts[language]
        seen: dict[str, str] = {}
        for key, reply in replies(text).items():
            if reply in seen:
                what = f"The reply `{key}` is word for word the reply `{seen[reply]}`"
                yield Fault(folder.exercise.id, file, _line(text, key), what, "a reply of its own")
            seen.setdefault(reply, key)


def _line(text: Text, key: str) -> int:
    name, _, rest = key.partition(":")
    places = (f"feedback: {key}", f"{name}: {rest}", f"step: {name}/choice: {rest}")
    return next((text.lines[place] for place in places if place in text.lines), 0)


def _wrong_answers(rule: QuizRule) -> Iterator[tuple[str, Picked]]:
    """Each reply to a wrong choice, with an answer that gets it."""
    if rule.form == "matching":
        right = dict(pair.split("=", 1) for pair in rule.right)
        for item in rule.items:
            wrong = next(choice for choice in rule.choices if choice != right[item])
            yield f"item:{item}", tuple(f"{i}={wrong if i == item else c}" for i, c in right.items())
    elif rule.form == "order":
        for moved in rule.right[1:]:
            yield f"choice:{moved}", (moved, *(key for key in rule.right if key != moved))
    else:
        for choice in rule.choices:
            if choice not in rule.right:
                yield f"choice:{choice}", (choice,)


def _steps_taken(rule: ScenarioRule) -> Iterator[tuple[str, Picked]]:
    """Each reply of a scenario, with a path that ends in it."""
    paths: dict[str, Picked] = {rule.start: ()}
    waiting = [rule.start]
    for step in waiting:
        for key, option in rule.steps[step].items():
            yield f"{step}:{key}", (*paths[step], key)
            if option.to in rule.steps and option.to not in paths:
                paths[option.to] = (*paths[step], key)
                waiting.append(option.to)
